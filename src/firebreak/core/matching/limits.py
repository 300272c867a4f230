"""What our own side allows itself: settings of the node, never told to the other side."""

from dataclasses import dataclass
from typing import Final

from firebreak.core.base.instants import HOUR

ITEMS_USUAL: Final = 1_000
HOURS_USUAL: Final = 6  # four runs a day
HOURS_MAX: Final = 720


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """See `[private_matching]` in `docs/configuration.md`."""

    enabled: bool = False
    items_max: int = ITEMS_USUAL
    "Of a set: the larger, the more of a region fits into it."
    hours_between: int = HOURS_USUAL
    "Between two runs of one line: several runs together tell more than each."

    @property
    def between(self) -> int:
        """The same in milliseconds."""
        return self.hours_between * HOUR
