"""What voice notes report."""

from dataclasses import dataclass

from firebreak.core.base.errors import Finding
from firebreak.core.base.events import Event
from firebreak.core.envelope.kinds import Precedence


@dataclass(frozen=True, slots=True, kw_only=True)
class VoiceNoteEvent(Event):
    """Something about one note."""

    note: bytes
    "Its name, the hash of its entry."
    ours: bool
    "Whether our side left it."


@dataclass(frozen=True, slots=True, kw_only=True)
class VoiceNoteAnnounced(VoiceNoteEvent):
    """An officer has signed a note; its bytes follow."""

    desk: str
    from_desk: str
    officer: str
    precedence: Precedence
    duration_ms: int
    gist: str


@dataclass(frozen=True, slots=True, kw_only=True)
class VoiceNoteCompleted(VoiceNoteEvent):
    """All parts of a note are here: it can be listened to."""


@dataclass(frozen=True, slots=True, kw_only=True)
class VoiceNoteDoubted(VoiceNoteEvent):
    """An entry about a note that does not count; told once of each note and each fault."""

    finding: Finding
