"""Revoked log keys of one side: what was signed and acknowledged, and what became of entries.

Of all that acknowledge the revocation of one key, the first that holds counts, and it holds by the root keys
of the card that was in force at its own place.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from firebreak.core.envelope.header import NOWHERE, Ref
from firebreak.core.envelope.kinds import Kind
from firebreak.verify.acknowledging import Acknowledged
from firebreak.verify.cards import Cards
from firebreak.verify.facts import Fact, Index, Name, Revoked, Segment
from firebreak.verify.faults import Fault, fault
from firebreak.verify.standing import Standings

ROOTED: Final = frozenset({Kind.CARD, Kind.REVOKE, Kind.EXPLAIN})
"Kinds that hold by the root signatures inside, under whatever key they are written."


@dataclass(slots=True)
class Revocations:
    """Checks what the other side wrote about revoked keys of this one."""

    index: Index
    side: int
    cards: Cards
    standings: Standings
    remarks: list[Fault] = field(default_factory=list[Fault])
    unjudged: bool = False
    "Whether the file does not show all that these checks need."

    def check(self) -> Iterator[Fault]:
        """What is wrong with them."""
        log = self.standings.logs[1 - self.side]
        said = [(fact, fact.revoked) for fact in self.index.proven(1 - self.side) if fact.revoked is not None]
        counted: set[bytes] = set()
        for fact, revoked in sorted(said, key=lambda each: (log.depth(each[0]), each[0].hash)):
            if revoked.key in counted:
                continue
            possible = self.standings.cards_at(self.side, log.at(fact.ref))
            if revoked.cards.isdisjoint(possible):
                yield fault("revocation-unsigned", fact, **self.cards.names(1 - self.side))
            elif possible <= revoked.cards or max(possible) in revoked.cards:
                counted.add(revoked.key)
                yield from self._counting(fact, revoked)
            else:
                self.unjudged = True
        self._unanswered(counted)

    def _counting(self, at: Fact, said: Revoked) -> Iterator[Fault]:
        """One that holds: what it claims, and what it makes of entries."""
        claims: list[Name] = []
        before = Acknowledged(self.index, 1 - self.side, at, {each.segment for each in said.acknowledged})
        for name in said.acknowledged:
            if before.holds(name) or self._excused(name, at, before):
                claims.append(name)
            elif before.hidden is not None:
                claims.append(name)
                yield fault("text-needed", before.hidden, writer=self.cards.name(1 - self.side))
            else:
                yield fault("revocation-claim", at, **self.cards.names(1 - self.side))
        self._mark(at, said, claims)

    def _excused(self, name: Name, at: Fact, before: Acknowledged) -> bool:
        """Whether the file does not show enough to call a claim false."""
        versions = self.index.at(self.side, name.segment, name.seq)
        if before.names_another(name, versions):
            return False
        shown = self.standings.full or (
            bool(versions) and self.standings.logs[1 - self.side].at(at.ref).shown
        )
        self.unjudged |= not shown
        return not shown

    # -- what became of entries -------------------------------------------------------------------

    def _mark(self, at: Fact, said: Revoked, claims: Sequence[Name]) -> None:
        way = Way(self.index, self.side, said.good, known=self.standings.full)
        disputed = void = 0
        for fact in self.index.proven(self.side):
            if fact.key != said.key or way.leads_from(fact):
                continue
            if any(_in(each, fact) for each in claims):
                disputed += 1
            elif fact.kind not in ROOTED and way.passed_by(fact):
                void += 1
            elif fact.kind not in ROOTED:
                self.unjudged = True
        names = self.cards.names(self.side)
        if disputed:
            self.remarks.append(fault("entries-disputed", at, count=disputed, **names))
        if void:
            self.remarks.append(fault("entries-void", at, count=void, **names))

    def _unanswered(self, counted: set[bytes]) -> None:
        """Revocations that this side has published and the other one has not taken in."""
        if any(
            fact.kind == Kind.REVOKE_TAKEN and not fact.has_body for fact in self.index.proven(1 - self.side)
        ):
            return
        known = set(counted)
        for fact in self.index.proven(self.side):
            if fact.revoking is not None and fact.revoking.cards and fact.revoking.key not in known:
                known.add(fact.revoking.key)
                self.remarks.append(fault("revocation-unanswered", fact, **self.cards.names(self.side)))


@dataclass(slots=True)
class Way:
    """The way back from the last good entry, and what the file shows to lie beside it."""

    index: Index
    side: int
    good: Ref | None
    known: bool
    "Whether all that stands beside the way is known not to be on it."
    upto: dict[bytes, int] = field(default_factory=dict[bytes, int])
    _beside: dict[bytes, bool] = field(default_factory=dict[bytes, bool])

    def __post_init__(self) -> None:
        if self.good is None:
            self.known = True
            return
        self.upto[self.good.segment] = self.good.seq
        for segment, upto in self.index.back(self.side, self.good):
            self.upto[segment.id] = upto
            self.known |= segment.parent == NOWHERE

    def leads_from(self, fact: Fact) -> bool:
        """Whether an entry is the last good one or stands before it."""
        if self.good is None or fact.seq > self.upto.get(fact.segment, 0):
            return False
        if (fact.segment, fact.seq) == (self.good.segment, self.good.seq):
            return fact.hash == self.good.hash
        return not fact.aside

    def passed_by(self, fact: Fact) -> bool:
        """Whether the file shows that an entry which is not on the way stands after it or beside it."""
        if self.known or fact.segment in self.upto:
            return True
        if fact.segment not in self._beside:
            passed = [segment.id for segment, _ in self._back(fact)]
            self._beside.update(dict.fromkeys(passed, bool(self.upto.keys() & set(passed))))
        return self._beside[fact.segment]

    def _back(self, fact: Fact) -> Iterator[tuple[Segment, int]]:
        for place in self.index.back(self.side, fact.ref):
            yield place
            if place[0].id in self.upto:
                return


def _in(name: Name, fact: Fact) -> bool:
    """As a node counts it: the entry that a run names as its last, and those on the way to it."""
    inside = name.segment == fact.segment and (name.first or name.seq) <= fact.seq <= name.seq
    return inside and (fact.hash == name.hash if fact.seq == name.seq else not fact.aside)
