"""Asking again for what is missing while a link stays up.

A link carries frames in order and complete, so a gap is usually closed by what comes next: a flash has
overtaken. Where it stays, or where a frame could not be put together, this node says once more what it holds,
which makes the counterpart send the rest; each time it waits longer, for what is lost for good never comes.
"""

from dataclasses import dataclass
from typing import Final

from firebreak.core.base.instants import MINUTE, SECOND, Instant

WAIT: Final = 2 * SECOND  # longer than a full queue needs on an ordinary link
WAIT_MAX: Final = 10 * MINUTE  # as long as the longest clock for a node's receipt


@dataclass(slots=True)
class Asking:
    """Whether and when to say again what we hold."""

    deadline: Instant | None = None
    "When to ask."
    refused: bool = False
    "Whether a frame was refused since we asked: what it carried may be missing without a visible gap."
    wait: int = WAIT

    def missed(self, at: Instant, *, refused: bool = False) -> None:
        """An entry came beyond a gap, or could not be put together."""
        self.refused = self.refused or refused
        if self.deadline is None:
            self.deadline = Instant(at + self.wait)

    def greeted(self) -> None:
        """Both sides are saying what they hold anyway."""
        self.deadline, self.refused, self.wait = None, False, WAIT

    def put_off(self, at: Instant) -> None:
        """What is missing may be among what waits to be taken in."""
        if self.deadline is not None:
            self.deadline = max(self.deadline, Instant(at + WAIT))

    def take(self, at: Instant, *, whole: bool) -> bool:
        """Whether to ask now; `whole` when no gap is known of."""
        if self.deadline is None or at < self.deadline:
            return False
        asks = self.refused or not whole
        self.deadline, self.refused = None, False
        self.wait = min(2 * self.wait, WAIT_MAX) if asks else WAIT
        return asks
