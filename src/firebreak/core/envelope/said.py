"""An agreed phrase as it travels, in whatever body it stands."""

from dataclasses import dataclass
from typing import Any, Final, cast

from firebreak.core.base.cbor import Value
from firebreak.core.base.shape import Body, Octets, Text, Wire, item

BOOK_ID_BYTES: Final = 16  # the first half of the phrase book's hash
PHRASE_ID_CODE_POINTS_MAX: Final = 40
PARAMETERS_MAX: Final = 8
WORD_CODE_POINTS_MAX: Final = 64


@dataclass(frozen=True, slots=True)
class Parameters(Wire):
    """Parameters of an agreed phrase, each a whole number, a word or a place of two whole numbers."""

    def out(self, value: Any) -> Value:
        self.check(value)
        return [list(cast("tuple[int, int]", each)) if isinstance(each, tuple) else each for each in value]

    def back(self, value: Value) -> Any:
        if not isinstance(value, list):
            raise ValueError("is not a list")
        read = tuple(tuple(each) if isinstance(each, list) else each for each in value)
        self.check(read)
        return read

    def check(self, value: Any) -> None:
        if len(value) > PARAMETERS_MAX:
            raise ValueError(f"has {len(value)} parameters, at most {PARAMETERS_MAX}")
        if not all(_is_parameter(each) for each in value):
            raise ValueError("has a parameter that is no number, no word and no place")


def _is_parameter(value: object) -> bool:
    if isinstance(value, str):
        return len(value) <= WORD_CODE_POINTS_MAX
    if isinstance(value, tuple):
        return [type(each) for each in cast("tuple[object, ...]", value)] == [int, int]
    return type(value) is int


@dataclass(frozen=True, slots=True, kw_only=True)
class SaidPhrase(Body):
    """An agreed phrase as it travels; each side reads it in its own language."""

    book: bytes = item(1, Octets(exactly=BOOK_ID_BYTES))
    "The first 16 bytes of the hash of the phrase book."
    phrase: str = item(2, Text(most=PHRASE_ID_CODE_POINTS_MAX, least=1))
    "The phrase's id in that book."
    parameters: tuple[int | str | tuple[int, int], ...] = item(3, Parameters(), default=())
    "In the order in which the phrase names them."
