/** The words that the elements say, in the language of the page. */

/** @type {Record<string, string>} */
const words = JSON.parse(document.body.dataset.wording ?? "{}");

/**
 * Words by key, with values filled in where they say `{name}`.
 * @param {string} key
 * @param {Record<string, string | number>} [values]
 * @param {Record<string, string>} [from]  words of an element's own
 * @returns {string}
 */
export function say(key, values = {}, from = words) {
  return filled(from[key] ?? words[key] ?? key, values);
}

/**
 * Words that stand in the page itself, with values filled in where they say `{name}`.
 * @param {string | undefined} text
 * @param {Record<string, string | number>} [values]
 */
export function filled(text, values = {}) {
  return (text ?? "").replace(/\{(\w+)\}/g, (_, name) => String(values[name] ?? ""));
}
