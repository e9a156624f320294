/**
 * The learner's log: events that are only ever added, kept in this browser.
 * Nothing in it leaves the device. Where the browser keeps nothing, it lives as long as the page, and says so.
 */

import { eventOf, LONGEST_TEXT } from "./event.js";
import { isShared } from "./shared.js";
import { aboutRow, FIRST, isAbout, logName, Store } from "./store.js";

/** @typedef {import("./shapes.js").LogEvent} LogEvent */
/** @typedef {import("./shapes.js").Kind} Kind */

/** @typedef {import("./shapes.js").Held} Held */

export const SETTING = "setting:";

/** Events from where on the log is compacted. */
const MANY = 5_000;

/** A random UUID (RFC 9562, version 4); `crypto.randomUUID` is missing where a site is served without https. */
function uuid() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (/** @type {number} */ (bytes[6]) & 0x0f) | 0x40;
  bytes[8] = (/** @type {number} */ (bytes[8]) & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
}

/** Sort rows out into what they are. @param {import("./store.js").Row[]} rows @returns {Held} */
export function heldIn(rows) {
  /** @type {Held} */
  const held = { generation: FIRST, events: [], settings: {}, aside: [] };
  for (const row of rows) {
    const [event] = eventOf(row);
    const key = String(row?.event);
    if (event) held.events.push(event);
    else if (isAbout(row)) held.generation = String(row.generation ?? FIRST);
    else if (key.startsWith(SETTING)) held.settings[key.slice(SETTING.length)] = row.value;
    else held.aside.push(row);
  }
  return held;
}

export class EventLog extends EventTarget {
  #store = new Store((reason) => this.dispatchEvent(new CustomEvent("memory", { detail: reason })));
  /** Tabs of a shared computer and others never hear of each other. */
  #channel = new BroadcastChannel(logName() + (isShared() ? " shared" : ""));
  #isCompact = false;

  constructor() {
    super();
    this.#channel.onmessage = ({ data }) => {
      if (data === "erased") this.#store.forget();
      this.dispatchEvent(new Event("change"));
    };
  }

  /** Every event that can be read. @returns {Promise<LogEvent[]>} */
  async all() {
    const { events } = await this.held();
    if (events.length >= MANY && !this.#isCompact) this.#compact(events);
    return events;
  }

  /** All that is kept. */
  async held() {
    return heldIn(await this.#store.rows());
  }

  /** @param {Omit<LogEvent, "event" | "at">} fields @returns {Promise<LogEvent>} */
  async append(fields) {
    const event = { ...fields, event: uuid(), at: new Date().toISOString() };
    if (event.text) event.text = event.text.slice(0, LONGEST_TEXT);
    await this.#store.write([event]);
    this.#tell("change");
    return event;
  }

  /** Take an event back, or what took one back. @param {string} event */
  undo(event) {
    return this.append({ item: event, kind: "undone", hash: "", chosen: "", correct: false });
  }

  /** Put rows beside those that are there; says whether they are kept. @param {import("./store.js").Row[]} rows */
  async add(rows) {
    const isKept = await this.#store.replace(rows);
    this.#tell("change");
    return isKept;
  }

  /** Wipe everything: events, settings, and what was set aside. A file from before asks before it comes back. */
  async erase() {
    await this.#store.erase([aboutRow(uuid())]);
    this.#tell("erased");
  }

  /** @param {string} name @returns {Promise<unknown>} */
  async setting(name) {
    return (await this.#store.row(SETTING + name))?.value;
  }

  /** @param {string} name @param {unknown} value */
  async keepSetting(name, value) {
    await this.#store.write([{ event: SETTING + name, value }]);
    this.#tell("change");
  }

  /** Take away what the log comes to the same without. @param {LogEvent[]} events */
  async #compact(events) {
    this.#isCompact = true; // once a page: what is left then has to stay
    const { spare } = await import("./compact.js");
    await this.#store.replace([], spare(events, new Date()));
  }

  /** Tell this page and other tabs. @param {"change" | "erased"} what */
  #tell(what) {
    this.#channel.postMessage(what);
    this.dispatchEvent(new Event("change"));
  }
}

/** @type {EventLog | undefined} */
let shared;

/** The one log of this page. */
export function log() {
  if (!shared) {
    shared = new EventLog();
    shared.addEventListener("memory", tellMemory);
  }
  return shared;
}

/** Wipe everything that the log of this site holds. */
export const eraseAll = () => log().erase();

/** @param {Event} event */
async function tellMemory(event) {
  const { say } = await import("./wording.js");
  const notice = document.getElementById("houvast-notice");
  if (notice) notice.textContent = say(/** @type {CustomEvent<string>} */ (event).detail);
}

/**
 * A setting of the learner, or undefined. It stands among the events, so that it is wiped with them; it is none of them.
 * @param {string} name
 * @returns {Promise<unknown>}
 */
export const setting = (name) => log().setting(name);

/**
 * Keep a setting: the last one wins. Told to this page and to other tabs as a change of the log.
 * @param {string} name
 * @param {unknown} value  undefined takes it away
 */
export const keepSetting = (name, value) => log().keepSetting(name, value);
