/** A prompt to make better: write it, hold it against the criteria, tick for yourself what it has. */

import { guard } from "./guard.js";
import { tell } from "./live.js";
import { log } from "./log.js";
import { make } from "./make.js";
import { fold } from "./progress.js";
import { loadRules, Rules } from "./rules.js";
import { say } from "./wording.js";

const HEARD = ["click", "input"];

/** @fires houvast:completed  bubbles, detail `{ id }` */
export class HouvastPrompt extends HTMLElement {
  #touched = false;
  #keeping = 0;
  /** @type {ReturnType<typeof guard> | undefined} */
  #guard;
  #rules = new Rules();

  connectedCallback() {
    this.#guard = guard([this.field], this.one(".houvast-guard"));
    for (const type of HEARD) this.addEventListener(type, this);
    if (!this.boxes.length) this.build();
    this.recall();
    // Asked for now: while somebody writes, nothing is.
    if (this.querySelector("[data-rule]")) this.take(loadRules(document.documentElement.lang));
  }

  disconnectedCallback() {
    this.#guard?.stop();
    for (const type of HEARD) this.removeEventListener(type, this);
  }

  /** Take the rules; what was recalled before they came gets their words. @param {Promise<Rules>} rules */
  async take(rules) {
    this.#rules = await rules;
    if (this.dataset.state) this.sight(true);
  }

  /** @param {string} selector */
  one(selector) {
    return /** @type {HTMLElement} */ (this.querySelector(selector));
  }

  get field() {
    return /** @type {HTMLTextAreaElement} */ (this.querySelector("textarea"));
  }

  get feedback() {
    return this.one(".houvast-feedback");
  }

  get criteria() {
    return [...this.querySelectorAll("[data-item]")].map((one) => /** @type {HTMLElement} */ (one));
  }

  /** @returns {HTMLInputElement[]} */
  get boxes() {
    return [...this.querySelectorAll("input")];
  }

  /** The weak prompt: text and line breaks, nothing else. */
  get weak() {
    const nodes = [...this.one(".houvast-prompt__weak").childNodes];
    return nodes.map((node) => (node.nodeName === "BR" ? "\n" : node.textContent)).join("");
  }

  /** Make of what is read something to do. */
  build() {
    this.one(".houvast-prompt__read").hidden = true;
    this.one(".houvast-prompt__check").hidden = true;
    for (const shown of [".houvast-prompt__write", ".houvast-prompt__tick", "[data-compare]"]) this.one(shown).hidden = false;
    this.one(".houvast-prompt__criteria ul").className = "houvast-prompt__list";
    for (const criterion of this.criteria) {
      const [words, sight] = [criterion.querySelector(".houvast-prompt__criterion"), make("p", "houvast-prompt__sight")];
      const [box, label] = [make("input"), make("label")];
      Object.assign(box, { type: "checkbox", value: criterion.dataset.item, id: `${this.id}--${criterion.dataset.item}` });
      label.htmlFor = box.id;
      sight.id = `${box.id}--sight`;
      if (criterion.dataset.rule) box.setAttribute("aria-describedby", sight.id);
      const row = make("div", "houvast-option");
      if (words) label.append(words);
      row.append(box, label);
      criterion.prepend(row, sight);
    }
    this.begin();
  }

  /** The weak prompt again, nothing ticked, nothing compared. */
  begin() {
    this.field.value = this.weak;
    this.#guard?.look();
    for (const box of this.boxes) box.checked = false;
    this.one(".houvast-prompt__compare").hidden = true;
    this.one("[data-again]").hidden = true;
    delete this.dataset.state;
    tell(this.feedback);
    this.fit();
  }

  /** @param {Event} event */
  handleEvent(event) {
    const target = /** @type {HTMLElement} */ (event.target);
    if (event.type === "input" && target === this.field) {
      this.#touched = true;
      this.fit();
      tell(this.feedback);
      this.sight(false);
      this.one("[data-again]").hidden = false;
    } else if (event.type === "input") {
      this.keep();
    } else if (target.closest("[data-compare]")) {
      this.compare();
    } else if (target.closest("[data-again]")) {
      this.#touched = true;
      this.begin();
      this.field.focus();
    }
  }

  /** Show the criteria and the example beside what was written, and log it. */
  compare() {
    this.#touched = true;
    const text = this.field.value.trim();
    if (!text || text === this.weak.trim()) {
      this.tell(this.feedback.dataset.first ?? "");
      this.field.focus();
      return;
    }
    tell(this.feedback);
    this.show();
    this.one(".houvast-prompt__criteria").focus();
    if (this.#guard?.look().length) this.tell(this.feedback.dataset.notKept ?? "");
    this.keep();
    this.dispatchEvent(new CustomEvent("houvast:completed", { bubbles: true, detail: { id: this.id } }));
  }

  show() {
    this.dataset.state = "compared";
    this.one(".houvast-prompt__compare").hidden = false;
    this.one("[data-again]").hidden = false;
    this.one(".houvast-prompt__done").hidden = false;
    const example = this.querySelector("details.houvast-answer");
    if (example) /** @type {HTMLDetailsElement} */ (example).open = true;
    this.sight(true);
  }

  /** Say beside each criterion what its rule sees, or take that away: it was said of another text. @param {boolean} shown */
  sight(shown) {
    let said = false;
    for (const criterion of this.criteria) {
      const { rule = "", seen = "", none = "" } = criterion.dataset;
      const found = shown && rule ? this.#rules.seen(rule, this.field.value) : "";
      const words = found ? `${seen}: “${found}”` : shown && this.#rules.tellsNone(rule) ? none : "";
      const place = criterion.querySelector(".houvast-prompt__sight");
      if (place) place.textContent = words;
      said ||= words !== "";
    }
    this.one(".houvast-prompt__eye").hidden = !said;
  }

  /** Log what was written and what is ticked; a text in which the guard sees something is not kept. */
  async keep() {
    const keeping = ++this.#keeping;
    delete this.dataset.kept;
    const text = this.field.value.trim();
    const isSafe = !this.#guard?.look().length;
    const chosen = this.boxes.filter((box) => box.checked).map((box) => box.value).join(",");
    const { hash = "" } = this.dataset;
    await log().append({ item: this.id, kind: "completed", hash, chosen, correct: true, text: isSafe ? text : "" });
    if (keeping === this.#keeping) this.dataset.kept = "";
  }

  /** Show what was written before; an exercise that asks something else by now says so. */
  async recall() {
    const last = fold(await log().all()).get(this.id)?.last;
    if (!last || this.#touched) return;
    if (last.hash !== this.dataset.hash) {
      this.tell(say("changed"));
      return;
    }
    this.one(".houvast-prompt__done").hidden = false;
    const chosen = last.chosen.split(",");
    for (const box of this.boxes) box.checked = chosen.includes(box.value);
    if (!last.text) return;
    this.field.value = last.text;
    this.#guard?.look();
    this.fit();
    this.show();
    this.tell(say("before"));
  }

  /** @param {string} words */
  tell(words) {
    tell(this.feedback, () => [make("p", "", words)]);
  }

  /** Let the field grow with what stands in it, where CSS does not. */
  fit() {
    if (CSS.supports("field-sizing", "content")) return;
    this.field.style.height = "auto";
    this.field.style.height = `${this.field.scrollHeight + 4}px`;
  }
}

customElements.define("houvast-prompt", HouvastPrompt);
