"""What a node itself has signed and stored: I2, I6, I7, I8, I15, I18 and I20, entry by entry."""

from collections import Counter
from dataclasses import dataclass, field
from typing import Final

from firebreak.core.base.instants import SECOND
from firebreak.core.call.bodies import CallNoAnswer, CallOffer
from firebreak.core.envelope.header import NOWHERE, Ref
from firebreak.core.envelope.kinds import Kind
from firebreak.core.envelope.officer import StatedBody
from firebreak.core.message.receipts import ReceiptBad, ReceiptNode
from firebreak.core.record.bodies import Adopt, Orphans
from firebreak.sim.oracles.spec import FAREWELLS, WORDS
from firebreak.sim.oracles.view import Item, View, call_of
from firebreak.sim.violation import hold

GROUPS: Final = (frozenset({Kind.CALL_RINGING}), WORDS, FAREWELLS)
"Of each of these a side says one of a call, as far as it knows."


@dataclass(slots=True)
class Said:
    """What one process has signed so far, and how often its disk has seen it."""

    forged: set[bytes]
    "What a hostile holder of the same key has signed does not count as said."
    prev: bytes = b""
    seq: int = 0
    lo: int = 0
    seen: dict[bytes, int] = field(default_factory=dict[bytes, int])
    times: Counter[tuple[object, ...]] = field(default_factory=Counter[tuple[object, ...]])

    def check(self, view: View, item: Item) -> None:
        """One more entry of this process is stored."""
        self._chain(view, item)
        self._seen(view, item)
        self._receipts(view, item)
        self._word(item)
        self._call(view, item)

    def _chain(self, view: View, item: Item) -> None:
        header = item.header
        hold("I7", header.seq == self.seq + 1, f"number {header.seq} follows {self.seq}")
        if header.seq == 1:
            others = (each for each in view.items.values() if each.ours and each is not item)
            first = not any(each.hash in view.rooted for each in others)
            behind = header.prev in view.rooted or (first and header.prev == NOWHERE)
            hold("I7", behind, "a segment begins behind nothing")
        else:
            hold("I7", header.prev == self.prev, f"number {header.seq} does not name the one before")
        hold("I20", header.time.lo >= self.lo, "the lower end of the time goes back")
        self.seq, self.prev, self.lo = header.seq, item.hash, header.time.lo

    def _seen(self, view: View, item: Item) -> None:
        seen = item.header.seen
        if seen is None:
            hold("I8", not self.seen, "`seen` is gone")
            return
        hold("I2", view.holds(seen), f"`seen` names {seen}, which is not stored")
        hold("I8", seen.hash in view.rooted, f"something is missing before {seen}")
        hold("I8", seen.seq >= self.seen.get(seen.segment, 0), "`seen` goes back")
        self.seen[seen.segment] = seen.seq

    def _receipts(self, view: View, item: Item) -> None:
        body = item.body
        if isinstance(body, ReceiptNode):
            for run in body.runs:
                ref = Ref(run.segment, run.last, run.last_hash)
                hold("I2", view.holds(ref), f"receipts {ref}, which is not stored")
            for named in body.ahead:
                hold("I2", view.holds(named.ref), f"receipts {named.ref}, which is not stored")
                self._once("receipt", named.hash)
        elif isinstance(body, ReceiptBad):
            self._once("bad", body.entry.hash)
        elif isinstance(body, Orphans | Adopt):
            for run in body.runs:
                hold("I2", view.holds(Ref(run.segment, run.last, run.last_hash)), "speaks of what it lacks")
                for seq in range(run.first, run.last + 1):
                    hash = run.last_hash if seq == run.last else b""
                    self._once(type(body).__name__, run.segment, seq, hash)

    def _word(self, item: Item) -> None:
        if isinstance(item.body, StatedBody):
            hold("I15", item.counts, f"kind {item.header.kind} without the officer's valid word")

    def _call(self, view: View, item: Item) -> None:
        kind = Kind(item.header.kind)
        group = next((each for each in GROUPS if kind in each), None)
        if group is None or item.body is None:
            return
        call = call_of(item)
        ours = [each for each in view.of_kind(*group) if each.ours and each is not item]
        again = [each for each in ours if call_of(each) == call and each.hash not in self.forged]
        hold("I11" if kind is not Kind.CALL_RINGING else "I6", not again, f"{kind.name} of a call, again")
        if isinstance(item.body, CallNoAnswer):
            self._rang_out(view, item, call)

    def _rang_out(self, view: View, item: Item, call: bytes) -> None:
        rang = next(each for each in _about(view, call, Kind.CALL_RINGING) if each.ours)
        offer = next(each.body for each in _about(view, call, Kind.CALL_OFFER) if not each.ours)
        assert isinstance(offer, CallOffer)
        early = rang.kept.at + offer.ring_seconds * SECOND - item.kept.at
        hold("I11", early <= 0, f"no answer {early} ms before the end of the ring")

    def _once(self, *what: object) -> None:
        self.times[what] += 1
        hold("I6", self.times[what] == 1, f"{what[0]} is signed twice")


def _about(view: View, call: bytes, kind: Kind) -> list[Item]:
    return [each for each in view.of_kind(kind) if each.counts and call_of(each) == call]
