/** A review of a path: cases that come back, one at a time, and what to look at again. */

import { inWords, today } from "./days.js";
import { keepSetting, log, setting } from "./log.js";
import { make } from "./make.js";
import { pick } from "./pick.js";
import { schedule } from "./plan.js";
import { standing } from "./progress.js";
import { keepSitting, sittingsDone } from "./sittings.js";
import { choiceOf, firstDay, startFor } from "./start.js";
import { caseIn, itemsOf, placesOf, unitsOnRail } from "./units.js";
import { filled } from "./wording.js";

const HEARD = ["click", "houvast:answered"];

/**
 * @typedef {object} Sitting
 * @property {number} number
 * @property {string} at  the moment it began
 * @property {HTMLElement[]} places  of its cases, in order
 * @property {Map<string, boolean>} firsts  whether the first answer to each was right
 */

/** @param {unknown} kept @returns {{ number: number, at: string } | undefined} */
function begunOf(kept) {
  const { number, at } = /** @type {{ number?: unknown, at?: unknown }} */ (kept ?? {});
  return typeof number === "number" && typeof at === "string" && Date.parse(at) > 0 ? { number, at } : undefined;
}

export class HouvastReview extends HTMLElement {
  /** @type {Sitting | undefined} */
  #sitting;
  /** @type {HTMLElement | undefined} the place of the case that is shown */
  #shown;
  #drawing = 0;

  connectedCallback() {
    for (const type of HEARD) this.addEventListener(type, this);
    log().addEventListener("change", this);
    this.stand();
  }

  disconnectedCallback() {
    for (const type of HEARD) this.removeEventListener(type, this);
    log().removeEventListener("change", this);
  }

  get path() {
    return this.dataset.path ?? "";
  }

  /** Whether a sitting is on, or was just done. */
  get isBusy() {
    return this.#shown !== undefined || !this.piece("outcome").hidden;
  }

  /** @param {string} name @returns {HTMLElement} */
  piece(name) {
    return /** @type {HTMLElement} */ (this.querySelector(`[data-${name}]`));
  }

  /** @param {Event} event */
  handleEvent(event) {
    const target = /** @type {Element} */ (event.target);
    if (event.type === "change") {
      if (!this.isBusy) this.stand();
    } else if (event.type === "houvast:answered") this.answered(/** @type {CustomEvent} */ (event).detail);
    else if (target === this.piece("start-button")) this.begin();
    else if (target === this.piece("next-button")) this.next();
  }

  /** Which sitting comes now, and what of it is answered. */
  async read() {
    const [plan, events, kept] = await Promise.all([setting("plan"), log().all(), setting(`sitting:${this.path}`)]);
    const number = sittingsDone(events, this.path) + 1;
    const begun = begunOf(kept);
    const at = begun?.number === number ? begun.at : new Date().toISOString();
    const places = placesOf(this);
    const units = unitsOnRail();
    const cases = places.map(caseIn);
    const picked = pick({ cases, units: itemsOf(units), events, path: this.path, sitting: number, before: at });
    /** @type {Map<string, boolean>} */
    const firsts = new Map();
    for (const event of standing(events).filter((one) => one.kind === "answered" && one.at >= at)) {
      const isPicked = picked.some(({ id, hash }) => id === event.item && hash === event.hash);
      if (isPicked && !firsts.has(event.item)) firsts.set(event.item, event.correct);
    }
    const shown = picked.map(({ id }) => /** @type {HTMLElement} */ (places.find((place) => place.dataset.case === id)));
    return { sitting: { number, at, places: shown, firsts }, events, units, isBegun: begun?.number === number, plan };
  }

  /** Say how it stands with the reviews, and offer one. */
  async stand() {
    const drawing = ++this.#drawing;
    const { sitting, events, units, isBegun, plan } = await this.read();
    if (drawing !== this.#drawing || this.isBusy) return;
    this.#sitting = sitting;
    const { number, places, firsts } = sitting;
    const day = dueDay(this.dataset, events, units, plan, number - 1);
    const isDue = day !== undefined && day <= today();
    const isUnderway = isBegun && firsts.size > 0;
    const planned = (this.dataset.reviews ?? "").split(" ").length;
    let words = day ? "early" : "earlyUndated";
    if (isDue) words = "due";
    if (number > planned) words = "complete";
    if (isUnderway) words = "underway";
    if (!places.length) words = "none";
    const values = { number, day: day ? inWords(day, true) : "", done: firsts.size, all: places.length };
    this.piece("standing").textContent = filled(this.dataset[words], values);
    const button = this.piece("start-button");
    button.textContent = this.dataset[isUnderway ? "resume" : isDue ? "begin" : "anyway"] ?? "";
    button.hidden = !places.length;
    this.querySelector("[data-first]")?.toggleAttribute("hidden", places.length > 0);
    this.piece("stage").hidden = false;
  }

  async begin() {
    if (!this.#sitting) return;
    const { number, at } = this.#sitting;
    const kept = keepSetting(`sitting:${this.path}`, { number, at });
    this.piece("stage").hidden = true;
    this.next();
    await kept;
  }

  /** Show the first case that is not answered, or how it went. */
  next() {
    const { places, firsts } = /** @type {Sitting} */ (this.#sitting);
    const next = places.find((place) => !firsts.has(place.dataset.case ?? ""));
    for (const place of placesOf(this)) place.toggleAttribute("data-shown", place === next);
    this.piece("next-button").hidden = true;
    this.#shown = next;
    if (!next) {
      this.end();
      return;
    }
    /** @type {HTMLDetailsElement} */ (this.querySelector("details")).open = true;
    const answer = /** @type {HTMLElement} */ (next.querySelector("houvast-question"));
    // An answer of earlier today is not one of this sitting: the question opens again.
    if (answer.dataset.state) /** @type {HTMLElement} */ (answer.querySelector("button[type=reset]")).click();
    const line = this.piece("place-line");
    line.textContent = filled(this.dataset.place, { place: places.indexOf(next) + 1, all: places.length });
    line.hidden = false;
    line.focus();
  }

  /** The first answer counts; a later one is practice. @param {{ id: string, correct: boolean }} answer */
  answered({ id, correct }) {
    const sitting = this.#sitting;
    if (!sitting || this.#shown?.dataset.case !== id) return;
    if (!sitting.firsts.has(id)) sitting.firsts.set(id, correct);
    const button = this.piece("next-button");
    button.textContent = this.dataset[sitting.firsts.size < sitting.places.length ? "goOn" : "end"] ?? "";
    button.hidden = false;
  }

  /** Log the sitting, and say how it went: what is right, and which units to look at again. */
  async end() {
    const { number, places, firsts } = /** @type {Sitting} */ (this.#sitting);
    const right = [...firsts.values()].filter(Boolean).length;
    const all = places.length;
    this.piece("outcome").hidden = false;
    this.piece("place-line").hidden = true;
    /** @type {HTMLDetailsElement} */ (this.querySelector("details")).open = false;
    const score = this.piece("score");
    score.textContent = filled(this.dataset[right === all ? "overAll" : "over"], { number, right, all });
    score.focus();
    const missed = unitsOf(places.filter((place) => !firsts.get(place.dataset.case ?? "")));
    this.list("again", missed);
    this.list("well", unitsOf(places).filter((unit) => !missed.includes(unit)));
    await keepSitting(this.path, number, { right, all });
    const { events, units, plan } = await this.read();
    const day = dueDay(this.dataset, events, units, plan, number);
    this.piece("when").textContent = day ? filled(this.dataset.next, { day: inWords(day, true) }) : "";
  }

  /** @param {string} name @param {string[]} ids */
  list(name, ids) {
    const held = this.piece(name);
    const units = unitsOnRail();
    const lines = ids.map((id) => {
      const { title = id, href = "" } = units.get(id) ?? {};
      const [line, link] = [make("li"), make("a", "", title)];
      link.href = href;
      line.append(link);
      return line;
    });
    held.querySelector("ul")?.replaceChildren(...lines);
    held.hidden = !lines.length;
  }
}

/** The units of these cases, each once. @param {HTMLElement[]} places */
const unitsOf = (places) => [...new Set(places.map((place) => place.dataset.unit ?? ""))];

/**
 * The day of the next sitting, as the planning has it; where there is no planning, counted from when the learner began.
 * @param {DOMStringMap} dataset
 * @param {import("./log.js").LogEvent[]} events
 * @param {Map<string, import("./units.js").RailUnit>} units
 * @param {unknown} plan
 * @param {number} done
 */
function dueDay({ start: asked = "", reviews = "" }, events, units, plan, done) {
  const items = new Set([...units].flatMap(([id, unit]) => [id, ...unit.items.map((item) => item.split(":")[0] ?? "")]));
  const start = choiceOf(plan).start || startFor(asked, items, events) || firstDay(items, events);
  if (!start) return undefined;
  const pace = { minutes_per_session: 1, sessions_per_week: 1, reviews: reviews.split(" ").map(Number) };
  return schedule([], pace, start, { today: today(), reviewsDone: done }).reviews[0];
}

customElements.define("houvast-review", HouvastReview);
