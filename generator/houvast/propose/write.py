"""Put a draft in the courses, beside what is there and never over it."""

from pathlib import Path

from houvast.propose.draft import Draft


def write_draft(courses: Path, draft: Draft) -> Path:
    """Write the files of a draft, and return the new folder `modules/<id>`.

    Raises FileExistsError where that is there already, and OSError where `modules` leads out of the courses.
    """
    modules = courses / "modules"
    if not modules.resolve().is_relative_to(courses.resolve()):
        raise OSError(f"{modules} leads out of {courses}")
    folder = modules / draft.id
    folder.mkdir(parents=True)
    for name, text in draft.files.items():
        with (folder / name).open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    return folder
