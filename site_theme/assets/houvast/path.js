/** The handrail: how far the learner is, along a path and beside a unit. */

import { log } from "./log.js";
import { fold, tally } from "./progress.js";
import { say } from "./wording.js";

export class HouvastPath extends HTMLElement {
  connectedCallback() {
    log().addEventListener("change", this);
    this.scrollToCurrent();
    this.draw();
  }

  disconnectedCallback() {
    log().removeEventListener("change", this);
  }

  handleEvent() {
    this.draw();
  }

  /** @returns {HTMLElement[]} */
  get steps() {
    return [...this.querySelectorAll(".houvast-step")].map((step) => /** @type {HTMLElement} */ (step));
  }

  /** Bring the current step into sight where the rail is a list that scrolls by itself; the page stays where it is. */
  scrollToCurrent() {
    const current = /** @type {HTMLElement | null} */ (this.querySelector("[aria-current]"));
    if (current) this.scrollTop = current.offsetTop - this.clientHeight / 3;
  }

  async draw() {
    const items = fold(await log().all());
    let right = 0;
    let all = 0;
    let tried = 0;
    for (const step of this.steps) {
      const count = tally(items, (step.dataset.items ?? "").split(" ").filter(Boolean));
      right += count.right;
      all += count.all;
      tried += count.tried;
      mark(step, count);
    }
    this.reach();
    const progress = this.querySelector("[data-progress]");
    if (progress && tried > 0) progress.textContent = say("total", { right, all });
    this.resume(tried > 0);
  }

  /** Fill the rail up to a session whose way there is done. */
  reach() {
    let reached = true;
    for (const session of this.querySelectorAll(".houvast-session")) {
      session.toggleAttribute("data-reached", reached);
      reached &&= [...session.querySelectorAll(".houvast-step")].every((step) => step.matches("[data-state=done]"));
    }
  }

  /**
   * Point the button at the first step that is not done.
   * @param {boolean} begun
   */
  resume(begun) {
    const button = /** @type {HTMLAnchorElement | null} */ (this.querySelector("[data-resume]"));
    if (!button || !begun) return;
    const open = this.steps.find((step) => step.dataset.state !== "done");
    const link = (open ?? this.steps[0])?.querySelector("a");
    if (!link) return;
    button.href = link.href;
    button.textContent = open ? say("resume", { title: link.textContent ?? "" }) : say("repeat");
  }
}

/**
 * Show how far one step is, in its line and in words.
 * @param {HTMLElement} step
 * @param {{ right: number, tried: number, all: number }} count
 */
function mark(step, count) {
  const state = count.all > 0 && count.right === count.all ? "done" : count.tried > 0 ? "begun" : "open";
  step.dataset.state = state;
  step.style.setProperty("--filled", String(count.all ? count.right / count.all : 0));
  const shown = step.querySelector("[data-count]");
  const played = step.matches(".houvast-step--scenario");
  if (shown && state !== "open") shown.textContent = played ? say("played") : say("count", { right: count.right, all: count.all });
  let spoken = step.querySelector(":scope > .houvast-spoken");
  if (!spoken) {
    spoken = document.createElement("span");
    spoken.className = "houvast-spoken";
    step.querySelector("a")?.after(spoken);
  }
  spoken.textContent = state === "open" ? "" : ` (${say(state)})`;
}

customElements.define("houvast-path", HouvastPath);
