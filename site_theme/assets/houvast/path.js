/** The handrail: how far the learner is, along a path and beside a unit. */

import { gated } from "./gate.js";
import { log } from "./log.js";
import { fold, foldUnits, tally } from "./progress.js";
import { say } from "./wording.js";

/** What the learner is past: a step that is done, or one of a unit that was skipped. */
const PAST = "[data-state=done], [data-state=skipped]";

/** The words for the total: nothing skipped, one unit, more. */
const TOTALS = ["total", "total_one_skipped", "total_skipped"];

export class HouvastPath extends HTMLElement {
  /** Whether anything was done or skipped; from then on it is told how much, also after all was taken back. */
  #begun = false;

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
    const events = await log().all();
    const items = gated(fold(events), events, this.steps.flatMap((step) => (step.dataset.critical ?? "").split(" ")));
    const units = foldUnits(events);
    /** @type {Set<string>} */
    const skipped = new Set();
    let right = 0;
    let all = 0;
    let tried = 0;
    for (const step of this.steps) {
      const unit = unitOf(step);
      const count = tally(items, (step.dataset.items ?? "").split(" ").filter(Boolean));
      mark(step, count, units.get(unit)?.skipped ?? false);
      if (step.dataset.state === "skipped") {
        skipped.add(unit);
        continue;
      }
      right += count.right;
      all += count.all;
      tried += count.tried;
    }
    this.reach();
    this.#begun ||= tried > 0 || skipped.size > 0;
    if (!this.#begun) return;
    this.total({ right, all, skipped: skipped.size });
    this.resume();
  }

  /**
   * Say how much is done, and apart from it how much is skipped: that is neither done nor still to do.
   * @param {{ right: number, all: number, skipped: number }} count
   */
  total(count) {
    const progress = this.querySelector("[data-progress]");
    if (progress) progress.textContent = say(TOTALS[Math.min(count.skipped, 2)] ?? "total", count);
  }

  /** Fill the rail up to a session whose way there is done. */
  reach() {
    let reached = true;
    for (const session of this.querySelectorAll(".houvast-session")) {
      session.toggleAttribute("data-reached", reached);
      reached &&= [...session.querySelectorAll(".houvast-step")].every((step) => step.matches(PAST));
    }
  }

  /** Point the button at the first step that is neither done nor skipped. */
  resume() {
    const button = /** @type {HTMLAnchorElement | null} */ (this.querySelector("[data-resume]"));
    if (!button) return;
    const open = this.steps.find((step) => !step.matches(PAST));
    const link = (open ?? this.steps[0])?.querySelector("a");
    if (!link) return;
    button.href = link.href;
    const all = this.steps.every((step) => step.dataset.state === "done");
    button.textContent = open ? say("resume", { title: link.textContent ?? "" }) : say(all ? "repeat" : "repeat_skipped");
  }
}

/** The unit that a step leads to: the last folder of its address. @param {HTMLElement} step */
const unitOf = (step) => step.dataset.unit ?? "";

/**
 * Show how far one step is, in its line and in words.
 * @param {HTMLElement} step
 * @param {{ right: number, tried: number, all: number }} count
 * @param {boolean} skipped  whether its unit is; a step that is done stays done
 */
function mark(step, count, skipped) {
  const done = count.all > 0 && count.right === count.all;
  const state = done ? "done" : skipped ? "skipped" : count.tried > 0 ? "begun" : "open";
  step.dataset.state = state;
  step.style.setProperty("--filled", String(count.all ? count.right / count.all : 0));
  const shown = /** @type {HTMLElement | null} */ (step.querySelector("[data-count]"));
  if (shown && (state !== "open" || shown.dataset.count)) {
    const played = step.matches(".houvast-step--scenario");
    shown.dataset.count = state;
    shown.textContent = state === "skipped" || played ? say(played ? "played" : "skipped") : say(step.matches("[data-gate]") ? "count_gate" : "count", count);
  }
  let spoken = step.querySelector(":scope > .houvast-spoken");
  if (!spoken) {
    spoken = document.createElement("span");
    spoken.className = "houvast-spoken";
    step.querySelector("a")?.after(spoken);
  }
  spoken.textContent = state === "open" ? "" : ` (${say(state)})`;
}

customElements.define("houvast-path", HouvastPath);
