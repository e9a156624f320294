/** Takes progress along as a QR code: on the screen, and printed on a small card. */

import { inWords, today } from "./days.js";
import { FRAGMENT } from "./keeping.js";
import { log } from "./log.js";
import { written } from "./transfer.js";

/** @typedef {(text: string, output: "raw", options: { ecc: "low" | "medium", border: number }) => boolean[][]} Encode */

/** The largest version that phones read with ease from a screen (ISO/IEC 18004). */
const LARGEST = 20;
/** The white border, in modules: what the standard asks. */
const BORDER = 4;
const SVG = "http://www.w3.org/2000/svg";

/**
 * The modules of a QR code, dark or not; nothing where it would be too large.
 * @param {string} text
 */
async function modules(text) {
  // An address that TypeScript does not follow: it would check what is not ours.
  const { encodeQR } = /** @type {{ encodeQR: Encode }} */ (await import(new URL("../vendor/qr.js", import.meta.url).href));
  for (const ecc of /** @type {const} */ (["medium", "low"])) {
    const rows = attempt(() => encodeQR(text, "raw", { ecc, border: BORDER }));
    if (rows && (rows.length - 2 * BORDER - 17) / 4 <= LARGEST) return rows;
  }
  return undefined;
}

/** @template T @param {() => T} work */
function attempt(work) {
  try {
    return work();
  } catch {
    return undefined; // more than any QR code holds
  }
}

/** Black on white in every scheme: many phones read nothing else. @param {boolean[][]} rows @param {string} name */
function picture(rows, name) {
  const svg = document.createElementNS(SVG, "svg");
  const [paper, ink] = [document.createElementNS(SVG, "rect"), document.createElementNS(SVG, "path")];
  const size = String(rows.length);
  for (const [key, value] of Object.entries({ viewBox: `0 0 ${size} ${size}`, role: "img", "aria-label": name, "shape-rendering": "crispEdges" })) svg.setAttribute(key, value);
  for (const [key, value] of Object.entries({ width: size, height: size, fill: "#fff" })) paper.setAttribute(key, value);
  ink.setAttribute("fill", "#000");
  ink.setAttribute("d", rows.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : []))).join(""));
  svg.append(paper, ink);
  return svg;
}

/**
 * Show the code with what is in it; says why there is none.
 * @param {HTMLElement} slip
 * @param {import("./overview.js").Courses} courses
 * @param {import("./keeping.js").Say} say
 * @returns {Promise<string>} the words of why not, or nothing
 */
export async function show(slip, courses, say) {
  const { events, settings } = await log().held();
  const organisation = document.documentElement.dataset.organisation ?? "";
  const { text, number } = written({ events, courses, organisation, path: String(settings.path ?? ""), now: new Date() });
  if (!number) return say("take_nothing");
  const page = `${location.origin}${location.pathname}`;
  const rows = await modules(page + FRAGMENT + text);
  if (!rows) return say("take_too_long");
  const part = (/** @type {string} */ name) => /** @type {HTMLElement} */ (slip.querySelector(`[data-${name}]`));
  part("code").replaceChildren(picture(rows, say("take_picture")));
  part("slip-told").textContent = `${inWords(today())}. ${say(number === 1 ? "take_told_one" : "take_told", { number })}`;
  part("address").textContent = page;
  slip.hidden = false;
  slip.focus();
  return "";
}

/** Print the card and nothing else. @param {HTMLElement} slip */
export function print(slip) {
  const card = /** @type {HTMLElement} */ (slip.cloneNode(true));
  card.querySelector(".houvast-progress__actions")?.remove();
  card.classList.add("houvast-slip--printed");
  document.body.append(card);
  document.documentElement.dataset.printing = "slip";
  const after = () => {
    card.remove();
    delete document.documentElement.dataset.printing;
  };
  addEventListener("afterprint", after, { once: true });
  globalThis.print();
}
