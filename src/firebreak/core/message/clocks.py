"""Escalation clocks: until when which receipt is due, by precedence (`spec/message.md`).

Each deadline ends in exactly one of two: the receipt is recorded, or one miss is raised and stated in an
entry of our own. Clocks run by our own line time alone. What ran out while our node was down, or cannot be
judged because the clock fell back, is raised at once when the node is back, marked as such.
"""

from dataclasses import dataclass, field, replace
from heapq import heapify, heappop, heappush
from typing import Final

from firebreak.core.base.instants import SECOND, Instant
from firebreak.core.base.shape import Body, Inside, Number, item
from firebreak.core.envelope.kinds import Kind, Precedence
from firebreak.core.envelope.learnt import Draft
from firebreak.core.message.events import Overdue, OverdueMet
from firebreak.core.message.levels import Level
from firebreak.core.message.receipts import EscalationMissed

CLOCK_SECONDS_MAX: Final = 7 * 86_400  # a receipt that may take longer than a week needs no clock
STALE_MIN: Final = 64  # below so many stopped clocks, clearing them away costs more than it saves

TIMED: Final = (Level.STORED, Level.SHOWN, Level.ACKNOWLEDGED)

_SECONDS: Final = Number(most=CLOCK_SECONDS_MAX)


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits(Body):
    """The clocks of one precedence, in seconds; 0 for no such clock."""

    stored_seconds: int = item(1, _SECONDS, default=0)
    shown_seconds: int = item(2, _SECONDS, default=0)
    acknowledged_seconds: int = item(3, _SECONDS, default=0)

    def of(self, level: Level) -> int:
        """The seconds until a step is due, 0 for never."""
        if level is Level.STORED:
            return self.stored_seconds
        return self.shown_seconds if level is Level.SHOWN else self.acknowledged_seconds


ROUTINE: Final = Limits(stored_seconds=600, acknowledged_seconds=86_400)
PRIORITY: Final = Limits(stored_seconds=120, acknowledged_seconds=3_600)
IMMEDIATE: Final = Limits(stored_seconds=30, shown_seconds=120, acknowledged_seconds=600)
FLASH: Final = Limits(stored_seconds=10, shown_seconds=30, acknowledged_seconds=180)


@dataclass(frozen=True, slots=True, kw_only=True)
class ClockPlan(Body):
    """The clocks that both parties agreed on; a line agreement carries it. The defaults hold without one."""

    routine: Limits = item(1, Inside(Limits), default=ROUTINE)
    priority: Limits = item(2, Inside(Limits), default=PRIORITY)
    immediate: Limits = item(3, Inside(Limits), default=IMMEDIATE)
    flash: Limits = item(4, Inside(Limits), default=FLASH)

    def limits(self, precedence: Precedence) -> Limits:
        """The clocks of a precedence."""
        return (self.routine, self.priority, self.immediate, self.flash)[precedence]


def alarms(precedence: Precedence, level: Level) -> bool:
    """Whether a miss alarms the desk; otherwise it goes on a list."""
    return precedence >= Precedence.IMMEDIATE or (
        precedence is Precedence.PRIORITY and level is Level.ACKNOWLEDGED
    )


@dataclass(frozen=True, slots=True)
class Clock:
    """One running or missed deadline."""

    entry: bytes
    level: Level
    precedence: Precedence
    started: Instant
    due: Instant
    restart: bool = False


_Key = tuple[bytes, Level]


@dataclass(slots=True)
class Clocks:
    """All deadlines of our messages. Part of `Messages`, which tells it what has come."""

    plan: ClockPlan = field(default_factory=ClockPlan)
    _running: dict[_Key, Clock] = field(default_factory=dict[_Key, Clock])
    _missed: dict[_Key, Clock] = field(default_factory=dict[_Key, Clock])
    _heap: list[tuple[Instant, int, _Key]] = field(default_factory=list[tuple[Instant, int, _Key]])
    _count: int = 0
    _stated: set[_Key] = field(default_factory=set[_Key])
    "Misses that stand in our record."

    def start(self, entry: bytes, precedence: Precedence, at: Instant) -> None:
        """A message of ours is recorded: its clocks run from here."""
        limits = self.plan.limits(precedence)
        for level in TIMED:
            if limits.of(level):
                clock = Clock(entry, level, precedence, at, Instant(at + limits.of(level) * SECOND))
                if self.is_stated(entry, level):  # the message was lost and came back, the miss was not
                    self._missed[entry, level] = clock
                else:
                    self._run(clock)

    def met(self, entry: bytes, level: Level, at: Instant) -> list[OverdueMet]:
        """A step is proven; it proves every lower one."""
        return [event for each in TIMED if each <= level for event in self._stop(entry, each, at)]

    def settled(self, entry: bytes, at: Instant) -> list[OverdueMet]:
        """The other side has said it cannot or will not take the message: nothing more is due."""
        return self.met(entry, Level.ACKNOWLEDGED, at)

    def stated(self, entry: bytes, level: Level) -> None:
        """Our own record states this miss (we wrote it just now, or it is read again after a restart)."""
        self._stated.add((entry, level))
        clock = self._running.pop((entry, level), None)
        if clock is not None:
            self._missed[entry, level] = clock

    def is_stated(self, entry: bytes, level: Level) -> bool:
        """Whether our own record states this miss."""
        return (entry, level) in self._stated

    def resume(self, now: Instant) -> None:
        """The record is read again after a start: mark what ran out meanwhile or cannot be judged."""
        for clock in list(self._running.values()):
            if clock.started > now or clock.due <= now:
                self._run(replace(clock, due=min(clock.due, now), restart=True))

    def tick(self, now: Instant) -> list[Draft | Overdue]:
        """Raise every miss up to now, each once."""
        out: list[Draft | Overdue] = []
        while (due := self.deadline) is not None and due <= now:
            clock = self._running.pop(heappop(self._heap)[2])
            self._missed[clock.entry, clock.level] = clock
            out += _miss(clock, now)
        return out

    @property
    def deadline(self) -> Instant | None:
        """When the next miss would be raised."""
        while self._heap and self._stale(self._heap[0]):
            heappop(self._heap)
        return self._heap[0][0] if self._heap else None

    @property
    def overdue(self) -> tuple[Clock, ...]:
        """The misses that no receipt has met since, oldest first."""
        return tuple(sorted(self._missed.values(), key=lambda each: (each.due, each.entry, each.level)))

    def _run(self, clock: Clock) -> None:
        key = (clock.entry, clock.level)
        self._running[key] = clock
        self._count += 1
        heappush(self._heap, (clock.due, self._count, key))

    def _stop(self, entry: bytes, level: Level, at: Instant) -> list[OverdueMet]:
        self._running.pop((entry, level), None)
        missed = self._missed.pop((entry, level), None)
        if len(self._heap) > STALE_MIN + 2 * len(self._running):
            self._heap = [each for each in self._heap if not self._stale(each)]
            heapify(self._heap)
        if missed is None:
            return []
        return [OverdueMet(at=at, entry=entry, level=level, late_ms=max(0, at - missed.due))]

    def _stale(self, item: tuple[Instant, int, _Key]) -> bool:
        clock = self._running.get(item[2])
        return clock is None or clock.due != item[0]


def _miss(clock: Clock, now: Instant) -> list[Draft | Overdue]:
    said = EscalationMissed(
        entry=clock.entry, level=clock.level, precedence=clock.precedence, restart=clock.restart
    )
    shown = Overdue(
        at=now,
        entry=clock.entry,
        level=clock.level,
        precedence=clock.precedence,
        due=clock.due,
        alarm=alarms(clock.precedence, clock.level),
        restart=clock.restart,
    )
    return [Draft(kind=Kind.ESCALATION_MISSED, body=said), shown]
