/** Loads what a page asks of the learner, each when it is needed: few visits come to it. No element. */

import { log } from "./log.js";

const near = new IntersectionObserver(
  (seen) => {
    for (const { target, isIntersecting } of seen) {
      if (!isIntersecting) continue;
      near.unobserve(target);
      if (target.localName === "houvast-stays") import("./stays.js");
      else import("./intend.js");
    }
  },
  { rootMargin: "300px" },
);
for (const one of document.querySelectorAll("houvast-intention, houvast-stays")) near.observe(one);

const events = await log().all();
if (events.some(({ kind, item }) => kind === "wrote" && item.startsWith("intention:"))) await import("./intended.js");
