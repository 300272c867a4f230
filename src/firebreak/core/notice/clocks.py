"""Instants at which something about a notice or an explanation becomes due. `now` comes in."""

from dataclasses import dataclass, field
from enum import IntEnum
from heapq import heappop, heappush
from typing import NamedTuple

from firebreak.core.base.instants import Instant


class Due(IntEnum):
    """What becomes due."""

    BEGIN = 1
    EXPIRE = 2
    ANSWER = 3
    CONFIRM = 4
    EXPLAIN = 5


REMEMBERED = frozenset({Due.ANSWER, Due.CONFIRM, Due.EXPLAIN})
"What is told again after a start: it is still so."


class Alarm(NamedTuple):
    """One clock."""

    at: Instant
    due: Due
    name: bytes


@dataclass(slots=True)
class Clocks:
    """All clocks that run. Whoever is told looks whether it still applies."""

    _heap: list[Alarm] = field(default_factory=list[Alarm])

    def add(self, at: Instant | None, due: Due, name: bytes) -> None:
        """Start a clock; none for an instant that never comes."""
        if at is not None:
            heappush(self._heap, Alarm(at, due, name))

    def resume(self, now: Instant) -> None:
        """After a start: what began or expired meanwhile is seen in the list and not told one by one."""
        self._heap = [each for each in self._heap if each.at > now or each.due in REMEMBERED]
        self._heap.sort()

    def take(self, now: Instant) -> list[Alarm]:
        """The clocks that have run out, each once."""
        out: list[Alarm] = []
        while self._heap and self._heap[0].at <= now:
            out.append(heappop(self._heap))
        return out

    @property
    def deadline(self) -> Instant | None:
        """When the next one runs out."""
        return self._heap[0].at if self._heap else None
