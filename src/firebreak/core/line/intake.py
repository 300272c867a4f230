"""The way in: what the counterpart sends faster than its budgets allow waits here, and is lost in no case.

Frames that wait are put together but neither verified nor stored nor receipted. Each sort keeps its own
order. There is room for so many bytes; a node reads its links more slowly while it is full, never so slowly
that a flash behind a flood could not get through. What then comes in and finds no room is set aside: it
counts as not come, and is asked for again when there is room, since the counterpart keeps what we have not
receipted.
"""

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from firebreak.core.base.instants import HOUR, MINUTE, Instant
from firebreak.core.envelope.entry import Entry
from firebreak.core.envelope.header import Ref
from firebreak.core.line.budgets import SPARING, Budgets, Sort, bytes_of
from firebreak.core.line.rates import Limit
from firebreak.core.record.compact import PREFIX_BYTES
from firebreak.core.record.frames import HaveFrame

ROOM_BYTES: Final = 1 << 18  # four of the largest packets
LATEST_MAX: Final = 8  # segments; a party writes in one, and in two while two of its nodes live
LISTS_MAX: Final = 8  # lists that wait; each newer one says what the older ones do
PAUSE: Final = 250  # between two portions: entries of a portion share one commit


class Waiting(NamedTuple):
    """A frame that waits."""

    number: int
    item: Entry | HaveFrame
    size: int


@dataclass(slots=True)
class Intake:
    """What has come on one line and is not yet taken in."""

    budgets: Budgets = field(default_factory=Budgets)
    size: int = 0
    "Bytes that wait."
    aside: int = 0
    "How many frames found no room, since the process started."
    exceeded_at: dict[Limit, Instant] = field(default_factory=dict[Limit, Instant])
    "When each budget was last found too small."
    news: list[Limit] = field(default_factory=list[Limit])
    "Budgets that were exceeded for the first time in an hour, for whoever tells of it."
    _queues: dict[Sort, deque[Waiting]] = field(default_factory=dict[Sort, deque[Waiting]])
    _count: int = 0
    _next_at: Instant = Instant(0)
    _hashes: set[bytes] = field(default_factory=set[bytes])
    key_ids: dict[bytes, bytes] = field(default_factory=dict[bytes, bytes])
    "Per segment the key under which its newest entry that came is signed, as it says."
    _places: dict[tuple[bytes, int], Ref] = field(default_factory=dict[tuple[bytes, int], Ref])
    _latest: dict[bytes, Ref] = field(default_factory=dict[bytes, Ref])
    "Per segment the entry that came last: the next compact frame is put together from it."

    def __len__(self) -> int:
        return sum(map(len, self._queues.values()))

    def offer(self, item: Entry | HaveFrame, sort: Sort, at: Instant) -> bool:
        """Whether to take a frame in at once. Otherwise it waits now, or was set aside."""
        self._look(sort, at)
        size = bytes_of(item)
        if not self._queues.get(sort) and self.budgets.allows(sort, at):
            self.budgets.charge(sort, size, at)
            return True
        if sort is Sort.LIST and len(self._queues.get(sort, ())) >= LISTS_MAX:
            self._pop(sort)
        if self.size < (ROOM_BYTES if sort is Sort.REST or sort in SPARING else 2 * ROOM_BYTES):
            self._put(sort, item, size)
        else:
            self.aside += 1
        return False

    def take(self, at: Instant) -> Iterator[tuple[Entry | HaveFrame, Sort]]:
        """What may be taken in now, the longest waiting first."""
        if not self._queues or at < self._next_at:
            return
        while sorts := [each for each in self._queues if self.budgets.allows(each, at)]:
            sort = min(sorts, key=lambda each: self._queues[each][0].number)
            waiting = self._pop(sort)
            self.budgets.charge(sort, waiting.size, at)
            yield waiting.item, sort
        self._next_at = Instant(at + PAUSE)

    @property
    def deadline(self) -> Instant | None:
        """When something that waits may be taken in."""
        at = self._next_at
        due = [again for each in self._queues if (again := self.budgets.again_at(each, at)) is not None]
        return min(due, default=None)

    def has_room(self, at: Instant) -> bool:
        """Whether links should be read as fast as they bring something."""
        return self.size < ROOM_BYTES and not self.budgets.entries.owes(at)

    def is_slowed(self, at: Instant) -> bool:
        """Whether the counterpart sends, or sent within the last minute, more than it may."""
        return bool(self._queues) or any(at - each < MINUTE for each in self.exceeded_at.values())

    def holds(self, entry: Entry) -> bool:
        """Whether an entry waits."""
        return entry.hash in self._hashes

    def came(self, entry: Entry) -> None:
        """An entry of theirs has come, whatever becomes of it."""
        segment = entry.header.segment
        self._latest.pop(segment, None)
        self._latest[segment], self.key_ids[segment] = entry.ref, entry.header.key_id
        if len(self._latest) > LATEST_MAX:
            oldest = next(iter(self._latest))
            del self._latest[oldest], self.key_ids[oldest]

    def ref(self, prefix: bytes, seq: int) -> Ref | None:
        """An entry that has come and may not be taken in yet."""
        found = self._places.get((prefix, seq))
        if found is not None:
            return found
        return next(
            (ref for ref in self._latest.values() if ref.seq == seq and ref.segment.startswith(prefix)), None
        )

    def exceeded(self, limit: Limit, at: Instant) -> None:
        """There is more of something than there should be."""
        last = self.exceeded_at.get(limit)
        if last is None or at - last >= HOUR:
            self.news.append(limit)
        self.exceeded_at[limit] = at

    def _look(self, sort: Sort, at: Instant) -> None:
        limit = self.budgets.exceeded(sort, at)
        if limit is not None:
            self.exceeded(limit, at)

    def _put(self, sort: Sort, item: Entry | HaveFrame, size: int) -> None:
        self._count += 1
        self.size += size
        self._queues.setdefault(sort, deque()).append(Waiting(self._count, item, size))
        if isinstance(item, Entry):
            self._hashes.add(item.hash)
            self._places[_place(item)] = item.ref

    def _pop(self, sort: Sort) -> Waiting:
        waiting = self._queues[sort].popleft()
        if not self._queues[sort]:
            del self._queues[sort]
        self.size -= waiting.size
        if isinstance(waiting.item, Entry):
            self._hashes.discard(waiting.item.hash)
            self._places.pop(_place(waiting.item), None)
        return waiting


def _place(entry: Entry) -> tuple[bytes, int]:
    return entry.header.segment[:PREFIX_BYTES], entry.header.seq
