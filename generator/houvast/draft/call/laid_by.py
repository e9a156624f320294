"""Answers that brought nothing, laid by as they came for a person to look at."""

import re
from pathlib import Path

from houvast.draft.call.private import write_private

FAILED = Path(".houvast/draft-failed")
"""Where they lie, in the folder where one works."""


def lay_by(folder: Path, item: str, key: str, raw: str) -> None:
    """Keep an answer under the name of its item, in the place of an earlier one; an empty one is not kept."""
    if raw:
        name = re.sub(r"[^A-Za-z0-9-]+", "-", item).strip("-")[:60]
        write_private(folder / f"{name}-{key[:12]}.txt", raw)
