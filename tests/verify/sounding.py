"""A call with sound in a record with real keys."""

from typing import Any, Final

from firebreak.core.call.bodies import CallAnswer, CallEnd, CallOffer, Part
from firebreak.core.call.sound.bodies import CallMedia, CallSecured, Sdp
from firebreak.core.call.sound.course_bodies import CallMinutes, CallPart, CallRecord, Change, Consent
from firebreak.core.envelope.kinds import Kind
from firebreak.core.envelope.officer import Action
from firebreak.core.message.voice.bodies import VoiceNote, VoicePart, cut
from tests.core.call.sound.speech import sdp
from tests.parties import NORTH, SOUTH, Party, public
from tests.records import Record

CALL: Final = bytes(range(16))


def key_of(party: Party) -> bytes:
    """Stands for the fingerprint of the certificate of a console."""
    return public(party.key("console"))


def part_of(party: Party) -> Part:
    return Part.CALLER if party.name == NORTH.name else Part.CALLEE


def described(party: Party, *, leg: int = 0) -> CallMedia:
    key = key_of(party)
    return CallMedia(
        call=CALL,
        by=part_of(party),
        leg=leg,
        sdp=Sdp.OFFER if party.name == NORTH.name else Sdp.ANSWER,
        fingerprint=key,
        description=sdp(key),
        desk="duty",
    )


def found(party: Party, **changes: Any) -> CallSecured:
    other = SOUTH if party.name == NORTH.name else NORTH
    fields = {"ours": key_of(party), "theirs": key_of(other), **changes}
    return CallSecured(call=CALL, by=part_of(party), **fields)


def connected(record: Record, *, answered: bytes = b"") -> Record:
    """North calls, South warms up and answers; nothing was found yet."""
    body = CallOffer(call=CALL, desk="duty", from_desk="duty", media_key=key_of(NORTH))
    offer = record.say(NORTH, Kind.CALL_OFFER, body)
    record.say(NORTH, Kind.CALL_MEDIA, record.stated(NORTH, described(NORTH), offer))
    record.say(SOUTH, Kind.CALL_MEDIA, described(SOUTH))
    answer = CallAnswer(call=CALL, desk="duty", media_key=answered or key_of(SOUTH))
    record.say(SOUTH, Kind.CALL_ANSWER, record.stated(SOUTH, answer, offer))
    return record


def talked(record: Record) -> Record:
    """The whole call: secured, held, handed over, recorded, ended, with minutes that both signed."""
    connected(record)
    offer = next(each for each in record.entries if each.header.kind == Kind.CALL_OFFER)
    for party in (NORTH, SOUTH):
        record.say(party, Kind.CALL_SECURED, found(party))
    record.say(NORTH, Kind.CALL_PART, CallPart(call=CALL, by=Part.CALLER, number=1, change=Change.HOLD))
    passed = CallPart(call=CALL, by=Part.CALLER, number=2, change=Change.HAND_OVER, desk="second")
    relief = record.statement(
        NORTH,
        Action.TAKE_CALL,
        passed.detail(),
        entry=offer.hash,
        commitment=offer.header.commitment,
    )
    record.say(NORTH, Kind.CALL_PART, record.stated(NORTH, passed, offer).relieved(relief))
    consent = CallRecord(call=CALL, by=Part.CALLEE, number=1, consent=Consent.ASKED)
    record.say(SOUTH, Kind.CALL_RECORD, record.stated(SOUTH, consent, offer))
    for party in (NORTH, SOUTH):
        ended = CallEnd(call=CALL, by=part_of(party), seconds=60, media_up=True)
        record.say(party, Kind.CALL_END, ended)
    text = CallMinutes(call=CALL, by=Part.CALLER, text="Both keep to the road.")
    proposal = record.say(NORTH, Kind.CALL_MINUTES, record.stated(NORTH, text, offer))
    agreed = CallMinutes(call=CALL, by=Part.CALLEE, agrees=proposal.hash)
    record.say(SOUTH, Kind.CALL_MINUTES, record.stated(SOUTH, agreed, proposal))
    return record


SPEECH: Final = bytes(range(200)) * 65  # two parts; no sound, which no verifier looks for


def note_of(data: bytes = SPEECH) -> VoiceNote:
    return VoiceNote.of(
        data, desk="duty", from_desk="duty", duration_ms=14_200, gist="Човен дрейфує.", language="uk"
    )


def left(record: Record) -> Record:
    """A note with both its parts, the first of them twice, and one of the other side that was cut short."""
    for party, sent in ((NORTH, cut(SPEECH)), (SOUTH, cut(SPEECH)[:1])):
        name = record.say(party, Kind.VOICE_NOTE, record.stated(party, note_of())).hash
        for index, each in enumerate(sent):
            record.say(party, Kind.VOICE_PART, VoicePart(note=name, index=index, data=each))
        record.say(party, Kind.VOICE_PART, VoicePart(note=name, index=0, data=sent[0]))
    return record
