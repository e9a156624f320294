/** Which events a log comes to the same without. Pure. */

import { standing } from "./progress.js";

/** @typedef {import("./shapes.js").LogEvent} LogEvent */

/** Answers of these last days are all kept: a placement looks at those of a day. */
const RECENT = 2 * 86_400_000;

/** The first answers to a question in its wording that are kept, whatever they say: a miss may be the first or second. */
const FIRSTS = 3;

/**
 * The ids of the events to take away. What stays: whatever is no answer or ending, what was written, what another event
 * names; of each item in each wording the first three, the first and last right, the last, and the last that was sure and
 * not right.
 * @param {LogEvent[]} events
 * @param {Date} now
 */
export function spare(events, now) {
  const since = new Date(now.getTime() - RECENT).toISOString();
  const named = new Set(events.filter(({ kind }) => kind === "undone").flatMap(({ event, item }) => [event, item]));
  /** @type {Map<string, LogEvent[]>} */
  const groups = new Map();
  for (const event of standing(events)) {
    if (event.kind !== "answered" && event.kind !== "completed") continue;
    const group = `${event.kind} ${event.item} ${event.hash}`;
    groups.get(group)?.push(event) ?? groups.set(group, [event]);
  }
  return [...groups.values()].flatMap((group) => {
    const kept = new Set(telling(group));
    return group
      .filter((one) => !kept.has(one) && one.text === undefined && one.at < since && !named.has(one.event))
      .map(({ event }) => event);
  });
}

/** The events of one item in one wording that tell all that is asked of it. @param {LogEvent[]} group  in order */
function telling(group) {
  const right = group.filter(({ correct }) => correct);
  const sure = group.filter(({ correct, sure }) => sure && !correct);
  return [...group.slice(0, FIRSTS), right[0], right.at(-1), group.at(-1), sure.at(-1)];
}
