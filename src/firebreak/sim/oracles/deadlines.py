"""I18: each deadline of our messages ends in a receipt or an alarm, two seconds after it at the latest.

The clocks are computed here once more from the entries and the default plan of the protocol.
"""

import heapq
from dataclasses import dataclass, field
from typing import Final

from firebreak.core.base.events import Event
from firebreak.core.base.instants import SECOND, Instant
from firebreak.core.envelope.header import Ref
from firebreak.core.envelope.kinds import Kind
from firebreak.core.message.events import Overdue
from firebreak.core.message.levels import Level
from firebreak.core.message.receipts import (
    EscalationMissed,
    ReceiptAcknowledge,
    ReceiptBad,
    ReceiptDesk,
    ReceiptRead,
    ReceiptRefuse,
)
from firebreak.sim.oracles.receipts import stretches
from firebreak.sim.oracles.view import Item
from firebreak.sim.violation import hold

STORED, SHOWN, READ, ACKNOWLEDGED = Level.STORED, Level.SHOWN, Level.READ, Level.ACKNOWLEDGED
SECONDS: Final = (
    {STORED: 600, ACKNOWLEDGED: 86_400},
    {STORED: 120, ACKNOWLEDGED: 3_600},
    {STORED: 30, SHOWN: 120, ACKNOWLEDGED: 600},
    {STORED: 10, SHOWN: 30, ACKNOWLEDGED: 180},
)
"By precedence: the seconds until each receipt is due, as the protocol has them."
GRACE_MS: Final = 2 * SECOND


@dataclass(slots=True)
class Deadlines:
    """The clocks of one process."""

    segment: bytes
    "In which the process signs."
    _heap: list[tuple[int, Ref, Level]] = field(default_factory=list[tuple[int, Ref, Level]])
    _stored: dict[bytes, set[tuple[int, int, bytes]]] = field(
        default_factory=dict[bytes, set[tuple[int, int, bytes]]]
    )
    "By segment: first and last number and hash of the last, as the counterpart has receipted them."
    _reached: dict[bytes, Level] = field(default_factory=dict[bytes, Level])
    _raised: set[tuple[bytes, Level]] = field(default_factory=set[tuple[bytes, Level]])
    _missed: set[tuple[bytes, Level]] = field(default_factory=set[tuple[bytes, Level]])

    def learn(self, item: Item) -> None:
        """An entry is stored."""
        if item.ours and item.header.kind == Kind.MESSAGE:
            for level, seconds in SECONDS[item.header.precedence].items():
                heapq.heappush(self._heap, (item.kept.at + seconds * SECOND, item.kept.entry.ref, level))
        if item.ours and isinstance(item.body, EscalationMissed):
            key = (item.body.entry, item.body.level)
            again = key in self._missed and item.header.segment == self.segment
            hold("I18", not again, "one miss is stated twice")
            self._missed.add(key)
            self._raised.add(key)
        if not item.ours:
            self._proves(item)

    def _proves(self, item: Item) -> None:
        for segment, first, last, hash in stretches(item):
            self._stored.setdefault(segment, set()).add((first, last, hash))
        body = item.body
        if isinstance(body, ReceiptDesk):
            for hash in body.entries:
                self._reach(hash, SHOWN)
        elif isinstance(body, ReceiptRead) and item.counts:
            self._reach(body.entry, READ)
        elif isinstance(body, ReceiptAcknowledge | ReceiptRefuse) and item.counts:
            self._reach(body.entry, ACKNOWLEDGED)
        elif isinstance(body, ReceiptBad):
            self._reach(body.entry.hash, ACKNOWLEDGED)

    def _reach(self, hash: bytes, level: Level) -> None:
        self._reached[hash] = max(level, self._reached.get(hash, Level.SENT))

    def told(self, event: Event) -> None:
        """A desk is told something."""
        if isinstance(event, Overdue):
            key = (event.entry, event.level)
            hold("I18", event.due <= event.at, "an alarm before its time")
            self._raised.add(key)

    def judge(self, now: Instant, awake_ms: int) -> None:
        """Nothing may be two seconds late in a process that runs without a break for so long."""
        if awake_ms <= GRACE_MS:
            return
        while self._heap and self._heap[0][0] + GRACE_MS < now:
            due, ref, level = heapq.heappop(self._heap)
            done = (ref.hash, level) in self._raised or self._level(ref) >= level
            hold("I18", done, f"{level.name} was due {now - due} ms ago: neither receipt nor alarm")

    def _level(self, ref: Ref) -> Level:
        stored = any(
            first <= ref.seq < last or (ref.seq == last and ref.hash == hash)
            for first, last, hash in self._stored.get(ref.segment, ())
        )
        return max(self._reached.get(ref.hash, Level.SENT), STORED if stored else Level.SENT)
