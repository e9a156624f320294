/** A computer that several people use: what is done there lasts as long as the tab, and no longer than its session. */

export const isShared = () => document.documentElement.hasAttribute("data-shared");

/** Where the site stands: two sites on one host never meet. */
export const place = new URL(document.documentElement.dataset.root ?? "./", location.href).pathname;

/** What all names in the tab begin with. An address holds no space, so no other site's begins so. */
const OWN = `houvast:shared:${place} `;

/** What the tab holds under a name, or nothing. @param {string} name */
export function inTab(name) {
  try {
    return sessionStorage.getItem(OWN + name) ?? "";
  } catch {
    return "";
  }
}

/** Let the tab hold something for its next page; says whether it does. @param {string} name @param {string} value */
export function keepInTab(name, value) {
  try {
    sessionStorage.setItem(OWN + name, value);
    return true;
  } catch {
    return false;
  }
}

/** Which session this is: another one since everything was wiped. */
export const session = () => inTab("session");

/** Wipe all that the tab holds of this site. The next session is shared too, unless it is `own`. */
export function wipe(own = false) {
  try {
    for (const key of Object.keys(sessionStorage)) if (key.startsWith(OWN)) sessionStorage.removeItem(key);
    sessionStorage.removeItem("houvast:scheme");
  } catch {
    /* Then the tab holds nothing. */
  }
  if (own) return;
  keepInTab("seen", String(Date.now()));
  keepInTab("session", String(crypto.getRandomValues(new Uint32Array(2))));
}
