"""Put a draft in the courses, beside what is there and never over it."""

from pathlib import Path

from houvast.propose.draft import Draft
from houvast.write import write_new


def write_draft(courses: Path, draft: Draft) -> Path:
    """Write the files of a draft, and return the new folder `modules/<id>`. Where one cannot be written, none is left.

    Raises FileExistsError where that is there already, and OSError where `modules` leads out of the courses.
    """
    folder = courses / "modules" / draft.id
    if folder.exists():
        raise FileExistsError(17, "File exists", str(folder))
    write_new(courses, {f"modules/{draft.id}/{name}": text for name, text in draft.files.items()})
    return folder
