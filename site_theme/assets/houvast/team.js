/** A team session: one screen at a time, by its buttons or by a presenter's remote. It keeps nothing. */

import { tell } from "./live.js";

const HEARD = ["click", "keydown"];

/** What each key does, as remotes send them. @type {Record<string, "forward" | "back">} */
const KEYS = { ArrowRight: "forward", PageDown: "forward", ArrowLeft: "back", PageUp: "back" };

export class HouvastTeam extends HTMLElement {
  #at = 0;

  connectedCallback() {
    for (const type of HEARD) this.addEventListener(type, this);
    for (const details of this.querySelectorAll("details")) details.hidden = true;
    this.actions.hidden = false;
    this.draw();
  }

  disconnectedCallback() {
    for (const type of HEARD) this.removeEventListener(type, this);
  }

  get screens() {
    return [...this.querySelectorAll(".houvast-team__screen")].map((one) => /** @type {HTMLElement} */ (one));
  }

  get screen() {
    return /** @type {HTMLElement} */ (this.screens[this.#at]);
  }

  get heading() {
    return /** @type {HTMLElement} */ (this.querySelector("h1"));
  }

  get actions() {
    return /** @type {HTMLElement} */ (this.querySelector(".houvast-team__actions"));
  }

  /** @param {"back" | "show" | "next"} name */
  button(name) {
    return /** @type {HTMLButtonElement} */ (this.actions.querySelector(`[data-${name}]`));
  }

  /** @param {Event} event */
  handleEvent(event) {
    if (event instanceof KeyboardEvent) this.press(event);
    else if (event.target === this.button("back")) this.go(-1);
    else if (event.target === this.button("show")) this.show();
    else if (event.target === this.button("next")) this.go(1);
  }

  /** @param {KeyboardEvent} event */
  press(event) {
    const does = KEYS[event.key];
    if (!does || event.repeat || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    if (does === "back") this.go(-1);
    else if (this.asks) this.show();
    else this.go(1);
  }

  /** Whether a case is on whose answer was not shown yet. */
  get asks() {
    return this.screen.dataset.screen === "case" && this.screen.dataset.state !== "shown";
  }

  /** @param {1 | -1} step */
  go(step) {
    const to = this.screens[this.#at + step];
    if (!to) return;
    this.#at += step;
    this.draw();
    const heading = /** @type {HTMLElement} */ (to.querySelector("h2") ?? this.heading);
    heading.focus({ preventScroll: true });
    this.scrollIntoView({ block: "start" });
  }

  /** Mark the right option and say why; the focus goes on to what comes next. */
  show() {
    const told = this.screen.querySelector("[role=status]");
    const key = this.screen.querySelector(".houvast-team__key > div");
    const others = /** @type {HTMLElement | null} */ (this.screen.querySelector(".houvast-team__others"));
    this.screen.dataset.state = "shown";
    if (others) others.hidden = false;
    this.draw();
    this.button("next").focus({ preventScroll: true });
    tell(
      told,
      () => [...(key?.children ?? [])].flatMap((part) => [part.cloneNode(true), " "]),
      () => told?.scrollIntoView({ block: "nearest" }),
    );
  }

  draw() {
    this.screens.forEach((screen, index) => {
      screen.hidden = index !== this.#at;
    });
    this.heading.classList.toggle("houvast-spoken", this.#at > 0);
    const after = this.screens[this.#at + 1];
    const next = this.button("next");
    this.button("back").hidden = this.#at === 0;
    this.button("show").hidden = !this.asks;
    next.hidden = !after;
    next.classList.toggle("houvast-button--quiet", this.asks);
    next.textContent = (this.#at ? next.dataset[after?.dataset.screen ?? "case"] : next.dataset.begin) ?? "";
  }
}

customElements.define("houvast-team", HouvastTeam);
