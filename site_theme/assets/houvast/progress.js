/** What a log of events comes to: pure functions, the same whatever order the events come in. */

/** @typedef {import("./log.js").LogEvent} LogEvent */

/**
 * @typedef {object} ItemState
 * @property {LogEvent} last  the latest answer
 * @property {Set<string>} right  the hashes under which it was ever answered right
 */

/** @param {LogEvent} one @param {LogEvent} other */
const inOrder = (one, other) => (`${one.at} ${one.event}` < `${other.at} ${other.event}` ? -1 : 1);

/**
 * The state of every item.
 * @param {LogEvent[]} events
 * @returns {Map<string, ItemState>}
 */
export function fold(events) {
  /** @type {Map<string, ItemState>} */
  const items = new Map();
  for (const event of [...events].sort(inOrder)) {
    const state = items.get(event.item) ?? { last: event, right: new Set() };
    state.last = event;
    if (event.correct) state.right.add(event.hash);
    items.set(event.item, state);
  }
  return items;
}

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
