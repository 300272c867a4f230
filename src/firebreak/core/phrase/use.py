"""A phrase as it travels: which book, which phrase, its parameters in order."""

from dataclasses import dataclass
from typing import Any, Final, cast

from firebreak.core.base.cbor import Value
from firebreak.core.base.shape import Body, Octets, Text, Wire, item

BOOK_ID_BYTES: Final = 16  # the first half of the hash; the line agreement holds the whole of it
PHRASE_ID_CODE_POINTS_MAX: Final = 40  # the longest of version 1 has 25
PARAMETERS_MAX: Final = 8  # a phrase with more is a form, not a phrase
WORD_CODE_POINTS_MAX: Final = 64  # desks and code words of any book


@dataclass(frozen=True, slots=True)
class Loose(Wire):
    """Parameters of a phrase whose book may not be known here: bounded, otherwise as they came."""

    def out(self, value: Any) -> Value:
        return self._held(list(cast("tuple[Value, ...]", value)))

    def back(self, value: Value) -> tuple[Value, ...]:
        if not isinstance(value, list):
            raise ValueError("is not a list")
        return tuple(self._held(value))

    def _held(self, value: list[Value]) -> list[Value]:
        if len(value) > PARAMETERS_MAX:
            raise ValueError(f"has {len(value)} parameters, at most {PARAMETERS_MAX}")
        if not all(_fits(each) for each in value):
            raise ValueError("has a parameter that is no number, no word and no place")
        return value


def _fits(value: Value) -> bool:
    if isinstance(value, str):
        return len(value) <= WORD_CODE_POINTS_MAX
    if isinstance(value, list):
        return [type(each) for each in value] == [int, int]
    return type(value) is int


@dataclass(frozen=True, slots=True, kw_only=True)
class PhraseUse(Body):
    """One agreed phrase said on a line."""

    book: bytes = item(1, Octets(exactly=BOOK_ID_BYTES))
    "The first 16 bytes of the book's hash."
    phrase: str = item(2, Text(most=PHRASE_ID_CODE_POINTS_MAX, least=1))
    "The phrase's id."
    parameters: tuple[Value, ...] = item(3, Loose(), default=())
    "In the order in which the phrase names them."
