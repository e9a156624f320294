/**
 * Puts a path in a calendar: the same functions and rules as `plan/` in Python; one suite of cases holds for both.
 * Pure. A day is written `2027-01-31`, and days are counted in UTC, where each has 24 hours.
 */

/** @typedef {"gates" | "core" | "path"} Milestone */
/** @typedef {{ minutes_per_session: number, sessions_per_week: number, reviews: number[] }} Pace */
/** @typedef {{ unit: string, part: number, of: number, minutes: number, stage: string }} Step */
/** @template {Step} S @typedef {{ number: number, day: string, steps: S[] }} Session */
/**
 * @template {Step} S
 * @typedef {object} Schedule
 * @property {string} begin  the day it is made on: the start, or today if that is later
 * @property {Session<S>[]} sessions
 * @property {string[]} reviews
 * @property {Partial<Record<Milestone, string>>} reached
 * @property {number} behind  how many planned sessions lie in the past with something left to do
 */

/** @type {Record<Milestone, string[]>} */
const STAGES_OF = { gates: ["gate"], core: ["gate", "core"], path: ["gate", "core", "deepening"] };
const DAYS_BETWEEN_REVIEWS = 7;
const MOST_SESSIONS_A_WEEK = 7;
const DAY = 86_400_000;

/** @param {string} day @param {number} days */
export const addDays = (day, days) => new Date(Date.parse(day) + days * DAY).toISOString().slice(0, 10);

/** @param {string} start @param {string} end */
const daysBetween = (start, end) => (Date.parse(end) - Date.parse(start)) / DAY;

/** @param {string} one @param {string} other */
const latest = (one, other) => (one < other ? other : one);

/** A step on its path. @param {Step} step */
export const keyOf = (step) => `${step.unit} ${step.part}`;

/** @param {{ sessions: { day: string }[] }} planned */
export const endOf = (planned) => planned.sessions.at(-1)?.day;

/**
 * Fill sessions in order, none over its minutes.
 * @template {Step} S
 * @param {S[]} steps
 * @param {number} minutesPerSession
 * @returns {S[][]}
 */
export function pack(steps, minutesPerSession) {
  /** @type {S[][]} */
  const sessions = [];
  let room = 0;
  for (const step of steps) {
    if (step.minutes > minutesPerSession) {
      throw new RangeError(`${step.unit} takes ${step.minutes} minutes, a session ${minutesPerSession}`);
    }
    if (!sessions.length || step.minutes > room) {
      sessions.push([]);
      room = minutesPerSession;
    }
    sessions.at(-1)?.push(step);
    room -= step.minutes;
  }
  return sessions;
}

/**
 * Days from the first session to this one: those of a week are spread over it, the first on its first day.
 * @param {number} session
 * @param {number} sessionsPerWeek
 */
export function daysUntil(session, sessionsPerWeek) {
  const place = (session - 1) % sessionsPerWeek;
  return (7 * (session - 1 - place)) / sessionsPerWeek + Math.floor((place * 7) / sessionsPerWeek);
}

/**
 * The sessions of what is left. Who is behind begins again today; who is not keeps the days planned from the start.
 * @template {Step} S
 * @param {S[]} steps
 * @param {Pace} pace
 * @param {string} start
 * `plus` are the steps of hats: they come after those of the path, and nobody is behind with them. `away` holds the keys
 * of what is done or skipped; the first session that is left has the number it was planned with.
 * @param {{ plus?: S[], today?: string, away?: Set<string>, reviewsDone?: number }} [now]
 * @returns {Schedule<S>}
 */
export function schedule(steps, pace, start, { plus = [], today, away = new Set(), reviewsDone = 0 } = {}) {
  const perWeek = pace.sessions_per_week;
  const begin = latest(start, today ?? start);
  /** @param {Step} step */
  const isLeft = (step) => !away.has(keyOf(step));
  const openOnPath = new Set(steps.filter(isLeft).map(keyOf));
  const planned = pack([...steps, ...plus], pace.minutes_per_session);
  const days = planned.map((_, place) => addDays(start, daysUntil(place + 1, perWeek)));
  const behind = planned.filter(
    (session, place) => (days[place] ?? begin) < begin && session.some((step) => openOnPath.has(keyOf(step))),
  ).length;
  const base = behind ? begin : start;
  let first = behind ? 1 : firstPlace(start, begin, perWeek);
  const todays = planned[days.indexOf(today ?? "")];
  if (!behind && todays && !todays.some(isLeft)) first += 1; // today's is done
  const open = planned.findIndex((session) => session.some(isLeft));
  const left = pack([...steps, ...plus].filter(isLeft), pace.minutes_per_session);
  const sessions = left.map((held, place) => ({
    number: open + place + 1,
    day: addDays(base, daysUntil(first + place, perWeek)),
    steps: held,
  }));
  return { begin, sessions, reviews: reviews(pace, start, begin, reviewsDone), reached: reached(sessions), behind };
}

/**
 * The number of the first session that, planned from the start, falls on `begin` or later.
 * @param {string} start
 * @param {string} begin
 * @param {number} perWeek
 */
const firstPlace = (start, begin, perWeek) => 1 + Math.ceil((daysBetween(start, begin) * perWeek) / 7);

/** The day each milestone is reached. @param {Session<Step>[]} sessions */
function reached(sessions) {
  /** @type {Partial<Record<Milestone, string>>} */
  const days = {};
  for (const [milestone, stages] of /** @type {[Milestone, string[]][]} */ (Object.entries(STAGES_OF))) {
    const last = sessions.findLast(({ steps }) => steps.some((step) => stages.includes(step.stage)));
    if (last) days[milestone] = last.day;
  }
  return days;
}

/**
 * The days of the reviews to come: as the pace plans them, none in the past, and never two close together.
 * @param {Pace} pace
 * @param {string} start
 * @param {string} begin
 * @param {number} done
 */
function reviews(pace, start, begin, done) {
  /** @type {string[]} */
  const days = [];
  for (const after of pace.reviews.slice(done)) {
    const day = latest(addDays(start, after), begin);
    const before = days.at(-1);
    days.push(before ? latest(day, addDays(before, DAYS_BETWEEN_REVIEWS)) : day);
  }
  return days;
}

/**
 * The fewest sessions a week that bring the last of so many to a day no later than `by`; null if no number does.
 * @param {number} sessions
 * @param {string} start
 * @param {string} by
 */
export function sessionsAWeekFor(sessions, start, by) {
  const days = daysBetween(start, by);
  for (let number = 1; number <= MOST_SESSIONS_A_WEEK; number += 1) if (daysUntil(sessions, number) <= days) return number;
  return null;
}

/**
 * Every date of the organisation that something is left to do for, and what would meet it where it is missed.
 * @param {Schedule<Step>} planned
 * @param {Partial<Record<Milestone, string>>} by
 */
export function deadlines(planned, by) {
  return /** @type {[Milestone, string][]} */ (Object.entries(by)).flatMap(([milestone, day]) => {
    const there = planned.reached[milestone];
    if (!there) return [];
    const isMet = there <= day;
    const sessions = planned.sessions.filter((session) => session.day <= there).length;
    return [{ milestone, by: day, reached: there, isMet, sessionsAWeek: isMet ? null : sessionsAWeekFor(sessions, planned.begin, day) }];
  });
}

/**
 * The steps that hats add to a path, in order, and the units they leave out: those were there already.
 * @template {Step} S
 * @param {S[]} steps
 * @param {S[][]} hats
 * @returns {[S[], string[]]}
 */
export function plusOf(steps, hats) {
  /** @type {S[]} */
  const plus = [];
  /** @type {Set<string>} */
  const leftOut = new Set();
  for (const hat of hats) {
    const there = new Set([...steps, ...plus].map((step) => step.unit));
    for (const step of hat) {
      if (there.has(step.unit)) leftOut.add(step.unit);
      else plus.push(step);
    }
  }
  return [plus, [...leftOut]];
}

/**
 * What is left and falls elsewhere than before, and the keys of the sentences that tell it, in order.
 * @param {Schedule<Step>} before
 * @param {Schedule<Step>} after
 */
export function moved(before, after) {
  const was = places(before);
  const steps = [...places(after)].flatMap(([step, place]) => {
    const then = was.get(step);
    return then && String(then) !== String(place) ? [{ step, before: then, after: place }] : [];
  });
  return { words: words(before, after), steps };
}

/** The number and the day of the session that each step falls in. @param {Schedule<Step>} planned */
const places = (planned) =>
  new Map(planned.sessions.flatMap(({ number, day, steps }) => steps.map((step) => [keyOf(step), [number, day]])));

/** @param {Schedule<Step>} before @param {Schedule<Step>} after */
function words(before, after) {
  const [was, is] = [endOf(before), endOf(after)];
  if (!was || !is) return ["plan_done"];
  if (after.behind) {
    return [after.behind === 1 ? "plan_behind_one" : "plan_behind", is === was ? "plan_ends" : "plan_ends_moved"];
  }
  return is < was ? ["plan_shorter", "plan_ends_moved"] : ["plan_ends"];
}
