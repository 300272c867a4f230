"""Which numbers of the counterpart's log our own entries receipt, as far as its author can verify it.

A `seen` or a run covers a stretch of numbers and gives the hash of the last of them alone; its author counts
it only while it holds that very entry. So it counts here, too, only while that entry is held: once both disks
have lost it nobody gives it back, and what stands before it has to be receipted again. So has what was
receipted only by entries of ours that both sides have lost, or that are void since their key was revoked.
"""

from dataclasses import dataclass, field

from firebreak.core.envelope.header import Ref
from firebreak.core.record.log import Log
from firebreak.core.record.segment import Segment

Stretch = tuple[int, int]
"First and last number."
Place = tuple[bytes, bytes]
"The id of a key of ours, and a segment."


@dataclass(slots=True)
class Receipted:
    """What we have said of the counterpart's log, and can be verified."""

    log: Log = field(compare=False)
    "The counterpart's log."
    _stretches: dict[Place, list[Stretch]] = field(default_factory=dict[Place, list[Stretch]])
    "By key and segment, ascending, none touching the next."
    _unproved: dict[Ref, dict[bytes, int]] = field(default_factory=dict[Ref, dict[bytes, int]])
    "Last entries of stretches that are not held, with the first number said of them under each key."
    _keys: dict[bytes, None] = field(default_factory=dict[bytes, None])
    "Under which we have said anything that counts."

    def say(self, first: int, last: Ref, key: bytes) -> None:
        """We signed under a key that we hold the numbers from `first` to an entry."""
        if self.log.holds(last):
            self._cover(key, last.segment, (first, last.seq))
        else:
            said = self._unproved.setdefault(last, {})
            said[key] = min(first, said.get(key, first))

    def came(self, ref: Ref) -> None:
        """An entry is held: what we said up to it counts from now on."""
        for key, first in self._unproved.pop(ref, {}).items():
            self._cover(key, ref.segment, (first, ref.seq))

    def revoked(self, key: bytes) -> None:
        """What we said under a key counts no more."""
        self._keys.pop(key, None)
        self._stretches = {place: said for place, said in self._stretches.items() if place[0] != key}
        for said in self._unproved.values():
            said.pop(key, None)

    def rest(self, segment: Segment) -> list[Stretch]:
        """The numbers held without a gap that nothing receipts."""
        found: list[Stretch] = []
        start, held = 1, len(segment.hashes)
        for first, last in (*self._said(segment.id), (held + 1, held + 1)):
            end = min(first - 1, held)
            if start <= end:
                found.append((start, end))
            start = max(start, last + 1)
        return found

    def _said(self, segment: bytes) -> list[Stretch]:
        return sorted(each for key in self._keys for each in self._stretches.get((key, segment), ()))

    def _cover(self, key: bytes, segment: bytes, stretch: Stretch) -> None:
        joined: list[Stretch] = []
        for each in sorted([*self._stretches.get((key, segment), ()), stretch]):
            if joined and each[0] <= joined[-1][1] + 1:
                joined[-1] = (joined[-1][0], max(joined[-1][1], each[1]))
            else:
                joined.append(each)
        self._keys[key], self._stretches[key, segment] = None, joined
