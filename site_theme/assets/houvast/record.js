/** The record: what was done of a path, as a sheet to print and as a file. A name is typed here, and kept nowhere. */

import { dateInWords } from "./date.js";
import { today } from "./days.js";
import { keepSetting, log, setting } from "./log.js";
import { make } from "./make.js";
import { loadPath, offerPaths } from "./my-path.js";
import { isShared } from "./shared.js";
import { statementOf } from "./statement.js";
import { say } from "./wording.js";

/** @typedef {NonNullable<ReturnType<typeof statementOf>>} Statement */
/** @typedef {import("./my-path.js").MyPath} MyPath */
/** @typedef {import("./statement.js").Versions} Versions */

const HEARD = ["click", "input", "change"];
const SCHEMA = 1;
const LONGEST_NAME = 100;

export class HouvastRecord extends HTMLElement {
  /** @type {import("./overview.js").Courses} */
  #courses = { competencies: [], units: [], paths: [] };
  /** @type {Record<string, Versions>} */
  #versions = {};
  /** @type {Record<string, string>} */
  #words = {};
  /** @type {Record<string, unknown> | undefined} what the file holds, without a name */
  #record;
  #drawing = 0;

  async connectedCallback() {
    this.#words = JSON.parse(this.dataset.words ?? "{}");
    for (const type of HEARD) this.addEventListener(type, this);
    log().addEventListener("change", this);
    addEventListener("pagehide", this);
    this.input.spellcheck = false; // some browsers send what is typed elsewhere to be checked
    this.forgetName();
    const files = [this.dataset.courses, this.dataset.file].map((name) => fetch(name ?? "").then((file) => file.json()));
    [this.#courses, this.#versions] = await Promise.all(files).catch(() => [this.#courses, this.#versions]);
    this.named("live").hidden = false;
    this.named("plain").hidden = true;
    await this.draw();
  }

  disconnectedCallback() {
    for (const type of HEARD) this.removeEventListener(type, this);
    log().removeEventListener("change", this);
    removeEventListener("pagehide", this);
  }

  /** @param {Event} event */
  handleEvent(event) {
    const target = event.target;
    if (event.type === "pagehide") this.forgetName();
    else if (target === this.input) this.drawName();
    else if (target === this.select) keepSetting("path", this.select.value || undefined);
    else if (event.type === "change") this.draw();
    else if (target instanceof Element && target.closest("[data-print]")) print();
    else if (target instanceof Element && target.closest("[data-download]")) this.download();
  }

  get select() {
    return /** @type {HTMLSelectElement} */ (this.querySelector("select"));
  }

  get input() {
    return /** @type {HTMLInputElement} */ (this.querySelector("input"));
  }

  get name() {
    return this.input.value.trim().slice(0, LONGEST_NAME);
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
    const [events, chosen] = await Promise.all([log().all(), setting("path")]);
    const known = this.#courses.paths.find(({ path }) => path === chosen);
    const path = known && (await loadPath(known).catch(() => undefined));
    if (drawing !== this.#drawing) return;
    const versions = known && this.#versions[known.path];
    const statement = path && versions && statementOf(path, this.#courses, versions, events);
    offerPaths(this.select, this.#courses.paths, this.say("no_path"), known?.path);
    this.named("on-shared").hidden = !isShared();
    this.named("choose").hidden = Boolean(path);
    this.named("empty").hidden = !path || Boolean(statement);
    /** @type {HTMLAnchorElement} */ (this.named("to-path")).href = path?.href ?? "";
    this.named("begun").hidden = this.named("sheet").hidden = !statement;
    this.#record = undefined;
    if (statement && known) this.drawSheet(known, versions.version, statement);
    this.dataset.drawn = "";
  }

  /** @param {import("./overview.js").Path} path @param {string} version @param {Statement} statement */
  drawSheet({ path: id, role, pace }, version, statement) {
    const { first, last, minutes, units, also, code } = statement;
    const organisation = document.documentElement.dataset.organisation ?? "";
    const [shown, open] = [units.filter(({ state }) => state !== "open"), units.filter(({ state }) => state === "open")];
    const past = shown.filter(({ state }) => state !== "begun").length;
    const made = today();
    this.#record = {
      houvast: "record",
      schema: SCHEMA,
      locale: document.documentElement.lang,
      organisation,
      path: { id, role, pace, version },
      ...statement,
      made,
      says: this.named("not").textContent,
    };
    this.fill("organisation", organisation);
    this.fill("path", `${role}, ${pace.toLowerCase()}`);
    this.fill("when", this.say(first === last ? "period_one" : "period", { first: dateInWords(first), last: dateInWords(last) }));
    this.fill("total", this.say("total", { past, all: units.length, minutes }));
    this.fill("version", this.say("version", { version }));
    this.named("units").replaceChildren(...shown.map((line) => this.unitLine(line)));
    this.fill("still-open", this.say("open", { titles: listed(open) }), open.length > 0);
    this.fill("also", this.say("also", { titles: listed(also) }), also.length > 0);
    this.fill("code", code ?? "", Boolean(code));
    this.named("code-none").hidden = Boolean(code);
    this.fill("made", this.say("made", { day: dateInWords(made) }));
    this.drawName();
  }

  /** @param {string} name @param {string} text */
  fill(name, text, isShown = true) {
    this.named(name).textContent = text;
    this.named(name).hidden = !isShown;
  }

  /** @param {import("./statement.js").Line} line */
  unitLine({ title, state, minutes, month, version, competencies }) {
    const entry = make("li");
    entry.dataset.state = state;
    const facts = [this.say(state), this.say("minutes", { minutes }), month ? dateInWords(month) : "", this.say("version", { version })];
    const words = make("span", "houvast-record__what");
    words.append(make("strong", "", title), make("span", "houvast-small", listed(competencies)));
    entry.append(words, " ", make("span", "houvast-small houvast-record__how", facts.filter(Boolean).join(" · ")));
    return entry;
  }

  drawName() {
    this.named("name").textContent = this.name;
  }

  forgetName() {
    this.input.value = "";
    this.drawName();
  }

  async download() {
    const { handOver } = await import("./hand-over.js");
    const record = { ...this.#record, ...(this.name ? { name: this.name } : {}) };
    handOver(`${JSON.stringify(record, null, 1)}\n`, `${this.say("file")}-${today()}.json`, "application/json");
  }
}

const listed = (/** @type {{ title: string }[]} */ all) => all.map(({ title }) => title).join(", ");

customElements.define("houvast-record", HouvastRecord);
