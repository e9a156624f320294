/** An event of the learner's log: what it holds, and whether a value is one. Pure. */

/** @typedef {import("./shapes.js").LogEvent} LogEvent */

const KINDS = ["answered", "completed", "skipped", "unskipped", "guided", "wrote", "followed", "reviewed", "undone"];
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,3})?Z$/;

/** The longest that someone's own text is kept, in characters; and each of the other texts of an event. */
export const LONGEST_TEXT = 2_000;
const LONGEST = /** @type {const} */ ({ item: 200, hash: 100, chosen: 2_000 });

/** @param {unknown} value @param {number} longest */
const isText = (value, longest) => typeof value === "string" && value.length <= longest;

/**
 * The event that a value is, its known fields alone; nothing where one is missing or is not what it should be.
 * @param {unknown} value
 * @returns {LogEvent[]}
 */
export function eventOf(value) {
  const { event, item, kind, hash, chosen, correct, at, credit, sure, text } = Object(value);
  const isEvent =
    isText(event, 36) &&
    UUID.test(event) &&
    Object.entries({ item, hash, chosen }).every(([key, held]) => isText(held, LONGEST[/** @type {"item"} */ (key)])) &&
    KINDS.includes(kind) &&
    typeof correct === "boolean" &&
    isText(at, 24) &&
    MOMENT.test(at) &&
    Date.parse(at) >= 0 &&
    (credit === undefined || (credit >= 0 && credit <= 1 && typeof credit === "number")) &&
    (sure === undefined || typeof sure === "boolean") &&
    (text === undefined || isText(text, LONGEST_TEXT));
  if (!isEvent) return [];
  const more = Object.entries({ credit, sure, text }).filter(([, held]) => held !== undefined);
  return [{ event, item, kind, hash, chosen, correct, at, ...Object.fromEntries(more) }];
}
