/* The switch that takes the offline worker of this site away, and what it kept; another site's is left alone. */
"use strict";

const worker = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (self));
const OWN = `houvast ${new URL(worker.registration.scope).pathname} `;
/** Whether open pages are loaded again; not where somebody may be in the middle of a question. */
const RELOAD = false;

worker.addEventListener("install", (event) => event.waitUntil(worker.skipWaiting()));

worker.addEventListener("activate", (event) => event.waitUntil(takeAway()));

/* A page of before the switch, slow to load, registers again what has gone already, and asks it to keep its path. */
worker.addEventListener("message", (event) => event.waitUntil(takeAway()));

async function takeAway() {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith(OWN)).map((name) => caches.delete(name)));
  const pages = RELOAD ? await worker.clients.matchAll({ type: "window" }) : [];
  await worker.registration.unregister();
  for (const page of pages) await page.navigate(page.url).catch(() => null);
}
