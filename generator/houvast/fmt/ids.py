"""Give an id to every question and node that has none: made in the source locale, copied to the others."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from houvast.diagnostics import Finding, Place
from houvast.fmt.keyed import Keyed
from houvast.fmt.rules import NOT_COPIED
from houvast.fmt.slug import minted
from houvast.model import DEBRIEF
from houvast.source.question import is_id


@dataclass(frozen=True, slots=True)
class Translation:
    """One locale of a text: where it stands, as its author knows it, and what has or needs an id in it."""

    shown: str
    locale: str
    keyed: tuple[Keyed, ...]

    @property
    def lacks_ids(self) -> bool:
        """Whether anything in it has no id."""
        return not all(held.id for held in self.keyed)


@dataclass(frozen=True, slots=True)
class NewIds:
    """The ids that a text gets, by the line of their heading; how many of them are nowhere yet."""

    by_line: Mapping[int, str]
    minted: int = 0


NO_IDS = NewIds({})


def new_ids(
    translations: Sequence[Translation], source_locale: str, unit: str, taken: set[str]
) -> tuple[dict[str, NewIds], list[Finding]]:
    """The new ids of each locale of one text, by where it stands, and which could not be copied.

    What is made is put in `taken`. An id that stands in a translation already is taken over, not made anew.
    """
    source = next((one for one in translations if one.locale == source_locale), None)
    others = [one for one in translations if one is not source]
    if source is None:
        message = f"there is no text in `{source_locale}` to take ids from"
        return {}, [_finding(one, _first_without(one), message) for one in others if one.lacks_ids]
    alike = [one for one in others if not _difference(source, one)]
    new: dict[int, str] = {}
    made = 0
    for index, held in enumerate(source.keyed):
        known = next((one.keyed[index].id for one in alike if is_id(one.keyed[index].id)), None)
        if not held.id:
            new[held.line] = known or _made(held, f"{unit}-{index + 1}", taken)
            made += known is None
    found = {source.shown: NewIds(new, made)}
    named = replace(source, keyed=tuple(replace(held, id=new.get(held.line, held.id)) for held in source.keyed))
    findings: list[Finding] = []
    for other in others:
        if other.lacks_ids and (difference := _difference(named, other)):
            findings.append(_finding(other, *difference))
        elif other.lacks_ids:
            pairs = zip(named.keyed, other.keyed, strict=True)
            found[other.shown] = NewIds({held.line: own.id for own, held in pairs if not held.id and is_id(own.id)})
    return found, findings


def _made(held: Keyed, otherwise: str, taken: set[str]) -> str:
    name = DEBRIEF if held.is_debrief else minted(held.stem, otherwise, taken)
    taken.add(name)
    return name


def _difference(source: Translation, other: Translation) -> tuple[int, str] | None:
    """The line of the second text where it is not like the first, and what differs; None if they are alike."""
    for first, second in zip(source.keyed, other.keyed, strict=False):
        where = f"{source.shown}:{first.line}"
        if first.form != second.form:
            return second.line, f"here stands {second.form}, at {where} {first.form}"
        if first.id and second.id and first.id != second.id:
            return second.line, f"here stands `{second.id}`, at {where} `{first.id}`"
    length = min(len(source.keyed), len(other.keyed))
    if len(other.keyed) > length:
        extra = other.keyed[length]
        return extra.line, f"here stands {extra.form}, and nothing in its place in {source.shown}"
    if len(source.keyed) > length:
        extra = source.keyed[length]
        line = other.keyed[-1].line if other.keyed else 1
        return line, f"nothing follows here in the place of {extra.form} at {source.shown}:{extra.line}"
    return None


def _first_without(translation: Translation) -> int:
    return next(held.line for held in translation.keyed if not held.id)


def _finding(translation: Translation, line: int, message: str) -> Finding:
    return Finding.of(NOT_COPIED, Place(translation.shown, line), f"the ids cannot be copied: {message}")
