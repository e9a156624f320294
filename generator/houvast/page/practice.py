"""The tasks at work of a path or a hat, by the target that they make real."""

from collections.abc import Iterable, Mapping

from houvast.model import Target
from houvast.page.view import View
from houvast.plan import PracticeTask


def practices_of(view: View, tasks: Iterable[PracticeTask]) -> Mapping[Target, list[PracticeTask]]:
    """The tasks whose unit is told in this locale; two for one target stand together, where the first stood."""
    found: dict[Target, list[PracticeTask]] = {}
    for task in tasks:
        if view.catalogue.holds_unit(view.catalogue.units[task.unit], view.locale):
            found.setdefault(task.practice.prepares, []).append(task)
    return found
