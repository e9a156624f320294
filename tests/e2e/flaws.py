"""What is wrong with a page as it stands: what axe-core finds, and what sticks out of the screen."""

from collections.abc import Collection

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
SIDEWAYS = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


def flaws(page: Page, *, without: Collection[str] = ()) -> list[str]:
    """Each rule of axe-core that is broken, but for those named, with the first place; and how far a reader must scroll
    sideways."""
    rules = {"target-size": {"enabled": True}} | {name: {"enabled": False} for name in without}
    options = {"runOnly": {"type": "tag", "values": TAGS}, "rules": rules, "resultTypes": ["violations"]}
    broken = Axe().run(page, options=options).response["violations"]
    found = [f"{one['id']} {one['nodes'][0]['html'][:160]}" for one in broken]
    wider = page.evaluate(SIDEWAYS)
    return [*found, *([f"{wider} px wider than the screen"] if wider > 0 else [])]
