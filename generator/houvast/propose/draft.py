"""Make the files of a draft module from a proposal."""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from houvast.model import EVERYONE, Catalogue, id_words
from houvast.propose.form import NotFilledIn, Proposal
from houvast.propose.plain import fold, inert, paragraphs, quoted
from houvast.propose.words import WORDS

OWNER = "learning-team"
LONGEST_ID = 48
"""Signs, so that a number behind it still makes an id."""

WORDS_PER_MINUTE = 130
"""Slower than people read, for there is something to think about."""

LONGEST = 120
"""Minutes: the most that a module may say it takes."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A module as files: its id, and the text of each file by its name within the module's folder."""

    id: str
    files: Mapping[str, str]


def draft_of(catalogue: Catalogue, proposal: Proposal, number: int, review_by: date) -> Draft:
    """The draft of a proposal with this issue `number`, to be looked at again by a date.

    Raises NotFilledIn for an audience or a locale that is not there, and where an answer says nothing visible.
    """
    _look_up(catalogue, proposal)
    title = fold(proposal.title)
    name = _free_id(catalogue, title, number)
    sections = [paragraphs(text) for text in (proposal.case, proposal.went_wrong, proposal.learned)]
    if not title or not all(sections):
        raise NotFilledIn("an answer holds nothing that can be seen: ask the author to write it again")
    titles = {
        locale: title if locale == proposal.locale else WORDS[locale].untranslated_title.format(title=title)
        for locale in catalogue.locales
    }
    files = {"module.yml": _sheet(catalogue, proposal, titles, review_by)}
    for locale in catalogue.locales:
        words = WORDS[locale]
        untranslated = words.untranslated.format(file=f"{proposal.locale}.md")
        texts = sections if locale == proposal.locale else [untranslated] * len(sections)
        headings = (words.case, words.went_wrong, words.learned)
        lesson = [f"# {inert(titles[locale])}", f"<!-- note: {words.note.format(number=number)} -->"]
        for heading, text in zip(headings, texts, strict=True):
            lesson += [f"## {heading}", text]
        files[f"{locale}.md"] = "\n\n".join(lesson) + "\n"
    return Draft(name, files)


def _look_up(catalogue: Catalogue, proposal: Proposal) -> None:
    if proposal.locale not in catalogue.locales:
        known = ", ".join(catalogue.locales)
        raise NotFilledIn(f"there is no locale `{proposal.locale}`: mend it in the form to one of {known}")
    if proposal.audience not in catalogue.audiences:
        known = ", ".join(sorted(catalogue.audiences))
        raise NotFilledIn(f"there is no role or cluster `{proposal.audience}`: mend it in the form to one of {known}")


def _sheet(catalogue: Catalogue, proposal: Proposal, titles: Mapping[str, str], review_by: date) -> str:
    words = sum(len(text.split()) for text in (proposal.case, proposal.went_wrong, proposal.learned))
    minutes = min(LONGEST, max(1, math.ceil(words / WORDS_PER_MINUTE)))
    lines = ["title:", *(f"  {locale}: {quoted(titles[locale])}" for locale in catalogue.locales)]
    lines += ["summary:", *(f"  {locale}: {quoted(WORDS[locale].summary)}" for locale in catalogue.locales)]
    lines.append(f"minutes: {{essentials: {minutes}, full: {minutes}, extra: {minutes}}}")
    if proposal.audience != EVERYONE:
        lines.append(f"audiences: [{proposal.audience}]")
    lines += ["core: false", f"owner: {OWNER}", f"review_by: {review_by.isoformat()}", "status: draft"]
    return "\n".join(lines) + "\n"


def _free_id(catalogue: Catalogue, title: str, number: int) -> str:
    """An id from the title that nothing in the courses has."""
    taken = {*catalogue.units, *catalogue.source_questions}
    name = _id_from(title) or f"proposal-{number}"
    if name not in taken:
        return name
    return next(tried for last in range(2, len(taken) + 3) if (tried := f"{name}-{last}") not in taken)


def _id_from(title: str) -> str:
    """The words of a title that can be in an id, as many as fit; empty if there are none."""
    name = ""
    for word in id_words(title):
        longer = f"{name}-{word}" if name else word[:LONGEST_ID]
        if len(longer) > LONGEST_ID:
            break
        name = longer
    return name
