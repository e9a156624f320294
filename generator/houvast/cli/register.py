"""The command for who keeps a register of learning: code."""

from calendar import month_name
from typing import Annotated

import typer

from houvast import pipeline
from houvast.cli.terminal import COURSES, EXIT_CALL, EXIT_ERRORS, Courses, err, out, told
from houvast.model import Catalogue, Role
from houvast.pipeline import Selection
from houvast.plan import Code, NotACode, path_version, read_code

app = typer.Typer()


@app.command()
def code(
    text: Annotated[str, typer.Argument(metavar="CODE", help="The code on a statement of participation.")],
    courses: Courses = COURSES,
) -> None:
    """Say what a participation code stands for, and whether its content is that of these courses now."""
    try:
        held = read_code(text)
    except NotACode as problem:
        err.print(f"Not accepted: {problem}")
        raise typer.Exit(EXIT_CALL) from None
    with told():
        catalogue = pipeline.shown_catalogue(courses)
    roles = [role for role in catalogue.roles.values() if held.is_of(role.id)]
    if not roles:
        err.print(f"The code is well formed, but these courses have no role `{held.role.lower()}`.")
        err.print("Was the role renamed, or is the code from other courses? Name them: --courses DIR")
        raise typer.Exit(EXIT_ERRORS)
    for role in roles:
        show_code(catalogue, Code(role.id, held.year, held.month, held.version))
    now = {version for role in roles for version in versions_of(catalogue, role)}
    if held.version not in now:
        err.print(
            f"Content version {held.version} is not that of these courses now, which is {', '.join(sorted(now))}."
        )
        err.print("A lesson on the path changed since, or the code is from other courses.")
        raise typer.Exit(EXIT_ERRORS)
    out.print(f"Content version {held.version} is that of these courses now.")
    out.print("The code is the same for everybody on that path in that month: it does not say who.")


def show_code(catalogue: Catalogue, held: Code) -> None:
    """Print a code in full, and what it stands for."""
    title = catalogue.roles[held.role].title[catalogue.source_locale]
    out.print(f"{held}: the path of {held.role} ({title}), gone through in {month_name[held.month]} {held.year}.")


def versions_of(catalogue: Catalogue, role: Role) -> set[str]:
    """The content versions of the paths of a role: mostly one, since paces differ in minutes, seldom in units."""
    paths = pipeline.plan_paths(catalogue, Selection(role=role.id))
    return {path_version(catalogue, role, path.units) for path in paths.values()}
