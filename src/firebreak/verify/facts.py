"""What is kept of each entry once its bytes were judged: enough to check how entries hang together."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from firebreak.core.envelope.header import Ref
from firebreak.core.record.attested import AttestedBody
from firebreak.core.record.quorum import AgreedWitness
from firebreak.core.record.segment import way_back
from firebreak.verify.spoken import Spoken


class Tree(NamedTuple):
    """What a checkpoint says about the log it stands in."""

    size: int
    root: bytes


class Name(NamedTuple):
    """An entry that another one names. The segment is empty where only the hash is given."""

    how: str
    "`receipt`, `reference`, `own`, `orphan`, `adopted`, `accused` or `statement`, which may name no entry."
    hash: bytes
    segment: bytes = b""
    seq: int = 0
    first: int = 0
    "For a run of entries: its first number; `seq` is its last."
    commitment: bytes = b""
    "What an officer says the named entry's commitment is."
    officer: str = ""
    statement: bytes = b""
    "Names the officer's statement itself."


class Revoked(NamedTuple):
    """What a `revoke.taken` says about a log key of the other side."""

    key: bytes
    "Key id."
    good: Ref | None
    acknowledged: tuple[Name, ...]
    cards: frozenset[int]
    "Serials of the cards of that side whose root keys signed it."


class Agreed(NamedTuple):
    """What a `line.agree` that enough officers signed says about release."""

    hash: bytes
    kinds: tuple[int, ...]


@dataclass(slots=True)
class Fact:
    """One entry of one log."""

    side: int
    segment: bytes
    seq: int
    hash: bytes
    prev: bytes
    seen: Ref | None
    kind: int
    lo: int
    hi: int
    commitment: bytes
    serial: int
    "Serial of the card whose key signed."
    proven: bool
    "Whether the signature holds."
    has_body: bool
    names: tuple[Name, ...] = ()
    tree: Tree | None = None
    witnesses: tuple[AgreedWitness, ...] = ()
    "Whom a line agreement names that enough officers signed."
    quorum: int = 0
    "How many operators it takes, as the same agreement says."
    attested: AttestedBody | None = None
    "Attestations of witnesses that it carries."
    statements: int = 0
    "How many officers' statements in it hold."
    order: int = 0
    "Its place in the file."
    key: bytes = b""
    "Id of the key that signed."
    aside: bool = False
    "Whether the next entry continues another version of its number."
    early: bool = False
    "Whether it stands in a chosen part only for what it keeps: it is older than the range."
    opened: tuple[int, ...] = ()
    "Serials of the cards of both sides with which it opens the line."
    offered: bytes = b""
    "Hash of the writer's own card that it publishes."
    taken: bytes = b""
    "Hash of the card of the other side that it takes in."
    card_left_out: bool = False
    "Whether that card holds and is not in the file."
    revoking: Revoked | None = None
    "What its writer says about a log key of its own."
    revoked: Revoked | None = None
    stated_by: frozenset[int] | None = None
    "Serials of the cards by which every officer's statement in it holds; None when there is none."
    spoken: Spoken | None = None
    "What it says about the keys by which a call was spoken."
    released_by: frozenset[int] | None = None
    "Serials of the cards by which two officers released it; None for what nobody has to release."
    agreed: Agreed | None = None

    def __str__(self) -> str:
        return f"{self.segment.hex()[:8]}/{self.seq}"

    @property
    def ref(self) -> Ref:
        """How others name it."""
        return Ref(self.segment, self.seq, self.hash)


@dataclass(slots=True)
class Segment:
    """The entries that one process of a writer signed, as far as the file holds them."""

    id: bytes
    side: int
    facts: dict[int, list[Fact]] = field(default_factory=dict[int, list[Fact]])
    "By number; more than one under a number is equivocation. Proven ones stand before others."
    numbers: list[int] = field(default_factory=list[int])
    "Sorted; filled in once all entries are read."
    chain: list[Fact] = field(default_factory=list[Fact])
    "One fact for each number: that version which the next one continues."

    @property
    def parent(self) -> bytes | None:
        """Hash of the entry before its first, or None where the first is not in the file, or not signed."""
        first = self.facts.get(1)
        return first[0].prev if first and first[0].proven else None


@dataclass(slots=True)
class Index:
    """Every entry of a bundle, by hash and by place."""

    segments: tuple[dict[bytes, Segment], dict[bytes, Segment]] = field(default_factory=lambda: ({}, {}))
    hashes: dict[bytes, Fact] = field(default_factory=dict[bytes, Fact])

    def add(self, fact: Fact) -> bool:
        """Take in one entry; False when it was there already."""
        held = self.hashes.get(fact.hash)
        if held is not None:
            return False
        fact.order = len(self.hashes)
        self.hashes[fact.hash] = fact
        segments = self.segments[fact.side]
        segment = segments.get(fact.segment)
        if segment is None:
            segment = segments[fact.segment] = Segment(fact.segment, fact.side)
        segment.facts.setdefault(fact.seq, []).append(fact)
        return True

    def settle(self) -> None:
        """Order the numbers of each segment, after the last entry."""
        for segments in self.segments:
            for segment in segments.values():
                segment.numbers = sorted(segment.facts)
                _choose(segment)

    def at(self, side: int, segment: bytes, seq: int) -> list[Fact]:
        """All versions held of a number."""
        held = self.segments[side].get(segment)
        return held.facts.get(seq, []) if held else []

    def at_ref(self, side: int, ref: Ref) -> Fact | None:
        """The entry of a side that a reference names, if it stands where the reference says."""
        fact = self.hashes.get(ref.hash)
        return fact if fact is not None and fact.side == side and fact.ref == ref else None

    def back(self, side: int, ref: Ref) -> Iterator[tuple[Segment, int]]:
        """Each segment, and up to which number, from an entry back to the first of its log."""
        segment = self.segments[side].get(ref.segment)
        return way_back((segment, ref.seq) if segment else None, self._place_before)

    def _place_before(self, segment: Segment) -> tuple[Segment, int] | None:
        before = self.before(segment)
        return (self.segments[segment.side][before.segment], before.seq) if before else None

    def before(self, segment: Segment) -> Fact | None:
        """The entry that a segment continues, if it is held and of the same writer."""
        parent = self.hashes.get(segment.parent) if segment.parent else None
        return parent if parent is not None and parent.side == segment.side else None

    def proven(self, side: int) -> Iterator[Fact]:
        """Every entry of a side whose signature holds, segment by segment."""
        for segment in self.segments[side].values():
            for number in segment.numbers:
                yield from (each for each in segment.facts[number] if each.proven)


def _choose(segment: Segment) -> None:
    """Pick from two versions of a number the one that the next entry continues."""
    for versions in segment.facts.values():
        versions.sort(key=lambda each: not each.proven)
    following: Fact | None = None
    for number in reversed(segment.numbers):
        versions = segment.facts[number]
        wanted = following.prev if following and following.seq == number + 1 else None
        following = next((each for each in versions if each.hash == wanted), versions[0])
        for each in versions:
            each.aside = each is not following
        segment.chain.append(following)
    segment.chain.reverse()
