"""One party's log as this node holds it: an index of hashes, without bodies.

A log is a set of segments. A segment opens at every start of its writer's process with a fresh random id
and names the entry it continues (`prev`), so segments form a tree: a line when all is well, a fork when
the writer was restored from an older state or runs twice (PROTOCOL §2.4). Nothing here is ever removed.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import Enum, auto

from firebreak.core.envelope.header import NOWHERE, Header, Ref


class Place(Enum):
    """What adding an entry to a log showed."""

    NEXT = auto()
    "It continues its segment without a gap."
    AHEAD = auto()
    "It is held, but earlier entries of its segment are missing."
    HELD = auto()
    "It was held already."
    SECOND = auto()
    "Another entry with the same number is held: two signed versions, a proof by themselves."
    BROKEN = auto()
    "It does not continue the entry before it, although both are signed."


@dataclass(slots=True)
class Segment:
    """The entries one process of the writer signed."""

    id: bytes
    parent: bytes = NOWHERE
    "Hash of the writer's entry before the first of this segment."
    hashes: list[bytes] = field(default_factory=list[bytes])
    "Of the entries 1..n, without a gap."
    ahead: dict[int, tuple[bytes, bytes]] = field(default_factory=dict[int, tuple[bytes, bytes]])
    "Entries held beyond a gap: number to (hash, prev)."
    versions: dict[int, list[bytes]] = field(default_factory=dict[int, list[bytes]])
    "Further signed versions of a number, beside the first."
    rooted: bool = False
    "Whether every entry before this segment is held, back to the first of the log."

    def hash_at(self, seq: int) -> bytes | None:
        """The hash of the first version held of a number."""
        if 1 <= seq <= len(self.hashes):
            return self.hashes[seq - 1]
        held = self.ahead.get(seq)
        return held[0] if held else None

    def prev_for(self, seq: int) -> bytes | None:
        """What `prev` of that number must be, when known."""
        return self.hash_at(seq - 1) if seq > 1 else None

    @property
    def tip(self) -> Ref | None:
        """The newest entry without a gap before it."""
        return Ref(self.id, len(self.hashes), self.hashes[-1]) if self.hashes else None


@dataclass(slots=True)
class Log:
    """All segments of one writer, in the order in which this node first met them."""

    writer: bytes
    "The first 16 bytes of the writer's party id."
    tip: Ref | None = None
    "The newest entry before which nothing is missing: what `seen` may name."
    segments: dict[bytes, Segment] = field(default_factory=dict[bytes, Segment])
    count: int = 0

    def add(self, header: Header, hash: bytes) -> Place:
        """Index one entry that is verified and about to be stored."""
        segment = self.segments.setdefault(header.segment, Segment(header.segment))
        place = _place(segment, header, hash)
        if place is Place.SECOND:
            segment.versions.setdefault(header.seq, []).append(hash)
        elif place is Place.NEXT:
            _extend(segment, header, hash)
            self._advance(segment)
        elif place in (Place.AHEAD, Place.BROKEN):
            segment.ahead[header.seq] = (hash, header.prev)
        self.count += place is not Place.HELD
        return place

    def place_of(self, header: Header, hash: bytes) -> Place:
        """What `add` would show, without adding."""
        return _place(self.segments.get(header.segment) or Segment(header.segment), header, hash)

    def hash_at(self, segment: bytes, seq: int) -> bytes | None:
        """The hash of one numbered entry, or None when it is not held."""
        held = self.segments.get(segment)
        return held.hash_at(seq) if held else None

    def by_prefix(self, prefix: bytes, seq: int) -> Ref | None:
        """An entry by the first bytes of its segment id, newest segment first."""
        for segment in reversed(self.segments.values()):
            if segment.id.startswith(prefix) and (hash := segment.hash_at(seq)):
                return Ref(segment.id, seq, hash)
        return None

    def holds(self, ref: Ref) -> bool:
        """Whether exactly this entry is held."""
        held = self.segments.get(ref.segment)
        return held is not None and (
            held.hash_at(ref.seq) == ref.hash or ref.hash in held.versions.get(ref.seq, ())
        )

    def find(self, hash: bytes) -> Ref | None:
        """Where an entry stands, by its hash; walks the index, for rare use."""
        for segment in reversed(self.segments.values()):
            for seq in range(len(segment.hashes), 0, -1):
                if segment.hashes[seq - 1] == hash:
                    return Ref(segment.id, seq, hash)
            for seq, (held, _) in segment.ahead.items():
                if held == hash:
                    return Ref(segment.id, seq, hash)
        return None

    def _advance(self, segment: Segment) -> None:
        """Move the tip after an extension, and root what was waiting for it."""
        if not segment.rooted and self._is_rooted(segment):
            segment.rooted = True
        if not segment.rooted:
            return
        self.tip = segment.tip
        while following := next((each for each in self.segments.values() if self._may_root(each)), None):
            following.rooted = True
            self.tip = following.tip

    def _may_root(self, segment: Segment) -> bool:
        return not segment.rooted and bool(segment.hashes) and self._is_rooted(segment)

    def _is_rooted(self, segment: Segment) -> bool:
        if segment.parent == NOWHERE:
            return True
        at = self.find(segment.parent)
        if at is None:
            return False
        before = self.segments[at.segment]
        return before.rooted and at.seq <= len(before.hashes)

    def missing(self) -> int:
        """How many entries are known to be missing inside gaps."""
        return sum(_missing(segment) for segment in self.segments.values())

    def children(self, hash: bytes) -> Iterator[Segment]:
        """Segments that continue an entry."""
        return (each for each in self.segments.values() if each.hashes and each.parent == hash)


def _place(segment: Segment, header: Header, hash: bytes) -> Place:
    held = segment.hash_at(header.seq)
    if held is not None:
        same = held == hash or hash in segment.versions.get(header.seq, ())
        return Place.HELD if same else Place.SECOND
    if header.seq != len(segment.hashes) + 1:
        return Place.AHEAD
    expected = segment.prev_for(header.seq)
    return Place.NEXT if expected in (None, header.prev) else Place.BROKEN


def _extend(segment: Segment, header: Header, hash: bytes) -> None:
    """Put an entry at the end, then whatever was waiting behind it."""
    if header.seq == 1:
        segment.parent = header.prev
    segment.hashes.append(hash)
    while (waiting := segment.ahead.get(len(segment.hashes) + 1)) and waiting[1] == segment.hashes[-1]:
        del segment.ahead[len(segment.hashes) + 1]
        segment.hashes.append(waiting[0])


def _missing(segment: Segment) -> int:
    newest = max(segment.ahead, default=len(segment.hashes))
    return newest - len(segment.hashes) - len(segment.ahead)
