/** What comes after a miss in a critical case: the case worked out, a sibling at the end of the unit, then a talk, and on. */

import { through } from "./gate.js";
import { tell } from "./live.js";
import { log } from "./log.js";
import { make } from "./make.js";
import { standing } from "./progress.js";

/**
 * How often a critical case and its siblings were missed before one was right, in their present wording.
 * @param {import("./log.js").LogEvent[]} events
 * @param {string} written
 */
function missesIn(events, written) {
  const cases = written.split(",");
  const answers = standing(events).filter(({ kind, item, hash }) => kind === "answered" && cases.includes(`${item}:${hash}`));
  const right = answers.findIndex(({ correct }) => correct);
  return right < 0 ? answers.length : right;
}

export class HouvastSiblings extends HTMLElement {
  #drawing = 0;

  connectedCallback() {
    this.addEventListener("click", this);
    log().addEventListener("change", this);
    this.details.open = true;
    this.querySelector("summary")?.toggleAttribute("hidden", true);
    this.querySelector("h2")?.removeAttribute("hidden");
    this.draw();
  }

  disconnectedCallback() {
    this.removeEventListener("click", this);
    log().removeEventListener("change", this);
  }

  get details() {
    return /** @type {HTMLDetailsElement} */ (this.querySelector("details"));
  }

  /** @returns {HTMLElement[]} */
  get cases() {
    return [...this.querySelectorAll(".houvast-case")].map((one) => /** @type {HTMLElement} */ (one));
  }

  /** @param {Event} event */
  handleEvent(event) {
    if (event.type === "change") this.draw();
    else this.guide(/** @type {Element} */ (event.target));
  }

  /** Log that the learner goes on from a case after a talk. @param {Element} target */
  async guide(target) {
    const held = /** @type {HTMLElement | null} */ (target.closest(".houvast-talk button") && target.closest(".houvast-case"));
    if (!held) return;
    const [item = "", hash = ""] = (held.dataset.cases ?? "").split(",")[0]?.split(":") ?? [];
    held.focus(); // its button is about to go
    await log().append({ item, kind: "guided", hash, chosen: "", correct: true });
  }

  async draw() {
    const drawing = ++this.#drawing;
    const events = await log().all();
    if (drawing !== this.#drawing || !this.isConnected) return;
    for (const held of this.cases) {
      const written = held.dataset.cases ?? "";
      this.show(held, missesIn(events, written), through(events, written));
    }
    this.hidden = this.cases.every((held) => held.hidden);
  }

  /**
   * Show of a case as many siblings as there were misses, from the second miss on a talk; what is shown, stays.
   * @param {HTMLElement} held
   * @param {number} misses
   * @param {string} how  it was got through
   */
  show(held, misses, how) {
    const siblings = [...held.querySelectorAll(":scope > .houvast-block")];
    siblings.forEach((sibling, index) => sibling.toggleAttribute("hidden", index >= misses));
    const talks = misses > 1 && !how;
    held.querySelector(".houvast-talk")?.toggleAttribute("hidden", !talks);
    this.tell(held, how === "guided");
    held.hidden = !(talks || how === "guided" || (misses && siblings.length));
    this.lead(held, !held.hidden);
  }

  /** @param {HTMLElement} held @param {boolean} guided */
  tell(held, guided) {
    const done = /** @type {HTMLElement} */ (held.querySelector(".houvast-talk__done"));
    if (guided === Boolean(done.firstChild)) return;
    tell(done, guided ? () => [make("p", "", done.dataset.guided)] : "");
  }

  /** Under the case itself, the way to where it goes on. @param {HTMLElement} held @param {boolean} on */
  lead(held, on) {
    const question = document.getElementById(held.id.replace(/--again$/, ""));
    const link = question?.querySelector(".houvast-case__more");
    if (!on) link?.remove();
    if (!on || !question || link) return;
    const way = make("a", "", this.dataset.more);
    way.href = `#${held.id}`;
    const more = make("p", "houvast-case__more");
    more.append(way);
    question.querySelector(".houvast-question__actions")?.after(more);
  }
}

customElements.define("houvast-siblings", HouvastSiblings);
