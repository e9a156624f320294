/** Brings the rows of an older log to the present schema, one step at a time. Pure. */

import { aboutRow, FIRST, isAbout, SCHEMA, schemaOf } from "./store.js";

/** @typedef {import("./store.js").Row} Row */

/**
 * What makes rows of schema `n` rows of schema `n + 1`. Schema 1 had events and settings alone; 2 tells its generation.
 * @type {Record<number, (rows: Row[]) => Row[]>}
 */
const STEPS = {
  1: (rows) => [...rows.filter((row) => !isAbout(row)), { ...aboutRow(FIRST), schema: 2 }],
};

/**
 * These rows in the present schema; those of a newer one as they are.
 * @param {Row[]} rows
 * @returns {Row[]}
 */
export function migrated(rows) {
  const schema = schemaOf(rows.find(isAbout));
  const step = STEPS[schema];
  return schema < SCHEMA && step ? migrated(step(rows)) : rows;
}
