"""What line checks and suspension report."""

from dataclasses import dataclass
from enum import Enum, IntEnum, auto

from firebreak.core.base.errors import Finding
from firebreak.core.base.events import Event
from firebreak.core.envelope.header import Ref
from firebreak.core.linecheck.bodies import CheckRefusal, Trouble
from firebreak.core.linecheck.status import Status
from firebreak.core.linecheck.suspending import LineSuspend


class HealthWord(Enum):
    """What desks are told of the node and of floods, each in words of every language."""

    FLOODS = auto()
    SLOWS = auto()
    LINK_UP = auto()
    LINK_LOST = auto()
    SPACE_LOW = auto()
    CLOCKS_APART = auto()
    STORE_FAILED = auto()
    OVER = auto()


class Result(IntEnum):
    """How a check ended."""

    GOOD = 1
    LATE = 2
    MISSED = 3
    REFUSED = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckAsked(Event):
    """A check stands in the record of the side that asks."""

    ref: Ref
    ours: bool
    number: int
    path: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckAnswered(Event):
    """The counterpart's node answered our check."""

    number: int
    result: Result
    "MISSED when the answer came after we had stated that none had come."
    round_trip_ms: int
    trouble: int
    "What the counterpart's node says is wrong with itself."
    apart_ms: int = 0
    "By how much the two clocks differ at least; 0 when both can be right. One of them is wrong."


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckWentUnanswered(Event):
    """No answer to our check came in time. The cause is unknown."""

    number: int
    slot: int
    "Instant of the slot, 0 for a check by hand."
    in_a_row: int


@dataclass(frozen=True, slots=True, kw_only=True)
class CounterpartMissedCheck(Event):
    """The counterpart states that our answer had not come in time."""

    number: int
    slot: int


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckRefused(Event):
    """An officer refused a check. It is contact all the same."""

    ours: bool
    "Whether it was our officer who refused."
    officer: str
    reason: CheckRefusal
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonChecked(Event):
    """A person was there, read and signed."""

    ours: bool
    desk: str
    officer: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StatusChanged(Event):
    """The line has another colour, or another reason for it."""

    status: Status


@dataclass(frozen=True, slots=True, kw_only=True)
class TroubleChanged(Event):
    """Something around our own node began or ended; the counterpart is told with the next line check."""

    began: tuple[Trouble, ...]
    ended: tuple[Trouble, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkUp(Event):
    """A link carries the line."""

    link: str
    links: int
    "How many there are now."


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkLost(Event):
    """A link carries the line no more. Why is not known."""

    link: str
    links: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SpaceLow(Event):
    """Our disk will soon have no more free space than its reserve."""

    free: int
    "Bytes."
    reserve: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ClocksApart(Event):
    """Our clock and the counterpart's differ by more than both say they may. One of them is wrong."""

    apart_ms: int


@dataclass(frozen=True, slots=True, kw_only=True)
class StoreFailed(Event):
    """Our store has failed: this node signs nothing more and ends."""

    code: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckDoubted(Event):
    """Something about a check or a suspension does not fit; it is shown and stops nothing."""

    finding: Finding


@dataclass(frozen=True, slots=True, kw_only=True)
class LineSuspended(Event):
    """A party has suspended the line or part of it, or changed what is suspended."""

    ours: bool
    officer: str
    body: LineSuspend


@dataclass(frozen=True, slots=True, kw_only=True)
class SuspensionEnded(Event):
    """By our own clock a suspension has run out."""

    ours: bool
    entry: Ref


@dataclass(frozen=True, slots=True, kw_only=True)
class LineRestored(Event):
    """The party that suspended the line has restored it."""

    ours: bool
    officer: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LineClosed(Event):
    """A party has ended the line for good."""

    ours: bool
    officer: str
    reason: str
