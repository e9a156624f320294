/* Whether this computer is one that several people use: known before anything is read. What was left is ended first. */
"use strict";
(() => {
  const root = document.documentElement;
  const OWN = `houvast:shared:${new URL(root.dataset.root ?? "./", location.href).pathname} `;
  const SEEN = `${OWN}seen`;
  const IDLE = 300_000;
  const NAMES = ["gedeeld", "shared"];
  const folder = new URL("./", /** @type {HTMLScriptElement} */ (document.currentScript).src);

  /** Whether the address asks for it: `#gedeeld`, or `?gedeeld` where the fragment says something else. */
  const isAsked = () => NAMES.some((name) => location.hash === `#${name}` || new URLSearchParams(location.search).has(name));

  /** Whether this tab is shared, from now on; what was left five minutes ago is wiped. */
  function isShared() {
    try {
      const seen = sessionStorage.getItem(SEEN);
      if (seen === null && !isAsked()) return false;
      if (!(Date.now() - Number(seen) < IDLE)) {
        for (const key of Object.keys(sessionStorage)) if (key.startsWith(OWN)) sessionStorage.removeItem(key);
        sessionStorage.removeItem("houvast:scheme");
        sessionStorage.setItem(`${OWN}session`, String(crypto.getRandomValues(new Uint32Array(2))));
      }
      sessionStorage.setItem(SEEN, String(Date.now()));
      if (isAsked()) history.replaceState(history.state, "", bare());
      return true;
    } catch {
      return isAsked(); // the browser keeps nothing for a tab: it lasts as long as the page
    }
  }

  /** The address without what asks for it. */
  function bare() {
    const address = new URL(location.href);
    for (const name of NAMES) {
      if (address.hash === `#${name}`) address.hash = "";
      address.searchParams.delete(name);
    }
    return address;
  }

  /* A page that the browser kept whole would bring answers back, or would not know that the tab is shared since. */
  addEventListener("pageshow", ({ persisted }) => {
    if (persisted && (root.dataset.shared !== undefined || isShared())) location.reload();
  });
  addEventListener("hashchange", () => {
    if (isAsked()) location.reload();
  });

  if (!isShared()) return;
  root.dataset.shared = "";
  addEventListener("pagehide", () => {
    root.hidden = true;
  });
  const style = document.createElement("link");
  Object.assign(style, { rel: "stylesheet", href: new URL("shared-bar.css", folder).href });
  document.head.append(style);
  addEventListener("DOMContentLoaded", () => {
    for (const form of document.forms) form.setAttribute("autocomplete", "off"); // before anybody fills one in
    import("./shared-bar.js");
  });
})();
