"""Golden files: whole outputs, read by a person when they change."""

from pathlib import Path

import pytest

FOLDER = Path(__file__).parent


def compare(name: str, text: str, request: pytest.FixtureRequest) -> None:
    """Compare a text with the golden file of this name; `pytest --write-golden` writes it anew."""
    path = FOLDER / name
    if request.config.getoption("--write-golden"):
        path.write_text(text, encoding="utf-8")
    assert text == path.read_text(encoding="utf-8"), f"{name} differs; read it, then pytest --write-golden"
