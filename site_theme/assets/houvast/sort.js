/** Sort things into columns, with a list to choose from at each. */

/** @typedef {import("./form.js").Answer} Answer */
/** @typedef {import("./form.js").Form} Form */

/** @implements {Form} */
export default class Sort {
  /** @param {import("./question.js").HouvastQuestion} question */
  constructor(question) {
    this.question = question;
  }

  /** @returns {HTMLElement[]} */
  get rows() {
    return [...this.question.querySelectorAll(".houvast-sort > [data-item]")].map((row) => /** @type {HTMLElement} */ (row));
  }

  /** The list of a row. @param {HTMLElement} row */
  list(row) {
    return /** @type {HTMLSelectElement} */ (row.querySelector("select"));
  }

  /** Which column each thing belongs in, as `digest:number`. */
  get right() {
    const kept = [...this.question.querySelectorAll(".houvast-answer [data-item]")];
    return kept.map((one) => `${one.getAttribute("data-item")}:${one.getAttribute("data-column")}`);
  }

  answer() {
    const lists = this.rows.map((row) => this.list(row));
    for (const list of lists) list.toggleAttribute("data-open", !list.value);
    if (lists.some((list) => !list.value)) return undefined;
    return { chosen: this.rows.map((row) => `${row.dataset.item}:${this.list(row).value}`).join(",") };
  }

  /** The share in the right column. @param {Answer} answer */
  judge({ chosen }) {
    const pairs = chosen.split(",");
    const right = this.right;
    return { hits: right.filter((pair) => pairs.includes(pair)).length, all: right.length };
  }

  /** @param {Answer} answer */
  show({ chosen }) {
    const pairs = chosen.split(",");
    const hits = this.right.filter((pair) => pairs.includes(pair));
    for (const row of this.rows) this.question.mark(row, hits.some((pair) => pair.startsWith(`${row.dataset.item}:`)));
  }

  reasons() {
    return [...this.question.querySelectorAll(".houvast-answer > .houvast-answer__rationale")];
  }

  /** @param {Answer} answer */
  restore({ chosen }) {
    const columns = new Map(chosen.split(",").map((pair) => /** @type {[string, string]} */ (pair.split(":"))));
    if (columns.size !== this.rows.length || !this.rows.every((row) => columns.has(row.dataset.item ?? ""))) return false;
    for (const row of this.rows) this.list(row).value = columns.get(row.dataset.item ?? "") ?? "";
    return this.rows.every((row) => this.list(row).value);
  }

  /** @param {string} seed */
  async mix(seed) {
    const { mix } = await import("./mix.js");
    mix(this.rows.map((row) => [row, row.dataset.item ?? ""]), seed);
  }
}
