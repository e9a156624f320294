"""The commands for who steers: plan, diff."""

import json
from enum import StrEnum
from typing import Annotated

import typer
from rich.table import Table

from houvast import compare, pipeline
from houvast.cli.terminal import COURSES, EXIT_CALL, EXIT_ERRORS, Courses, err, out, show_findings, told
from houvast.diagnostics import count
from houvast.history import NoSuchBase
from houvast.pipeline import Selection
from houvast.plan import LearningPath

app = typer.Typer()


@app.command()
def plan(
    role: Annotated[str, typer.Option(help="The role.")],
    pace: Annotated[str, typer.Option(help="The pace.")],
    courses: Courses = COURSES,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON for a program.")] = False,
) -> None:
    """Show the learning path of a role at a pace, and why each unit is on it."""
    with told():
        catalogue = pipeline.catalogue_of(courses)
        path = pipeline.plan_paths(catalogue, Selection(role, pace))[role, pace]
    if as_json:
        out.print(json.dumps(plan_as_json(path), ensure_ascii=False, indent=2))
    else:
        show_plan(path)


def show_plan(path: LearningPath) -> None:
    """Print a path as a table."""
    table = Table(
        title=f"{path.role.id}, {path.pace.id}: {count(path.minutes, 'minute')} in {count(path.weeks, 'week')}"
    )
    for heading in ("session", "unit", "part", "minutes", "reasons"):
        table.add_column(heading, justify="right" if heading in {"session", "minutes"} else "left")
    for session in path.sessions:
        for index, step in enumerate(session.steps):
            part = f"{step.part.number} of {step.part.of}" if step.part.of > 1 else ""
            reasons = ", ".join(str(reason) for reason in step.reasons)
            table.add_row(str(session.number) if not index else "", step.unit, part, str(step.minutes), reasons)
    out.print(table)
    if path.gaps:
        out.print(f"Nothing serves: {', '.join(str(gap.target) for gap in path.gaps)}")


def plan_as_json(path: LearningPath) -> dict[str, object]:
    """A path in the form that `--json` promises."""
    sessions = [
        {
            "number": session.number,
            "steps": [
                {
                    "unit": step.unit,
                    "part": step.part.number,
                    "minutes": step.minutes,
                    "reasons": [str(reason) for reason in step.reasons],
                }
                for step in session.steps
            ],
        }
        for session in path.sessions
    ]
    gaps = [str(gap.target) for gap in path.gaps]
    return {"role": path.role.id, "pace": path.pace.id, "sessions": sessions, "gaps": gaps}


class DiffFormat(StrEnum):
    """How a comparison is printed."""

    FULL = "full"
    MARKDOWN = "markdown"
    JSON = "json"


@app.command()
def diff(
    base: Annotated[str, typer.Argument(help="A git reference, such as `main` or `HEAD~3`, or a folder with courses.")],
    courses: Courses = COURSES,
    form: Annotated[DiffFormat, typer.Option("--format", help="For a terminal, a pull request or a program.")] = (
        DiffFormat.FULL
    ),
) -> None:
    """Say what changed for learners since BASE: units, questions, paths, minutes, and what nobody has reviewed."""
    try:
        before, now = pipeline.check_both(base, courses)
    except (NoSuchBase, OSError) as problem:
        err.print(f"There is nothing to compare with: {problem}")
        raise typer.Exit(EXIT_CALL) from None
    if before.report.errors:
        tally = f"{count(before.report.errors, 'error')} and {count(before.report.warnings, 'warning')}"
        message = f"The courses of `{base}` have {tally}: mend them, or compare with a later reference."
        err.print(message)
    if now.report.errors:
        err.print(f"The courses in {courses} have errors:")
        show_findings(now, err)
    if before.catalogue is None or now.catalogue is None:
        raise typer.Exit(EXIT_ERRORS)
    changes = compare.compare_catalogues(before.catalogue, now.catalogue)
    if form is DiffFormat.JSON:
        text = json.dumps(compare.as_json(changes, base), indent=2)
    else:
        write = compare.format_markdown if form is DiffFormat.MARKDOWN else compare.format_full
        text = write(changes, base)
    out.print(text)
