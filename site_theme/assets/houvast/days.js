/** The days of a planning in words: today, a day, the line of a session and of a review. */

import { dateInWords } from "./date.js";
import { make } from "./make.js";
import { say } from "./wording.js";

/** Where the reviews of a path stand under it. */
export const REVIEW = "review/";

/** The day of a moment by the reader's own clock. @param {Date} moment */
export const dayOf = (moment) =>
  [moment.getFullYear(), moment.getMonth() + 1, moment.getDate()].map((part) => String(part).padStart(2, "0")).join("-");

export const today = () => dayOf(new Date());

/** A day such as `14 januari`; another year is told. @param {string} day */
export function inWords(day, weekday = false) {
  return dateInWords(day, { weekday, year: day.slice(0, 4) !== today().slice(0, 4) });
}

/** A title, and which part of it where there are several. @param {import("./calendar.js").TitledStep} step */
export const titleOf = ({ title, part, of }) => (of > 1 ? say("plan_part", { title, number: part, of }) : title);

/** @param {string} day */
function timeOf(day) {
  const time = make("time", "", inWords(day, true));
  time.dateTime = day;
  return time;
}

/** @param {import("./plan.js").Session<import("./planning.js").PathStep>} session */
export function sessionLine({ number, day, steps }) {
  const line = make("li");
  const head = make("p");
  const minutes = steps.reduce((sum, step) => sum + step.minutes, 0);
  head.append(make("strong", "", say("plan_session", { number })), " · ", timeOf(day), ` · ${say("plan_minutes", { minutes })}`);
  const list = make("ul");
  list.append(
    ...steps.map((step) => {
      const [entry, link] = [make("li"), make("a", "", titleOf(step))];
      link.href = step.href;
      entry.append(link, step.hat ? ` (${step.hat.title})` : "");
      return entry;
    }),
  );
  line.append(head, list);
  return line;
}

/**
 * @param {string} day
 * @param {number} number
 * @param {boolean} isDue
 * @param {import("./planning.js").PathStep[]} returning  of each of these a case comes back
 */
export function reviewLine(day, number, isDue, returning) {
  const line = make("li");
  const [head, link] = [make("strong"), make("a", "", say("plan_review", { number }))];
  link.href = REVIEW;
  head.append(link);
  line.append(head, " · ", timeOf(day));
  if (isDue) {
    const button = make("button", "houvast-button houvast-button--quiet", say("plan_reviewed"));
    button.type = "button";
    button.dataset.reviewed = "";
    line.append(" ", button);
  }
  if (returning.length) line.append(make("p", "houvast-small", say("plan_returns")), returningList(returning));
  return line;
}

/** @param {import("./planning.js").PathStep[]} returning */
function returningList(returning) {
  const list = make("ul");
  list.append(
    ...returning.map(({ title, href, returns }) => {
      const [entry, link] = [make("li"), make("a", "", title)];
      link.href = `${href.split("#")[0]}#${returns}`;
      entry.append(link);
      return entry;
    }),
  );
  return list;
}
