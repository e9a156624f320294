"""Begin a module, a scenario, a role, a hat or a pace: its files in every locale of the organisation."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from houvast.model import EVERYONE, TAUGHT_LEVELS, Catalogue, Target
from houvast.new.fill import fill, sheet
from houvast.new.names import CannotBegin, check_free, check_id, check_known, title_of
from houvast.schema import modeline
from houvast.source.lesson import read_lesson
from houvast.source.plot import read_plot

OWNER = "learning-team"
USUAL_PACE = "standard"

SHORT = 5
"""Minutes of a new scenario, where the shortest session has room for them."""

SITTING = 15
"""Minutes of a session of a new pace, unless a scenario is longer: that cannot be split."""

REVIEW_AFTER = timedelta(days=182)
"""Half a year: tools and agreements change."""

OF_TITLE = "# TODO: is this a good title?"
OF_TRANSLATION = "# TODO: translate the title"
OF_UNIT = " It is the first line of the text as well"
OF_TARGET = "# TODO: a competency of competencies.yml, and level 1 or 2"
OF_AUDIENCES = "# TODO: the roles and clusters that it is for"
OF_CLUSTER = "# TODO: the family of roles it belongs to, of competencies.yml"


@dataclass(frozen=True, slots=True)
class Wanted:
    """What somebody asks for. What is None or empty gets a value that fits, and a `TODO:` beside it."""

    name: str
    today: date
    title: str | None = None
    owner: str = OWNER
    audiences: tuple[str, ...] = ()
    target: str | None = None
    cluster: str | None = None


def begin(catalogue: Catalogue, kind: str, wanted: Wanted) -> Mapping[str, str]:
    """The files of a new `kind` (module, scenario, role, hat or pace) by their path in the folder with the courses.

    Raises CannotBegin for an id that is taken or no id, and for a name that nothing in the courses has.
    """
    check_id(wanted.name)
    check_free(catalogue, kind, wanted.name)
    check_id(wanted.owner)
    check_known("role, hat or cluster", wanted.audiences, catalogue.audiences)
    values = _values(catalogue, wanted, EVERYONE if kind == "scenario" else "")
    is_unit = kind in {"module", "scenario"}
    text = modeline(kind) + sheet(kind, catalogue.locales, values, _said_of_titles(catalogue, wanted, is_unit))
    if not is_unit:
        return {f"{kind}s/{wanted.name}.yml": text}
    folder = f"{kind}s/{wanted.name}"
    return {f"{folder}/{kind}.yml": text, **dict(_texts(kind, catalogue.locales, folder, values))}


def _values(catalogue: Catalogue, wanted: Wanted, usual_audience: str) -> Mapping[str, str]:
    """What the templates ask for."""
    sessions = [pace.minutes_per_session for pace in catalogue.paces.values()]
    longest = max((scenario.sheet.minutes for scenario in catalogue.scenarios.values()), default=0)
    families = [name for name in catalogue.competencies.clusters if name != EVERYONE] or [EVERYONE]
    check_known("cluster", (wanted.cluster or families[0],), catalogue.competencies.clusters)
    return {
        "id": wanted.name,
        "title": title_of(wanted.name, wanted.title),
        "owner": wanted.owner,
        "review_by": (wanted.today + REVIEW_AFTER).isoformat(),
        "target": str(_target(catalogue, wanted.target)),
        "check_target": "" if wanted.target else OF_TARGET,
        "audiences": ", ".join(wanted.audiences) or usual_audience,
        "check_audiences": "" if wanted.audiences else OF_AUDIENCES,
        "cluster": wanted.cluster or families[0],
        "check_cluster": "" if wanted.cluster else OF_CLUSTER,
        "pace": USUAL_PACE if USUAL_PACE in catalogue.paces else next(iter(catalogue.paces), USUAL_PACE),
        "short": str(min([SHORT, *sessions])),
        "sitting": str(max(SITTING, longest)),
    }


def _target(catalogue: Catalogue, written: str | None) -> Target:
    """The target that was asked for, or the first one that a module can teach."""
    competencies = catalogue.competencies.competencies
    if written is None:
        return Target(competency=next(iter(competencies)), level=TAUGHT_LEVELS[0])
    try:
        target = Target.model_validate(Target.parse(written))
    except ValueError:
        raise CannotBegin(f"`{written}` is no competency with a level: write one such as `judge 1`") from None
    check_known("competency", (target.competency,), competencies)
    if target.level not in TAUGHT_LEVELS:
        raise CannotBegin(f"level {target.level} is not taught but practised at work: begin with level 1 or 2")
    return target


def _said_of_titles(catalogue: Catalogue, wanted: Wanted, is_unit: bool) -> Mapping[str, str]:
    """What is still to do with the title in each locale."""
    also = OF_UNIT if is_unit else ""
    said = dict.fromkeys(catalogue.locales, f"{OF_TRANSLATION}.{also}" if also else OF_TRANSLATION)
    return said | {catalogue.source_locale: "" if wanted.title else OF_TITLE + also}


def _texts(kind: str, locales: Iterable[str], folder: str, values: Mapping[str, str]) -> Iterable[tuple[str, str]]:
    """The text in each locale by its path. A translation names the digest of what it translates."""
    source = ""
    for locale in locales:
        file = f"{folder}/{locale}.md"
        text = fill(kind, locale, values)
        if source:
            head, rest = text.split("\n", maxsplit=1)
            text = f"{head}\n\n<!-- translates: {source} -->\n{rest}"
        else:
            read = read_lesson(text, file, file) if kind == "module" else read_plot(text, file, file)
            source = read.value.digest
        yield file, text
