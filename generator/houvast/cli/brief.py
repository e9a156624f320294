"""Briefs at the terminal: read from files, or asked question by question and kept in a file."""

from collections.abc import Sequence
from pathlib import Path

import typer
import yaml

from houvast.cli.terminal import EXIT_CALL, err, out
from houvast.draft.brief import NEEDED, Brief, read_brief
from houvast.model import id_words

ASKED = {
    "need": "What is needed: for whom, for what work, what goes wrong today?",
    "title": "What is it called?",
    "unit": "Which module or scenario (its id)?",
    "to": "Into which language (such as en)?",
    "cluster": "Which family of roles (its id in competencies.yml)?",
    "targets": "Which competencies and levels (such as judge 1, protect 1)?",
    "audiences": "For which roles or clusters (ids, with commas)?",
    "sources": "From which sources (fact.<id>, module.<id> or a file, with commas)?",
}
LISTS = frozenset({"targets", "audiences", "sources"})


def read_briefs(kind: str | None, paths: Sequence[Path]) -> list[Brief]:
    """The briefs in these files; ends the run with every mistake in them."""
    briefs: list[Brief] = []
    is_wrong = not paths
    for path in paths:
        brief, findings = read_brief(path)
        for finding in findings:
            err.print(f"{finding.place}: {finding.message}; {finding.way_out}")
        if brief and kind and brief.kind != kind:
            err.print(f"{path}: this is a brief for {brief.kind}, and you asked for {kind}: change one of the two")
            is_wrong = True
        is_wrong = is_wrong or bool(findings) or brief is None
        briefs += [brief] if brief else []
    if is_wrong:
        if not paths:
            err.print("Say what to draft: houvast draft role, or houvast draft role BRIEF.yml")
        raise typer.Exit(EXIT_CALL)
    return briefs


def asked_brief(kind: str) -> list[Brief]:
    """Ask for a brief, keep it in a file beside the courses, and read that."""
    answers: dict[str, object] = {"kind": kind}
    for key in ("need", *NEEDED[kind], "sources"):
        answer = typer.prompt(ASKED[key], default="" if key == "sources" else None, show_default=False)
        held = [part.strip() for part in answer.split(",") if part.strip()] if key in LISTS else answer.strip()
        if held:
            answers[key] = held
    words = id_words(str(answers.get("title") or answers.get("unit") or kind))[:5]
    answers["id"] = "-".join([*words, *([kind] if "unit" in answers else [])])
    path = Path(f"{answers['id']}.brief.yml")
    if path.exists():
        err.print(f"{path} is there already: houvast draft {kind} {path} goes on with it, or move it away")
        raise typer.Exit(EXIT_CALL)
    path.write_text(yaml.safe_dump(answers, allow_unicode=True, sort_keys=False), encoding="utf-8")
    out.print(f"The brief is kept in {path}: change it there and run houvast draft {kind} {path}.")
    return read_briefs(kind, [path])
