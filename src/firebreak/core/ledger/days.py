"""Days and windows of days: a date that is not known to the day stays an interval.

Two sources that give 11 and 18 February make `2022-02-11/2022-02-18`, never one of them and never
the middle.
"""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from firebreak.core.base.errors import LocalError

YEAR_MIN: Final = 1800  # no line is older; a lower year is a slip of the pen
YEAR_MAX: Final = 2199  # leaves room for adding days without overflow
ISO_DAY: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", re.ASCII)


@dataclass(frozen=True, slots=True, order=True)
class Days:
    """The days between which something happened, both included."""

    earliest: date
    latest: date

    def __post_init__(self) -> None:
        assert self.earliest <= self.latest, (self.earliest, self.latest)

    def __str__(self) -> str:
        """`2022-02-18`, or the ISO 8601 interval `2022-02-11/2022-02-18`."""
        return f"{self.earliest}" if self.is_one_day else f"{self.earliest}/{self.latest}"

    @property
    def is_one_day(self) -> bool:
        return self.earliest == self.latest

    @property
    def count(self) -> int:
        """How many days the interval spans."""
        return (self.latest - self.earliest).days + 1

    def overlaps(self, other: "Days") -> bool:
        """Whether at least one day is in both; intervals that only touch do not overlap."""
        return self.earliest <= other.latest and other.earliest <= self.latest


@dataclass(frozen=True, slots=True)
class Window:
    """The days whose contacts are counted, both ends included; an absent end is open."""

    since: date | None = None
    until: date | None = None

    def __post_init__(self) -> None:
        if self.since and self.until and self.until < self.since:
            raise LocalError(
                f"the window ends on {self.until}, before it begins on {self.since}",
                code="FB207",
                hint="give the earlier day as since and the later one as until; both are included",
            )

    def holds(self, days: Days) -> bool:
        """Whether every possible day lies inside."""
        return not self.starts_after(days.earliest) and not self.ends_before(days.latest)

    def touches(self, days: Days) -> bool:
        """Whether at least one possible day lies inside."""
        return not self.starts_after(days.latest) and not self.ends_before(days.earliest)

    def starts_after(self, day: date) -> bool:
        """Whether `day` is too early."""
        return self.since is not None and day < self.since

    def ends_before(self, day: date) -> bool:
        """Whether `day` is too late."""
        return self.until is not None and self.until < day

    def cut_end(self, days: Days) -> Days:
        """The part of `days` that is not too late; it begins inside."""
        return Days(days.earliest, min(days.latest, self.until or days.latest))

    def __str__(self) -> str:
        return f"{self.since or '..'}/{self.until or '..'}"


def read_day(text: str) -> date:
    """Read `2022-02-24` and no other spelling. Raises ValueError."""
    if not ISO_DAY.fullmatch(text):
        raise ValueError(text)
    day = date.fromisoformat(text)
    if not YEAR_MIN <= day.year <= YEAR_MAX:
        raise ValueError(text)
    return day


def read_window(since: str | None, until: str | None) -> Window:
    """Read the two ends as a person types them."""
    return Window(_end("since", since), _end("until", until))


def _end(name: str, text: str | None) -> date | None:
    if not text:
        return None
    try:
        return read_day(text)
    except ValueError:
        raise LocalError(
            f"{name} {text[:40]!r} is not a day",
            code="FB208",
            hint="write year, month and day, for example 2022-02-24",
        ) from None


def whole_month(day: date) -> Days:
    """Every day of the month `day` lies in."""
    return Days(day.replace(day=1), day.replace(day=monthrange(day.year, day.month)[1]))


def whole_week(day: date) -> Days:
    """Monday to Sunday of the week `day` lies in."""
    monday = day - timedelta(days=day.weekday())
    return Days(monday, monday + timedelta(days=6))
