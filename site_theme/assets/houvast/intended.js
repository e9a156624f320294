/** What was intended, shown again on a later day: on a path, and on the first unit of that day. Asked about once a day. */

import { dayOf, inWords } from "./days.js";
import { guard } from "./guard.js";
import { tell } from "./live.js";
import { keepSetting, log, setting } from "./log.js";
import { due } from "./written.js";

/**
 * @typedef {object} Shown  on which pages it was shown on a day
 * @property {string} day
 * @property {string} [unit]  the first unit
 * @property {string} [asked]  where it was asked about
 */

const SETTING = "intended";

export class HouvastIntended extends HTMLElement {
  #item = "";
  /** @type {ReturnType<typeof guard> | undefined} */
  #guard;

  connectedCallback() {
    this.#guard = guard([...this.querySelectorAll("textarea")], this.one(".houvast-guard"));
    this.addEventListener("submit", this);
    this.show();
  }

  disconnectedCallback() {
    this.#guard?.stop();
    this.removeEventListener("submit", this);
  }

  get form() {
    return /** @type {HTMLFormElement} */ (this.querySelector("form"));
  }

  /** @param {string} selector */
  one(selector) {
    return /** @type {HTMLElement} */ (this.querySelector(selector));
  }

  /** Show the line where it belongs today, and the question under it if no other page asked it. */
  async show() {
    const now = new Date();
    const wrote = due(await log().all(), now);
    const { unit, asked } = await this.shown(dayOf(now));
    if (!wrote || (this.dataset.page === "unit" && unit !== location.pathname)) return;
    const time = /** @type {HTMLTimeElement} */ (this.querySelector("time"));
    time.dateTime = dayOf(new Date(wrote.at));
    time.textContent = inWords(time.dateTime);
    this.one("[data-text]").textContent = wrote.text ?? "";
    this.one("details").hidden = asked !== location.pathname;
    this.#item = wrote.item;
    this.hidden = false;
  }

  /** On which pages it is shown on a day, this one taken in where it is the first. @param {string} day */
  async shown(day) {
    const kept = /** @type {Shown | undefined} */ (await setting(SETTING));
    const before = kept?.day === day ? kept : { day };
    const now = { ...before };
    if (this.dataset.page === "unit") now.unit ??= location.pathname;
    if (this.dataset.page !== "unit" || now.unit === location.pathname) now.asked ??= location.pathname;
    if (now.unit !== before.unit || now.asked !== before.asked) await keepSetting(SETTING, now);
    return now;
  }

  /** @param {Event} event */
  handleEvent(event) {
    event.preventDefault();
    this.keep();
  }

  async keep() {
    const chosen = /** @type {HTMLInputElement | null} */ (this.querySelector("input:checked"));
    if (!chosen) {
      this.tell(this.form.dataset.empty ?? "");
      this.form.querySelector("input")?.focus();
      return;
    }
    if (this.#guard?.look().length) {
      this.tell("");
      this.form.querySelector("textarea")?.focus();
      return;
    }
    const text = this.form.querySelector("textarea")?.value.trim() ?? "";
    await log().append({ item: this.#item, kind: "followed", hash: "", chosen: chosen.value, correct: true, text });
    const thanks = this.one(".houvast-intended__thanks");
    thanks.textContent = chosen.dataset.thanks ?? "";
    thanks.hidden = false;
    this.one("details").hidden = true;
    thanks.focus();
  }

  /** @param {string} words */
  tell(words) {
    tell(this.one(".houvast-said"), words);
  }
}

customElements.define("houvast-intended", HouvastIntended);
