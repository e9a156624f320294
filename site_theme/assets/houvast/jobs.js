/** Search for one's own job, by the titles people use for it. */

import { holds } from "./fold.js";
import { say } from "./wording.js";

export class HouvastJobs extends HTMLElement {
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

  get jobs() {
    return [...this.querySelectorAll("[data-names]")].map((job) => /** @type {HTMLElement} */ (job));
  }

  /** @param {Event} event */
  handleEvent(event) {
    if (event.type === "submit") event.preventDefault();
    this.filter();
    const found = this.jobs.filter((job) => !job.hidden);
    if (event.type === "submit" && found.length === 1) found[0]?.querySelector("a")?.click();
  }

  filter() {
    const words = String(new FormData(this.form).get("words"));
    let found = 0;
    for (const job of this.jobs) {
      job.hidden = !holds(job.dataset.names ?? "", words);
      found += Number(!job.hidden);
    }
    this.querySelector(".houvast-none")?.toggleAttribute("hidden", found > 0);
    const count = this.querySelector("[data-count]");
    if (count) count.textContent = say("found", { number: found });
  }
}

customElements.define("houvast-jobs", HouvastJobs);
