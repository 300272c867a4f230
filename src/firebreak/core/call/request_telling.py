"""The clocks of a request, and the events that its entries stand for."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from firebreak.core.base.errors import Finding
from firebreak.core.base.instants import HOUR, MINUTE, SECOND, Instant
from firebreak.core.call.asking import CallReply, CallRequest
from firebreak.core.call.dialogue import OPEN, Dialogue, Spoken, Standing
from firebreak.core.call.duties import LATE_SECONDS
from firebreak.core.call.request_events import (
    CallDue,
    RequestAnswered,
    RequestDoubted,
    RequestEvent,
    RequestMade,
    RequestOverdue,
)
from firebreak.core.envelope.kinds import Precedence

REPLY_CLOCK: Final = {
    Precedence.FLASH: 3 * MINUTE,
    Precedence.IMMEDIATE: 10 * MINUTE,
    Precedence.PRIORITY: HOUR,
    Precedence.ROUTINE: 24 * HOUR,
}
"Time for an officer's reply, as for an acknowledgement of the same precedence (`spec/message.md`)."


@dataclass(frozen=True, slots=True)
class Alarm:
    """One clock: what it shows when it runs out."""

    at: Instant
    about: bytes
    "Hash of the entry that started it; one alarm each."
    found: Dialogue


def requests_among(spoken: Iterable[Spoken]) -> list[Spoken]:
    """Requests that an officer stated."""
    return [each for each in spoken if isinstance(each.body, CallRequest) and each.officer]


def alarm(found: Dialogue) -> Alarm | None:
    """The clock that runs in a dialogue."""
    last = found.last
    if found.standing in OPEN:
        return Alarm(Instant(last.at + REPLY_CLOCK[found.request.precedence]), last.ref.hash, found)
    if found.standing is Standing.AGREED and found.window is not None:
        return Alarm(Instant(found.window.opens_at), last.ref.hash, found)
    return None


def rung(clock: Alarm, now: Instant) -> RequestEvent | None:
    """What a clock shows; nothing when the agreed time is over already."""
    found, late = clock.found, now > clock.at + LATE_SECONDS * SECOND
    request = found.request
    name, ours = request.body.request, request.ours
    if found.standing in OPEN:
        return RequestOverdue(at=now, request=name, ours=ours, our_turn=found.our_turn, late=late)
    window, body = found.window, request.body
    assert window is not None
    assert isinstance(body, CallRequest)
    if now >= window.closes_at:
        return None
    return CallDue(
        at=now, request=name, ours=ours, desk=body.desk, from_desk=body.from_desk, window=window, late=late
    )


def made(request: Spoken) -> RequestMade:
    body = request.body
    assert isinstance(body, CallRequest)
    return RequestMade(
        at=request.at,
        request=body.request,
        ours=request.ours,
        desk=body.desk,
        from_desk=body.from_desk,
        level=body.level,
        precedence=request.precedence,
        officer=request.officer,
        reply_by=Instant(request.at + REPLY_CLOCK[request.precedence]),
    )


def answered(found: Dialogue, reply: Spoken, at: Instant) -> RequestAnswered:
    body = reply.body
    assert isinstance(body, CallReply)
    return RequestAnswered(
        at=at,
        request=body.request,
        ours=found.request.ours,
        answer=body.answer,
        officer=reply.officer,
        by_us=reply.ours,
        window=found.window,
        reason=body.reason,
        text=body.text,
    )


def doubt(spoken: Spoken, under: Iterable[Spoken]) -> list[RequestEvent]:
    """Why an entry does not count; a reply to what is not known yet may only be early."""
    if not spoken.officer:
        code, text = "request-unstated", "carries no officer's statement and is nobody's word"
    elif isinstance(spoken.body, CallReply) and any(each.ref.hash == spoken.about for each in under):
        code, text = (
            "reply-out-of-turn",
            "replies out of turn, or with what cannot be replied",
        )
    else:
        return []
    finding = Finding(code=code, text=f"entry {spoken.ref} {text}", entry=str(spoken.ref))
    ours = spoken.ours is isinstance(spoken.body, CallRequest)
    return [RequestDoubted(at=spoken.at, request=spoken.body.request, ours=ours, finding=finding)]
