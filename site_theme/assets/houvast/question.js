/** A question that answers back: gives the outcome with its reason, and remembers. What there is to do is up to its form. */

import { Choice } from "./choice.js";
import { tell } from "./live.js";
import { say } from "./wording.js";

/** @typedef {import("./form.js").Answer} Answer */

const EVENTS = ["submit", "reset", "input"];

/** The learner's log comes after the question: who reads can answer before it is there. */
const logged = async () => (await import("./log.js")).log();

/** @fires houvast:answered  bubbles, detail `{ id, correct }` */
export class HouvastQuestion extends HTMLElement {
  #touched = false;
  #tries = 0;
  /** @type {import("./form.js").Form | undefined} */
  #form;

  async connectedCallback() {
    // The form that nearly every page has is there at once.
    const { form = "choice" } = this.dataset;
    this.#form ??= form === "choice" ? new Choice(this) : new (await import(`./${form}.js`)).default(this);
    if (!this.isConnected) return;
    for (const type of EVENTS) this.addEventListener(type, this);
    this.addEventListener("toggle", this, true); // it does not bubble
    this.stepHints(true);
    this.button("submit").hidden = false;
    this.sure?.removeAttribute("hidden");
    this.answer?.toggleAttribute("hidden", true);
    this.recall();
  }

  disconnectedCallback() {
    for (const type of EVENTS) this.removeEventListener(type, this);
    this.removeEventListener("toggle", this, true);
  }

  get hash() {
    return this.dataset.hash ?? "";
  }

  /** @returns {HTMLDetailsElement | null} */
  get answer() {
    return this.querySelector(".houvast-answer");
  }

  get feedback() {
    return /** @type {HTMLElement} */ (this.querySelector(".houvast-feedback"));
  }

  /** @returns {HTMLElement | null} where it is asked how sure the learner is */
  get sure() {
    return this.querySelector(".houvast-sure");
  }

  /** @returns {HTMLElement | null} where to begin: at what is still open */
  get first() {
    return this.querySelector("[data-open]") ?? this.querySelector("input, select, [data-move]:not([aria-disabled=true])");
  }

  /** @param {"submit" | "reset"} type */
  button(type) {
    return /** @type {HTMLButtonElement} */ (this.querySelector(`button[type=${type}]`));
  }

  /** @param {Event} event */
  handleEvent(event) {
    if (event.type === "toggle") {
      this.stepHints();
      return;
    }
    this.#touched = true;
    if (event.type === "input") this.clear();
    else if (event.type === "reset") this.open();
    else {
      event.preventDefault();
      this.check();
    }
  }

  /** Show a hint once the one before it was opened; one that is shown, stays. @param {boolean} [anew] */
  stepHints(anew = false) {
    let open = true;
    for (const hint of this.querySelectorAll("details.houvast-hint")) {
      hint.toggleAttribute("hidden", (anew || hint.hasAttribute("hidden")) && !open);
      open = hint.hasAttribute("open");
    }
  }

  /** Mark what was done, give the reasons, and log it. */
  check() {
    const answer = this.#form?.answer();
    if (!this.#form || !answer) {
      this.tell(this.dataset.choose ?? say("choose"), []);
      this.feedback.dataset.error = "";
      this.first?.focus();
      return;
    }
    const said = /** @type {HTMLInputElement | null} */ (this.sure?.querySelector(":checked"));
    const sure = said ? { sure: said.value === "yes" } : {};
    const outcome = this.show(answer, sure.sure);
    this.keep({ ...answer, ...outcome, ...sure });
    const detail = { id: this.id, correct: outcome.correct };
    this.dispatchEvent(new CustomEvent("houvast:answered", { bubbles: true, detail }));
  }

  /**
   * Log an answer; `data-kept` says that it is in the log.
   * @param {Answer & { correct: boolean, credit?: number, sure?: boolean }} answer
   */
  async keep(answer) {
    delete this.dataset.kept;
    this.#tries += 1;
    await (await logged()).append({ item: this.id, kind: "answered", hash: this.hash, ...answer });
    this.dataset.kept = "";
  }

  /**
   * Show the outcome of an answer: right if all is right and nothing else was chosen.
   *
   * Credit is the share that is right. What was chosen beside it takes as much away: else choosing all would earn all.
   * @param {Answer} answer
   * @param {boolean} [sure]  what the learner said
   * @param {string} [before]  words above the outcome
   * @returns {{ correct: boolean, credit?: number }}
   */
  show(answer, sure, before) {
    const form = /** @type {import("./form.js").Form} */ (this.#form);
    const outcome = form.judge(answer);
    const { hits, all, extra = 0 } = outcome ?? { hits: 0, all: 0 };
    const correct = hits === all && !extra;
    this.dataset.state = outcome ? (correct ? "correct" : "incorrect") : "noted";
    form.show(answer);
    const partly = hits && all > 1 ? say(extra ? "partly_extra" : "partly", { hits, all, extra }) : say("incorrect");
    const verdict = this.dataset.noted ?? (correct ? say("correct") : partly);
    const reasons = form.reasons(answer).map((reason) => reason.cloneNode(true));
    this.tell(verdict, reasons, { before, doubt: sure && !correct, worked: !correct });
    this.answer?.toggleAttribute("hidden", false);
    this.button("reset").hidden = false;
    return all > 1 ? { correct, credit: Math.max(0, hits - extra) / all } : { correct };
  }

  /**
   * Say it, in sight of who is at work here.
   * @param {string} verdict
   * @param {Node[]} reasons
   * @param {{ before?: string, doubt?: boolean, worked?: boolean }} [more]  what else to say: before it; that who was
   *   sure does well to come back; of a critical case, how it is worked out
   */
  tell(verdict, reasons, { before, doubt, worked } = {}) {
    const parts = [...(before ? [line(before, "houvast-small")] : []), line(verdict, "houvast-feedback__verdict", "strong"), ...reasons];
    if (doubt) parts.push(line(this.sure?.dataset.missed ?? ""));
    /** @type {HTMLElement | null} where the words of a critical case stand */
    const gate = worked && this.matches("[data-critical]") ? document.querySelector("houvast-siblings") : null;
    const coming = gate && import("./worked.js").catch(() => undefined); // the reasons are told without it as well
    delete this.feedback.dataset.error;
    const whole = async () => {
      const example = await coming;
      return gate && example ? [...parts, example.worked(this, gate.dataset)] : parts;
    };
    tell(this.feedback, whole, () => {
      if (this.contains(document.activeElement)) this.feedback.scrollIntoView({ block: "nearest" });
    });
  }

  /**
   * Mark one thing as right or not, in its look and in words.
   * @param {Element} row
   * @param {boolean} right
   */
  mark(row, right) {
    row.querySelector(".houvast-option__mark")?.remove();
    row.setAttribute("data-right", right ? "yes" : "no");
    const words = document.createElement("span");
    words.className = "houvast-option__mark";
    words.textContent = right ? say("option_right") : (this.dataset.wrong ?? say("option_wrong"));
    (row.querySelector("label, .houvast-row__text") ?? row).append(words);
  }

  /** Take back what was said of an earlier answer; what is chosen stays. */
  clear() {
    for (const mark of this.querySelectorAll(".houvast-option__mark")) mark.remove();
    for (const row of this.querySelectorAll("[data-right], [data-open]")) {
      row.removeAttribute("data-right");
      row.removeAttribute("data-open");
    }
    delete this.dataset.state;
    delete this.feedback.dataset.error;
    tell(this.feedback);
    this.answer?.toggleAttribute("hidden", true);
    this.answer?.toggleAttribute("open", false);
    this.button("reset").hidden = true;
  }

  /** Open the question again, in another order where the order says nothing; the browser empties the fields. */
  async open() {
    const isHere = this.contains(document.activeElement);
    this.clear();
    if (this.dataset.order !== "fixed") await this.#form?.mix?.(`${this.id} ${this.#tries}`);
    if (isHere) this.first?.focus();
  }

  /** Show what was answered before; a question that asks something else by now is open again, and says so. */
  async recall() {
    const [{ fold, isOn }, log] = await Promise.all([import("./progress.js"), logged()]);
    const events = await log.all();
    const last = fold(events).get(this.id)?.last;
    if (!last || this.#touched) return;
    this.#tries = events.filter(({ item }) => item === this.id).length;
    // Where a day's first answer counts, an answer of another day would give it away.
    if (this.closest("[data-recall=today]") && !isOn(last, new Date())) return;
    if (last.hash !== this.hash) {
      this.tell(say("changed"), []);
      return;
    }
    if (!this.#form?.restore(last)) return;
    const said = this.sure?.querySelector(`[value=${last.sure ? "yes" : "no"}]`);
    if (said && last.sure !== undefined) /** @type {HTMLInputElement} */ (said).checked = true;
    this.show(last, last.sure, say("before"));
  }
}

/**
 * A paragraph.
 * @param {string} words
 * @param {string} [name]  its class
 * @param {string} [tag]  of an element around the words
 */
function line(words, name = "", tag = "span") {
  const paragraph = document.createElement("p");
  if (name) paragraph.className = name;
  const held = document.createElement(tag);
  held.textContent = words;
  paragraph.append(held);
  return paragraph;
}

customElements.define("houvast-question", HouvastQuestion);
