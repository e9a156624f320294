"""`draft.yml`: which model is asked, how, and what it may cost. A key never stands in it."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Annotated

from pydantic import AfterValidator, ConfigDict, Field, model_validator

from houvast.draft.call.address import checked_address, host_of, is_loopback
from houvast.draft.call.profiles import CONCURRENCY, PROFILES, ProfileName, SchemaMode, TokenParam
from houvast.model.text import Line, Shape

KEY_VARIABLE = "HOUVAST_DRAFT_KEY"
"""The environment variable that holds the key where draft.yml names no other."""

Amount = Annotated[Decimal, Field(ge=0, allow_inf_nan=False)]
AtMost = Annotated[int, Field(ge=1)]


class Endpoint(Shape):
    """`endpoint` in draft.yml: who is asked. What it leaves out, its profile fills in."""

    profile: ProfileName
    """What kind of endpoint it is."""
    base_url: Annotated[str, AfterValidator(checked_address)]
    """Its address, which mostly ends in /v1."""
    model: Line
    """The name of the model there; at Azure the name of the deployment."""
    key_variable: Annotated[str, Field(pattern=r"^[A-Z][A-Z0-9_]{2,63}$")] = KEY_VARIABLE
    """The environment variable that holds the key."""
    token_param: TokenParam
    """What the bound on an answer is called."""
    schema_mode: SchemaMode
    """How the shape of an answer is asked for."""
    supports_seed: bool
    """Whether a seed is sent."""
    supports_temperature: bool
    """Whether a temperature is sent."""
    temperature: Annotated[float, Field(ge=0, le=2)] = 0.3
    """How freely the model chooses its words, where it takes that."""
    keeps_bounds: bool
    """Whether a schema may bound numbers, patterns and how many entries a list has."""
    keeps_lengths: bool
    """Whether a schema bounds how long a text is: a small model writes on without end where nothing stops it."""
    context_tokens: AtMost | None = None
    """The tokens that a prompt and its answer may take together."""
    deadline_seconds: Annotated[float, Field(gt=0, le=3600)]
    """Seconds that one attempt may take, all told."""

    @model_validator(mode="before")
    @classmethod
    def _filled_in(cls, data: object) -> object:
        if not isinstance(data, Mapping) or data.get("profile") not in PROFILES:
            return data
        return {**PROFILES[data["profile"]].settings, **data}

    @property
    def host(self) -> str:
        """Who is asked, for reports: no path, no port, no key."""
        return host_of(self.base_url)

    @property
    def is_local(self) -> bool:
        """Whether it is on this very machine."""
        return is_loopback(self.host)

    @property
    def settings(self) -> Mapping[str, str | float | bool | None]:
        """What it is asked with besides model, messages and schema; an answer depends on it."""
        temperature = self.temperature if self.supports_temperature else None
        return {
            "schema_mode": self.schema_mode,
            "keeps_bounds": self.keeps_bounds,
            "keeps_lengths": self.keeps_lengths,
            "temperature": temperature,
        }


class Limits(Shape):
    """`limits` in draft.yml: hard stops of a run."""

    max_calls: AtMost | None = None
    """Calls in one run."""
    max_tokens: AtMost | None = None
    """Tokens in one run, sent and received."""
    max_cost: Amount | None = None
    """Money in one run, in the currency of the model's price."""
    concurrency: Annotated[int, Field(ge=1, le=64)]
    """Calls at once."""


class Price(Shape):
    """What a model costs, per million tokens."""

    model_config = ConfigDict(validate_by_name=True, validate_by_alias=True)

    prompt: Amount = Field(alias="in")
    """Of what is sent."""
    completion: Amount = Field(alias="out")
    """Of what is answered."""
    currency: Annotated[str, Field(pattern=r"^[A-Z]{3}$")]
    """Three capitals, such as EUR."""
    date: date
    """When somebody looked it up."""


class Config(Shape):
    """All of draft.yml."""

    endpoint: Endpoint
    limits: Limits
    prices: dict[Line, Price] = Field(default_factory=dict)

    @model_validator(mode="before")
    @classmethod
    def _filled_in(cls, data: object) -> object:
        match data:
            case {"limits": Limits()}:
                return data
            case {"endpoint": (Endpoint(profile=profile) | {"profile": profile}) as endpoint, **rest} if (
                profile in CONCURRENCY
            ):
                limits = rest.get("limits") or {}
                if isinstance(limits, dict):
                    rest["limits"] = {"concurrency": CONCURRENCY[profile], **limits}
                return {"endpoint": endpoint, **rest}
            case _:
                return data

    @property
    def price(self) -> Price | None:
        """What the model costs that is asked, where somebody wrote it down."""
        return self.prices.get(self.endpoint.model)
