/** Another order of what is asked, drawn from a seed: the same on every machine. */

/** A number from words (FNV-1a, 32 bits). @param {string} words */
function numberOf(words) {
  let number = 0x811c9dc5;
  for (const sign of words) number = Math.imul(number ^ (sign.codePointAt(0) ?? 0), 0x01000193);
  return number >>> 0;
}

/**
 * Names in an order drawn from a seed, and never in the one they have.
 * @param {string[]} names
 * @param {string} seed
 */
export function shuffled(names, seed) {
  const drawn = names.map((name) => ({ name, number: numberOf(`${name} ${seed}`) }));
  const order = drawn.sort((one, other) => one.number - other.number || (one.name < other.name ? -1 : 1)).map(({ name }) => name);
  const same = order.every((name, place) => name === names[place]);
  return same ? [...order.slice(1), ...order.slice(0, 1)] : order;
}

/**
 * Put elements that stand together in such an order.
 * @param {[Element, string][]} rows  each with its name
 * @param {string} seed
 */
export function mix(rows, seed) {
  const elements = new Map(rows.map(([row, name]) => [name, row]));
  const end = rows.at(-1)?.[0].nextSibling ?? null;
  for (const name of shuffled(rows.map(([, name]) => name), seed)) {
    const row = elements.get(name);
    if (row) row.parentNode?.insertBefore(row, end);
  }
}
