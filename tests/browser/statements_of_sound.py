"""What officers sign in a call, for the files of `vectors/entry`: a key, a consent, minutes."""

from typing import Any, Final

from firebreak.core.call.bodies import Part
from firebreak.core.call.sound.bodies import CallMedia, Sdp
from firebreak.core.call.sound.course_bodies import CallMinutes, CallRecord, Consent
from firebreak.core.envelope.kinds import Kind
from firebreak.core.message.voice.bodies import VoiceNote

CALL: Final = bytes(range(16))
KEY: Final = b"\x9f" * 32
ABOUT: Final = (b"\x11" * 32, b"\x22" * 32)
DESCRIPTION: Final = f"v=0\r\na=fingerprint:sha-256 {':'.join(['9F'] * 32)}\r\n"

SPOKEN: Final[tuple[dict[str, Any], ...]] = (
    {
        "name": "statement-speak",
        "comment": "an officer stands behind the key of the first leg, whose number is left out",
        "kind": Kind.CALL_MEDIA,
        "body": CallMedia(
            call=CALL, by=Part.CALLER, sdp=Sdp.OFFER, fingerprint=KEY, description=DESCRIPTION, desk="duty"
        ),
    },
    {
        "name": "statement-record",
        "comment": "a second word of this side about recording: it consents",
        "kind": Kind.CALL_RECORD,
        "body": CallRecord(call=CALL, by=Part.CALLEE, number=2, consent=Consent.GIVEN),
    },
    {
        "name": "statement-minutes",
        "comment": "minutes are proposed, about the offer",
        "kind": Kind.CALL_MINUTES,
        "body": CallMinutes(call=CALL, by=Part.CALLER, text="Колона о 14:30Z."),
    },
    {
        "name": "statement-minutes-agreed",
        "comment": "minutes are agreed to, about the entry that proposed them",
        "kind": Kind.CALL_MINUTES,
        "body": CallMinutes(call=CALL, by=Part.CALLEE, agrees=ABOUT[0]),
    },
)

LEFT: Final[tuple[dict[str, Any], ...]] = (
    {
        "name": "statement-voice-note",
        "comment": "a voice note in two parts, about no entry; the form of its sound is left out",
        "kind": Kind.VOICE_NOTE,
        "body": VoiceNote.of(
            bytes(13_000),
            desk="duty",
            from_desk="duty",
            duration_ms=14_200,
            gist="Човен дрейфує.",
            language="uk",
        ),
    },
)

MISSPOKEN: Final[tuple[tuple[str, str, Kind, dict[int, Any]], ...]] = (
    ("body-of-no-such-consent", "a consent of no known sort", Kind.CALL_RECORD, {2: CALL, 3: 1, 4: 1, 5: 4}),
    (
        "body-of-a-note-without-hashes",
        "the parts of a voice note are no hashes",
        Kind.VOICE_NOTE,
        {2: "duty", 3: "duty", 4: 1, 6: 1, 7: bytes(32), 8: ["ab"]},
    ),
    ("body-of-nobodys-minutes", "minutes of neither side", Kind.CALL_MINUTES, {2: CALL, 3: 3, 4: "Text"}),
    (
        "body-of-a-key-in-words",
        "the fingerprint is text",
        Kind.CALL_MEDIA,
        {2: CALL, 3: 1, 5: 1, 6: "9f", 7: DESCRIPTION, 8: "duty"},
    ),
)
