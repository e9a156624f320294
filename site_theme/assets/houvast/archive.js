/** A copy of the log as one file: written, read again with distrust, and united with what is here. */

import { eventOf } from "./event.js";
import { heldIn, log, SETTING } from "./log.js";
import { migrated } from "./migrate.js";
import { aboutRow, FIRST, SCHEMA } from "./store.js";

/** @typedef {import("./shapes.js").Held} Held */
/** @typedef {Held & { refused: number, organisation: string }} Copy  `refused`: how many events of the file are none */

/** The most that is read: bytes of a file, events, settings, and how deep and wide a setting is. */
export const MOST = { bytes: 10 * 1024 * 1024, events: 50_000, settings: 50, depth: 4, entries: 200, text: 2_000 };

const NAME = /^[a-z0-9][\w-]{0,63}$/i;

/** Why a file is not read: the key of its words. */
export class Refused extends Error {}

/**
 * All that is kept as text, to be read by people too: an event on each line.
 * @param {Held} held
 * @param {string} organisation
 * @param {Date} now
 */
export function written({ generation, events, settings, aside }, organisation, now) {
  const about = { houvast: "progress", schema: SCHEMA, organisation, generation, written: now.toISOString() };
  const lines = Object.entries({ ...about, settings }).map(([key, value]) => ` ${JSON.stringify(key)}: ${JSON.stringify(value)}`);
  return `{\n${[...lines, ` "events": ${list(events)}`, ` "aside": ${list(aside)}`].join(",\n")}\n}\n`;
}

/** @param {unknown[]} values */
const list = (values) => (values.length ? `[\n${values.map((value) => `  ${asText(value)}`).join(",\n")}\n ]` : "[]");

/** A value as JSON; what JSON cannot say, as the text of it. @param {unknown} value */
function asText(value) {
  try {
    return JSON.stringify(value) ?? "null";
  } catch {
    return JSON.stringify(String(value));
  }
}

/**
 * What a file holds, as far as it can be trusted: known fields of real events, and plain settings.
 * @param {string} text
 * @returns {Copy}
 */
export function read(text) {
  const file = Object(parsed(text));
  const isOurs = file.houvast === "progress" && Number.isInteger(file.schema) && file.schema > 0 && Array.isArray(file.events);
  if (!isOurs) throw new Refused("not_ours");
  if (file.schema > SCHEMA) throw new Refused("newer_file");
  if (file.events.length > MOST.events) throw new Refused("too_large");
  const events = file.events.flatMap(eventOf);
  const settings = Object.entries(Object(file.settings)).slice(0, MOST.settings).filter(([name, value]) => NAME.test(name) && isPlain(value));
  const rows = [
    { ...aboutRow(isPlain(file.generation) && NAME.test(file.generation) ? file.generation : ""), schema: file.schema },
    ...events,
    ...settings.map(([name, value]) => ({ event: SETTING + name, value })),
  ];
  const held = heldIn(migrated(rows));
  return { ...held, refused: file.events.length - events.length, organisation: String(file.organisation ?? "").slice(0, 200) };
}

/** @param {string} text @returns {unknown} */
function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    throw new Refused("not_ours");
  }
}

/** Whether a value is text, number, yes or no, or a small tree of those. @param {unknown} value @returns {boolean} */
function isPlain(value, depth = 0) {
  if (typeof value === "string") return value.length <= MOST.text;
  if (typeof value !== "object") return typeof value === "boolean" || Number.isFinite(value);
  if (value === null) return true;
  const entries = Object.entries(value);
  const named = Array.isArray(value) || entries.every(([name]) => NAME.test(name));
  return depth < MOST.depth && entries.length <= MOST.entries && named && entries.every(([, one]) => isPlain(one, depth + 1));
}

/**
 * What a copy would add to what is here, and whether it asks for more than a look: it is of before an erasure, or of
 * another organisation.
 * @param {Held} here
 * @param {Copy} copy
 * @param {string} organisation
 */
export function newIn(here, copy, organisation) {
  const known = new Set(here.events.map(({ event }) => event));
  const ids = new Set(copy.events.map(({ event }) => event));
  const isFresh = !here.events.length && here.generation === FIRST;
  return {
    events: [...ids].filter((event) => !known.has(event)).length,
    known: [...ids].filter((event) => known.has(event)).length,
    settings: Object.keys(copy.settings).filter((name) => here.settings[name] === undefined).length,
    isOlder: !isFresh && copy.generation !== here.generation,
    isForeign: copy.organisation !== organisation,
  };
}

/**
 * Unite a copy with what is here: its events by their ids, its settings where there are none. Events that are here stay as
 * they are; an empty log takes the generation of the copy. Says whether it is kept: all of it, or nothing.
 * @param {Copy} copy
 */
export async function unite({ generation, events, settings }) {
  const here = await log().held();
  const known = new Set(here.events.map(({ event }) => event));
  const isEmpty = !here.events.length && here.generation === FIRST;
  const added = Object.entries(settings).filter(([name]) => here.settings[name] === undefined);
  return log().add([
    ...events.filter(({ event }) => !known.has(event)),
    ...added.map(([name, value]) => ({ event: SETTING + name, value })),
    ...(isEmpty ? [aboutRow(generation)] : []),
  ]);
}
