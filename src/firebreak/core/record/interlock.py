"""The two interlocked logs of a line, and what each node owes the other (PROTOCOL §2.4).

Both nodes keep both logs. A have frame says what one side holds; the other answers with what is lacking,
including the counterpart's own entries: that is how a node restored from an old backup gets back
what it had signed and lost.
"""

from dataclasses import dataclass, field

from firebreak.core.record.bodies import Run
from firebreak.core.record.frames import HaveFrame, Holding, Resend
from firebreak.core.record.log import Log, Segment


@dataclass(slots=True)
class Interlock:
    """Our log and theirs."""

    ours: Log
    theirs: Log
    reported: set[tuple[bytes, int]] = field(default_factory=set[tuple[bytes, int]])
    "Last entries of runs already reported as orphans, so that each is reported once."

    def have(self, *, answer: bool, opened: bool) -> HaveFrame:
        """What this node holds of both logs."""
        return HaveFrame(holdings(self.ours), holdings(self.theirs), answer, opened)

    def lacking(self, frame: HaveFrame) -> list[Resend]:
        """What we hold and the sender of the frame does not: of our log and of its own."""
        return [*_lacking(self.ours, frame.yours), *_lacking(self.theirs, frame.mine)]

    def wanted(self, frame: HaveFrame) -> int:
        """How many entries of our own log the counterpart holds and we lack."""
        return sum(_beyond(self.ours.segments.get(each.segment), each) for each in frame.yours)

    def orphans(self, frame: HaveFrame) -> list[Run]:
        """Entries of the counterpart's finished segments that it lost, each reported once."""
        current = frame.mine[-1].segment if frame.opened and frame.mine else None
        runs = [
            _run(self.theirs.segments[each.segment], each.first, each.last)
            for each in _lacking(self.theirs, frame.mine)
            if each.segment != current
        ]
        fresh = [run for run in runs if (run.segment, run.last) not in self.reported]
        self.reported.update((run.segment, run.last) for run in fresh)
        return fresh


def holdings(log: Log) -> tuple[Holding, ...]:
    """What is held of one log, segment by segment."""
    return tuple(
        Holding(each.id, len(each.hashes), tuple(sorted(each.ahead))) for each in log.segments.values()
    )


def _lacking(log: Log, held: tuple[Holding, ...]) -> list[Resend]:
    by_segment = {each.segment: each for each in held}
    runs: list[Resend] = []
    for segment in log.segments.values():
        other = by_segment.get(segment.id, Holding(segment.id, 0))
        runs += _runs(log.writer, segment, other)
    return runs


def _runs(writer: bytes, segment: Segment, other: Holding) -> list[Resend]:
    """Runs of numbers held here and not there."""
    there = set(other.extras)
    numbers = [*range(other.count + 1, len(segment.hashes) + 1), *sorted(segment.ahead)]
    runs: list[Resend] = []
    for number in numbers:
        if number <= other.count or number in there:
            continue
        if runs and runs[-1].last == number - 1:
            runs[-1] = Resend(writer, segment.id, runs[-1].first, number)
        else:
            runs.append(Resend(writer, segment.id, number, number))
    return runs


def _beyond(segment: Segment | None, other: Holding) -> int:
    """How many numbers of a segment the other side lists and we do not hold."""
    if segment is None:
        return other.count + len(other.extras)
    more = max(0, other.count - len(segment.hashes) - len(segment.ahead))
    return more + sum(1 for each in other.extras if segment.hash_at(each) is None)


def _run(segment: Segment, first: int, last: int) -> Run:
    last_hash = segment.hash_at(last)
    assert last_hash is not None
    return Run(segment=segment.id, first=first, last=last, last_hash=last_hash)
