"""I18: each deadline of our messages ends in a receipt or an alarm and never in both, two seconds after it at
the latest.

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

Step = tuple[bytes, Level]
"A message by its hash, and what is to happen to it."
Stretch = tuple[int, int, bytes]


@dataclass(slots=True)
class Deadlines:
    """The clocks of one process."""

    segment: bytes
    "In which the process signs."
    forged: set[bytes]
    "What a hostile holder of the same key has signed: of two under one number no more than one is met."
    _heap: list[tuple[int, Ref, Level]] = field(default_factory=list[tuple[int, Ref, Level]])
    _refs: dict[bytes, Ref] = field(default_factory=dict[bytes, Ref])
    "Our messages."
    _due: dict[Step, int] = field(default_factory=dict[Step, int])
    _stored: dict[bytes, dict[Stretch, int]] = field(default_factory=dict[bytes, dict[Stretch, int]])
    "By segment: first and last number and hash of the last, as the counterpart has receipted them, and when."
    _held: dict[bytes, int] = field(default_factory=dict[bytes, int])
    "Since when each entry of ours is held: a receipt counts while what it names is (RECORD-014)."
    _reached: dict[Step, int] = field(default_factory=dict[Step, int])
    "When the first entry came that says it."
    _raised: set[Step] = field(default_factory=set[Step])
    _missed: set[Step] = field(default_factory=set[Step])

    def learn(self, item: Item) -> None:
        """An entry is stored."""
        if item.ours:
            self._held.setdefault(item.hash, item.kept.at)
        if item.ours and item.header.kind == Kind.MESSAGE:
            self._runs(item)
        if item.ours and isinstance(item.body, EscalationMissed):
            self._states(item, (item.body.entry, item.body.level))
        if not item.ours:
            self._proves(item)

    def _runs(self, item: Item) -> None:
        self._refs[item.hash] = item.kept.entry.ref
        for level, seconds in SECONDS[item.header.precedence].items():
            due = self._due[item.hash, level] = item.kept.at + seconds * SECOND
            heapq.heappush(self._heap, (due, item.kept.entry.ref, level))

    def _states(self, item: Item, key: Step) -> None:
        if item.header.segment == self.segment:
            hold("I18", key not in self._missed, "one miss is stated twice")
            if key not in self._raised:
                self._is_missed(key, item.kept.at)
        self._missed.add(key)
        self._raised.add(key)

    def _is_missed(self, key: Step, at: int) -> None:
        """A deadline that was met before it ran out ends in nothing else."""
        met = None if key[0] in self.forged else self._met_at(*key)
        hold("I18", met is None or met >= at, f"{key[1].name} is told as missed, although it was met before")

    def _proves(self, item: Item) -> None:
        at, body = item.kept.at, item.body
        for segment, first, last, hash in stretches(item):
            self._stored.setdefault(segment, {}).setdefault((first, last, hash), at)
        if isinstance(body, ReceiptDesk):
            for hash in body.entries:
                self._reach(hash, SHOWN, at)
        elif isinstance(body, ReceiptRead) and item.counts:
            self._reach(body.entry, READ, at)
        elif isinstance(body, ReceiptAcknowledge | ReceiptRefuse) and item.counts:
            self._reach(body.entry, ACKNOWLEDGED, at)
        elif isinstance(body, ReceiptBad):
            self._reach(body.entry.hash, ACKNOWLEDGED, at)

    def _reach(self, hash: bytes, level: Level, at: int) -> None:
        self._reached.setdefault((hash, level), at)

    def told(self, event: Event) -> None:
        """A desk is told something."""
        if isinstance(event, Overdue):
            key = (event.entry, event.level)
            due = event.due if event.restart else self._due.get(key, event.due)
            hold("I18", max(due, event.due) <= event.at, "an alarm before its time")
            self._is_missed(key, event.at)
            self._raised.add(key)

    def judge(self, now: Instant, awake_ms: int) -> None:
        """Nothing may be two seconds late in a process that runs without a break for so long."""
        if awake_ms <= GRACE_MS:
            return
        while self._heap and self._heap[0][0] + GRACE_MS < now:
            due, ref, level = heapq.heappop(self._heap)
            done = (ref.hash, level) in self._raised or self._met_at(ref.hash, level) is not None
            hold("I18", done, f"{level.name} was due {now - due} ms ago: neither receipt nor alarm")

    def _met_at(self, hash: bytes, level: Level) -> int | None:
        """When the first entry came that says of one of our messages that so much has happened, or more."""
        found = [
            self._reached[hash, each] for each in Level if each >= level and (hash, each) in self._reached
        ]
        ref = self._refs.get(hash)
        if ref is not None and level <= STORED:
            found += (
                max(at, self._held[end])
                for (first, last, end), at in self._stored.get(ref.segment, {}).items()
                if end in self._held and (first <= ref.seq < last or (ref.seq == last and hash == end))
            )
        return min(found, default=None)
