/** A question that answers back: marks the choice, gives the reason of the chosen option, and remembers. */

import { log } from "./log.js";
import { fold } from "./progress.js";
import { say } from "./wording.js";

/** @fires houvast:answered  bubbles, detail `{ id, correct }` */
export class HouvastQuestion extends HTMLElement {
  connectedCallback() {
    this.addEventListener("submit", this);
    this.addEventListener("reset", this);
    this.button("submit").hidden = false;
    this.answer.hidden = true;
    this.recall();
  }

  disconnectedCallback() {
    this.removeEventListener("submit", this);
    this.removeEventListener("reset", this);
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
    event.preventDefault();
    if (event.type === "reset") this.open();
    else this.check();
  }

  /** Mark the chosen option, give its reason, and log it. */
  check() {
    const chosen = this.options.find((option) => option.checked);
    if (!chosen) {
      this.tell(say("choose"));
      this.options[0]?.focus();
      return;
    }
    const correct = this.show(chosen.value);
    log().append({ item: this.id, kind: "answered", hash: this.hash, chosen: chosen.value, correct });
    this.dispatchEvent(new CustomEvent("houvast:answered", { bubbles: true, detail: { id: this.id, correct } }));
  }

  /**
   * Show the outcome of an option.
   * @param {string} digest
   * @param {string} [before]  words above the outcome
   * @returns {boolean} whether it is right
   */
  show(digest, before) {
    const explained = /** @type {HTMLElement} */ (this.answer.querySelector(`[data-option="${CSS.escape(digest)}"]`));
    const correct = explained.dataset.correct === "yes";
    this.dataset.state = correct ? "correct" : "incorrect";
    for (const option of this.options) {
      option.closest(".houvast-option")?.toggleAttribute("data-chosen", option.value === digest);
    }
    const reason = /** @type {HTMLElement} */ (explained.querySelector(".houvast-answer__rationale"));
    this.tell(say(correct ? "correct" : "incorrect"), reason, before);
    this.answer.hidden = false;
    this.button("reset").hidden = false;
    return correct;
  }

  /**
   * Fill the live region after it was emptied, so that it is read out once.
   * @param {string} verdict
   * @param {HTMLElement} [reason]
   * @param {string} [before]
   */
  tell(verdict, reason, before) {
    const strong = document.createElement("strong");
    strong.textContent = verdict;
    const line = document.createElement("p");
    line.className = "houvast-feedback__verdict";
    line.append(strong);
    const note = document.createElement("p");
    note.className = "houvast-small";
    note.textContent = before ?? "";
    this.feedback.replaceChildren();
    setTimeout(() => {
      this.feedback.replaceChildren(...(before ? [note] : []), line, ...(reason ? [...reason.cloneNode(true).childNodes] : []));
    }, 50);
  }

  /** Open the question again. */
  open() {
    for (const option of this.options) {
      option.checked = false;
      option.closest(".houvast-option")?.removeAttribute("data-chosen");
    }
    delete this.dataset.state;
    this.feedback.replaceChildren();
    this.answer.hidden = true;
    this.answer.open = false;
    this.button("reset").hidden = true;
    this.options[0]?.focus();
  }

  /** Show what was answered before; a question that asks something else by now is open again, and says so. */
  async recall() {
    const last = fold(await log().all()).get(this.id)?.last;
    if (!last || this.dataset.state) return;
    if (last.hash !== this.hash) {
      this.tell(say("changed"));
      return;
    }
    const option = this.options.find((held) => held.value === last.chosen);
    if (!option) return;
    option.checked = true;
    this.show(last.chosen, say("before"));
  }
}

customElements.define("houvast-question", HouvastQuestion);
