"""What stands in the entries of a private matching (`spec/private-matching.md`, decision 0021).

Officers propose, answer and conclude; nodes write commitments and parts, which are opaque to them. The name
of a matching is the hash of the entry by which it is proposed.
"""

from dataclasses import dataclass
from enum import IntEnum
from hashlib import sha256
from typing import ClassVar, Final

from firebreak.core.base.instants import DAY, MINUTE
from firebreak.core.base.shape import Body, Choice, Number, Octets, Text, item
from firebreak.core.envelope.officer import Action, StatedBody

DESK: Final = Text(most=40, least=1)
NAME: Final = Octets(exactly=32)
"The hash of an entry."
NOTE: Final = Text(most=500)

ITEMS_MAX: Final = 2_000  # a larger set would be a list of every cell of a region
RESOLUTION_MAX: Final = 30
REACH_M_MAX: Final = 500_000
BUCKET_MIN: Final = MINUTE
BUCKET_MAX: Final = 7 * DAY  # whoever says so little of the time as a week says nothing worth asking

PART_BYTES: Final = 12_000  # a body holds 16,384
ITEM_BYTES: Final = 80  # of a message for each item; 35 are usual, and 65 a point that is not compressed
FRAME_BYTES: Final = 1_024  # of a message beside its items
PARTS_MAX: Final = -(-(FRAME_BYTES + ITEM_BYTES * ITEMS_MAX) // PART_BYTES)


class Expander(IntEnum):
    """Which side adds to each of its cells the cells around it, so that a reach is covered once."""

    PROPOSER = 1
    ANSWERER = 2


class Word(IntEnum):
    """What the other side answers."""

    ACCEPT = 1
    DECLINE = 2
    OFF = 3
    "A node says so by itself where private matching is not switched on."


class Role(IntEnum):
    """What a message is to its sender: each side asks about the other's set and answers about its own."""

    REQUEST = 1
    SETUP = 2
    RESPONSE = 3


class Result(IntEnum):
    """What an officer says came of it. It is that officer's word: nothing in the record proves it."""

    HITS = 1
    NOTHING = 2
    NOT_TOLD = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class MatchingPropose(StatedBody):
    """An officer proposes one matching over one bucket of time."""

    ACTION: ClassVar = Action.PROPOSE

    from_desk: str = item(2, DESK)
    desk: str = item(3, DESK)
    from_at: int = item(4, Number(least=1))
    "The bucket begins, milliseconds UTC."
    until_at: int = item(5, Number(least=1))
    grid: str = item(6, Text(most=16, least=1))
    "Which cells, for example `h3`."
    resolution: int = item(7, Number(most=RESOLUTION_MAX))
    reach_m: int = item(8, Number(most=REACH_M_MAX))
    expander: Expander = item(9, Choice(Expander))
    items_max: int = item(11, Number(1, ITEMS_MAX))
    "Both sides fill their sets up to it, so that neither shows how many places it has."
    text: str = item(12, NOTE, default="")

    def __post_init__(self) -> None:
        if not BUCKET_MIN <= self.until_at - self.from_at <= BUCKET_MAX:
            raise ValueError("a bucket is one minute to seven days long")


@dataclass(frozen=True, slots=True, kw_only=True)
class MatchingAnswer(StatedBody):
    """An officer of the other side accepts or declines, or its node says that it does not do such things."""

    ACTION: ClassVar = Action.CONSENT
    NODE_MAY: ClassVar[bool] = True

    matching: bytes = item(2, NAME)
    word: Word = item(3, Choice(Word))
    desk: str = item(4, DESK)
    text: str = item(5, NOTE, default="")

    def __post_init__(self) -> None:
        if self.word is Word.OFF and self.statement is not None:
            raise ValueError("a node says this, and no officer")


@dataclass(frozen=True, slots=True, kw_only=True)
class MatchingCommit(Body):
    """A node: what its side's set is, hidden, before either side learns anything of the other's."""

    matching: bytes = item(1, NAME)
    answer: bytes = item(2, NAME)
    "The entry by which it was accepted."
    commitment: bytes = item(3, NAME)
    "See `commitment`."


@dataclass(frozen=True, slots=True, kw_only=True)
class MatchingPart(Body):
    """A node: a piece of one message. Its header refers to its own side's commitment and the other's."""

    matching: bytes = item(1, NAME)
    role: Role = item(2, Choice(Role))
    number: int = item(3, Number(1, PARTS_MAX))
    "Counted from 1."
    of: int = item(4, Number(1, PARTS_MAX))
    whole: bytes = item(5, NAME)
    "SHA-256 of the whole message."
    data: bytes = item(6, Octets(most=PART_BYTES))

    def __post_init__(self) -> None:
        if not self.data:
            raise ValueError("a part without a byte")
        if self.number > self.of:
            raise ValueError(f"part {self.number} of {self.of}")


@dataclass(frozen=True, slots=True, kw_only=True)
class MatchingDone(StatedBody):
    """An officer says what came of it, or that it will not be told."""

    ACTION: ClassVar = Action.CONCLUDE

    matching: bytes = item(2, NAME)
    result: Result = item(3, Choice(Result))
    desk: str = item(4, DESK)
    hits: int = item(5, Number(most=ITEMS_MAX), default=0)
    "How many cells both sides named."
    text: str = item(6, NOTE, default="")

    def __post_init__(self) -> None:
        if (self.result is Result.HITS) != bool(self.hits):
            raise ValueError("hits without a number, or a number without hits")


def message_bytes_max(items_max: int) -> int:
    """How large one message of a matching may be."""
    return FRAME_BYTES + ITEM_BYTES * items_max


def parts_max(items_max: int) -> int:
    """In how many parts it travels at most."""
    return -(-message_bytes_max(items_max) // PART_BYTES)


def cut(data: bytes) -> list[bytes]:
    """The parts of a message."""
    return [data[start : start + PART_BYTES] for start in range(0, len(data), PART_BYTES)]


def whole_of(data: bytes) -> bytes:
    """By what every part names the message that it belongs to."""
    return sha256(data).digest()
