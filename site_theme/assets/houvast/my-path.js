/** A learning path with its steps, for a page that stands elsewhere. */

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
