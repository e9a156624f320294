/** What a log comes to for a learner: how far each unit is, and each competency, and what to come back to. Pure. */

import { awayIn } from "./away.js";
import { gated } from "./gate.js";
import { keyOf } from "./plan.js";
import { fold, foldUnits, sureButWrong, tally } from "./progress.js";

/** @typedef {import("./shapes.js").LogEvent} LogEvent */
/** @typedef {import("./planning.js").PathStep} PathStep */
/** @typedef {{ id: string, hash: string, measures: string[], critical: boolean, stem: string, library: boolean }} Item */
/** @typedef {{ id: string, title: string, href: string, competencies: string[], gate: boolean, items: Item[] }} Unit */
/** @typedef {{ path: string, role: string, pace: string, href: string }} Path */
/**
 * @typedef {object} Courses  `progress.json`
 * @property {{ id: string, title: string }[]} competencies
 * @property {Unit[]} units
 * @property {Path[]} paths
 */
/** @typedef {"done" | "begun" | "skipped" | "open"} UnitState */
/** @typedef {{ title: string, href: string, state: UnitState, right: number, all: number }} UnitStanding */
/** @typedef {"right" | "again" | "open"} ItemState  ever right, tried and not right yet, not tried in its present wording */

const writtenOf = (/** @type {Item} */ { id, hash }) => `${id}:${hash}`;

/** @param {Map<string, import("./progress.js").ItemState>} items @param {Item} item @returns {ItemState} */
function stateOf(items, { id, hash }) {
  const state = items.get(id);
  if (state?.right.has(hash)) return "right";
  return state?.last.hash === hash ? "again" : "open";
}

/**
 * How far the units of a path are, in its order.
 * @param {PathStep[]} steps  their `href` as seen from this page
 * @param {LogEvent[]} events
 * @returns {(UnitStanding & { unit: string })[]}
 */
export function unitsOfPath(steps, events) {
  const items = gated(fold(events), events, steps.flatMap(({ critical = [] }) => critical));
  const [units, away] = [foldUnits(events), awayIn(steps, events)];
  return [...new Set(steps.map(({ unit }) => unit))].map((unit) => {
    const own = steps.filter((step) => step.unit === unit);
    const count = tally(items, own.flatMap((step) => step.items));
    const isAway = own.every((step) => away.has(keyOf(step)));
    const state = stateFor(count, units.get(unit)?.skipped ?? false, isAway);
    return { unit, title: own[0]?.title ?? "", href: own[0]?.href ?? "", state, ...count };
  });
}

/**
 * How far other units are, of which something was done or skipped.
 * @param {Unit[]} others
 * @param {LogEvent[]} events
 * @returns {UnitStanding[]}
 */
export function unitsOutside(others, events) {
  const [items, units] = [fold(events), foldUnits(events)];
  return others
    .map(({ id, title, href, items: own }) => {
      const seen = own.filter((item) => item.library || stateOf(items, item) !== "open");
      const count = tally(items, seen.map(writtenOf));
      return { title, href, state: stateFor(count, units.get(id)?.skipped ?? false, false), ...count };
    })
    .filter(({ state }) => state !== "open");
}

/**
 * @param {{ right: number, tried: number, all: number }} count
 * @param {boolean} isSkipped
 * @param {boolean} isAway  it asks nothing, and what comes after it is done
 * @returns {UnitState}
 */
function stateFor({ right, tried, all }, isSkipped, isAway) {
  if (all > 0 && right === all) return "done";
  if (isSkipped) return "skipped";
  if (isAway) return "done";
  return tried > 0 ? "begun" : "open";
}

/**
 * How each item stands, per competency: those of the path, or of the library where there is none, and whatever was tried.
 * @param {Courses} courses
 * @param {PathStep[] | undefined} steps
 * @param {LogEvent[]} events
 */
export function competencies({ competencies, units }, steps, events) {
  const items = fold(events);
  const onPath = new Set(steps?.flatMap((step) => step.items));
  const seen = units
    .flatMap((unit) => unit.items)
    .map((item) => ({ item, state: stateOf(items, item) }))
    .filter(({ item, state }) => state !== "open" || (steps ? onPath.has(writtenOf(item)) : item.library));
  return competencies
    .map(({ id, title }) => ({ title, states: seen.filter(({ item }) => item.measures.includes(id)).map(({ state }) => state) }))
    .filter(({ states }) => states.length);
}

/**
 * Questions that the learner was sure of and has not right yet, in their present wording, with the way to each.
 * @param {Unit[]} units
 * @param {PathStep[] | undefined} steps
 * @param {LogEvent[]} events
 */
export function sure(units, steps, events) {
  const wrong = sureButWrong(events);
  return units.flatMap((unit) =>
    unit.items
      .filter((item) => wrong.get(item.id)?.hash === item.hash)
      .map((item) => {
        const step = steps?.find((one) => one.items.includes(writtenOf(item)));
        const page = (step?.href ?? unit.href).split("#")[0];
        return { stem: item.stem, unit: unit.title, href: step || item.library ? `${page}#${item.id}` : `${page}` };
      }),
  );
}
