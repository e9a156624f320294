"""Material's stylesheet, without what no page of ours can meet."""

import hashlib
import re
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

import material
import tinycss2
from tinycss2 import ast

from houvast.site.packaged import theme_folder

TEMPLATES = Path(material.__file__).parent / "templates"

CLASSES = frozenset({"md-typeset"})
"""The classes of Material that our pages have. What stands in an article is written by us, so none come by surprise."""

ATTRIBUTES = ("dir", "data-md-")
"""How the attributes begin that our pages never have."""

USE = re.compile(r"var\(\s*(--[\w-]+)")
NESTED = frozenset({"media", "supports"})
DROPPED = frozenset({"font-face", "keyframes", "-webkit-keyframes"})


def original() -> Path:
    """The stylesheet as Material brings it, in the folder that plain MkDocs takes it from."""
    return next(TEMPLATES.glob("assets/stylesheets/main.*.min.css"))


def original_address() -> str:
    """Where that stands under a locale in a site that plain MkDocs made."""
    return original().relative_to(TEMPLATES).as_posix()


@cache
def stylesheet() -> tuple[str, bytes]:
    """The address of ours under a locale, with a hash of its content, and the content."""
    ours = "".join(path.read_text(encoding="utf-8") for path in sorted((theme_folder() / "assets").rglob("*.css")))
    content = pruned(original().read_text(encoding="utf-8"), ours).encode()
    return f"assets/stylesheets/main.{hashlib.sha256(content).hexdigest()[:8]}.min.css", content


def pruned(css: str, others: str = "") -> str:
    """The rules that can meet an element of ours, with the properties that they or `others` use."""
    nodes = tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True)
    kept = "".join(_kept(nodes))
    while (fewer := _without_unused(kept, others)) != kept:
        kept = fewer
    return kept


def _kept(nodes: Iterable[ast.Node]) -> Iterator[str]:
    for node in nodes:
        if isinstance(node, ast.QualifiedRule):
            if selectors := [one for one in _selectors(node.prelude) if _can_meet(one)]:
                prelude = ",".join(tinycss2.serialize(one).strip() for one in selectors)
                yield f"{prelude}{{{tinycss2.serialize(node.content)}}}"
        elif isinstance(node, ast.AtRule) and node.lower_at_keyword in NESTED and node.content:
            held = tinycss2.parse_rule_list(node.content, skip_comments=True, skip_whitespace=True)
            if inner := "".join(_kept(held)):
                yield f"@{node.at_keyword}{tinycss2.serialize(node.prelude)}{{{inner}}}"
        elif isinstance(node, ast.AtRule) and node.lower_at_keyword not in DROPPED:
            yield node.serialize()


def _selectors(prelude: Iterable[ast.Node]) -> list[list[ast.Node]]:
    """A list of selectors, apart."""
    selectors: list[list[ast.Node]] = [[]]
    for token in prelude:
        if isinstance(token, ast.LiteralToken) and token.value == ",":
            selectors.append([])
        else:
            selectors[-1].append(token)
    return selectors


def _can_meet(selector: list[ast.Node]) -> bool:
    """Whether there may be an element for a selector; what stands within `:not()` and the like is not looked at."""
    for before, token in zip([None, *selector], selector, strict=False):
        follows_dot = isinstance(before, ast.LiteralToken) and before.value == "."
        if follows_dot and isinstance(token, ast.IdentToken) and token.value not in CLASSES:
            return False
        if isinstance(token, ast.SquareBracketsBlock) and tinycss2.serialize(token.content).startswith(ATTRIBUTES):
            return False
    return True


def _without_unused(css: str, others: str) -> str:
    """The same rules without custom properties that nothing uses."""
    used = set(USE.findall(css)) | set(USE.findall(others))
    return re.sub(
        r"(--[\w-]+):((?:[^;{}\"'()]|\"[^\"]*\"|'[^']*'|\((?:[^()\"']|\"[^\"]*\"|'[^']*'|\([^()]*\))*\))*)(;|(?=\}))",
        lambda found: found[0] if found[1] in used else "",
        css,
    )
