/** A scenario: one situation at a time, steps back, and at the end what the choices brought. */

import { log } from "./log.js";
import { choicesOf, keepWay, keptWay } from "./way.js";

const METERS = ["goal", "people", "law", "trust"];
const DEBRIEF = "debrief";

/** @typedef {import("./way.js").Step} Step */

/**
 * `data-reached` says that an ending or the debrief was seen; what a page asks at its end waits for that.
 * @fires houvast:completed  bubbles, detail `{ id, ending }`
 */
export class HouvastScenario extends HTMLElement {
  /** @type {Step[]} the way so far; the last is where the learner is */
  #way = [];

  connectedCallback() {
    this.addEventListener("click", this);
    window.addEventListener("popstate", this);
    this.dataset.playing = "";
    this.takeUp();
    this.draw();
  }

  disconnectedCallback() {
    this.removeEventListener("click", this);
    window.removeEventListener("popstate", this);
  }

  /** @param {Event} event */
  handleEvent(event) {
    if (event.type === "popstate") this.travel();
    else this.choose(/** @type {MouseEvent} */ (event));
  }

  /** @param {MouseEvent} event */
  choose(event) {
    const target = /** @type {HTMLElement} */ (event.target);
    const choice = /** @type {HTMLAnchorElement | null} */ (target.closest(".houvast-node__choices a, [data-replay]"));
    const back = target.closest("[data-back]");
    if ((!choice && !back) || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    if (back && keptWay(this)?.pushed) {
      history.back();
      return;
    }
    if (back) this.#way.pop();
    else if (choice?.matches("[data-replay]")) this.#way = begin(this.first);
    else if (choice) this.#way.push({ node: choice.hash.slice(1), choice });
    this.keep(true, !back);
    this.show();
    if (choice) this.finish();
  }

  /** Follow the browser's history; an address on this page that is no node of ours leaves the learner where they are. */
  travel() {
    const before = this.current;
    this.takeUp();
    if (this.current !== before) this.show();
  }

  /** Take up the way that the history holds, or begin: at the node that the address names, or at the first. */
  takeUp() {
    const kept = keptWay(this);
    if (kept) {
      this.#way = begin(kept.start);
      kept.choices.every((number) => this.follow(number));
      return;
    }
    const addressed = this.node(location.hash.slice(1))?.id;
    if (addressed || !this.#way.length) this.#way = begin(addressed ?? this.first);
    this.keep(false, false);
  }

  /**
   * Go one step further.
   * @param {number} number  which choice
   * @returns {boolean} whether there is such a choice, and it is open
   */
  follow(number) {
    const choice = choicesOf(this.current)[number];
    if (!choice || !this.isOpen(choice)) return false;
    this.#way.push({ node: choice.hash.slice(1), choice });
    return true;
  }

  /**
   * Keep the way in the browser's history.
   * @param {boolean} anew  in a new entry
   * @param {boolean} pushed  the entry before it holds the way without its last step
   */
  keep(anew, pushed) {
    const choices = this.#way.slice(1).map(({ choice }, index) => {
      const links = choicesOf(this.node(this.#way[index]?.node ?? ""));
      return choice ? links.indexOf(choice) : -1;
    });
    const way = { scenario: this.id, hash: this.dataset.hash ?? "", start: this.#way[0]?.node ?? "", choices, pushed };
    keepWay(way, anew);
  }

  /** Draw, and let the learner read on at the title. */
  show() {
    this.draw();
    this.current?.querySelector("h2")?.focus();
  }

  get first() {
    return this.querySelector(".houvast-node")?.id ?? "";
  }

  /** @returns {HTMLElement | null} */
  get current() {
    return this.node(this.#way.at(-1)?.node ?? "");
  }

  /** @param {string} id @returns {HTMLElement | null} */
  node(id) {
    return this.querySelector(`.houvast-node[id="${CSS.escape(id)}"]`);
  }

  /** The meters after every effect of the way, each held within -5 and 5. @returns {Record<string, number>} */
  get meters() {
    const meters = Object.fromEntries(METERS.map((meter) => [meter, 0]));
    for (const { choice } of this.#way) {
      for (const effect of (choice?.dataset.effects ?? "").split(" ").filter(Boolean)) {
        const [meter = "", change = "0"] = effect.split(":");
        meters[meter] = Math.max(-5, Math.min(5, (meters[meter] ?? 0) + Number(change)));
      }
    }
    return meters;
  }

  /** @param {HTMLAnchorElement} choice */
  isOpen(choice) {
    const found = /^(\w+)(>=|<=)(-?\d)$/.exec(choice.dataset.if ?? "");
    if (!found) return true;
    const [, meter = "", relation, value] = found;
    const held = this.meters[meter] ?? 0;
    return relation === ">=" ? held >= Number(value) : held <= Number(value);
  }

  /** Show the node the learner is in, and the choices that are open. */
  draw() {
    const here = this.current;
    for (const node of this.querySelectorAll(".houvast-node")) node.toggleAttribute("hidden", node !== here);
    for (const choice of here?.querySelectorAll("a") ?? []) {
      if (choice.dataset.if) choice.closest("li")?.toggleAttribute("hidden", !this.isOpen(choice));
    }
    this.querySelector(".houvast-scenario__back")?.toggleAttribute("hidden", this.#way.length < 2);
    if (here?.dataset.ending || here?.id === DEBRIEF) this.dataset.reached = "";
    if (here?.id === DEBRIEF) this.debrief(here);
  }

  /** @param {HTMLElement} debrief */
  debrief(debrief) {
    const meters = this.meters;
    debrief.querySelector(".houvast-meters")?.removeAttribute("hidden");
    for (const shown of debrief.querySelectorAll("[data-meter]")) {
      const value = meters[/** @type {HTMLElement} */ (shown).dataset.meter ?? ""] ?? 0;
      shown.textContent = value > 0 ? `+${value}` : String(value).replace("-", "−");
      shown.setAttribute("data-side", value > 0 ? "plus" : value < 0 ? "minus" : "even");
      /** @type {HTMLElement} */ (shown).style.setProperty("--value", String(value));
    }
    const chosen = this.#way.filter(({ choice }) => choice?.dataset.effects);
    const lines = chosen.map(({ choice }) => {
      const line = document.createElement("li");
      line.textContent = choice?.textContent ?? "";
      return line;
    });
    debrief.querySelector("[data-way]")?.replaceChildren(...lines);
  }

  /** Log an ending when it is reached. */
  async finish() {
    const ending = this.current?.dataset.ending;
    if (!ending) return;
    const node = this.current?.id ?? "";
    this.dispatchEvent(new CustomEvent("houvast:completed", { bubbles: true, detail: { id: this.id, ending: node } }));
    delete this.dataset.kept;
    await log().append({ item: this.id, kind: "completed", hash: this.dataset.hash ?? "", chosen: node, correct: true });
    this.dataset.kept = node;
  }
}

/** A way that begins at a node. @param {string} node @returns {Step[]} */
const begin = (node) => [{ node, choice: null }];

customElements.define("houvast-scenario", HouvastScenario);
