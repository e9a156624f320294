/** The close of a unit: how many of the questions of its text are answered, and how many right. No element. */

import { gated, through } from "./gate.js";
import { log } from "./log.js";
import { fold, tally } from "./progress.js";
import { filled, say } from "./wording.js";

/** @param {string} selector */
const all = (selector) => [...document.querySelectorAll(selector)].map((one) => /** @type {HTMLElement} */ (one));

const questions = all("houvast-question:not(houvast-placement *, houvast-old-question *, houvast-siblings *, [data-form=poll])");
const items = questions.map((question) => `${question.id}:${question.dataset.hash}`);
const critical = all("[data-cases]").map((one) => one.dataset.cases ?? "");
const line = all("[data-closing]")[0];
for (const siblings of all("houvast-siblings")) siblings.hidden = true; // until one is needed

async function tell() {
  const events = await log().all();
  const cases = critical.join(",").split(",");
  if (events.some(({ item, hash, correct }) => !correct && cases.includes(`${item}:${hash}`))) import("./siblings.js");
  const count = tally(gated(fold(events), events, critical), items);
  if (line) line.textContent = count.tried ? words(count, events) : "";
}

/**
 * A gate tells no score: which cases were right once, and how many with guidance.
 * @param {ReturnType<typeof tally>} count
 * @param {import("./log.js").LogEvent[]} events
 */
function words(count, events) {
  const { gate, guided = "" } = line?.dataset ?? {};
  if (!gate) return say("closing", count);
  const number = critical.filter((written) => through(events, written) === "guided").length;
  return `${filled(gate, count)} ${number ? filled(guided, { guided: number }) : ""}`.trim();
}

log().addEventListener("change", tell);
tell();
