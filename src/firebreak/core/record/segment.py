"""One segment of a log: the entries that one process of the writer signed, in whatever order they came."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from enum import Enum, auto
from typing import Protocol, TypeVar

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
    before: "tuple[Segment, int] | None" = field(default=None, repr=False, compare=False)
    "Where the entry that it continues stands; None for the first of a log and while not rooted."

    def hash_at(self, seq: int) -> bytes | None:
        """The hash of the first version held of a number."""
        if 1 <= seq <= len(self.hashes):
            return self.hashes[seq - 1]
        held = self.ahead.get(seq)
        return held[0] if held else None

    def prev_for(self, seq: int) -> bytes | None:
        """What `prev` of that number must be, when known."""
        return self.hash_at(seq - 1) if seq > 1 else None

    def goes_on_after(self, hash: bytes) -> bool:
        """Whether the entry of this hash is followed by another here."""
        inside = hash in self.hashes and hash != self.hashes[-1]
        return inside or any(prev == hash for _, prev in self.ahead.values())

    @property
    def tip(self) -> Ref | None:
        """The newest entry without a gap before it."""
        return Ref(self.id, len(self.hashes), self.hashes[-1]) if self.hashes else None


def place_in(segment: Segment, header: Header, hash: bytes) -> Place:
    """What putting an entry into a segment would show."""
    held = segment.hash_at(header.seq)
    if held is not None:
        same = held == hash or hash in segment.versions.get(header.seq, ())
        return Place.HELD if same else Place.SECOND
    if header.seq != len(segment.hashes) + 1:
        return Place.AHEAD
    expected = segment.prev_for(header.seq)
    return Place.NEXT if expected in (None, header.prev) else Place.BROKEN


def extend(segment: Segment, header: Header, hash: bytes) -> None:
    """Put an entry at the end, then whatever was waiting behind it."""
    if header.seq == 1:
        segment.parent = header.prev
    segment.hashes.append(hash)
    while (waiting := segment.ahead.get(len(segment.hashes) + 1)) and waiting[1] == segment.hashes[-1]:
        del segment.ahead[len(segment.hashes) + 1]
        segment.hashes.append(waiting[0])


class Named(Protocol):
    """Something that is known by the id of a segment."""

    id: bytes


S = TypeVar("S", bound=Named)


def way_back(
    place: tuple[S, int] | None, before: Callable[[S], tuple[S, int] | None]
) -> Iterator[tuple[S, int]]:
    """Each segment, and up to which number, from an entry back to the first of its log.

    Segments that name each other as their beginning, as only a forged file can hold them, end the way.
    """
    passed = set[bytes]()
    while place is not None and place[0].id not in passed:
        passed.add(place[0].id)
        yield place
        place = before(place[0])


def missing_in(segment: Segment) -> int:
    """How many entries are known to be missing inside the gaps of a segment."""
    newest = max(segment.ahead, default=len(segment.hashes))
    return newest - len(segment.hashes) - len(segment.ahead)
