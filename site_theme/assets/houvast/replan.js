/** The block of a learner's planning on a path: the code for it comes when it is opened, or when there is a planning. */

import { log, setting } from "./log.js";
import { say } from "./wording.js";

export class HouvastPlan extends HTMLElement {
  /** @type {Promise<import("./planning.js").Planning | undefined> | undefined} */
  #planning;

  async connectedCallback() {
    this.querySelector("details")?.addEventListener("toggle", this);
    log().addEventListener("change", this);
    await this.resume();
    this.hidden = false;
  }

  async disconnectedCallback() {
    log().removeEventListener("change", this);
    (await this.#planning)?.stop();
  }

  /** @param {Event} event */
  handleEvent(event) {
    if (event.type === "change") this.resume();
    else this.plan();
  }

  /** Go on with a planning that is kept, if there is one. */
  async resume() {
    if (!this.#planning && (await setting("plan"))) await this.plan();
  }

  plan() {
    this.#planning ??= this.load().catch(() => {
      const said = this.querySelector("[data-said]");
      if (said) said.textContent = say("plan_not_loaded");
      this.#planning = undefined; // the next time it is opened, it is tried again
      return undefined;
    });
    return this.#planning;
  }

  async load() {
    const file = await fetch(this.dataset.file ?? "");
    if (!file.ok) throw new Error(`${file.status}`);
    const [{ Planning }, path] = await Promise.all([import("./planning.js"), file.json()]);
    const planning = new Planning(this, path);
    await planning.draw();
    planning.form.hidden = false;
    return planning;
  }
}

customElements.define("houvast-plan", HouvastPlan);
