"""Keys over time: which card, officers and agreement counted at the place of an entry (`spec/keys.md`).

The rules are those of two running nodes, and rest on `seen` alone: a card counts for those of its owner's
entries that have seen the counterpart take it in. A part of a record does not show that, so it is not asked.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from firebreak.core.envelope.header import Ref
from firebreak.core.envelope.kinds import Kind
from firebreak.verify.cards import Cards
from firebreak.verify.facts import Agreed, Fact, Index, Name, Revoked
from firebreak.verify.faults import Fault, fault


@dataclass(slots=True)
class Tenure:
    """Checks the entries of one side by what counted when they were written."""

    index: Index
    side: int
    cards: Cards
    remarks: list[Fault] = field(default_factory=list[Fault])
    _taken: list[tuple[int, Fact]] = field(default_factory=list[tuple[int, Fact]])
    "Serials of own cards and the entries of the other side that took them in, the newest first."

    def check(self) -> Iterator[Fault]:
        """What is wrong with keys, officers and release on this side."""
        if not self.cards.head.whole:
            return
        self._taken = self._all_taken()
        history = self._agreements()
        yield from self._keys()
        for fact in self.index.proven(self.side):
            if fact.stated_by is not None:
                yield from self._officers(fact, fact.stated_by)
            if fact.released_by is not None and history:
                yield from self._release(fact, fact.released_by, history)
        for fact in self.index.proven(1 - self.side):
            if fact.revoked is not None:
                yield from self._revocation(fact, fact.revoked)

    @property
    def _writer(self) -> str:
        return self.cards.name(self.side)

    def in_force(self, fact: Fact) -> int:
        """Serial of the card by which an entry of this side is to be judged."""
        first = self.cards.sides[self.side][0].card.serial
        return next((serial for serial, taken in self._taken if self._seen(taken, fact)), first)

    def _all_taken(self) -> list[tuple[int, Fact]]:
        serials = {each.hash: each.card.serial for each in self.cards.sides[self.side]}
        found = [
            (serials[fact.taken], fact)
            for fact in self.index.proven(1 - self.side)
            if fact.taken and fact.taken in serials
        ]
        return sorted(found, key=lambda each: -each[0])

    # -- keys -------------------------------------------------------------------------------------

    def _keys(self) -> Iterator[Fault]:
        """A log key that no card brought into force: its first entry in each segment."""
        own = self.cards.sides[self.side]
        if len(own) < 2:  # noqa: PLR2004
            return
        taken = {own[0].card.serial, *(serial for serial, _ in self._taken)}
        for segment in self.index.segments[self.side].values():
            told: set[bytes] = set()
            for fact in segment.chain:
                key = self.cards.keys.get((self.side, fact.key))
                if not fact.proven or key is None or fact.key in told:
                    continue
                if taken.isdisjoint(each.card.serial for each in key.cards):
                    told.add(fact.key)
                    yield fault("key-not-taken", fact, **self.cards.names(self.side))

    # -- officers ---------------------------------------------------------------------------------

    def _officers(self, fact: Fact, by: frozenset[int]) -> Iterator[Fault]:
        if by and self.in_force(fact) not in by:
            yield fault("officer-then", fact, writer=self._writer)

    def _release(self, fact: Fact, by: frozenset[int], history: list[dict[int, Fact]]) -> Iterator[Fault]:
        agreed = next((each for each in history if self._seen(each[1 - self.side], fact)), None)
        terms = agreed[self.side].agreed if agreed else None
        if terms is not None and fact.kind in terms.kinds and self.in_force(fact) not in by:
            yield fault("not-released", fact, writer=self._writer)

    def _agreements(self) -> list[dict[int, Fact]]:
        """Agreements that came into force and where each side signed them, the newest first."""
        found: list[dict[int, Fact]] = []
        newest: dict[int, Fact] = {}
        facts = (each for side in (0, 1) for each in self.index.proven(side) if each.agreed is not None)
        held: Agreed | None = None
        for fact in sorted(facts, key=lambda each: each.order):
            newest[fact.side] = fact
            terms = [each.agreed for each in newest.values() if each.agreed]
            alike = len(terms) == 2 and terms[0].hash == terms[1].hash  # noqa: PLR2004
            if alike and (held is None or held.hash != terms[0].hash):
                held = terms[0]
                found.append(dict(newest))
        return found[::-1]

    # -- revocations ------------------------------------------------------------------------------

    def _revocation(self, at: Fact, said: Revoked) -> Iterator[Fault]:
        if not said.cards:
            yield fault("revocation-unsigned", at, **self.cards.names(1 - self.side))
            return
        for name in said.acknowledged:
            last = self.index.hashes.get(name.hash)
            if last is not None and not self._acknowledged(last, at):
                yield fault("revocation-claim", at, **self.cards.names(1 - self.side))
        disputed, void = self._marked(said)
        values = {"writer": self._writer, "other": self.cards.name(1 - self.side)}
        if disputed:
            self.remarks.append(fault("entries-disputed", at, count=disputed, **values))
        if void:
            self.remarks.append(fault("entries-void", at, count=void, **values))

    def _marked(self, said: Revoked) -> tuple[int, int]:
        disputed = void = 0
        for fact in self.index.proven(self.side):
            if fact.key != said.key or (said.good and self._leads(fact, said.good)):
                continue
            if any(_in(each, fact) for each in said.acknowledged):
                disputed += 1
            elif fact.kind not in (Kind.CARD, Kind.REVOKE, Kind.EXPLAIN):
                void += 1
        return disputed, void

    def _acknowledged(self, fact: Fact, before: Fact) -> bool:
        """Whether the other side had named an entry of this one before that entry of its own."""
        for each in self.index.proven(1 - self.side):
            if each is before or not self._leads(each, before.ref):
                continue
            if self._seen(fact, each) or any(_in(name, fact) for name in each.names if name.how == "receipt"):
                return True
        return False

    # -- places -----------------------------------------------------------------------------------

    def _seen(self, fact: Fact, by: Fact) -> bool:
        return by.seen is not None and self._leads(fact, by.seen)

    def _leads(self, fact: Fact, to: Ref) -> bool:
        """Whether an entry stands on the chain that ends with another one of its log."""
        segments = self.index.segments[fact.side]
        segment, upto = segments.get(to.segment), to.seq
        while segment is not None and segment.id != fact.segment:
            before = self.index.before(segment)
            segment, upto = (segments[before.segment], before.seq) if before else (None, 0)
        return segment is not None and fact.seq <= upto


def _in(name: Name, fact: Fact) -> bool:
    return name.segment == fact.segment and (name.first or name.seq) <= fact.seq <= name.seq
