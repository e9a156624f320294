/** Where the learner's log is kept: rows in IndexedDB, or in memory where the browser keeps nothing. */

import { inTab, isShared, keepInTab, place, session } from "./shared.js";

/** The schema that this code writes. A database without a row that says so is of schema 1. */
export const SCHEMA = 2;

/** The generation of a log that was never erased. */
export const FIRST = "first";

const STORE = "events";
const ABOUT = "about";

/** @typedef {{ event: string, [field: string]: unknown }} Row  `event` is its key */
/** @typedef {"memory" | "full" | "newer"} Reason  why something is in memory alone; also the key of its words */

/** One log per organisation and per place the site stands in: two sites on one host never meet. */
export function logName() {
  const { organisation = "" } = document.documentElement.dataset;
  return `houvast:${organisation}:${place}`;
}

/** The row that tells of all others. @param {string} generation @returns {Row} */
export const aboutRow = (generation) => ({ event: ABOUT, schema: SCHEMA, generation });

/** @param {Row} row */
export const isAbout = (row) => row.event === ABOUT;

/** @param {Row | undefined} about */
export const schemaOf = (about) => (Number.isInteger(about?.schema) ? Number(about?.schema) : 1);

/** @param {string} name @returns {Promise<IDBDatabase>} */
function openDatabase(name) {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name); // in whatever version it is: a newer one is read too
    request.onupgradeneeded = () => request.result.createObjectStore(STORE, { keyPath: "event" }).put(aboutRow(FIRST));
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
  transaction.commit(); // at once: the reader may leave the page right after an answer
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error);
  });
}

/** Every row, by key. What could not be kept is in memory, and goes with the next write that can. */
export class Store {
  /** @type {Map<string, Row>} */
  #memory = new Map();
  /** @type {Promise<IDBDatabase | null> | undefined} */
  #database;
  #isNewer = false;
  #session = session();

  /** @param {(reason: Reason) => void} tell  hears that something is in memory alone */
  constructor(tell) {
    this.tell = tell;
    if (isShared()) this.#memory = new Map(JSON.parse(inTab("rows") || "[]").map((/** @type {Row} */ row) => [row.event, row]));
    this.#open();
  }

  /** The database; null on a shared computer, and where the browser has none. @returns {Promise<IDBDatabase | null>} */
  async #open() {
    if (isShared()) return null;
    this.#database ??= this.#prepared().catch(() => {
      this.tell("memory");
      return null;
    });
    return this.#database;
  }

  /** The database in our schema; one of a newer schema is left as it is. @returns {Promise<IDBDatabase>} */
  async #prepared() {
    const database = await openDatabase(logName());
    database.onclose = () => {
      this.#database = undefined; // opened again when something is next asked of it
    };
    database.onversionchange = () => {
      database.close();
      this.#database = undefined;
    };
    if (!database.objectStoreNames.contains(STORE)) throw new Error("another kind of log");
    const schema = schemaOf(await done(database.transaction(STORE).objectStore(STORE).get(ABOUT)));
    if (schema > SCHEMA) {
      this.#isNewer = true;
      this.tell("newer");
    }
    if (schema < SCHEMA) await migrate(database);
    return database;
  }

  /** @returns {Promise<Row[]>} */
  async rows() {
    const kept = await this.#read((store) => store.getAll(), /** @type {Row[]} */ ([]));
    return [...kept.filter(({ event }) => !this.#memory.has(event)), ...this.#memory.values()];
  }

  /** @param {string} key @returns {Promise<Row | undefined>} */
  async row(key) {
    return this.#memory.get(key) ?? this.#read((store) => store.get(key), undefined);
  }

  /**
   * @template T
   * @param {(store: IDBObjectStore) => IDBRequest<T>} ask
   * @param {T} otherwise
   */
  async #read(ask, otherwise) {
    const database = await this.#open();
    if (!database) return otherwise;
    try {
      return await done(ask(database.transaction(STORE).objectStore(STORE)));
    } catch {
      this.tell("memory");
      return otherwise;
    }
  }

  /**
   * Put rows, all or none; where that cannot be, they are remembered. Says whether they are kept.
   * @param {Row[]} rows
   */
  async write(rows) {
    if (isShared()) return this.#remember(rows);
    const waiting = new Map(this.#memory);
    const isKept = await this.#change((store) => {
      for (const row of [...waiting.values(), ...rows]) store.put(row);
    });
    if (isKept) for (const [key, row] of waiting) if (this.#memory.get(key) === row) this.#memory.delete(key);
    if (!isKept) for (const row of rows) this.#memory.set(row.event, row);
    return isKept;
  }

  /** Put rows that are kept or refused, never remembered; take others away. @param {Row[]} rows @param {string[]} [gone] */
  async replace(rows, gone = []) {
    if (isShared()) return this.#remember(rows, gone);
    return this.#change((store) => {
      for (const row of rows) store.put(row);
      for (const key of gone) store.delete(key);
    });
  }

  /** Wipe everything there is; then these rows. @param {Row[]} rows */
  async erase(rows) {
    this.forget();
    if (isShared()) {
      this.#remember(rows);
      return;
    }
    this.#isNewer = false;
    const isErased = await this.#change((store) => {
      store.clear();
      for (const row of rows) store.put(row);
    });
    if (!isErased) for (const row of rows) this.#memory.set(row.event, row);
  }

  /** Wipe what is in memory alone. */
  forget() {
    this.#memory.clear();
    if (isShared()) this.#remember([]);
  }

  /**
   * On a shared computer: remember rows, and let the tab hold them for its next page; nothing once its session is over.
   * @param {Row[]} rows
   * @param {string[]} [gone]
   */
  #remember(rows, gone = []) {
    if (this.#session !== session()) return false;
    for (const row of rows) this.#memory.set(row.event, row);
    for (const key of gone) this.#memory.delete(key);
    if (!keepInTab("rows", JSON.stringify([...this.#memory.values()]))) this.tell("memory");
    return true;
  }

  /** @param {(store: IDBObjectStore) => void} work  all of it is done, or nothing */
  async #change(work) {
    const database = await this.#open();
    try {
      if (!database || this.#isNewer) throw new Error("nothing is kept here");
      const transaction = database.transaction(STORE, "readwrite");
      work(transaction.objectStore(STORE));
      await finished(transaction);
      return true;
    } catch (problem) {
      const isFull = problem instanceof DOMException && problem.name === "QuotaExceededError";
      this.tell(this.#isNewer ? "newer" : isFull ? "full" : "memory");
      return false;
    }
  }
}

/** Bring a database of an older schema to ours. @param {IDBDatabase} database */
async function migrate(database) {
  const { migrated } = await import("./migrate.js");
  const transaction = database.transaction(STORE, "readwrite");
  const store = transaction.objectStore(STORE);
  const rows = /** @type {Row[]} */ (await done(store.getAll()));
  for (const row of migrated(rows)) store.put(row);
  await finished(transaction);
}
