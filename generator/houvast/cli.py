"""The command `houvast`. Only here is anything printed, and only here does a run end."""

import json
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table
from watchfiles import watch

from houvast import compare, lint, pipeline, source
from houvast.diagnostics import Format, Rule, count, format_report
from houvast.history import NoSuchBase
from houvast.pipeline import Checked, CoursesHaveErrors, NotThere, Selection
from houvast.plan import LearningPath
from houvast.propose import NotFilledIn, draft_of, read_form, write_draft
from houvast.site import BuildFailed, SiteServer, theme_folder

app = typer.Typer(
    help="Turn an organisation's story, roles and paces into personal AI-literacy learning paths.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
out = Console(markup=False, emoji=False, highlight=False, soft_wrap=True)
err = Console(stderr=True, markup=False, emoji=False, highlight=False, soft_wrap=True)

Courses = Annotated[Path, typer.Option(help="The folder with the courses.", show_default=True)]
RoleName = Annotated[str | None, typer.Option("--role", help="Only this role.")]
PaceName = Annotated[str | None, typer.Option("--pace", help="Only this pace.")]
LocaleName = Annotated[str | None, typer.Option("--locale", help="Only this locale.")]

TODAY = "The day it is, as 2027-01-31: also tell what was to be looked at again by then."

COURSES = Path("courses")
WORK = Path("build")
SITE = Path("site")

EXIT_ERRORS, EXIT_CALL = 1, 2


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
def check(
    courses: Courses = COURSES,
    form: Annotated[Format, typer.Option("--format", help="How findings are written.")] = Format.FULL,
    strict: Annotated[bool, typer.Option("--strict", help="Let a warning count as an error.")] = False,
    today: Annotated[datetime | None, typer.Option(formats=["%Y-%m-%d"], help=TODAY)] = None,
) -> None:
    """Say what is wrong in the courses, where, and how to mend it."""
    with told():
        checked = pipeline.check_courses(courses, today.date() if today else None)
    show_findings(checked, out, form)
    if checked.report.errors or (strict and checked.report.warnings):
        raise typer.Exit(EXIT_ERRORS)


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
        for _ in watch(courses, theme_folder(), raise_interrupt=False):
            rebuild(courses, out_folder, selection, server)


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


@app.command()
def explain(code: Annotated[str, typer.Argument(help="A code, such as Q104.")]) -> None:
    """Explain a finding: why the rule is there, what breaks it and what is good."""
    rules = {rule.code: rule for rule in (*source.RULES, *lint.RULES)}
    rule = rules.get(code.upper())
    if rule is None:
        err.print(f"There is no code {code}. The codes are: {', '.join(sorted(rules))}")
        raise typer.Exit(EXIT_CALL)
    show_rule(rule)


def show_rule(rule: Rule) -> None:
    """Print the documentation of a rule."""
    lines = [f"{rule.code} {rule.name} ({rule.severity})", "", rule.why, "", "Bad:", *indented(rule.bad)]
    lines += ["Good:", *indented(rule.good), "", f"Way out: {rule.way_out}."]
    out.print("\n".join(lines))


def indented(text: str) -> Iterator[str]:
    """The lines of a text, four spaces to the right."""
    return (f"    {line}" for line in text.splitlines())


def show_findings(checked: Checked, console: Console, form: Format = Format.FULL) -> None:
    """Print every finding and the tally."""
    console.print(format_report(checked.report, checked.reading.line_at, form))


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


@app.command()
def propose(
    file: Annotated[Path, typer.Argument(help="The filled-in form for a lesson, as Markdown.")],
    number: Annotated[int, typer.Option(help="The number of the issue that it came in.", min=1)],
    review_by: Annotated[datetime, typer.Option(help="When somebody looks at it again.", formats=["%Y-%m-%d"])],
    courses: Courses = COURSES,
) -> None:
    """Make a draft lesson of the form that a colleague filled in."""
    with told():
        catalogue = pipeline.catalogue_of(courses)
    try:
        draft = draft_of(catalogue, read_form(file), number, review_by.date())
        folder = write_draft(courses, draft)
    except NotFilledIn as problem:
        err.print(f"No lesson was made: {problem}")
        raise typer.Exit(EXIT_ERRORS) from None
    except OSError as problem:
        err.print(f"No lesson was made: {problem.strerror or problem}: {problem.filename or file}")
        raise typer.Exit(EXIT_CALL) from None
    out.print(f"{folder}/ holds a draft.")


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


@contextmanager
def progress() -> Iterator[Callable[[str], None]]:
    """Tell how far a build is: a spinner on a terminal, plain lines elsewhere."""
    if out.is_terminal:
        with out.status("Reading the courses ...") as status:
            yield lambda stage: status.update(stage)
    else:
        yield lambda stage: out.print(stage)


def main() -> None:
    """Start."""
    app()
