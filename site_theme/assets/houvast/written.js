/** What the learner wrote, and which intention waits for an answer: pure, the same whatever order the events come in. */

import { isOn, standing } from "./progress.js";

/** @typedef {import("./log.js").LogEvent} LogEvent */

/**
 * The events of what was written and followed up, in order, without those undone.
 * @param {LogEvent[]} events
 */
export const writings = (events) => standing(events).filter(({ kind }) => kind === "wrote" || kind === "followed");

/**
 * What was last written about an item, or undefined.
 * @param {LogEvent[]} events
 * @param {string} item
 */
export const lastOf = (events, item) => writings(events).findLast((event) => event.kind === "wrote" && event.item === item);

/**
 * The intention to show again on this day: of those written or put off on an earlier day, the one that waits longest.
 * @param {LogEvent[]} events
 * @param {Date} now
 */
export function due(events, now) {
  /** @type {Map<string, { wrote: LogEvent, told: LogEvent }>} */
  const intentions = new Map();
  for (const event of writings(events)) {
    const held = intentions.get(event.item);
    if (event.kind === "wrote" && event.item.startsWith("intention:")) intentions.set(event.item, { wrote: event, told: event });
    else if (event.kind === "followed" && held) held.told = event;
  }
  const waiting = [...intentions.values()]
    .filter(({ told }) => (told.kind === "wrote" || told.chosen === "not") && !isOn(told, now))
    .sort((one, other) => (one.told.at < other.told.at ? -1 : 1));
  return waiting[0]?.wrote;
}
