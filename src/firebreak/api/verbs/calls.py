"""Calls that need no officer's signature: placing, withdrawing, hanging up; and the list of all."""

import secrets
from typing import Any, Final

from firebreak.api.arguments import Arguments
from firebreak.api.desk_socket import Connection
from firebreak.api.service import Service, Verb
from firebreak.api.verbs.choices import choice
from firebreak.api.verbs.messages import check_desks
from firebreak.core.base.errors import LocalError
from firebreak.core.call.book import Book, Call
from firebreak.core.call.views import CallView, view
from firebreak.core.envelope.kinds import Kind, Precedence
from firebreak.core.line.line import Line
from firebreak.runtime.showing import plain

CALL_ID_BYTES: Final = 16
LISTED_MAX: Final = 500


async def place(service: Service, _connection: Connection, arguments: Arguments) -> dict[str, Any]:
    """Call a desk of the counterpart."""
    name, line = service.line_of(arguments)
    desk = arguments.text("desk", line.theirs.desks[0])
    from_desk = arguments.text("from_desk", line.ours.desks[0])
    precedence = choice(Precedence, arguments, "precedence", Precedence.PRIORITY)
    ring = arguments.number("ring_seconds", line.machines.agreements.in_force.ring_seconds)
    subject = arguments.text("subject", "")
    media_key = arguments.maybe_octets("media_key")
    call = secrets.token_bytes(CALL_ID_BYTES)
    check_desks(line, (desk,), from_desk)
    line.machines.suspension.check(Kind.CALL_OFFER, precedence, service.now(line))
    made = await service.say(
        name,
        lambda line, now: line.machines.calls.place(
            desk=desk,
            from_desk=from_desk,
            call_id=call,
            now=now,
            precedence=precedence,
            ring_seconds=ring,
            subject=subject,
            media_key=media_key,
        ),
    )
    return {"call": call.hex(), **made}


async def cancel(service: Service, _connection: Connection, arguments: Arguments) -> dict[str, Any]:
    """Withdraw a call of ours that nobody has taken."""
    name, line = service.line_of(arguments)
    call = find_call(line, arguments.text("call", ""), ours=True)
    return await service.say(name, lambda line, _now: line.machines.calls.cancel(call.call))


async def hang_up(service: Service, _connection: Connection, arguments: Arguments) -> dict[str, Any]:
    """End an answered call."""
    name, line = service.line_of(arguments)
    call = find_call(line, arguments.text("call", ""), ours=None)
    media_up = arguments.flag("media_up")
    return await service.say(
        name, lambda line, now: line.machines.calls.hang_up(call.call, now, media_up=media_up)
    )


async def calls(service: Service, _connection: Connection, arguments: Arguments) -> dict[str, Any]:
    """The newest calls, both ways, with what may be said of each."""
    _, line = service.line_of(arguments)
    last = max(1, min(arguments.number("last", 50), LISTED_MAX))
    book = line.machines.calls.book
    offered = [each for each in book.calls.values() if each.account.offer is not None][-last:]
    return {"calls": [call_value(view(book, each)) | _receipted(book, each) for each in offered]}


async def one_call(service: Service, _connection: Connection, arguments: Arguments) -> dict[str, Any]:
    """The calls of a full id: none, one, or one of each side, since each draws its ids by itself."""
    _, line = service.line_of(arguments)
    book = line.machines.calls.book
    found = book.find(arguments.octets("call"))
    return {"calls": [call_value(view(book, each)) | _receipted(book, each) for each in found]}


def _receipted(book: Book, call: Call) -> dict[str, Any]:
    """Whether the side that is called has said that it holds the offer."""
    return {"receipted": book.beside(call).receipted}


def call_value(call: CallView) -> dict[str, Any]:
    """A call as JSON."""
    return {**plain(call), "outcome": call.outcome.value, "state": call.state.value}


def find_call(line: Line, start: str, *, ours: bool | None) -> CallView:
    """The call whose id begins so; without a beginning the newest one. Raises LocalError."""
    found = [
        each
        for each in line.machines.calls.all()
        if each.call.hex().startswith(start.lower()) and ours in (None, each.ours)
    ]
    if found and not start:
        return found[-1]
    if len({each.call for each in found}) != 1:
        what = "no call" if not found else f"{len(found)} calls"
        raise LocalError(
            f"{what} on this line begins with {start!r}", code="FB150", hint="see `firebreak call list`"
        )
    return found[-1]


VERBS: Final[dict[str, Verb]] = {
    "call.place": place,
    "call.withdraw": cancel,
    "call.hangup": hang_up,
    "calls": calls,
    "call": one_call,
}
