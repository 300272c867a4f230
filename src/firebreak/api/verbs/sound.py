"""The sound of calls: what consoles say that needs no officer's signature, and what they need to connect."""

from collections.abc import Callable
from functools import partial
from typing import Any, Final

from firebreak.api.arguments import Arguments
from firebreak.api.desk_socket import Connection
from firebreak.api.service import Service, Verb
from firebreak.api.verbs.calls import CALL_ID_BYTES, find_call
from firebreak.api.verbs.choices import choice
from firebreak.core.call.answering import Prepared
from firebreak.core.call.facts import CallKey
from firebreak.core.call.sound.bodies import CallMedia, Check, Sdp
from firebreak.core.call.sound.course_bodies import Change
from firebreak.core.call.sound.steering import Steering
from firebreak.core.call.sound.views import end_texts
from firebreak.core.envelope.learnt import Draft
from firebreak.core.line.line import Line
from firebreak.runtime.showing import plain


async def sound(service: Service, _connection: Connection, arguments: Arguments) -> dict[str, Any]:
    """Where the sound of a call stands, and each described end with what a console needs to connect."""
    _, line = service.line_of(arguments)
    call = find_call(line, arguments.text("call", ""), ours=None)
    standing = line.machines.calls.book.sounds.standing(CallKey(call.ours, call.call))
    return {
        "call": call.call.hex(),
        "ours": call.ours,
        "sound": plain(call.sound),
        "ends": [plain(each) for each in end_texts(standing)],
    }


def described(steering: Steering, call: bytes, arguments: Arguments) -> Prepared[CallMedia]:
    """One end of a leg as a request describes it. Raises LocalError."""
    return steering.speaking.prepare_speak(
        call,
        sdp=choice(Sdp, arguments, "sdp"),
        fingerprint=arguments.octets("fingerprint"),
        description=arguments.text("description"),
        leg=arguments.number("leg", 0),
        desk=arguments.text("desk", ""),
    )


async def media(service: Service, connection: Connection, arguments: Arguments) -> dict[str, Any]:
    """Describe our end of a leg without an officer, to warm the path up."""
    return await _said(
        service,
        arguments,
        lambda steering, call: steering.speaking.warm(described(steering, call, arguments)),
    )


async def candidate(service: Service, connection: Connection, arguments: Arguments) -> dict[str, Any]:
    """Addresses at which our end of a leg may be reached."""
    return await _said(
        service,
        arguments,
        lambda steering, call: steering.speaking.candidates(
            call,
            leg=arguments.number("leg", 0),
            candidates=tuple(arguments.texts("candidates")),
            last=arguments.flag("last"),
        ),
    )


async def secured(service: Service, connection: Connection, arguments: Arguments) -> dict[str, Any]:
    """What our console found on the live connection of a leg, good or bad."""
    checks = Check.DESCRIPTION * arguments.flag("description_matches")
    checks += Check.CERTIFICATE * arguments.flag("certificate_matches")
    return await _said(
        service,
        arguments,
        lambda steering, call: steering.speaking.secured(
            call,
            ours=arguments.octets("ours"),
            theirs=arguments.octets("theirs"),
            checks=checks,
            leg=arguments.number("leg", 0),
        ),
    )


async def change(
    what: Change, service: Service, connection: Connection, arguments: Arguments
) -> dict[str, Any]:
    """Hold a call, resume it, take in a third person or let one go."""
    return await _said(
        service,
        arguments,
        lambda steering, call: steering.change(
            call, what, leg=arguments.number("leg", 0), who=arguments.text("who", "")
        ),
    )


async def recorded(service: Service, connection: Connection, arguments: Arguments) -> dict[str, Any]:
    """How much our console has recorded."""
    return await _said(
        service,
        arguments,
        lambda steering, call: steering.recorded(
            call,
            chunks=arguments.number("chunks"),
            size_bytes=arguments.number("size_bytes"),
            last=arguments.octets("last"),
            ended=arguments.flag("ended"),
        ),
    )


def named_call(line: Line, arguments: Arguments) -> bytes:
    """The id of the call that is meant. A whole id is not looked for among all calls of the line."""
    name = arguments.text("call", "")
    if len(name) == 2 * CALL_ID_BYTES and any(line.machines.calls.book.find(arguments.octets("call"))):
        return arguments.octets("call")
    return find_call(line, name, ours=None).call


async def _said(
    service: Service, arguments: Arguments, make: Callable[[Steering, bytes], Draft]
) -> dict[str, Any]:
    name, line = service.line_of(arguments)
    call = named_call(line, arguments)
    return await service.say(name, lambda line, _now: make(line.machines.calls.steering, call))


VERBS: Final[dict[str, Verb]] = {
    "call.sound": sound,
    "call.media": media,
    "call.candidate": candidate,
    "call.secured": secured,
    "call.hold": partial(change, Change.HOLD),
    "call.resume": partial(change, Change.RESUME),
    "call.join": partial(change, Change.JOIN),
    "call.leave": partial(change, Change.LEAVE),
    "call.recorded": recorded,
}
