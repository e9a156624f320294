"""Send scripts, styles and data without their comments and spaces; what stands in the repository stays readable."""

import json
from collections.abc import Callable, Mapping
from pathlib import Path

import rcssmin
import rjsmin

MINIFIERS: Mapping[str, Callable[[str], str]] = {
    ".js": rjsmin.jsmin,
    ".css": rcssmin.cssmin,
    ".json": lambda text: json.dumps(json.loads(text), ensure_ascii=False, separators=(",", ":")),
}


def shrunk(path: Path) -> bytes:
    """The content of a file as a browser gets it; what is none of them stays as it is."""
    minify = MINIFIERS.get(path.suffix)
    return minify(path.read_text(encoding="utf-8")).encode() if minify else path.read_bytes()
