"""Line time: milliseconds UTC that never run backwards while a process lives (`spec/record.md`).

Taken from the wall clock once, at the start, then driven by the steady clock alone, so that neither a
stepped wall clock nor anything the counterpart says moves a deadline.
"""

from dataclasses import dataclass
from typing import Final

from firebreak.core.base.instants import SECOND, Instant, Moment
from firebreak.core.envelope.header import Span

STEP: Final = 2 * SECOND  # a smaller difference is an ordinary correction of the clock


@dataclass(slots=True)
class LineTime:
    """Turns readings of the shell's clocks into line time and header times."""

    floor: Instant = Instant(0)
    "Newest line time found in the record; a machine whose clock fell back goes on from there."
    _base: tuple[Instant, int] | None = None
    _skew: int = 0
    _last_lo: int = 0

    def at(self, now: Moment) -> Instant:
        """Line time of a reading."""
        if self._base is None:
            self._base = (max(self.floor, now.wall), now.steady)
            behind = self._base[0] - now.wall
            self._skew = behind if behind <= STEP else 0
        wall, steady = self._base
        return Instant(wall + max(0, now.steady - steady))

    def is_off(self, now: Moment) -> bool:
        """Whether the wall clock and line time are further apart than ordinary corrections take them."""
        return abs(self.at(now) - now.wall) > STEP

    def stepped(self, now: Moment) -> tuple[Instant, Instant] | None:
        """(expected, found) when the wall clock jumped since the last call or while we were down."""
        expected = Instant(self.at(now) - self._skew)
        if abs(now.wall - expected) <= STEP:
            return None
        self._skew = self.at(now) - now.wall
        return expected, now.wall

    def span(self, now: Moment) -> Span:
        """The writer's time for a header; its lower end never decreases."""
        lo = max(self._last_lo, now.wall - now.uncertainty)
        self._last_lo = lo
        return Span(lo, max(lo, now.wall + now.uncertainty))
