"""Which step of which message is proven by which entry, learnt in whatever order."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final

from firebreak.core.base.events import Event
from firebreak.core.base.instants import Instant
from firebreak.core.message.clocks import Clocks
from firebreak.core.message.coverage import Shelf, Stretch
from firebreak.core.message.levels import LADDER_TOP, PROOFS_MAX, Level, Proof, Trace

EARLY_MAX: Final = 4_096  # entries receipted before they are learnt, after a restore; the oldest go first

_Early = tuple[bool, Proof, bytes | None]  # said by our side; what it proves; the body it is about, if said


@dataclass(slots=True)
class Proving:
    """Holds the proofs against the messages and stops the clocks that they meet."""

    clocks: Clocks
    traces: dict[bytes, Trace] = field(default_factory=dict[bytes, Trace])
    _shelves: dict[bool, Shelf] = field(default_factory=lambda: {True: Shelf(), False: Shelf()})
    _early: dict[bytes, list[_Early]] = field(default_factory=dict[bytes, list[_Early]])

    def add(self, trace: Trace) -> None:
        """A message is new: its clocks start, and what was said of it before counts now."""
        self.traces[trace.hash] = trace
        if trace.ours:
            self.clocks.start(trace.hash, trace.precedence, trace.at)
        covered = self._shelves[trace.ours].put(trace)
        if covered is not None:
            self._prove(trace, covered, trace.at)
        for ours, proof, commitment in self._early.pop(trace.hash, []):
            if ours != trace.ours and commitment in (None, trace.commitment):
                self._prove(trace, proof, trace.at)

    def cover(self, stretch: Stretch, proof: Proof, *, ours: bool) -> tuple[list[Trace], list[Event]]:
        """A node's receipt for a stretch of our log (or theirs). Raises Contradicted."""
        out: list[Event] = []
        fresh: list[Trace] = []
        for trace in self._shelves[ours].take(stretch, proof):
            fresh.append(trace)
            out += self._prove(trace, proof, proof.at) or []
        return fresh, out

    def state(
        self, entries: Iterable[bytes], proof: Proof, *, ours: bool, commitment: bytes | None = None
    ) -> tuple[list[Trace], list[Event]]:
        """A receipt for messages of the other side than `ours`: those it is news for, and met clocks."""
        out: list[Event] = []
        fresh: list[Trace] = []
        for entry in entries:
            trace = self.traces.get(entry)
            if trace is None:
                self._keep_early(entry, (ours, proof, commitment))
            elif trace.ours != ours and (met := self._prove(trace, proof, proof.at)) is not None:
                fresh.append(trace)
                out += met
        return fresh, out

    def _prove(self, trace: Trace, proof: Proof, at: Instant) -> list[Event] | None:
        """Add a proof; None when it says nothing new."""
        known = any(each.level is proof.level and each.who == proof.who for each in trace.proofs)
        if known or len(trace.proofs) >= PROOFS_MAX:
            return None
        trace.proofs += (proof,)
        level = proof.level if proof.level <= LADDER_TOP else Level.ACKNOWLEDGED
        return [*self.clocks.met(trace.hash, level, at)]

    def _keep_early(self, entry: bytes, said: _Early) -> None:
        early = self._early.setdefault(entry, [])
        if len(early) < PROOFS_MAX:
            early.append(said)
        if len(self._early) > EARLY_MAX:
            self._early.pop(next(iter(self._early)))
