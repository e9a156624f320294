/** "May I do this?": three choices, one answer, and an address that holds them: `#internal.chat.write`. */

import { tell } from "./live.js";

const HEARD = ["change", "submit", "click"];

/** Shows the answer that the tables under it hold. The choices stand in the address, so that a link leads to an answer. */
export class HouvastMayI extends HTMLElement {
  /** @type {Map<string, HTMLElement>} the cells by the address of their combination */
  #cells = new Map();
  #told = "";

  connectedCallback() {
    if (!this.#cells.size) {
      for (const cell of this.querySelectorAll("td")) {
        this.#cells.set(cell.id, cell);
        cell.removeAttribute("id"); // or the browser would go to the cell, and not to the answer
      }
      this.form.hidden = false;
      /** @type {HTMLDetailsElement} */ (this.querySelector(".houvast-may-i__all")).open = false;
    }
    for (const type of HEARD) this.addEventListener(type, this);
    window.addEventListener("popstate", this);
    this.choose(this.named);
  }

  disconnectedCallback() {
    for (const type of HEARD) this.removeEventListener(type, this);
    window.removeEventListener("popstate", this);
  }

  get form() {
    return /** @type {HTMLFormElement} */ (this.querySelector("form"));
  }

  /** The answer in short, which is said, and what to do. */
  get parts() {
    const parts = [".houvast-may-i__answer", ".houvast-may-i__next"].map((name) => this.querySelector(name));
    return /** @type {[HTMLElement, HTMLElement]} */ (parts);
  }

  get radios() {
    return [...this.querySelectorAll("input")];
  }

  /** The last of the choices that were made, right above the answer. */
  get last() {
    return this.radios.findLast((radio) => radio.checked);
  }

  /** What the address names. */
  get named() {
    return location.hash.slice(1);
  }

  /** The combination that is chosen, as an address; not that of any cell while a choice is still open. */
  get chosen() {
    const checked = this.radios.filter((radio) => radio.checked);
    return checked.map((radio) => radio.value).join(".");
  }

  /** @param {Event} event */
  handleEvent(event) {
    if (event.type === "submit") event.preventDefault();
    else if (event.type === "popstate") this.choose(this.named);
    else if (event.type === "change") this.keep(this.chosen, event.target === this.last);
    else this.follow(event);
  }

  /** A link to another answer changes the choices, without a way down to the tables. @param {Event} event */
  follow(event) {
    const link = /** @type {Element} */ (event.target).closest("a");
    const key = link?.hash.slice(1) ?? "";
    if (!this.#cells.has(key)) return;
    event.preventDefault();
    history.pushState(null, "", `#${key}`);
    this.parts[1].focus({ preventScroll: true }); // the link goes with the answer it stood in
    this.choose(key);
  }

  /**
   * Put a whole combination in the address, and answer it.
   * @param {string} key
   * @param {boolean} reveals  whether to bring what to do into sight
   */
  keep(key, reveals) {
    if (this.#cells.has(key) && key !== this.named) history.pushState(null, "", `#${key}`);
    this.answer(reveals);
  }

  /** Choose what an address names; one that names nothing here leaves the choices as they are. @param {string} key */
  choose(key) {
    if (this.#cells.has(key)) {
      const values = key.split(".");
      const names = [...new Set(this.radios.map((radio) => radio.name))];
      for (const radio of this.radios) radio.checked = values[names.indexOf(radio.name)] === radio.value;
    } else if (!key) {
      this.form.reset();
    }
    this.answer(true);
  }

  /**
   * Say the answer; what to do follows it.
   * @param {boolean} reveals  whether to bring what follows into sight
   */
  answer(reveals) {
    const cell = this.#cells.get(this.chosen);
    const told = cell ? this.chosen : "";
    if (told === this.#told) return;
    this.#told = told;
    const [answer, after] = this.parts;
    for (const part of this.parts) delete part.dataset.answer;
    after.replaceChildren();
    if (!cell) {
      tell(answer);
      return;
    }
    const why = /** @type {HTMLElement} */ (document.getElementById(`why-${cell.dataset.rule}`));
    const [verdict, because, ...next] = /** @type {Element} */ (why.cloneNode(true)).children;
    tell(
      answer,
      () => /** @type {Element[]} */ ([verdict, because]),
      () => {
        for (const part of this.parts) part.dataset.answer = why.dataset.answer;
        after.replaceChildren(...next);
        if (cell.dataset.instead) this.offer(after, cell.dataset.instead.trim().split(" "));
        if (reveals) after.scrollIntoView({ block: "nearest" });
      },
    );
  }

  /**
   * Under what to do: the tools in which the same may.
   * @param {HTMLElement} after
   * @param {string[]} keys
   */
  offer(after, keys) {
    const held = /** @type {HTMLElement} */ (this.querySelector("p[hidden]"));
    const offered = /** @type {HTMLElement} */ (held.cloneNode(true));
    offered.hidden = false;
    for (const link of offered.querySelectorAll("a")) {
      const key = keys.find((one) => one.split(".")[1] === link.dataset.tool);
      if (key) link.hash = key;
      else link.remove();
    }
    after.querySelector("ul")?.before(offered);
  }
}

customElements.define("houvast-may-i", HouvastMayI);
