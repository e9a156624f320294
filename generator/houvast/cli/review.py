"""The command for who reviews drafts: review."""

import shlex
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Annotated

import typer

from houvast import review
from houvast.cli.review_item import Sitting
from houvast.cli.terminal import COURSES, EXIT_CALL, EXIT_ERRORS, Courses, err, out, told
from houvast.diagnostics import count
from houvast.diagnostics.formats import format_concise
from houvast.model import DraftSheet
from houvast.review import Before, CannotDecide, CannotFinish, Decided, NoDraft, Reviewer, plain

app = typer.Typer()

EXIT_INTERRUPTED = 130
ALL = "all"
TEAM = "The team that answers for it, by its id; never a person's name."
ROLE = 'What you do, such as "HR business partner"; never your name.'
Items = Annotated[
    list[str] | None, typer.Option(metavar="ITEM", help="Accept it as it is. Repeat; `all` for the rest.")
]


@app.command("review")
def review_drafts(
    names: Annotated[list[str] | None, typer.Argument(metavar="[ID]", help="The draft; none lists them all.")] = None,
    courses: Courses = COURSES,
    team: Annotated[str | None, typer.Option(help=TEAM)] = None,
    role: Annotated[str | None, typer.Option(help=ROLE)] = None,
    accept: Items = None,
    edited: Annotated[
        list[str] | None, typer.Option(metavar="ITEM", help="Accept it as you edited it. Repeat.")
    ] = None,
    reject: Annotated[list[str] | None, typer.Option(metavar="ITEM", help="Take it out. Repeat.")] = None,
    finish: Annotated[bool, typer.Option("--finish", help="Take the draft over, once all is decided.")] = False,
    today: Annotated[datetime | None, typer.Option(formats=["%Y-%m-%d"], help="The day of the decision.")] = None,
) -> None:
    """List drafts; or show what a draft holds beside its sources, and take what you decide: accept, edit or reject."""
    day = today.date() if today else date.today()
    decided: Mapping[Decided, Sequence[str]] = {
        "accepted": accept or (),
        "edited": edited or (),
        "rejected": reject or (),
    }
    is_asked = any(decided.values())
    try:
        if not names:
            list_drafts(courses)
        elif len(names) > 1 and (is_asked or not finish):
            err.print("Name one draft; only --finish takes several, which then go over together.")
            raise typer.Exit(EXIT_CALL)
        else:
            sheets = [review.read_sheet(courses, name) for name in names]
            if is_asked:
                who = reviewer(Before.of(courses), team, role, day, may_ask=False)
                sheets = [take(courses, sheets[0], decided, who)]
            if finish:
                take_over(courses, sheets, day)
            elif not is_asked:
                go_through(courses, sheets[0], team, role, day)
    except NoDraft as problem:
        err.print(str(problem))
        raise typer.Exit(EXIT_CALL) from None
    except OSError as problem:
        err.print(f"Nothing was changed: {problem.strerror or problem}: {problem.filename or courses}")
        raise typer.Exit(EXIT_ERRORS) from None


def list_drafts(courses: Path) -> None:
    """Print each draft: what it is, how far its review is, what is found in it, and what comes next."""
    standings = review.standings(courses)
    if not standings:
        out.print(f"There is no draft in {courses / 'drafts'}/.")
    for standing in standings:
        if isinstance(standing, NoDraft):
            out.print(str(standing))
            continue
        sheet = standing.sheet
        decided = len(sheet.items) - len(sheet.open_items)
        out.print(f"{sheet.id}: {sheet.kind}, {plain(sheet.title)}")
        found = f"{count(standing.errors, 'error')} and {count(standing.warnings, 'warning')}"
        out.print(f"  {decided} of {count(len(sheet.items), 'item')} decided, {len(sheet.open_items)} open; {found}")
        for missing in sheet.missing:
            out.print(f"  did not come: {missing.id}: {plain(missing.reason)}")
        out.print(f"  next: {standing.next_step}")


def reviewer(before: Before, team: str | None, role: str | None, day: date, *, may_ask: bool) -> Reviewer:
    """Who decides. A team that nothing here knows is asked about, or refused."""
    with told():
        known = review.teams(before.catalogue)
    if not may_ask and (not team or not role):
        err.print('Say who decides: --team TEAM --role "HR business partner". A person\'s name is kept nowhere.')
        raise typer.Exit(EXIT_CALL)
    team = team or typer.prompt("Which team answers for it")
    if not review.is_slug(team):
        err.print(f"`{plain(team)}` is no id of a team: small letters, digits, hyphens. Known are {', '.join(known)}.")
        raise typer.Exit(EXIT_CALL)
    if team not in known:
        told_known = f"No unit is looked after by `{team}`, and it is no contact. Known are {', '.join(known)}."
        if not may_ask:
            err.print(f"{told_known} Name one of these, or add it to `contacts` in organisation.yml.")
            raise typer.Exit(EXIT_CALL)
        out.print(told_known)
        if not typer.confirm(f"Is `{team}` right"):
            raise typer.Exit(EXIT_CALL)
    role = (role or typer.prompt("What do you do, such as HR business partner (no name)")).strip()
    return Reviewer(team, plain(role), day)


def take(courses: Path, sheet: DraftSheet, decided: Mapping[Decided, Sequence[str]], who: Reviewer) -> DraftSheet:
    """Take decisions given on the command line, each at once; what cannot be decided is told, and the others stand."""
    refused: list[str] = []
    for decision, names in decided.items():
        for name in [item.id for item in sheet.open_items] if ALL in names else names:
            try:
                sheet = review.decide(courses, sheet, review.find_item(sheet, name), decision, who)
                out.print(f"{name}: {decision}.")
            except CannotDecide as problem:
                refused.append(str(problem))
    for why in refused:
        err.print(f"Not decided: {why}")
    if refused:
        raise typer.Exit(EXIT_ERRORS)
    tell_next(courses, sheet)
    return sheet


def tell_next(courses: Path, sheet: DraftSheet) -> None:
    """Say how far the review is."""
    if sheet.open_items:
        names = ", ".join(item.id for item in sheet.open_items)
        out.print(f"{count(len(sheet.open_items), 'item')} still open: {names}.")
    else:
        out.print(f"All is decided. Take it over: {command(courses, sheet.id)} --finish")


def command(courses: Path, name: str) -> str:
    """The command that reviews a draft of these courses."""
    return f"houvast review {name}" + ("" if courses == COURSES else f" --courses {shlex.quote(str(courses))}")


def take_over(courses: Path, sheets: Sequence[DraftSheet], day: date) -> None:
    """Take drafts over, and print what makes one commit of it."""
    try:
        files = review.finish(courses, sheets, day)
    except CannotFinish as problem:
        err.print("Nothing was taken over.")
        for reason in problem.reasons:
            err.print(plain(reason, keep_lines=True))
        for finding in problem.findings:
            err.print(f"{format_concise(finding)}\n  help: {finding.way_out}")
        raise typer.Exit(EXIT_ERRORS) from None
    for file in files:
        out.print(f"{(courses / file).as_posix()} is written.")
    out.print("For one commit, look at `git diff` and run:")
    for line in review.git_commands(courses, sheets, files):
        out.print(f"  {line}")


def go_through(courses: Path, sheet: DraftSheet, team: str | None, role: str | None, day: date) -> None:
    """Show every open item and ask what becomes of it. What was decided stands, whenever one stops."""
    if sheet.open_items:
        try:
            before = Before.of(courses)
            who = reviewer(before, team, role, day, may_ask=True)
            sheet = Sitting(before, sheet, who).go()
        except (typer.Abort, KeyboardInterrupt):
            out.print("\nStopped. What you decided is kept.")
            raise typer.Exit(EXIT_INTERRUPTED) from None
    tell_next(courses, sheet)
