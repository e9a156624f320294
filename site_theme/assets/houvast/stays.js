/** "What stays your work?": asked at three places, each with what was written at the others and when. */

import { dayOf, inWords } from "./days.js";
import { guard } from "./guard.js";
import { tell } from "./live.js";
import { log } from "./log.js";
import { make } from "./make.js";
import { writings } from "./written.js";

/** @typedef {import("./log.js").LogEvent} LogEvent */

const HEARD = ["submit", "input"];
const ITEM = "stays";

/** @fires houvast:completed  bubbles, detail `{ id }` */
export class HouvastStays extends HTMLElement {
  #isTouched = false;
  /** @type {ReturnType<typeof guard> | undefined} */
  #guard;

  connectedCallback() {
    this.#guard = guard([this.answer], /** @type {HTMLElement} */ (this.querySelector(".houvast-guard")));
    for (const type of HEARD) this.addEventListener(type, this);
    log().addEventListener("change", this);
    const button = this.querySelector("button");
    if (button) button.hidden = false;
    this.recall();
  }

  disconnectedCallback() {
    this.#guard?.stop();
    for (const type of HEARD) this.removeEventListener(type, this);
    log().removeEventListener("change", this);
  }

  get place() {
    return this.dataset.place ?? "";
  }

  get answer() {
    return /** @type {HTMLTextAreaElement} */ (this.querySelector("textarea"));
  }

  /** @param {Event} event */
  handleEvent(event) {
    if (event.type === "submit") {
      event.preventDefault();
      this.keep();
    } else if (event.type === "input") this.#isTouched = true;
    else this.recall();
  }

  async keep() {
    const text = this.answer.value.trim();
    const { saved = "", empty = "" } = this.querySelector("form")?.dataset ?? {};
    const isSafe = !this.#guard?.look().length;
    if (!text || !isSafe) {
      this.tell(text ? "" : empty);
      this.answer.focus();
      return;
    }
    this.#isTouched = false;
    await log().append({ item: ITEM, kind: "wrote", hash: "", chosen: this.place, correct: true, text });
    this.tell(saved);
    this.dispatchEvent(new CustomEvent("houvast:completed", { bubbles: true, detail: { id: ITEM } }));
  }

  /** Show what was written here, to change, and what was written at the other places. */
  async recall() {
    /** @type {Map<string, LogEvent>} the last answer at each place */
    const answers = new Map();
    for (const event of writings(await log().all())) if (event.item === ITEM) answers.set(event.chosen, event);
    const here = answers.get(this.place);
    if (here && !this.#isTouched) this.answer.value = here.text ?? "";
    answers.delete(this.place);
    const earlier = /** @type {HTMLElement} */ (this.querySelector(".houvast-earlier"));
    earlier.hidden = !answers.size;
    const inOrder = [...answers.values()].sort((one, other) => (one.at < other.at ? -1 : 1));
    earlier.querySelector("ul")?.replaceChildren(...inOrder.map(lineOf));
  }

  /** @param {string} words */
  tell(words) {
    tell(this.querySelector(".houvast-said"), words);
  }
}

/** @param {LogEvent} event */
function lineOf({ at, text = "" }) {
  const day = dayOf(new Date(at));
  const [line, time] = [make("li"), make("time", "houvast-small", inWords(day))];
  time.dateTime = day;
  line.append(time, make("q", "", text));
  return line;
}

customElements.define("houvast-stays", HouvastStays);
