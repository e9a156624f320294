"""What an organisation's choices break in files that come with Houvast, told once, where it can be mended."""

from collections.abc import Iterable, Iterator

from houvast.diagnostics import Finding, Place
from houvast.source import Checked, is_packaged

ORGANISATION = "organisation.yml"
MOST = 6
"""Places that a finding names before it only counts the others."""

SECTIONS = {"tool": "systems", "contact": "contacts", "url": "urls"}
"""Where in `organisation.yml` a placeholder of each kind is looked up."""


def told_at_own(findings: Iterable[Finding], checked: Checked) -> Iterator[Finding]:
    """Findings in own files as they are; of those in packaged files the errors alone, one for each cause.

    What comes with Houvast has no errors of its own (a test holds that), so the organisation's files are the cause.
    Nobody there can mend its warnings.
    """
    causes: dict[tuple[str, str], list[Finding]] = {}
    for finding in findings:
        if not is_packaged(finding.place):
            yield finding
        elif finding.is_error:
            causes.setdefault((finding.rule.code, finding.about or finding.message), []).append(finding)
    for found in causes.values():
        first = min(found, key=Finding.order)
        message, way_out = _told(checked, first)
        where = _where(finding.place for finding in found)
        yield Finding.of(first.rule, _place(checked, first.about), f"{message}: {where}", way_out)


def _where(places: Iterable[Place]) -> str:
    """The modules, scenarios and files that places are in."""
    names = sorted({"/".join(place.path.split("/")[:2]) for place in places})
    more = len(names) - MOST
    return ", ".join(names[:MOST]) + (f" and {more} more" if more > 0 else "")


def _place(checked: Checked, about: str) -> Place:
    """Where the organisation says what breaks the files of Houvast."""
    organisation = checked.catalogue.organisation
    section = SECTIONS.get(about.partition(".")[0])
    unit = checked.catalogue.units.get(about)
    if unit and unit.sheet.file not in checked.catalogue.packaged:
        return checked.place(unit.sheet.file)
    if about in organisation.without:
        return checked.place(ORGANISATION, "without", organisation.without.index(about))
    if about in organisation.locales:
        return checked.place(ORGANISATION, "locales", about)
    return checked.place(ORGANISATION, section or "extends")


def _told(checked: Checked, finding: Finding) -> tuple[str, str]:
    """What is wrong, and the way out, for who has only files of their own."""
    organisation = checked.catalogue.organisation
    about = finding.about
    kind, _, name = about.partition(".")
    if about in organisation.without:
        return f"`{about}` is left out, and what stays needs it", f"keep `{about}`, or leave these out as well"
    if about in organisation.locales:
        way_out = f"take `{about}` out of `locales`, or put files of your own with `{about}` in the place of these"
        return f"what comes with Houvast is not all in `{about}`", way_out
    if kind in SECTIONS:
        way_out = "leave out what names it with `without`, or add:"
        lines = "\n".join((way_out, *_lines(checked, kind, name)))
        return f"nothing is known here as `{about}`, and it is named in", lines
    return finding.message, finding.way_out


def _lines(checked: Checked, kind: str, name: str) -> Iterator[str]:
    """The lines of YAML that give a placeholder something to stand for, under the key that they belong to."""
    yield f"{SECTIONS[kind]}:"
    texts = "{" + ", ".join(f'{locale}: "…"' for locale in checked.catalogue.locales) + "}"
    if kind == "tool":
        yield from (f"  - id: {name}", '    name: "…"', f"    what: {texts}", "    data: internal")
    elif kind == "contact":
        yield from (f"  {name}:", f"    name: {texts}", f"    reach: {texts}")
    else:
        yield f'  {name}: "https://…"'
