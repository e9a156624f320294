/** Choose one option, or all that are right. */

/** @typedef {import("./form.js").Answer} Answer */
/** @typedef {import("./form.js").Form} Form */

/** @implements {Form} */
export class Choice {
  /** @param {import("./question.js").HouvastQuestion} question */
  constructor(question) {
    this.question = question;
  }

  /** @returns {HTMLInputElement[]} */
  get options() {
    return [...this.question.querySelectorAll(".houvast-option input")].map((one) => /** @type {HTMLInputElement} */ (one));
  }

  /** What is said of each option. @returns {HTMLElement[]} */
  explained(key = "") {
    return [...this.question.querySelectorAll(`[data-option]${key}`)].map((one) => /** @type {HTMLElement} */ (one));
  }

  answer() {
    const chosen = this.options.filter((option) => option.checked).map((option) => option.value);
    return chosen.length ? { chosen: chosen.join(",") } : undefined;
  }

  /** @param {Answer} answer @returns {import("./form.js").Outcome | undefined} */
  judge({ chosen }) {
    const digests = chosen.split(",");
    const right = this.explained("[data-correct=yes]").map((one) => one.dataset.option ?? "");
    const hits = right.filter((digest) => digests.includes(digest)).length;
    return { hits, all: right.length, extra: digests.length - hits };
  }

  /** @param {Answer} answer */
  show({ chosen }) {
    const digests = chosen.split(",");
    const right = this.explained("[data-correct=yes]").map((one) => one.dataset.option);
    for (const option of this.options.filter(({ value }) => digests.includes(value))) {
      this.question.mark(/** @type {Element} */ (option.parentElement), right.includes(option.value));
    }
  }

  /** Why what was chosen is right or not; where several were, each reason follows its option. @param {Answer} answer */
  reasons({ chosen }) {
    const digests = chosen.split(",");
    const parts = digests.length > 1 ? ".houvast-answer__option, .houvast-answer__rationale" : ".houvast-answer__rationale";
    const held = this.explained().filter((one) => digests.includes(one.dataset.option ?? ""));
    return held.flatMap((one) => [...one.querySelectorAll(parts)]);
  }

  /** @param {Answer} answer */
  restore({ chosen }) {
    const digests = chosen.split(",");
    const known = this.options.filter(({ value }) => digests.includes(value));
    if (known.length !== digests.length) return false;
    for (const option of this.options) option.checked = known.includes(option);
    return true;
  }

  /** @param {string} seed */
  async mix(seed) {
    const { mix } = await import("./mix.js");
    mix(this.options.map((option) => [/** @type {Element} */ (option.parentElement), option.value]), seed);
  }
}
