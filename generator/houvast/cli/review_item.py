"""Ask what becomes of each open item of a draft, beside what it stands on."""

import os
import shlex
import subprocess
from collections.abc import Sequence
from pathlib import Path

import typer

from houvast import review
from houvast.cli.terminal import out
from houvast.diagnostics import Finding
from houvast.model import DraftedItem, DraftSheet
from houvast.review import Before, CannotDecide, Reviewer

AT_LINE = frozenset({"vi", "vim", "nvim", "nano", "emacs", "emacsclient", "micro", "kak", "joe"})
"""Editors that take `+12` as the line to begin on."""

CHOICES = {"a": "accept", "e": "edit", "r": "reject", "l": "later", "q": "quit"}


class Sitting:
    """One person going through one draft. Each decision is on disk before the next question."""

    def __init__(self, before: Before, sheet: DraftSheet, who: Reviewer) -> None:
        self.before = before
        self.courses = before.courses
        self.sheet = sheet
        self.who = who
        self.findings: Sequence[Finding] = ()

    def go(self) -> DraftSheet:
        """Show every open item and ask; ends where there is none left, or when asked to."""
        self.look()
        items = self.sheet.open_items
        for number, item in enumerate(items, start=1):
            out.print(f"\n{number} of {len(items)}")
            if not self.ask(item):
                break
        return self.sheet

    def look(self) -> None:
        """Ask check anew."""
        self.findings = review.findings_with(self.before, [self.sheet.id])[self.sheet.id]

    def ask(self, item: DraftedItem) -> bool:
        """Ask of one item until it is decided or put off; False where the person quits."""
        while True:
            for line in review.shown(self.courses, self.before.catalogue, self.sheet, item, self.findings):
                out.print(line)
            answer = typer.prompt("\naccept, edit, reject, later or quit [a/e/r/l/q]").strip().lower()
            choice = CHOICES.get(answer[:1]) if answer and CHOICES.get(answer[:1], "").startswith(answer) else None
            try:
                match choice:
                    case "accept":
                        self.sheet = review.decide(self.courses, self.sheet, item, "accepted", self.who)
                        return True
                    case "reject":
                        self.sheet = review.decide(self.courses, self.sheet, item, "rejected", self.who)
                        self.look()
                        return True
                    case "edit":
                        if self.edit(item):
                            return True
                    case "later":
                        return True
                    case "quit":
                        return False
                    case _:
                        out.print("Type one of: a, e, r, l, q.")
            except CannotDecide as problem:
                out.print(f"Not decided: {problem}")

    def edit(self, item: DraftedItem) -> bool:
        """Let the person edit the file, and take the item as it is then; False where it is not decided of yet."""
        path = review.folder_of(self.courses, self.sheet.id) / item.file
        before, lines = review.place_of(self.courses, self.sheet, item)
        open_at(path, lines.first if lines else 1)
        if path.is_file() and path.read_text(encoding="utf-8") == before:
            out.print(f"Nothing changed in {path}.")
            return False
        self.look()
        for line in review.shown(self.courses, self.before.catalogue, self.sheet, item, self.findings):
            out.print(line)
        if not typer.confirm("\nTake it as it is now"):
            return False
        self.sheet = review.decide(self.courses, self.sheet, item, "edited", self.who)
        return True


def open_at(path: Path, line: int) -> None:
    """Open a file in the person's own editor, at a line; without one, wait until they edited it themselves."""
    editor = shlex.split(os.environ.get("VISUAL") or os.environ.get("EDITOR") or "")
    name = Path(editor[0]).name if editor else ""
    at = [f"+{line}", str(path)] if name in AT_LINE else [str(path)]
    try:
        if editor:
            subprocess.run([*editor, *at], check=True)
            return
        out.print("No editor is set (VISUAL or EDITOR).")
    except (OSError, subprocess.CalledProcessError) as problem:
        out.print(f"{name} could not be used: {problem}")
    typer.prompt(f"Edit {path}, line {line}, save it, and press Enter", default="", show_default=False)
