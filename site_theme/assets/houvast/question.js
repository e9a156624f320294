/** A question that answers back: marks the choice, gives the reason of the chosen option, and remembers. */

import { log } from "./log.js";
import { fold, isOn } from "./progress.js";
import { say } from "./wording.js";

const EVENTS = ["submit", "reset", "change"];

/** @fires houvast:answered  bubbles, detail `{ id, correct }` */
export class HouvastQuestion extends HTMLElement {
  /** @type {ReturnType<typeof setTimeout> | undefined} until the live region is filled */
  #telling;
  #touched = false;

  connectedCallback() {
    for (const type of EVENTS) this.addEventListener(type, this);
    this.button("submit").hidden = false;
    this.answer.hidden = true;
    this.recall();
  }

  disconnectedCallback() {
    clearTimeout(this.#telling);
    for (const type of EVENTS) this.removeEventListener(type, this);
  }

  get hash() {
    return this.dataset.hash ?? "";
  }

  get answer() {
    return /** @type {HTMLDetailsElement} */ (this.querySelector(".houvast-answer"));
  }

  get feedback() {
    return /** @type {HTMLElement} */ (this.querySelector(".houvast-feedback"));
  }

  /** @returns {HTMLInputElement[]} */
  get options() {
    return [...this.querySelectorAll("input")];
  }

  /** @param {"submit" | "reset"} type */
  button(type) {
    return /** @type {HTMLButtonElement} */ (this.querySelector(`button[type=${type}]`));
  }

  /** @param {Event} event */
  handleEvent(event) {
    this.#touched = true;
    if (event.type === "change") {
      this.clear();
      return;
    }
    event.preventDefault();
    if (event.type === "reset") this.open();
    else this.check();
  }

  /** Mark what was chosen, give the reasons, and log it. */
  check() {
    const chosen = this.options.filter((option) => option.checked).map((option) => option.value);
    if (!chosen.length) {
      this.tell(say("choose"), []);
      this.feedback.dataset.error = "";
      this.options[0]?.focus();
      return;
    }
    const correct = this.show(chosen);
    this.keep(chosen.join(","), correct);
    this.dispatchEvent(new CustomEvent("houvast:answered", { bubbles: true, detail: { id: this.id, correct } }));
  }

  /**
   * Log an answer; `data-kept` says that it is in the log.
   * @param {string} chosen
   * @param {boolean} correct
   */
  async keep(chosen, correct) {
    delete this.dataset.kept;
    await log().append({ item: this.id, kind: "answered", hash: this.hash, chosen, correct });
    this.dataset.kept = "";
  }

  /**
   * Show the outcome of a choice: right if it is all the right options and no other.
   * @param {string[]} chosen  digests
   * @param {string} [before]  words above the outcome
   * @returns {boolean} whether it is right
   */
  show(chosen, before) {
    const explained = [...this.answer.querySelectorAll("[data-option]")].map((one) => /** @type {HTMLElement} */ (one));
    const right = explained.filter((one) => one.dataset.correct === "yes").map((one) => one.dataset.option ?? "");
    const hits = right.filter((digest) => chosen.includes(digest)).length;
    const correct = hits === right.length && chosen.length === right.length;
    this.dataset.state = correct ? "correct" : "incorrect";
    for (const option of this.options) mark(option, chosen.includes(option.value) ? right.includes(option.value) : undefined);
    const verdict = correct || right.length === 1 ? say(correct ? "correct" : "incorrect") : say("partly", { hits, all: right.length });
    this.tell(verdict, explained.filter((one) => chosen.includes(one.dataset.option ?? "")), before);
    this.answer.hidden = false;
    this.button("reset").hidden = false;
    return correct;
  }

  /**
   * Fill the live region after it was emptied, so that it is read out once, and bring it into sight of who is at work here.
   * @param {string} verdict
   * @param {HTMLElement[]} explained  the chosen options; where there are several, each reason follows its option
   * @param {string} [before]
   */
  tell(verdict, explained, before) {
    const strong = document.createElement("strong");
    strong.textContent = verdict;
    const line = document.createElement("p");
    line.className = "houvast-feedback__verdict";
    line.append(strong);
    const note = document.createElement("p");
    note.className = "houvast-small";
    note.textContent = before ?? "";
    const parts = explained.length > 1 ? ".houvast-answer__option, .houvast-answer__rationale" : ".houvast-answer__rationale";
    const reasons = explained.flatMap((one) => [...one.querySelectorAll(parts)]).map((part) => part.cloneNode(true));
    this.hush();
    this.#telling = setTimeout(() => {
      this.feedback.replaceChildren(...(before ? [note] : []), line, ...reasons);
      if (this.contains(document.activeElement)) this.feedback.scrollIntoView({ block: "nearest" });
    }, 50);
  }

  /** Say nothing, now or in a moment. */
  hush() {
    clearTimeout(this.#telling);
    delete this.feedback.dataset.error;
    this.feedback.replaceChildren();
  }

  /** Take back what was said of an earlier choice; what is chosen stays. */
  clear() {
    for (const option of this.options) mark(option, undefined);
    delete this.dataset.state;
    this.hush();
    this.answer.hidden = true;
    this.answer.open = false;
    this.button("reset").hidden = true;
  }

  /** Open the question again. */
  open() {
    for (const option of this.options) option.checked = false;
    this.clear();
    this.options[0]?.focus();
  }

  /** Show what was answered before; a question that asks something else by now is open again, and says so. */
  async recall() {
    const last = fold(await log().all()).get(this.id)?.last;
    if (!last || this.#touched) return;
    // Where a day's first answer counts, an answer of another day would give it away.
    if (this.closest("[data-recall=today]") && !isOn(last, new Date())) return;
    if (last.hash !== this.hash) {
      this.tell(say("changed"), []);
      return;
    }
    const chosen = last.chosen.split(",");
    const known = this.options.filter((option) => chosen.includes(option.value));
    if (known.length !== chosen.length) return;
    for (const option of this.options) option.checked = known.includes(option);
    this.show(chosen, say("before"));
  }
}

/**
 * Mark an option as chosen right or chosen wrong, in its look and in words; undefined takes the mark away.
 * @param {HTMLInputElement} option
 * @param {boolean | undefined} right
 */
function mark(option, right) {
  const row = option.closest(".houvast-option");
  row?.querySelector(".houvast-option__mark")?.remove();
  row?.removeAttribute("data-right");
  if (right === undefined) return;
  const words = document.createElement("span");
  words.className = "houvast-option__mark";
  words.textContent = say(right ? "option_right" : "option_wrong");
  row?.setAttribute("data-right", right ? "yes" : "no");
  row?.querySelector("label")?.append(words);
}

customElements.define("houvast-question", HouvastQuestion);
