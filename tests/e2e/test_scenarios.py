"""Scenarios: every ending, back and replay, meters unseen until the debrief, plain links without JavaScript."""

from collections import deque
from itertools import cycle

import pytest
from playwright.sync_api import Page, expect

from houvast.model import DEBRIEF, METERS, Choice, Plot
from houvast.site import SiteServer
from tests.conftest import NewContext
from tests.real import real_catalogue

CATALOGUE = real_catalogue()

Meters = dict[str, int]
Way = tuple[int, ...]


def after(meters: Meters, choice: Choice) -> Meters:
    moved = dict(meters)
    for effect in choice.effects:
        moved[effect.meter] = max(-5, min(5, moved[effect.meter] + effect.change))
    return moved


def is_open(meters: Meters, choice: Choice) -> bool:
    condition = choice.condition
    if condition is None:
        return True
    held = meters[condition.meter]
    return held >= condition.value if condition.relation == ">=" else held <= condition.value


def shortest_ways(plot: Plot) -> dict[str, tuple[Way, Meters]]:
    """For each ending the fewest choices that lead there, as numbers of links, and the meters they come to."""
    ways: dict[str, tuple[Way, Meters]] = {}
    start: Meters = dict.fromkeys(METERS, 0)
    queue: deque[tuple[str, Way, Meters]] = deque([(plot.nodes[0].id, (), start)])
    seen: set[tuple[str, tuple[int, ...]]] = set()
    while queue:
        name, way, meters = queue.popleft()
        node = plot.node(name)
        assert node
        if node.ending:
            ways.setdefault(name, (way, meters))
            continue
        for number, choice in enumerate(node.choices):
            state = (choice.target, tuple(after(meters, choice).values()))
            if is_open(meters, choice) and state not in seen:
                seen.add(state)
                queue.append((choice.target, (*way, number), after(meters, choice)))
    return ways


@pytest.mark.parametrize("scenario", CATALOGUE.scenarios)
def test_the_ways_to_an_ending_are_the_same_in_every_language(scenario: str) -> None:
    first, *others = CATALOGUE.scenarios[scenario].plots.values()
    assert all(shortest_ways(other) == shortest_ways(first) for other in others)


@pytest.mark.parametrize(("scenario", "locale"), [*zip(CATALOGUE.scenarios, cycle(CATALOGUE.locales), strict=False)])
def test_every_ending_is_reached(scenario: str, locale: str, page: Page, server: SiteServer) -> None:
    plot = CATALOGUE.scenarios[scenario].plots[locale]
    ways = shortest_ways(plot)
    assert set(ways) == {node.id for node in plot.nodes if node.ending}
    page.goto(f"{server.address}{locale}/library/{scenario}/")
    element = page.locator("houvast-scenario")
    for ending, (way, meters) in ways.items():
        for number in way:
            node = element.locator(".houvast-node:visible")
            expect(node).to_have_count(1)
            expect(element.locator(".houvast-meters")).to_be_hidden()
            node.locator(".houvast-node__choices a").nth(number).click()
        expect(element.locator(f"[id='{ending}']")).to_be_visible()
        expect(element).to_have_attribute("data-kept", ending)
        element.locator(".houvast-node:visible a").click()
        debrief = element.locator(f"[id='{DEBRIEF}']")
        expect(debrief).to_be_visible()
        for meter in METERS:
            value = meters[meter]
            expect(debrief.locator(f"[data-meter={meter}]")).to_have_text(
                f"{value:+d}".replace("-", "−") if value else "0"
            )
        debrief.locator("[data-replay]").click()
    expect(element.locator(".houvast-node:visible")).to_have_attribute("id", plot.nodes[0].id)


def test_back_takes_the_choice_back(page: Page, server: SiteServer) -> None:
    page.goto(f"{server.address}nl/library/the-perfect-source/")
    element = page.locator("houvast-scenario")
    first = element.locator(".houvast-node:visible").get_attribute("id")
    expect(element.locator("[data-back]")).to_be_hidden()
    element.locator(".houvast-node:visible a").first.click()
    expect(element.locator(".houvast-node:visible h2")).to_be_focused()
    assert element.locator(".houvast-node:visible").get_attribute("id") != first
    element.locator("[data-back]").click()
    expect(element.locator(".houvast-node:visible")).to_have_attribute("id", first or "")


def go_on(page: Page, choice: int = 0) -> str:
    """Take a choice, and give the node it leads to."""
    node = page.locator(".houvast-node:visible")
    target = (node.locator(".houvast-node__choices a").nth(choice).get_attribute("href") or "").removeprefix("#")
    node.locator(".houvast-node__choices a").nth(choice).click()
    expect(page.locator(".houvast-node:visible")).to_have_attribute("id", target)
    return target


def test_the_browsers_back_is_a_step_back(page: Page, server: SiteServer) -> None:
    page.goto(f"{server.address}nl/")
    page.goto(f"{server.address}nl/library/the-perfect-source/")
    here = page.locator(".houvast-node:visible")
    first = here.get_attribute("id") or ""
    second, third = go_on(page), go_on(page, 1)
    page.go_back()
    expect(here).to_have_attribute("id", second)
    expect(here.locator("h2")).to_be_focused()
    expect(here.locator("h2")).to_be_in_viewport()
    page.go_forward()
    expect(here).to_have_attribute("id", third)
    page.locator("[data-back]").click()
    expect(here).to_have_attribute("id", second)
    page.go_back()
    expect(here).to_have_attribute("id", first)
    expect(page.locator("[data-back]")).to_be_hidden()
    page.go_back()
    assert page.url == f"{server.address}nl/"
    page.go_forward()
    expect(here).to_have_attribute("id", first)


def test_a_reload_or_a_visit_elsewhere_keeps_the_way(page: Page, server: SiteServer) -> None:
    plot = CATALOGUE.scenarios["the-perfect-source"].plots["nl"]
    ways = shortest_ways(plot)
    ending, (way, meters) = max(ways.items(), key=lambda item: sum(map(abs, item[1][1].values())))
    assert any(meters.values())
    page.goto(f"{server.address}nl/library/the-perfect-source/")
    here = page.locator(".houvast-node:visible")
    for number in way:
        before = go_on(page, number)
    assert before == ending
    page.reload()
    expect(here).to_have_attribute("id", ending)
    page.goto(f"{server.address}nl/library/")
    page.go_back()
    expect(here).to_have_attribute("id", ending)
    go_on(page)
    shown = {meter: here.locator(f"[data-meter={meter}]").inner_text() for meter in METERS}
    assert shown == {meter: f"{value:+d}".replace("-", "−") if value else "0" for meter, value in meters.items()}
    page.locator("[data-replay]").click()
    expect(here).to_have_attribute("id", plot.nodes[0].id)
    page.go_back()
    expect(here).to_have_attribute("id", DEBRIEF)


def test_the_skip_link_leaves_the_way_alone(page: Page, server: SiteServer) -> None:
    page.goto(f"{server.address}nl/library/the-perfect-source/")
    here = page.locator(".houvast-node:visible")
    first = here.get_attribute("id") or ""
    second = go_on(page)
    page.locator(".houvast-skip").focus()
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()
    expect(here).to_have_attribute("id", second)
    page.reload()
    expect(here).to_have_attribute("id", second)
    page.locator("[data-back]").click()
    expect(here).to_have_attribute("id", first)


@pytest.mark.parametrize(("address", "expected"), [("#{}", 2), ("#no-such-node", 0), ("#%E0%A4%A", 0)])
def test_an_address_may_name_a_node(address: str, expected: int, page: Page, server: SiteServer) -> None:
    plot = CATALOGUE.scenarios["the-perfect-source"].plots["nl"]
    page.goto(f"{server.address}nl/library/the-perfect-source/{address.format(plot.nodes[2].id)}")
    here = page.locator(".houvast-node:visible")
    expect(here).to_have_attribute("id", plot.nodes[expected].id)
    expect(page.locator("[data-back]")).to_be_hidden()


def test_a_way_that_does_not_fit_is_gone_as_far_as_it_goes(page: Page, server: SiteServer) -> None:
    page.goto(f"{server.address}nl/library/the-perfect-source/")
    here = page.locator(".houvast-node:visible")
    second = go_on(page)
    page.evaluate(
        """() => {
            const way = { ...history.state.way, choices: [...history.state.way.choices, 99, "x", null] };
            history.replaceState({ way }, "");
        }"""
    )
    page.reload()
    expect(here).to_have_attribute("id", second)


def test_a_choice_with_a_condition_stays_shut_until_it_holds(page: Page, server: SiteServer) -> None:
    plot = CATALOGUE.scenarios["the-perfect-source"].plots["nl"]
    (held,) = (node for node in plot.nodes if any(choice.condition for choice in node.choices))
    (condition,) = (choice.condition for choice in held.choices if choice.condition)
    page.goto(f"{server.address}nl/library/the-perfect-source/")
    shut = page.locator(f"[id='{held.id}'] [data-if='{condition.meter}{condition.relation}{condition.value}']")
    expect(shut).to_have_count(1)
    element = page.locator("houvast-scenario")
    seen = set()
    for first in range(3):
        for second in range(3):
            page.goto("about:blank")
            page.goto(f"{server.address}nl/library/the-perfect-source/")
            element.locator(".houvast-node:visible .houvast-node__choices a").nth(first).click()
            choices = element.locator(".houvast-node:visible .houvast-node__choices a:visible")
            if choices.count() > second:
                choices.nth(second).click()
            if element.locator(f"[id='{held.id}']").is_visible():
                seen.add(shut.is_visible())
    assert seen == {True, False}


def test_played_with_the_keyboard_it_counts_on_the_path(page: Page, server: SiteServer) -> None:
    page.goto(f"{server.address}nl/production-worker/calm/quickly-on-my-own-phone/")
    element = page.locator("houvast-scenario")
    for _ in range(12):
        node = element.locator(".houvast-node:visible")
        if node.get_attribute("data-ending"):
            break
        node.locator("a:visible").last.focus()
        page.keyboard.press("Enter")
    ending = element.locator(".houvast-node:visible").get_attribute("id")
    expect(element).to_have_attribute("data-kept", ending or "no ending")
    page.goto(f"{server.address}nl/production-worker/calm/")
    step = page.locator(".houvast-step--scenario")
    expect(step).to_have_attribute("data-state", "done")
    expect(step.locator("[data-count]")).to_have_text("gespeeld")


LAST = "care-worker/calm/the-report-of-mrs-p/"
AFTER = (".houvast-asked", ".houvast-end__last >> nth=0", ".houvast-end__last >> nth=1")


@pytest.mark.parametrize("locale", CATALOGUE.locales)
def test_what_a_path_asks_at_its_end_waits_for_an_ending(locale: str, page: Page, server: SiteServer) -> None:
    page.goto(f"{server.address}{locale}/{LAST}")
    expect(page.locator("houvast-scenario")).to_have_attribute("data-playing", "")
    here = page.locator(".houvast-node:visible")
    while not here.get_attribute("data-ending"):
        for one in AFTER:
            expect(page.locator(one)).to_be_hidden()
        expect(page.locator(".houvast-end .houvast-button")).to_be_visible()
        go_on(page)
    for one in AFTER:
        expect(page.locator(one)).to_be_visible()
    go_on(page)
    for one in AFTER:
        expect(page.locator(one)).to_be_visible()
    page.locator("[data-replay]").click()  # the end was reached: what was written there stays in sight
    expect(page.locator(AFTER[0])).to_be_visible()


def test_without_javascript_what_a_path_asks_stands_at_the_end(new_context: NewContext, server: SiteServer) -> None:
    page = new_context(java_script_enabled=False).new_page()
    page.goto(f"{server.address}nl/{LAST}")
    for one in AFTER:
        expect(page.locator(one)).to_be_visible()


@pytest.mark.parametrize("locale", CATALOGUE.locales)
def test_without_javascript_the_links_play_it(locale: str, new_context: NewContext, server: SiteServer) -> None:
    page = new_context(java_script_enabled=False).new_page()
    page.goto(f"{server.address}{locale}/library/job-ad-in-three-minutes/")
    plot = CATALOGUE.scenarios["job-ad-in-three-minutes"].plots[locale]
    visible = page.locator(".houvast-node:visible")
    expect(visible).to_have_attribute("id", plot.nodes[0].id)
    for _ in range(12):
        visible.locator("a").first.click()
        expect(visible).to_have_count(1)
        if visible.get_attribute("id") == DEBRIEF:
            break
    expect(visible).to_have_attribute("id", DEBRIEF)
