"""One party's log as this node holds it: an index of hashes, without bodies.

A log is a set of segments. A segment opens at every start of its writer's process with a fresh random id
and names the entry it continues (`prev`), so segments form a tree: a line when all is well, a fork when
the writer was restored from an older state or runs twice (`spec/record.md`). Nothing here is ever removed.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from firebreak.core.envelope.header import NOWHERE, Header, Ref
from firebreak.core.record.segment import Place, Segment, extend, missing_in, place_in, way_back


@dataclass(slots=True)
class Log:
    """All segments of one writer, in the order in which this node first met them."""

    writer: bytes
    "The first 16 bytes of the writer's party id."
    tip: Ref | None = None
    "The newest entry before which nothing is missing: what `seen` may name."
    segments: dict[bytes, Segment] = field(default_factory=dict[bytes, Segment])
    count: int = 0
    _begun: dict[bytes, list[Segment]] = field(default_factory=dict[bytes, list[Segment]])
    "Segments by the entry they continue."
    _waiting: dict[bytes, list[Segment]] = field(default_factory=dict[bytes, list[Segment]])
    "Segments that are not rooted, by the entry they continue."
    _gapped: dict[bytes, None] = field(default_factory=dict[bytes, None])
    "Segments with entries beyond a gap."

    def add(self, header: Header, hash: bytes) -> Place:
        """Index one entry that is verified and about to be stored."""
        segment = self.segments.get(header.segment)
        if segment is None:
            segment = self.segments[header.segment] = Segment(header.segment)
        place = place_in(segment, header, hash)
        if place is Place.SECOND:
            segment.versions.setdefault(header.seq, []).append(hash)
        elif place is Place.NEXT:
            known = len(segment.hashes)
            extend(segment, header, hash)
            self._advance(segment, known)
            if not segment.ahead:
                self._gapped.pop(segment.id, None)
        elif place in (Place.AHEAD, Place.BROKEN):
            segment.ahead[header.seq] = (hash, header.prev)
            self._gapped[segment.id] = None
        self.count += place is not Place.HELD
        return place

    def place_of(self, header: Header, hash: bytes) -> Place:
        """What `add` would show, without adding."""
        return place_in(self.segments.get(header.segment) or Segment(header.segment), header, hash)

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

    def leads(self, ref: Ref, to: Ref) -> bool:
        """Whether an entry stands on the chain that ends with another one, as far as that chain is held."""
        for segment, upto in self.chain(to):
            if segment.id == ref.segment:
                return ref.seq <= upto and segment.hash_at(ref.seq) == ref.hash
        return False

    def broken(self, segment: bytes) -> Ref | None:
        """The entry that should follow the newest of a segment and continues another, if one is held."""
        held = self.segments[segment]
        seq = len(held.hashes) + 1
        return Ref(segment, seq, held.ahead[seq][0]) if seq in held.ahead else None

    def path(self) -> list[tuple[Segment, int]]:
        """Each segment and up to which number, from the first entry of the log to its tip."""
        return list(self.chain(self.tip))[::-1] if self.tip else []

    def chain(self, ref: Ref) -> Iterator[tuple[Segment, int]]:
        """Each segment and up to which number, from an entry back to the first of the log."""
        held = self.segments.get(ref.segment)
        return way_back((held, ref.seq) if held else None, lambda segment: segment.before)

    @property
    def whole(self) -> bool:
        """Whether no entry is known to be missing."""
        return not self._waiting and not self._gapped

    def _advance(self, segment: Segment, known: int) -> None:
        """Move the tip after an extension from `known` entries on, and root what was waiting for it."""
        if known == 0:
            self._begun.setdefault(segment.parent, []).append(segment)
        if known == 0 and not self._root(segment):
            self._waiting.setdefault(segment.parent, []).append(segment)
        if segment.rooted:
            self.tip = segment.tip
            self._root_behind(segment, known)

    def _root(self, segment: Segment) -> bool:
        """Whether everything before a segment is held, now that it is known what it continues."""
        segment.before = None if segment.parent == NOWHERE else self._find(segment.parent)
        segment.rooted = segment.parent == NOWHERE or segment.before is not None
        return segment.rooted

    def _root_behind(self, segment: Segment, known: int) -> None:
        """Root the segments that were waiting for the newest entries of this one, and those behind them."""
        extended = [(segment, known)] if self._waiting else []
        for each, start in extended:
            for seq, hash in enumerate(each.hashes[start:], start + 1):
                for child in self._waiting.pop(hash, ()):
                    child.rooted, child.before = True, (each, seq)
                    self.tip = child.tip
                    extended.append((child, 0))

    def _find(self, hash: bytes) -> tuple[Segment, int] | None:
        """Where an entry stands, if nothing before it is missing. Only for the first of a segment."""
        for segment in reversed(self.segments.values()):
            if not segment.rooted:
                continue
            if segment.hashes[-1] == hash:
                return segment, len(segment.hashes)
            if hash in segment.hashes:
                return segment, segment.hashes.index(hash) + 1
        return None

    def missing(self) -> int:
        """How many entries are known to be missing inside gaps."""
        return sum(missing_in(segment) for segment in self.segments.values())

    def is_left(self, hash: bytes) -> bool:
        """Whether a segment begins after an entry."""
        return hash in self._begun

    def following(self, hash: bytes) -> list[Segment]:
        """The segments that go on after an entry, its own first; more than one is a branch. Looks at all."""
        own = [each for each in self.segments.values() if each.goes_on_after(hash)]
        return [*own, *self._begun.get(hash, ())]
