/** A critical case worked out, from what the question says already: what to look at, what you do, and why. */

import { make } from "./make.js";

/** @param {HTMLElement} question @param {DOMStringMap} words */
export function worked(question, { worked: title, look, do: act, why }) {
  const example = make("div", "houvast-worked");
  const list = make("dl");
  example.append(make("p", "houvast-worked__title", title), list);
  const answer = /** @type {HTMLElement} */ (question.querySelector(".houvast-answer"));
  const options = [...answer.querySelectorAll("[data-correct=yes]")];
  const hints = [...question.querySelectorAll(".houvast-hint > :not(summary)")].map((hint) => hint.cloneNode(true));
  tell(list, look, hints);
  tell(list, act, options.length ? options.map(optionOf) : cloned(answer, ":scope > :not(summary, .houvast-answer__rationale)"));
  tell(list, why, cloned(answer, options.length ? "[data-correct=yes] .houvast-answer__rationale" : ":scope > .houvast-answer__rationale"));
  return example;
}

/** @param {Element} from @param {string} what */
const cloned = (from, what) => [...from.querySelectorAll(what)].map((one) => one.cloneNode(true));

/** The words of an option, without what is said before them. @param {Element} explained */
function optionOf(explained) {
  const option = /** @type {Element} */ (explained.querySelector(".houvast-answer__option")?.cloneNode(true));
  option.querySelector("strong")?.remove();
  return option;
}

/** @param {HTMLElement} list @param {string | undefined} term @param {Node[]} told */
function tell(list, term, told) {
  if (!told.length) return;
  const held = make("dd");
  held.append(...told);
  list.append(make("dt", "", term), held);
}
