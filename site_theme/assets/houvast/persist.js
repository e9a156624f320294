/** Asks the browser to keep what is here, once a first unit of the path is finished. No element. */

import { keepSetting, log, setting } from "./log.js";
import { fold, tally } from "./progress.js";

/** @type {Map<string, string[]>} what counts for each unit of the path, each item written `id:hash` */
const wanted = new Map();
for (const step of document.querySelectorAll("[data-unit][data-items]")) {
  const unit = step.getAttribute("data-unit") ?? "";
  const items = (step.getAttribute("data-items") ?? "").split(" ").filter(Boolean);
  wanted.set(unit, [...(wanted.get(unit) ?? []), ...items]);
}

async function isFinished() {
  const items = fold(await log().all());
  return [...wanted.values()].map((unit) => tally(items, unit)).some(({ right, all }) => all > 0 && right === all);
}

async function ask() {
  if (!(await isFinished())) return;
  log().removeEventListener("change", ask);
  if (await setting("persist")) return; // a browser may ask the learner in turn: once is enough
  await keepSetting("persist", true);
  await navigator.storage?.persist?.();
}

log().addEventListener("change", ask);
await ask();
