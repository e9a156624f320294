/** "I know this already": four cases at the start of a module. All right at the first try, and the module is skipped. */

import { dateInWords } from "./date.js";
import { dayOf } from "./days.js";
import { tell } from "./live.js";
import { log } from "./log.js";
import { foldUnits, placed } from "./progress.js";
import { say } from "./wording.js";

const HEARD = ["click", "houvast:answered"];

/** @typedef {"skipped" | "passed" | "missed" | "kept" | "open"} Standing */

/** Which button each standing shows: what it logs, and the key of its words. */
const TURNS = /** @type {const} */ ({
  skipped: { kind: "unskipped", words: "placement_keep" },
  passed: { kind: "skipped", words: "placement_skip" },
});

export class HouvastPlacement extends HTMLElement {
  #told = "";
  /** Whether a case was answered here, not in another tab, since the outcome was last settled. */
  #answered = false;
  #tried = 0;

  connectedCallback() {
    for (const type of HEARD) this.addEventListener(type, this);
    log().addEventListener("change", this);
    this.openForAddress();
    this.draw();
  }

  /** Show the case that the address names: one that comes back in a review. */
  openForAddress() {
    const named = document.getElementById(location.hash.slice(1));
    const details = this.querySelector("details");
    if (!named || !details?.contains(named)) return;
    details.open = true;
    named.scrollIntoView();
  }

  disconnectedCallback() {
    for (const type of HEARD) this.removeEventListener(type, this);
    log().removeEventListener("change", this);
  }

  /** The four cases as the log counts them. */
  get items() {
    const cases = [...this.querySelectorAll("houvast-question")].map((one) => /** @type {HTMLElement} */ (one));
    return cases.map((one) => `${one.id}:${one.dataset.hash}`);
  }

  get outcome() {
    return /** @type {HTMLElement} */ (this.querySelector(".houvast-placement__outcome"));
  }

  get actions() {
    return /** @type {HTMLElement} */ (this.querySelector(".houvast-placement__actions"));
  }

  get button() {
    return /** @type {HTMLButtonElement} */ (this.querySelector("button[type=button]"));
  }

  /** @param {Event} event */
  handleEvent(event) {
    if (event.type === "houvast:answered") this.#answered = true; // what comes of it is settled once it is in the log
    else if (event.type === "change") this.draw();
    else if (event.target === this.button) this.turn();
  }

  /** Skip the module, or put it back. */
  turn() {
    const turn = TURNS[/** @type {keyof typeof TURNS} */ (this.dataset.state)];
    if (turn) this.keep(turn.kind);
  }

  /** @param {"skipped" | "unskipped"} kind */
  keep(kind) {
    const { module: item = "", hash = "" } = this.dataset;
    return log().append({ item, kind, hash, chosen: "", correct: kind === "skipped" });
  }

  async draw() {
    const events = await log().all();
    const unit = foldUnits(events).get(this.dataset.module ?? "");
    const count = placed(events, this.items, new Date());
    const complete = count.tried === count.all;
    const settles = this.#answered && complete && this.#tried < count.all;
    this.#tried = count.tried;
    if (complete) this.#answered = false;
    if (settles && count.right === count.all && !unit?.skipped) {
      await this.keep("skipped");
      return;
    }
    /** @type {Standing} */
    let standing = unit ? "kept" : "open";
    if (complete) standing = count.right === count.all ? "passed" : "missed";
    if (unit?.skipped) standing = "skipped";
    this.show(standing, { right: count.right, date: unit ? dateInWords(dayOf(new Date(unit.at))) : "" });
  }

  /**
   * Say how it stands, and offer the way back or on.
   * @param {Standing} standing
   * @param {{ right: number, date: string }} values
   */
  show(standing, values) {
    this.dataset.state = standing;
    this.tell(standing === "open" ? "" : say(`placement_${standing}`, values));
    const turn = standing === "skipped" || standing === "passed" ? TURNS[standing] : undefined;
    // Focus would be lost with the button that has it.
    if (!turn && this.actions.contains(document.activeElement)) this.querySelector("summary")?.focus();
    if (turn) this.button.textContent = say(turn.words);
    this.actions.hidden = !turn;
    this.actions.querySelector("a")?.toggleAttribute("hidden", standing !== "skipped");
  }

  /** Say it, in sight of who is at work here. @param {string} words */
  tell(words) {
    if (words === this.#told) return;
    this.#told = words;
    const line = document.createElement("p");
    line.textContent = words;
    tell(this.outcome, words && (() => [line]), () => {
      if (!this.contains(document.activeElement)) return;
      for (const part of [this.outcome, this.actions]) part.scrollIntoView({ block: "nearest" });
    });
  }
}

customElements.define("houvast-placement", HouvastPlacement);
