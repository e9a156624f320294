"""A package imports only what stands left of it, and a file does one thing."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

HOUVAST = Path(__file__).parent.parent / "generator/houvast"

MAY_IMPORT: dict[str, set[str]] = {
    "diagnostics": set(),
    "model": set(),
    "source": {"model", "diagnostics"},
    "write": set(),
    "propose": {"write", "source", "model"},
    "schema": {"model"},
    "fmt": {"source", "model", "diagnostics"},
    "plan": {"model"},
    "lint": {"plan", "source", "model", "diagnostics"},
    "new": {"schema", "write", "propose", "lint", "source", "model"},
    "compare": {"plan", "model", "diagnostics"},
    "history": set(),
    "init": {"write"},
    "page": {"plan", "model"},
    "site": {"page", "plan", "model", "write"},
}
MAY_IMPORT["pipeline"] = set(MAY_IMPORT)
BELOW_DRAFTS = set(MAY_IMPORT)
MAY_IMPORT["draft"] = BELOW_DRAFTS
MAY_IMPORT["review"] = BELOW_DRAFTS
MAY_IMPORT["cli"] = set(MAY_IMPORT)

FILES = sorted(HOUVAST.rglob("*.py"))


def imports(file: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{file} imports relatively"
            yield from (
                f"{node.module}.{name.name}" if node.module == "houvast" else node.module or "" for name in node.names
            )
        elif isinstance(node, ast.Import):
            yield from (name.name for name in node.names)


@pytest.mark.parametrize("file", FILES, ids=[str(file.relative_to(HOUVAST)) for file in FILES])
def test_imports_point_left(file: Path) -> None:
    package = file.relative_to(HOUVAST).parts[0].removesuffix(".py")
    ours = {name.split(".")[1] for name in imports(file) if name.startswith("houvast.")}
    assert ours <= MAY_IMPORT.get(package, set()) | {package}


def test_only_site_knows_mkdocs() -> None:
    knowing = {
        file.relative_to(HOUVAST).parts[0]
        for file in FILES
        for name in imports(file)
        if name.split(".")[0] in {"mkdocs", "material"}
    }
    assert knowing == {"site"}


def test_every_package_is_in_the_table() -> None:
    assert {path.name.removesuffix(".py") for path in HOUVAST.iterdir() if path.name[0] not in "_."} == set(MAY_IMPORT)
