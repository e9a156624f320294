/** Keeps the path of this page for where there is no network, and offers a newer version of it. */

import { tell } from "./live.js";
import { isShared } from "./shared.js";

const root = new URL("../../../", import.meta.url);
const WORKER = new URL("sw.js", root).href;
const bar = /** @type {HTMLElement | null} */ (document.querySelector(".houvast-newer"));
const path = bar?.dataset.path ?? "";
/** Where it stands that the reader said "later": as long as the tab is open. */
const LATER = `houvast:later:${root.pathname}${path}`;
let asked = false;

/**
 * What TypeScript does not know yet of a browser.
 * @typedef {{ createPolicy(name: string, rules: { createScriptURL(url: string): string }): { createScriptURL(url: string): string } }} Policies
 */

/** The address of our worker, in the form that a browser with trusted types asks for; of nothing else. */
function workerAddress() {
  const { trustedTypes } = /** @type {{ trustedTypes?: Policies }} */ (/** @type {unknown} */ (globalThis));
  if (!trustedTypes) return WORKER;
  const policy = trustedTypes.createPolicy("houvast-worker", {
    createScriptURL(url) {
      if (url !== WORKER) throw new TypeError(`no worker of ours: ${url}`);
      return url;
    },
  });
  return policy.createScriptURL(WORKER);
}

async function start() {
  if (isShared()) return (await import("./forget.js")).forget();
  navigator.serviceWorker.addEventListener("message", hear);
  const registration = await navigator.serviceWorker.register(workerAddress(), { scope: root.href });
  (await atWork(registration))?.postMessage({ houvast: "keep", path });
}

/**
 * The worker of this site once it is at work; `serviceWorker.ready` may be that of a site above this one.
 * @param {ServiceWorkerRegistration} registration
 * @returns {Promise<ServiceWorker | null>}
 */
async function atWork(registration) {
  const coming = registration.installing ?? registration.waiting;
  if (registration.active || !coming) return registration.active;
  return new Promise((resolve) => {
    coming.addEventListener("statechange", () => {
      if (coming.state !== "installed") resolve(coming);
    });
  });
}

/** @param {MessageEvent} event */
function hear({ data }) {
  if (data?.path !== path) return;
  if (data.houvast === "renewed" && asked) location.reload();
  else if (data.houvast === "newer" && !isPutOff()) offer();
  else if (data.houvast === "renewed") offer(); // agreed to in another tab
}

function offer() {
  const said = /** @type {HTMLElement | null | undefined} */ (bar?.querySelector("[data-said]"));
  if (!bar || !said || !bar.hidden) return;
  bar.hidden = false;
  tell(said, said.dataset.said);
}

function isPutOff() {
  try {
    return sessionStorage.getItem(LATER) !== null;
  } catch {
    return false;
  }
}

function putOff() {
  if (bar) bar.hidden = true;
  document.getElementById("content")?.focus({ preventScroll: true });
  try {
    sessionStorage.setItem(LATER, "");
  } catch {
    /* It is asked again on the next page. */
  }
}

bar?.querySelector("[data-later]")?.addEventListener("click", putOff);
bar?.querySelector("[data-renew]")?.addEventListener("click", () => {
  asked = true;
  navigator.serviceWorker.controller?.postMessage({ houvast: "renew", path });
});

/* In a frame the page around it decides what is kept; and the first page comes before all that is kept for later. */
if (bar && self === top && isSecureContext && "serviceWorker" in navigator) {
  const begin = () => start().catch(() => undefined); // without a worker everything works, with a network
  if (document.readyState === "complete") begin();
  else addEventListener("load", begin, { once: true });
}
