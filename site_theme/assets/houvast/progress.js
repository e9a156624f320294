/** What a log of events comes to: pure functions, the same whatever order the events come in. */

/** @typedef {import("./log.js").LogEvent} LogEvent */

/**
 * @typedef {object} ItemState
 * @property {LogEvent} last  the latest answer
 * @property {Set<string>} right  the hashes under which it was ever answered right
 * @property {Map<string, number>} tries  how often it was answered under each hash; at least so often, past three
 */

/**
 * @typedef {object} UnitState
 * @property {boolean} skipped
 * @property {string} at  since when
 */

const ITEM_KINDS = ["answered", "completed"];
const UNIT_KINDS = ["skipped", "unskipped"];

/** @param {LogEvent} one @param {LogEvent} other */
export const inOrder = (one, other) => (`${one.at} ${one.event}` < `${other.at} ${other.event}` ? -1 : 1);

/**
 * The events that stand, in order: none that was undone, unless that was undone in turn. Every fold begins here.
 * @param {LogEvent[]} events
 */
export function standing(events) {
  const sorted = [...events].sort(inOrder);
  /** @type {Set<string>} */
  const gone = new Set();
  for (const { kind, event, item } of sorted.toReversed()) if (kind === "undone" && !gone.has(event)) gone.add(item);
  return sorted.filter(({ kind, event }) => kind !== "undone" && !gone.has(event));
}

/**
 * The state of every item; what is said of anything else is passed over.
 * @param {LogEvent[]} events
 * @returns {Map<string, ItemState>}
 */
export function fold(events) {
  /** @type {Map<string, ItemState>} */
  const items = new Map();
  for (const event of standing(events)) {
    if (!ITEM_KINDS.includes(event.kind)) continue;
    const state = items.get(event.item) ?? { last: event, right: new Set(), tries: new Map() };
    state.last = event;
    state.tries.set(event.hash, (state.tries.get(event.hash) ?? 0) + 1);
    if (event.correct) state.right.add(event.hash);
    items.set(event.item, state);
  }
  return items;
}

/**
 * What the learner was sure of and had not right, and did not answer right since: the latest such answer of each item.
 * @param {LogEvent[]} events
 * @returns {Map<string, LogEvent>}
 */
export function sureButWrong(events) {
  /** @type {Map<string, LogEvent>} */
  const open = new Map();
  for (const event of standing(events)) {
    if (event.kind !== "answered") continue;
    if (event.correct) open.delete(event.item);
    else if (event.sure) open.set(event.item, event);
  }
  return open;
}

/**
 * The state of every unit that was ever skipped: the latest event says it.
 *
 * The hash of a skip is not looked at: who knew this, still does when a case is reworded, and a step that was done with
 * would come back on the path unasked. It stays in the log, to tell what the skip was built on.
 * @param {LogEvent[]} events
 * @returns {Map<string, UnitState>}
 */
export function foldUnits(events) {
  /** @type {Map<string, UnitState>} */
  const units = new Map();
  for (const event of standing(events)) {
    if (UNIT_KINDS.includes(event.kind)) units.set(event.item, { skipped: event.kind === "skipped", at: event.at });
  }
  return units;
}

/**
 * How a placement went on a day: the first answer of that day to each item counts, in its present wording.
 * @param {LogEvent[]} events
 * @param {string[]} wanted  each written `id:hash`
 * @param {Date} day  any moment of it, by the reader's clock
 */
export function placed(events, wanted, day) {
  /** @type {Map<string, boolean>} */
  const firsts = new Map();
  for (const event of standing(events)) {
    const written = `${event.item}:${event.hash}`;
    if (event.kind === "answered" && wanted.includes(written) && isOn(event, day) && !firsts.has(written)) {
      firsts.set(written, event.correct);
    }
  }
  return { right: [...firsts.values()].filter(Boolean).length, tried: firsts.size, all: wanted.length };
}

/** Whether an event is of that day, by the reader's clock. @param {LogEvent} event @param {Date} day */
export const isOn = (event, day) => new Date(event.at).toDateString() === day.toDateString();

/**
 * How many of these items are right and how many were tried, in their present wording.
 * @param {Map<string, ItemState>} items
 * @param {string[]} wanted  each written `id:hash`
 */
export function tally(items, wanted) {
  let right = 0;
  let tried = 0;
  for (const written of wanted) {
    const [id, hash] = written.split(":");
    const state = items.get(id ?? "");
    if (state?.right.has(hash ?? "")) right += 1;
    if (state?.last.hash === hash) tried += 1;
  }
  return { right, tried, all: wanted.length };
}
