"""What every page is made with: the catalogue, one locale, its words and our templates."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property, lru_cache

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from houvast.model import Catalogue, Fact, Pace, Role, SitePage, Target, Unit, Wording
from houvast.page.dates import in_words, language_name
from houvast.page.page import link
from houvast.plan import LearningPath, Plus


@lru_cache(maxsize=1)
def _templates() -> Environment:
    """Our templates: everything that is put in is escaped, and what is missing is an error."""
    environment = Environment(
        loader=PackageLoader("houvast.page"),
        auto_reload=False,
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals["link"] = link
    return environment


@dataclass(frozen=True)
class View:
    """Everything the pages of one locale are made from.

    `paths` goes from (role, pace) to its plan, `pluses` from (hat, pace) to what the hat adds.
    """

    catalogue: Catalogue
    locale: str
    wording: Wording
    paths: Mapping[tuple[str, str], LearningPath]
    pluses: Mapping[tuple[str, str], Plus]
    site_pages: tuple[SitePage, ...]

    def render(self, template: str, **values: object) -> Markup:
        """Fill one of our templates; it also sees the words `t`, the locale and the catalogue."""
        filled = (
            _templates()
            .get_template(template)
            .render(t=self.wording, locale=self.locale, catalogue=self.catalogue, view=self, **values)
        )
        return Markup("\n".join(line for line in filled.splitlines() if line.strip()))

    @cached_property
    def units(self) -> tuple[Unit, ...]:
        """The units that have a page in this locale, by id."""
        units = (unit for unit in self.catalogue.units.values() if unit.sheet.status != "retired")
        return tuple(unit for unit in units if self.catalogue.holds_unit(unit, self.locale))

    def title_of(self, unit: Unit) -> str:
        """The title of a unit; where it is not translated, in the source locale, and it says so."""
        if self.catalogue.holds_unit(unit, self.locale):
            return unit.sheet.title[self.locale]
        source = self.catalogue.source_locale
        return self.wording("only_in", title=unit.sheet.title[source], language=language_name(source, self.locale))

    @cached_property
    def roles(self) -> tuple[Role, ...]:
        """The roles that have a path in this build and this locale, by title."""
        names = {role for role, _ in self.paths}
        held = (role for role in self.catalogue.roles.values() if self.catalogue.holds_role(role, self.locale))
        roles = (role for role in held if role.id in names)
        return tuple(sorted(roles, key=lambda role: role.title[self.locale].casefold()))

    def paces_of(self, role: Role) -> tuple[Pace, ...]:
        """The paces this role has a path for, the most minutes per session first."""
        paces = (self.catalogue.paces[pace] for name, pace in self.paths if name == role.id)
        return tuple(sorted(paces, key=lambda pace: (-pace.minutes_per_session, pace.id)))

    def pluses_at(self, pace: Pace) -> tuple[Plus, ...]:
        """What each hat of this locale adds at a pace, by title."""
        held = (
            plus
            for (hat, name), plus in self.pluses.items()
            if name == pace.id and self.catalogue.holds_hat(plus.hat, self.locale)
        )
        return tuple(sorted(held, key=lambda plus: plus.hat.title[self.locale].casefold()))

    def preset_of(self, role: Role) -> Pace:
        """The pace that the role presets, or the first there is in this build."""
        paces = self.paces_of(role)
        return next((pace for pace in paces if pace.id == role.pace), paces[0])

    def facts(self, names: Iterable[str]) -> tuple[Fact, ...]:
        """Of these facts those that the catalogue holds in this locale: in one that is there for some, a few are."""
        held = (self.catalogue.facts[name] for name in names if name in self.catalogue.facts)
        return tuple(fact for fact in held if self.locale in fact.statement.locales)

    def address_of(self, uri: str) -> str:
        """The full address of a page of this locale; empty where nothing says where the site stands."""
        address = self.catalogue.organisation.address
        return f"{address.rstrip('/')}/{self.locale}/{uri}" if address else ""

    def target_title(self, target: Target) -> str:
        """A target in words: the competency and the number of its level."""
        return f"{self.catalogue.competencies.competencies[target.competency].title[self.locale]} {target.level}"

    def competency_titles(self, unit: Unit) -> list[str]:
        """The competencies a unit serves, each once, in words."""
        competencies = self.catalogue.competencies.competencies
        taught = dict.fromkeys(target.competency for target in unit.targets)
        return [competencies[name].title[self.locale] for name in taught]

    def audience_titles(self, names: Iterable[str]) -> list[str]:
        """The titles of roles, hats and clusters of this locale, each once; a name that is not there is left out."""
        catalogue, locale = self.catalogue, self.locale
        known = {name: cluster.title for name, cluster in catalogue.competencies.clusters.items()}
        known |= {name: hat.title for name, hat in catalogue.hats.items()}
        known |= {name: role.title for name, role in catalogue.roles.items()}
        held = (known[name] for name in names if name in known)
        return list(dict.fromkeys(title[locale] for title in held if locale in title.locales))

    def date(self, day: date) -> str:
        """A day in words: `2 februari 2025`."""
        return in_words(day, self.locale)

    def can_do(self, target: Target) -> str:
        """The can-do statement of a target."""
        return self.catalogue.competencies.competencies[target.competency].levels[target.level][self.locale]
