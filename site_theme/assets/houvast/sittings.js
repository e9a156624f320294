/** How many review sittings of a path were done, and the event that says so. */

import { keepSetting, log } from "./log.js";
import { standing } from "./progress.js";

/** @typedef {import("./log.js").LogEvent} LogEvent */

/** A broken planning cannot fill the log. */
const MOST_KEPT = 20;

/** @param {string} path  such as `recruiter/calm` */
export const itemOf = (path) => `review:${path}`;

/** Each number counts once. @param {LogEvent[]} events @param {string} path */
export const sittingsDone = (events, path) =>
  new Set(standing(events).filter(({ kind, item }) => kind === "reviewed" && item === itemOf(path)).map(({ chosen }) => chosen)).size;

/**
 * Log that a sitting was done.
 * @param {string} path
 * @param {number} number
 * @param {{ right: number, all: number }} [count]
 */
export function keepSitting(path, number, { right, all } = { right: 1, all: 1 }) {
  return log().append({ item: itemOf(path), kind: "reviewed", hash: "", chosen: String(number), correct: right === all, credit: right / all });
}

/**
 * A planning once kept the number itself: put it in the log, and out of the setting.
 * @param {unknown} plan  the setting
 * @param {string} path
 * @param {LogEvent[]} events
 * @returns {Promise<boolean>} whether there was something to move
 */
export async function moveSittings(plan, path, events) {
  const { reviewsDone, ...rest } = /** @type {{ reviewsDone?: unknown }} */ (plan && typeof plan === "object" ? plan : {});
  if (reviewsDone === undefined) return false;
  await keepSetting("plan", rest);
  const most = Number.isInteger(reviewsDone) ? Math.min(Number(reviewsDone), MOST_KEPT) : 0;
  for (let number = sittingsDone(events, path) + 1; number <= most; number += 1) await keepSitting(path, number);
  return true;
}
