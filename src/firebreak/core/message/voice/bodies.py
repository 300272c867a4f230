"""What stands in the entries of a voice note (`spec/sound.md`): an officer's word on it, and its bytes.

An entry holds 16 kB and thirty seconds are some 25, so that the bytes travel in entries of their own. The
officer signs the hash of each part: it is known of every part by itself, in every order, whether it belongs
there. The name of a note is the hash of the entry by which it is announced.
"""

from dataclasses import dataclass
from enum import IntEnum
from hashlib import sha256
from typing import ClassVar, Final, Self

from firebreak.core.base.shape import Body, Choice, Number, Octets, Several, Text, item
from firebreak.core.envelope.officer import Action, StatedBody
from firebreak.core.message.bodies import DESK, LANGUAGE

PART_BYTES: Final = 12_000  # of each part but the last; a body holds 16,384
PARTS_MAX: Final = 4
NOTE_BYTES_MAX: Final = PARTS_MAX * PART_BYTES  # thirty seconds at 6 kbit/s are some 25,000
DURATION_MS_MAX: Final = 31_000  # thirty seconds, and what a recorder takes to stop
GIST_CODE_POINTS_MAX: Final = 500  # what it is about in a sentence or two
HASH: Final = Octets(exactly=32)


class Sound(IntEnum):
    """How the bytes are to be decoded; a reader takes this and never what somebody else calls it."""

    WEBM_OPUS = 1


MEDIA_TYPES: Final = {Sound.WEBM_OPUS: "audio/webm;codecs=opus"}


@dataclass(frozen=True, slots=True, kw_only=True)
class VoiceNote(StatedBody):
    """An officer leaves a note of their own voice for a desk of the counterpart."""

    ACTION: ClassVar = Action.LEAVE_NOTE

    desk: str = item(2, DESK)
    "The desk it is for."
    from_desk: str = item(3, DESK)
    duration_ms: int = item(4, Number(1, DURATION_MS_MAX))
    sound: Sound = item(5, Choice(Sound), default=Sound.WEBM_OPUS)
    size_bytes: int = item(6, Number(1, NOTE_BYTES_MAX))
    sha256: bytes = item(7, HASH)
    "Of the whole."
    parts: tuple[bytes, ...] = item(8, Several(HASH, most=PARTS_MAX))
    "SHA-256 of each part, in order."
    gist: str = item(9, Text(most=GIST_CODE_POINTS_MAX), default="")
    "What it is about, in writing, for whoever cannot listen now."
    language: str = item(10, LANGUAGE, default="")
    "In which the note is spoken."

    def __post_init__(self) -> None:
        if len(self.parts) != -(-self.size_bytes // PART_BYTES):
            raise ValueError(f"has {len(self.parts)} parts for {self.size_bytes} bytes")

    @classmethod
    def of(
        cls, data: bytes, *, desk: str, from_desk: str, duration_ms: int, gist: str = "", language: str = ""
    ) -> Self:
        """The note of these bytes, still without a statement."""
        return cls(
            desk=desk,
            from_desk=from_desk,
            duration_ms=duration_ms,
            size_bytes=len(data),
            sha256=sha256(data).digest(),
            parts=tuple(sha256(each).digest() for each in cut(data)),
            gist=gist,
            language=language,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class VoicePart(Body):
    """A node: one part of a note's bytes."""

    note: bytes = item(1, HASH)
    index: int = item(2, Number(0, PARTS_MAX - 1))
    data: bytes = item(3, Octets(most=PART_BYTES))

    def __post_init__(self) -> None:
        if not self.data:
            raise ValueError("a part without a byte")


def cut(data: bytes) -> list[bytes]:
    """The parts of a note's bytes."""
    return [data[start : start + PART_BYTES] for start in range(0, len(data), PART_BYTES)]


def fits(note: VoiceNote, data: bytes) -> bool:
    """Whether these are the bytes that the officer signed."""
    return len(data) == note.size_bytes and sha256(data).digest() == note.sha256
