"""Read draft.yml; what is wrong in it is told at its line, and never by repeating what could be a key."""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from houvast.diagnostics import Finding, Place
from houvast.draft.call.config import KEY_VARIABLE, Config
from houvast.source.files import read_text
from houvast.source.rules import MISSING_KEY, UNKNOWN_KEY
from houvast.source.shape import shaped
from houvast.source.yaml import Located, Value, read_yaml

NAME = Path("draft.yml")
"""Where it is looked for: the folder where one works."""

EXAMPLE = "endpoint: {profile: ollama, model: qwen3:8b}"
"""The least that draft.yml holds."""

_A_SECRET = re.compile(r"^(?:api|access|secret|auth)?[-_]?(?:key|token|secret|password|authorization|bearer)$", re.I)


class BadConfig(Exception):
    """draft.yml cannot be used. Its words show places and ways out, and no line of the file."""

    def __init__(self, findings: Sequence[Finding]) -> None:
        self.findings = tuple(findings)
        super().__init__("\n".join(f"{found.place}: {found.message}; {found.way_out}" for found in findings))


def read_config(path: Path = NAME) -> Config:
    """What the file says, with what its profile fills in. Raises BadConfig."""
    shown = str(path)
    if not path.exists():
        raise BadConfig([_not_there(shown)])
    text = read_text(path, path.parent, shown)
    if isinstance(text, Finding):
        raise BadConfig([text])
    located, findings = read_yaml(text, shown)
    if located is None:
        raise BadConfig(findings)
    if secrets := list(_secrets(located, located.value, ())):
        raise BadConfig(secrets)
    config, more = shaped(Config, located)
    if config is None or findings or more:
        raise BadConfig([*findings, *more])
    return config


def _not_there(shown: str) -> Finding:
    return Finding.of(MISSING_KEY, Place(shown), "there is no such file", f"write it with at least: `{EXAMPLE}`")


def _secrets(located: Located, value: Value, path: tuple[str | int, ...]) -> Iterator[Finding]:
    """Each place where a key stands by its name."""
    if isinstance(value, list):
        for index, held in enumerate(value):
            yield from _secrets(located, held, (*path, index))
    if isinstance(value, dict):
        for name, held in value.items():
            if path[:1] != ("prices",) and _A_SECRET.match(str(name)):
                message = f"`{name}`: a key does not stand in a file, where it would be shared with the folder"
                way_out = (
                    f"take the line out and put the key in the environment variable {KEY_VARIABLE}, or in another one "
                    "that `key_variable` names; if others saw this file, have the key replaced"
                )
                yield Finding.of(UNKNOWN_KEY, located.place((*path, name)), message, way_out)
            else:
                yield from _secrets(located, held, (*path, name))
