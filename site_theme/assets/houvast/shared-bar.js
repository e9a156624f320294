/** The bar of a shared computer: done, and all is wiped; after five idle minutes without asking. Loaded there alone. */

import { forget } from "./forget.js";
import { tell } from "./live.js";
import { inTab, keepInTab, place, wipe } from "./shared.js";

/** After how many idle milliseconds the reader is asked, and everything is wiped. */
const ASK = 270_000;
const IDLE = 300_000;
/** How often it is noted that someone is here, at most, in milliseconds. */
const OFTEN = 1_000;
/** What a person does; a page scrolls by itself too. */
const ACTIVE = ["pointerdown", "keydown", "input", "wheel", "touchstart"];

const bar = /** @type {HTMLElement | null} */ (document.querySelector(".houvast-shared"));
const home = new URL(bar?.dataset.home ?? "./", location.href);
const idle = /** @type {HTMLDialogElement | null} */ (bar?.querySelector("dialog[data-idle]") ?? null);
const sure = /** @type {HTMLDialogElement | null} */ (bar?.querySelector("dialog[data-sure]") ?? null);
const channel = new BroadcastChannel(`houvast:shared:${place}`);
/** @type {ReturnType<typeof setTimeout> | undefined} */
let waiting;
let seen = Date.now();
let isOver = false;

/** Someone is here. */
function note() {
  if (Date.now() - seen < OFTEN) return;
  seen = Date.now();
  keepInTab("seen", String(seen));
}

/** Where the reader is asked, only an answer counts: someone who walks past is not the one who began. */
function act() {
  if (!idle?.open) note();
}

/** See how long nobody was here. */
function look() {
  clearTimeout(waiting);
  if (isOver) return;
  if (globalThis.speechSynthesis?.speaking) note(); // someone listens
  const since = Date.now() - seen;
  if (since >= IDLE) return end();
  if (since >= ASK && idle && !idle.open) idle.showModal();
  waiting = setTimeout(look, (since >= ASK ? IDLE : ASK) - since);
}

function stay() {
  note();
  idle?.close();
  look();
}

/** Wipe everything, and open the first screen. @param {boolean} [own]  the next session is not shared */
function end(own = false) {
  isOver = true;
  document.documentElement.hidden = true;
  reset();
  wipe(own);
  if (!own) keepInTab("wiped", "yes");
  location.replace(home);
}

/** Done: the other tabs end too. Asks first where there is something to lose. */
function done() {
  const isEmpty = !/"kind":/.test(inTab("rows"));
  if (isEmpty || !sure) endAll();
  else sure.showModal();
}

function endAll(own = false) {
  channel.postMessage("end");
  end(own);
}

/** Empty every field: the browser may keep what stands in them. */
function reset() {
  for (const form of document.forms) form.reset();
}

/** Let the browser keep nothing of a field. @param {Element} field */
function keepOut(field) {
  if (field.matches("input, select, textarea")) field.setAttribute("autocomplete", "off");
  field.closest("form")?.setAttribute("autocomplete", "off");
}

/** A link opened in another tab: what it opens is shared too, though that tab knows nothing of this one. @param {Event} event */
function goAlong(event) {
  const link = /** @type {Element} */ (event.target).closest?.("a");
  const { ctrlKey, metaKey, shiftKey } = /** @type {MouseEvent} */ (event);
  const isApart = event.type !== "click" || ctrlKey || metaKey || shiftKey || link?.target;
  if (link && isApart && link.origin === location.origin && link.pathname.startsWith(place)) link.search = "?gedeeld";
}

/** @param {MouseEvent} event */
function click({ target }) {
  const button = /** @type {Element} */ (target).closest?.("button, a");
  if (!button) return;
  if (button.matches(".houvast-shared [data-done]")) done();
  if (button.matches(".houvast-shared [data-end]")) endAll();
  if (button.matches(".houvast-shared [data-stay]")) stay();
  if (button.matches(".houvast-shared [data-not-yet], .houvast-shared dialog a")) sure?.close();
  if (button.matches("[data-own-computer]")) endAll(true);
}

/** Say once, on the page after it, that everything is wiped. */
function tellWiped() {
  const said = /** @type {HTMLElement | null | undefined} */ (bar?.querySelector("[data-shared-said]"));
  if (!inTab("wiped") || !said) return;
  keepInTab("wiped", "");
  tell(said, said.dataset.wiped);
}

bar?.removeAttribute("hidden");
for (const type of ACTIVE) addEventListener(type, act, { capture: true, passive: true });
for (const type of ["click", "auxclick", "contextmenu"]) addEventListener(type, goAlong, true);
addEventListener("click", click);
addEventListener("focusin", ({ target }) => keepOut(/** @type {Element} */ (target)));
addEventListener("pagehide", reset);
addEventListener("focus", look);
document.addEventListener("visibilitychange", look);
idle?.addEventListener("cancel", stay);
channel.onmessage = () => end();
for (const field of document.querySelectorAll("input, select, textarea")) keepOut(field);
tellWiped();
look();
forget().catch(() => undefined);
