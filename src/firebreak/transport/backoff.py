"""How long to wait before dialling again: twice as long each time, with chance in it.

Chance keeps two nodes that lost each other at the same moment from calling at the same moment for ever.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from random import SystemRandom
from typing import Final

FIRST_SECONDS: Final = 0.25  # a node that restarts is back within a second
LONGEST_SECONDS: Final = 30.0  # an officer waits no longer after the path is back

_chance: Final = SystemRandom().random


@dataclass(slots=True)
class Backoff:
    """The waits of one path. Say `worked` when a session was up, not merely a connection."""

    chance: Callable[[], float] = field(default=_chance, repr=False)
    "A number from 0 up to 1."
    _seconds: float = FIRST_SECONDS

    def next_seconds(self) -> float:
        """How long to wait now: between half of the current wait and all of it."""
        wait = self._seconds * (0.5 + self.chance() / 2)
        self._seconds = min(self._seconds * 2, LONGEST_SECONDS)
        return wait

    def worked(self) -> None:
        """Begin from the shortest wait again."""
        self._seconds = FIRST_SECONDS
