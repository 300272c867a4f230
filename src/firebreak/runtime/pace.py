"""A budget of the shell, in the time of this machine's steady clock."""

import time
from dataclasses import dataclass
from typing import Final

from firebreak.core.base.bucket import Bucket
from firebreak.core.base.instants import SECOND, Instant

NANOSECONDS: Final = 1_000_000
LEAST_SECONDS: Final = 0.05  # between two looks at a budget that is spent


def steady() -> Instant:
    """Milliseconds of a clock that never steps."""
    return Instant(time.monotonic_ns() // NANOSECONDS)


@dataclass(slots=True)
class Pace:
    """So much at once, and so much a minute after that."""

    bucket: Bucket

    def pause(self) -> float:
        """Seconds until something may be spent; 0 for now."""
        at = steady()
        return 0 if self.bucket.has(at) else max(LEAST_SECONDS, (self.bucket.again_at(at) - at) / SECOND)

    def spent(self, amount: int) -> None:
        """Something was spent."""
        self.bucket.take(amount, steady())

    def allows(self) -> bool:
        """Spend one, if there is one."""
        at = steady()
        if not self.bucket.has(at):
            return False
        self.bucket.take(1, at)
        return True
