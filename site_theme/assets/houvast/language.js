/** The language choice: remembers it and puts it first. Nobody is sent anywhere. */

import { isShared } from "./shared.js";

const KEY = "houvast:language";
const links = [...document.querySelectorAll("main a[hreflang]")].map((link) => /** @type {HTMLAnchorElement} */ (link));

for (const link of links) {
  link.addEventListener("click", () => {
    if (isShared()) return;
    try {
      localStorage.setItem(KEY, link.hreflang);
    } catch {
      /* Then it is asked again next time. */
    }
  });
}

try {
  const remembered = links.find(({ hreflang }) => !isShared() && hreflang === localStorage.getItem(KEY));
  const entry = remembered?.closest("li");
  entry?.parentElement?.prepend(entry);
} catch {
  /* Nothing was remembered. */
}
