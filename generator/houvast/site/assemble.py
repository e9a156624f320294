"""Build the site beside the old one, page by page only where something changed, and swap the two."""

import hashlib
import json
import os
import shutil
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from houvast.model import Organisation, Wording
from houvast.page import Page
from houvast.site.docs import write_docs, write_whole
from houvast.site.mkdocs import Job, fingerprint, material_stylesheet, run, theme_extra
from houvast.site.packaged import mkdocs_config, theme_folder
from houvast.site.root import root_files


@dataclass(frozen=True, slots=True)
class LocaleSite:
    """The pages of one locale, and the site's words in it."""

    wording: Wording
    pages: tuple[Page, ...]


@dataclass(frozen=True, slots=True)
class BuildReport:
    """How many pages the site has, and how many of them were built anew."""

    pages: int
    built: int


@dataclass(frozen=True, slots=True)
class _Plan:
    """What one locale needs: which pages are built, which are kept from the site before."""

    job: Job
    changed: tuple[Page, ...]
    kept: tuple[Page, ...]
    hashes: Mapping[str, str]
    fingerprint: str


def build_site(
    organisation: Organisation, locales: Sequence[LocaleSite], out: Path, work: Path, tell: Callable[[str], None]
) -> BuildReport:
    """Make `out` the site of these pages. Until the very end the old site stays as it is. Raises BuildFailed.

    `work` holds what a later build needs to know of this one, and passing files.
    """
    wordings = {site.wording.locale: site.wording for site in locales}
    record = work / "built.json"
    before = _read_record(record, out)
    stage = work / f"stage-{os.getpid()}"
    beside = out.with_name(f".{out.name}-{os.getpid()}")
    try:
        plans = [_plan(organisation, site, wordings, before, stage) for site in locales]
        _run_all([plan.job for plan in plans if plan.changed], tell)
        for plan in plans:
            _assemble(plan, out, beside)
        pages = {site.wording.locale: site.pages for site in locales}
        for name, content in root_files(theme_folder(), organisation, tuple(wordings.values()), pages):
            write_whole(beside / name, content)
        record.unlink(missing_ok=True)
        _swap(beside, out)
        known = {plan.job.locale: {"fingerprint": plan.fingerprint, "pages": plan.hashes} for plan in plans}
        write_whole(record, json.dumps(known, indent=1, sort_keys=True).encode())
    finally:
        shutil.rmtree(stage, ignore_errors=True)
        shutil.rmtree(beside, ignore_errors=True)
    return BuildReport(sum(len(site.pages) for site in locales), sum(len(plan.changed) for plan in plans))


def _read_record(record: Path, out: Path) -> dict[str, dict[str, object]]:
    """What the last build noted; nothing if its site is not there or the note is broken."""
    try:
        known = json.loads(record.read_bytes())
    except (OSError, ValueError):
        return {}
    return known if isinstance(known, dict) and out.is_dir() else {}


def _plan(
    organisation: Organisation,
    site: LocaleSite,
    wordings: Mapping[str, Wording],
    before: Mapping[str, Mapping[str, object]],
    stage: Path,
) -> _Plan:
    locale = site.wording.locale
    extra = theme_extra(organisation, site.wording, wordings)
    job = Job(mkdocs_config(), stage / locale / "docs", stage / locale / "site", theme_folder(), locale, extra)
    mark = fingerprint(job)
    hashes = {page.file: hashlib.sha256(page.markdown.encode()).hexdigest() for page in site.pages}
    known = before.get(locale, {})
    old = known.get("pages") if known.get("fingerprint") == mark else None
    old_hashes = old if isinstance(old, dict) else {}
    changed = tuple(page for page in site.pages if old_hashes.get(page.file) != hashes[page.file])
    kept = tuple(page for page in site.pages if old_hashes.get(page.file) == hashes[page.file])
    return _Plan(job, changed, kept, hashes, mark) if not changed else _staged(_Plan(job, changed, kept, hashes, mark))


def _staged(plan: _Plan) -> _Plan:
    plan.job.docs.mkdir(parents=True)
    write_docs(plan.job.docs, plan.changed)
    return plan


def _run_all(jobs: Sequence[Job], tell: Callable[[str], None]) -> None:
    """Run MkDocs for each job, as many at a time as there are processors."""
    if len(jobs) < 2:
        for job in jobs:
            run(job)
            tell(job.locale)
        return
    with ProcessPoolExecutor(max_workers=min(len(jobs), os.cpu_count() or 1)) as pool:
        for job, _ in zip(jobs, pool.map(run, jobs), strict=True):
            tell(job.locale)


def _assemble(plan: _Plan, out: Path, beside: Path) -> None:
    """Put one locale together: pages built now, pages kept, and the files that pages ask for."""
    locale = plan.job.locale
    for page in plan.changed:
        _place(plan.job.site / page.uri / "index.html", beside / locale / page.uri / "index.html")
    for page in plan.kept:
        _place(out / locale / page.uri / "index.html", beside / locale / page.uri / "index.html")
    made = plan.job.site if plan.changed else out / locale
    _place(made / material_stylesheet(), beside / locale / material_stylesheet())
    for path in sorted((made / "assets/houvast").iterdir()):
        _place(path, beside / locale / "assets/houvast" / path.name)


def _place(path: Path, target: Path) -> None:
    """Link a file into the new site, or copy it where the disk knows no links. Files of a site are never edited."""
    target.parent.mkdir(parents=True, exist_ok=True)
    try:
        os.link(path, target)
    except OSError:
        shutil.copy2(path, target)


def _swap(beside: Path, out: Path) -> None:
    """Put the new site in the place of the old one."""
    old = out.with_name(f".{out.name}-old-{os.getpid()}")
    if out.exists():
        out.rename(old)
    beside.rename(out)
    shutil.rmtree(old, ignore_errors=True)
