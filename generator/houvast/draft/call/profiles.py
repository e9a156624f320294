"""What differs between endpoints that speak the same language; `endpoint` in draft.yml may say otherwise."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Literal

ProfileName = Literal["openai", "azure", "ollama", "vllm", "llama-cpp"]
"""The endpoints that we know something of."""

TokenParam = Literal["max_tokens", "max_completion_tokens"]
"""What an endpoint calls the bound on an answer."""

SchemaMode = Literal["json_schema", "json_object", "prompt"]
"""How the shape of an answer is asked for: enforced, as some JSON, or by words alone."""


@dataclass(frozen=True, slots=True)
class Profile:
    """The settings of `endpoint` that go without saying. None is for its user to say, or for nobody."""

    base_url: str | None
    token_param: TokenParam
    supports_seed: bool
    supports_temperature: bool
    keeps_bounds: bool
    """Whether a schema may bound numbers, patterns and how many entries a list has."""
    keeps_lengths: bool
    """Whether a schema bounds how long a text is."""
    context_tokens: int | None
    deadline_seconds: float
    schema_mode: SchemaMode = "json_schema"

    @property
    def settings(self) -> Mapping[str, object]:
        """What it fills in, by the keys of `endpoint`."""
        return {name: value for name, value in asdict(self).items() if value is not None}


def _local(port: int, context_tokens: int | None = None) -> Profile:
    return Profile(f"http://127.0.0.1:{port}/v1", "max_tokens", True, True, True, True, context_tokens, 600)


PROFILES: Mapping[ProfileName, Profile] = {
    # Newer models refuse a temperature, and a seed is a best effort: neither is sent unless draft.yml says so.
    "openai": Profile("https://api.openai.com/v1", "max_completion_tokens", False, False, True, False, None, 180),
    # Each resource has its own address: https://NAME.openai.azure.com/openai/v1/. Bounds in a schema are refused.
    "azure": Profile(None, "max_completion_tokens", False, False, False, False, None, 180),
    # Its /v1 cuts a prompt over 4,096 tokens without a word, unless OLLAMA_CONTEXT_LENGTH was set.
    "ollama": _local(11434, 4096),
    "vllm": _local(8000),
    "llama-cpp": _local(8080),
}

CONCURRENCY: Mapping[ProfileName, int] = {"openai": 4, "azure": 4, "ollama": 1, "vllm": 4, "llama-cpp": 1}
"""Calls at once where `limits` says nothing: a model on one machine answers one at a time."""
