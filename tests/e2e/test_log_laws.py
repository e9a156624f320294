"""The laws of the log, held against whatever events hypothesis makes: order, union, undoing, compacting, copies."""

import json
import uuid
from datetime import datetime, timedelta
from typing import cast

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from playwright.sync_api import Page

from houvast.site import SiteServer

Event = dict[str, object]

KINDS = ("answered", "answered", "answered", "completed", "skipped", "unskipped", "guided", "wrote", "undone")
NOW = "2027-03-10T12:00:00.000Z"

# Every law is a function of a log to `true`, or to what it came to instead.
LAWS = """async ([folder, inputs]) => {
  const { fold, foldUnits, placed, standing, sureButWrong, tally } = await import(`${folder}progress.js`);
  const { spare } = await import(`${folder}compact.js`);
  const { read, written } = await import(`${folder}archive.js`);
  const now = new Date("2027-03-10T12:00:00.000Z");
  const wanted = ["a", "b", "c"].flatMap((item) => ["1", "2"].map((hash) => `${item}:${hash}`));
  const tries = (held) => Object.fromEntries([...held].map(([hash, number]) => [hash, Math.min(number, 3)]).sort());
  const told = (events) => JSON.stringify({
    items: [...fold(events)].map(([id, one]) => [id, one.last.event, [...one.right].sort(), tries(one.tries)]).sort(),
    units: [...foldUnits(events)].sort(),
    placed: placed(events, wanted, now),
    tally: tally(fold(events), wanted),
    sure: [...sureButWrong(events)].map(([id, { event }]) => [id, event]).sort(),
    texts: standing(events).filter(({ text }) => text !== undefined).map(({ event }) => event),
    others: standing(events).filter(({ kind }) => !["answered", "completed"].includes(kind)).map(({ event }) => event),
  });
  const united = (...logs) => [...new Map(logs.flat().map((event) => [event.event, event])).values()];
  const compacted = (events) => {
    const gone = new Set(spare(events, now));
    return events.filter(({ event }) => !gone.has(event));
  };
  const same = (one, other) => told(one) === told(other) || [told(one), told(other)];
  const id = (number) => `ffffffff-0000-4000-8000-${String(number).padStart(12, "0")}`;
  const undo = (item, number) => ({
    event: id(number), item, kind: "undone", hash: "", chosen: "", correct: true, at: `2028-01-01T00:0${number}:00Z` });
  const laws = {
    order: ({ events, other }) => same(events, other),
    commutative: ({ events, cut }) => same(united(events.slice(0, cut), events), united(events, events.slice(0, cut))),
    associative: ({ events, cut }) => {
      const [one, two, three] = [events.slice(0, cut), events.slice(cut), events.filter((_, place) => place % 2)];
      return same(united(united(one, two), three), united(one, united(two, three)));
    },
    idempotent: ({ events }) => same(united(events, events), events) && united(events, events).length === events.length,
    undone: ({ events }) => {
      const last = standing(events).at(-1);
      return !last || same([...events, undo(last.event, 1)], events.filter((event) => event !== last));
    },
    redone: ({ events }) => {
      const last = standing(events).at(-1);
      return !last || same([...events, undo(last.event, 1), undo(id(1), 2)], events);
    },
    compacted: ({ events }) => same(compacted(events), events),
    "compacted twice": ({ events }) => compacted(compacted(events)).length === compacted(events).length,
    "compacted, then united": ({ events, cut }) => {
      const [one, two] = [events.slice(0, cut), events.slice(cut)];
      return same(united(compacted(one), two), events) && same(united(compacted(events), events), events);
    },
    copied: ({ events }) => {
      const settings = { path: "a/b", plan: { hats: ["x"] } };
      const held = { generation: "first", events, settings, aside: [7] };
      const copy = read(written(held, "Somebody", now));
      return same(copy.events, events) && copy.refused === 0
        && JSON.stringify(copy.settings) === JSON.stringify(settings) && copy.organisation === "Somebody";
    },
  };
  const broken = (given) => Object.entries(laws).map(([name, law]) => [name, law(given)]);
  return inputs.map((given) => broken(given).filter(([, held]) => held !== true));
}"""


@st.composite
def logs(draw: st.DrawFn) -> dict[str, object]:
    """Events over half a year: few items, so that much is said of each; an undoing names any event, or none."""
    size = draw(st.integers(0, 24))
    ids = [str(uuid.UUID(int=(number + 1) << 40)) for number in range(size)]
    events = [draw(event(one, ids)) for one in ids]
    return {"events": events, "other": [*events[1::2], *events[::2][::-1]], "cut": draw(st.integers(0, size))}


@st.composite
def event(draw: st.DrawFn, one: str, ids: list[str]) -> Event:
    kind = draw(st.sampled_from(KINDS))
    before = timedelta(minutes=draw(st.one_of(st.integers(0, 3 * 1440), st.integers(0, 180 * 1440))))
    moment = datetime.fromisoformat(NOW) - before
    more: Event = {}
    if draw(st.booleans()):
        more["sure"] = draw(st.booleans())
    if draw(st.integers(0, 5)) == 0:
        more["text"] = draw(st.text(max_size=5))
    return {
        "event": one,
        "item": draw(st.sampled_from(ids)) if kind == "undone" else draw(st.sampled_from("abc")),
        "kind": kind,
        "hash": draw(st.sampled_from("12")),
        "chosen": "",
        "correct": draw(st.booleans()),
        "at": moment.strftime("%Y-%m-%dT%H:%M:%S.000Z"),
        **more,
    }


@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(st.lists(logs(), min_size=5, max_size=6))
def test_the_laws_of_the_log(page: Page, server: SiteServer, given: list[dict[str, object]]) -> None:
    page.goto(f"{server.address}nl/story/")
    broken = cast(list[list[object]], page.evaluate(LAWS, [f"{server.address}nl/assets/houvast/", given]))
    for one, laws in zip(given, broken, strict=True):
        assert not laws, json.dumps([laws, one], indent=1)


def test_compacting_takes_most_of_a_long_log_away(page: Page, server: SiteServer) -> None:
    page.goto(f"{server.address}nl/story/")
    left = page.evaluate(
        """async (folder) => {
          const { spare } = await import(`${folder}compact.js`);
          const events = Array.from({ length: 6000 }, (_, number) => ({
            event: String(number), item: `q${number % 100}`, kind: "answered", hash: "h", chosen: "",
            correct: number % 3 === 0, at: new Date(Date.UTC(2026, 0, 1, 0, number)).toISOString() }));
          return events.length - spare(events, new Date("2027-01-01")).length;
        }""",
        f"{server.address}nl/assets/houvast/",
    )
    assert left <= 100 * 6
