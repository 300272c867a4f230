"""What line checks and suspension report."""

from dataclasses import dataclass
from enum import IntEnum

from firebreak.core.base.errors import Finding
from firebreak.core.base.events import Event
from firebreak.core.envelope.header import Ref
from firebreak.core.linecheck.bodies import CheckRefusal
from firebreak.core.linecheck.status import Status
from firebreak.core.linecheck.suspending import LineSuspend


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
