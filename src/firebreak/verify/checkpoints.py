"""Checkpoints: whether each is signed with both keys and sums up the entries that come before it.

Its tree holds all entries along `prev`, from the first of the log to the one before the checkpoint, and its
origin names the segment in which it stands.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from typing import NamedTuple

from firebreak.core.base.cbor import Value
from firebreak.core.base.errors import FirebreakError
from firebreak.core.base.purposes import Environment
from firebreak.core.envelope.card import Card
from firebreak.core.record.bodies import CheckpointBody
from firebreak.core.record.checkpoint import (
    Origin,
    SignedCheckpoint,
    verify_ed25519_signature,
    verify_mldsa65_signature,
)
from firebreak.core.record.merkle import EMPTY_ROOT, leaf_hash, node_hash
from firebreak.verify.cards import Cards
from firebreak.verify.facts import Fact, Index, Segment, Tree
from firebreak.verify.faults import Fault, fault
from firebreak.verify.stamps import Stamp


def read_checkpoint(
    body: dict[int, Value], fact: Fact, cards: Cards, valid: Iterable[Card]
) -> tuple[Tree | None, list[Fault]]:
    """What a checkpoint says, or what is wrong with it. Its tree is compared once all entries are read."""
    writer, head = cards.name(fact.side), cards.head
    try:
        signed = SignedCheckpoint.parse(CheckpointBody.from_map(body).note)
        origin = Origin.parse(signed.checkpoint.origin)
    except FirebreakError as error:
        return None, [fault("checkpoint-unreadable", fact, writer=writer, detail=error.text)]
    if origin != Origin(head.line, head.parties[fact.side], fact.segment):
        return None, [fault("checkpoint-origin", fact, writer=writer)]
    if not any(_signed_by(signed, card, Environment(head.environment)) for card in valid):
        return None, [fault("checkpoint-signature", fact, writer=writer)]
    return Tree(signed.checkpoint.size, signed.checkpoint.root), []


def _signed_by(signed: SignedCheckpoint, card: Card, environment: Environment) -> bool:
    return verify_ed25519_signature(signed, card.log_key) and verify_mldsa65_signature(
        signed, card.checkpoint_key, environment
    )


class Frontier(NamedTuple):
    """A growing tree, kept as the roots of its full subtrees; a copy costs nothing, so logs may branch."""

    size: int = 0
    peaks: tuple[bytes, ...] = ()

    def grown(self, entry_hash: bytes) -> "Frontier":
        """With one more leaf."""
        hash, peaks, place = leaf_hash(entry_hash), list(self.peaks), self.size
        while place % 2:
            hash, place = node_hash(peaks.pop(), hash), place // 2
        return Frontier(self.size + 1, (*peaks, hash))

    @property
    def root(self) -> bytes:
        """The root over all leaves."""
        if not self.peaks:
            return EMPTY_ROOT
        *peaks, root = self.peaks
        for peak in reversed(peaks):
            root = node_hash(peak, root)
        return root


@dataclass(slots=True)
class Trees:
    """Follows the log of one side, every branch of it, and compares each checkpoint on the way."""

    index: Index
    side: int
    cards: Cards
    stamps: list[Stamp] = field(default_factory=list[Stamp])
    "Of this log, not yet compared with it."
    fitting: list[Stamp] = field(default_factory=list[Stamp])
    "Those whose tree is one of this log."
    not_compared: int = 0
    "Stamps over entries that are not all in the file."
    rebuilt: int = 0
    wanted: dict[bytes, list[Stamp]] = field(default_factory=dict[bytes, list[Stamp]])
    "Segment to the stamps whose origin names it."

    def check(self) -> Iterator[Fault]:
        """What is wrong with the checkpoints of a side."""
        for each in self.stamps:
            self.wanted.setdefault(each.segment, []).append(each)
        children: dict[tuple[bytes, int], list[Segment]] = {}
        ready: list[tuple[Segment, Frontier]] = []
        for segment in self.index.segments[self.side].values():
            before = self.index.before(segment)
            if before is not None and before.segment != segment.id:
                children.setdefault((before.segment, before.seq), []).append(segment)
            elif segment.parent is not None and not any(segment.parent):
                ready.append((segment, Frontier()))
        while ready:
            segment, frontier = ready.pop()
            yield from self._segment(segment, frontier, children, ready)
        yield from self._forks()
        self.not_compared += sum(len(each) for each in self.wanted.values())

    def _segment(
        self,
        segment: Segment,
        frontier: Frontier,
        children: dict[tuple[bytes, int], list[Segment]],
        ready: list[tuple[Segment, Frontier]],
    ) -> Iterator[Fault]:
        stamps, before = self.wanted.pop(segment.id, []), frontier.size
        sizes: dict[int, list[Stamp]] = {}
        for each in stamps:
            sizes.setdefault(each.size, []).append(each)
        for place, fact in enumerate(segment.chain, 1):
            if fact.seq != place or not fact.proven:
                break  # a gap, or bytes that nobody signed: what follows cannot be summed up
            if fact.tree:
                yield from self._compare(fact, fact.tree, frontier)
            frontier = frontier.grown(fact.hash)
            for each in sizes.get(frontier.size, ()):
                yield from self._stamped(each, fact, frontier)
            ready += ((child, frontier) for child in children.get((segment.id, place), ()))
        for each in stamps:
            if each.size <= before:  # the tree of a segment holds at least the first entry of it
                yield fault("stamp-tree", size=each.size, **self._writer)
            self.not_compared += each.size > frontier.size

    def _compare(self, fact: Fact, tree: Tree, frontier: Frontier) -> Iterator[Fault]:
        self.rebuilt += 1
        if (tree.size, tree.root) != (frontier.size, frontier.root):
            yield fault("checkpoint-tree", fact, **self._writer)

    def _stamped(self, stamp: Stamp, last: Fact, frontier: Frontier) -> Iterator[Fault]:
        """Hold a stamp against the tree that ends with this entry."""
        if stamp.root == frontier.root:
            self.fitting.append(stamp._replace(through=str(last)))
        else:
            yield fault("stamp-tree", size=stamp.size, **self._writer)

    def _forks(self) -> Iterator[Fault]:
        """Two checkpoints of one segment that do not grow as its numbers do: this needs no other entry."""
        found: dict[bytes, list[tuple[Tree, Fact]]] = {}
        for fact in self.index.proven(self.side):
            if fact.tree:
                found.setdefault(fact.segment, []).append((fact.tree, fact))
        for held in found.values():
            held.sort(key=lambda each: (each[1].seq, each[0]))
            for (earlier, before), (later, fact) in pairwise(held):
                if later.size - earlier.size != fact.seq - before.seq or (
                    later.size == earlier.size and later.root != earlier.root
                ):
                    yield fault("checkpoint-fork", fact, **self._writer)

    @property
    def _writer(self) -> dict[str, str]:
        return {"writer": self.cards.name(self.side)}
