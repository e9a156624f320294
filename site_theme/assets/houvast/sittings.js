/** How many review sittings of a path were done, and the event that says so. */

import { log } from "./log.js";
import { standing } from "./progress.js";

/** @typedef {import("./log.js").LogEvent} LogEvent */

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
