"""The bodies about the sound of calls that officers are asked to sign."""

from typing import Final

from firebreak.api.arguments import Arguments
from firebreak.api.verbs.asked import Asked, Prepare
from firebreak.api.verbs.choices import choice
from firebreak.api.verbs.sound import described, named_call
from firebreak.api.verbs.voice_notes import proposed
from firebreak.core.base.instants import Instant
from firebreak.core.call.sound.course_bodies import Consent
from firebreak.core.call.sound.steering import Steering
from firebreak.core.envelope.kinds import Kind, Precedence
from firebreak.core.line.line import Line
from firebreak.core.message.voice.speaking import check_note


def _speak(line: Line, arguments: Arguments, _now: Instant) -> Asked:
    steering, call = _of(line, arguments)
    prepared = described(steering, call, arguments)
    return Asked(Kind.CALL_MEDIA, prepared.body, prepared.entry, prepared.commitment)


def _hand_over(line: Line, arguments: Arguments, _now: Instant) -> Asked:
    steering, call = _of(line, arguments)
    prepared = steering.prepare_hand_over(call, desk=arguments.text("desk", ""))
    return Asked(Kind.CALL_PART, prepared.body, prepared.entry, prepared.commitment)


def _record(line: Line, arguments: Arguments, _now: Instant) -> Asked:
    steering, call = _of(line, arguments)
    prepared = steering.prepare_record(call, choice(Consent, arguments, "consent"))
    return Asked(Kind.CALL_RECORD, prepared.body, prepared.entry, prepared.commitment)


def _minutes(line: Line, arguments: Arguments, _now: Instant) -> Asked:
    steering, call = _of(line, arguments)
    proposal = arguments.maybe_octets("agrees")
    if proposal is None:
        prepared = steering.prepare_minutes(call, arguments.text("text"))
    else:
        prepared = steering.prepare_agreement(call, proposal)
    return Asked(Kind.CALL_MINUTES, prepared.body, prepared.entry, prepared.commitment)


def _note(line: Line, arguments: Arguments, now: Instant) -> Asked:
    precedence = choice(Precedence, arguments, "precedence", Precedence.ROUTINE)
    line.machines.suspension.check(Kind.VOICE_NOTE, precedence, now)
    return Asked(Kind.VOICE_NOTE, check_note(proposed(line, arguments)))


def _of(line: Line, arguments: Arguments) -> tuple[Steering, bytes]:
    return line.machines.calls.steering, named_call(line, arguments)


PREPARE_SOUND: Final[dict[str, Prepare]] = {
    "call.speak": _speak,
    "call.hand-over": _hand_over,
    "call.record": _record,
    "call.minutes": _minutes,
    "voice.note": _note,
}
