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
    err,
    out,
    show_findings,
    told,
)
from houvast.pipeline import CoursesHaveErrors, NotThere, Selection
from houvast.site import BuildFailed, SiteServer, packaged_courses, theme_folder

app = typer.Typer()

WORK = Path("build")
SITE = Path("site")


@app.command()
def build(
    courses: Courses = COURSES,
    role: RoleName = None,
    pace: PaceName = None,
    locale: LocaleName = None,
    out_folder: Annotated[Path, typer.Option("--out", help="The folder of the site.")] = SITE,
) -> None:
    """Build the site: all roles, paces and locales, or those you name."""
    with told(), progress() as tell:
        start = time.perf_counter()
        report = pipeline.build(courses, out_folder, WORK, Selection(role, pace, locale), tell)
    seconds = time.perf_counter() - start
    out.print(f"{report.pages} pages in {out_folder}/, {report.built} of them built anew, in {seconds:.1f} s.")


@app.command()
def generate(
    courses: Courses = COURSES,
    role: RoleName = None,
    pace: PaceName = None,
    locale: LocaleName = None,
    out_folder: Annotated[Path, typer.Option("--out", help="The folder of the Markdown.")] = WORK / "docs",
) -> None:
    """Write the Markdown of every page, without building the site."""
    with told():
        pages, written = pipeline.generate(courses, out_folder, Selection(role, pace, locale))
    out.print(f"{pages} pages in {out_folder}/, {written} of them written anew.")


@app.command()
def serve(
    courses: Courses = COURSES,
    role: RoleName = None,
    pace: PaceName = None,
    locale: LocaleName = None,
    port: Annotated[int, typer.Option(help="The port on this machine; 0 takes a free one.")] = 8000,
    out_folder: Annotated[Path, typer.Option("--out", help="The folder of the site.")] = SITE,
) -> None:
    """Show the site on this machine, and build it again whenever you save a file."""
    selection = Selection(role, pace, locale)
    with told():
        pipeline.build(courses, out_folder, WORK, selection)
    try:
        server = SiteServer(out_folder, port)
    except OSError as problem:
        err.print(f"Port {port} cannot be used ({problem.strerror}). Try another one: --port {port + 1}")
        raise typer.Exit(EXIT_CALL) from None
    out.print(f"See {server.address} (stop with Ctrl+C)")
    with server.running():
        folders = (courses, packaged_courses(), theme_folder())
        for _ in watch(*folders, watch_filter=Written(out_folder.resolve()), raise_interrupt=False):
            rebuild(courses, out_folder, selection, server)


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


def rebuild(courses: Path, out_folder: Path, selection: Selection, server: SiteServer) -> None:
    """Build again and tell open pages; a mistake in the courses is shown, and the last good site stays."""
    start = time.perf_counter()
    try:
        report = pipeline.build(courses, out_folder, WORK, selection)
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
