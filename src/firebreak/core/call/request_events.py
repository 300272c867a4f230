"""What requests for calls report. Each stands for an entry that counts, or for a clock that ran out."""

from dataclasses import dataclass

from firebreak.core.base.errors import Finding
from firebreak.core.base.events import Event
from firebreak.core.base.instants import Instant
from firebreak.core.call.asking import Answer, Window
from firebreak.core.call.bodies import Reason
from firebreak.core.envelope.kinds import Precedence


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestEvent(Event):
    """Something about a request for a call."""

    request: bytes
    "The request's id, 16 bytes."
    ours: bool
    "Whether our side asks."


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestMade(RequestEvent):
    """A request stands in the record; the clock of the reply runs."""

    desk: str
    from_desk: str
    level: str
    precedence: Precedence
    officer: str
    reply_by: Instant
    "Line time by which a reply is due."


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestAnswered(RequestEvent):
    """An officer replied to a request, or to a proposed time."""

    answer: Answer
    officer: str
    by_us: bool
    window: Window | None
    "The time that is now proposed or agreed."
    reason: Reason
    text: str
    "Their words, as signed: escape them for the place where they are shown."


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestOverdue(RequestEvent):
    """The clock of a reply ran out. It says nothing about why."""

    our_turn: bool
    "Whether the reply is ours to give."
    late: bool
    "The alarm comes late because this node was down or stalled; it may have come before."


@dataclass(frozen=True, slots=True, kw_only=True)
class CallDue(RequestEvent):
    """The agreed time has come: the desks connect first, then their principals."""

    desk: str
    from_desk: str
    window: Window
    late: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestDoubted(RequestEvent):
    """A request or reply is stored and does not count."""

    finding: Finding
