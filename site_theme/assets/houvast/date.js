/** A date in words, day first as the pages themselves write it, in every language. No element. */

/**
 * @param {string} date  `2027-02-03` or `2027-02`
 * @param {{ weekday?: boolean, year?: boolean }} [told]
 */
export function dateInWords(date, { weekday = false, year = true } = {}) {
  /** @type {Intl.DateTimeFormatOptions} */
  const wanted = { weekday: "long", day: "numeric", month: "long", year: "numeric", timeZone: "UTC" };
  const parts = new Intl.DateTimeFormat(document.documentElement.lang, wanted).formatToParts(Date.parse(date));
  const named = Object.fromEntries(parts.map(({ type, value }) => [type, value]));
  return [weekday && named.weekday, date.length > 7 && named.day, named.month, year && named.year].filter(Boolean).join(" ");
}
