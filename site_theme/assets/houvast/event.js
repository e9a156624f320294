/** An event of the learner's log: what it holds, and whether a value is one. Pure. */

/**
 * @typedef {object} LogEvent
 * @property {string} event  a UUID: the same event is never counted twice
 * @property {string} item  the id of a question, a scenario or a module, or what was written about
 * @property {Kind} kind
 * @property {string} hash  of what the question asked when it was answered; of a module what its placement asked
 * @property {string} chosen  the digests of the options, joined by commas; of a scenario the ending; of a module empty
 * @property {boolean} correct
 * @property {string} at  ISO 8601, UTC
 * @property {number} [credit]  how much of it was right, from 0 to 1, where several things are
 * @property {boolean} [sure]  what the learner said before the check, where that is asked
 * @property {string} [text]  what the learner wrote
 */

/**
 * What happened: a question was `answered`, a scenario or a prompt exercise `completed`; a module is `skipped` by its
 * placement, and put back; a critical case was gone on from after a talk (`guided`); something was `wrote`, what was
 * intended `followed` up, a sitting `reviewed`; the event named in `item` was `undone`.
 * @typedef {"answered" | "completed" | "skipped" | "unskipped" | "guided" | "wrote" | "followed" | "reviewed" | "undone"} Kind
 */

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
