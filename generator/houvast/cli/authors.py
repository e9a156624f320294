"""The commands for who writes courses: check, fmt, explain, propose."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from houvast import fmt, lint, pipeline, source
from houvast.cli.terminal import COURSES, EXIT_CALL, EXIT_ERRORS, Courses, err, out, show_findings, told
from houvast.diagnostics import Format, Rule, count, rules_page
from houvast.draft import gates
from houvast.pipeline import Checked
from houvast.propose import NotFilledIn, draft_of, read_form, write_draft
from houvast.write import write_back

app = typer.Typer()

TODAY = "The day it is, as 2027-01-31: also tell what was to be looked at again by then."


@app.command()
def check(
    courses: Courses = COURSES,
    form: Annotated[Format, typer.Option("--format", help="How findings are written.")] = Format.FULL,
    strict: Annotated[bool, typer.Option("--strict", help="Let a warning count as an error.")] = False,
    today: Annotated[datetime | None, typer.Option(formats=["%Y-%m-%d"], help=TODAY)] = None,
    drafts: Annotated[bool, typer.Option("--drafts", help="With what lies in `drafts/` over the other files.")] = False,
) -> None:
    """Say what is wrong in the courses, where, and how to mend it."""
    with told():
        checked = pipeline.check_courses(courses, today.date() if today else None, drafts=drafts)
    show_findings(checked, out, form)
    if checked.report.errors or (strict and checked.report.warnings):
        raise typer.Exit(EXIT_ERRORS)


@app.command("fmt")
def format_texts(
    files: Annotated[list[Path] | None, typer.Argument(help="Only these lessons or scenarios, or folders.")] = None,
    courses: Courses = COURSES,
    only_check: Annotated[bool, typer.Option("--check", help="Write nothing; say what would change.")] = False,
) -> None:
    """Write lessons and scenarios the way the house does, and give ids to questions and nodes that have none."""
    try:
        done = fmt.formatted(courses, files or ())
    except fmt.NoSuchText as problem:
        err.print(str(problem))
        raise typer.Exit(EXIT_CALL) from None
    except OSError as problem:
        err.print(f"The courses cannot be read: {problem}")
        raise typer.Exit(EXIT_ERRORS) from None
    for change in done.changes:
        if not only_check:
            put_back(change)
        out.print(change.told(is_done=not only_check))
    if done.report.findings:
        show_findings(Checked(done.reading, done.report), out)
    way_out = " to be written anew: run houvast fmt" if only_check and done.changes else " written anew"
    out.print(f"{len(done.changes)} of {count(done.files, 'file')}{way_out}.")
    if done.report.errors or (only_check and done.changes):
        raise typer.Exit(EXIT_ERRORS)


def put_back(change: fmt.Change) -> None:
    """Put a formatted text in the place of what its author wrote."""
    try:
        write_back(change.path, change.text)
    except OSError as problem:
        err.print(f"{change.path} cannot be written: {problem.strerror}. It is as it was.")
        raise typer.Exit(EXIT_ERRORS) from None


@app.command()
def explain(
    code: Annotated[str, typer.Argument(help="A code or a name, such as Q104 or no-key.")] = "",
    every: Annotated[bool, typer.Option("--all", help="Every rule, as a page of Markdown.")] = False,
) -> None:
    """Explain a finding: why the rule is there, what breaks it and what is good."""
    form = (*source.RULES, *fmt.RULES, *lint.FAMILIES["Form"])
    families = {**lint.FAMILIES, "Form": form, "Drafts": (*gates.RULES, *lint.FAMILIES["Drafts"])}
    if every:
        typer.echo(rules_page(families), nl=False)
        return
    rules = {rule.code: rule for family in families.values() for rule in family}
    rule = rules.get(code.upper()) or next((rule for rule in rules.values() if rule.name == code), None)
    if rule is None:
        err.print(
            f"{f'There is no code {code}.' if code else 'Say which one.'} The codes are: {', '.join(sorted(rules))}"
        )
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
