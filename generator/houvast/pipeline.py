"""The way from a courses folder to a site, stage by stage: source, lint, plan, page, site."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from houvast.compare import PathChange, PathForm, compare_forms, forms_of, saved_path
from houvast.diagnostics import Report
from houvast.history import courses_at
from houvast.lint import check
from houvast.model import Catalogue
from houvast.page import PATH_FILE, View, pages_of
from houvast.plan import LearningPath, plan_path, plan_plus
from houvast.site import (
    BuildReport,
    LocaleSite,
    build_site,
    is_site,
    original_address,
    packaged_courses,
    theme_extra,
    theme_folder,
    write_docs,
)
from houvast.source import Drafts, Reading, draft_ids, known_locales, read_courses, read_site_pages, read_wording


@dataclass(frozen=True, slots=True)
class Selection:
    """Which roles, paces and locales are made; None for all."""

    role: str | None = None
    pace: str | None = None
    locale: str | None = None


EVERYTHING = Selection()


@dataclass(frozen=True, slots=True)
class Checked:
    """A courses folder, read and checked. There is a catalogue to work with only where nothing stops a build."""

    reading: Reading
    report: Report

    @property
    def catalogue(self) -> Catalogue | None:
        """The catalogue, or None where an error stops the build."""
        return self.reading.checked.catalogue if self.reading.checked and not self.report.errors else None


class CoursesHaveErrors(Exception):
    """Raised where a build is asked of courses with errors; holds what was checked."""

    def __init__(self, checked: Checked) -> None:
        super().__init__(checked.report.summary())
        self.checked = checked


class NotThere(Exception):
    """A role, pace or locale was asked for by a name that is not there."""

    def __init__(self, kind: str, name: str, known: tuple[str, ...]) -> None:
        super().__init__(f"there is no {kind} `{name}`; there are: {', '.join(known)}")


def check_courses(
    courses: Path, today: date | None = None, *, drafts: Drafts = False, only_errors: bool = False
) -> Checked:
    """Read and check a folder, perhaps with drafts laid over it.

    With a day, it is also told which facts and lessons are to be looked at again. With `only_errors`, most rules that
    only warn are not asked.
    """
    reading = read_courses(courses, known_locales(theme_folder()), packaged_courses(), drafts=drafts)
    found = check(reading, today, only_errors=only_errors)
    return Checked(reading, Report.of(found, reading.files, is_whole=reading.checked is not None))


def catalogue_of(courses: Path, *, drafts: Drafts = False) -> Catalogue:
    """All that a folder holds, what is not reviewed too, perhaps with drafts over it; raises CoursesHaveErrors."""
    catalogue = check_courses(courses, drafts=drafts, only_errors=True).catalogue
    if catalogue is None:
        raise CoursesHaveErrors(check_courses(courses, drafts=drafts))
    return catalogue


def shown_catalogue(courses: Path, *, drafts: bool = False) -> Catalogue:
    """What is there for learners; with `drafts` all that nobody reviewed as well. Raises CoursesHaveErrors."""
    catalogue = catalogue_of(courses, drafts=drafts)
    return catalogue if drafts else catalogue.without_drafts()


def plan_paths(catalogue: Catalogue, selection: Selection) -> Mapping[tuple[str, str], LearningPath]:
    """The paths of the selected roles and paces; raises NotThere."""
    roles = _selected("role", selection.role, tuple(catalogue.roles))
    paces = _selected("pace", selection.pace, tuple(catalogue.paces))
    return {
        (role, pace): plan_path(catalogue, catalogue.roles[role], catalogue.paces[pace])
        for role in roles
        for pace in paces
    }


def _selected(kind: str, name: str | None, known: tuple[str, ...]) -> tuple[str, ...]:
    if name is None:
        return known
    if name not in known:
        raise NotThere(kind, name, known)
    return (name,)


def locale_sites(catalogue: Catalogue, selection: Selection) -> Iterator[LocaleSite]:
    """The finished pages of each selected locale, without what is internal where anybody may read; raises NotThere."""
    if catalogue.organisation.is_public:
        catalogue = catalogue.for_the_public()
    paths = plan_paths(catalogue, selection)
    paces = {path.pace.id: path.pace for path in paths.values()}
    worn = [(hat, pace) for hat in catalogue.hats.values() for pace in paces.values()]
    pluses = {(hat.id, pace.id): plan_plus(catalogue, hat, pace) for hat, pace in worn}
    for locale in _selected("locale", selection.locale, catalogue.locales):
        wording = read_wording(theme_folder(), locale)
        site_pages = tuple(read_site_pages(theme_folder(), packaged_courses(), locale))
        yield LocaleSite(wording, tuple(pages_of(View(catalogue, locale, wording, paths, pluses, site_pages))))


def generate(courses: Path, docs: Path, selection: Selection, *, drafts: bool = False) -> tuple[int, int]:
    """Write the Markdown of all selected pages under `docs/<locale>/`. Returns how many pages, and how many written.

    Raises CoursesHaveErrors and NotThere, and then writes nothing.
    """
    sites = list(locale_sites(shown_catalogue(courses, drafts=drafts), selection))
    written = sum(write_docs(docs / site.wording.locale, site.pages) for site in sites)
    return sum(len(site.pages) for site in sites), written


def build(
    courses: Path,
    out: Path,
    work: Path,
    selection: Selection,
    tell: Callable[[str], None] = lambda stage: None,
    *,
    drafts: bool = False,
) -> BuildReport:
    """Make the site of a folder in `out`. Raises CoursesHaveErrors, NotThere, BuildFailed; then `out` stays as it was.

    The Markdown that the site is made from stands in `work/docs/` afterwards. A site with `drafts` is a preview: no
    search engine may come in, and no browser keeps it.
    """
    everything = catalogue_of(courses, drafts=drafts)
    catalogue = everything if drafts else everything.without_drafts()
    sites: list[LocaleSite] = []
    for site in locale_sites(catalogue, selection):
        sites.append(site)
        tell(f"{site.wording.locale}: {len(site.pages)} pages written")
    organisation = catalogue.organisation.as_preview() if drafts else catalogue.organisation
    report = build_site(organisation, sites, out, work, lambda locale: tell(f"{locale}: built"))
    for site in sites:
        write_docs(work / "docs" / site.wording.locale, site.pages)
    left_out = 0 if drafts else everything.size - catalogue.size + len(draft_ids(courses))
    return replace(report, left_out=left_out)


def generate_for_mkdocs(docs: Path, locale: str) -> Mapping[str, object]:
    """For plain `mkdocs`: write the pages of one locale to `docs`, and return what the theme needs to know.

    The courses stand beside the theme. Raises CoursesHaveErrors and NotThere.
    """
    catalogue = shown_catalogue(theme_folder().parent / "courses")
    (site,) = locale_sites(catalogue, Selection(locale=locale))
    write_docs(docs, site.pages)
    extra = theme_extra(catalogue.organisation, site.wording, {locale: site.wording})
    return {**extra, "material_stylesheet": original_address()}


def check_both(base: str, courses: Path) -> tuple[Checked, Checked]:
    """Read and check the courses of a base (a folder or a git reference), and those of now.

    Raises NoSuchBase where the base is not there.
    """
    with courses_at(base, courses) as folder:
        before = check_courses(folder)
    return before, check_courses(courses)


def path_changes(base: str, courses: Path, selection: Selection, *, drafts: bool = False) -> Iterator[PathChange]:
    """How the selected learning paths differ from those of a base: courses, a git reference, or a site built before.

    A site tells what an upgrade of Houvast changed. Raises NoSuchBase, CoursesHaveErrors and NotThere.
    """
    catalogue = shown_catalogue(courses, drafts=drafts)
    after = forms_of(plan_paths(catalogue, selection))
    if is_site(Path(base)):
        before: Mapping[tuple[str, str], PathForm] = dict(_saved_paths(Path(base) / catalogue.source_locale))
    else:
        with courses_at(base, courses) as folder:
            old = shown_catalogue(folder)
            before = forms_of(plan_paths(old, EVERYTHING))
    wanted = {name: form for name, form in before.items() if name in after or selection == EVERYTHING}
    yield from compare_forms(wanted, after)


def _saved_paths(folder: Path) -> Iterator[tuple[tuple[str, str], PathForm]]:
    """The paths that a site keeps under one locale; what is no path of ours is left out."""
    for file in sorted(folder.glob(f"*/*/{PATH_FILE}")):
        try:
            yield saved_path(file.read_bytes())
        except ValueError:
            continue
