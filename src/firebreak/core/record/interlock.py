"""The two interlocked logs of a line, and what each node owes the other (`spec/record.md`).

Both nodes keep both logs. A have frame says what one side holds; the other answers with what is lacking,
including the counterpart's own entries: that is how a node restored from an old backup gets back
what it had signed and lost.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from firebreak.core.record.bodies import Run
from firebreak.core.record.frames import SEGMENTS_MAX, HaveFrame, Holding, Resend
from firebreak.core.record.log import Log
from firebreak.core.record.segment import Segment


@dataclass(slots=True)
class Interlock:
    """Our log and theirs."""

    ours: Log
    theirs: Log
    reported: dict[bytes, list[Run]] = field(default_factory=dict[bytes, list[Run]])
    "Per segment, what we have written down as orphans: each is reported once."

    def have(self, *, answer: bool, current: bytes) -> HaveFrame:
        """What this node holds of both logs."""
        return HaveFrame(holdings(self.ours), holdings(self.theirs), answer, current)

    def lacking(self, frame: HaveFrame) -> list[Resend]:
        """What we hold and the sender of the frame does not: of our log and of its own."""
        return [*_lacking(self.ours, frame.yours), *_lacking(self.theirs, frame.mine)]

    def wanted(self, frame: HaveFrame) -> int:
        """How many entries of our own log the counterpart says it holds and we lack."""
        listed = {each.segment: each for each in frame.yours}
        return sum(_beyond(self.ours.segments.get(each.segment), each) for each in listed.values())

    def orphans(self, frame: HaveFrame) -> list[Run]:
        """Entries of the counterpart's finished segments that it lost, each reported once."""
        return [
            run(self.theirs.segments[each.segment], first, last)
            for each in _lacking(self.theirs, frame.mine)
            if not self._is_of(frame.current, each.segment)
            for first, last in self._unreported(each)
        ]

    def note_reported(self, runs: Iterable[Run]) -> None:
        """We write these down as orphans, or have done so before a restart."""
        for each in runs:
            if not self._is_reported(each):
                self.reported.setdefault(each.segment, []).append(each)

    def _is_of(self, current: bytes, segment: bytes) -> bool:
        """Whether a segment is the current one or continues it: then the frame is older than what we hold."""
        place = self.theirs.segments[segment]
        while place.id != current and place.before is not None:
            place = place.before[0]
        return place.id == current

    def _is_reported(self, run: Run) -> bool:
        known = self.reported.get(run.segment, ())
        return any(each.first <= run.first and run.last <= each.last for each in known)

    def _unreported(self, lost: Resend) -> Iterator[tuple[int, int]]:
        """What of a run is not reported yet: another list that we were sent may have named a part of it."""
        start = lost.first
        for each in sorted(self.reported.get(lost.segment, ()), key=lambda known: known.first):
            if start < each.first <= lost.last:
                yield start, each.first - 1
            start = max(start, each.last + 1)
        if start <= lost.last:
            yield start, lost.last


def holdings(log: Log) -> tuple[Holding, ...]:
    """What is held of one log, segment by segment."""
    return tuple(
        Holding(each.id, len(each.hashes), tuple(sorted(each.ahead))) for each in log.segments.values()
    )


def run(segment: Segment, first: int, last: int) -> Run:
    """Numbers first..last of a segment, all of them held."""
    last_hash = segment.hash_at(last)
    assert last_hash is not None
    return Run(segment=segment.id, first=first, last=last, last_hash=last_hash)


def runs_of(segment: Segment, known: int, others: frozenset[int] = frozenset()) -> list[tuple[int, int]]:
    """Numbers held of a segment beyond 1..known that are not among `others`, consecutive ones joined."""
    runs: list[tuple[int, int]] = []
    for number in (*range(known + 1, len(segment.hashes) + 1), *sorted(segment.ahead)):
        if number <= known or number in others:
            continue
        if runs and runs[-1][1] == number - 1:
            runs[-1] = (runs[-1][0], number)
        else:
            runs.append((number, number))
    return runs


def _lacking(log: Log, held: tuple[Holding, ...]) -> list[Resend]:
    by_segment = {each.segment: each for each in held}
    found: list[Resend] = []
    for segment in _listable(log, by_segment):
        other = by_segment.get(segment.id, Holding(segment.id, 0))
        runs = runs_of(segment, other.count, frozenset(other.extras))
        found += (Resend(log.writer, segment.id, first, last) for first, last in runs)
    return found


def _listable(log: Log, listed: dict[bytes, Holding]) -> list[Segment]:
    """The segments that a have frame could have listed: a full list leaves out what is older than it."""
    segments = list(log.segments.values())
    if len(listed) < SEGMENTS_MAX:
        return segments
    start = next((place for place, each in enumerate(segments) if each.id in listed), 0)
    return segments[start:]


def _beyond(segment: Segment | None, other: Holding) -> int:
    """How many numbers of a segment the other side lists and we do not hold."""
    if segment is None:
        return other.count + len(other.extras)
    ahead = sum(1 for each in segment.ahead if each <= other.count)
    more = max(0, other.count - len(segment.hashes) - ahead)
    return more + sum(1 for each in other.extras if segment.hash_at(each) is None)
