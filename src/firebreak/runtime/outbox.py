"""What waits to be sent over one link: the most urgent first, in order among equals.

Flash overtakes everything after at most one packet, because the next packet is made up only when the link
can take it (I17).
"""

import asyncio
import heapq
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from firebreak.core.base.cbor import Value
from firebreak.core.envelope.header import Ref
from firebreak.core.envelope.kinds import Precedence
from firebreak.core.record.compact import entry_value
from firebreak.core.record.frames import EntryFrame, Frame, HaveFrame, Resend, have_value
from firebreak.ports import Store

FRAMES_MAX: Final = 64  # entries in one packet; more would only delay a flash behind it
BYTES_WANTED: Final = 14_000  # a packet of the 16 KiB class; a single larger entry goes alone
RESEND_CHUNK: Final = 32  # entries read from the store at a time while giving back


@dataclass(slots=True)
class Outbox:
    """The queue of one session."""

    line: bytes
    key_id: bytes
    "Of our current log key; what the receiver assumes for compact frames."
    store: Store
    _heap: list[tuple[int, int, Frame]] = field(default_factory=list[tuple[int, int, Frame]])
    _count: int = 0
    _last: Ref | None = None
    "The entry of ours sent last; the next one may be compact only if it follows it."
    _wake: asyncio.Event = field(default_factory=asyncio.Event)

    def put(self, frame: Frame) -> None:
        """Queue a frame."""
        self._count += 1
        heapq.heappush(self._heap, (-int(frame.precedence), self._count, frame))
        self._wake.set()

    def __len__(self) -> int:
        return len(self._heap)

    async def take(self) -> list[Value]:
        """The frames of the next packet, as soon as there are any."""
        while not self._heap:
            self._wake.clear()
            await self._wake.wait()
        return self._packet()

    def _packet(self) -> list[Value]:
        """As many frames as fit; a flash starts a packet of its own."""
        values: list[Value] = []
        size, first = 0, self._heap[0][0]
        while self._heap and len(values) < FRAMES_MAX:
            if values and (self._heap[0][0] != first and first == -Precedence.FLASH):
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
            yield have_value(frame), 24 * (len(frame.mine) + len(frame.yours))
        elif isinstance(frame, EntryFrame):
            yield self._entry(frame), len(frame.entry.body or b"") + 200
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
        last = min(frame.last, frame.first + RESEND_CHUNK - 1)
        for kept in self.store.span(self.line, frame.writer, frame.segment, frame.first, last):
            yield entry_value(EntryFrame(kept.entry, full=True), b""), len(kept.entry.body or b"") + 400
        if last < frame.last:
            rest = Resend(frame.writer, frame.segment, last + 1, frame.last)
            heapq.heappush(self._heap, (-int(rest.precedence), order, rest))
