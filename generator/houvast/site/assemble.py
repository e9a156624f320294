"""Build the site beside the old one, page by page only where something changed, and swap the two."""

import hashlib
import os
import shutil
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from pydantic import BaseModel, TypeAdapter

from houvast.model import Organisation, Wording
from houvast.page import Page
from houvast.site.docs import write_docs
from houvast.site.material import stylesheet
from houvast.site.mkdocs import BuildFailed, Job, fingerprint, run, theme_extra
from houvast.site.offline import is_offline, offline_lists
from houvast.site.packaged import mkdocs_config, theme_folder
from houvast.site.root import root_files
from houvast.site.shrink import shrunk
from houvast.write import write_whole


@dataclass(frozen=True, slots=True)
class LocaleSite:
    """The pages of one locale, and the site's words in it."""

    wording: Wording
    pages: tuple[Page, ...]


@dataclass(frozen=True, slots=True)
class BuildReport:
    """How many pages the site has, how many of them were built anew, and how many drafts were left out."""

    pages: int
    built: int
    left_out: int = 0


RECORD = ".houvast.json"
"""What stands in a site of ours: from which Markdown each page was made, and what it came to."""


class _Made(BaseModel):
    """How one page was made: the hash of its Markdown and of what was built from it."""

    markdown: str
    html: str


class _Locale(BaseModel):
    """How the pages of a locale were made, by file, and the fingerprint of all they share."""

    fingerprint: str
    pages: dict[str, _Made]


_RECORD = TypeAdapter(dict[str, _Locale])


@dataclass(frozen=True, slots=True)
class _Plan:
    """What one locale needs: which pages are built, which are kept from the site before."""

    job: Job
    changed: tuple[Page, ...]
    kept: tuple[Page, ...]
    fingerprint: str


def build_site(
    organisation: Organisation, locales: Sequence[LocaleSite], out: Path, work: Path, tell: Callable[[str], None]
) -> BuildReport:
    """Make `out` the site of these pages. Until the very end the old site stays as it is.

    `work` is for passing files. Raises BuildFailed, also where `out` holds something that is no site of ours.
    """
    if not _is_ours(out):
        raise BuildFailed(f"{out}/ holds files that are not ours; name an empty folder or one that is not there yet")
    wordings = {site.wording.locale: site.wording for site in locales}
    before = _read_record(out)
    stage = work / f"stage-{os.getpid()}"
    beside = out.with_name(f".{out.name}-{os.getpid()}")
    try:
        plans = [_plan(organisation, site, wordings, before, out, stage) for site in locales]
        _run_all([plan.job for plan in plans if plan.changed], tell)
        for plan in plans:
            _assemble(plan, out, beside)
        pages = {site.wording.locale: site.pages for site in locales}
        for name, content in root_files(theme_folder(), organisation, tuple(wordings.values()), pages):
            write_whole(beside / name, content)
        if is_offline(organisation):
            for name, content in offline_lists(beside, tuple(wordings)):
                write_whole(beside / name, content)
        record = {plan.job.locale: _made(plan, beside) for plan in plans}
        write_whole(beside / RECORD, _RECORD.dump_json(record, indent=1))
        _swap(beside, out)
    finally:
        shutil.rmtree(stage, ignore_errors=True)
        shutil.rmtree(beside, ignore_errors=True)
    return BuildReport(sum(len(site.pages) for site in locales), sum(len(plan.changed) for plan in plans))


def _is_ours(out: Path) -> bool:
    """Whether a folder may be replaced: a site of ours, what plain `mkdocs build` left, an empty one, or none."""
    if not out.exists() or is_site(out):
        return True
    return all((held / "assets/houvast/houvast.css").is_file() for held in out.iterdir())


def is_site(folder: Path) -> bool:
    """Whether a folder holds a site of ours."""
    return (folder / RECORD).is_file()


def _read_record(out: Path) -> dict[str, _Locale]:
    """How the site in `out` was made; nothing if there is none or the record is broken."""
    try:
        return _RECORD.validate_json((out / RECORD).read_bytes())
    except (OSError, ValueError):
        return {}


def _plan(
    organisation: Organisation,
    site: LocaleSite,
    wordings: Mapping[str, Wording],
    before: Mapping[str, _Locale],
    out: Path,
    stage: Path,
) -> _Plan:
    """Sort the pages of a locale into changed and kept, and put the Markdown of the changed ones ready."""
    locale = site.wording.locale
    extra = theme_extra(organisation, site.wording, wordings)
    job = Job(mkdocs_config(), stage / locale / "docs", stage / locale / "site", theme_folder(), locale, extra)
    mark = fingerprint(job)
    old = before.get(locale)
    made = old.pages if old and old.fingerprint == mark else {}
    kept = tuple(page for page in site.pages if _is_kept(page, made.get(page.file), out / locale))
    kept_files = {page.file for page in kept}
    changed = tuple(page for page in site.pages if page.file not in kept_files)
    if changed:
        job.docs.mkdir(parents=True)
        write_docs(job.docs, changed)
    return _Plan(job, changed, kept, mark)


def _is_kept(page: Page, made: _Made | None, folder: Path) -> bool:
    """Whether the page in the old site was made from this Markdown, and is still what we made."""
    if made is None or made.markdown != _hash(page.markdown.encode()):
        return False
    html = folder / page.uri / "index.html"
    return html.is_file() and _hash(html.read_bytes()) == made.html


def _made(plan: _Plan, beside: Path) -> _Locale:
    pages = {
        page.file: _Made(
            markdown=_hash(page.markdown.encode()),
            html=_hash((beside / plan.job.locale / page.uri / "index.html").read_bytes()),
        )
        for page in (*plan.changed, *plan.kept)
    }
    return _Locale(fingerprint=plan.fingerprint, pages=dict(sorted(pages.items())))


def _hash(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


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
    for page in (*plan.changed, *plan.kept):
        for name, text in page.files.items():
            write_whole(beside / locale / page.uri / name, text.encode())
    name, content = stylesheet()
    write_whole(beside / locale / name, content)
    for path in sorted((plan.job.theme / "assets/houvast").iterdir()):
        write_whole(beside / locale / "assets/houvast" / path.name, shrunk(path))
    for path in sorted((plan.job.theme / "assets/vendor").glob("*.[!m]*")):
        _place(path, beside / locale / "assets/vendor" / path.name)


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
