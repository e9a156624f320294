/** What a page says in its HTML of the units of a path, and of the cases to choose from. No element. */

import { gated } from "./gate.js";
import { fold, tally } from "./progress.js";

/** @typedef {{ title: string, href: string, items: string[], critical: string[] }} RailUnit */

/** The units of the handrail on this page, in order, each with all that counts for it. @returns {Map<string, RailUnit>} */
export function unitsOnRail() {
  /** @type {Map<string, RailUnit>} */
  const units = new Map();
  for (const step of document.querySelectorAll(".houvast-step[data-unit]")) {
    const { unit = "", items = "", critical = "" } = /** @type {HTMLElement} */ (step).dataset;
    const link = step.querySelector("a");
    const held = units.get(unit) ?? { title: link?.textContent ?? "", href: link?.href ?? "", items: [], critical: [] };
    held.items.push(...items.split(" ").filter(Boolean));
    held.critical.push(...critical.split(" ").filter(Boolean));
    units.set(unit, held);
  }
  return units;
}

/**
 * The state of every item, with the critical cases of these units that were got through.
 * @param {import("./log.js").LogEvent[]} events
 * @param {Map<string, RailUnit>} units
 */
export const stateIn = (events, units) => gated(fold(events), events, [...units.values()].flatMap(({ critical }) => critical));

/**
 * Whether all that counts for a unit is right.
 * @param {ReturnType<typeof stateIn>} state
 * @param {RailUnit | undefined} unit
 */
export function isFinished(state, unit) {
  const { right, all } = tally(state, unit?.items ?? []);
  return all > 0 && right === all;
}

/** What counts for each unit, as `pick` takes it. @param {Map<string, RailUnit>} units */
export const itemsOf = (units) => new Map([...units].map(([id, { items }]) => [id, items]));

/** @param {HTMLElement} element */
export const placesOf = (element) => [...element.querySelectorAll("[data-case]")].map((one) => /** @type {HTMLElement} */ (one));

/** The case that stands in a place, as `pick` takes it. @param {HTMLElement} place @returns {import("./pick.js").Case} */
export function caseIn({ dataset }) {
  const { case: id = "", hash = "", unit = "", competency = "", family } = dataset;
  return family ? { id, hash, unit, competency, family } : { id, hash, unit, competency };
}
