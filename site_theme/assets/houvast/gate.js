/** The critical cases of a gate: each is to be got right once, itself or in a sibling, or gone on from after a talk. Pure. */

import { standing } from "./progress.js";

/** @typedef {import("./log.js").LogEvent} LogEvent */

/**
 * How a critical case was got through, in its present wording; empty where it was not.
 * @param {LogEvent[]} events
 * @param {string} written  the case and its siblings, `id:hash,id:hash`, the case itself first
 */
export const through = (events, written) => passed(standing(events), written);

/** @param {LogEvent[]} stood  events that stand @param {string} written */
function passed(stood, written) {
  const cases = written.split(",");
  const right = stood.filter(({ item, hash, correct }) => correct && cases.includes(`${item}:${hash}`));
  const kinds = right.map(({ kind }) => kind);
  return kinds.includes("answered") ? "right" : kinds.includes("guided") ? "guided" : "";
}

/**
 * Items as `fold` gives them, every critical case that was got through right among them: so `tally` counts it.
 * @param {Map<string, import("./progress.js").ItemState>} items
 * @param {LogEvent[]} events
 * @param {string[]} critical  each written as for `through`
 */
export function gated(items, events, critical) {
  const [counted, stood] = [new Map(items), standing(events)];
  for (const written of critical) {
    const [id = "", hash = ""] = written.split(/[:,]/);
    const state = items.get(id);
    if (state && passed(stood, written)) counted.set(id, { ...state, right: new Set([...state.right, hash]) });
  }
  return counted;
}
