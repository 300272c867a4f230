"""What line checks say."""

from dataclasses import dataclass
from enum import IntEnum, IntFlag
from typing import ClassVar, Final

from firebreak.core.base.shape import Body, Choice, Number, Octets, Text, item
from firebreak.core.envelope.officer import Action, StatedBody

NONCE_BYTES: Final = 16
PATH_CODE_POINTS_MAX: Final = 64
CHECK_TEXT_CODE_POINTS_MAX: Final = 200
REASON_CODE_POINTS_MAX: Final = 500
CHECK_TEXT: Final = "Grüße aus dem Fjord · съешь ещё булок · з'їж ґаву · quick brown fox 0123456789"
"Every alphabet of the line goes through every path with every check."

NONCE: Final = Octets(exactly=NONCE_BYTES)
CHECK_WORDS: Final = Text(most=CHECK_TEXT_CODE_POINTS_MAX)


class Trouble(IntFlag):
    """What a node knows to be wrong with itself; it travels with every answer to a check."""

    NONE = 0
    STORAGE = 1
    CLOCK = 2
    LINK = 4
    WITNESS = 8
    CONTRADICTION = 16
    "Two different entries are signed under one number."
    SPACE = 32
    "The disk has no more free space than its reserve: only what is urgent is taken in."


FELT: Final = Trouble.CLOCK | Trouble.LINK | Trouble.WITNESS | Trouble.SPACE
"What comes and goes with the machine around the node, and is looked at again and again."

_TROUBLE: Final = Number(most=0xFFFF)


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckPing(Body):
    """A question that only a node which is there now can answer."""

    nonce: bytes = item(1, NONCE)
    number: int = item(2, Number(least=1))
    "Running number of the asking side's checks."
    path: str = item(3, Text(most=PATH_CODE_POINTS_MAX), default="")
    "The link it is asked over, as the asking side calls it; empty for any."
    text: str = item(4, CHECK_WORDS, default=CHECK_TEXT)
    slot: int = item(5, Number(), default=0)
    "Instant of the slot it belongs to; 0 for a check by hand."


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckPong(Body):
    """The answer: nonce, number and text come back, with what the node knows to be wrong with itself."""

    nonce: bytes = item(1, NONCE)
    number: int = item(2, Number(least=1))
    text: str = item(3, CHECK_WORDS, default=CHECK_TEXT)
    trouble: int = item(4, _TROUBLE, default=0)
    "A set of `Trouble`; bits that this version does not know are kept."


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckPerson(StatedBody):
    """A check by a person, once per watch: somebody is there and can read and sign."""

    ACTION: ClassVar[Action] = Action.CHECK

    desk: str = item(2, Text(most=40, least=1))
    text: str = item(3, CHECK_WORDS, default=CHECK_TEXT)
    path: str = item(4, Text(most=PATH_CODE_POINTS_MAX), default="")


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckMissed(Body):
    """Our own statement that no answer came in time. It says nothing about why."""

    nonce: bytes = item(1, NONCE)
    number: int = item(2, Number(least=1))
    slot: int = item(3, Number(), default=0)


class CheckRefusal(IntEnum):
    """Why an officer refuses a check."""

    NONE_GIVEN = 0
    OFF_HOURS = 1
    EXERCISE = 2
    SUSPENDED = 3
    OTHER = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckRefuse(StatedBody):
    """An officer refuses a check. A refusal is contact all the same."""

    ACTION: ClassVar[Action] = Action.REFUSE

    nonce: bytes = item(2, NONCE)
    reason: CheckRefusal = item(3, Choice(CheckRefusal), default=CheckRefusal.NONE_GIVEN)
    text: str = item(4, Text(most=REASON_CODE_POINTS_MAX), default="")
