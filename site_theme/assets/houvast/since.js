/** Says "applies since" or "applies from" by the reader's own clock. */

import { dateInWords } from "./date.js";
import { today } from "./days.js";
import { say } from "./wording.js";

for (const time of document.querySelectorAll("time.houvast-since")) {
  const day = time.getAttribute("datetime") ?? "";
  const date = dateInWords(day);
  time.textContent = `(${say(day <= today() ? "applies_since" : "applies_from", { date })})`;
}
