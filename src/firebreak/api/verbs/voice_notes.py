"""Voice notes: leaving one, listing them, and the bytes of one that is whole."""

from itertools import takewhile
from typing import Any, Final

from firebreak.api.arguments import Arguments, wrong
from firebreak.api.desk_socket import Connection
from firebreak.api.service import Service, Verb
from firebreak.api.verbs.choices import choice
from firebreak.api.verbs.messages import check_desks
from firebreak.core.base.errors import CounterpartError, LocalError
from firebreak.core.base.instants import Instant
from firebreak.core.envelope.header import Ref
from firebreak.core.envelope.kinds import Kind, Precedence
from firebreak.core.line.admission import wrong_statement
from firebreak.core.line.line import Line
from firebreak.core.message.voice.bodies import MEDIA_TYPES, NOTE_BYTES_MAX, VoiceNote, VoicePart, fits
from firebreak.core.message.voice.notes import Left
from firebreak.core.message.voice.refusals import not_whole, other_note
from firebreak.core.message.voice.speaking import note_draft, part_drafts
from firebreak.runtime.showing import plain

LISTED_MAX: Final = 200  # of some 3 kB at most: an answer stays below 1 MiB


def proposed(line: Line, arguments: Arguments) -> VoiceNote:
    """The note that an officer is to sign, by the hashes of its bytes. Raises LocalError."""
    try:
        body = VoiceNote(
            desk=arguments.text("desk", line.theirs.desks[0]),
            from_desk=arguments.text("from_desk", line.ours.desks[0]),
            duration_ms=arguments.number("duration_ms"),
            size_bytes=arguments.number("size_bytes"),
            sha256=arguments.octets("sha256"),
            parts=tuple(arguments.many_octets("parts")),
            gist=arguments.text("gist", ""),
            language=arguments.text("language", ""),
        )
    except ValueError as error:
        raise wrong("parts", str(error)) from error
    check_desks(line, (body.desk,), body.from_desk)
    return body


async def send(service: Service, _connection: Connection, arguments: Arguments) -> dict[str, Any]:
    """Leave a note: what an officer signed, and its bytes. Answered when all of it is durable here."""
    name, line = service.line_of(arguments)
    body, data = _signed(line, arguments), b"".join(arguments.many_octets("data"))
    precedence = choice(Precedence, arguments, "precedence", Precedence.ROUTINE)

    def announced(line: Line, now: Instant) -> Any:
        line.machines.suspension.check(Kind.VOICE_NOTE, precedence, now)
        return note_draft(body, data, precedence, two_person=line.machines.agreements.in_force.two_person)

    told = await service.say(name, announced)
    note = line.machines.voice_notes.find(bytes.fromhex(told["hash"]))
    for each in part_drafts(note.ref, data, precedence):
        await service.say(name, lambda _line, _now, draft=each: draft)
    return told


def _signed(line: Line, arguments: Arguments) -> VoiceNote:
    try:
        body = VoiceNote.from_bytes(arguments.octets("body"))
    except CounterpartError as error:
        raise wrong("body", f"cannot be read: {error.text}") from error
    check_desks(line, (body.desk,), body.from_desk)
    reason = wrong_statement(body, line.ours, line.identity.environment, line.identity.line)
    if reason:
        raise LocalError(reason, code="FB346", hint="sign with the key that is on our card's roster")
    if sum(map(len, arguments.texts("data"))) > 2 * NOTE_BYTES_MAX:
        raise other_note(f"a voice note has at most {NOTE_BYTES_MAX} bytes")
    return body


async def notes(service: Service, _connection: Connection, arguments: Arguments) -> dict[str, Any]:
    """The newest notes of a line, both ways, or those before one of them, the oldest of them first."""
    name, line = service.line_of(arguments)
    last = max(1, min(arguments.number("last", 50), LISTED_MAX))
    before = arguments.maybe_octets("before")
    until = None if before is None else line.machines.voice_notes.find(before)
    held = takewhile(lambda each: each is not until, line.machines.voice_notes.notes.values())
    return {"line": name, "notes": [_value(service, line, each) for each in [*held][-last:]]}


def _value(service: Service, line: Line, left: Left) -> dict[str, Any]:
    body, there = left.body, [each for each in left.held if each is not None]
    kept = service.store.find(line.identity.line, left.ref.hash)
    waiting = line.memory.unreceipted
    return {
        "note": left.ref.hash.hex(),
        "entry": str(left.ref),
        "ours": left.ours,
        "at": left.at,
        "precedence": plain(left.precedence),
        "officer": left.officer,
        "desk": body.desk,
        "from_desk": body.from_desk,
        "duration_ms": body.duration_ms,
        "size_bytes": body.size_bytes,
        "sha256": body.sha256.hex(),
        "type": MEDIA_TYPES[body.sound],
        "parts": len(left.held),
        "here": len(there),
        "complete": left.complete,
        "stored": left.complete and not any(each.hash in waiting for each in (left.ref, *there)),
        "gist": body.gist,
        "language": body.language,
        "mark": "good"
        if kept is None
        else plain(line.memory.revocations.mark(kept.entry.header, left.ref, ours=left.ours)),
    }


async def note(service: Service, _connection: Connection, arguments: Arguments) -> dict[str, Any]:
    """The bytes of a note that is whole, in hexadecimal; what is not whole is refused."""
    _, line = service.line_of(arguments)
    left = line.machines.voice_notes.find(arguments.octets("note"))
    if not left.complete:
        here = sum(each is not None for each in left.held)
        raise not_whole(left.ref.hash, f"is incomplete: {here} of {len(left.held)} parts are here")
    data = b"".join(_bytes_of(service, line, left, each) for each in left.held if each is not None)
    if not fits(left.body, data):
        raise not_whole(left.ref.hash, "is not what its officer signed as a whole")
    return {"note": left.ref.hash.hex(), "type": MEDIA_TYPES[left.body.sound], "data": data.hex()}


def _bytes_of(service: Service, line: Line, left: Left, part: Ref) -> bytes:
    kept = service.store.find(line.identity.line, part.hash)
    if kept is None or kept.entry.body is None:
        raise not_whole(left.ref.hash, "has a part whose body was destroyed")
    return VoicePart.from_bytes(kept.entry.body).data


VERBS: Final[dict[str, Verb]] = {"voice.send": send, "voice.notes": notes, "voice.note": note}
