/**
 * Which cases come back: sure but wrong first, then critical ones not right at the last try, then one case of each module
 * that was skipped, then those longest not right or not seen, mixed over units. Pure: no clock and no chance, so the same
 * log gives the same cases on every machine, whatever order its events come in.
 */

import { foldUnits, standing } from "./progress.js";

/** @typedef {import("./log.js").LogEvent} LogEvent */
/**
 * @typedef {object} Case
 * @property {string} id
 * @property {string} hash
 * @property {string} unit
 * @property {string} competency
 * @property {string} [family]  the critical case that it is, or that it stands in for
 */
/**
 * @typedef {object} Asked
 * @property {Case[]} cases  to choose from
 * @property {Map<string, Iterable<string>>} units  by id, what counts for each, written `id:hash`
 * @property {LogEvent[]} events
 * @property {string} path  tells the sittings of one path from those of another
 * @property {number | string} sitting  the number of the sitting
 * @property {string} before  a moment; what happened then or later is passed over, so that a sitting stays as it began
 * @property {number} [amount]
 */
/** @typedef {{ one: Case, rank: number, wrong: boolean, at: string, seed: number }} Ranked */

const FIRST_SITTING = "1";
const [SURE_BUT_WRONG, CRITICAL, SKIPPED, REST] = [0, 1, 2, 3];
const TRIED = ["answered", "completed", "guided"];

/** So many cases, or all there are. @param {Asked} asked @returns {Case[]} */
export function pick({ cases, units, events, path, sitting, before, amount = 5 }) {
  const known = standing(events).filter(({ at }) => at < before);
  const skipped = new Set([...foldUnits(known)].filter(([, unit]) => unit.skipped).map(([id]) => id));
  const begun = begunIn(known, cases, units);
  const open = cases.filter(({ unit }) => begun.has(unit) || skipped.has(unit));
  const ranked = open.map((one) => rank(one, open, known, seedOf(`${path} ${sitting} ${one.id}`)));
  if (String(sitting) === FIRST_SITTING) raiseSkipped(ranked, skipped);
  return apart(chosen(ranked, amount));
}

/** The units in which something was tried. @param {LogEvent[]} known @param {Case[]} cases @param {Asked["units"]} units */
function begunIn(known, cases, units) {
  const tried = new Set(known.filter(({ kind }) => TRIED.includes(kind)).map(({ item }) => item));
  const begun = new Set(cases.filter(({ id }) => tried.has(id)).map(({ unit }) => unit));
  for (const [unit, items] of units) if ([...items].some((item) => tried.has(item.split(":")[0] ?? ""))) begun.add(unit);
  return begun;
}

/**
 * How urgent a case is. Only answers to its present wording count.
 * @param {Case} one
 * @param {Case[]} open
 * @param {LogEvent[]} known
 * @param {number} seed
 * @returns {Ranked}
 */
function rank(one, open, known, seed) {
  /** @param {Case} other */
  const triesOf = (other) => known.filter(({ kind, item, hash }) => kind === "answered" && item === other.id && hash === other.hash);
  const tries = triesOf(one);
  const last = tries.at(-1);
  const sure = tries.findLastIndex(({ sure, correct }) => sure === true && !correct);
  const isSureButWrong = sure >= 0 && !tries.slice(sure).some(({ correct }) => correct);
  const kin = one.family ? new Map(open.filter(({ family }) => family === one.family).map((each) => [each.id, each.hash])) : undefined;
  const lastOfKin = kin && known.findLast(({ kind, item, hash }) => kind === "answered" && kin.get(item) === hash);
  const isMissed = lastOfKin !== undefined && !lastOfKin.correct;
  return {
    one,
    rank: isSureButWrong ? SURE_BUT_WRONG : isMissed ? CRITICAL : REST,
    wrong: last !== undefined && !last.correct,
    at: last?.at ?? "",
    seed,
  };
}

/** Of each module that was skipped one case, if it can be one that let the learner skip it. @param {Ranked[]} ranked @param {Set<string>} skipped */
function raiseSkipped(ranked, skipped) {
  for (const unit of skipped) {
    const held = ranked.filter(({ one }) => one.unit === unit);
    const [first] = held.sort((one, other) => Number(other.at !== "") - Number(one.at !== "") || one.seed - other.seed);
    if (first && !held.some(({ rank }) => rank < SKIPPED)) first.rank = SKIPPED;
  }
}

/**
 * The most urgent ones; among equals from the unit, then the competency, that has the fewest so far.
 * @param {Ranked[]} ranked
 * @param {number} amount
 */
function chosen(ranked, amount) {
  /** @type {Case[]} */
  const taken = [];
  const left = [...ranked];
  /** @param {"unit" | "competency" | "family"} by @param {Case} one */
  const shared = (by, one) => (one[by] ? taken.filter((other) => other[by] === one[by]).length : 0);
  while (left.length && taken.length < amount) {
    /** @param {Ranked} each @returns {(number | string)[]} */
    const order = ({ one, rank, wrong, at, seed }) => {
      const isRest = rank === REST || (rank === CRITICAL && shared("family", one) > 0); // of one critical case one is urgent
      const spread = [shared("family", one), shared("unit", one), Number(!wrong), shared("competency", one)];
      return [...(isRest ? [REST, ...spread] : [rank]), at, seed, one.id];
    };
    const next = left.reduce((best, each) => (isBefore(order(each), order(best)) ? each : best));
    left.splice(left.indexOf(next), 1);
    taken.push(next.one);
  }
  return taken;
}

/** @param {(number | string)[]} one @param {(number | string)[]} other */
function isBefore(one, other) {
  const place = one.findIndex((value, place) => value !== other[place]);
  return place >= 0 && /** @type {number} */ (one[place]) < /** @type {number} */ (other[place]);
}

/** The first order, as near the given one as can be, with the fewest neighbours of one unit. @param {Case[]} cases */
function apart(cases) {
  /** @type {{ order: Case[], pairs: number } | undefined} */
  let best;
  for (const order of orders(cases)) {
    const pairs = order.filter(({ unit }, place) => unit === order[place - 1]?.unit).length;
    if (!best || pairs < best.pairs) best = { order, pairs };
    if (!best.pairs) break;
  }
  return best?.order ?? [];
}

/** Every order of a few things, the given one first. @template T @param {T[]} things @returns {Generator<T[]>} */
function* orders(things) {
  if (!things.length) yield [];
  for (const [place, first] of things.entries()) {
    for (const rest of orders(things.toSpliced(place, 1))) yield [first, ...rest];
  }
}

/** A number that the text alone decides (FNV-1a, 32 bits). @param {string} text */
function seedOf(text) {
  let hash = 0x811c9dc5;
  for (const octet of new TextEncoder().encode(text)) hash = Math.imul(hash ^ octet, 0x01000193) >>> 0;
  return hash;
}
