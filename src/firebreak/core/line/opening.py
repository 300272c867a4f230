"""When a node that has started may sign: a new segment, but only after listening (`spec/record.md`).

A node that was restored from a backup learns from the counterpart what it had signed and lost. It waits
until it has heard the counterpart and got everything back, or until the wait is over: nothing could have
been delivered meanwhile anyway.
"""

from dataclasses import dataclass
from typing import Final

from firebreak.core.base.instants import SECOND, Instant

LISTEN: Final = 60 * SECOND  # longer than a reconnect over any path, short enough for a person to wait


@dataclass(slots=True)
class Opening:
    """Whether the segment may be opened now."""

    listen: int = LISTEN
    started_at: Instant | None = None
    heard: bool = False
    "Whether the counterpart has said what it holds."

    def start(self, at: Instant) -> None:
        """The process has started: the wait begins."""
        if self.started_at is None:
            self.started_at = at

    def postpone(self, at: Instant) -> None:
        """It could not be opened: wait once more."""
        self.started_at, self.heard = at, False

    def may_open(self, at: Instant, expected: int) -> bool:
        """Whether to open the segment now, when so many of our own entries are still to come back."""
        return (self.heard and not expected) or (self.deadline is not None and at >= self.deadline)

    @property
    def deadline(self) -> Instant | None:
        """When the wait is over."""
        return None if self.started_at is None else Instant(self.started_at + self.listen)
