/** Wakes what is for a learner who comes back: while the log is empty, nothing of it is loaded. No element. */

import { log } from "./log.js";

async function wake() {
  if (!(await log().all()).length) return;
  log().removeEventListener("change", wake);
  for (const name of ["old-question", "changed"]) {
    if (document.querySelector(`houvast-${name}`)) import(`./${name}.js`);
  }
}

log().addEventListener("change", wake);
wake();
