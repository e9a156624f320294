/** The paths to choose from, and one with its steps, for a page that stands elsewhere. */

import { make } from "./make.js";

/** @typedef {import("./planning.js").PathFile & { title: string, href: string }} MyPath */

/** A path with its steps, whose addresses are as seen from this page. @param {import("./overview.js").Path} known @returns {Promise<MyPath>} */
export async function loadPath({ role, pace, href }) {
  const address = new URL(href, location.href);
  const file = await fetch(new URL("path.json", address));
  if (!file.ok) throw new Error(`${file.status}`);
  const path = /** @type {import("./planning.js").PathFile} */ (await file.json());
  const steps = path.steps.map((step) => ({ ...step, href: new URL(step.href, address).href }));
  return { ...path, steps, href, title: `${role}, ${pace}` };
}

/**
 * Put the paths in a list to choose from, after the words for none of them.
 * @param {HTMLSelectElement} select
 * @param {import("./overview.js").Path[]} paths
 * @param {string} none
 * @param {string} [chosen]
 */
export function offerPaths(select, paths, none, chosen = "") {
  if (select.options.length !== paths.length + 1) {
    const options = [["", none], ...paths.map(({ path, role, pace }) => [path, `${role}, ${pace.toLowerCase()}`])];
    select.replaceChildren(...options.map(([value = "", words]) => Object.assign(make("option", "", words), { value })));
  }
  select.value = chosen;
}
