"""A budget in time: so many at once, and so many in each period after that.

Time comes in with every call and is an instant of any clock that does not run backwards. Levels are kept in
whole numbers, so that two nodes and two runs count alike.
"""

from dataclasses import dataclass, field

from firebreak.core.base.instants import MINUTE, Instant


@dataclass(slots=True)
class Bucket:
    """What may be spent. Something larger than the rest may still be taken, and is owed."""

    amount: int
    "How much comes back in each period."
    at_once: int
    "What may be spent after a pause of any length."
    period: int = MINUTE
    "Milliseconds."
    _level: int = field(init=False)
    "In units times milliseconds of a period: no fraction is ever lost."
    _at: int | None = None

    def __post_init__(self) -> None:
        self._level = self.at_once * self.period

    def has(self, at: Instant, amount: int = 1) -> bool:
        """Whether so much is left."""
        return self._at_level(at) >= amount * self.period

    def take(self, amount: int, at: Instant) -> None:
        """Spend, also what is not there; spending while in debt makes it no larger than `at_once`."""
        level = self._at_level(at)
        owed = level - amount * self.period
        if level < self.period:
            owed = max(owed, min(level, -self.at_once * self.period))
        self._level = owed
        self._at = at if self._at is None else max(self._at, at)

    def again_at(self, at: Instant, amount: int = 1) -> Instant:
        """When so much will be left again; `at` when it is."""
        lacking = amount * self.period - self._at_level(at)
        return at if lacking <= 0 else Instant(at - -lacking // max(1, self.amount))

    def owes(self, at: Instant) -> bool:
        """Whether more was spent than there was."""
        return self._at_level(at) < 0

    def _at_level(self, at: Instant) -> int:
        if self._at is None or at <= self._at:
            return self._level
        return min(self.at_once * self.period, self._level + (at - self._at) * self.amount)
