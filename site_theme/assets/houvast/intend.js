/** One intention: choose a sentence, make it one's own, take it along. It is shown again on a later day. */

import { dayOf, inWords } from "./days.js";
import { guard } from "./guard.js";
import { tell } from "./live.js";
import { log } from "./log.js";
import { lastOf } from "./written.js";

const HEARD = ["change", "submit", "click"];

/** @fires houvast:completed  bubbles, detail `{ id }` */
export class HouvastIntention extends HTMLElement {
  /** @type {HTMLInputElement | undefined} the sentence that the halves began with */
  #start;
  /** Whether somebody is choosing: then nothing closes the form. */
  #isOpen = false;
  /** @type {ReturnType<typeof guard> | undefined} */
  #guard;

  connectedCallback() {
    this.#guard = guard(this.halves, this.one(".houvast-guard"));
    for (const type of HEARD) this.addEventListener(type, this);
    log().addEventListener("change", this);
    this.one("button[type=submit]").hidden = false;
    this.recall();
  }

  disconnectedCallback() {
    this.#guard?.stop();
    for (const type of HEARD) this.removeEventListener(type, this);
    log().removeEventListener("change", this);
  }

  get item() {
    return this.dataset.item ?? "";
  }

  get form() {
    return /** @type {HTMLFormElement} */ (this.querySelector("form"));
  }

  /** The two halves of the sentence. */
  get halves() {
    return /** @type {[HTMLTextAreaElement, HTMLTextAreaElement]} */ ([...this.querySelectorAll("textarea")]);
  }

  /** @param {string} selector */
  one(selector) {
    return /** @type {HTMLElement} */ (this.querySelector(selector));
  }

  /** @param {Event} event */
  handleEvent(event) {
    const { target } = event;
    if (event.type === "submit") {
      event.preventDefault();
      this.take();
    } else if (target === log()) this.recall();
    else if (event.type === "change" && target instanceof HTMLInputElement) this.begin(target);
    else if (event.type === "click" && target === this.one(".houvast-kept button")) this.change();
  }

  /** Put the two halves of a sentence where they can be changed. @param {HTMLInputElement} start */
  begin(start) {
    this.#isOpen = true;
    this.tell("");
    if (this.#start) [this.#start.dataset.if, this.#start.dataset.then] = this.halves.map(({ value }) => value);
    this.#start = start;
    const [when, what] = this.halves;
    [when.value, what.value] = [start.dataset.if ?? "", start.dataset.then ?? ""];
    this.one(".houvast-halves").hidden = false;
  }

  async take() {
    const [when, what] = this.halves.map(({ value }) => plain(value));
    if (!this.#start || !when || !what) {
      this.tell(this.form.dataset.empty ?? "");
      const missing = this.#start ? this.halves[when ? 1 : 0] : this.form.querySelector("input");
      missing?.focus();
      return;
    }
    if (this.#guard?.look().length) {
      this.tell("");
      this.halves[0].focus();
      return;
    }
    const text = (this.form.dataset.sentence ?? "").replace("{if}", () => when).replace("{then}", () => what);
    this.tell("");
    this.#isOpen = false;
    await log().append({ item: this.item, kind: "wrote", hash: "", chosen: this.#start.value, correct: true, text });
    await this.recall();
    this.one(".houvast-kept__text").focus();
    this.dispatchEvent(new CustomEvent("houvast:completed", { bubbles: true, detail: { id: this.item } }));
  }

  /** Open the form again, on the last sentence chosen here. */
  change() {
    this.#isOpen = true;
    this.toggle(false);
    (this.#start ?? this.form.querySelector("input"))?.focus();
  }

  /** Show what was taken along, unless somebody is choosing. */
  async recall() {
    const wrote = lastOf(await log().all(), this.item);
    if (!wrote || this.#isOpen) return;
    const time = /** @type {HTMLTimeElement} */ (this.querySelector("time"));
    time.dateTime = dayOf(new Date(wrote.at));
    time.textContent = inWords(time.dateTime);
    this.one(".houvast-kept__text").textContent = wrote.text ?? "";
    this.toggle(true);
  }

  /** @param {boolean} isKept */
  toggle(isKept) {
    this.form.hidden = isKept;
    this.one(".houvast-kept").hidden = !isKept;
  }

  /** @param {string} words */
  tell(words) {
    tell(this.one(".houvast-said"), words);
  }
}

/** Half a sentence on one line, without the full stop that the sentence brings itself. @param {string} words */
const plain = (words) => words.replace(/\s+/g, " ").trim().replace(/[.,;]+$/, "");

customElements.define("houvast-intention", HouvastIntention);
