"""The commands that make a site: build, generate, serve."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer
from watchfiles import Change, DefaultFilter, watch

from houvast import pipeline
from houvast.cli.terminal import (
    COURSES,
    EXIT_CALL,
    Courses,
    LocaleName,
    PaceName,
    RoleName,
    WithDrafts,
    err,
    out,
    show_findings,
    told,
)
from houvast.diagnostics import count
from houvast.pipeline import CoursesHaveErrors, NotThere, Selection
from houvast.site import BuildFailed, BuildReport, SiteServer, packaged_courses, theme_folder

app = typer.Typer()

WORK = Path("build")
SITE = Path("site")
DRAFTS_WORK = WORK / "drafts"
DRAFTS_SITE = WORK / "drafts-site"
"""A site with drafts stands apart, so that nobody publishes it by mistake."""

DRAFTS_BUILD = f"Also what nobody has reviewed yet, in a site of its own. Without --out, in {DRAFTS_SITE.as_posix()}/."
OwnSite = Annotated[bool, typer.Option("--drafts", help=DRAFTS_BUILD)]
OutFolder = Annotated[Path | None, typer.Option("--out", help="The folder of the site.", show_default=SITE.as_posix())]


@app.command()
def build(
    courses: Courses = COURSES,
    role: RoleName = None,
    pace: PaceName = None,
    locale: LocaleName = None,
    out_folder: OutFolder = None,
    drafts: OwnSite = False,
) -> None:
    """Build the site: all roles, paces and locales, or those you name."""
    folder = site_folder(out_folder, drafts=drafts)
    with told(), progress() as tell:
        start = time.perf_counter()
        work = DRAFTS_WORK if drafts else WORK
        report = pipeline.build(courses, folder, work, Selection(role, pace, locale), tell, drafts=drafts)
    seconds = time.perf_counter() - start
    out.print(f"{report.pages} pages in {folder}/, {report.built} of them built anew, in {seconds:.1f} s.")
    tell_left_out(report)


def tell_left_out(report: BuildReport) -> None:
    """Say that there is more than the site shows, for who looks for what they wrote."""
    if report.left_out:
        out.print(f"Left out: {count(report.left_out, 'draft')}, which nobody has reviewed yet; --drafts shows them.")


def site_folder(wanted: Path | None, *, drafts: bool) -> Path:
    """The folder that a site goes to: never that of the site for learners where it holds drafts."""
    if drafts and wanted and wanted.resolve() == SITE.resolve():
        err.print(
            f"A site with drafts does not go in {SITE}/, which is for learners: leave --out away, or name another."
        )
        raise typer.Exit(EXIT_CALL)
    return wanted or (DRAFTS_SITE if drafts else SITE)


@app.command()
def generate(
    courses: Courses = COURSES,
    role: RoleName = None,
    pace: PaceName = None,
    locale: LocaleName = None,
    out_folder: Annotated[
        Path | None, typer.Option("--out", help="The folder of the Markdown.", show_default=(WORK / "docs").as_posix())
    ] = None,
    drafts: WithDrafts = False,
) -> None:
    """Write the Markdown of every page, without building the site."""
    folder = out_folder or (DRAFTS_WORK if drafts else WORK) / "docs"
    with told():
        pages, written = pipeline.generate(courses, folder, Selection(role, pace, locale), drafts=drafts)
    out.print(f"{pages} pages in {folder}/, {written} of them written anew.")


@app.command()
def serve(
    courses: Courses = COURSES,
    role: RoleName = None,
    pace: PaceName = None,
    locale: LocaleName = None,
    port: Annotated[int, typer.Option(help="The port on this machine; 0 takes a free one.")] = 8000,
    out_folder: OutFolder = None,
    drafts: OwnSite = False,
) -> None:
    """Show the site on this machine, and build it again whenever you save a file."""
    folder = site_folder(out_folder, drafts=drafts)

    def make() -> BuildReport:
        selection = Selection(role, pace, locale)
        return pipeline.build(courses, folder, DRAFTS_WORK if drafts else WORK, selection, drafts=drafts)

    with told():
        tell_left_out(make())
    try:
        server = SiteServer(folder, port)
    except OSError as problem:
        err.print(f"Port {port} cannot be used ({problem.strerror}). Try another one: --port {port + 1}")
        raise typer.Exit(EXIT_CALL) from None
    out.print(f"See {server.address} (stop with Ctrl+C)")
    with server.running():
        folders = (courses, packaged_courses(), theme_folder())
        for _ in watch(*folders, watch_filter=Written(folder.resolve()), raise_interrupt=False):
            rebuild(make, server)


class Written(DefaultFilter):
    """Changes that somebody wrote: the site may be made in the folder with the courses, and is no reason to build."""

    def __init__(self, site: Path) -> None:
        super().__init__()
        self._made = (site, WORK.resolve())
        self._beside = f".{site.name}-"

    def __call__(self, change: Change, path: str) -> bool:
        """Whether a change is a reason to build again."""
        place = Path(path).resolve()
        made = any(held in self._made or held.name.startswith(self._beside) for held in (place, *place.parents))
        return not made and super().__call__(change, path)


def rebuild(make: Callable[[], BuildReport], server: SiteServer) -> None:
    """Build again and tell open pages; a mistake in the courses is shown, and the last good site stays."""
    start = time.perf_counter()
    try:
        report = make()
    except CoursesHaveErrors as problem:
        show_findings(problem.checked, err)
    except (NotThere, BuildFailed, OSError) as problem:
        err.print(f"The site could not be made: {problem}")
    else:
        out.print(f"{report.built} of {report.pages} pages built anew in {time.perf_counter() - start:.1f} s.")
        server.tell_reload()


@contextmanager
def progress() -> Iterator[Callable[[str], None]]:
    """Tell how far a build is: a spinner on a terminal, plain lines elsewhere."""
    if out.is_terminal:
        with out.status("Reading the courses ...") as status:
            yield lambda stage: status.update(stage)
    else:
        yield lambda stage: out.print(stage)
