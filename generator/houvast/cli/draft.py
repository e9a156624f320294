"""The command to have something drafted by a language model. What it writes is a draft, beside the courses."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from houvast.cli.brief import asked_brief, read_briefs
from houvast.cli.terminal import COURSES, EXIT_CALL, Courses, err, out, told
from houvast.diagnostics import count
from houvast.draft.brief import Brief
from houvast.draft.call.faults import EXIT_ENDPOINT, EXIT_SOME_FAILED, Stopped
from houvast.draft.call.read_config import BadConfig
from houvast.draft.refusal import CannotDraft, SaidNo
from houvast.write import write_whole

if TYPE_CHECKING:
    from houvast.draft.call.spent import Spent
    from houvast.draft.desk import Desk, Outcome
    from houvast.draft.flow import Result

app = typer.Typer()

REPORT = Path(".houvast/draft-report.json")
NEEDS = "Drafting needs more than the site: pip install 'houvast[draft]', or in this repository make .venv/draft.done"


class Kind(StrEnum):
    """What can be drafted."""

    ROLE = "role"
    HAT = "hat"
    MODULE = "module"
    QUESTIONS = "questions"
    SCENARIO = "scenario"
    TRANSLATION = "translation"


class BatchStep(StrEnum):
    """What to do with a batch."""

    SUBMIT = "submit"
    STATUS = "status"
    COLLECT = "collect"


def money(text: str | None) -> Decimal | None:
    """An amount of money as it was typed."""
    try:
        amount = Decimal(text) if text is not None else None
    except InvalidOperation:
        amount = Decimal(-1)
    if amount is not None and not (amount.is_finite() and amount >= 0):
        raise typer.BadParameter(f"`{text}` is no amount: write such as 2.50")
    return amount


@app.command()
def draft(
    kind: Annotated[Kind | None, typer.Argument(help="What it is.")] = None,
    briefs: Annotated[list[Path] | None, typer.Argument(metavar="[BRIEF]...", help="Briefs, as YAML files.")] = None,
    courses: Courses = COURSES,
    config: Annotated[Path, typer.Option(help="Which endpoint, and what it may cost.")] = Path("draft.yml"),
    yes: Annotated[bool, typer.Option("--yes", help="Go on with every outline without asking.")] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Say what it would take, and send nothing.")] = False,
    doctor: Annotated[bool, typer.Option("--doctor", help="Try the endpoint, and say what is wrong.")] = False,
    max_calls: Annotated[int | None, typer.Option(min=1, help="Calls of this run, and not one more.")] = None,
    max_tokens: Annotated[int | None, typer.Option(min=1, help="Tokens of this run, sent and received.")] = None,
    max_cost: Annotated[str | None, typer.Option(help="Money for this run, by the prices in draft.yml.")] = None,
    cache_only: Annotated[bool, typer.Option("--cache-only", help="Take kept answers alone; ask nobody.")] = False,
    refresh: Annotated[bool, typer.Option("--refresh", help="Ask anew what is kept already.")] = False,
    batch: Annotated[BatchStep | None, typer.Option(help="By OpenAI's Batch API: half the price, in a day.")] = None,
    critique: Annotated[bool, typer.Option(help="Have each part judged by a second call.")] = True,
    votes: Annotated[bool, typer.Option(help="Have questions answered blind, three times.")] = True,
    translation: Annotated[bool, typer.Option(help="Have it translated into the other languages too.")] = True,
    personal: Annotated[bool, typer.Option("--allow-personal-data", help="Send what looks like it.")] = False,
    today: Annotated[datetime | None, typer.Option(formats=["%Y-%m-%d"], help="The day to reckon from.")] = None,
) -> None:
    """Have a role, hat, module, questions, scenario or translation drafted by a language model; you decide."""
    amount = money(max_cost)
    with told(), endings():
        from houvast.draft.desk import Limits, open_desk
        from houvast.draft.session import Wishes

        if doctor:
            show_doctor(config)
            return
        wanted = (
            asked_brief(kind.value) if kind and not briefs else read_briefs(kind.value if kind else None, briefs or ())
        )
        wishes = Wishes(critique, votes, translation, personal)
        limits = Limits(max_calls, max_tokens, amount)
        day = today.date() if today else date.today()
        with open_desk(courses, config, wishes, day, limits, cache_only=cache_only, refresh=refresh) as desk:
            if batch:
                step_of_batch(desk, batch, wanted)
            elif dry_run:
                for brief in wanted:
                    show_reckoned(desk, brief)
            elif draft_all(desk, wanted, yes=yes):
                raise typer.Exit(EXIT_SOME_FAILED)


@contextmanager
def endings() -> Iterator[None]:
    """Turn what ends a run into its sentence and its exit code."""
    try:
        yield
    except ModuleNotFoundError as problem:
        err.print(f"{NEEDS} ({problem.name} is not there).")
        raise typer.Exit(EXIT_CALL) from None
    except CannotDraft as problem:
        err.print(f"Nothing was written: {problem}.")
        raise typer.Exit(EXIT_CALL) from None
    except SaidNo:
        err.print("Nothing was written. Say more in `need`, or change the sources, and run it again.")
        raise typer.Exit(EXIT_CALL) from None
    except BadConfig as problem:
        err.print(str(problem))
        raise typer.Exit(EXIT_ENDPOINT) from None
    except Stopped as problem:
        err.print(problem.fault.sentence)
        raise typer.Exit(problem.exit_code) from None


def draft_all(desk: "Desk", briefs: list[Brief], *, yes: bool) -> bool:
    """Draft every brief; whether a part of one did not come."""
    runner = desk.runner()
    is_lacking = False
    try:
        for brief in briefs:
            outcome = desk.draft(brief, runner, lambda outline: agreed(outline, yes=yes), show_result)
            show_outcome(desk, brief, outcome)
            is_lacking = is_lacking or bool(outcome.drafted.missing)
    finally:
        write_whole(REPORT, json.dumps(runner.spent.report(), indent=1).encode())
        show_spent(runner.spent)
    return is_lacking


def agreed(outline: str, *, yes: bool) -> bool:
    """Show an outline; whether somebody says yes, or said so beforehand."""
    out.print(outline)
    return yes or typer.confirm("Go on with this?")


def show_result(result: "Result") -> None:
    """A line for every part as it is done."""
    from houvast.draft.call.request import Answer

    if not isinstance(result, Answer):
        out.print(f"  {result.request.item}: failed. {result.fault.sentence}")
    elif result.is_cached:
        out.print(f"  {result.request.item}: kept from before")
    else:
        tokens = result.call.prompt_tokens + result.call.completion_tokens
        out.print(f"  {result.request.item}: done, {tokens} tokens")


def show_outcome(desk: "Desk", brief: Brief, outcome: "Outcome") -> None:
    """What was written, what the gates say, and what comes next."""
    items = outcome.drafted.items
    blocked = sum(item.is_blocked for item in items)
    warned = sum(any(gate.severity == "warning" for gate in item.gates) for item in items)
    for text in outcome.differences:
        out.print(text)
    out.print(
        f"{outcome.folder}/ holds a draft: {count(len(items), 'part')}, {blocked} stopped by a gate, {warned} warned."
    )
    for missing in outcome.drafted.missing:
        out.print(f"  {missing.id} is missing: {missing.reason}")
    out.print(f"A person decides: houvast review {brief.id} --courses {desk.courses}")


def show_spent(spent: "Spent") -> None:
    """What the run came to."""
    cost = f", {spent.cost:.4f} {spent.currency}" if spent.cost is not None else ""
    tokens = spent.prompt_tokens + spent.completion_tokens
    told_estimate = f" ({spent.estimated} of them by our own estimate)" if spent.estimated else ""
    out.print(f"{count(spent.calls, 'call')}{told_estimate}, {spent.cached} kept from before, {tokens} tokens{cost}.")


def show_reckoned(desk: "Desk", brief: Brief) -> None:
    """What a draft would take from where it stands."""
    found = desk.reckon(brief)
    if found is None:
        out.print(f"{brief.id}: every answer is kept. It takes no call.")
        return
    stage = found.stage
    cost = ""
    if stage.cost_low is not None and stage.cost_high is not None:
        cost = f", {stage.cost_low:.4f} to {stage.cost_high:.4f} {stage.currency}"
    else:
        cost = f", cost unknown: no price of `{desk.config.endpoint.model}` in draft.yml"
    out.print(
        f"{brief.id}: now {count(stage.calls, 'call')} ({stage.cached} kept), "
        f"{stage.tokens_low} to {stage.tokens_high} tokens{cost}."
    )
    if found.later_high:
        out.print(f"  After that about {found.later_low} to {found.later_high} calls more. Nothing was sent.")


def step_of_batch(desk: "Desk", step: BatchStep, briefs: list[Brief]) -> None:
    """Submit, follow or collect the stage that the briefs have come to."""
    batches = desk.batches()
    if step is BatchStep.STATUS:
        for one in batches.status():
            out.print(f"{one.batch}: {one.status}, {one.completed} of {one.total} done, {one.failed} failed.")
        return
    waiting = list(desk.waiting(briefs))
    if step is BatchStep.SUBMIT:
        sent = batches.submit(waiting, desk.budget)
        out.print(f"{count(sent.requests, 'request')} sent, {sent.cached} kept, {sent.waiting} under way already.")
        out.print("Look how far it is: --batch status. When it is done: --batch collect.")
        return
    batches.collect(waiting, show_result)
    left = len(list(desk.waiting(briefs)))
    out.print(
        f"{count(left, 'request')} to submit for the next stage." if left else "All is there: run it without --batch."
    )


def show_doctor(config: Path) -> None:
    """Every check of the endpoint; ends the run where one fails."""
    from houvast.draft.call.doctor import diagnose

    checks = list(diagnose(config))
    for check in checks:
        out.print(f"{'ok  ' if check.ok else 'FAIL'} {check.name}: {check.sentence} {check.way_out}".rstrip())
    if not all(check.ok for check in checks):
        raise typer.Exit(EXIT_ENDPOINT)
