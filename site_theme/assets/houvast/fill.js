/** Fill in what is missing from a sentence; how it is written matters little. */

/** @typedef {import("./form.js").Answer} Answer */

/** As many signs of one blank are kept; so many blanks never come near what one event may hold. */
const LONGEST = 200;

/**
 * A text without what a reader would not call a difference: case, accents, spaces, the kind of apostrophe, a full stop
 * at the end. By Unicode's own rules (NFKD; case without a language), so alike in every browser.
 * @param {string} text
 */
export function folded(text) {
  const plain = text.normalize("NFKD").replace(/\p{M}/gu, "").replace(/[‘’]/g, "'");
  return plain.toLowerCase().replace(/\s+/g, " ").trim().replace(/ ?\.$/, "");
}

/** @typedef {import("./form.js").Form} Form */
/** @implements {Form} */
export default class Fill {
  /** @param {import("./question.js").HouvastQuestion} question */
  constructor(question) {
    this.question = question;
  }

  /** @returns {HTMLInputElement[]} */
  get blanks() {
    return [...this.question.querySelectorAll(".houvast-blank input")].map((one) => /** @type {HTMLInputElement} */ (one));
  }

  /** Whether a text is one of those that a blank takes. @param {string} text @param {number} index */
  takes(text, index) {
    const taken = [...this.question.querySelectorAll(`[data-blank="${index + 1}"]`)];
    return taken.some((one) => folded(one.textContent ?? "") === folded(text));
  }

  answer() {
    const texts = this.blanks.map(({ value }) => value.slice(0, LONGEST));
    this.blanks.forEach((blank, index) => blank.toggleAttribute("data-open", !texts[index]?.trim()));
    return texts.every((text) => text.trim()) ? { chosen: "", text: texts.join("\n") } : undefined;
  }

  /** The share that is right. @param {Answer} answer */
  judge({ text = "" }) {
    const texts = text.split("\n");
    return { hits: texts.filter((one, index) => this.takes(one, index)).length, all: this.blanks.length };
  }

  /** @param {Answer} answer */
  show({ text = "" }) {
    const texts = text.split("\n");
    this.blanks.forEach((blank, index) => {
      const held = /** @type {Element} */ (blank.parentElement);
      this.question.mark(held, this.takes(texts[index] ?? "", index));
      const id = `${this.question.id}--mark-${index}`;
      held.querySelector(".houvast-option__mark")?.setAttribute("id", id);
      blank.setAttribute("aria-describedby", id);
    });
  }

  reasons() {
    return [...this.question.querySelectorAll(".houvast-answer > .houvast-answer__rationale")];
  }

  /** @param {Answer} answer */
  restore({ text }) {
    if (text === undefined) return false; // brought from another device, without what was filled in
    const texts = text.split("\n");
    if (texts.length !== this.blanks.length) return false;
    this.blanks.forEach((blank, index) => (blank.value = texts[index] ?? ""));
    return true;
  }
}
