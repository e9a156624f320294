"""A page that has read its log, and kept what it had to: what happens after that, nobody waits for.

What a page comes to by itself is asked for from outside, again and again: a page that keeps out every script but its
own cannot look for us.
"""

import time
from collections.abc import Callable

from playwright.sync_api import Page

from tests.conftest import PATIENCE

SETTLE = """async () => {
  const sheet = document.querySelector("link[href$='/houvast.css']").href;
  const { log } = await import(new URL("log.js", sheet).href);
  for (let round = 0; round < 3; round += 1) {
    await log().all();  // a write that was begun before comes first
    await new Promise((resolve) => setTimeout(resolve, 60));
  }
}"""


def settled(page: Page) -> None:
    """Wait until the elements of a page have read the log, written what follows from it, and read that again."""
    page.wait_for_load_state("networkidle")
    page.evaluate(SETTLE)


def eventually(holds: Callable[[], bool], what: str) -> None:
    """Wait until something holds."""
    end = time.monotonic() + PATIENCE / 1000
    while not holds():
        assert time.monotonic() < end, what
        time.sleep(0.05)
