/** Shapes of the learner's log, for whoever reads or checks the code; no page loads this file. */

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

/**
 * @typedef {object} Held  all that is kept
 * @property {string} generation  another one since everything was erased
 * @property {LogEvent[]} events
 * @property {Record<string, unknown>} settings
 * @property {unknown[]} aside  what is no event that we know: never counted, never lost
 */

export {};
