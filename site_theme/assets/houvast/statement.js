/** What a learner did of a path: the content of a record, from the log alone. No answers, no scores. Pure. */

import { codeOf } from "./code.js";
import { dayOf } from "./days.js";
import { through } from "./gate.js";
import { unitsOfPath, unitsOutside } from "./overview.js";
import { foldUnits, standing } from "./progress.js";

/** @typedef {import("./shapes.js").LogEvent} LogEvent */
/** @typedef {import("./my-path.js").MyPath} MyPath */
/** @typedef {{ version: string, units: Record<string, string> }} Versions  of a path and of each of its units */
/** @typedef {"done" | "guided" | "skipped" | "begun" | "open"} State  `guided`: done, and after a talk in at least one case */
/**
 * @typedef {object} Line  a unit of the path
 * @property {string} unit
 * @property {string} title
 * @property {State} state
 * @property {number} minutes  planned, not measured
 * @property {string} [month]  in which it was finished or skipped, or last worked on, such as `2027-02`
 * @property {string} version
 * @property {{ id: string, title: string }[]} competencies
 */

const PAST = ["done", "guided", "skipped"];
const COUNTED = ["answered", "completed", "guided"];

const max = (/** @type {string[]} */ moments) => moments.reduce((one, other) => (one > other ? one : other), "");
const min = (/** @type {string[]} */ moments) => moments.reduce((one, other) => (one < other ? one : other));
const dayFor = (/** @type {string} */ moment) => dayOf(new Date(moment));

/**
 * What was done of a path, or nothing where none of it was begun.
 * @param {MyPath} path
 * @param {import("./overview.js").Courses} courses
 * @param {Versions} versions
 * @param {LogEvent[]} events
 */
export function statementOf(path, courses, versions, events) {
  const [stood, skips] = [standing(events).filter(({ kind }) => COUNTED.includes(kind)), foldUnits(events)];
  const critical = new Map(path.steps.flatMap((step) => step.critical ?? []).map((cases) => [cases.split(",")[0], cases]));
  const ofItem = (/** @type {string} */ written) => {
    const cases = (critical.get(written) ?? written).split(",");
    return stood.filter(({ item, hash }) => cases.includes(`${item}:${hash}`));
  };
  /** @type {string[]} */
  const moments = [];
  let later = ""; // when the unit after this one was finished: what asks nothing is done with it
  const lines = unitsOfPath(path.steps, events)
    .toReversed()
    .map(({ unit, title, state: standingState }) => {
      const steps = path.steps.filter((step) => step.unit === unit);
      const items = steps.flatMap((step) => step.items).map(ofItem);
      const tried = items.flat().map(({ at }) => at);
      const skipped = skips.get(unit)?.skipped ? [skips.get(unit)?.at ?? ""] : [];
      const finished = max(items.map((of) => of.find(({ correct }) => correct)?.at ?? "")) || later;
      later = finished;
      moments.push(...tried, ...skipped);
      const isGuided = steps.some((step) => step.critical?.some((cases) => through(events, cases) === "guided"));
      /** @type {State} */
      const state = standingState === "done" && isGuided ? "guided" : standingState;
      const at = { done: finished, guided: finished, skipped: max(skipped), begun: max(tried), open: "" }[state];
      return { line: lineOf(unit, title, state, steps, at, courses, versions), at };
    })
    .toReversed();
  if (!moments.length) return undefined;
  const units = lines.map(({ line }) => line);
  const isComplete = units.every(({ state }) => PAST.includes(state));
  const month = dayFor(max(lines.map(({ at }) => at))).slice(0, 7);
  return {
    first: dayFor(min(moments)),
    last: dayFor(max(moments)),
    minutes: units.filter(({ state }) => state === "done" || state === "guided").reduce((sum, line) => sum + line.minutes, 0),
    isComplete,
    ...(isComplete ? { code: codeOf(path.role, month, versions.version) } : {}),
    units,
    also: alsoDone(path, courses, events),
  };
}

/**
 * @param {string} unit @param {string} title @param {State} state @param {MyPath["steps"]} steps @param {string} at
 * @param {import("./overview.js").Courses} courses @param {Versions} versions
 * @returns {Line}
 */
function lineOf(unit, title, state, steps, at, courses, versions) {
  const taught = courses.units.find(({ id }) => id === unit)?.competencies ?? [];
  return {
    unit,
    title,
    state,
    minutes: steps.reduce((sum, step) => sum + step.minutes, 0),
    ...(at ? { month: dayFor(at).slice(0, 7) } : {}),
    version: versions.units[unit] ?? "",
    competencies: courses.competencies.filter(({ id }) => taught.includes(id)).map(({ id, title: name }) => ({ id, title: name })),
  };
}

/** Units that were done and are not on the path. @param {MyPath} path @param {import("./overview.js").Courses} courses @param {LogEvent[]} events */
function alsoDone({ steps }, { units }, events) {
  const own = new Set(steps.map(({ unit }) => unit));
  return units
    .filter((unit) => !own.has(unit.id) && unitsOutside([unit], events)[0]?.state === "done")
    .map(({ id, title }) => ({ unit: id, title }));
}
