/** A filter over a list: jobs by the titles people use, units by their words, competency and phase. */

import { say } from "./wording.js";

/** Text without differences of case and accents. @param {string} text */
const folded = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

/** Shows the entries that fit. An entry holds its words in `data-words`, or is searched whole. */
export class HouvastFilter extends HTMLElement {
  connectedCallback() {
    this.form.hidden = false;
    this.addEventListener("input", this);
    this.addEventListener("submit", this);
  }

  disconnectedCallback() {
    this.removeEventListener("input", this);
    this.removeEventListener("submit", this);
  }

  get form() {
    return /** @type {HTMLFormElement} */ (this.querySelector("form"));
  }

  get entries() {
    return [...this.querySelectorAll(".houvast-choice")].map((entry) => /** @type {HTMLElement} */ (entry));
  }

  /** @param {Event} event */
  handleEvent(event) {
    if (event.type === "submit") event.preventDefault();
    this.filter();
    const found = this.entries.filter((entry) => !entry.hidden);
    if (event.type === "submit" && found.length === 1) found[0]?.querySelector("a")?.click();
  }

  filter() {
    const asked = new FormData(this.form);
    const words = folded(String(asked.get("words"))).split(/\s+/).filter(Boolean);
    const competency = String(asked.get("competency") ?? "");
    const phase = String(asked.get("phase") ?? "");
    let found = 0;
    for (const entry of this.entries) {
      const text = folded(entry.dataset.words ?? entry.textContent ?? "");
      const serves =
        (!competency || (entry.dataset.competencies ?? "").split(" ").includes(competency)) &&
        (!phase || (entry.dataset.phases ?? "").split(" ").includes(phase));
      entry.hidden = !serves || !words.every((word) => text.includes(word));
      found += Number(!entry.hidden);
    }
    this.querySelector(".houvast-none")?.toggleAttribute("hidden", found > 0);
    const count = this.querySelector("[data-count]");
    if (count) count.textContent = say("found", { number: found });
  }
}

customElements.define("houvast-filter", HouvastFilter);
