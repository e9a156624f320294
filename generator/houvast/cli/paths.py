"""The commands for who steers: plan, diff."""

import json
from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer
from rich.table import Table

from houvast import compare, pipeline
from houvast.cli.terminal import (
    COURSES,
    EXIT_CALL,
    EXIT_ERRORS,
    Courses,
    PaceName,
    RoleName,
    WithDrafts,
    err,
    out,
    show_findings,
    told,
)
from houvast.diagnostics import count
from houvast.history import NoSuchBase
from houvast.model import Catalogue
from houvast.pipeline import Selection
from houvast.plan import Deadline, LearningPath, Reason, begin_of, deadlines

app = typer.Typer()


@app.command()
def plan(
    role: RoleName = None,
    pace: PaceName = None,
    courses: Courses = COURSES,
    why: Annotated[bool, typer.Option("--why", help="Say in words why each unit is there.")] = False,
    against: Annotated[
        str | None, typer.Option(help="Say what changed since a git reference, courses or a site.")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON for a program.")] = False,
    drafts: WithDrafts = False,
) -> None:
    """Show learning paths: all in a table, or with a role and a pace one in full, and why each unit is on it."""
    if against is not None:
        show_changes(against, courses, Selection(role, pace), drafts=drafts)
        return
    with told():
        catalogue = pipeline.shown_catalogue(courses, drafts=drafts)
        paths = pipeline.plan_paths(catalogue, Selection(role, pace))
    if as_json:
        plans = [plan_as_json(path) for path in paths.values()]
        out.print(json.dumps(plans[0] if role and pace else plans, ensure_ascii=False, indent=2))
    elif role and pace:
        show_plan(catalogue, paths[role, pace], why)
    else:
        show_paths(catalogue, list(paths.values()))


def show_changes(base: str, courses: Path, selection: Selection, *, drafts: bool) -> None:
    """Print how the selected paths differ from those of a base."""
    try:
        with told():
            changes = list(pipeline.path_changes(base, courses, selection, drafts=drafts))
    except NoSuchBase as problem:
        err.print(f"There is nothing to compare with: {problem}")
        raise typer.Exit(EXIT_CALL) from None
    out.print(compare.format_paths(changes) if changes else "No path changed.")


def show_paths(catalogue: Catalogue, paths: Sequence[LearningPath]) -> None:
    """Print how long each path takes, what it misses, and when it is where; then what would meet a missed date."""
    by = catalogue.organisation.by
    table = Table(box=None, pad_edge=False, padding=(0, 1, 0, 0))
    for heading in ("role", "pace", "min", "core", "sess", "gaps", *by):
        table.add_column(heading, justify="left" if heading in {"role", "pace"} else "right", no_wrap=True)
    late = []
    for path in paths:
        start = begin_of(catalogue, path.role)
        core = sum(step.minutes for step in path.steps if step.stage != "deepening")
        dates = {deadline.milestone: deadline for deadline in deadlines(path, start, by)} if start else {}
        numbers = (path.minutes, core, len(path.sessions), len(path.gaps))
        reached = [str(dates[milestone].reached) if milestone in dates else "" for milestone in by]
        table.add_row(path.role.id, path.pace.id, *map(str, numbers), *reached)
        late += [told_date(path, deadline) for deadline in dates.values() if not deadline.is_met]
    out.print(table)
    for line in late:
        out.print(line)


def told_date(path: LearningPath, deadline: Deadline) -> str:
    """When a path reaches a milestone, and if that is too late, how many minutes a week would make it."""
    head = f"{path.role.id}, {path.pace.id}: {deadline.milestone} by {deadline.by}, reached on {deadline.reached}"
    if deadline.is_met:
        return f"{head}."
    if deadline.sessions_a_week is None:
        return f"{head}; not even a session a day would make it."
    return f"{head}; {deadline.sessions_a_week * path.pace.minutes_per_session} minutes a week would make it."


def show_plan(catalogue: Catalogue, path: LearningPath, why: bool) -> None:
    """Print a path as a table, or with its reasons in words; then what is practised at work, and what is missing."""
    title = f"{path.role.id}, {path.pace.id}: {count(path.minutes, 'minute')} in {count(path.weeks, 'week')}"
    if why:
        out.print(title)
        for unit in path.units:
            step = next(step for step in path.steps if step.unit == unit)
            out.print(f"{unit} ({step.stage})")
            for reason in step.reasons:
                out.print(f"    {told_reason(catalogue, path, reason)}")
    else:
        out.print(session_table(path, title))
    for task in path.practices:
        out.print(f"At work, for {task.practice.prepares}: prepared by {task.unit}")
    if path.gaps:
        out.print(f"Nothing serves: {', '.join(str(gap.target) for gap in path.gaps)}")
    if start := begin_of(catalogue, path.role):
        for deadline in deadlines(path, start, catalogue.organisation.by):
            out.print(told_date(path, deadline))


def told_reason(catalogue: Catalogue, path: LearningPath, reason: Reason) -> str:
    """A reason in words, with titles in the source locale."""
    locale = catalogue.source_locale
    if reason.target:
        competency = catalogue.competencies.competencies[reason.target.competency].title[locale]
        return f"for {reason.target} ({competency}), which {path.role.id} needs"
    return f"before {reason.before} ({catalogue.units[reason.before or ''].sheet.title[locale]})"


def session_table(path: LearningPath, title: str) -> Table:
    """The sessions of a path as a table."""
    table = Table(title=title)
    for heading in ("session", "unit", "part", "minutes", "reasons"):
        table.add_column(heading, justify="right" if heading in {"session", "minutes"} else "left")
    for session in path.sessions:
        for index, step in enumerate(session.steps):
            part = f"{step.part.number} of {step.part.of}" if step.part.of > 1 else ""
            reasons = ", ".join(str(reason) for reason in step.reasons)
            table.add_row(str(session.number) if not index else "", step.unit, part, str(step.minutes), reasons)
    return table


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
    before, now = both(base, courses)
    changes = compare.compare_catalogues(before, now)
    if form is DiffFormat.JSON:
        text = json.dumps(compare.as_json(changes, base), indent=2)
    else:
        write = compare.format_markdown if form is DiffFormat.MARKDOWN else compare.format_full
        text = write(changes, base)
    out.print(text)


def both(base: str, courses: Path) -> tuple[Catalogue, Catalogue]:
    """The catalogue of a base and that of now; ends the run where one of them is not to be had."""
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
    return before.catalogue, now.catalogue
