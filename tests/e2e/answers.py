"""Answer each kind of question right, by keyboard alone."""

from collections.abc import Callable

from playwright.sync_api import Locator, Page, expect


def digests(asked: Locator, selector: str) -> list[str]:
    return [one.get_attribute("data-item") or "" for one in asked.locator(selector).all()]


def right_texts(asked: Locator) -> list[str]:
    """An answer that each blank takes."""
    blanks = asked.locator(".houvast-blank").count()
    first = (asked.locator(f"[data-blank='{number}']").first for number in range(1, blanks + 1))
    return [one.text_content() or "" for one in first]


def tab_to(page: Page, wanted: Locator) -> None:
    """Go on by the Tab key until what is wanted has the focus."""
    for _ in range(40):
        if wanted.evaluate("element => element === document.activeElement"):
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"Tab never reaches {wanted}")


def press_into_order(page: Page, asked: Locator) -> None:
    """Bring each step up to its place, by its own button; the focus stays on it."""
    for place, digest in enumerate(digests(asked, ".houvast-answer [data-item]")):
        up = asked.locator(f".houvast-row[data-item='{digest}'] [data-move=up]")
        while digests(asked, ".houvast-row").index(digest) > place:
            up.focus()
            page.keyboard.press("Enter")
            expect(up).to_be_focused()


def press_several(page: Page, asked: Locator) -> None:
    for option in asked.locator("li[data-correct=yes]").all():
        tab_to(page, asked.locator(f"input[value='{option.get_attribute('data-option')}']"))
        page.keyboard.press("Space")


def press_poll(page: Page, asked: Locator) -> None:
    tab_to(page, asked.locator("input").first)
    page.keyboard.press("ArrowDown")


def press_sort(page: Page, asked: Locator) -> None:
    for row in asked.locator(".houvast-row").all():
        kept = asked.locator(f"dd[data-item='{row.get_attribute('data-item')}']")
        tab_to(page, row.locator("select"))
        for _ in range(int(kept.get_attribute("data-column") or 0)):
            page.keyboard.press("ArrowDown")


def press_fill(page: Page, asked: Locator) -> None:
    for blank, text in zip(asked.locator(".houvast-blank input").all(), right_texts(asked), strict=True):
        tab_to(page, blank)
        page.keyboard.type(text)


PRESS: dict[str, Callable[[Page, Locator], None]] = {
    "several": press_several,
    "poll": press_poll,
    "order": press_into_order,
    "sort": press_sort,
    "fill": press_fill,
}


def answer_right(page: Page, asked: Locator, kind: str) -> None:
    """Answer a question of a kind right, by keyboard alone."""
    asked.locator("input, select, [data-move]").first.focus()
    PRESS[kind](page, asked)
    tab_to(page, asked.locator("button[type=submit]"))
    page.keyboard.press("Enter")
    expect(asked).to_have_attribute("data-kept", "")
