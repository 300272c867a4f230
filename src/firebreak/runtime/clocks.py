"""Clocks of a node: the machine's own, and one that an exercise may drive."""

import time
from dataclasses import dataclass, field
from typing import Final

from firebreak.core.base.errors import LocalError
from firebreak.core.base.instants import Instant, Moment

NANOSECONDS: Final = 1_000_000
UNCERTAINTY_DEFAULT: Final = 100  # milliseconds; an ordinary machine under NTP is well inside


@dataclass(slots=True)
class SystemClock:
    """UTC and the monotonic clock of this machine."""

    uncertainty: int = UNCERTAINTY_DEFAULT

    def read(self) -> Moment:
        """Both clocks now."""
        wall = Instant(time.time_ns() // NANOSECONDS)
        return Moment(wall, time.monotonic_ns() // NANOSECONDS, self.uncertainty)


@dataclass(slots=True)
class ExerciseClock:
    """A clock that starts at a chosen instant and can be moved forward; for exercise lines only."""

    start: Instant
    uncertainty: int = UNCERTAINTY_DEFAULT
    _ahead: int = 0
    _born: int = field(default_factory=lambda: time.monotonic_ns() // NANOSECONDS)

    def read(self) -> Moment:
        """Exercise time: the chosen start, what has passed since, and all jumps."""
        steady = time.monotonic_ns() // NANOSECONDS + self._ahead
        return Moment(Instant(self.start + steady - self._born), steady, self.uncertainty)

    def jump_to(self, instant: Instant) -> None:
        """Move forward; both wall and steady time go, so that deadlines are met on the way."""
        ahead = instant - self.read().wall
        if ahead < 0:
            raise LocalError(
                "an exercise clock only moves forward",
                code="FB331",
                hint="choose an instant after the present one",
            )
        self._ahead += ahead
