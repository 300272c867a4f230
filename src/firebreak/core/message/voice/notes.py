"""The machine of voice notes: which notes are announced, and which of their parts are here.

A part counts when it is of the note's own side and has the hash that the officer signed at its place. So what
counts follows from the entries alone, whatever their order: a part that comes twice counts once, one with
other bytes or beyond the last place counts for nothing and keeps the right one from nothing. A note with a
part missing is incomplete, for however long, and nobody plays it. The machine keeps hashes and no sound.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from hashlib import sha256
from typing import Final

from firebreak.core.base.errors import Finding
from firebreak.core.base.events import Event
from firebreak.core.base.instants import Instant
from firebreak.core.envelope.header import Ref
from firebreak.core.envelope.kinds import Precedence
from firebreak.core.envelope.learnt import Learnt
from firebreak.core.message.voice.bodies import PARTS_MAX, VoiceNote, VoicePart
from firebreak.core.message.voice.events import VoiceNoteAnnounced, VoiceNoteCompleted, VoiceNoteDoubted
from firebreak.core.message.voice.refusals import no_such_note

EARLY_MAX: Final = 16  # notes whose parts came before them; an honest line has one at most
EARLY_PARTS_MAX: Final = 2 * PARTS_MAX  # kept of each of those

UNSTATED: Final = "voice-note-unstated"
OTHER: Final = "voice-part-other"
BEYOND: Final = "voice-part-beyond"
FOREIGN: Final = "voice-part-foreign"
TEXTS: Final = {
    UNSTATED: "announces a note that no officer signed",
    OTHER: "carries other bytes than the officer signed for that part",
    BEYOND: "is a part behind the last one",
    FOREIGN: "is a part of a note of the other side",
}


@dataclass(frozen=True, slots=True)
class Piece:
    """What is kept of one part: no sound, only by what it is known."""

    ref: Ref
    ours: bool
    index: int
    hash: bytes
    at: Instant


@dataclass(frozen=True, slots=True, kw_only=True)
class Left:
    """One note that was left, ours or theirs."""

    ref: Ref
    ours: bool
    at: Instant
    precedence: Precedence
    officer: str
    body: VoiceNote
    held: tuple[Ref | None, ...]
    "The entry of each part that is here."

    @property
    def complete(self) -> bool:
        """Whether every part is here."""
        return None not in self.held

    def fault_of(self, piece: Piece) -> str:
        """Why a part does not count; empty when it does."""
        if piece.ours is not self.ours:
            return FOREIGN
        if piece.index >= len(self.held):
            return BEYOND
        return "" if self.body.parts[piece.index] == piece.hash else OTHER

    def holding(self, piece: Piece) -> "Left":
        """The same with one part more. Of two entries with the same bytes the lower hash is named."""
        before = self.held[piece.index]
        if before is not None and before.hash <= piece.ref.hash:
            return self
        held = (*self.held[: piece.index], piece.ref, *self.held[piece.index + 1 :])
        return replace(self, held=held)


@dataclass(slots=True)
class VoiceNotes:
    """All of a line, both ways, in the order in which this node learnt of them."""

    notes: dict[bytes, Left] = field(default_factory=dict[bytes, Left])
    _early: dict[bytes, tuple[Piece, ...]] = field(default_factory=dict[bytes, tuple[Piece, ...]])
    _told: set[tuple[bytes, str]] = field(default_factory=set[tuple[bytes, str]])

    def learn(self, item: Learnt) -> list[Event]:
        """Take in one entry of any kind."""
        if isinstance(item.body, VoiceNote):
            return list(self._announced(item, item.body))
        if isinstance(item.body, VoicePart):
            return list(self._part(item, item.body))
        return []

    def find(self, name: bytes) -> Left:
        """A note. Raises LocalError when there is none of that name."""
        found = self.notes.get(name)
        if found is None:
            raise no_such_note(name)
        return found

    def _announced(self, item: Learnt, body: VoiceNote) -> Iterator[Event]:
        name, statement = item.ref.hash, body.statement
        if name in self.notes:
            return
        if statement is None or statement.action is not body.ACTION or statement.detail != body.detail():
            yield from self._doubt(name, item.ref, UNSTATED, item.at, ours=item.ours)
            return
        left = Left(
            ref=item.ref,
            ours=item.ours,
            at=item.at,
            precedence=item.header.precedence,
            officer=statement.officer,
            body=body,
            held=(None,) * len(body.parts),
        )
        self.notes[name] = left
        yield _told(left)
        for each in self._early.pop(name, ()):
            yield from self._take(name, each)

    def _part(self, item: Learnt, body: VoicePart) -> Iterator[Event]:
        piece = Piece(item.ref, item.ours, body.index, sha256(body.data).digest(), item.at)
        if body.note in self.notes:
            yield from self._take(body.note, piece)
            return
        kept = self._early.setdefault(body.note, ())
        self._early[body.note] = (*kept, piece)[:EARLY_PARTS_MAX]
        if len(self._early) > EARLY_MAX:
            del self._early[next(iter(self._early))]

    def _take(self, name: bytes, piece: Piece) -> Iterator[Event]:
        before = self.notes[name]
        fault = before.fault_of(piece)
        if fault:
            yield from self._doubt(name, piece.ref, fault, piece.at, ours=before.ours)
            return
        self.notes[name] = after = before.holding(piece)
        if after.complete and not before.complete:
            yield VoiceNoteCompleted(at=piece.at, note=name, ours=after.ours)

    def _doubt(self, name: bytes, ref: Ref, code: str, at: Instant, *, ours: bool) -> Iterator[Event]:
        if (name, code) not in self._told:
            self._told.add((name, code))
            finding = Finding(code=code, text=f"entry {ref} {TEXTS[code]}", entry=str(ref))
            yield VoiceNoteDoubted(at=at, note=name, ours=ours, finding=finding)


def _told(left: Left) -> VoiceNoteAnnounced:
    body = left.body
    return VoiceNoteAnnounced(
        at=left.at,
        note=left.ref.hash,
        ours=left.ours,
        desk=body.desk,
        from_desk=body.from_desk,
        officer=left.officer,
        precedence=left.precedence,
        duration_ms=body.duration_ms,
        gist=body.gist,
    )
