/** The experiment card: what is written in the form stands on the sheet, and stays in this browser. */

import { guard, personal } from "./guard.js";
import { tell } from "./live.js";
import { log } from "./log.js";
import { writings } from "./written.js";

const HEARD = ["input", "change", "submit", "click"];
const FIELD = "experiment:";
/** What comes before this in the log is no longer on the card. */
const NEW = "experiment:new";
/** How wide all that is written is, in ems, before the type gets smaller so that it fits on one sheet. */
const [MUCH, MOST] = [700, 1800];

export class HouvastExperiment extends HTMLElement {
  /** @type {Map<string, string>} what is kept of each field */
  #kept = new Map();
  /** @type {ReturnType<typeof guard> | undefined} */
  #guard;

  connectedCallback() {
    this.#guard = guard(this.fields, /** @type {HTMLElement} */ (this.querySelector(".houvast-guard")));
    for (const type of HEARD) this.addEventListener(type, this);
    document.addEventListener("visibilitychange", this);
    this.recall().finally(() => (this.form.hidden = false)); // or what is kept would come over what is written
  }

  disconnectedCallback() {
    this.#guard?.stop();
    for (const type of HEARD) this.removeEventListener(type, this);
    document.removeEventListener("visibilitychange", this);
  }

  get form() {
    return /** @type {HTMLFormElement} */ (this.querySelector("form"));
  }

  get fields() {
    return [...this.querySelectorAll("textarea")];
  }

  get restore() {
    return /** @type {HTMLButtonElement} */ (this.querySelector("[data-restore]"));
  }

  /** @param {Event} event */
  handleEvent(event) {
    const { type, target } = event;
    if (type === "input") this.draw();
    else if (type === "change" || type === "visibilitychange") this.keep();
    else if (type === "submit") {
      event.preventDefault();
      print();
    } else if (target === this.restore) this.bringBack();
    else if (target === this.querySelector("[data-new]")) this.renew();
  }

  /** Put what is written on the sheet. */
  draw() {
    for (const { name, value } of this.fields) {
      const place = this.querySelector(`dd[data-field="${name}"]`);
      if (place) place.textContent = value.trim();
    }
    const width = widthOf(this.fields.map(({ value }) => value.trim()).join(" "));
    if (width > MUCH) this.dataset.full = width > MOST ? "most" : "much";
    else delete this.dataset.full;
  }

  /** Keep every field that has changed, but none in which the guard sees something. */
  async keep() {
    for (const { name, value } of this.fields) {
      const text = value.trim();
      if (text === (this.#kept.get(name) ?? "") || personal(text).length) continue;
      this.#kept.set(name, text);
      await log().append({ item: `${FIELD}${name}`, kind: "wrote", hash: "", chosen: "", correct: true, text });
    }
  }

  /** Fill the form with what is kept since the last new card. */
  async recall() {
    const events = writings(await log().all()).filter(({ item }) => item.startsWith(FIELD));
    const begins = events.findLastIndex(({ item }) => item === NEW) + 1;
    this.#kept = new Map(events.slice(begins).map(({ item, text = "" }) => [item.slice(FIELD.length), text]));
    for (const field of this.fields) field.value = this.#kept.get(field.name) ?? "";
    this.draw();
  }

  async renew() {
    await this.keep();
    if ([...this.#kept.values()].some(Boolean)) {
      this.#kept.clear(); // both at once: a second press finds nothing to put away, and one new card can be taken back
      this.form.reset();
      await log().append({ item: NEW, kind: "wrote", hash: "", chosen: "", correct: true });
    }
    await this.recall();
    this.restore.hidden = false;
    this.tell("renewed");
    this.fields[0]?.focus();
  }

  /** Take back the last new card. */
  async bringBack() {
    const last = writings(await log().all()).findLast(({ item }) => item === NEW);
    if (last) await log().undo(last.event);
    await this.recall();
    this.fields[0]?.focus();
    this.restore.hidden = true;
    this.tell("restored");
  }

  /** @param {"renewed" | "restored"} what */
  tell(what) {
    const said = /** @type {HTMLElement} */ (this.querySelector(".houvast-said"));
    tell(said, said.dataset[what]);
  }
}

const pen = document.createElement("canvas").getContext("2d");

/** How wide words are, in ems: three hundred times i is another sheet than three hundred times W. @param {string} words */
function widthOf(words) {
  if (!pen) return MOST + 1;
  pen.font = `10px ${getComputedStyle(document.body).fontFamily}`;
  return pen.measureText(words).width / 10;
}

customElements.define("houvast-experiment", HouvastExperiment);
