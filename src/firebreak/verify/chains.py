"""One log: numbers without a hole, each entry continuing the one before, one version of each, one branch.

A log is a tree of segments. Its main branch is the way back from that end which its writer did not adopt (of
several, the last in the file). Entries beside it were left behind by a restart from an older state: if their
writer adopted them, that is worth a remark; if not, a finding. They are valid either way.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final

from firebreak.core.base.instants import SECOND
from firebreak.core.envelope.header import NOWHERE
from firebreak.verify.cards import Cards
from firebreak.verify.facts import Fact, Index, Segment
from firebreak.verify.faults import Fault, fault

VERSIONS_SHOWN: Final = 8


@dataclass(slots=True)
class Chains:
    """Checks the log of one side."""

    index: Index
    side: int
    cards: Cards
    remarks: list[Fault] = field(default_factory=list[Fault])

    def check(self) -> Iterator[Fault]:
        """What is wrong with the log."""
        for segment in self.index.segments[self.side].values():
            yield from self._numbers(segment)
            yield from self._links(segment)
            yield from self._start(segment)
        yield from self._branches()

    @property
    def _writer(self) -> str:
        return self.cards.name(self.side)

    # -- inside a segment -------------------------------------------------------------------------

    def _numbers(self, segment: Segment) -> Iterator[Fault]:
        last = 0 if self.cards.head.whole else segment.numbers[0] - 1
        early, highest = False, max(_signed(segment), default=0)
        for number in segment.numbers:
            versions = segment.facts[number]
            if last + 1 < number <= highest and not early:
                first, end = last + 1, number - 1
                yield fault("gap", versions[0], writer=self._writer, count=end - last, first=first, last=end)
            signed = [each for each in versions if each.proven]
            if len(signed) > 1:
                hashes = _listed(signed)
                yield fault(
                    "equivocation",
                    versions[0],
                    writer=self._writer,
                    number=number,
                    count=len(signed),
                    hashes=hashes,
                )
            last, early = number, versions[0].early and versions[0].proven

    def _links(self, segment: Segment) -> Iterator[Fault]:
        chain = segment.chain
        for earlier, later in pairwise(chain):
            if later.seq != earlier.seq + 1:
                continue
            if not (later.proven and earlier.proven):
                continue  # what nobody signed contradicts nothing
            if later.prev != earlier.hash:
                yield fault("chain", later, writer=self._writer)
            else:
                yield from self._order(earlier, later)

    def _order(self, earlier: Fact, later: Fact) -> Iterator[Fault]:
        if later.lo < earlier.lo:
            yield fault("time-backwards", later, writer=self._writer)
        if later.serial < earlier.serial:
            yield fault("old-key", later, writer=self._writer)

    # -- between segments -------------------------------------------------------------------------

    def _start(self, segment: Segment) -> Iterator[Fault]:
        parent = segment.parent
        if parent is None or parent == NOWHERE:
            return
        before = self.index.before(segment)
        first = segment.facts[1][0]
        if before is None or before.segment == segment.id:
            if self.cards.head.whole or parent in self.index.hashes:
                yield fault("chain-start", first, writer=self._writer)
            return
        if not before.proven:
            return
        if first.serial < before.serial:
            yield fault("old-key", first, writer=self._writer)
        if first.lo < before.lo:
            seconds = -(-(before.lo - first.lo) // SECOND)
            self.remarks.append(fault("clock-set-back", first, writer=self._writer, seconds=seconds))

    def _branches(self) -> Iterator[Fault]:
        adopted = self._adopted()
        tip = self._tip(adopted)
        if tip is None:
            return
        self._restored(adopted)
        main, beginning = self._main(tip)
        for segment in self.index.segments[self.side].values():
            aside = [number for number in _signed(segment) if number > main.get(segment.id, 0)]
            if not aside or (segment.id not in main and self._beginning(segment) != beginning):
                continue
            left = [number for number in aside if not adopted.holds(segment.id, number)]
            if left:
                first = segment.facts[left[0]][0]
                yield fault("branch", first, writer=self._writer, count=len(left), number=left[0])

    def _restored(self, adopted: "Adopted") -> None:
        held = [
            segment.facts[number][0]
            for segment in self.index.segments[self.side].values()
            if segment.id in adopted.runs
            for number in segment.numbers
            if adopted.holds(segment.id, number)
        ]
        if held:
            self.remarks.append(fault("restored", held[0], count=len(held), **self.cards.names(self.side)))

    def _tip(self, adopted: "Adopted") -> Fact | None:
        """The end of the main branch: of all ends that were not adopted the last in the file."""
        segments = [each for each in self.index.segments[self.side].values() if _signed(each)]
        continued = {fact.prev for segment in segments for fact in segment.chain[:1] if fact.proven}
        ends = [segment.chain[-1] for segment in segments if segment.chain[-1].hash not in continued]
        open_ends = [each for each in ends if not adopted.holds(each.segment, each.seq)]
        return max(open_ends or ends, key=lambda each: each.order, default=None)

    def _main(self, last: Fact) -> tuple[dict[bytes, int], bytes]:
        """How far each segment belongs to the main branch, and how that branch begins."""
        segments = self.index.segments[self.side]
        segment, main = segments[last.segment], {last.segment: segments[last.segment].numbers[-1]}
        while (before := self.index.before(segment)) is not None and before.segment not in main:
            main[before.segment] = before.seq
            segment = segments[before.segment]
        self._beginnings.update(dict.fromkeys(main, self._begins(segment)))
        return main, self._begins(segment)

    def _begins(self, segment: Segment) -> bytes:
        """Zeros for the beginning of a log, else the segment whose own beginning is not in the file."""
        return NOWHERE if segment.parent == NOWHERE else segment.id

    _beginnings: dict[bytes, bytes] = field(default_factory=dict[bytes, bytes])

    def _beginning(self, segment: Segment) -> bytes:
        """How the branch of a segment begins; each segment is walked once."""
        walked: dict[bytes, None] = {}
        while segment.id not in self._beginnings and segment.id not in walked:
            walked[segment.id] = None
            before = self.index.before(segment)
            if before is None:
                break
            segment = self.index.segments[self.side][before.segment]
        found = self._beginnings.get(segment.id, self._begins(segment))
        self._beginnings.update(dict.fromkeys((*walked, segment.id), found))
        return found

    def _adopted(self) -> "Adopted":
        adopted = Adopted()
        for fact in self.index.proven(self.side):
            for each in fact.names:
                named = self.index.hashes.get(each.hash)
                if (
                    each.how == "adopted"
                    and named
                    and (named.side, named.segment) == (self.side, each.segment)
                ):
                    adopted.runs.setdefault(each.segment, []).append((each.first, each.seq))
        adopted.merge()
        return adopted


def _signed(segment: Segment) -> list[int]:
    """The numbers of which a signed version is there."""
    return [number for number in segment.numbers if segment.facts[number][0].proven]


def _listed(versions: list[Fact]) -> str:
    """The hashes of the first few: a hostile file holds thousands."""
    more = ", …" if len(versions) > VERSIONS_SHOWN else ""
    return ", ".join(each.hash.hex()[:16] for each in versions[:VERSIONS_SHOWN]) + more


@dataclass(slots=True)
class Adopted:
    """Runs of numbers that their writer confirmed after a restart."""

    runs: dict[bytes, list[tuple[int, int]]] = field(default_factory=dict[bytes, list[tuple[int, int]]])

    def merge(self) -> None:
        """Join runs that touch, so that looking up is quick."""
        for segment, runs in self.runs.items():
            merged: list[tuple[int, int]] = []
            for first, last in sorted(runs):
                if merged and first <= merged[-1][1] + 1:
                    merged[-1] = (merged[-1][0], max(merged[-1][1], last))
                else:
                    merged.append((first, last))
            self.runs[segment] = merged

    def holds(self, segment: bytes, number: int) -> bool:
        """Whether a number is inside a run."""
        return any(first <= number <= last for first, last in self.runs.get(segment, ()))
