/**
 * The learner's log: events that are only ever added, kept in this browser.
 * Nothing in it leaves the device. Where the browser keeps nothing, it lives as long as the page, and says so.
 */

/**
 * @typedef {object} LogEvent
 * @property {string} event  a UUID: the same event is never counted twice
 * @property {string} item  the id of a question, a scenario or a module, or what was written about
 * @property {Kind} kind
 * @property {string} hash  of what the question asked when it was answered; of a module what its placement asked
 * @property {string} chosen  the digests of the options, joined by commas; of a scenario the ending; of a module empty
 * @property {boolean} correct
 * @property {string} at  ISO 8601, UTC
 * @property {number} [credit]  how much of it was right, from 0 to 1, where several things are
 * @property {boolean} [sure]  what the learner said before the check, where that is asked
 * @property {string} [text]  what the learner wrote
 */

/**
 * What happened: a question was `answered`, a scenario or a prompt exercise `completed`; a module is `skipped` by its
 * placement, and put back; a critical case was gone on from after a talk (`guided`); something was `wrote`, what was
 * intended `followed` up, a sitting `reviewed`; the event named in `item` was `undone`.
 * @typedef {"answered" | "completed" | "skipped" | "unskipped" | "guided" | "wrote" | "followed" | "reviewed" | "undone"} Kind
 */

const STORE = "events";

/** One log per organisation and per place the site stands in: two sites on one host never meet. */
export function logName() {
  const { organisation = "", root = "./" } = document.documentElement.dataset;
  return `houvast:${organisation}:${new URL(root, location.href).pathname}`;
}

/** @param {string} name @returns {Promise<IDBDatabase>} */
function openDatabase(name) {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(STORE, { keyPath: "event" });
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
    request.onblocked = () => reject(new Error("blocked"));
  });
}

/** @template T @param {IDBRequest<T>} request @returns {Promise<T>} */
function done(request) {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

/** @param {IDBTransaction} transaction @returns {Promise<void>} */
function finished(transaction) {
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error);
  });
}

/** A random UUID (RFC 9562, version 4); `crypto.randomUUID` is missing where a site is served without https. */
function uuid() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (/** @type {number} */ (bytes[6]) & 0x0f) | 0x40;
  bytes[8] = (/** @type {number} */ (bytes[8]) & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
}

/** @param {unknown} value @returns {value is LogEvent} */
function isEvent(value) {
  const event = /** @type {Partial<LogEvent>} */ (value ?? {});
  return (
    ["event", "item", "kind", "hash", "chosen", "at"].every((key) => typeof event[/** @type {"event"} */ (key)] === "string") &&
    typeof event.correct === "boolean"
  );
}

export class EventLog extends EventTarget {
  /** @type {LogEvent[]} what could not be kept */
  #memory = [];
  /** @type {Promise<IDBDatabase | null>} */
  #database;
  #channel = new BroadcastChannel(logName());

  constructor() {
    super();
    this.#database = openDatabase(logName()).catch(() => this.#forget());
    this.#channel.onmessage = () => this.dispatchEvent(new Event("change"));
  }

  /** Every event that can be read; a broken one is passed over, never lost. @returns {Promise<LogEvent[]>} */
  async all() {
    const database = await this.#database;
    const kept = database ? await done(database.transaction(STORE).objectStore(STORE).getAll()) : [];
    return [...kept, ...this.#memory].filter(isEvent);
  }

  /** @param {Omit<LogEvent, "event" | "at">} fields */
  async append(fields) {
    const event = { ...fields, event: uuid(), at: new Date().toISOString() };
    const database = await this.#database;
    try {
      if (!database) throw new Error("nothing is kept here");
      const transaction = database.transaction(STORE, "readwrite");
      transaction.objectStore(STORE).add(event);
      transaction.commit(); // at once: the reader may leave the page right after an answer
      await finished(transaction);
    } catch {
      this.#memory.push(event);
      this.#forget();
    }
    this.#channel.postMessage("change");
    this.dispatchEvent(new Event("change"));
  }

  /** @returns {null} */
  #forget() {
    this.dispatchEvent(new Event("memory"));
    return null;
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

async function tellMemory() {
  const { say } = await import("./wording.js");
  const notice = document.getElementById("houvast-notice");
  if (notice) notice.textContent = say("memory");
}

/** @type {Map<string, unknown>} settings where the browser keeps nothing */
const settings = new Map();

/**
 * A setting of the learner, or undefined. It stands among the events, so that it is wiped with them; it is none of them.
 * @param {string} name
 * @returns {Promise<unknown>}
 */
export async function setting(name) {
  const database = await openDatabase(logName()).catch(() => null);
  if (!database) return settings.get(name);
  const kept = await done(database.transaction(STORE).objectStore(STORE).get(`setting:${name}`)).catch(() => undefined);
  database.close();
  return kept ? kept.value : settings.get(name);
}

/**
 * Keep a setting: the last one wins. Told to this page and to other tabs as a change of the log.
 * @param {string} name
 * @param {unknown} value  undefined takes it away
 */
export async function keepSetting(name, value) {
  const database = await openDatabase(logName()).catch(() => null);
  try {
    if (!database) throw new Error("nothing is kept here");
    const transaction = database.transaction(STORE, "readwrite");
    const [store, event] = [transaction.objectStore(STORE), `setting:${name}`];
    if (value === undefined) store.delete(event);
    else store.put({ event, value });
    await finished(transaction);
    settings.delete(name);
  } catch {
    settings.set(name, value);
    log().dispatchEvent(new Event("memory"));
  }
  database?.close();
  const channel = new BroadcastChannel(logName());
  channel.postMessage("change"); // the log of this page hears it too
  channel.close();
}
