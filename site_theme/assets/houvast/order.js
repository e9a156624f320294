/** Put steps in order, with a button up and a button down at each. */

import { tell } from "./live.js";
import { mix } from "./mix.js";
import { filled } from "./wording.js";

/** @typedef {import("./form.js").Answer} Answer */
/** @typedef {import("./form.js").Form} Form */

/** @implements {Form} */
export default class Order {
  /** @param {import("./question.js").HouvastQuestion} question */
  constructor(question) {
    this.question = question;
    this.list = /** @type {HTMLElement} */ (question.querySelector(".houvast-order"));
    this.list.dataset.numbered = "";
    for (const moves of this.list.querySelectorAll(".houvast-order__moves")) moves.removeAttribute("hidden");
    this.list.addEventListener("click", (event) => this.move(/** @type {Element} */ (event.target)));
    this.draw();
  }

  /** @returns {HTMLElement[]} */
  get rows() {
    return [...this.list.children].map((row) => /** @type {HTMLElement} */ (row));
  }

  /** The steps as they should stand: their digests. */
  get right() {
    return [...this.question.querySelectorAll(".houvast-answer [data-item]")].map((one) => one.getAttribute("data-item") ?? "");
  }

  /** Where the ends are, a button does nothing, and says so; it keeps the focus. */
  draw() {
    this.rows.forEach((row, place, { length }) => {
      row.querySelector("[data-move=up]")?.setAttribute("aria-disabled", String(place === 0));
      row.querySelector("[data-move=down]")?.setAttribute("aria-disabled", String(place === length - 1));
    });
  }

  /** @param {Element} target */
  move(target) {
    const button = target.closest("[data-move]");
    const row = /** @type {HTMLElement | null} */ (target.closest("[data-item]"));
    if (!button || !row || button.getAttribute("aria-disabled") === "true") return;
    // The neighbour moves: an element that is moved loses the focus.
    if (button.matches("[data-move=up]")) row.after(/** @type {Element} */ (row.previousElementSibling));
    else row.before(/** @type {Element} */ (row.nextElementSibling));
    this.draw();
    row.dispatchEvent(new Event("input", { bubbles: true }));
    this.tell(row);
  }

  /** Say where a step stands now. @param {HTMLElement} row */
  tell(row) {
    const said = this.question.querySelector("[data-said]");
    const values = { step: row.querySelector(".houvast-row__text")?.textContent ?? "", place: this.rows.indexOf(row) + 1, all: this.rows.length };
    const words = filled(this.question.dataset.moved ?? "", values);
    tell(said, words);
  }

  answer() {
    return { chosen: this.rows.map((row) => row.dataset.item).join(",") };
  }

  /**
   * Each step that comes right after the one it should come after is right; the first one, where it comes first.
   *
   * One step in the wrong place costs little then. Moodle grades so too, seen from the other end: "Relative to the next
   * item (including last)" of its ordering question (question/type/ordering/lang/en/qtype_ordering.php).
   * @param {Answer} answer
   */
  judge({ chosen }) {
    const digests = chosen.split(",");
    return { hits: digests.filter((_, place) => this.follows(digests, place)).length, all: this.right.length };
  }

  /** Whether a step comes right after the one it should come after. @param {string[]} digests @param {number} place */
  follows(digests, place) {
    return digests[place - 1] === this.right[this.right.indexOf(digests[place] ?? "") - 1];
  }

  /** @param {Answer} answer */
  show({ chosen }) {
    const digests = chosen.split(",");
    this.rows.forEach((row, place) => this.question.mark(row, this.follows(digests, place)));
  }

  reasons() {
    return [...this.question.querySelectorAll(".houvast-answer > .houvast-answer__rationale")];
  }

  /** @param {Answer} answer */
  restore({ chosen }) {
    const rows = new Map(this.rows.map((row) => [row.dataset.item, row]));
    const digests = chosen.split(",");
    if (digests.length !== rows.size || !digests.every((digest) => rows.has(digest))) return false;
    for (const digest of digests) this.list.append(/** @type {HTMLElement} */ (rows.get(digest)));
    this.draw();
    return true;
  }

  /** In another order, and never in the right one. @param {string} seed */
  mix(seed) {
    const right = this.right.join(",");
    do {
      mix(this.rows.map((row) => [row, row.dataset.item ?? ""]), seed);
      seed += ".";
    } while (this.answer().chosen === right);
    this.draw();
  }
}
