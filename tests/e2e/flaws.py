"""What is wrong with a page as it stands: what axe-core finds, and what sticks out of the screen."""

from collections.abc import Collection

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

AXE = Axe().axe_script
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
SIDEWAYS = "document.documentElement.scrollWidth - document.documentElement.clientWidth"

# What axe-core has to say of all that is right stays in the browser: it is much, and nobody reads it.
BROKEN = """async (options) => (await axe.run(document, options)).violations
  .map(({ id, nodes }) => `${id} ${nodes[0].html.slice(0, 160)}`)"""
ONLY_FLAWS = {"resultTypes": ["violations"], "selectors": False, "preload": False}
"""Leaves out what costs time and nobody reads here: a selector for every element, each stylesheet fetched again."""

LOOKS = [("nl", 320, "light"), ("en", 1280, "dark")]
OTHER_LOOKS = [("nl", 1280, "light"), ("en", 320, "dark")]
"""A language, a width and a colour scheme. Whatever walks through one of both has seen each language, width and scheme
once; some walk through these and some through those, so that all ways they go together are seen somewhere."""


def flaws(page: Page, *, without: Collection[str] = ()) -> list[str]:
    """Each rule of axe-core that is broken, but for those named, with the first place; and how far a reader must scroll
    sideways."""
    rules = {"target-size": {"enabled": True}} | {name: {"enabled": False} for name in without}
    options = {"runOnly": {"type": "tag", "values": TAGS}, "rules": rules, **ONLY_FLAWS}
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE)
    found: list[str] = page.evaluate(BROKEN, options)
    wider = page.evaluate(SIDEWAYS)
    return [*found, *([f"{wider} px wider than the screen"] if wider > 0 else [])]
