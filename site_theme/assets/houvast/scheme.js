/* Light or dark: what the reader chose, else what their device says. Runs before the page is drawn. */
"use strict";
(() => {
  const KEY = "houvast:scheme";
  const root = document.documentElement;
  /** On a shared computer the choice lasts as long as the session. */
  const kept = () => (root.dataset.shared === undefined ? localStorage : sessionStorage);
  const device = matchMedia("(prefers-color-scheme: dark)");

  /** @returns {string | null} */
  function chosen() {
    try {
      return kept().getItem(KEY);
    } catch {
      return null;
    }
  }

  /** @param {string} scheme */
  function choose(scheme) {
    root.dataset.scheme = scheme;
    try {
      kept().setItem(KEY, scheme);
    } catch {
      /* The choice then lasts as long as the page. */
    }
  }

  const current = () => root.dataset.scheme ?? (device.matches ? "dark" : "light");
  const first = chosen();
  if (first === "dark" || first === "light") root.dataset.scheme = first;

  document.addEventListener("DOMContentLoaded", () => {
    const button = /** @type {HTMLButtonElement | null} */ (document.querySelector(".houvast-scheme"));
    const label = button?.querySelector("span");
    if (!button || !label) return;
    const name = () => {
      label.textContent = (current() === "dark" ? button.dataset.light : button.dataset.dark) ?? "";
    };
    button.addEventListener("click", () => {
      choose(current() === "dark" ? "light" : "dark");
      name();
    });
    device.addEventListener("change", name);
    name();
    button.hidden = false;
  });
})();
