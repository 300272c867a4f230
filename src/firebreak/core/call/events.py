"""What calls report. Each event stands for one entry that counts, or for a clock that ran out."""

from dataclasses import dataclass
from enum import IntEnum, StrEnum

from firebreak.core.base.errors import Finding
from firebreak.core.base.events import Event
from firebreak.core.call.bodies import Part, Reason
from firebreak.core.envelope.kinds import Precedence


class Outcome(StrEnum):
    """What became of a call, as far as both logs show it. Only a person makes *declined* or *busy*."""

    UNOFFERED = "unoffered"
    "No offer is known (yet); such a call is not listed."
    PLACED = "placed"
    "Open: nothing is known but the offer."
    RINGING = "ringing"
    "Open: their consoles sound, as their node says."
    ANSWERED = "answered"
    DECLINED = "declined"
    BUSY = "busy"
    NO_ANSWER = "no_answer"
    UNATTENDED = "unattended"
    WITHDRAWN = "withdrawn"
    UNREACHABLE = "unreachable"
    GLARE = "glare"
    "Given up for the call that the other side placed at the same time; no attempt of its own."


class Why(IntEnum):
    """Why a call back is asked for."""

    CROSSED = 1
    "Answered as the caller hung up."
    PROPOSED = 2
    "The officer who did not take it names an instant."
    GLARE = 3
    "Both called, and the call that was kept was given up before anybody took it."


@dataclass(frozen=True, slots=True, kw_only=True)
class CallEvent(Event):
    """Something about one call."""

    call: bytes
    "The call's id, 16 bytes."
    ours: bool
    "Whether our side is the caller."
    outcome: Outcome
    "The outcome as it stands after this."


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed(CallEvent):
    """The call stands in the caller's record."""

    desk: str
    "The desk that is called."
    from_desk: str
    "The desk that calls."
    precedence: Precedence
    subject: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Rang(CallEvent):
    """The callee's consoles sound for this call."""

    consoles: int
    "How many, as the callee's node counts them."


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered(CallEvent):
    """An officer of the callee took the call."""

    desk: str
    officer: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Declined(CallEvent):
    """An officer of the callee did not take the call, and said so."""

    desk: str
    officer: str
    reason: Reason
    call_back_at: int | None
    "When to try again, milliseconds UTC, if they named an instant."
    message: str
    "Their words, as signed: escape them for the place where they are shown."


@dataclass(frozen=True, slots=True, kw_only=True)
class WasBusy(CallEvent):
    """An officer of the callee said that they were in another call."""

    desk: str
    officer: str
    call_back_at: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class RangOut(CallEvent):
    """The ring time passed at the callee and nobody came: *no_answer*."""

    rang_seconds: int
    late: bool
    "The callee's node was down or stalled meanwhile; it rang at most so long."


@dataclass(frozen=True, slots=True, kw_only=True)
class WasUnattended(CallEvent):
    """The callee's node took the offer; nobody was on watch at the desk."""

    desk: str
    late: bool
    "The node itself was down or stalled while it should have rung."


@dataclass(frozen=True, slots=True, kw_only=True)
class Withdrawn(CallEvent):
    """The caller gave up."""

    by_timer: bool
    "Not by a person: the ring time passed without a word from the callee."
    late: bool
    "The caller's node was down or stalled when it should have given up."


@dataclass(frozen=True, slots=True, kw_only=True)
class NotReached(CallEvent):
    """The caller saw no sign of the callee's node while it tried: *unreachable*."""

    tried_seconds: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Glared(CallEvent):
    """The caller gave this call up for the one that came the other way."""

    kept: bytes
    "Id of that call."


@dataclass(frozen=True, slots=True, kw_only=True)
class HungUp(CallEvent):
    """One side of an answered call hung up, or closed its account of it."""

    by: Part
    seconds: int
    media_up: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class CallBackAsked(CallEvent):
    """Somebody should call back."""

    why: Why
    call_back_at: int | None = None
    "When, milliseconds UTC; None means now."


@dataclass(frozen=True, slots=True, kw_only=True)
class RingCoalesced(CallEvent):
    """Too many offers within a minute: this one is listed and does not sound by itself."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OutcomeCorrected(CallEvent):
    """An entry that arrived late changed the outcome of a call that was over."""

    before: Outcome


@dataclass(frozen=True, slots=True, kw_only=True)
class CallDoubted(CallEvent):
    """An entry about this call is stored and does not count."""

    finding: Finding
