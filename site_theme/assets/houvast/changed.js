/** Changed since you did this: a card for each fact and critical case that is another than when its unit was finished. */

import { inWords, dayOf } from "./days.js";
import { keepSetting, log, setting } from "./log.js";
import { make } from "./make.js";
import { fold, tally } from "./progress.js";
import { unitsOnRail } from "./units.js";
import { fill } from "./wording.js";

const MOST_CARDS = 3;

/** What a learner saw of a unit when it was finished, and when that was. @typedef {{ at: string, saw: Record<string, string> }} Seen */

/** @param {unknown} kept @returns {Seen | undefined} */
function seenOf(kept) {
  const { at, saw } = /** @type {{ at?: unknown, saw?: unknown }} */ (kept ?? {});
  if (typeof at !== "string" || !(Date.parse(at) > 0) || !saw || typeof saw !== "object") return undefined;
  return { at, saw: Object.fromEntries(Object.entries(saw).map(([key, digest]) => [key, String(digest)])) };
}

export class HouvastChanged extends HTMLElement {
  #drawing = 0;
  /** @type {Map<string, Seen>} by unit */
  #seen = new Map();

  connectedCallback() {
    this.addEventListener("click", this);
    document.addEventListener("houvast:answered", this);
    log().addEventListener("change", this);
    this.draw();
  }

  disconnectedCallback() {
    this.removeEventListener("click", this);
    document.removeEventListener("houvast:answered", this);
    log().removeEventListener("change", this);
  }

  get cards() {
    return [...this.querySelectorAll("[data-key]")].map((card) => /** @type {HTMLElement} */ (card));
  }

  /** @param {Event} event */
  handleEvent(event) {
    const target = /** @type {Element} */ (event.target);
    if (event.type === "change") this.draw();
    else if (event.type === "houvast:answered") this.answered(/** @type {CustomEvent} */ (event).detail.id);
    else if (target.closest("button")) this.see(/** @type {HTMLElement} */ (target.closest("[data-key]")));
  }

  /** Remember what was seen of a unit once it is done, and show what is another since. */
  async draw() {
    const drawing = ++this.#drawing;
    const names = [...new Set(this.cards.flatMap(unitsOf))];
    const [events, ...kept] = await Promise.all([log().all(), ...names.map((name) => setting(`seen:${name}`))]);
    if (drawing !== this.#drawing) return;
    const [items, units] = [fold(events), unitsOnRail()];
    this.#seen = new Map();
    for (const [place, name] of names.entries()) {
      const wanted = units.get(name)?.items ?? [];
      const { right, all } = tally(items, wanted);
      const ids = wanted.map((item) => item.split(":")[0]);
      const last = events.filter(({ item }) => ids.includes(item)).map(({ at }) => at).sort().at(-1);
      const seen = seenOf(kept[place]);
      const now = all > 0 && right === all && last ? this.withNew(name, seen ?? { at: last, saw: {} }) : seen;
      if (now) this.#seen.set(name, now);
      if (now && now !== seen) keepSetting(`seen:${name}`, now);
    }
    this.show(items);
  }

  /** What was seen, with what is new in the unit: that has not changed. @param {string} unit @param {Seen} seen @returns {Seen} */
  withNew(unit, seen) {
    const added = this.cards.filter((card) => unitsOf(card).includes(unit) && !(keyOf(card) in seen.saw));
    if (!added.length) return seen;
    return { at: seen.at, saw: { ...seen.saw, ...Object.fromEntries(added.map((card) => [keyOf(card), digestOf(card)])) } };
  }

  /** The units in which a card tells something else than was seen. @param {HTMLElement} card */
  changedIn(card) {
    return unitsOf(card).filter((unit) => {
      const saw = this.#seen.get(unit)?.saw[keyOf(card)];
      return saw !== undefined && saw !== digestOf(card);
    });
  }

  /** @param {Map<string, import("./progress.js").ItemState>} items */
  show(items) {
    const changed = new Map(this.cards.map((card) => [card, this.changedIn(card)]));
    for (const [card, units] of changed) {
      const answered = units.length && items.get(card.dataset.case ?? "")?.last.hash === digestOf(card);
      if (answered) this.see(card); // a changed case that was answered anew, on whatever page
    }
    const open = this.cards.filter((card) => changed.get(card)?.length);
    for (const card of this.cards) {
      card.hidden = !open.slice(0, MOST_CARDS).includes(card);
      if (!card.hidden) this.tell(card, changed.get(card) ?? []);
    }
    mark(new Set(open.flatMap((card) => changed.get(card) ?? [])), this.dataset.mark ?? "");
    this.toggleAttribute("data-open", open.length > 0);
    if (open.length) this.hidden = false;
  }

  /** When it was done, and the way to one question. @param {HTMLElement} card @param {string[]} units */
  tell(card, units) {
    const [unit = ""] = units;
    const since = /** @type {HTMLElement} */ (card.querySelector(".houvast-changed__since"));
    const day = dayOf(new Date(this.#seen.get(unit)?.at ?? 0));
    since.textContent = fill(this.dataset.since, { date: inWords(day) });
    for (const link of card.querySelectorAll("a")) link.hidden = link.dataset.unit !== unit;
  }

  /** The card is seen, in every unit that tells it; focus goes to what is left. @param {HTMLElement} card */
  async see(card) {
    const units = this.changedIn(card);
    const hadFocus = card.contains(document.activeElement);
    for (const unit of units) {
      const seen = this.#seen.get(unit);
      if (seen) await keepSetting(`seen:${unit}`, { at: seen.at, saw: { ...seen.saw, [keyOf(card)]: digestOf(card) } });
    }
    await this.draw();
    if (!hadFocus) return;
    const said = /** @type {HTMLElement} */ (this.querySelector("[data-said]"));
    if (this.hasAttribute("data-open")) this.querySelector("h2")?.focus();
    else {
      said.textContent = this.dataset.over ?? "";
      said.focus();
    }
  }

  /** A question that goes with a card was answered: what it is about was seen. @param {string} id */
  answered(id) {
    for (const card of this.cards) {
      const link = /** @type {HTMLElement | null} */ (card.querySelector("a:not([hidden])"));
      if (!card.hidden && link?.dataset.question === id) this.see(card);
    }
  }
}

/** @param {HTMLElement} card */
const unitsOf = (card) => (card.dataset.units ?? "").split(" ");
/** @param {HTMLElement} card */
const keyOf = (card) => card.dataset.key ?? "";
/** @param {HTMLElement} card */
const digestOf = (card) => card.dataset.digest ?? "";

/** Say beside the steps of a path that something changed. @param {Set<string>} units @param {string} words */
function mark(units, words) {
  for (const old of document.querySelectorAll(".houvast-changed__mark")) old.remove();
  for (const step of document.querySelectorAll(".houvast-session .houvast-step[data-unit]")) {
    if (!units.has(/** @type {HTMLElement} */ (step).dataset.unit ?? "")) continue;
    step.querySelector(":scope > .houvast-small")?.after(make("span", "houvast-small houvast-changed__mark", words));
  }
}

customElements.define("houvast-changed", HouvastChanged);
