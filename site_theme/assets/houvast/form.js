/** What a form of question is to its element: types, for who writes one. No browser loads this. */

/** @typedef {import("./question.js").HouvastQuestion} HouvastQuestion */
/**
 * @typedef {object} Answer  as the log keeps it
 * @property {string} chosen
 * @property {string} [text]
 */
/**
 * @typedef {object} Outcome
 * @property {number} hits  how many things are right
 * @property {number} all  of how many
 * @property {number} [extra]  how many were chosen that are not
 */
/**
 * @typedef {object} Form  what there is to do in a question, one class for each kind
 * @property {() => Answer | undefined} answer  undefined as long as something is open
 * @property {(answer: Answer) => Outcome | undefined} judge  undefined where nothing is right or wrong
 * @property {(answer: Answer) => void} show  mark what is right, and what is not
 * @property {(answer: Answer) => Node[]} reasons
 * @property {(answer: Answer) => boolean} restore  whether it could be
 * @property {(seed: string) => unknown} [mix]  put what is asked in another order
 */

export {};
