/** The guard: sees what looks like personal data in a text, and warns before it is pasted anywhere. It blocks nothing. */

import { tell } from "./live.js";
import { make } from "./make.js";

/** @typedef {"national" | "iban" | "email" | "phone"} Kind */

const IBAN = /(?<![\p{L}\p{N}])[A-Z]{2}\d{2}(?:[ .-]?[A-Z\d]){11,30}/giu;

/** How long an IBAN is per country (SWIFT, IBAN Registry), for those of the European payments area. */
const IBAN_LENGTHS = new Map(
  "AD24 AT20 BE16 BG22 CH21 CY28 CZ24 DE22 DK18 EE20 ES24 FI18 FR27 GB22 GI23 GR27 HR21 HU28 IE22 IS26 IT27 LI21 LT20 LU20 LV21 MC27 MT31 NL18 NO15 PL28 PT25 RO24 SE24 SI19 SK24 SM27"
    .split(" ")
    .map((entry) => [entry.slice(0, 2), Number(entry.slice(2))]),
);

const NATIONAL = /(?<![\p{L}\p{N}])\d{2}[ ./-]?\d{2}[ ./-]?\d{2}[ ./-]{0,3}\d{3}[ ./-]?\d{2}(?![\p{L}\p{N}])/gu;

const EMAIL = /[\p{L}\p{N}][\p{L}\p{N}._%+'-]*@[\p{L}\p{N}](?:[\p{L}\p{N}.-]*[\p{L}\p{N}])?\.\p{L}{2,}/gu;

const PHONES = [
  // Belgium, as it is dialled: a zone of two to four digits, then groups of two or three.
  /(?<![\p{L}\p{N}+.,#_-])\(?0(?:4\d{2}\)?[ ./-]{0,3}(?:\d{2}[ .-]?\d{2}[ .-]?\d{2}|\d{3}[ .-]?\d{3})|[2349]\)?[ ./-]{0,3}\d{3}[ .-]?\d{2}[ .-]?\d{2}|[15678]\d\)?[ ./-]{0,3}\d{2}[ .-]?\d{2}[ .-]?\d{2})(?![\p{L}\p{N}%€]|[.,-]\d)/gu,
  // International: a plus, or two zeros and a country near ours; nine to fifteen digits in all.
  /(?<![\p{L}\p{N}+.,#_-])(?:\+[1-9]\d{0,2}|00(?:3\d|4\d|90|21\d))[ ./-]?(?:\(0\)[ ]?)?\d(?:[ ./-]?\d){6,12}(?![\p{L}\p{N}%€]|[.,]\d| ?(?:euro|eur|€))/giu,
];

/** What stands before a number that is the number of a thing. */
const OF_A_THING =
  /\b(?:(?:order|bestel|bestelling|factuur|invoice|dossier|ticket|artikel|article|ref|referentie|reference|lot|serie|serial|batch|case|kbo|btw|vat|be|ondernemings|enterprise|po)[ -]?(?:nummer|nr|number|no)?|(?:klant|klanten|customer|member)[ -]?(?:nummer|nr|number|no))[ .:#-]*$/iu;

/**
 * What kinds of personal data a text seems to hold, each once.
 * @param {string} text
 * @returns {Kind[]}
 */
export function personal(text) {
  /** @type {Set<Kind>} */
  const found = new Set();
  let rest = text;
  // What was seen is taken out, so that its digits are not read as a phone number too.
  for (const [iban] of text.matchAll(IBAN)) {
    const account = ibanIn(iban);
    if (account) found.add("iban");
    if (account) rest = rest.replace(account, " ; ");
  }
  for (const [number] of rest.matchAll(NATIONAL)) {
    if (!isNational(number)) continue;
    found.add("national");
    rest = rest.replace(number, " ; ");
  }
  if (rest.search(EMAIL) >= 0) found.add("email");
  for (const pattern of PHONES) {
    for (const match of rest.matchAll(pattern)) {
      const before = rest.slice(Math.max(0, match.index - 30), match.index);
      if (!OF_A_THING.test(before) && !isEnterprise(match[0])) found.add("phone");
    }
  }
  return /** @type {Kind[]} */ (["national", "iban", "email", "phone"]).filter((kind) => found.has(kind));
}

/** The account number that a text begins with, or nothing: country, length and check digits agree. @param {string} text */
function ibanIn(text) {
  const length = IBAN_LENGTHS.get(text.slice(0, 2).toUpperCase());
  let written = "";
  let compact = "";
  for (const sign of text) {
    if (compact.length === length) break;
    written += sign;
    if (/[a-z\d]/i.test(sign)) compact += sign.toUpperCase();
  }
  const glued = /^[a-z\d]/i.test(text.slice(written.length));
  return compact.length === length && !glued && isIban(compact) ? written : "";
}

/** Whether the check digits are right: modulo 97 of ISO 13616. @param {string} compact */
function isIban(compact) {
  const turned = compact.slice(4) + compact.slice(0, 4);
  const digits = turned.replace(/[A-Z]/g, (letter) => String(letter.charCodeAt(0) - 55));
  return Number(BigInt(digits) % 97n) === 1;
}

/**
 * Whether this is a Belgian national register number, or the BIS number of who is not in that register: a day of birth
 * that may be (a month 20 or 40 higher is a BIS number, 00 is unknown), and the check digits of either century.
 * @param {string} written
 */
function isNational(written) {
  const digits = written.replace(/\D/g, "");
  const [month, day] = [Number(digits.slice(2, 4)), Number(digits.slice(4, 6))];
  const [body, check] = [digits.slice(0, 9), Number(digits.slice(9))];
  const isDay = month < 60 && month % 20 <= 12 && day <= 31;
  return isDay && [body, `2${body}`].some((number) => 97 - (Number(number) % 97) === check);
}

/** Whether this is the number of an enterprise, as 0403.170.701, which says nothing of a person. @param {string} written */
function isEnterprise(written) {
  if (!/^0\d{3}\.\d{3}\.\d{3}$/.test(written)) return false;
  const digits = written.replaceAll(".", "");
  return 97 - (Number(digits.slice(0, 8)) % 97) === Number(digits.slice(8));
}

/**
 * Watch what is written in some fields, and warn in a notice: the HTML of `guard.html`.
 * @param {(HTMLTextAreaElement | HTMLInputElement)[]} fields
 * @param {HTMLElement} notice
 * @returns {{ look: () => Kind[], stop: () => void }}  `look` looks now and says what it sees; `stop` watches no more
 */
export function guard(fields, notice) {
  let told = "";
  const look = () => {
    const kinds = personal(fields.map(({ value }) => value).join("\n"));
    if (kinds.join() === told) return kinds;
    told = kinds.join();
    const { remove = "", notKept = "" } = notice.dataset;
    const seen = kinds.map((kind) => notice.dataset[kind] ?? "").join(" ");
    tell(notice, seen && (() => [make("strong", "", seen), ` ${remove} ${notKept}`]));
    return kinds;
  };
  const stop = () => {
    for (const field of fields) field.removeEventListener("input", look);
  };
  for (const field of fields) field.addEventListener("input", look);
  return { look, stop };
}
