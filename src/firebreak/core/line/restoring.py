"""Give-back, orphans and adoption: what makes a restore lose nothing (PROTOCOL §2.4).

Whoever holds entries that the other side has lost gives them back and writes them down as orphans; their
author stores them and writes that it stands by them. An orphan is binding: a restart withdraws nothing.
"""

from dataclasses import dataclass, field

from firebreak.core.base.events import Event
from firebreak.core.base.instants import Instant
from firebreak.core.envelope.header import Ref
from firebreak.core.envelope.kinds import Kind
from firebreak.core.envelope.learnt import Draft
from firebreak.core.line.events import Branched, Restarted
from firebreak.core.line.identity import Identity
from firebreak.core.record.bodies import RUNS_MAX, Adopt, Orphans, Run
from firebreak.core.record.frames import Frame, HaveFrame
from firebreak.core.record.interlock import Interlock


@dataclass(slots=True)
class Restoring:
    """What each side lost and got back."""

    identity: Identity
    logs: Interlock
    lost: list[Ref] = field(default_factory=list[Ref])
    "Our own entries that came back and are not yet adopted."
    expected: int = 0
    "How many of our own are still to come back."
    branches: set[bytes] = field(default_factory=set[bytes])
    "Entries known to be continued twice."

    def heard(self, frame: HaveFrame, at: Instant) -> tuple[list[Frame], list[Draft | Event]]:
        """What to send and to report when the counterpart says what it holds."""
        self.expected = self.logs.wanted(frame)
        runs = self.logs.orphans(frame)
        return list(self.logs.lacking(frame)), self._report(runs, at)

    def _report(self, runs: list[Run], at: Instant) -> list[Draft | Event]:
        if not runs:
            return []
        count = sum(run.last - run.first + 1 for run in runs)
        body = Orphans(runs=tuple(runs[:RUNS_MAX]))
        restarted = Restarted(at=at, writer=self.identity.theirs.name, entries=count)
        return [Draft(kind=Kind.LOG_ORPHANS, body=body), restarted]

    def got_back(self, ref: Ref) -> None:
        """One of our own lost entries is verified and will be stored."""
        self.lost.append(ref)
        self.expected = max(0, self.expected - 1)

    def adopt(self, at: Instant) -> list[Draft | Event]:
        """Stand by what came back, once all of it is here."""
        if not self.lost or self.expected:
            return []
        runs = _runs(self.lost)
        count, self.lost = len(self.lost), []
        restarted = Restarted(at=at, writer=self.identity.ours.name, entries=count)
        return [Draft(kind=Kind.LOG_ADOPT, body=Adopt(runs=tuple(runs[:RUNS_MAX]))), restarted]

    def branched(self, writer: bytes, parent: bytes, at: Instant) -> list[Draft | Event]:
        """Report, once, that two segments continue one entry."""
        ours = writer == self.identity.ours.writer
        log, side = (self.logs.ours, self.identity.ours) if ours else (self.logs.theirs, self.identity.theirs)
        segments = tuple(each.id for each in log.children(parent))
        if len(segments) < 2 or parent in self.branches:  # noqa: PLR2004
            return []
        self.branches.add(parent)
        return [Branched(at=at, writer=side.name, parent=parent, segments=segments)]


def _runs(refs: list[Ref]) -> list[Run]:
    """Consecutive entries joined; a second version of a number starts a run of its own."""
    runs: list[Run] = []
    for ref in sorted(refs):
        last = runs[-1] if runs else None
        if last and last.segment == ref.segment and last.last == ref.seq - 1:
            runs[-1] = Run(segment=ref.segment, first=last.first, last=ref.seq, last_hash=ref.hash)
        else:
            runs.append(Run(segment=ref.segment, first=ref.seq, last=ref.seq, last_hash=ref.hash))
    return runs
