"""Receipts (`spec/message.md`): what a node says by itself, and what only a person says."""

from dataclasses import dataclass
from enum import IntEnum
from typing import ClassVar, Final

from firebreak.core.base.shape import Body, Choice, Flag, Inside, Number, Octets, Several, Text, item
from firebreak.core.envelope.header import HASH_BYTES
from firebreak.core.envelope.kinds import Precedence
from firebreak.core.envelope.officer import Action, StatedBody
from firebreak.core.message.bodies import DESK
from firebreak.core.message.levels import Level
from firebreak.core.record.bodies import RUNS_MAX, Named, Run

AHEAD_MAX: Final = 64  # entries beyond a gap that one receipt names
SHOWN_MAX: Final = 256  # entries of one batch on one console
CONSOLES_MAX: Final = 1_000
PARAPHRASE_CODE_POINTS_MAX: Final = 1_000  # the reader's own words are shorter than the message
REASON_CODE_POINTS_MAX: Final = 500

ENTRY: Final = Octets(exactly=HASH_BYTES)


class RefusalReason(IntEnum):
    """Why an officer refuses a message."""

    NONE_GIVEN = 0
    WRONG_DESK = 1
    WRONG_LEVEL = 2
    NOT_UNDERSTOOD = 3
    LANGUAGE = 4
    SUSPENDED = 5
    NOT_ACCEPTED = 6
    OTHER = 7


class BadReason(IntEnum):
    """Why a node cannot use an entry that it has stored."""

    UNDECODABLE = 1
    COMMITMENT = 2
    "The body is not the one that was signed."
    CRITICAL = 3
    "It needs an extension that this version does not know."
    LIMIT = 4
    OTHER = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class ReceiptNode(Body):
    """R1 for what the field `seen` cannot say: further runs of entries, and single ones beyond a gap."""

    runs: tuple[Run, ...] = item(1, Several(Inside(Run), most=RUNS_MAX), default=())
    ahead: tuple[Named, ...] = item(2, Several(Inside(Named), most=AHEAD_MAX), default=())


@dataclass(frozen=True, slots=True, kw_only=True)
class ReceiptDesk(Body):
    """R2: these entries were drawn on consoles of a desk with an officer logged in."""

    entries: tuple[bytes, ...] = item(1, Several(ENTRY, most=SHOWN_MAX))
    desk: str = item(2, DESK)
    consoles: int = item(3, Number(least=1, most=CONSOLES_MAX), default=1)
    "On how many consoles."


@dataclass(frozen=True, slots=True, kw_only=True)
class ReceiptRead(StatedBody):
    """R3: an officer opened the entry."""

    ACTION: ClassVar[Action] = Action.READ
    LEVEL: ClassVar[Level] = Level.READ

    entry: bytes = item(2, ENTRY)
    desk: str = item(3, DESK)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReceiptAcknowledge(StatedBody):
    """R4: an officer has understood the entry."""

    ACTION: ClassVar[Action] = Action.ACKNOWLEDGE
    LEVEL: ClassVar[Level] = Level.ACKNOWLEDGED

    entry: bytes = item(2, ENTRY)
    desk: str = item(3, DESK)
    paraphrase: str = item(4, Text(most=PARAPHRASE_CODE_POINTS_MAX), default="")
    "The content in the reader's own words: a read-back."


@dataclass(frozen=True, slots=True, kw_only=True)
class ReceiptRefuse(StatedBody):
    """An officer refuses the entry."""

    ACTION: ClassVar[Action] = Action.REFUSE
    LEVEL: ClassVar[Level] = Level.REFUSED

    entry: bytes = item(2, ENTRY)
    desk: str = item(3, DESK)
    reason: RefusalReason = item(4, Choice(RefusalReason), default=RefusalReason.NONE_GIVEN)
    text: str = item(5, Text(most=REASON_CODE_POINTS_MAX), default="")


PersonsReceipt = ReceiptRead | ReceiptAcknowledge | ReceiptRefuse


@dataclass(frozen=True, slots=True, kw_only=True)
class ReceiptBad(Body):
    """The node has stored the entry and cannot use it."""

    entry: Named = item(1, Inside(Named))
    reason: BadReason = item(2, Choice(BadReason))
    text: str = item(3, Text(most=REASON_CODE_POINTS_MAX), default="")


@dataclass(frozen=True, slots=True, kw_only=True)
class EscalationMissed(Body):
    """Our own statement that no receipt had come when its time was up. It says nothing about why."""

    entry: bytes = item(1, ENTRY)
    level: Level = item(2, Choice(Level))
    "The step that was due."
    precedence: Precedence = item(3, Choice(Precedence), default=Precedence.ROUTINE)
    restart: bool = item(4, Flag(), default=False)
    "Whether our own node did not run when the time was up, so that it was noticed later."
