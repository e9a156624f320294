"""Measure speed and size: `make bench`. Ratios of processor time within one run, and bytes; nothing is asserted.

Budgets stand beside the numbers. `python -m tests.bench 40` takes so many roles, 8 where nothing is said.
"""

import gzip
import os
import re
import shutil
import sys
import tempfile
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TypeVar

import yaml
from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config

from houvast.pipeline import EVERYTHING, build, catalogue_of, locale_sites
from tests.bench.planning import MODULES, PACES, planner
from tests.bench.quiz import ANSWER_OURS, ANSWER_THEIRS, OURS, SLOWER, our_site, ready_after, ten_questions, their_site
from tests.conftest import ROOT, SMALL

T = TypeVar("T")


def timed(work: Callable[[], T]) -> tuple[T, float]:
    """What the work gives, and the processor seconds it took, those of its child processes included."""
    start = processor_seconds()
    made = work()
    return made, processor_seconds() - start


def processor_seconds() -> float:
    """Seconds of processor time of this process and of its children that ended."""
    times = os.times()
    return times.user + times.system + times.children_user + times.children_system


def courses_with(roles: int, folder: Path) -> Path:
    """The real courses with so many roles, made by copying the recruiter."""
    courses = Path(shutil.copytree(ROOT / "courses", folder / "courses"))
    recruiter = (courses / "roles/recruiter.yml").read_text(encoding="utf-8")
    for number in range(roles - len(list((courses / "roles").iterdir()))):
        (courses / f"roles/role-{number}.yml").write_text(recruiter, encoding="utf-8")
    return courses


def first_visit(site: Path, page: str) -> dict[str, int]:
    """Every file that a first visit of a page asks for, with its gzipped bytes."""
    found: dict[str, int] = {}
    waiting = [site / page / "index.html"]
    while waiting:
        path = waiting.pop()
        name = path.relative_to(site).as_posix()
        if name in found:
            continue
        content = path.read_bytes()
        found[name] = len(gzip.compress(content, 6))
        text = content.decode(errors="replace")
        if path.suffix == ".html":
            links = re.findall(
                r'<link rel="(?:stylesheet|icon|modulepreload)" href="([^"]+)"|<script[^>]* src="([^"]+)"', text
            )
            waiting += [(path.parent / (one or other)).resolve() for one, other in links]
        elif path.suffix == ".js":
            imports = re.findall(r'(?:^|[;\n])import\s*[^"(;]*"(\./[^"]+)"', text)
            waiting += [(path.parent / name).resolve() for name in imports]
    return found


def stock_material(docs: Path, folder: Path) -> None:
    """The same Markdown in stock Material with every page in its menu and its search."""
    config = folder / "mkdocs.yml"
    settings: dict[str, object] = {
        "site_name": "stock",
        "docs_dir": str(docs),
        "site_dir": str(folder / "stock"),
        "theme": {"name": "material"},
    }
    config.write_text(yaml.safe_dump(settings), encoding="utf-8")
    mkdocs_build(load_config(str(config)))


def row(name: str, value: str, budget: str = "") -> None:
    """Print one measurement beside its budget."""
    print(f"{name:<46}{value:>12}   {budget}")


def compare_quizzes(folder: Path) -> None:
    """Print how light and how quick a page with ten questions is, ours against theirs."""
    questions = ten_questions(catalogue_of(ROOT / "courses"))
    ours, theirs = our_site(questions, folder), their_site(questions, folder)
    visits = [sum(first_visit(ours, OURS).values()), sum(first_visit(theirs, ".").values())]
    row("ten questions, first visit, gzip: ours / mkdocs-quiz", f"{visits[0] / visits[1]:.2f}", "< 1")
    row("the same, in KB", f"{visits[0] / 1024:.1f} / {visits[1] / 1024:.1f}")
    ready = ready_after({"ours": (ours, OURS, ANSWER_OURS), "theirs": (theirs, "", ANSWER_THEIRS)})
    row(
        f"first verdict, processor {SLOWER} x slower: ours / mkdocs-quiz",
        f"{ready['ours'] / ready['theirs']:.2f}",
        "< 1",
    )


def main(roles: int) -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        courses = courses_with(roles, folder)
        site, work = folder / "site", folder / "work"
        catalogue, reading = timed(lambda: catalogue_of(courses))
        _, writing = timed(lambda: [page for held in locale_sites(catalogue, EVERYTHING) for page in held.pages])
        report, cold = timed(lambda: build(courses, site, work, EVERYTHING))
        _, warm = timed(lambda: build(courses, site, work, EVERYTHING))
        lesson = courses / "modules/good-instructions/nl.md"
        lesson.write_text(
            lesson.read_text(encoding="utf-8").replace("\n## ", "\nNog een zin.\n\n## ", 1), encoding="utf-8"
        )
        changed, one = timed(lambda: build(courses, site, work, EVERYTHING))
        _, stock = timed(lambda: stock_material(work / "docs/nl", folder))
        row(f"{roles} roles, {report.pages} pages: one cold build here", f"{cold:.1f} CPU s")
        row("read and check / cold build", f"{reading / cold:.2f}", "<= 0.20")
        row("write the Markdown / the rest of the build", f"{writing / (cold - reading - writing):.2f}", "<= 0.20")
        row("nothing changed / cold build", f"{warm / cold:.2f}")
        row(f"one lesson changed ({changed.built} pages) / cold build", f"{one / cold:.2f}", "<= 0.10 at 1,000 pages")
        row("one locale of ours / stock Material, all in nav", f"{cold / len(catalogue.locales) / stock:.2f}")
        unit = first_visit(site, "nl/recruiter/standard/trust-but-check")
        story = first_visit(site, "nl/story")
        ours = sum(size for file, size in unit.items() if "/houvast/" in file and file not in story)
        row(f"first visit of a unit, gzip, {len(unit)} files", f"{sum(unit.values()) / 1024:.1f} KB", "<= 60 KB")
        row("of which ours, for exercises alone", f"{ours / 1024:.1f} KB", "<= 15 KB for exercises")
        row(f"first visit of a page without exercise, {len(story)} files", f"{sum(story.values()) / 1024:.1f} KB")

    with tempfile.TemporaryDirectory() as name:
        compare_quizzes(Path(name))

    plan = planner(catalogue_of(SMALL))
    _, first = timed(lambda: plan(10))
    for roles in (100, 500, 1000):
        _, spent = timed(partial(plan, roles))
        told = f"one plan over {MODULES} modules, {PACES} paces: {roles} roles / 10 roles"
        row(told, f"{spent / roles * 10 / first:.2f}", "1 is linear")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 8)
