"""The commands to begin something: init, new, schema."""

from collections.abc import Mapping
from datetime import date, datetime
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from houvast import pipeline
from houvast.cli.terminal import COURSES, EXIT_CALL, Courses, err, out, told
from houvast.init import BadStart, files_for, write_folder
from houvast.new import CannotBegin, Wanted, begin, begin_fact, begin_locale
from houvast.new.begin import OWNER
from houvast.schema import FOLDER, MADE, SETTINGS, schema_files, settings
from houvast.site import theme_folder
from houvast.write import write_back, write_new, write_whole

app = typer.Typer()

FACTS = "facts.yml"


@app.command()
def init(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="The new folder, or one that is empty.")],
    name: Annotated[str | None, typer.Option(help="The name of the organisation.")] = None,
    locales: Annotated[list[str] | None, typer.Option("--locale", help="A language, the source first. Repeat.")] = None,
) -> None:
    """Begin courses of your own: a folder that extends what comes with Houvast."""
    try:
        write_folder(folder, {**files_for(name, locales or ()), **schema_files(), SETTINGS: settings("")})
    except BadStart as problem:
        err.print(f"Nothing was written: {problem}")
        raise typer.Exit(EXIT_CALL) from None
    except OSError as problem:
        raise not_written(problem, folder) from None
    out.print(
        f"{folder}/ extends Houvast. Change {folder / 'organisation.yml'} first; {folder / 'README.md'} says how."
    )
    out.print(f"See what it is: houvast serve --courses {folder}")


class Kind(StrEnum):
    """What can be begun."""

    MODULE = "module"
    SCENARIO = "scenario"
    ROLE = "role"
    HAT = "hat"
    PACE = "pace"
    FACT = "fact"
    LOCALE = "locale"


OF_UNITS = frozenset({"title", "owner", "for", "teaches"})
TAKES: Mapping[Kind, frozenset[str]] = {
    Kind.MODULE: OF_UNITS,
    Kind.SCENARIO: OF_UNITS,
    Kind.ROLE: frozenset({"title", "cluster"}),
    Kind.HAT: frozenset({"title"}),
    Kind.PACE: frozenset({"title"}),
    Kind.FACT: frozenset(),
    Kind.LOCALE: frozenset(),
}
"""The options that say something of each kind."""


@app.command()
def new(
    kind: Annotated[Kind, typer.Argument(help="What it is.")],
    name: Annotated[str, typer.Argument(metavar="ID", help="Its id, such as `check-a-quote`; of a locale, `fr`.")],
    title: Annotated[str | None, typer.Option(help="Its title, in the first language.")] = None,
    owner: Annotated[str | None, typer.Option(help="The team that looks after a module or scenario.")] = None,
    audiences: Annotated[list[str] | None, typer.Option("--for", help="A role or cluster it is for. Repeat.")] = None,
    target: Annotated[str | None, typer.Option("--teaches", help="What it is about, such as `judge 1`.")] = None,
    cluster: Annotated[str | None, typer.Option(help="The cluster of a role.")] = None,
    today: Annotated[datetime | None, typer.Option(formats=["%Y-%m-%d"], help="The day to reckon from.")] = None,
    courses: Courses = COURSES,
) -> None:
    """Begin a module, scenario, role, hat, pace, fact or locale. `TODO:` marks what to write; check lists it."""
    given = {"title": title, "owner": owner, "for": audiences, "teaches": target, "cluster": cluster}
    if idle := [option for option, value in given.items() if value and option not in TAKES[kind]]:
        err.print(f"Nothing was written: a {kind} takes no --{idle[0]}; leave it out")
        raise typer.Exit(EXIT_CALL)
    with told():
        catalogue = pipeline.catalogue_of(courses)
    day = today.date() if today else date.today()
    left: tuple[str, ...] = ()
    try:
        if kind is Kind.LOCALE:
            begun = begin_locale(catalogue, courses, theme_folder(), name)
            write_new(theme_folder().parent, begun.files)
            files, left = list(begun.files), begun.left
        elif kind is Kind.FACT:
            path = courses / FACTS
            written = path.read_text(encoding="utf-8") if path.is_file() else None
            write_back(path, begin_fact(catalogue, written, name, day))
            files = [path.as_posix()]
        else:
            wanted = Wanted(name, day, title, owner or OWNER, tuple(audiences or ()), target, cluster)
            made = begin(catalogue, kind, wanted)
            write_new(courses, made)
            files = [(courses / file).as_posix() for file in made]
    except CannotBegin as problem:
        err.print(f"Nothing was written: {problem}")
        raise typer.Exit(EXIT_CALL) from None
    except OSError as problem:
        raise not_written(problem, courses) from None
    for file in files:
        out.print(f"{file} is begun.")
    for step in left or (f"write what `TODO:` marks: houvast check --courses {courses} lists it",):
        out.print(f"Now {step}.")


@app.command()
def schema(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="The folder to write them in.")] = COURSES / FOLDER,
) -> None:
    """Write a JSON Schema of every YAML file, with which an editor completes and checks while you write."""
    texts = {folder / Path(file).name: text for file, text in schema_files().items()}
    try:
        others = [path for path in texts if path.exists() and MADE not in path.read_text(encoding="utf-8")]
        if others:
            err.print(f"Nothing was written: {others[0]} was not made by Houvast; name another folder")
            raise typer.Exit(EXIT_CALL)
        for path, text in texts.items():
            write_whole(path, text.encode())
    except OSError as problem:
        raise not_written(problem, folder) from None
    out.print(f"{len(texts)} schemas in {folder}/. docs/own-courses.md says how an editor finds them.")


def not_written(problem: OSError, folder: Path) -> typer.Exit:
    """Say why something could not be written; the way the run ends."""
    err.print(f"Nothing was written: {problem.strerror or problem}: {problem.filename or folder}")
    return typer.Exit(EXIT_CALL)
