"""A build is pure, atomic, and does only what changed."""

import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import pytest

from houvast.model import Catalogue
from houvast.pipeline import EVERYTHING, Selection, build
from houvast.site import BuildFailed, assemble
from houvast.site.safety import removed_from
from tests.conftest import ROOT


def digest(folder: Path) -> dict[str, str]:
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def run(courses: Path, selection: Selection = EVERYTHING) -> tuple[int, int]:
    report = build(courses, courses.parent / "site", courses.parent / "build", selection)
    return report.pages, report.built


def edit(courses: Path, file: str, old: str, new: str) -> None:
    text = (courses / file).read_text(encoding="utf-8")
    assert old in text
    (courses / file).write_text(text.replace(old, new), encoding="utf-8")


def test_same_input_same_bytes(courses: Path, tmp_path: Path) -> None:
    run(courses)
    first = digest(tmp_path / "site")
    build(courses, tmp_path / "again", tmp_path / "other", EVERYTHING)
    assert digest(tmp_path / "again") == first


def test_nothing_changed_nothing_built(courses: Path) -> None:
    pages, built = run(courses)
    assert pages == built > 0
    before = digest(courses.parent / "site")
    assert run(courses) == (pages, 0)
    assert digest(courses.parent / "site") == before


def test_only_changed_pages_are_built(courses: Path, tmp_path: Path) -> None:
    pages, _ = run(courses)
    edit(courses, "modules/look-twice/en.md", "Count again.", "Count twice.")
    again, built = run(courses)
    assert again == pages
    assert 0 < built < pages / 4
    fresh = tmp_path / "fresh"
    build(courses, fresh, tmp_path / "other", EVERYTHING)
    assert digest(courses.parent / "site") == digest(fresh)


def test_what_is_gone_leaves_no_page(courses: Path) -> None:
    run(courses)
    (courses / "roles/operator.yml").unlink()
    for path in (courses / "modules/first-steps/for").iterdir():
        path.unlink()
    run(courses)
    assert not (courses.parent / "site/nl/operator").exists()
    assert not (courses.parent / "build/docs/nl/operator").exists()


def test_a_selection_makes_only_that(courses: Path) -> None:
    run(courses, Selection("clerk", "brisk", "en"))
    site = courses.parent / "site"
    assert (site / "en/clerk/brisk/look-twice/index.html").is_file()
    assert not (site / "nl").exists()
    assert not (site / "en/operator").exists()
    assert not (site / "en/clerk/slow").exists()


def test_a_failed_build_leaves_the_site(courses: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run(courses)
    before = digest(courses.parent / "site")
    edit(courses, "modules/look-twice/en.md", "Count again.", "Count twice.")

    def fail(*_: object) -> Iterator[tuple[str, bytes]]:
        raise BuildFailed("the disk is full")

    monkeypatch.setattr(assemble, "root_files", fail)
    with pytest.raises(BuildFailed):
        run(courses)
    assert digest(courses.parent / "site") == before
    assert {path.name for path in courses.parent.iterdir()} == {"build", "courses", "site"}
    assert {path.name for path in (courses.parent / "build").iterdir()} == {"docs"}


def test_a_broken_record_means_a_whole_build(courses: Path) -> None:
    pages, _ = run(courses)
    (courses.parent / "site/.houvast.json").write_text("{")
    assert run(courses) == (pages, pages)


def test_a_page_that_somebody_edited_is_built_again(courses: Path) -> None:
    run(courses)
    before = digest(courses.parent / "site")
    (courses.parent / "site/nl/index.html").write_text("edited")
    (courses.parent / "site/en/index.html").unlink()
    assert run(courses)[1] == 2
    assert digest(courses.parent / "site") == before


def test_a_folder_that_is_not_ours_is_left_alone(courses: Path, tmp_path: Path) -> None:
    photos = tmp_path / "photos"
    photos.mkdir()
    (photos / "holiday.jpg").write_text("sun")
    with pytest.raises(BuildFailed, match="not ours"):
        build(courses, photos, tmp_path / "build", EVERYTHING)
    assert (photos / "holiday.jpg").read_text() == "sun"


class Links(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.links: list[str] = []
        self.ids: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        held = dict(attrs)
        self.links += [value for name in ("href", "src") if (value := held.get(name))]
        self.ids |= {held["id"] or ""} if "id" in held else set()


def read_links(path: Path) -> Links:
    links = Links()
    links.feed(path.read_text(encoding="utf-8"))
    return links


def test_every_link_of_the_site_leads_somewhere(site: Path) -> None:
    pages = {path.relative_to(site).as_posix(): read_links(path) for path in site.rglob("*.html")}
    broken = []
    for name, links in pages.items():
        for link in links.links:
            target = urlsplit(urljoin(f"http://x/{name}", link))
            if target.netloc != "x":
                continue
            file = unquote(target.path).lstrip("/")
            file = f"{file}index.html" if not file or file.endswith("/") else file
            if not (site / file).is_file() or (target.fragment and target.fragment not in pages[file].ids):
                broken.append(f"{name} -> {link}")
    assert not broken


def test_no_inline_script_or_style(site: Path) -> None:
    for path in site.rglob("*.html"):
        page = path.read_text(encoding="utf-8")
        assert not re.search(r"<style|\sstyle=|\son\w+=|<script(?![^>]*\ssrc=)", page), path


def test_every_locale_names_the_other(site: Path) -> None:
    for path in (site / "nl").rglob("index.html"):
        other = site / "en" / path.relative_to(site / "nl")
        assert 'hreflang="en"' in path.read_text(encoding="utf-8")
        assert 'hreflang="nl"' in other.read_text(encoding="utf-8")


def test_names_and_titles_are_text_in_the_frame_too(courses: Path) -> None:
    hostile = "\"><script>alert(1)</script><b title='"
    edit(courses, "organisation.yml", "name: Kleine Maat", f"name: {json.dumps(hostile)}")
    edit(courses, "modules/own-story/module.yml", "nl: Ons verhaal", f"nl: {json.dumps(hostile)}")
    edit(courses, "modules/own-story/module.yml", "nl: Je weet waarom.", f"nl: {json.dumps(hostile)}")
    lesson = "\\\"\\>\\<script\\>alert(1)\\</script\\>\\<b title='"
    edit(courses, "modules/own-story/nl.md", "# Ons verhaal", f"# {lesson}")
    run(courses)
    for path in (courses.parent / "site").rglob("*.html"):
        page = path.read_text(encoding="utf-8")
        assert "<script>alert" not in page, path
        assert "<b title" not in page, path


@pytest.mark.parametrize(
    "hostile",
    [
        "<script>alert(1)</script>",
        '<p onclick="alert(1)">x</p>',
        '<a href="javascript:alert(1)">x</a>',
        '<iframe src="https://a.example"></iframe>',
        '<img src="https://a.example/x.png">',
        '<p style="position:fixed">x</p>',
        '<p onclick="alert(1)" aria-label="one\ntwo">x</p>',
        '<p aria-label="one\ntwo" onclick="alert(1)">x</p>',
        '<p\nonclick="alert(1)">x</p>',
    ],
)
def test_the_last_look_sees_what_is_hostile(hostile: str) -> None:
    assert removed_from(f"<!--content--><p>goed</p>{hostile}<!--/content-->")
    for good in ("<p>goed &amp; wel<br></p>", "<p aria-label='een\ntwee'>n&#39;</p>", "<pre>\n\nx</pre>"):
        assert not removed_from(f"<!--content-->{good}<!--/content-->")


def test_plain_mkdocs_builds_the_default_locale(courses: Path, tmp_path: Path) -> None:
    """As on a fresh clone, with the small courses: no warning, and pages at the same addresses."""
    for name in ("README.md", "README.en.md"):
        shutil.copy(ROOT / "courses" / name, courses)
    build(courses, tmp_path / "ours", tmp_path / "work", EVERYTHING)
    for name in ("generator", "site_theme", "mkdocs.yml"):
        (tmp_path / name).symlink_to(ROOT / name)
    (tmp_path / "build/docs/nl").mkdir(parents=True)
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict"],
        cwd=tmp_path,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "true", "PYTHONPATH": str(tmp_path / "generator")},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert "WARNING" not in done.stderr
    built = {path.relative_to(tmp_path / "site/nl").as_posix() for path in (tmp_path / "site/nl").rglob("index.html")}
    ours = tmp_path / "ours/nl"
    assert built == {path.relative_to(ours).as_posix() for path in ours.rglob("index.html")}
    assert "clerk/brisk/look-twice/index.html" in built


def test_the_real_courses_have_no_error(real: Catalogue) -> None:
    assert real.modules
