"""The content version: a short digest of what a role is told by a unit, and by all units of a path."""

import hashlib
from collections.abc import Iterable

from houvast.model import Catalogue, Depth, Module, Question, Role, Unit
from houvast.model.digest import digest_of
from houvast.model.lesson import blocks_in
from houvast.plan.personal import Audience, personal

SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Crockford's base 32 (crockford.com/base32.html): no I, L, O or U, which are misread or misheard."""

LENGTH = 8


def unit_version(catalogue: Catalogue, unit: Unit, role: Role) -> str:
    """Eight signs over all that a role may be told by a unit, in the source locale, and what its questions ask.

    At the most depth there is, so that the paces of a role share it; not what placeholders are filled with.
    """
    locale = catalogue.source_locale
    if not isinstance(unit, Module):
        return _short((unit.id, unit.plots[locale].hash))
    shown = personal(unit, locale, Audience.of(role, Depth.EXTRA))
    asked = (catalogue.source_questions[piece.id].hash for piece in shown if isinstance(piece, Question))
    return _short((unit.id, digest_of(blocks_in(shown)), *asked))


def path_version(catalogue: Catalogue, role: Role, units: Iterable[str]) -> str:
    """Eight signs over the versions of units, whatever their order."""
    return _short(sorted(f"{name} {unit_version(catalogue, catalogue.units[name], role)}" for name in units))


def _short(lines: Iterable[str]) -> str:
    number = int.from_bytes(hashlib.sha256("\n".join(lines).encode()).digest()[: LENGTH * 5 // 8])
    return "".join(SIGNS[number >> 5 * place & 31] for place in reversed(range(LENGTH)))
