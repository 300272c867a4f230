"""Shapes of requests and answers: nothing is converted, nothing unknown is accepted."""

from pydantic import BaseModel, ConfigDict


class Strict(BaseModel):
    """A body with exactly these fields of exactly these types."""

    model_config = ConfigDict(strict=True, extra="forbid", hide_input_in_errors=True)


class ErrorForm(Strict):
    """What every refusal looks like."""

    code: str
    "FBnnn, explained in docs/errors.md."
    text: str
    hint: str
