/** Changed since you did this: a card for each fact and critical case that is another than when its unit was finished. */

import { inWords, dayOf } from "./days.js";
import { keepSetting, log, setting } from "./log.js";
import { make } from "./make.js";
import { standing } from "./progress.js";
import { isFinished, stateIn, unitsOnRail } from "./units.js";
import { filled } from "./wording.js";

/** A fact or a critical case as it is now. @typedef {{ key: string, digest: string, text: string, about: string, units: CardUnit[] }} Card */
/** A unit that tells it, and the question to answer about it. @typedef {{ id: string, title: string, href: string, question: string }} CardUnit */
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
  /** @type {Promise<Card[]>} those of the units on this page */
  #cards = Promise.resolve([]);
  /** @type {Card[]} */
  #shown = [];

  connectedCallback() {
    this.addEventListener("click", this);
    document.addEventListener("houvast:answered", this);
    log().addEventListener("change", this);
    this.#cards = this.load().catch(() => []); // what cannot be told now, is told at the next visit
    this.draw();
  }

  disconnectedCallback() {
    this.removeEventListener("click", this);
    document.removeEventListener("houvast:answered", this);
    log().removeEventListener("change", this);
  }

  /** @returns {Promise<Card[]>} */
  async load() {
    const file = await fetch(this.address);
    return file.ok ? file.json() : [];
  }

  get address() {
    return new URL(this.dataset.file ?? "", location.href);
  }

  /** @param {Event} event */
  handleEvent(event) {
    const target = /** @type {Element} */ (event.target);
    if (event.type === "change") this.draw();
    else if (event.type === "houvast:answered") this.answered(/** @type {CustomEvent} */ (event).detail.id);
    else if (target.closest("button")) this.see(target.closest("[data-key]")?.getAttribute("data-key") ?? "");
  }

  /** Remember what was seen of a unit once it is done, and show what is another since. */
  async draw() {
    const drawing = ++this.#drawing;
    const cards = await this.#cards;
    const names = [...new Set(cards.flatMap(({ units }) => units.map(({ id }) => id)))];
    const [events, ...kept] = await Promise.all([log().all(), ...names.map((name) => setting(`seen:${name}`))]);
    if (drawing !== this.#drawing) return;
    const units = unitsOnRail();
    const items = stateIn(events, units);
    const stood = standing(events);
    this.#seen = new Map();
    for (const [place, name] of names.entries()) {
      const unit = units.get(name);
      const ids = unit?.items.map((item) => item.split(":")[0]);
      const last = stood.findLast(({ item }) => ids?.includes(item))?.at;
      const seen = seenOf(kept[place]);
      const now = isFinished(items, unit) && last ? withNew(cards, name, seen ?? { at: last, saw: {} }) : seen;
      if (now) this.#seen.set(name, now);
      if (now && now !== seen) keepSetting(`seen:${name}`, now);
    }
    for (const card of cards) {
      const isAnswered = items.get(card.key.replace("case:", ""))?.last.hash === card.digest;
      if (isAnswered) this.keepSeen(card); // on whatever page
    }
    this.show(cards.filter((card) => this.changedIn(card).length));
  }

  /** The units in which a card tells something else than was seen. @param {Card} card */
  changedIn({ key, digest, units }) {
    return units.filter(({ id }) => {
      const saw = this.#seen.get(id)?.saw[key];
      return saw !== undefined && saw !== digest;
    });
  }

  /** A few cards at a time: on the page of a unit its own, on a path those of every unit. @param {Card[]} open */
  show(open) {
    mark(new Set(open.flatMap((card) => this.changedIn(card).map(({ id }) => id))), this.dataset.mark ?? "");
    const here = document.querySelector(".houvast-beside [aria-current]")?.getAttribute("data-unit");
    const shown = open.filter((card) => !here || this.changedIn(card).some(({ id }) => id === here)).slice(0, MOST_CARDS);
    if (shown.length === this.#shown.length && shown.every((card) => this.#shown.includes(card))) return; // focus may be there
    this.#shown = shown;
    this.querySelector("[data-cards]")?.replaceChildren(...shown.map((card) => this.drawn(card, here)));
    this.toggleAttribute("data-open", shown.length > 0);
    if (shown.length) this.hidden = false;
  }

  /** When it was done, what it says now, and the way to one question. @param {Card} card @param {string | null | undefined} here */
  drawn(card, here) {
    const changed = this.changedIn(card);
    const unit = changed.find(({ id }) => id === here) ?? changed[0];
    const [sheet, text, actions] = [make("div", "houvast-changed__card"), make("p"), make("p", "houvast-changed__actions")];
    sheet.dataset.key = card.key;
    const day = dayOf(new Date(this.#seen.get(unit?.id ?? "")?.at ?? 0));
    const since = make("p", "houvast-changed__since", filled(this.dataset.since, { date: inWords(day) }));
    text.append(card.about ? card.text : `${this.dataset.case} ${card.text}`);
    if (card.about) text.append(" ", make("span", "houvast-small", `(${card.about})`));
    const button = make("button", "houvast-button houvast-button--quiet", this.dataset.seen);
    button.type = "button";
    const link = make("a", "", unit?.question ? filled(this.dataset.try, { title: unit.title }) : unit?.title);
    link.href = new URL(unit?.href ?? "", this.address).href;
    actions.append(button, " ", link);
    sheet.append(since, text, actions);
    return sheet;
  }

  /** A card is seen; focus goes to what is left. @param {string} key */
  async see(key) {
    const card = this.#shown.find((one) => one.key === key);
    if (!card) return;
    const hadFocus = this.contains(document.activeElement);
    const kept = this.keepSeen(card);
    this.show((await this.#cards).filter((one) => this.changedIn(one).length));
    if (hadFocus) this.focusOnRest();
    await kept;
  }

  focusOnRest() {
    const said = /** @type {HTMLElement} */ (this.querySelector("[data-said]"));
    if (this.#shown.length) this.querySelector("h2")?.focus();
    else {
      said.textContent = this.dataset.over ?? "";
      said.focus();
    }
  }

  /** Keep that a card was seen, in every unit that tells it. @param {Card} card */
  keepSeen(card) {
    const names = this.changedIn(card).map(({ id }) => id);
    for (const name of names) {
      const { at, saw } = /** @type {Seen} */ (this.#seen.get(name));
      this.#seen.set(name, { at, saw: { ...saw, [card.key]: card.digest } });
    }
    // All at once: while one is awaited, a drawing may have read the others as they were.
    return Promise.all(names.map((name) => keepSetting(`seen:${name}`, this.#seen.get(name))));
  }

  /** The question that goes with a card was answered: what it is about was seen. @param {string} id */
  answered(id) {
    for (const card of this.#shown) {
      if (this.changedIn(card).some(({ question }) => question === id)) this.see(card.key);
    }
  }
}

/** What was seen, with what is new in the unit: that has not changed. @param {Card[]} cards @param {string} unit @param {Seen} seen @returns {Seen} */
function withNew(cards, unit, seen) {
  const added = cards.filter(({ key, units }) => units.some(({ id }) => id === unit) && !(key in seen.saw));
  if (!added.length) return seen;
  return { at: seen.at, saw: { ...seen.saw, ...Object.fromEntries(added.map(({ key, digest }) => [key, digest])) } };
}

/** Say beside the steps of a path that something changed. @param {Set<string>} units @param {string} words */
function mark(units, words) {
  for (const old of document.querySelectorAll(".houvast-changed__mark")) old.remove();
  for (const step of document.querySelectorAll(".houvast-session .houvast-step[data-unit]")) {
    if (!units.has(/** @type {HTMLElement} */ (step).dataset.unit ?? "")) continue;
    step.querySelector(":scope > .houvast-small")?.after(make("span", "houvast-small houvast-changed__mark", words));
  }
}

customElements.define("houvast-changed", HouvastChanged);
