/** Read a page aloud with the voice of the browser, from what is in sight on, block by block; nothing leaves the device. */

import { say } from "./wording.js";

/** What is read, one at a time. What is folded away, pressed or only pointed at is passed over. */
const BLOCKS = "h1, h2, h3, h4, p, li, dt, dd, legend, label, blockquote, td, th";
const PASSED_OVER = ".houvast-crumbs, .houvast-lead__facts, .houvast-sources, .houvast-spoken, houvast-speech, nav, [hidden]";

export class HouvastSpeech extends HTMLElement {
  /** @type {HTMLElement[]} */
  #left = [];
  /** @type {HTMLElement | undefined} what is being read */
  #now;
  /** @type {SpeechSynthesisUtterance | undefined} what says it: of an earlier one, the end may be told later */
  #words;

  connectedCallback() {
    this.button.addEventListener("click", this);
    window.speechSynthesis?.addEventListener("voiceschanged", this);
    addEventListener("pagehide", this);
    this.offer();
  }

  disconnectedCallback() {
    this.stop();
    this.button.removeEventListener("click", this);
    window.speechSynthesis?.removeEventListener("voiceschanged", this);
    removeEventListener("pagehide", this);
  }

  get button() {
    return /** @type {HTMLButtonElement} */ (this.querySelector("button"));
  }

  /** A voice of this device in the language of the page; one that works without a network goes first. */
  get voice() {
    const language = document.documentElement.lang.slice(0, 2);
    const known = window.speechSynthesis?.getVoices() ?? [];
    const voices = known.filter((voice) => voice.lang.slice(0, 2).toLowerCase() === language);
    return voices.find((voice) => voice.localService) ?? voices[0];
  }

  /** @param {Event} event */
  handleEvent(event) {
    if (event.type === "voiceschanged") this.offer();
    else if (event.type === "pagehide" || this.#now) this.stop();
    else this.start();
  }

  /** Offer to read where there is a voice, and say so where there is none. */
  offer() {
    this.hidden = false;
    this.button.hidden = !this.voice;
    this.button.textContent = say(this.#now ? "speech_stop" : "speech");
    const none = /** @type {HTMLElement} */ (this.querySelector("[data-none]"));
    none.hidden = Boolean(this.voice);
  }

  /** Begin with the first block that is in sight. */
  start() {
    const blocks = readable(this.closest("main") ?? document.body);
    const first = blocks.findIndex((block) => block.getBoundingClientRect().bottom > 0);
    this.#left = blocks.slice(Math.max(first, 0));
    this.next();
  }

  next() {
    delete this.#now?.dataset.read;
    this.#now = this.#left.shift();
    this.offer();
    if (!this.#now) return;
    this.#now.dataset.read = "";
    this.#now.scrollIntoView({ block: "nearest" });
    const words = new SpeechSynthesisUtterance(textOf(this.#now));
    words.lang = document.documentElement.lang;
    words.voice = this.voice ?? null;
    this.#words = words;
    words.onend = () => words === this.#words && this.next();
    words.onerror = () => words === this.#words && this.stop();
    window.speechSynthesis.speak(words);
  }

  stop() {
    if (!this.#now) return;
    this.#left = [];
    delete this.#now.dataset.read;
    this.#now = this.#words = undefined;
    window.speechSynthesis.cancel();
    this.offer();
  }
}

/** The innermost blocks of a part of the page that can be seen, in order. @param {Element} root @returns {HTMLElement[]} */
function readable(root) {
  const found = [...root.querySelectorAll(BLOCKS)].map((block) => /** @type {HTMLElement} */ (block));
  return found.filter((block) => !block.closest(PASSED_OVER) && !block.querySelector(BLOCKS) && block.checkVisibility() && textOf(block));
}

/** @param {HTMLElement} block */
const textOf = (block) => (block.textContent ?? "").replace(/\s+/g, " ").trim();

customElements.define("houvast-speech", HouvastSpeech);
