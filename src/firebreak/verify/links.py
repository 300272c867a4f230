"""Between the logs: what entries say about others must be true of the entries in the file.

`seen` names the newest entry of the other side that had arrived, everything before it included, so inside a
segment it never goes back to an ancestor of what it named before (I8). A receipt names an entry of the other
side (I2). Where the exporter chose a part of the record, what lies outside cannot be followed and is counted.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from firebreak.core.base.instants import SECOND
from firebreak.core.envelope.header import Ref
from firebreak.core.envelope.kinds import Kind
from firebreak.verify.cards import Cards
from firebreak.verify.facts import Fact, Index, Name, Segment
from firebreak.verify.faults import Fault, fault

CLOCKS_APART: Final = 5 * SECOND  # what ordinary clocks differ by without being worth a word


@dataclass(slots=True)
class Links:
    """Checks what one side says about entries of both."""

    index: Index
    side: int
    cards: Cards
    seen: int = 0
    "Entries whose `seen` is true."
    stated: dict[bytes, Fact] = field(default_factory=dict[bytes, Fact])
    "The first entry with each officer's statement."
    outside: int = 0
    "References that lead out of the chosen range."
    apart: tuple[int, str] = (0, "")
    "The largest proven difference of both clocks in milliseconds, and the entry that shows it."

    def check(self) -> Iterator[Fault]:
        """What is wrong with what this side says about entries."""
        for segment in self.index.segments[self.side].values():
            yield from self._seen_of(segment)
        for fact in self.index.proven(self.side):
            if fact.names:
                yield from self._names(fact)

    def _values(self) -> dict[str, str]:
        return self.cards.names(self.side)

    # -- seen -------------------------------------------------------------------------------------

    def _seen_of(self, segment: Segment) -> Iterator[Fault]:
        covered = Covered(self.index, 1 - self.side)
        stated: Ref | None = None
        for number in segment.numbers:
            for fact in segment.facts[number]:
                if not fact.proven:
                    continue
                if fact.seen is None:
                    if stated is not None:
                        yield fault("seen-backwards", fact, **self._values())
                elif fact.seen != stated:
                    yield from self._seen_by(fact, fact.seen, covered)
                    stated = fact.seen
                self.seen += fact.seen is not None

    def _seen_by(self, fact: Fact, seen: Ref, covered: "Covered") -> Iterator[Fault]:
        named = self.index.hashes.get(seen.hash)
        there = (each.proven for each in self.index.at(1 - self.side, seen.segment, seen.seq))
        if named is None and not any(there):
            yield from self._absent(fact, "seen-unknown")
        elif named is None or named.side == self.side or named.ref != seen:
            yield fault("seen-other", fact, number=seen.seq, **self._values())
        else:
            if covered.beyond(named):
                yield fault("seen-backwards", fact, **self._values())
            covered.name(named)
            if named.lo - fact.hi > max(CLOCKS_APART, self.apart[0]):
                self.apart = (named.lo - fact.hi, str(fact))

    def _absent(self, fact: Fact, code: str) -> Iterator[Fault]:
        if self.cards.head.whole:
            yield fault(code, fact, **self._values())
        else:
            self.outside += 1

    # -- other entries ----------------------------------------------------------------------------

    def _names(self, fact: Fact) -> Iterator[Fault]:
        accused = [each for each in fact.names if each.how == "accused"]
        if accused and not self._two_versions(accused):
            yield fault("accusation", fact, **self._values())
        for each in fact.names:
            if each.how == "statement":
                yield from self._stated(fact, each)
            elif each.how != "accused":
                yield from self._named(fact, each)

    def _two_versions(self, accused: list[Name]) -> bool:
        found = [self.index.hashes.get(each.hash) for each in accused]
        places = {(each.side, each.segment, each.seq) for each in found if each and each.proven}
        hashes = {each.hash for each in accused}
        return (
            len(places) == 1
            and len(hashes) > 1
            and None not in found
            and {each[0] for each in places} == {1 - self.side}
        )

    def _named(self, fact: Fact, name: Name) -> Iterator[Fault]:
        named = self.index.hashes.get(name.hash)
        code = "reference" if name.how in ("reference", "adopted", "own") else "receipt"
        if named is None:
            yield from self._absent(fact, f"{code}-unknown")
            return
        wanted = {"reference": named.side, "adopted": self.side, "own": self.side}.get(
            name.how, 1 - self.side
        )
        place = (name.segment or named.segment, name.seq or named.seq)
        if named.side != wanted or place != (named.segment, named.seq):
            yield fault("receipt-other" if code == "receipt" else "reference-unknown", fact, **self._values())

    def _stated(self, fact: Fact, name: Name) -> Iterator[Fault]:
        values = {"writer": self.cards.name(self.side), "officer": name.officer}
        first = self.stated.setdefault(name.statement, fact)
        if first is not fact and fact.kind != Kind.LINE_OPEN:
            yield fault("statement-reused", fact, first=str(first), **values)
        if not name.hash:
            return
        named = self.index.hashes.get(name.hash)
        if named is None and not self.cards.head.whole:
            self.outside += 1
        elif named is None or (name.commitment and name.commitment != named.commitment):
            yield fault("statement-entry", fact, **values)


@dataclass(slots=True)
class Covered:
    """How far each segment of a log is covered by what was named so far, ancestors included."""

    index: Index
    side: int
    upto: dict[bytes, int] = field(default_factory=dict[bytes, int])

    def beyond(self, fact: Fact) -> bool:
        """Whether an entry was covered before and newer ones were named since."""
        return fact.seq < self.upto.get(fact.segment, 0)

    def name(self, fact: Fact) -> None:
        """Cover an entry and all before it. Segments covered before are not walked again."""
        at: Fact | None = fact
        while at is not None:
            new = at.segment not in self.upto
            self.upto[at.segment] = max(self.upto.get(at.segment, 0), at.seq)
            at = self.index.before(self.index.segments[self.side][at.segment]) if new else None
