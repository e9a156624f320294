/** A learner's planning of a path: a start day, hats, the days of what is left, and a file for a calendar. */

import { awayIn, returningOf } from "./away.js";
import { inWords, reviewLine, sessionLine, today } from "./days.js";
import { keepSetting, log, setting } from "./log.js";
import { make } from "./make.js";
import { deadlines, endOf, moved, plusOf, schedule } from "./plan.js";
import { keepSitting, sittingsDone } from "./sittings.js";
import { choiceOf, isDay, startFor } from "./start.js";
import { say } from "./wording.js";

/** @typedef {import("./calendar.js").TitledStep & { items: string[], critical?: string[], returns?: string, hat?: Hat }} PathStep */
/** @typedef {{ id: string, title: string, steps: PathStep[] }} Hat */
/**
 * @typedef {object} PathFile  `path.json`
 * @property {string} role
 * @property {import("./plan.js").Pace & { id: string }} pace
 * @property {string | null} start
 * @property {Partial<Record<import("./plan.js").Milestone, string>>} by
 * @property {PathStep[]} steps
 * @property {Hat[]} hats
 */
/** @typedef {import("./start.js").Choice} Choice */

const HEARD = ["change", "submit", "click"];

/** Fills the block of the planning, and keeps what is chosen there. */
export class Planning {
  #choice = choiceOf(undefined);
  #drawing = 0;
  #reviewsDone = 0;
  /** @type {import("./plan.js").Schedule<PathStep> | undefined} */
  #planned;

  /** @param {HTMLElement} block @param {PathFile} path */
  constructor(block, path) {
    this.block = block;
    this.path = path;
    for (const type of HEARD) block.addEventListener(type, this);
    log().addEventListener("change", this);
    this.addHats();
  }

  stop() {
    for (const type of HEARD) this.block.removeEventListener(type, this);
    log().removeEventListener("change", this);
  }

  get form() {
    return /** @type {HTMLFormElement} */ (this.block.querySelector("form"));
  }

  /** @param {Event} event */
  handleEvent(event) {
    if (event.target === log()) this.draw();
    else if (event.type === "change") this.keep(event);
    else if (event.type === "submit") this.save(event);
    else if (/** @type {Element} */ (event.target).closest("[data-clear]")) keepSetting("plan", undefined);
    else if (/** @type {Element} */ (event.target).closest("[data-reviewed]")) this.review();
  }

  addHats() {
    const fieldset = /** @type {HTMLElement} */ (this.block.querySelector("[data-hats]"));
    fieldset.hidden = !this.path.hats.length;
    for (const { id, title } of this.path.hats) {
      const label = make("label", "houvast-plan__hat");
      const box = make("input");
      Object.assign(box, { type: "checkbox", name: "hat", value: id });
      label.append(box, ` ${title}`);
      fieldset.append(label);
    }
  }

  /** Keep what the form says; a day that is not yet whole, or out of reach, is left as it was. @param {Event} event */
  keep(event) {
    const asked = new FormData(this.form);
    const input = /** @type {HTMLInputElement} */ (event.target);
    const start = input.name === "start" ? input.value : this.#choice.start; // what the form shows is not always chosen
    if (!input.validity.valid || (start && !isDay(start))) return;
    this.choose({ start, hats: asked.getAll("hat").map(String), time: String(asked.get("time")) });
  }

  /** @param {Partial<Choice>} change */
  choose(change) {
    this.#choice = choiceOf({ ...this.#choice, ...change }); // at once: another choice may come before this one is kept
    this.#drawing += 1; // what is being read now is of before it
    keepSetting("plan", this.#choice);
  }

  /** The ids of all that is on the path. */
  get items() {
    return new Set(this.path.steps.flatMap((step) => [step.unit, ...step.items.map((item) => item.split(":")[0] ?? "")]));
  }

  get name() {
    return `${this.path.role}/${this.path.pace.id}`;
  }

  /** One review is done; the others keep their days. Focus stays in the list, whose button has gone. */
  review() {
    keepSitting(this.name, this.#reviewsDone + 1);
    this.block.querySelector("summary")?.focus();
  }

  async draw() {
    const drawing = ++this.#drawing;
    const [kept, events] = await Promise.all([setting("plan"), log().all()]);
    if (drawing !== this.#drawing) return;
    this.#choice = choiceOf(kept);
    this.#reviewsDone = sittingsDone(events, this.name);
    const { steps, pace } = this.path;
    const hats = this.path.hats.filter(({ id }) => this.#choice.hats.includes(id));
    const worn = hats.map((hat) => hat.steps.map((step) => ({ ...step, hat })));
    const [plus] = plusOf(steps, worn);
    const start = this.#choice.start || startFor(this.path.start, this.items, events);
    const away = awayIn([...steps, ...plus], events);
    this.fill(start);
    this.addPlus(hats, plus);
    const adding = hats.filter((hat) => plus.some((step) => step.hat === hat));
    const said = adding.length ? [say("plan_plus", { hats: adding.map(({ title }) => title).join(", ") })] : [];
    this.#planned = undefined;
    if (start) {
      const now = { plus, today: today(), away, reviewsDone: this.#reviewsDone };
      this.#planned = schedule(steps, pace, start, now);
      said.unshift(...this.sentences(schedule(steps, pace, start, { plus }), this.#planned));
      this.list(this.#planned, returningOf(steps, events));
    }
    this.tell(said.join(" "));
    const days = /** @type {HTMLElement} */ (this.block.querySelector("[data-days]"));
    days.hidden = !start;
    this.block.closest("houvast-path")?.querySelector(".houvast-deadlines:not([data-by])")?.toggleAttribute("hidden", start !== "");
  }

  /** The plus sections; the code for them comes with the first hat. @param {Hat[]} hats @param {PathStep[]} plus */
  async addPlus(hats, plus) {
    const path = /** @type {HTMLElement | null} */ (this.block.closest("houvast-path"));
    const wanted = hats.map(({ id }) => id).join(" ");
    if (!path || (path.dataset.plus ?? "") === wanted) return;
    path.dataset.plus = wanted;
    const { drawPlus } = await import("./plus.js");
    if (path.dataset.plus !== wanted) return;
    drawPlus(path, hats, plus);
    log().dispatchEvent(new Event("change")); // for whoever shows progress in steps: there are others now
  }

  /** Put what is kept in the form, unless the learner is at it. @param {string} start */
  fill(start) {
    for (const input of this.form.querySelectorAll("input")) {
      if (input.name === "hat") input.checked = this.#choice.hats.includes(input.value);
      else if (input !== document.activeElement) input.value = input.name === "start" ? start : this.#choice.time;
    }
  }

  /** @param {string} words */
  tell(words) {
    const said = /** @type {HTMLElement} */ (this.block.querySelector("[data-said]"));
    if (said.textContent !== words) said.textContent = words;
  }

  /**
   * What comes next, what moved and why.
   * @param {import("./plan.js").Schedule<PathStep>} before
   * @param {import("./plan.js").Schedule<PathStep>} after
   */
  sentences(before, after) {
    const next = after.sessions[0];
    const [was, is] = [endOf(before), endOf(after)];
    const values = { sessions: after.behind, before: was ? inWords(was) : "", after: is ? inWords(is) : "" };
    const said = moved(before, after).words.map((key) => say(key, values));
    if (next?.day === today()) said.push(say("plan_today", { number: next.number }));
    else if (next) said.push(say("plan_next", { number: next.number, day: inWords(next.day, true) }));
    return said;
  }

  /**
   * @param {import("./plan.js").Schedule<PathStep>} planned
   * @param {PathStep[]} returning  skipped, and of which a case comes back in the first review
   */
  list(planned, returning) {
    const { by, pace } = this.path;
    this.block.querySelector("[data-sessions]")?.replaceChildren(...planned.sessions.map(sessionLine));
    const done = pace.reviews.length - planned.reviews.length;
    const reviews = planned.reviews.map((day, place) =>
      reviewLine(day, done + place + 1, place === 0 && day <= today(), done + place === 0 ? returning : []),
    );
    this.block.querySelector("[data-reviews]")?.replaceChildren(...reviews);
    const lines = deadlines(planned, by).map((one) => {
      const line = make("li");
      const key = one.isMet ? "plan_met" : one.sessionsAWeek ? "plan_missed" : "plan_too_late";
      const values = { by: inWords(one.by), reached: inWords(one.reached), sessions: one.sessionsAWeek ?? 0 };
      line.textContent = `${say(`plan_by_${one.milestone}`, values)} ${say(key, values)}`;
      return line;
    });
    this.block.querySelector("[data-by]")?.replaceChildren(...lines);
  }

  /** Hand over the file for a calendar; the code for it comes when it is asked for. @param {Event} event */
  async save(event) {
    event.preventDefault();
    const start = /** @type {HTMLElement} */ (this.form.elements.namedItem("start"));
    if (!this.#planned) {
      this.tell(say("plan_no_start"));
      start.focus();
      return;
    }
    const [{ calendarOf }, { handOver }] = await Promise.all([import("./calendar.js"), import("./hand-over.js")]);
    const { role, pace } = this.path;
    const id = `${role}.${pace.id}@${document.documentElement.dataset.organisation}`;
    const path = { id, pace, address: new URL(".", location.href).href };
    const text = calendarOf(this.#planned, path, this.#choice.time, new Date());
    handOver(text, `${role}-${pace.id}.ics`, "text/calendar");
  }
}
