/** The calendar file of a path (RFC 5545): an event for every session and every review. `calendar.py` writes the same. */

import { REVIEW, titleOf } from "./days.js";
import { say } from "./wording.js";

/** @typedef {import("./plan.js").Step & { title: string, href: string }} TitledStep */
/** @typedef {import("./plan.js").Schedule<TitledStep>} Schedule */
/**
 * @typedef {object} CalendarPath
 * @property {string} id  tells the events of this path from those of every other
 * @property {import("./plan.js").Pace} pace
 * @property {string} address  of the page of the path; what steps link to is relative to it
 */

const MOST_OCTETS = 75;
const encoder = new TextEncoder();

/**
 * The file: events begin at `at` by the clock of whoever reads it, wherever that is.
 * @param {Schedule} planned
 * @param {CalendarPath} path
 * @param {string} at  such as `09:00`
 * @param {Date} made
 */
export function calendarOf(planned, path, at, made) {
  const lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Houvast//Learning path//EN"];
  const stamp = `DTSTAMP:${made.toISOString().replace(/\.\d+/, "").replace(/[-:]/g, "")}`;
  for (const event of [...sessions(planned, path, at), ...reviews(planned, path, at)]) {
    lines.push("BEGIN:VEVENT", ...event, stamp, "END:VEVENT");
  }
  return [...lines, "END:VCALENDAR", ""].map(folded).join("\r\n");
}

/** @param {Schedule} planned @param {CalendarPath} path @param {string} at */
const sessions = (planned, path, at) =>
  planned.sessions.map(({ number, day, steps }) => {
    const minutes = steps.reduce((sum, step) => sum + step.minutes, 0);
    const text = steps.map((step) => `${titleOf(step)}\n${new URL(step.href, path.address).href}`).join("\n");
    return event(`session-${number}.${path.id}`, `${day}T${at}`, minutes, say("calendar_session", { number }), text);
  });

/** @param {Schedule} planned @param {CalendarPath} path @param {string} at */
const reviews = (planned, path, at) =>
  planned.reviews.map((day, place) => {
    const number = path.pace.reviews.length - planned.reviews.length + place + 1;
    const text = `${say("calendar_review_text")}\n${new URL(REVIEW, path.address).href}`;
    const { minutes_per_session: minutes } = path.pace;
    return event(`review-${number}.${path.id}`, `${day}T${at}`, minutes, say("calendar_review", { number }), text);
  });

/** @param {string} uid @param {string} start @param {number} minutes @param {string} title @param {string} text */
const event = (uid, start, minutes, title, text) => [
  `UID:${escaped(uid)}`,
  `DTSTART:${start.replace(/[-:]/g, "")}00`,
  `DURATION:PT${minutes}M`,
  `SUMMARY:${escaped(title)}`,
  `DESCRIPTION:${escaped(text)}`,
];

/** @param {string} text */
const escaped = (text) => text.replace(/[\\;,]/g, "\\$&").replace(/\r\n|\r|\n/g, "\\n");

/** A line in pieces of at most 75 octets, each but the first behind a space; no letter is cut. @param {string} line */
function folded(line) {
  let room = MOST_OCTETS;
  let out = "";
  for (const letter of line) {
    const octets = encoder.encode(letter).length;
    if (octets > room) {
      out += "\r\n ";
      room = MOST_OCTETS - 1;
    }
    out += letter;
    room -= octets;
  }
  return out;
}
