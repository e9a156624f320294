"""How planning grows: many roles at five paces over three hundred modules."""

import random
from collections.abc import Callable
from dataclasses import replace

from houvast.model import Catalogue
from houvast.plan import plan_path
from tests.plan.test_plan import TARGETS, module

MODULES = 300
PACES = 5


def planner(small: Catalogue) -> Callable[[int], None]:
    """A function that plans every path of so many roles over one random catalogue, the same at every run."""
    chance = random.Random(1)
    made = [
        module(
            number,
            chance.sample(TARGETS, chance.randint(1, 2)),
            chance.sample(range(number), min(number, chance.choice([0, 0, 1, 2]))),
            chance.randint(4, 15),
            chance.random() < 0.5,
        )
        for number in range(MODULES)
    ]
    catalogue = replace(small, modules={one.id: one for one in made})
    clerk, slow = catalogue.roles["clerk"], catalogue.paces["slow"]
    paces = [slow.model_copy(update={"minutes_per_session": 6 + 3 * number}) for number in range(PACES)]

    def plan(roles: int) -> None:
        for number in range(roles):
            role = clerk.model_copy(update={"id": f"role-{number}"})
            for pace in paces:
                plan_path(catalogue, role, pace)

    return plan
