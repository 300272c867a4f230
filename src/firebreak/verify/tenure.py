"""Keys over time: which card, officers and agreement counted at the place of an entry (`spec/keys.md`).

The rules are those of two running nodes, and rest on `seen` alone: a card counts for those of its owner's
entries that have seen the counterpart take it in. Nobody is accused where the file does not show what held;
what could not be judged for that reason is told instead.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from firebreak.core.record.bundle import KEEPING
from firebreak.verify.cards import Cards
from firebreak.verify.facts import Fact, Index
from firebreak.verify.faults import Fault, fault
from firebreak.verify.revocations import Revocations
from firebreak.verify.standing import Held, Standings


@dataclass(slots=True)
class Tenure:
    """Checks the entries of one side by what counted when they were written."""

    index: Index
    side: int
    cards: Cards
    standings: Standings
    remarks: list[Fault] = field(default_factory=list[Fault])
    unjudged: set[str] = field(default_factory=set[str])
    "What the file does not show: `keys`, `officers`, `release`."

    def check(self) -> Iterator[Fault]:
        """What is wrong with keys, officers and release on this side."""
        yield from self._hidden()
        if not self.cards.sides[self.side]:
            return
        yield from self._keys()
        for fact in self.index.proven(self.side):
            if fact.stated_by:
                yield from self._officers(fact, fact.stated_by)
            if fact.released_by is not None:
                yield from self._release(fact, fact.released_by)
        revocations = Revocations(self.index, self.side, self.cards, self.standings)
        yield from revocations.check()
        self.remarks += [*self._unanswered(), *revocations.remarks]
        if revocations.unjudged or not self.standings.full:
            self.unjudged.add("keys")

    def _hidden(self) -> Iterator[Fault]:
        """Entries of this side from which everybody would have to read what held, and cannot."""
        for fact in self.index.proven(self.side):
            if fact.kind in KEEPING and not fact.has_body:
                yield fault("text-needed", fact, writer=self.cards.name(self.side))
            elif fact.card_left_out:
                yield fault("card-needed", fact, **self.cards.names(self.side))

    # -- keys -------------------------------------------------------------------------------------

    def _keys(self) -> Iterator[Fault]:
        """A log key that no card brought into force: its first entry in each segment."""
        taken = self.standings.first[self.side] | set(self.standings.taken[self.side].values())
        for segment in self.index.segments[self.side].values():
            told: set[bytes] = set()
            for fact in segment.chain:
                key = self.cards.keys.get((self.side, fact.key))
                if not fact.proven or key is None or fact.key in told:
                    continue
                if taken.isdisjoint(each.card.serial for each in key.cards):
                    told.add(fact.key)
                    if self.standings.full:
                        yield fault("key-not-taken", fact, **self.cards.names(self.side))

    # -- officers ---------------------------------------------------------------------------------

    def _officers(self, fact: Fact, by: frozenset[int]) -> Iterator[Fault]:
        possible = self.standings.cards_at(self.side, self._held(fact))
        if by.isdisjoint(possible):
            yield fault("officer-then", fact, writer=self.cards.name(self.side))
        elif not possible <= by:
            self.unjudged.add("officers")

    def _release(self, fact: Fact, by: frozenset[int]) -> Iterator[Fault]:
        held, logs = self._held(fact), self.standings.logs
        possible = self.standings.cards_at(self.side, held)
        if possible <= by:
            return
        if not (held.shown and all(each.shown for each in logs)) or not possible.isdisjoint(by):
            self.unjudged.add("release")
            return
        terms = self.standings.history[held.agreed - 1][self.side].agreed if held.agreed else None
        if terms is not None and fact.kind in terms.kinds:
            yield fault("not-released", fact, writer=self.cards.name(self.side))

    def _held(self, fact: Fact) -> Held:
        """What the other side had taken in and agreed to, as far as the writer had seen."""
        return self.standings.logs[1 - self.side].at(fact.seen)

    # -- what nobody answered ---------------------------------------------------------------------

    def _unanswered(self) -> Iterator[Fault]:
        """Cards that this side has published and the other one has not taken in."""
        if any(fact.kind in KEEPING and not fact.has_body for fact in self.index.proven(1 - self.side)):
            return
        known = {fact.taken for fact in self.index.proven(1 - self.side) if fact.taken}
        for fact in self.index.proven(self.side):
            if fact.offered and fact.offered not in known:
                known.add(fact.offered)
                yield fault("card-unanswered", fact, **self.cards.names(self.side))
