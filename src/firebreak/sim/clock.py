"""The clocks of one machine: a steady one that may drift, and a wall clock that somebody may set."""

from dataclasses import dataclass
from typing import Final

from firebreak.core.base.instants import Instant, Moment

START: Final = Instant(1_646_092_800_000)
"1 March 2022, the day on which the line of the report was set up: the zero of every world."
MILLION: Final = 1_000_000


@dataclass(slots=True)
class MachineClock:
    """Reads true time as this machine sees it."""

    true: int = 0
    "True milliseconds; the world moves it."
    steady: int = 0
    offset: int = 0
    "What somebody has added to the wall clock."
    drift: int = 0
    "Parts per million by which both clocks run fast."
    uncertainty: int = 0
    "By how much the machine says that its wall clock may be off."
    _rest: int = 0
    _slept: int = 0

    def move(self, true: int) -> None:
        """Time has passed."""
        passed = true - self.true
        self.true = true
        whole, self._rest = divmod(passed * (MILLION + self.drift) + self._rest, MILLION)
        self.steady += whole

    def sleep(self, milliseconds: int) -> None:
        """The machine was suspended: its steady clock stood still, its wall clock did not."""
        self.steady -= milliseconds
        self._slept += milliseconds

    def read(self) -> Moment:
        """Both clocks now."""
        wall = Instant(START + self.steady + self._slept + self.offset)
        return Moment(wall, self.steady, self.uncertainty)
