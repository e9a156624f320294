/** The words that the elements say, in the language of the page. */

/** @type {Record<string, string>} */
const words = JSON.parse(document.body.dataset.wording ?? "{}");

/**
 * Words by key, with values filled in where they say `{name}`.
 * @param {string} key
 * @param {Record<string, string | number>} [values]
 * @returns {string}
 */
export const say = (key, values = {}) => fill(words[key] ?? key, values);

/**
 * Words with values filled in where they say `{name}`: those that stand in the HTML of an element, where one page needs them.
 * @param {string | undefined} written
 * @param {Record<string, string | number>} [values]
 */
export const fill = (written, values = {}) => (written ?? "").replace(/\{(\w+)\}/g, (_, name) => String(values[name] ?? ""));
