"""When a node that has started may sign: a new segment, but only after listening (PROTOCOL §2.4.7).

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
    wanted: int | None = None
    "Entries of ours that the counterpart said we lack; None until it was heard."

    def heard(self, wanted: int) -> None:
        """The counterpart said what it holds."""
        self.wanted = wanted

    def got_back(self) -> None:
        """One of our own lost entries arrived."""
        if self.wanted:
            self.wanted -= 1

    def may_open(self, at: Instant) -> bool:
        """Whether to open the segment at this line time."""
        if self.started_at is None:
            self.started_at = at
        return self.wanted == 0 or at >= self.deadline

    @property
    def deadline(self) -> Instant:
        """When the wait is over."""
        assert self.started_at is not None
        return Instant(self.started_at + self.listen)
