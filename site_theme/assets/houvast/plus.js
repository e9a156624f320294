/** The plus sections: what hats add to a path, after its last session. */

import { titleOf } from "./days.js";
import { make } from "./make.js";
import { say } from "./wording.js";

/** @typedef {import("./planning.js").Hat} Hat */
/** @typedef {import("./planning.js").PathStep} PathStep */

/**
 * Put the sections of these hats on the page, instead of those that are there.
 * @param {HTMLElement} path
 * @param {Hat[]} hats
 * @param {PathStep[]} plus  what these hats add, each step with its hat
 */
export function drawPlus(path, hats, plus) {
  for (const section of path.querySelectorAll(".houvast-plus")) section.remove();
  const sections = hats.map((hat) => sectionOf(hat, plus.filter((step) => step.hat === hat)));
  [...path.querySelectorAll(".houvast-session")].at(-1)?.after(...sections);
}

/** @param {Hat} hat @param {PathStep[]} steps */
function sectionOf(hat, steps) {
  const section = make("section", "houvast-session houvast-plus");
  const title = make("h2", "", say("plan_plus_title", { hat: hat.title }));
  title.id = `plus-${hat.id}`;
  section.setAttribute("aria-labelledby", title.id);
  section.append(title);
  if (steps.length) {
    const rail = make("ol", "houvast-rail");
    rail.append(...steps.map(railStep));
    section.append(rail);
  }
  const added = new Set(steps.map(({ unit }) => unit));
  const leftOut = new Map(hat.steps.filter(({ unit }) => !added.has(unit)).map(({ unit, title }) => [unit, title]));
  if (leftOut.size) section.append(make("p", "houvast-small", say("plan_left_out", { titles: quoted(leftOut.values()) })));
  return section;
}

/** @param {PathStep} step */
function railStep(step) {
  const line = make("li", "houvast-step");
  line.classList.toggle("houvast-step--scenario", step.items.some((item) => item.startsWith(`${step.unit}:`)));
  line.dataset.items = step.items.join(" ");
  const link = make("a", "", titleOf(step));
  link.href = step.href;
  line.append(link, make("span", "houvast-small", say("plan_minutes", { minutes: step.minutes })));
  return line;
}

/** @param {Iterable<string>} titles */
const quoted = (titles) => [...titles].map((title) => `“${title}”`).join(", ");
