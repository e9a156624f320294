/** What of a path is done or skipped, by the log of the learner. Pure. */

import { gated } from "./gate.js";
import { keyOf } from "./plan.js";
import { fold, foldUnits, tally } from "./progress.js";

/**
 * The keys of the steps that are done or skipped. A step that asks nothing is done with the next one that does.
 * @param {(import("./plan.js").Step & { items: string[], critical?: string[] })[]} steps
 * @param {import("./log.js").LogEvent[]} events
 */
export function awayIn(steps, events) {
  const [items, units] = [gated(fold(events), events, steps.flatMap((step) => step.critical ?? [])), foldUnits(events)];
  /** @type {Set<string>} */
  const away = new Set();
  let nextIsDone = false;
  for (const step of steps.toReversed()) {
    const { right, all } = tally(items, step.items);
    if (all) nextIsDone = right === all;
    if (nextIsDone || units.get(step.unit)?.skipped) away.add(keyOf(step));
  }
  return away;
}

/**
 * The first steps of modules that were skipped by a placement: one case of each comes back in the first review.
 * @template {import("./plan.js").Step & { returns?: string }} S
 * @param {S[]} steps
 * @param {import("./log.js").LogEvent[]} events
 */
export function returningOf(steps, events) {
  const units = foldUnits(events);
  return steps.filter((step) => step.returns && units.get(step.unit)?.skipped);
}
