"""What every command shares: its options, where it prints, how findings and faults are told, and how it ends."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from houvast.diagnostics import Format, format_report
from houvast.pipeline import Checked, CoursesHaveErrors, NotThere
from houvast.site import BuildFailed

out = Console(markup=False, emoji=False, highlight=False, soft_wrap=True)
err = Console(stderr=True, markup=False, emoji=False, highlight=False, soft_wrap=True)

COURSES = Path("courses")
Courses = Annotated[Path, typer.Option(help="The folder with the courses.", show_default=True)]

RoleName = Annotated[str | None, typer.Option("--role", help="Only this role.")]
PaceName = Annotated[str | None, typer.Option("--pace", help="Only this pace.")]
LocaleName = Annotated[str | None, typer.Option("--locale", help="Only this locale.")]

WithDrafts = Annotated[bool, typer.Option("--drafts", help="Also what nobody has reviewed yet.")]

EXIT_ERRORS, EXIT_CALL = 1, 2


def show_findings(checked: Checked, console: Console, form: Format = Format.FULL) -> None:
    """Print every finding and the tally."""
    console.print(format_report(checked.report, checked.reading.line_at, form))


@contextmanager
def told() -> Iterator[None]:
    """Turn what can go wrong into words and an exit code: 1 for courses with errors, 2 for a wrong call."""
    try:
        yield
    except CoursesHaveErrors as problem:
        show_findings(problem.checked, err)
        raise typer.Exit(EXIT_ERRORS) from None
    except NotThere as problem:
        err.print(str(problem))
        raise typer.Exit(EXIT_CALL) from None
    except (BuildFailed, OSError) as problem:
        err.print(f"The site could not be made: {problem}")
        raise typer.Exit(EXIT_ERRORS) from None
