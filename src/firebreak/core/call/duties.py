"""What a node owes to a waiting call, and when: its automatic entries (`spec/call.md`, I18, I20).

Nothing is remembered here. What is owed follows from the account of the call and from the line time `at`
of its entries, so that it is the same after a restart. The counterpart's clock is never asked.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final, Protocol

from firebreak.core.base.instants import SECOND, Instant
from firebreak.core.base.shape import Body
from firebreak.core.call.bodies import (
    RING_SECONDS_MAX,
    SPAN_SECONDS_MAX,
    CallCancel,
    CallGlare,
    CallNoAnswer,
    CallRinging,
    CallUnattended,
    CallUnreachable,
)
from firebreak.core.call.book import Call
from firebreak.core.call.facts import knew_of
from firebreak.core.call.table import State
from firebreak.core.envelope.kinds import Kind
from firebreak.core.envelope.learnt import Draft

GRACE_SECONDS: Final = 30  # their word that it rang out, or a receipt, takes at most so long on its way
REST_SECONDS: Final = RING_SECONDS_MAX + 2 * GRACE_SECONDS  # by then every honest caller has given up
LATE_SECONDS: Final = 5  # a running node is on time within two; after more it was down or stalled


class Attendance(Protocol):
    """Who is on watch at our desks, as the node knows it."""

    def consoles(self, desk: str) -> int:
        """How many consoles of the desk sound when it is called."""
        ...

    def attended(self, desk: str) -> bool:
        """Whether an officer is on watch at the desk."""
        ...


@dataclass(frozen=True, slots=True)
class Duty:
    """One automatic entry and when it is due."""

    at: Instant
    kind: Kind
    body: Body


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """What a duty depends on beside the call itself."""

    now: Instant
    attendance: Attendance
    reached: bool
    "Whether their node is known to hold the offer."
    waiting: Iterable[Call]
    "All calls that somebody may still take."


def duty(call: Call, view: View) -> Duty | None:
    """The next automatic entry for a waiting call, due or not; None when only people can act."""
    return _callers_duty(call, view) if call.key.ours else _callees_duty(call, view)


def glares(call: Call, other: Call) -> bool:
    """Whether two calls are the same two desks calling each other, neither knowing of the other's call."""
    if call.key.ours is other.key.ours:
        return False
    mirrored = (call.offer.desk, call.offer.from_desk) == (other.offer.from_desk, other.offer.desk)
    return mirrored and not knew_of(call.offered, other.offered) and not knew_of(other.offered, call.offered)


def winner(call: Call, waiting: Iterable[Call]) -> Call | None:
    """The call of the other side that this one gives way to: the one with the lower hash of its offer."""
    ahead = (each for each in waiting if each.offered.ref.hash < call.offered.ref.hash and glares(call, each))
    return min(ahead, key=lambda each: each.offered.ref.hash, default=None)


def _callers_duty(call: Call, view: View) -> Duty:
    kept = winner(call, view.waiting)
    offered_at = call.offered.at
    if kept is not None:
        return Duty(offered_at, Kind.CALL_GLARE, CallGlare(call=call.key.call, kept=kept.key.call))
    due = _after(offered_at, call.offer.ring_seconds + GRACE_SECONDS)
    late = _late(due, view.now)
    if view.reached or late:  # a node that was not listening cannot say that they were unreachable
        body = CallCancel(call=call.key.call, by_timer=True, late=late)
        return Duty(due, Kind.CALL_CANCEL, body)
    tried = _seconds(offered_at, max(due, view.now))
    return Duty(due, Kind.CALL_UNREACHABLE, CallUnreachable(call=call.key.call, tried_seconds=tried))


def _callees_duty(call: Call, view: View) -> Duty | None:
    if call.account.state is State.RINGING:
        return _ring_out(call, view)
    if call.coalesced or winner(call, view.waiting) is not None:
        return None
    name, desk, at = call.key.call, call.offer.desk, call.offered.at
    if _after(at, call.offer.ring_seconds) <= view.now:
        return Duty(at, Kind.CALL_UNATTENDED, CallUnattended(call=name, desk=desk, late=True))
    consoles = view.attendance.consoles(desk) if view.attendance.attended(desk) else 0
    if consoles:
        return Duty(at, Kind.CALL_RINGING, CallRinging(call=name, consoles=consoles))
    return Duty(at, Kind.CALL_UNATTENDED, CallUnattended(call=name, desk=desk))


def _ring_out(call: Call, view: View) -> Duty:
    rang_at = next(each.at for each in call.account.counted if each.kind is Kind.CALL_RINGING)
    due = _after(rang_at, call.offer.ring_seconds)
    body = CallNoAnswer(
        call=call.key.call,
        rang_seconds=min(call.offer.ring_seconds, _seconds(rang_at, max(due, view.now))),
        late=_late(due, view.now),
    )
    return Duty(due, Kind.CALL_NO_ANSWER, body)


def draft_of(call: Call, kind: Kind, body: Body) -> Draft:
    """The entry to be signed: with the precedence of the call and a reference to its offer."""
    return Draft(kind=kind, body=body, precedence=call.offered.precedence, refs=(call.offered.ref,))


def _after(instant: Instant, seconds: int) -> Instant:
    return Instant(instant + seconds * SECOND)


def _late(due: Instant, now: Instant) -> bool:
    return now > _after(due, LATE_SECONDS)


def _seconds(since: Instant, until: Instant) -> int:
    return max(0, min((until - since) // SECOND, SPAN_SECONDS_MAX))
