"""What a build makes for where there is no network: lists with true hashes, one worker, an app."""

import hashlib
import json
import re
import struct
from pathlib import Path

import pytest

from houvast.pipeline import EVERYTHING, build
from houvast.site.offline import LIST_FILE, WITH_EVERY_PATH, offline_lists
from houvast.site.root import PAPER
from tests.conftest import ROOT
from tests.site import icons

THEME = ROOT / "site_theme"
MOST = 3_000_000
"""Bytes of a kept path, not compressed."""


def file_of(site: Path, address: str) -> Path:
    return site / (f"{address}index.html" if not address or address.endswith("/") else address)


def publish(courses: Path, more: str = "") -> Path:
    """Build the site of these courses, published."""
    organisation = courses / "organisation.yml"
    text = re.sub(r"\npublished: .*\n(offline: .*\n)?", "\n", organisation.read_text(encoding="utf-8"))
    organisation.write_text(f"{text.rstrip()}\npublished: internal\n{more}", encoding="utf-8")
    build(courses, courses.parent / "site", courses.parent / "build", EVERYTHING)
    return courses.parent / "site"


def lists_in(site: Path) -> dict[str, bytes]:
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in sorted(site.rglob(LIST_FILE))}


def test_a_list_holds_all_that_a_path_needs_with_its_hash(courses: Path) -> None:
    site = publish(courses)
    lists = lists_in(site)
    assert len(lists) == 8
    files = json.loads(lists["nl/clerk/brisk/offline.json"])["files"]
    for address, hash_ in files.items():
        assert hashlib.sha256(file_of(site, address).read_bytes()).hexdigest()[:32] == hash_
    units = {f"nl/clerk/brisk/{path.name}/" for path in (site / "nl/clerk/brisk").iterdir() if path.is_dir()}
    assets = {path.relative_to(site).as_posix() for path in (site / "nl/assets").rglob("*.*") if path.suffix != ".png"}
    own = {"nl/clerk/brisk/", "nl/clerk/brisk/path.json", "nl/clerk/brisk/changed.json"}
    looked_up = {f"nl/{name}/" for name in WITH_EVERY_PATH if (site / "nl" / name).is_dir()}
    assert {"nl/story/", "nl/may-i/", "nl/progress/"} <= looked_up
    assert files.keys() == own | units | assets | looked_up | {"nl/", "nl/progress/progress.json", "nl/offline.html"}


def test_only_what_a_change_touches_changes(courses: Path) -> None:
    site = publish(courses)
    worker, before = (site / "sw.js").read_bytes(), lists_in(site)
    lesson = courses / "modules/first-steps/for/operator.nl.md"
    lesson.write_text(lesson.read_text(encoding="utf-8").rstrip() + "\n\nNog een zin.\n", encoding="utf-8")
    publish(courses)
    changed = {name for name, content in lists_in(site).items() if content != before[name]}
    assert changed == {f"nl/operator/{pace}/{LIST_FILE}" for pace in ("brisk", "slow")}
    assert (site / "sw.js").read_bytes() == worker


def test_every_path_of_the_real_site_is_small(site: Path) -> None:
    lists = dict(offline_lists(site, ("nl", "en")))
    assert lists
    for name, content in lists.items():
        size = sum(file_of(site, address).stat().st_size for address in json.loads(content)["files"])
        assert size <= MOST, name


@pytest.mark.parametrize("off", ["preview", "offline: false"])
def test_where_nothing_is_kept_the_worker_is_the_switch(courses: Path, off: str) -> None:
    site = courses.parent / "site"
    if off == "preview":
        build(courses, site, courses.parent / "build", EVERYTHING)
    else:
        publish(courses, f"{off}\n")
    assert "unregister()" in (site / "sw.js").read_text(encoding="utf-8")
    assert "const RELOAD = false" in (site / "sw.js").read_text(encoding="utf-8")
    assert lists_in(site) == {}
    for path in site.rglob("index.html"):
        assert "offline.js" not in path.read_text(encoding="utf-8")


def test_only_pages_of_a_path_start_the_worker(courses: Path) -> None:
    site = publish(courses)
    asking = {
        path.parent.relative_to(site).as_posix()
        for path in site.rglob("index.html")
        if "offline.js" in path.read_text(encoding="utf-8")
    }
    folders = {path.parent for path in site.rglob(LIST_FILE)}
    pages = {page.parent for folder in folders for page in folder.rglob("index.html")}
    assert asking == {page.relative_to(site).as_posix() for page in pages}
    unit = (site / "nl/clerk/brisk/look-twice/index.html").read_text(encoding="utf-8")
    assert 'data-path="nl/clerk/brisk/"' in unit


def test_the_app_is_what_its_files_are(courses: Path) -> None:
    site = publish(courses)
    for locale in ("nl", "en"):
        app = json.loads((site / locale / "app.webmanifest").read_text(encoding="utf-8"))
        assert app["lang"] == locale
        for icon in app["icons"]:
            held = (site / locale / icon["src"]).read_bytes()
            if icon["type"] == "image/png":
                assert "x".join(str(side) for side in struct.unpack(">II", held[16:24])) == icon["sizes"]
        for page in (site / locale).rglob("index.html"):
            text = page.read_text(encoding="utf-8")
            (link,) = re.findall(r'<link rel="manifest" href="([^"]+)">', text)
            assert (page.parent / link).resolve() == (site / locale / "app.webmanifest").resolve()


def test_the_window_has_the_colour_of_the_paper() -> None:
    styles = (THEME / "assets/houvast/houvast.css").read_text(encoding="utf-8")
    (paper,) = re.findall(r"--paper: light-dark\((#\w+), (#\w+)\);", styles)
    assert dict(zip(("light", "dark"), paper, strict=True)) == PAPER
    frame = (THEME / "main.html").read_text(encoding="utf-8")
    found = re.findall(r'theme-color" content="(#\w+)" media="\(prefers-color-scheme: (\w+)\)"', frame)
    assert {scheme: colour for colour, scheme in found} == PAPER


@pytest.mark.parametrize("name", icons.ICONS)
def test_an_icon_is_the_mark(name: str) -> None:
    assert icons.pixels_in((icons.ASSETS / name).read_bytes()) == icons.pixels(*icons.ICONS[name])


def test_the_mark_is_that_of_the_vector_icon() -> None:
    drawn = (icons.ASSETS / "icon.svg").read_text(encoding="utf-8")
    assert (
        "M8 25V13.500C8 10.5 10.5 8 13.5 8S19 10.5 19 13.500v5.500c0 2.6 1.8 4.5 4.2 4.5.700 0 1.3-.1 1.8-.4" in drawn
    )
    colours = ["#{:02x}{:02x}{:02x}".format(*colour) for colour in (icons.GROUND, icons.INK)]
    assert re.findall(r'(?:fill|stroke)="(#\w+)"', drawn) == colours
