/** What of a path is done or skipped, by the log of the learner. Pure. */

import { keyOf } from "./plan.js";
import { fold, tally } from "./progress.js";

/** The units whose last word is that they are skipped. @param {import("./log.js").LogEvent[]} events */
function skippedIn(events) {
  /** @type {Map<string, { kind: string, at: string }>} */
  const last = new Map();
  for (const { item, kind, at, event } of events) {
    if (!/^(un)?skipped$/.test(kind)) continue;
    const order = `${at} ${event}`;
    if (order > (last.get(item)?.at ?? "")) last.set(item, { kind, at: order });
  }
  return new Set([...last].filter(([, { kind }]) => kind === "skipped").map(([unit]) => unit));
}

/**
 * The keys of the steps that are done or skipped. A step that asks nothing is done with the next one that does.
 * @param {(import("./plan.js").Step & { items: string[] })[]} steps
 * @param {import("./log.js").LogEvent[]} events
 */
export function awayIn(steps, events) {
  const [items, skipped] = [fold(events), skippedIn(events)];
  /** @type {Set<string>} */
  const away = new Set();
  let nextIsDone = false;
  for (const step of steps.toReversed()) {
    const { right, all } = tally(items, step.items);
    if (all) nextIsDone = right === all;
    if (nextIsDone || skipped.has(step.unit)) away.add(keyOf(step));
  }
  return away;
}
