/** The first question of a new session is an old one: a case of an earlier unit, above the lesson. */

import { log } from "./log.js";
import { standing } from "./progress.js";
import { caseIn, isFinished, itemsOf, placesOf, stateIn, unitsOnRail } from "./units.js";

export class HouvastOldQuestion extends HTMLElement {
  connectedCallback() {
    this.ask();
  }

  /** Show a case, if the last answer is of an earlier day and a unit before this one is finished. */
  async ask() {
    const events = await log().all();
    const midnight = new Date(new Date().setHours(0, 0, 0, 0)).toISOString();
    const answers = standing(events).filter(({ kind }) => kind === "answered" || kind === "completed");
    const [places, units] = [placesOf(this), unitsOnRail()];
    const isOld = answers.length > 0 && answers.every(({ at }) => at < midnight);
    const mine = places.some(({ dataset }) => answers.some(({ item, at }) => item === dataset.case && at >= midnight));
    if (!isOld && !mine) return;
    const items = stateIn(events, units);
    const cases = places.map(caseIn).filter(({ unit }) => isFinished(items, units.get(unit)));
    if (!cases.length) return;
    const { pick } = await import("./pick.js");
    const { path = "" } = this.dataset;
    const [one] = pick({ cases, units: itemsOf(units), events, path, sitting: midnight.slice(0, 10), before: midnight, amount: 1 });
    for (const place of places) place.hidden = place.dataset.case !== one?.id;
    this.hidden = !one;
  }
}

customElements.define("houvast-old-question", HouvastOldQuestion);
