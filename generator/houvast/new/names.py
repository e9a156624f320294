"""The names that somebody gives to something new: whether they can be, and whether they are free."""

from collections.abc import Collection, Iterable

from houvast.lint.form.reserved_name import RESERVED, UNDER_A_PATH, UNDER_A_ROLE
from houvast.model import Catalogue
from houvast.propose.plain import fold
from houvast.source.question import is_id

LONGEST_ID = 48
"""Signs, so that one with a word behind it is an id as well."""

LONGEST_TITLE = 100
"""Signs."""


class CannotBegin(Exception):
    """Nothing can be begun like this; the message says why, and the way out."""


def check_id(name: str) -> None:
    """Raise CannotBegin for what is no id."""
    if not is_id(name) or len(name) > LONGEST_ID:
        raise CannotBegin(
            f"`{name[:70]}` is not an id: write small letters, digits and single hyphens, at most {LONGEST_ID}"
        )


def check_free(catalogue: Catalogue, kind: str, name: str) -> None:
    """Raise CannotBegin for an id that a new `kind` cannot have."""
    if name in _taken(catalogue, kind):
        raise CannotBegin(f"`{name}` is taken already: choose another id, or change what is there")


def check_known(kind: str, names: Iterable[str], known: Collection[str]) -> None:
    """Raise CannotBegin for a name that nothing has."""
    if unknown := [name for name in names if name not in known]:
        raise CannotBegin(f"there is no {kind} `{unknown[0]}`; there are: {', '.join(sorted(known))}")


def title_of(name: str, title: str | None) -> str:
    """A title in one line, made of the id where none is given; raises CannotBegin for one that cannot be shown."""
    folded = fold(title) if title is not None else name.replace("-", " ").capitalize()
    if not folded or len(folded) > LONGEST_TITLE:
        raise CannotBegin(f"a title is one line of 1 to {LONGEST_TITLE} signs that can be seen")
    return folded


def _taken(catalogue: Catalogue, kind: str) -> Collection[str]:
    """The ids that are in the way of a new `kind`: what has them, is left out, or is a page."""
    people = {*catalogue.roles, *catalogue.hats, *catalogue.competencies.clusters}
    questions = set(catalogue.source_questions)
    units = {*catalogue.units, *questions, *(name.removesuffix("-first") for name in questions), *UNDER_A_PATH}
    taken = {
        "role": people | RESERVED,
        "hat": people,
        "pace": {*catalogue.paces, *UNDER_A_ROLE},
        "module": units,
        "scenario": units,
        "fact": set(catalogue.facts),
    }
    return taken[kind] | set(catalogue.organisation.without)
