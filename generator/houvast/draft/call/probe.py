"""A small question with an answer that no model gives unless the shape of it is enforced."""

from typing import Literal

from pydantic import BaseModel, ConfigDict

from houvast.draft.call.request import Prompt, Request

PROBE_TOKENS = 1000
"""Room for a model that thinks before it answers."""
SEED = 1


class Probe(BaseModel):
    """An answer to a question about the sky that is beside the point."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    tool: Literal["anvil", "quill"]
    is_heavy: bool


PROBE = Request(
    item="the trial question",
    origin="draft.yml",
    prompt=Prompt("probe/v1", "Answer the question in JSON, in as few words as you can."),
    data={"question": "What colour is a clear sky at noon?"},
    wire=Probe,
    max_tokens=PROBE_TOKENS,
)
"""It names none of the keys and values that the schema asks for."""
