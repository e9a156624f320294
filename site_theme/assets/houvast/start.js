/** What a learner chose for a planning, and the day it starts on where none was chosen. */

import { dayOf, today } from "./days.js";
import { addDays } from "./plan.js";

/** @typedef {{ start: string, hats: string[], time: string }} Choice */

/** @param {unknown} day @returns {day is string} */
export const isDay = (day) => typeof day === "string" && /^20\d\d-\d\d-\d\d$/.test(day) && Date.parse(day) > 0 && addDays(day, 0) === day;

/** What was kept, as far as it can be understood. @param {unknown} kept @returns {Choice} */
export function choiceOf(kept) {
  const { start, hats, time } = /** @type {Partial<Record<keyof Choice, unknown>>} */ (kept ?? {});
  return {
    start: isDay(start) ? start : "",
    hats: Array.isArray(hats) ? hats.map(String) : [],
    time: typeof time === "string" && /^([01]\d|2[0-3]):[0-5]\d$/.test(time) ? time : "09:00",
  };
}

/**
 * The day the learner did the first of these things, if there is one.
 * @param {Set<string>} items
 * @param {import("./log.js").LogEvent[]} events
 */
export const firstDay = (items, events) =>
  events.filter(({ item }) => items.has(item)).map(({ at }) => dayOf(new Date(at))).filter(isDay).sort()[0];

/**
 * Where the learner chose no day: the organisation's, or when the learner began if that is later; nobody comes in behind.
 * @param {string | null} start  the organisation's
 * @param {Set<string>} items  the ids of all that is on the path
 * @param {import("./log.js").LogEvent[]} events
 */
export function startFor(start, items, events) {
  if (!start) return "";
  const began = firstDay(items, events) ?? today();
  return began < start ? start : began;
}
