/** The way through a scenario as the browser's history keeps it: Back is a step back, a reload changes nothing. */

import { session } from "./shared.js";

/** @typedef {{ node: string, choice: HTMLAnchorElement | null }} Step */

/**
 * @typedef {object} KeptWay
 * @property {string} scenario  its id
 * @property {string} hash  of what it tells
 * @property {string} start  the id of the node where the way begins
 * @property {number[]} choices  which link was followed, node after node
 * @property {string} [session]  on a shared computer: of whom it is
 * @property {boolean} pushed  the entry before this one holds the way without its last step
 */

/** @param {HTMLElement | null} node @returns {HTMLAnchorElement[]} */
export function choicesOf(node) {
  return [...(node?.querySelectorAll(".houvast-node__choices a") ?? [])].map((link) => /** @type {HTMLAnchorElement} */ (link));
}

/**
 * What this entry of the history holds of a scenario, if that still tells the same.
 * @param {HTMLElement} scenario
 * @returns {KeptWay | undefined}
 */
export function keptWay(scenario) {
  const kept = /** @type {Partial<KeptWay>} */ (history.state?.way ?? {});
  const fits = kept.scenario === scenario.id && kept.hash === scenario.dataset.hash && (kept.session ?? "") === session();
  return fits && Array.isArray(kept.choices) ? /** @type {KeptWay} */ (kept) : undefined;
}

/**
 * Keep a way in this entry of the history, or in a new one. The address stays: browsers take the focus away
 * when they go back to another fragment.
 * @param {KeptWay} way
 * @param {boolean} anew  in a new entry
 */
export function keepWay(way, anew) {
  const state = { ...history.state, way: { ...way, session: session() } };
  if (anew) history.pushState(state, "");
  else history.replaceState(state, "");
}
