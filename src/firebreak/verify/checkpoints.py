"""Checkpoints: whether each is signed with both keys and sums up the entries that come before it.

The tree of generation r begins with the first entry of the segment that holds the adoption by which r began
(generation 0: with the first of the log) and goes along `prev` up to the entry before the checkpoint.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final, NamedTuple

from firebreak.core.base.cbor import Value
from firebreak.core.base.errors import FirebreakError
from firebreak.core.base.purposes import Environment
from firebreak.core.envelope.card import Card
from firebreak.core.envelope.kinds import Kind
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

START: Final = b""
"Where the tree of generation 0 begins."


def read_checkpoint(
    body: dict[int, Value], fact: Fact, cards: Cards, valid: Iterable[Card]
) -> tuple[Tree | None, list[Fault]]:
    """What a checkpoint says, or what is wrong with it. Its tree is compared once all entries are read."""
    writer, head = cards.name(fact.side), cards.head
    try:
        signed = SignedCheckpoint.parse(CheckpointBody.from_map(body).note)
        origin = Origin.parse(signed.checkpoint.origin)
    except FirebreakError as error:
        return None, [fault("checkpoint-unreadable", fact, writer=writer, reason=error.text)]
    if (origin.line, origin.party) != (head.line, head.parties[fact.side]):
        return None, [fault("checkpoint-origin", fact, writer=writer)]
    if not any(_signed_by(signed, card, Environment(head.environment)) for card in valid):
        return None, [fault("checkpoint-signature", fact, writer=writer)]
    return Tree(origin.restarts, signed.checkpoint.size, signed.checkpoint.root), []


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


class _Path(NamedTuple):
    """A way along `prev` from the beginning of a log."""

    frontier: Frontier
    start: bytes = START
    adoptions: int = 0


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
    adoptions: int = 0
    "All of the log, on any branch."
    rebuilt: int = 0
    starts: dict[int, bytes] = field(default_factory=dict[int, bytes])
    "Generation to the segment its tree begins with."
    passed: dict[int, list[tuple[int, Fact]]] = field(default_factory=dict[int, list[tuple[int, Fact]]])
    "Generation to (size, checkpoint) of all that agree with their own branch."
    wanted: dict[int, list[Stamp]] = field(default_factory=dict[int, list[Stamp]])
    "Size to the stamps of that size."
    reached: dict[Stamp, list[tuple[bytes, Fact | None]]] = field(
        default_factory=dict[Stamp, list[tuple[bytes, "Fact | None"]]]
    )
    "Stamp to beginnings of trees of its size, each with its last entry if the roots are the same."
    sizes: dict[bytes, int] = field(default_factory=dict[bytes, int])
    "Segment to the size of the tree where it begins."

    def check(self) -> Iterator[Fault]:
        """What is wrong with the checkpoints of a side."""
        segments = self.index.segments[self.side]
        for each in self.stamps:
            self.wanted.setdefault(each.size, []).append(each)
        self.adoptions = sum(fact.kind == Kind.LOG_ADOPT for fact in self.index.proven(self.side))
        children: dict[tuple[bytes, int], list[Segment]] = {}
        ready: list[tuple[Segment, _Path]] = []
        for segment in segments.values():
            before = self.index.before(segment)
            if before is not None and before.segment != segment.id:
                children.setdefault((before.segment, before.seq), []).append(segment)
            elif segment.parent is not None and not any(segment.parent):
                ready.append((segment, _Path(Frontier())))
        while ready:
            segment, path = ready.pop()
            yield from self._segment(segment, path, children, ready)
        yield from self._forks()
        for each in self.stamps:
            yield from self._conclude(each)

    def _segment(
        self,
        segment: Segment,
        path: _Path,
        children: dict[tuple[bytes, int], list[Segment]],
        ready: list[tuple[Segment, _Path]],
    ) -> Iterator[Fault]:
        fresh, self.sizes[segment.id] = Frontier(), path.frontier.size
        begins_anew = any(fact.kind == Kind.LOG_ADOPT for fact in segment.chain)
        for place, fact in enumerate(segment.chain, 1):
            if fact.seq != place:
                return  # a gap: what follows cannot be summed up
            if fact.tree:
                yield from self._compare(fact, fact.tree, path)
            path = _Path(path.frontier.grown(fact.hash), path.start, path.adoptions)
            if begins_anew:
                fresh = fresh.grown(fact.hash)
            if fact.kind == Kind.LOG_ADOPT:
                path = _Path(fresh, segment.id, path.adoptions + 1)
            if path.frontier.size in self.wanted:
                self._stamped(fact, path)
            ready += ((child, path) for child in children.get((segment.id, place), ()))

    def _compare(self, fact: Fact, tree: Tree, path: _Path) -> Iterator[Fault]:
        self.rebuilt += 1
        start = self.starts.setdefault(tree.generation, path.start)
        in_order = start == path.start and path.adoptions <= tree.generation <= self.adoptions
        none_yet = (path.adoptions == 0) == (tree.generation == 0)
        if not (in_order and none_yet):
            yield fault("checkpoint-origin", fact, **self._writer)
        elif (tree.size, tree.root) != (path.frontier.size, path.frontier.root):
            yield fault("checkpoint-tree", fact, **self._writer)
        else:
            self.passed.setdefault(tree.generation, []).append((tree.size, fact))

    def _stamped(self, fact: Fact, path: _Path) -> None:
        """Hold stamps of this size against the tree that ends with this entry."""
        root = path.frontier.root
        for each in self.wanted[path.frontier.size]:
            found = (path.start, fact if each.root == root else None)
            self.reached.setdefault(each, []).append(found)

    def _conclude(self, stamp: Stamp) -> Iterator[Fault]:
        """Whether a stamp fits; where its tree begins, the log's own checkpoints say."""
        start = self.starts.get(stamp.generation) if stamp.generation else START
        reached = [last for at, last in self.reached.get(stamp, ()) if start in (None, at)]
        last = next((each for each in reached if each is not None), None)
        if last is not None:
            self.fitting.append(stamp._replace(through=str(last)))
        elif reached and start is not None:
            yield fault("stamp-tree", size=stamp.size, **self._writer)
        else:
            self.not_compared += 1

    def _forks(self) -> Iterator[Fault]:
        """Two checkpoints of one generation of which neither stands on the other's branch."""
        for found in self.passed.values():
            found.sort(key=lambda each: each[0])
            for (size, earlier), (_, later) in pairwise(found):
                if not self._continues(later, earlier, size):
                    yield fault("checkpoint-fork", later, **self._writer)

    def _continues(self, later: Fact, earlier: Fact, size: int) -> bool:
        """Whether the earlier one, at place `size` of its tree, is on the way back from the later one."""
        segments = self.index.segments[self.side]
        segment, seq = segments[later.segment], later.seq
        while segment.id != earlier.segment:
            before = self.index.before(segment)
            if before is None or self.sizes[segment.id] <= size:
                return False
            segment, seq = segments[before.segment], before.seq
        return seq >= earlier.seq

    @property
    def _writer(self) -> dict[str, str]:
        return {"writer": self.cards.name(self.side)}
