/** What a learner does with the log as a whole: keep a copy, take it along, bring one, take the last answer back, erase all. */

import { dayOf, inWords, today } from "./days.js";
import { tell } from "./live.js";
import { log } from "./log.js";
import { make } from "./make.js";
import { standing } from "./progress.js";

/** @typedef {(key: string, values?: Record<string, string | number>) => string} Say */

/** What the fragment of an address begins with that brings progress of another device. */
export const FRAGMENT = "#p=";

/** The buttons, by their `data-` name, and what each does. */
const ACTIONS = /** @type {const} */ (["export", "add", "cancel", "undo", "redo", "erase", "erase-now", "take", "print"]);

export class Keeping {
  /** @type {import("./overview.js").Courses | undefined} */
  #courses;
  /** @type {import("./archive.js").Copy | undefined} a copy that was chosen, and not yet added */
  #copy;
  /** The last event that takes another back, made here. */
  #undone = "";
  #isUndoing = false;

  /** @param {HTMLElement} block @param {Say} say */
  constructor(block, say) {
    this.block = block;
    this.say = say;
    for (const type of ["click", "change"]) block.addEventListener(type, this);
    addEventListener("hashchange", this);
  }

  stop() {
    for (const type of ["click", "change"]) this.block.removeEventListener(type, this);
    removeEventListener("hashchange", this);
  }

  /** @param {Event} event */
  handleEvent(event) {
    const target = /** @type {HTMLElement} */ (event.target);
    if (event.type === "change" && target === this.input) this.look();
    if (event.type === "hashchange") this.arrive();
    if (event.type !== "click") return;
    const action = ACTIONS.find((name) => target.closest(`button[data-${name}]`));
    if (action === "export") this.export();
    if (action === "add") this.add();
    if (action === "cancel") this.cancel();
    if (action === "undo") this.undo();
    if (action === "redo") this.redo();
    if (action === "erase") this.askErase();
    if (action === "erase-now") this.erase();
    if (action === "take") this.take();
    if (action === "print") import("./carry.js").then(({ print }) => print(this.part("[data-slip]")));
  }

  get input() {
    return /** @type {HTMLInputElement} */ (this.part("input[type=file]"));
  }

  get organisation() {
    return document.documentElement.dataset.organisation ?? "";
  }

  /** @param {string} selector @returns {HTMLElement} */
  part(selector) {
    return /** @type {HTMLElement} */ (this.block.querySelector(selector));
  }

  /**
   * Say what the last event was, for whoever wants to take it back.
   * @param {import("./shapes.js").Held} held
   * @param {import("./overview.js").Courses} courses
   */
  draw({ events }, courses) {
    this.#courses = courses;
    const { units } = courses;
    const last = standing(events).at(-1);
    const item = units.flatMap((unit) => unit.items).find(({ id }) => id === last?.item);
    const what = item?.stem ?? units.find(({ id }) => id === last?.item)?.title ?? this.say("some");
    const day = last ? inWords(dayOf(new Date(last.at))) : "";
    this.part("[data-last]").textContent = last ? this.say("last", { what, day }) : this.say("no_last");
    const [undo, redo] = [this.part("button[data-undo]"), this.part("button[data-redo]")];
    redo.hidden = !this.#undone;
    if (!last && undo === document.activeElement) redo.focus(); // focus would be lost with the button that has it
    undo.hidden = !last;
  }

  async export() {
    const [{ written }, { handOver }] = await Promise.all([import("./archive.js"), import("./hand-over.js")]);
    handOver(written(await log().held(), this.organisation, new Date()), `${this.say("file")}-${today()}.json`, "application/json");
  }

  /** Read the file that was chosen, and say what it would add. */
  async look() {
    const file = this.input.files?.[0];
    this.close();
    if (!file) return;
    const { MOST, read, Refused } = await import("./archive.js");
    try {
      if (file.size > MOST.bytes) throw new Refused("too_large");
      const text = await file.text();
      if (file !== this.input.files?.[0]) return; // another was chosen meanwhile
      this.#copy = read(text);
    } catch (problem) {
      this.tell(this.say(problem instanceof Refused ? problem.message : "not_ours"));
      this.input.value = "";
      return;
    }
    await this.propose(this.#copy);
  }

  /** Say what a copy would add, and ask. @param {import("./archive.js").Copy} copy */
  async propose(copy) {
    const { newIn } = await import("./archive.js");
    const news = newIn(await log().held(), copy, this.organisation);
    const isNew = news.events + news.settings > 0;
    const told = [
      isNew ? this.say(news.events === 1 ? "new_one" : "new", { events: news.events }) : this.say("nothing_new"),
      isNew && news.known ? this.say("known", { known: news.known }) : "",
      news.settings ? this.say("settings") : "",
      copy.refused ? this.say("refused", { number: copy.refused }) : "",
    ];
    const asked = [
      isNew && news.isOlder ? this.say("older", { events: news.events }) : "",
      isNew && news.isForeign ? this.say("foreign", { organisation: copy.organisation }) : "",
    ];
    this.ask(isNew, told, asked);
  }

  /** @param {boolean} isNew  there is something to add @param {string[]} told @param {string[]} [warned] */
  ask(isNew, told, warned = []) {
    this.part("[data-bring-told]").replaceChildren(
      make("p", "", told.filter(Boolean).join(" ")),
      ...warned.filter(Boolean).map((line) => make("p", "houvast-warning", line)),
    );
    this.part("button[data-add]").hidden = !isNew;
    this.open("[data-bring]");
  }

  /** Show what is here as a QR code. */
  async take() {
    const { show } = await import("./carry.js");
    const why = this.#courses ? await show(this.part("[data-slip]"), this.#courses, this.say).catch(() => this.say("take_not_loaded")) : "";
    this.part("[data-slip]").hidden = why !== "";
    if (why) this.tell(why);
  }

  /** Where the address brings progress of another device: say what it would add, and ask. */
  async arrive() {
    if (!location.hash.startsWith(FRAGMENT) || !this.#courses) return;
    const { read } = await import("./transfer.js");
    this.close();
    const { newIn, Refused } = await import("./archive.js");
    const here = await log().held();
    try {
      const brought = read(location.hash.slice(FRAGMENT.length), { courses: this.#courses, organisation: this.organisation, now: new Date() });
      this.#copy = { ...brought, generation: here.generation };
    } catch (problem) {
      if (!(problem instanceof Refused)) throw problem;
      forgetAddress();
      this.tell(this.say(problem.message));
      return;
    }
    const { events } = newIn(here, this.#copy, this.organisation);
    this.ask(events > 0, [
      events ? this.say(events === 1 ? "take_asks_one" : "take_asks", { events }) : this.say("take_known"),
      this.#copy.refused ? this.say("take_unknown", { number: this.#copy.refused }) : "",
    ]);
  }

  async add() {
    if (!this.#copy) return;
    const { newIn, unite } = await import("./archive.js");
    const { events } = newIn(await log().held(), this.#copy, this.organisation);
    const isKept = await unite(this.#copy);
    this.cancel();
    this.tell(isKept ? this.say("merged", { events }) : this.say("not_kept"));
  }

  /** A second press before the first is kept would take the same event back again, and only one of the two could be put back. */
  async undo() {
    if (this.#isUndoing) return;
    this.#isUndoing = true;
    try {
      const last = standing(await log().all()).at(-1);
      if (!last) return;
      this.#undone = (await log().undo(last.event)).event;
    } finally {
      this.#isUndoing = false;
    }
    this.tell(this.say("undone"));
  }

  async redo() {
    const undone = this.#undone;
    if (!undone) return;
    this.#undone = "";
    this.part("button[data-undo]").hidden = false;
    this.part("button[data-undo]").focus();
    await log().undo(undone);
    this.tell(this.say("back_in"));
  }

  /** Say what would go, and ask. */
  async askErase() {
    const { events, aside } = await log().held();
    this.part("[data-erase-told]").textContent = this.say("erase_told", { events: events.length + aside.length });
    this.open("[data-sure-erase]");
  }

  async erase() {
    this.#undone = "";
    await log().erase();
    this.cancel();
    this.tell(this.say("erased"));
  }

  /** Show what is asked, and bring the reader there. @param {string} selector */
  open(selector) {
    this.close();
    const asked = this.part(selector);
    asked.hidden = false;
    asked.focus();
  }

  close() {
    for (const asked of this.block.querySelectorAll(".houvast-progress__ask")) asked.toggleAttribute("hidden", true);
  }

  /** Close what was asked; focus goes back to where it was asked from. */
  cancel() {
    const from = this.part("[data-sure-erase]").hidden ? this.input : this.part("button[data-erase]");
    this.close();
    this.#copy = undefined;
    forgetAddress();
    this.input.value = "";
    from.focus();
  }

  /** @param {string} words */
  tell(words) {
    const said = this.part("[data-said]");
    tell(said, words, () => said.scrollIntoView({ block: "nearest" }));
  }
}

/** Take the progress of another device out of the address: it is in the log, or not wanted. */
function forgetAddress() {
  if (location.hash.startsWith(FRAGMENT)) history.replaceState(history.state, "", location.pathname + location.search);
}
