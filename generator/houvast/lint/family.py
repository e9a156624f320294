"""A family of rules: the files of a folder, each with one rule."""

from collections.abc import Iterable, Iterator
from importlib import import_module
from pkgutil import iter_modules
from typing import Protocol, cast

from houvast.diagnostics import Finding, Rule
from houvast.source import Checked


class RuleModule(Protocol):
    """A file with one rule."""

    RULE: Rule

    def check(self, checked: Checked) -> Iterator[Finding]:
        """Every place that breaks the rule."""
        ...


def rules_in(package: str, folders: Iterable[str]) -> tuple[RuleModule, ...]:
    """Every file of a package that has a rule, in the order of their names; the others help these."""
    modules = (import_module(f"{package}.{found.name}") for found in iter_modules(folders))
    return tuple(cast(RuleModule, module) for module in modules if hasattr(module, "RULE"))
