"""What the sound and the course of a call report. Each event stands for one entry that counts."""

from dataclasses import dataclass

from firebreak.core.base.errors import Finding
from firebreak.core.call.bodies import Part
from firebreak.core.call.events import CallEvent
from firebreak.core.call.sound.bodies import Sdp
from firebreak.core.envelope.header import Ref


@dataclass(frozen=True, slots=True, kw_only=True)
class SoundEvent(CallEvent):
    """Something about the sound or the course of one call."""

    by: Part
    "The side that said so."
    by_us: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class LegEvent(SoundEvent):
    """Something about one leg."""

    leg: int


@dataclass(frozen=True, slots=True, kw_only=True)
class MediaDescribed(LegEvent):
    """One end of a leg is described. All fingerprints in the description are the one that is named here."""

    sdp: Sdp
    fingerprint: bytes
    description: str
    "As signed, to be given to the connection as it is."
    desk: str
    officer: str
    "Who signed it; empty when a node said so alone to warm the path up."


@dataclass(frozen=True, slots=True, kw_only=True)
class CandidatesCame(LegEvent):
    """Addresses at which one end may be reached. Nobody's signature makes them true."""

    candidates: tuple[str, ...]
    last: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class MediaSigned(LegEvent):
    """Officers of both sides stand behind the keys of both ends: sound may pass once it is checked."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MediaSecured(LegEvent):
    """The console of one end found both checks good, against what officers signed."""

    both: bool
    "Whether both consoles have."


@dataclass(frozen=True, slots=True, kw_only=True)
class MediaContradicted(LegEvent):
    """A key other than the signed one was described or found: not secure, mute the ear and raise an alarm."""

    finding: Finding


@dataclass(frozen=True, slots=True, kw_only=True)
class Held(SoundEvent):
    """One side holds the call."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Resumed(SoundEvent):
    """One side goes on with a call that it held."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Joined(LegEvent):
    """A third person joined."""

    who: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Left(LegEvent):
    """A third person left."""

    who: str


@dataclass(frozen=True, slots=True, kw_only=True)
class HandedOver(SoundEvent):
    """Another officer of that side goes on with the call; both signed it."""

    desk: str
    giver: str
    taker: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordingAsked(SoundEvent):
    """An officer asks for a recording and consents to it."""

    officer: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordingAgreed(SoundEvent):
    """Officers of both sides consent: recording may begin, with its tone."""

    officer: str
    "Whose consent was the second."


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordingEnded(SoundEvent):
    """One side withdrew or refused, or the call ended: no recording from here on."""

    officer: str
    "Empty when the call ended."


@dataclass(frozen=True, slots=True, kw_only=True)
class Recorded(SoundEvent):
    """How much one side says it has recorded."""

    chunks: int
    size_bytes: int
    last: bytes
    ended: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class MinutesProposed(SoundEvent):
    """An officer proposes what was said."""

    officer: str
    text: str
    "As signed: escape it for the place where it is shown."
    ref: Ref
    "Name it to agree."


@dataclass(frozen=True, slots=True, kw_only=True)
class MinutesAgreed(SoundEvent):
    """An officer of the other side agrees to a proposal."""

    officer: str
    agrees: bytes
    "Hash of the entry with the proposal."
