/** The filter of the library: units that hold a word and teach a competency. */

import { holds } from "./fold.js";
import { say } from "./wording.js";

export class HouvastLibrary extends HTMLElement {
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

  /** @param {Event} event */
  handleEvent(event) {
    if (event.type === "submit") event.preventDefault();
    else this.filter();
  }

  filter() {
    const entries = new FormData(this.form);
    const words = String(entries.get("words"));
    const competency = String(entries.get("competency"));
    let found = 0;
    for (const unit of this.querySelectorAll("[data-competencies]")) {
      const taught = /** @type {HTMLElement} */ (unit).dataset.competencies?.split(" ") ?? [];
      const fits = holds(unit.textContent ?? "", words) && (!competency || taught.includes(competency));
      unit.toggleAttribute("hidden", !fits);
      found += Number(fits);
    }
    const count = this.querySelector("[data-count]");
    if (count) count.textContent = say("found", { number: found });
    this.querySelector(".houvast-none")?.toggleAttribute("hidden", found > 0);
  }
}

customElements.define("houvast-library", HouvastLibrary);
