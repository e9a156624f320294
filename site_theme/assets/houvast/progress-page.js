/** My progress: what the log comes to, per unit and per competency, what to come back to, and a copy of it all. */

import { awayIn } from "./away.js";
import { inWords, today } from "./days.js";
import { FRAGMENT, Keeping } from "./keeping.js";
import { keepSetting, log, setting } from "./log.js";
import { make } from "./make.js";
import { loadPath, offerPaths } from "./my-path.js";
import { competencies, sure, unitsOfPath, unitsOutside } from "./overview.js";
import { schedule } from "./plan.js";
import { sittingsDone } from "./sittings.js";
import { choiceOf, startFor } from "./start.js";
import { say } from "./wording.js";

/** @typedef {import("./my-path.js").MyPath} MyPath */

export class HouvastProgress extends HTMLElement {
  /** @type {import("./overview.js").Courses} */
  #courses = { competencies: [], units: [], paths: [] };
  /** @type {Map<string, Promise<MyPath | undefined>>} */
  #paths = new Map();
  /** @type {Keeping | undefined} */
  #keeping;
  #drawing = 0;
  /** @type {Record<string, string>} */
  #words = {};

  async connectedCallback() {
    this.#words = JSON.parse(this.dataset.words ?? "{}");
    this.#keeping = new Keeping(this, (key, values) => this.say(key, values));
    this.select.addEventListener("change", this);
    log().addEventListener("change", this);
    this.named("live").hidden = false;
    this.named("plain").hidden = true;
    const courses = await fetch(this.dataset.file ?? "").then((file) => file.json()).catch(() => undefined);
    if (courses) this.#courses = courses;
    await this.draw();
    if (location.hash.startsWith(FRAGMENT) && courses) await this.#keeping.arrive();
    if (location.hash === "#take") this.querySelector("#take")?.scrollIntoView();
  }

  disconnectedCallback() {
    log().removeEventListener("change", this);
    this.select.removeEventListener("change", this);
    this.#keeping?.stop();
  }

  /** @param {Event} event */
  handleEvent(event) {
    if (event.target === this.select) keepSetting("path", this.select.value || undefined);
    else this.draw();
  }

  get select() {
    return /** @type {HTMLSelectElement} */ (this.querySelector("select"));
  }

  /** @param {string} name @returns {HTMLElement} */
  named(name) {
    return /** @type {HTMLElement} */ (this.querySelector(`[data-${name}]`));
  }

  /** @param {string} key @param {Record<string, string | number>} [values] */
  say(key, values) {
    return say(key, values, this.#words);
  }

  async draw() {
    const drawing = ++this.#drawing;
    const [held, name, plan] = await Promise.all([log().held(), setting("path"), setting("plan")]);
    const path = await this.path(name);
    if (drawing !== this.#drawing) return;
    const { events, aside } = held;
    this.named("aside").hidden = !aside.length;
    this.named("aside").textContent = this.say("aside", { number: aside.length });
    this.named("empty").hidden = events.length > 0;
    this.named("begun").hidden = !events.length;
    this.drawPaths(path && String(name), path);
    this.drawUnits(path, events);
    this.drawCompetencies(competencies(this.#courses, path?.steps, events));
    this.drawSure(sure(this.#courses.units, path?.steps, events));
    this.drawReviews(path, plan, events);
    this.#keeping?.draw(held, this.#courses);
    this.dataset.drawn = "";
  }

  /** The path of that name with its steps, if there is one. @param {unknown} name */
  path(name) {
    const known = this.#courses.paths.find(({ path }) => path === name);
    if (!known) return undefined;
    const loaded = this.#paths.get(known.path) ?? loadPath(known).catch(() => undefined);
    this.#paths.set(known.path, loaded);
    return loaded;
  }

  /** @param {string | undefined} chosen @param {MyPath | undefined} path */
  drawPaths(chosen, path) {
    offerPaths(this.select, this.#courses.paths, this.say("no_path"), chosen);
    this.named("to-path").hidden = !path;
    const link = this.named("to-path").querySelector("a");
    if (link && path) link.href = path.href;
  }

  /** @param {MyPath | undefined} path @param {import("./shapes.js").LogEvent[]} events */
  drawUnits(path, events) {
    const own = unitsOfPath(path?.steps ?? [], events);
    const ids = new Set(own.map(({ unit }) => unit));
    const outside = unitsOutside(this.#courses.units.filter(({ id }) => !ids.has(id)), events);
    const shown = path ? own : outside;
    this.named("units").replaceChildren(...shown.map((unit) => this.unitLine(unit)));
    this.named("outside-units").replaceChildren(...outside.map((unit) => this.unitLine(unit)));
    this.named("outside").hidden = !path || !outside.length;
    const states = ["done", "begun", "skipped", "open"].map((state) => [state, shown.filter((unit) => unit.state === state).length]);
    this.named("total").textContent = states.filter(([, number]) => number).map(([state, number]) => `${number} ${this.say(String(state))}`).join(" · ");
  }

  /** @param {import("./overview.js").UnitStanding} unit */
  unitLine({ title, href, state, right, all }) {
    const line = make("li");
    line.dataset.state = state;
    const link = make("a", "", title);
    link.href = href;
    const count = all > 1 && state === "begun" ? ` · ${this.say("count", { right, all })}` : "";
    line.append(link, " ", make("span", "houvast-small", `${this.say(state)}${count}`));
    return line;
  }

  /** @param {{ title: string, states: import("./overview.js").ItemState[] }[]} rows */
  drawCompetencies(rows) {
    const table = make("table");
    const head = make("tr");
    for (const key of ["competency", "head_right", "head_again", "head_open"]) {
      const cell = make("th", "", this.say(key));
      cell.scope = "col";
      head.append(cell);
    }
    const body = make("tbody");
    for (const { title, states } of rows) {
      const [row, name] = [make("tr"), make("th", "", title)];
      name.scope = "row";
      name.append(bars(states));
      row.append(name);
      for (const state of ["right", "again", "open"]) row.append(make("td", "", String(states.filter((one) => one === state).length)));
      body.append(row);
    }
    const top = make("thead");
    top.append(head);
    table.append(top, body);
    this.named("competencies").replaceChildren(table);
  }

  /** @param {{ stem: string, unit: string, href: string }[]} open */
  drawSure(open) {
    const lines = open.map(({ stem, unit, href }) => {
      const [line, link] = [make("li"), make("a", "", stem)];
      link.href = href;
      line.append(link, " ", make("span", "houvast-small", unit));
      return line;
    });
    this.named("sure").replaceChildren(...lines);
    this.named("sure").hidden = !lines.length;
    this.named("no-sure").hidden = lines.length > 0;
  }

  /**
   * The days of the reviews, by the learner's own planning; without one there are none.
   * @param {MyPath | undefined} path
   * @param {unknown} plan
   * @param {import("./shapes.js").LogEvent[]} events
   */
  drawReviews(path, plan, events) {
    const choice = choiceOf(plan);
    const items = new Set(path?.steps.flatMap((step) => [step.unit, ...step.items.map((item) => item.split(":")[0] ?? "")]));
    const start = path && plan ? choice.start || startFor(path.start, items, events) : "";
    const away = awayIn(path?.steps ?? [], events);
    const now = { today: today(), away, reviewsDone: path ? sittingsDone(events, `${path.role}/${path.pace.id}`) : 0 };
    const days = path && start ? schedule(path.steps, path.pace, start, now).reviews : [];
    const first = (path?.pace.reviews.length ?? 0) - days.length + 1;
    const lines = days.map((day, place) => {
      const line = make("li", "", `${say("plan_review", { number: first + place })} · `);
      const time = make("time", "", inWords(day, true));
      time.dateTime = day;
      line.append(time);
      if (day <= today()) line.append(" · ", make("strong", "", this.say("due")));
      return line;
    });
    this.named("reviews").replaceChildren(...lines);
    this.named("reviews").hidden = !lines.length;
    this.named("no-reviews").hidden = !start || lines.length > 0;
    this.named("no-planning").hidden = start !== "";
    this.named("to-planning").hidden = !path;
    const link = this.named("to-planning").querySelector("a");
    if (link && path) link.href = `${path.href}#plan`;
  }
}

/** One short bar for each item: a picture of the numbers beside it. @param {import("./overview.js").ItemState[]} states */
function bars(states) {
  const picture = make("span", "houvast-bars");
  picture.ariaHidden = "true";
  const order = ["right", "again", "open"];
  for (const state of [...states].sort((one, other) => order.indexOf(one) - order.indexOf(other))) {
    const bar = make("span");
    bar.dataset.state = state;
    picture.append(bar);
  }
  return picture;
}

customElements.define("houvast-progress", HouvastProgress);
