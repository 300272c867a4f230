"""What waits to be sent over one link: the most urgent first, in order among equals.

Flash overtakes everything after at most one packet, because the next packet is made up only when the link
can take it (I17). What is given back goes out at a pace of its own: a counterpart that says again and again
that it holds nothing gets both logs, but not faster than that, and it does not fill our memory.
"""

import asyncio
import heapq
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Final

from firebreak.core.base.cbor import Value
from firebreak.core.envelope.header import Ref
from firebreak.core.envelope.kinds import Precedence
from firebreak.core.record.compact import entry_value
from firebreak.core.record.frames import EntryFrame, Frame, HaveFrame, Resend, have_value
from firebreak.ports import Store
from firebreak.runtime.pace import Pace

FRAMES_MAX: Final = 64  # entries in one packet; more would only delay a flash behind it
BYTES_WANTED: Final = 14_000  # a packet of the 16 KiB class; a single larger entry goes alone
RESEND_CHUNK: Final = 32  # entries read from the store at a time while giving back
RUNS_MAX: Final = 8  # of one segment that wait to be given back; further ones are joined to one of them


@dataclass(slots=True)
class Outbox:
    """The queue of one session."""

    line: bytes
    key_id: bytes
    "Of our current log key; what the receiver assumes for compact frames."
    store: Store
    pace: Pace | None = None
    "Of what is given back, over all links of the line."
    _heap: list[tuple[int, int, Frame]] = field(default_factory=list[tuple[int, int, Frame]])
    _count: int = 0
    _last: Ref | None = None
    "The entry of ours sent last; the next one may be compact only if it follows it."
    _giving: dict[tuple[bytes, bytes], dict[int, Resend]] = field(
        default_factory=dict[tuple[bytes, bytes], dict[int, Resend]]
    )
    "By writer and segment, then by place in the queue: what is to be given back."
    _wake: asyncio.Event = field(default_factory=asyncio.Event)

    def put(self, frame: Frame) -> None:
        """Queue a frame."""
        if isinstance(frame, Resend) and self._is_coming(frame):
            return
        self._count += 1
        if isinstance(frame, Resend):
            self._giving.setdefault((frame.writer, frame.segment), {})[self._count] = frame
        heapq.heappush(self._heap, (-int(frame.precedence), self._count, frame))
        self._wake.set()

    def __len__(self) -> int:
        return len(self._heap)

    async def take(self) -> list[Value]:
        """The frames of the next packet, as soon as there are any."""
        while (pause := self._pause()) != 0:
            self._wake.clear()
            with suppress(TimeoutError):
                await asyncio.wait_for(self._wake.wait(), pause)
        return self._packet()

    def _pause(self) -> float | None:
        """Seconds until there may be something to send; None when there is nothing."""
        if not self._heap:
            return None
        return self.pace.pause() if self.pace and isinstance(self._heap[0][2], Resend) else 0

    def _is_coming(self, frame: Resend) -> bool:
        """Whether entries wait to be given back already, or can be joined to some that do."""
        runs = self._giving.get((frame.writer, frame.segment), {})
        if any(each.first <= frame.first and frame.last <= each.last for each in runs.values()):
            return True
        if len(runs) < RUNS_MAX:
            return False
        order, run = next(iter(runs.items()))
        first, last = min(run.first, frame.first), max(run.last, frame.last)
        runs[order] = Resend(frame.writer, frame.segment, first, last)
        return True

    def _packet(self) -> list[Value]:
        """As many frames as fit; a flash starts a packet of its own."""
        values: list[Value] = []
        size, first = 0, self._heap[0][0]
        while self._heap and len(values) < FRAMES_MAX:
            if values and (self._heap[0][0] != first and first == -Precedence.FLASH):
                break
            if values and (self._pause() != 0 or size + _bytes_of(self._heap[0][2]) > BYTES_WANTED):
                break
            for value, bytes_of in self._values(heapq.heappop(self._heap)):
                values.append(value)
                size += bytes_of
            if size >= BYTES_WANTED:
                break
        return values

    def _values(self, item: tuple[int, int, Frame]) -> Iterator[tuple[Value, int]]:
        _, order, frame = item
        if isinstance(frame, HaveFrame):
            yield have_value(frame), _bytes_of(frame)
        elif isinstance(frame, EntryFrame):
            yield self._entry(frame), _bytes_of(frame)
        else:
            yield from self._again(frame, order)

    def _entry(self, frame: EntryFrame) -> Value:
        header = frame.entry.header
        follows = self._last is not None and (header.segment, header.seq) == (
            self._last.segment,
            self._last.seq + 1,
        )
        self._last = frame.entry.ref
        return entry_value(EntryFrame(frame.entry, full=frame.full or not follows), self.key_id)

    def _again(self, frame: Resend, order: int) -> Iterator[tuple[Value, int]]:
        """Some entries of a resend; what is left goes back into the queue at its old place."""
        place = frame.writer, frame.segment
        run = self._giving[place].pop(order)
        last = min(run.last, run.first + RESEND_CHUNK - 1)
        if last < run.last:
            rest = Resend(run.writer, run.segment, last + 1, run.last)
            self._giving[place][order] = rest
            heapq.heappush(self._heap, (-int(rest.precedence), order, rest))
        elif not self._giving[place]:
            del self._giving[place]
        for kept in self.store.span(self.line, run.writer, run.segment, run.first, last):
            size = len(kept.entry.body or b"") + 400
            if self.pace:
                self.pace.spent(size)
            yield entry_value(EntryFrame(kept.entry, full=True), b""), size


def _bytes_of(frame: Frame) -> int:
    """What a frame takes in a packet, or nothing where that is known only when it is read."""
    if isinstance(frame, HaveFrame):
        return 24 * (len(frame.mine) + len(frame.yours))
    return len(frame.entry.body or b"") + 200 if isinstance(frame, EntryFrame) else 0
