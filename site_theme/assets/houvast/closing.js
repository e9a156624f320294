/** The close of a unit: how many of the questions of its text are answered, and how many right. No element. */

import { log } from "./log.js";
import { fold, tally } from "./progress.js";
import { say } from "./wording.js";

const questions = [...document.querySelectorAll("houvast-question:not(houvast-placement *, houvast-old-question *)")].map((one) => /** @type {HTMLElement} */ (one));
const items = questions.map((question) => `${question.id}:${question.dataset.hash}`);
const line = document.querySelector("[data-closing]");

async function tell() {
  const count = tally(fold(await log().all()), items);
  if (line) line.textContent = count.tried ? say("closing", count) : "";
}

log().addEventListener("change", tell);
tell();
