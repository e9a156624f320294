/** A scenario: one situation at a time, steps back, and at the end what the choices brought. */

import { log } from "./log.js";

const METERS = ["goal", "people", "law", "trust"];
const DEBRIEF = "debrief";

/** @typedef {{ node: string, choice: HTMLAnchorElement | null }} Step */

/** @fires houvast:completed  bubbles, detail `{ id, ending }` */
export class HouvastScenario extends HTMLElement {
  /** @type {Step[]} the way so far; the last is where the learner is */
  #way = [];

  connectedCallback() {
    this.addEventListener("click", this);
    this.dataset.playing = "";
    const first = this.querySelector(".houvast-node");
    if (first) this.#way = [{ node: first.id, choice: null }];
    this.draw();
  }

  disconnectedCallback() {
    this.removeEventListener("click", this);
  }

  /** @param {Event} event */
  handleEvent(event) {
    const target = /** @type {HTMLElement} */ (event.target);
    const choice = /** @type {HTMLAnchorElement | null} */ (target.closest(".houvast-node__choices a, [data-replay]"));
    const back = target.closest("[data-back]");
    if (!choice && !back) return;
    event.preventDefault();
    if (back) this.#way.pop();
    else if (choice?.matches("[data-replay]")) this.#way.length = 1;
    else if (choice) this.#way.push({ node: decodeURIComponent(choice.hash.slice(1)), choice });
    this.draw();
    this.current?.querySelector("h2")?.focus();
    if (choice) this.finish();
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

customElements.define("houvast-scenario", HouvastScenario);
