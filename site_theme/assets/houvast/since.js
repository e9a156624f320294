/** Says "applies since" or "applies from" by the reader's own clock. */

import { say } from "./wording.js";

const language = document.documentElement.lang;

for (const time of document.querySelectorAll("time.houvast-since")) {
  const day = new Date(`${time.getAttribute("datetime")}T00:00:00`);
  const date = day.toLocaleDateString(language, { day: "numeric", month: "long", year: "numeric" });
  time.textContent = `(${say(day <= new Date() ? "applies_since" : "applies_from", { date })})`;
}
