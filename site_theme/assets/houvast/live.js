/** A live region: filled after it was empty for a moment, so that what it says is read out, and once. */

const PAUSE = 50;

/** @type {WeakMap<Element, ReturnType<typeof setTimeout>>} what each region is about to say */
const waiting = new WeakMap();

/**
 * Empty a region, and fill it in a moment. What it was about to say is not said any more, nor is anything in a region
 * that has left the page.
 * @param {Element | null | undefined} region
 * @param {string | (() => Iterable<Node | string> | Promise<Iterable<Node | string>>)} [words]  none leaves it empty
 * @param {() => void} [shown]  hears that they stand there
 */
export function tell(region, words = "", shown) {
  if (!region) return;
  clearTimeout(waiting.get(region));
  waiting.delete(region);
  region.replaceChildren();
  if (!words) return;
  const telling = setTimeout(async () => {
    const told = typeof words === "string" ? [words] : await words();
    if (waiting.get(region) !== telling || !region.isConnected) return;
    region.replaceChildren(...told);
    shown?.();
  }, PAUSE);
  waiting.set(region, telling);
}
