"""Read the form `.github/ISSUE_TEMPLATE/lesson.yml` as it comes back: a heading per question, the answer under it."""

import re
from dataclasses import dataclass
from pathlib import Path

TITLE = "Titel · Title"
AUDIENCE = "Voor wie? · For whom?"
LOCALE = "Taal · Language"
CASE = "Wat gebeurde er? · What happened?"
WENT_WRONG = "Wat ging er mis? · What went wrong?"
LEARNED = "Wat leerde je? · What did you learn?"
AGREED = "Akkoord · Agreed"
LABELS = (TITLE, AUDIENCE, LOCALE, CASE, WENT_WRONG, LEARNED, AGREED)
"""In the order of the form. What is free text stands after what is not, so that no text can pass for a choice."""

LARGEST = 64 * 1024
"""Bytes. Twice this, for escapes, still fits in a file that `houvast check` takes."""

NO_ANSWER = "_No response_"
CHOICE = re.compile(r"\(([a-z][a-z0-9-]*)\)$")
BOX = re.compile(r"^- \[([ xX])\] ", re.MULTILINE)


class NotFilledIn(Exception):
    """The form cannot be read, or an answer is missing. The message says which, and the way out."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """What somebody proposes, in their own words. `audience` and `locale` are ids that nobody has looked up yet."""

    title: str
    audience: str
    locale: str
    case: str
    went_wrong: str
    learned: str


def read_form(path: Path) -> Proposal:
    """The proposal in a file. Raises NotFilledIn, and OSError where the file cannot be read."""
    with path.open("rb") as file:
        content = file.read(LARGEST + 1)
    if len(content) > LARGEST:
        raise NotFilledIn(f"the form is larger than {LARGEST // 1024} KB: shorten its answers")
    try:
        return read_proposal(content.decode("utf-8-sig"))
    except UnicodeDecodeError:
        raise NotFilledIn("the form is not UTF-8 text: save it as UTF-8") from None


def read_proposal(body: str) -> Proposal:
    """The proposal in the text of a filled-in form. Raises NotFilledIn."""
    answers = _answers(body.replace("\r\n", "\n").replace("\r", "\n"))
    boxes = BOX.findall(answers[AGREED])
    if not boxes or " " in boxes:
        raise NotFilledIn(f"not every box is ticked under “{AGREED}”: ask the author to tick them")
    return Proposal(
        _given(answers, TITLE),
        _chosen(answers, AUDIENCE),
        _chosen(answers, LOCALE),
        _given(answers, CASE),
        _given(answers, WENT_WRONG),
        _given(answers, LEARNED),
    )


def _answers(body: str) -> dict[str, str]:
    """The text under every heading of ours. A heading that an author wrote in an answer is part of that answer."""
    lines = [line.rstrip() for line in body.split("\n")]
    starts: list[int] = []
    for label in LABELS:
        heading = f"### {label}"
        found = [at for at, line in enumerate(lines) if line == heading and at >= (starts[-1] + 1 if starts else 0)]
        if not found:
            raise NotFilledIn(
                f"the heading `{heading}` is missing: take the form for a lesson, and fill it in as it is"
            )
        # The boxes come last, whatever an answer above them looks like.
        starts.append(found[-1] if label == AGREED else found[0])
    ends = [*starts[1:], len(lines)]
    parts = zip(LABELS, starts, ends, strict=True)
    return {label: "\n".join(lines[start + 1 : end]).strip() for label, start, end in parts}


def _given(answers: dict[str, str], label: str) -> str:
    if answers[label] in {"", NO_ANSWER}:
        raise NotFilledIn(f"there is no answer under “{label}”: ask the author to fill it in")
    return answers[label]


def _chosen(answers: dict[str, str], label: str) -> str:
    """The id between brackets at the end of what was chosen from a list."""
    found = CHOICE.search(_given(answers, label))
    if not found:
        raise NotFilledIn(f"the answer under “{label}” names no id between brackets: choose one from the list")
    return found[1]
