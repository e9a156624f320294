"""What an endpoint says of an error, in whichever of the usual forms."""

import json
from dataclasses import dataclass

from houvast.draft.call.completion import JSON_TROUBLE


@dataclass(frozen=True, slots=True)
class ToldError:
    """Its words, its code in small letters, and the parameter it is about. Empty where nothing is said."""

    message: str = ""
    code: str = ""
    param: str = ""

    def names(self, *words: str) -> bool:
        """Whether one of these words stands in it."""
        return any(word in f"{self.message} {self.param}".lower() for word in words)


def told_error(body: bytes) -> ToldError:
    """`{"error": {…}}` as OpenAI has it, `{"error": "…"}`, or `{"message": …}` and `{"detail": …}`."""
    try:
        value = json.loads(body)
    except JSON_TROUBLE:
        return ToldError()
    if not isinstance(value, dict):
        return ToldError()
    error = value.get("error", value)
    if not isinstance(error, dict):
        return ToldError(str(error))
    code = str(error.get("code") or "")
    kind = str(error.get("type") or "")
    message = str(error.get("message") or error.get("detail") or "")
    return ToldError(message, f"{code} {kind}".lower(), str(error.get("param") or ""))
