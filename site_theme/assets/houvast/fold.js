/** Text without differences of case and accents, so that "verpleger" finds "Verplèger". */

/** @param {string} text */
export const folded = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

/** Whether a text holds every one of some words. @param {string} text @param {string} words */
export function holds(text, words) {
  const wanted = folded(words).split(/\s+/).filter(Boolean);
  return wanted.every((word) => folded(text).includes(word));
}
