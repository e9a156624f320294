/** Hands text over as a file; its name carries no person. */

import { make } from "./make.js";

/** @param {string} text @param {string} name @param {string} type */
export function handOver(text, name, type) {
  const link = make("a");
  link.href = URL.createObjectURL(new Blob([text], { type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000); // a browser may still be asking where to put it
}
