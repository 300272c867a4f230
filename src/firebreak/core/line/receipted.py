"""Which numbers of the counterpart's log our own entries receipt, as far as its author can verify it.

A `seen` or a run covers a stretch of numbers and gives the hash of the last of them alone; its author counts
it only while it holds that very entry. So it counts here, too, only while that entry is held: once both disks
have lost it nobody gives it back, and what stands before it has to be receipted again. So has what was
receipted only by entries of ours that are lost on both sides.
"""

from dataclasses import dataclass, field

from firebreak.core.envelope.header import Ref
from firebreak.core.record.log import Log
from firebreak.core.record.segment import Segment

Stretch = tuple[int, int]
"First and last number."


@dataclass(slots=True)
class Receipted:
    """What we have said of the counterpart's log, and can be verified."""

    log: Log = field(compare=False)
    "The counterpart's log."
    _stretches: dict[bytes, list[Stretch]] = field(default_factory=dict[bytes, list[Stretch]])
    "Per segment, ascending, none touching the next."
    _unproved: dict[Ref, int] = field(default_factory=dict[Ref, int])
    "Last entries of stretches that are not held, with the first number said of them."

    def say(self, first: int, last: Ref) -> None:
        """We signed that we hold the numbers from `first` to an entry, now or before a restart."""
        if self.log.holds(last):
            self._cover(last.segment, first, last.seq)
        else:
            self._unproved[last] = min(first, self._unproved.get(last, first))

    def came(self, ref: Ref) -> None:
        """An entry is held: what we said up to it counts from now on."""
        first = self._unproved.pop(ref, None)
        if first is not None:
            self._cover(ref.segment, first, ref.seq)

    def rest(self, segment: Segment) -> list[Stretch]:
        """The numbers held without a gap that nothing receipts."""
        found: list[Stretch] = []
        start, held = 1, len(segment.hashes)
        for first, last in (*self._stretches.get(segment.id, ()), (held + 1, held + 1)):
            end = min(first - 1, held)
            if start <= end:
                found.append((start, end))
            start = last + 1
        return found

    def _cover(self, segment: bytes, first: int, last: int) -> None:
        joined: list[Stretch] = []
        for each in sorted([*self._stretches.get(segment, ()), (first, last)]):
            if joined and each[0] <= joined[-1][1] + 1:
                joined[-1] = (joined[-1][0], max(joined[-1][1], each[1]))
            else:
                joined.append(each)
        self._stretches[segment] = joined
