/** On the page for what was not kept: lead to the path that was, and back to the page that was asked. */

const root = new URL("../../../", import.meta.url);

/** The page that was asked, if it is one of this site. */
function asked() {
  const address = new URL(location.hash.slice(1) || "./", location.href);
  return address.origin === root.origin && address.pathname.startsWith(root.pathname) ? address : null;
}

/** The place of the path that was visited last, as the worker keeps it. @returns {Promise<string | undefined>} */
async function lastPath() {
  const state = await caches.open(`houvast ${root.pathname} state`);
  const kept = await state.match(`${root.pathname}paths`);
  return kept ? (await kept.json())[0]?.path : undefined;
}

/** @param {string} id @param {URL} address */
function lead(id, address) {
  const link = /** @type {HTMLAnchorElement | null} */ (document.getElementById(id));
  if (!link) return;
  link.href = address.href;
  link.hidden = false;
}

/**
 * Open the page that was asked once the network answers: a device says that it is online somewhat before.
 * @param {URL} address
 * @param {number} [tries]
 */
async function comeBack(address, tries = 5) {
  try {
    await fetch(address, { method: "HEAD" });
    location.replace(address);
  } catch {
    if (tries > 1) setTimeout(() => comeBack(address, tries - 1), 2000);
  }
}

const address = asked();
if (location.hash && address) {
  lead("again", address);
  addEventListener("online", () => comeBack(address));
  if (navigator.onLine) comeBack(address); // it may be back by now
}
if ("caches" in self) {
  const path = await lastPath().catch(() => undefined);
  if (path) lead("path", new URL(path, root));
}
