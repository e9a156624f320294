"""How near a plan comes to the fewest minutes that would serve as much: every choice tried, on small catalogues."""

import random
from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from houvast.model import Catalogue, Depth, Module, Target
from houvast.plan import plan_path
from houvast.plan.needs import choose
from tests.plan.test_plan import TARGETS, module, modules

SAMPLES = 250
UNRELATED = Target(competency="nothing-here", level=1)


def catalogues(small: Catalogue, chance: random.Random) -> Iterator[Catalogue]:
    """Small catalogues in which modules teach one to three things and require what comes before them."""
    for _ in range(SAMPLES):
        made: list[Module] = []
        for number in range(chance.randint(3, 10)):
            requires = chance.sample(range(number), min(number, chance.choice([0, 0, 0, 1, 2])))
            teaches = chance.sample(TARGETS, chance.randint(1, 3))
            made.append(module(number, teaches, requires, chance.randint(3, 20), True))
        yield replace(small, modules={one.id: one for one in made})


def minutes(catalogue: Catalogue, names: frozenset[str]) -> int:
    return sum(catalogue.modules[name].minutes(Depth.FULL) for name in names)


def fewest_minutes(catalogue: Catalogue, wanted: set[Target]) -> int:
    """The fewest minutes of any modules that serve all that is wanted, with what they require."""
    held = catalogue.modules
    sets = (frozenset(some) for size in range(len(held) + 1) for some in combinations(held, size))
    whole = (some for some in sets if all(some >= set(held[name].sheet.requires) for name in some))
    serving = (some for some in whole if wanted <= {target for name in some for target in held[name].sheet.teaches})
    return min(minutes(catalogue, some) for some in serving)


def test_plans_are_near_the_fewest_minutes(small: Catalogue) -> None:
    ratios = []
    for catalogue in catalogues(small, random.Random(7)):
        role = catalogue.roles["clerk"]
        taught = {target for one in catalogue.modules.values() for target in one.sheet.teaches}
        if wanted := taught & set(catalogue.needs_of(role)):
            chosen = frozenset(choose(catalogue, role, Depth.FULL).reasons)
            ratios.append(minutes(catalogue, chosen) / fewest_minutes(catalogue, wanted))
    assert len(ratios) > SAMPLES / 2
    assert sum(ratios) / len(ratios) < 1.03
    assert max(ratios) < 1.7


@settings(max_examples=40)
@given(modules(most=200), st.sampled_from(["clerk", "operator"]))
def test_a_module_that_nobody_needs_changes_no_plan(small: Catalogue, made: list[Module], role: str) -> None:
    before = replace(small, modules={one.id: one for one in made})
    unrelated = module(len(made), [UNRELATED], [], 5, True)
    after = replace(before, modules={unrelated.id: unrelated, **before.modules})
    paths = [plan_path(one, one.roles[role], one.paces["slow"]) for one in (before, after)]
    assert paths[0] == paths[1]
