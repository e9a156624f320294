/** Asks the browser to keep what is here, once a first unit of the path is finished. No element. */

import { keepSetting, log, setting } from "./log.js";
import { isFinished, stateIn, unitsOnRail } from "./units.js";

const units = unitsOnRail();

/** Whether any unit of the path is finished. */
async function isAnyFinished() {
  const state = stateIn(await log().all(), units);
  return [...units.values()].some((unit) => isFinished(state, unit));
}

async function ask() {
  if (!(await isAnyFinished())) return;
  log().removeEventListener("change", ask);
  if (await setting("persist")) return; // a browser may ask the learner in turn: once is enough
  await keepSetting("persist", true);
  await navigator.storage?.persist?.();
}

log().addEventListener("change", ask);
await ask();
