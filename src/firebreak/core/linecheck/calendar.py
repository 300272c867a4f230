"""The agreed calendar of line checks: a signed object from which both sides compute the same instants.

It has two kinds of slots. A *grid* slot comes every so many seconds of UTC, day and night. An *agreed* slot
is a local time of day that people keep, with weekdays and holidays. Local time comes from offsets written
into the calendar itself (`zones.offsets_of` takes them from a time zone once): two machines with different
time zone data would otherwise expect each other at different hours.

A local time that a change of the clocks leaves out is kept at the moment of the change; one that comes twice
is kept the first time. Two slots at one instant are one.
"""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from typing import Final, NamedTuple

from firebreak.core.base.instants import DAY, SECOND, Instant
from firebreak.core.base.shape import Body, Inside, Number, Several, Text, item

ZONE_CODE_POINTS_MAX: Final = 64
OFFSETS_MAX: Final = 128  # changes of the clocks in more than sixty years
OFFSET_SECONDS_MAX: Final = 18 * 3_600  # no zone on earth lies further from UTC
HOLIDAYS_MAX: Final = 400  # twenty years of them
TIMES_MAX: Final = 96  # a check every quarter of an hour; more belongs on the grid
SLOTS_SPAN_DAYS_MAX: Final = 400  # longer lists are computed in parts
EVERY_DAY: Final = 0b1111111

_EPOCH_DAY: Final = date(1970, 1, 1)
_DAY_SECONDS: Final = 86_400


class Slot(NamedTuple):
    """One instant at which the line is checked."""

    at: Instant
    first: bool
    "Whether the calendar's first party speaks first."
    agreed: bool
    "Whether people agreed on it; otherwise it is one of the grid."


@dataclass(frozen=True, slots=True, kw_only=True)
class Offset(Body):
    """From an instant on, local time is UTC plus so many seconds."""

    from_at: int = item(1, Number())
    seconds: int = item(2, Number(least=-OFFSET_SECONDS_MAX, most=OFFSET_SECONDS_MAX))


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckCalendar(Body):
    """When the line is checked, and after how long an answer is late or missed."""

    every_seconds: int = item(1, Number(most=_DAY_SECONDS), default=300)
    "Distance of the grid slots, counted from 1970-01-01T00:00Z; 0 for no grid."
    late_after_seconds: int = item(2, Number(least=1, most=3_600), default=30)
    missed_after_seconds: int = item(3, Number(least=1, most=3_600), default=120)
    zone: str = item(4, Text(most=ZONE_CODE_POINTS_MAX), default="UTC")
    "Name of the time zone, for people only."
    offsets: tuple[Offset, ...] = item(5, Several(Inside(Offset), most=OFFSETS_MAX), default=())
    "In ascending order; the first holds for all time before it too. Without any, local time is UTC."
    weekdays: int = item(6, Number(least=1, most=EVERY_DAY), default=EVERY_DAY)
    "Days of the agreed times: bit 0 is Monday, bit 6 is Sunday."
    holidays: tuple[int, ...] = item(
        7, Several(Number(least=19700101, most=99991231), most=HOLIDAYS_MAX), default=()
    )
    "Local days without agreed times, as 20220509, ascending."
    times: tuple[int, ...] = item(8, Several(Number(most=_DAY_SECONDS - 1), most=TIMES_MAX), default=())
    "Agreed local times as seconds of the day, ascending."

    def __post_init__(self) -> None:
        if self.late_after_seconds > self.missed_after_seconds:
            raise ValueError("an answer would be missed before it is late")
        if 0 < self.every_seconds <= self.missed_after_seconds:
            raise ValueError("a check would be missed after the next one is due")
        for name, numbers in (
            ("offsets", [each.from_at for each in self.offsets]),
            ("holidays", self.holidays),
            ("times", self.times),
        ):
            if any(later <= earlier for earlier, later in pairwise(numbers)):
                raise ValueError(f"{name} are not in ascending order")

    def slots(self, since: Instant, until: Instant) -> Iterator[Slot]:
        """The slots with since <= at < until, in order. At most 400 days at once."""
        assert until - since <= SLOTS_SPAN_DAYS_MAX * DAY
        found = {slot.at: slot for slot in self._grid(since, until)}
        found |= {slot.at: slot for slot in self._agreed(since, until)}
        yield from sorted(found.values())

    def next(self, now: Instant) -> Slot | None:
        """The first slot at or after `now` within eight days, None when there is none."""
        for days in (1, 8):
            found = next(self.slots(now, Instant(now + days * DAY)), None)
            if found is not None:
                return found
        return None

    def _grid(self, since: Instant, until: Instant) -> Iterator[Slot]:
        step = self.every_seconds * SECOND
        if not step:
            return
        for number in range(-(-since // step), -(-until // step)):
            yield Slot(Instant(number * step), number % 2 == 0, agreed=False)

    def _agreed(self, since: Instant, until: Instant) -> Iterator[Slot]:
        if not self.times:
            return
        first = since // DAY - 1
        for day in range(first, until // DAY + 2):
            if self._kept(day):
                for index, seconds in enumerate(self.times):
                    at = self._instant(day * _DAY_SECONDS + seconds)
                    if since <= at < until:
                        yield Slot(at, (day + index) % 2 == 0, agreed=True)

    def _kept(self, day: int) -> bool:
        """Whether the agreed times are kept on a local day, counted from 1970-01-01."""
        local = _EPOCH_DAY + timedelta(days=day)
        written = local.year * 10_000 + local.month * 100 + local.day
        return bool(self.weekdays >> local.weekday() & 1) and not _holds(self.holidays, written)

    def _instant(self, local: int) -> Instant:
        """The instant of a local second, by the rules for left-out and repeated times."""
        if not self.offsets:
            return Instant(local * SECOND)
        ends = [each.from_at for each in self.offsets[1:]]
        for index, offset in enumerate(self.offsets):
            at = (local - offset.seconds) * SECOND
            if index and at < offset.from_at:
                return Instant(offset.from_at)  # left out by the change
            if index == len(ends) or at < ends[index]:
                return Instant(at)
        raise AssertionError("the last offset has no end")


def _holds(numbers: tuple[int, ...], wanted: int) -> bool:
    place = bisect_right(numbers, wanted)
    return place > 0 and numbers[place - 1] == wanted
