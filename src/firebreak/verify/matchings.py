"""The shape of what is said about private matchings: bounds and hashes (`spec/private-matching.md`).

Whether a part came too early or a set was opened truly is for whoever looks into a dispute; here stands only
what makes a body one or none.
"""

from dataclasses import dataclass
from typing import Final

from firebreak.core.base.cbor import Value
from firebreak.core.base.shape import BadShape, Body, Number, Octets, Text, item
from firebreak.core.envelope.header import HASH_BYTES
from firebreak.core.envelope.kinds import Kind
from firebreak.core.envelope.officer import STATEMENT_KEY

HASH: Final = Octets(exactly=HASH_BYTES)
DESK: Final = Text(most=40, least=1)
NOTE: Final = Text(most=500)
ITEMS_MAX: Final = 2_000
PARTS_MAX: Final = 14
PART_BYTES: Final = 12_000
MINUTE: Final = 60_000
WEEK: Final = 7 * 24 * 60 * MINUTE
OFF: Final = 3
HITS: Final = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposed(Body):
    """What proposes one."""

    from_desk: str = item(2, DESK)
    desk: str = item(3, DESK)
    from_at: int = item(4, Number(least=1))
    until_at: int = item(5, Number(least=1))
    grid: str = item(6, Text(most=16, least=1))
    resolution: int = item(7, Number(most=30))
    reach_m: int = item(8, Number(most=500_000))
    expander: int = item(9, Number(1, 2))
    items_max: int = item(11, Number(1, ITEMS_MAX))
    text: str = item(12, NOTE, default="")

    def __post_init__(self) -> None:
        if not MINUTE <= self.until_at - self.from_at <= WEEK:
            raise ValueError("a bucket of another length")


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer(Body):
    """What answers it."""

    matching: bytes = item(2, HASH)
    word: int = item(3, Number(1, OFF))
    desk: str = item(4, DESK)
    text: str = item(5, NOTE, default="")


@dataclass(frozen=True, slots=True, kw_only=True)
class Commit(Body):
    """What binds a side to a set."""

    matching: bytes = item(1, HASH)
    answer: bytes = item(2, HASH)
    commitment: bytes = item(3, HASH)


@dataclass(frozen=True, slots=True, kw_only=True)
class Part(Body):
    """Bytes of a message."""

    matching: bytes = item(1, HASH)
    role: int = item(2, Number(1, 3))
    number: int = item(3, Number(1, PARTS_MAX))
    of: int = item(4, Number(1, PARTS_MAX))
    whole: bytes = item(5, HASH)
    data: bytes = item(6, Octets(most=PART_BYTES))

    def __post_init__(self) -> None:
        if not self.data or self.number > self.of:
            raise ValueError("a part without a byte, or behind the last one")


@dataclass(frozen=True, slots=True, kw_only=True)
class Done(Body):
    """What an officer says came of it."""

    matching: bytes = item(2, HASH)
    result: int = item(3, Number(1, 3))
    desk: str = item(4, DESK)
    hits: int = item(5, Number(most=ITEMS_MAX), default=0)
    text: str = item(6, NOTE, default="")

    def __post_init__(self) -> None:
        if (self.result == HITS) != bool(self.hits):
            raise ValueError("hits without a number, or a number without hits")


NODES: Final[dict[int, type[Body]]] = {Kind.MATCHING_COMMIT: Commit, Kind.MATCHING_PART: Part}
OFFICERS: Final[dict[int, type[Body]]] = {
    Kind.MATCHING_PROPOSED: Proposed,
    Kind.MATCHING_ANSWER: Answer,
    Kind.MATCHING_DONE: Done,
}


def hold(kind: int, body: dict[int, Value]) -> None:
    """Raise BadShape unless the body has the shape of its kind."""
    if kind in NODES:
        NODES[kind].from_map(body)
    if kind in OFFICERS:
        rest = {key: value for key, value in body.items() if key != STATEMENT_KEY}
        answer = OFFICERS[kind].from_map(rest)
        if isinstance(answer, Answer) and answer.word == OFF and STATEMENT_KEY in body:
            raise BadShape("an officer says what only a node says")
