/**
 * A learner's progress in a few hundred signs, for the fragment of an address: what is right, got through or skipped.
 *
 * It is a row of words of 24 bits, each four signs of base64url: version, organisation, minutes since 2026, path, how many
 * of each kind, then each thing as the digest of its name, and a check. What the other device does not know by its digest is
 * counted and passed over, so that it may have an older or a newer version of the content.
 */

import { Refused } from "./archive.js";
import { through } from "./gate.js";
import { fold, foldUnits } from "./progress.js";

/** @typedef {import("./shapes.js").LogEvent} LogEvent */
/** @typedef {import("./overview.js").Courses} Courses */
/** @typedef {import("./archive.js").Copy} Copy */

const VERSION = 1;
const BEGIN = Date.UTC(2026, 0, 1);
const MINUTE = 60_000;
const DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
const KINDS = /** @type {const} */ (["right", "guided", "missed", "skipped"]);
/** The most that is read, in words; and what stands before and after the things. */
const MOST = 3_000;
const HEAD = 4 + KINDS.length;

/** FNV-1a of 32 bits, its bits well mixed (as MurmurHash3 ends): no secret, and at hand where `crypto.subtle` is not. @param {string} text */
function digest(text) {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(text)) hash = Math.imul(hash ^ byte, 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** @param {string} text */
const word = (text) => digest(text) & 0xffffff;

/** @param {number} number  of 24 bits */
const signs = (number) => [18, 12, 6, 0].map((shift) => DIGITS[(number >>> shift) & 63]).join("");

/** What can be named, by kind: an item in its present wording, or a unit. @param {Courses} courses */
function things({ units }) {
  const items = units.flatMap((unit) => unit.items.map(({ id, hash, critical }) => ({ item: id, hash, critical, isUnit: id === unit.id })));
  const all = units.map(({ id }) => ({ item: id, hash: "", critical: false, isUnit: true }));
  return { right: items, guided: items, missed: items, skipped: all };
}

/** @typedef {{ item: string, hash: string, critical: boolean, isUnit: boolean }} Thing */

/** @param {Thing} thing */
const nameOf = ({ item, hash }) => `${item}:${hash}`;

/**
 * The progress of a learner as text, and how many things it holds. Of what was missed only critical cases go along: a gate
 * asks for them.
 * @param {{ events: LogEvent[], courses: Courses, organisation: string, path: string, now: Date }} from
 */
export function written({ events, courses, organisation, path, now }) {
  const [items, units] = [fold(events), foldUnits(events)];
  const isRight = (/** @type {Thing} */ { item, hash }) => items.get(item)?.right.has(hash) ?? false;
  const wanted = {
    right: isRight,
    guided: (/** @type {Thing} */ thing) => thing.critical && through(events, nameOf(thing)) === "guided",
    missed: (/** @type {Thing} */ thing) => thing.critical && !isRight(thing) && items.get(thing.item)?.last.hash === thing.hash,
    skipped: (/** @type {Thing} */ { item }) => units.get(item)?.skipped ?? false,
  };
  const known = things(courses);
  const lists = KINDS.map((kind) => [...new Set(known[kind].filter(wanted[kind]).map((thing) => word(nameOf(thing))))].sort((one, other) => one - other));
  const minutes = Math.floor((now.getTime() - BEGIN) / MINUTE);
  const head = [VERSION, word(organisation), minutes, path ? word(path) : 0, ...lists.map((list) => list.length)];
  const text = [...head, ...lists.flat()].map(signs).join("");
  return { text: text + signs(word(text)), number: lists.flat().length };
}

/**
 * What such a text brings: ordinary events, the same each time it is read.
 * @param {string} text
 * @param {{ courses: Courses, organisation: string, now: Date }} here
 * @returns {Omit<Copy, "generation">} `refused` says how many things are not known here
 */
export function read(text, { courses, organisation, now }) {
  const words = numbers(text);
  const [version, whose, minutes = 0, path = 0, ...counts] = words.slice(0, HEAD);
  if (version !== VERSION) throw new Refused(Number(version) > VERSION ? "take_newer" : "take_broken");
  const at = new Date(BEGIN + minutes * MINUTE);
  const all = counts.reduce((sum, count) => sum + count, 0);
  const isWhole = words.length === HEAD + all + 1 && words.at(-1) === word(text.slice(0, -4));
  if (!isWhole || at.getTime() > now.getTime() + 1440 * MINUTE) throw new Refused("take_broken");
  if (whose !== word(organisation)) throw new Refused("take_foreign");
  const known = things(courses);
  const rest = words.slice(HEAD, -1);
  const found = KINDS.flatMap((kind, place) => {
    const byWord = new Map(known[kind].map((thing) => [word(nameOf(thing)), thing]));
    return rest.splice(0, counts[place]).map((one) => ({ kind, thing: byWord.get(one) }));
  });
  const events = found.flatMap(({ kind, thing }) => (thing ? eventsOf(kind, thing, organisation, at) : []));
  const mine = courses.paths.find((one) => word(one.path) === path)?.path;
  const refused = found.filter(({ thing }) => !thing).length;
  return { events, settings: mine ? { path: mine } : {}, aside: [], refused, organisation };
}

/** @param {string} text  as a stranger may have made it */
function numbers(text) {
  const isOurs = /^[\w-]+$/.test(text) && text.length % 4 === 0 && text.length > 4 * HEAD && text.length <= 4 * MOST;
  if (!isOurs) throw new Refused("take_broken");
  return (text.match(/.{4}/g) ?? []).map((four) => [...four].reduce((number, sign) => number * 64 + DIGITS.indexOf(sign), 0));
}

/**
 * @param {typeof KINDS[number]} kind
 * @param {Thing} thing
 * @param {string} organisation  the ids of the events are made of it too
 * @param {Date} at
 * @returns {LogEvent[]}
 */
function eventsOf(kind, { item, hash, isUnit }, organisation, at) {
  /** @param {import("./shapes.js").Kind} what @param {boolean} correct @returns {LogEvent} */
  const event = (what, correct) => ({
    // A skip may be taken back and made again: it is another one each time.
    event: idOf([organisation, what, item, hash, correct, what === "skipped" ? at.getTime() : ""].join(" ")),
    ...{ item, kind: what, hash, chosen: "", correct, at: at.toISOString() },
  });
  if (kind === "right") return [event(isUnit ? "completed" : "answered", true)];
  if (kind === "missed") return [event("answered", false)];
  return [event(kind, true)];
}

/** An id that is always the same for the same name (RFC 9562, version 8). @param {string} name */
function idOf(name) {
  const hex = [0, 1, 2, 3].map((seed) => digest(`${seed} ${name}`).toString(16).padStart(8, "0")).join("");
  return hex.replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12})$/, "$1-$2-8$3-8$4-$5");
}
