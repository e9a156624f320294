"""Read an experiment of the board: a title, its head in a comment, then plain Markdown."""

import re
from collections.abc import Mapping
from datetime import date

from houvast.diagnostics import Place, did_you_mean
from houvast.model import OUTCOMES, ExperimentText, Outcome
from houvast.source.content import Directive
from houvast.source.handout import PlainReader
from houvast.source.markdown import Comment, Read, read_markdown
from houvast.source.question import keys_of
from houvast.source.rules import BROKEN_EXPERIMENT
from houvast.source.shape import unknown_key

HEAD = "experiment"
EXPERIMENT_KEYS = ["began", "by", "ended", "outcome"]
DAY = re.compile(r"^20\d\d-\d\d-\d\d$")
NO_TEAM = re.compile(r"[<>{}@]")
"""What no name of a team holds: markup, a placeholder, an address."""

LONGEST_BY = 80
"""Signs of who did it."""

OUTCOME: Mapping[str, Outcome] = {outcome: outcome for outcome in OUTCOMES}
DAY_HELP = "write a day as 2026-09-07, year first"
UNKNOWN_DAY = date(2000, 1, 1)
"""Stands where a day could not be read, which is an error, so that nobody meets it."""


def read_experiment(text: str, file: str, shown: str) -> Read[ExperimentText]:
    """The experiment that a text holds. `file` is its path under the courses folder, `shown` the path an author knows.

    What its head lacks is a finding, and something stands in its place.
    """
    parsed = read_markdown(text, file, shown)
    reader = _ExperimentReader(shown, parsed)
    title = reader.title("the experiment")
    line = reader.head()
    began, ended = reader.day("began"), reader.day("ended")
    outcome = reader.outcome()
    reader.compare(began, ended, outcome)
    by = reader.by()
    blocks = tuple(reader.blocks())
    value = ExperimentText(file, title, by, began or UNKNOWN_DAY, ended, outcome or "running", blocks, line)
    return parsed.read(value, reader.findings)


class _ExperimentReader(PlainReader):
    """Reads the head of one experiment. `keys` are what stands in it, `line` where; without a head it says so once."""

    keys: Mapping[str, str] | None = None
    line = 1

    def head(self) -> int:
        """Read the comment that stands here; the line of the head, or of the place where it is missing."""
        pieces = self.parsed.pieces
        piece = pieces[self.at] if self.at < len(pieces) else None
        directive = Directive.of(piece) if isinstance(piece, Comment) else None
        self.line = piece.line if piece else 1
        if directive is None or directive.word != HEAD:
            self.fault("this experiment has no head: who did it, when, and what came of it", HEAD_HELP)
            return self.line
        self.at += 1
        written = keys_of(Comment(directive.value, directive.line))
        for key in {key for key, _ in written}:
            if key not in EXPERIMENT_KEYS:
                self.findings.append(unknown_key(Place(self.shown, self.line), key, EXPERIMENT_KEYS))
            elif sum(key == other for other, _ in written) > 1:
                self.fault(f"`{key}` stands in this head twice", "keep one of the two")
        self.keys = dict(written)
        return self.line

    def fault(self, message: str, way_out: str | None = None) -> None:
        self.say(BROKEN_EXPERIMENT, self.line, message, way_out)

    def value(self, key: str) -> str:
        """What stands behind a key, or nothing; a head without one that must be there is told."""
        if self.keys is None:
            return ""
        value = self.keys.get(key, "")
        if not value and (key in self.keys or key != "ended"):
            self.fault(f"`{key}` is missing in this head", HEAD_HELP)
        return value

    def day(self, key: str) -> date | None:
        value = self.value(key)
        if not value:
            return None
        try:
            return date.fromisoformat(value if DAY.match(value) else "")
        except ValueError:
            self.fault(f"`{key}: {value[:40]}` is no day", DAY_HELP)
            return None

    def outcome(self) -> Outcome | None:
        value = self.value("outcome")
        if value and value not in OUTCOME:
            hint = did_you_mean(value, OUTCOMES)
            self.fault(f"`outcome: {value[:40]}` is no outcome{hint}", f"write one of: {', '.join(OUTCOMES)}")
        return OUTCOME.get(value)

    def by(self) -> str:
        value = self.value("by")
        if NO_TEAM.search(value) or len(value) > LONGEST_BY:
            self.fault(
                f"`by: {value[:40]}` is no name of a team", "write which team did it in plain words: `by: line 3`"
            )
        return value

    def compare(self, began: date | None, ended: date | None, outcome: Outcome | None) -> None:
        """Say where the days and the outcome do not go together."""
        if began and ended and ended < began:
            self.fault(f"it ended on {ended}, before it began on {began}", "look at both days again")
        has_ended = self.keys is not None and "ended" in self.keys
        if outcome == "running" and has_ended:
            self.fault("what is `running` has not ended", "take `ended` away, or say what came of it")
        elif outcome and outcome != "running" and self.keys and not has_ended:
            self.fault(f"what is `{outcome}` has ended, and no `ended` says when", f"add `ended`: {DAY_HELP}")


HEAD_HELP = "put right under the title: `<!-- experiment: by: line 3; began: 2026-09-07; outcome: running -->`"
