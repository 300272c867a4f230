"""Windows out of one segment of words of time."""

from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta
from typing import Final

from firebreak.formats.doubts import quote
from firebreak.formats.navwarn.calendar import DAY as ONE_DAY
from firebreak.formats.navwarn.calendar import LAST_MINUTE, Calendar
from firebreak.formats.navwarn.grammar import DAY, RANGE
from firebreak.formats.navwarn.segments import letters_of
from firebreak.formats.navwarn.tokens import Token
from firebreak.formats.parsed import Window

WINDOWS_MAX: Final = 1_000
LONG_DAYS: Final = 200
_ON_FROM: Final = frozenset({"FROM", "С", "З", "SINCE"})


class Spans:
    """Reads segments one after another; each may lean on the one before."""

    def __init__(self, calendar: Calendar) -> None:
        self.calendar = calendar
        self.doubts = calendar.doubts

    def windows(self, kind: str, run: list[Token]) -> list[Window]:
        """The windows of one segment, by its name in the grammar."""
        read: dict[str, Callable[[list[Token]], list[Window]]] = {
            "daysfirst": self.daily, "timesfirst": self.daily, "within": self.within, "stretch": self.stretch,
            "between": self.stretch, "dailystretch": self.daily_stretch,
            "stretchdaily": self.daily_stretch,
            "dailyuntil": self.daily_until, "dailyopen": self.daily_open, "openuntil": self.open_end,
            "open": self.open_end, "until": self.until, "days": self.days,
        }  # fmt: skip
        return read[kind](run)

    def stretch(self, run: list[Token]) -> list[Window]:
        """From one instant to another."""
        first, second = self._two_instants(run)
        start = self.at(first)
        end = self.at(second, after=start.date() if start else None)
        return [Window(start, end)] if start and end else []

    def _two_instants(self, run: list[Token]) -> tuple[list[Token], list[Token]]:
        ends = "&" if run[0].letter == "b" else "-n"
        cut = next(index for index, each in enumerate(run) if each.letter in ends and index)
        return run[:cut], run[cut + 1 :]

    def at(self, run: list[Token], after: date | None = None, *, end: bool = False) -> datetime | None:
        """The instant that these tokens name; a day alone begins at midnight or ends before the next."""
        dated = next((each for each in run if each.letter in "GFdD"), None)
        if dated is None:
            return None
        timed = next((each for each in run if each.letter in "GT"), None)
        day = self.calendar.day(dated, after)
        if day is None:
            return None
        if timed is None:
            return self.calendar.instant(day, LAST_MINUTE if end else (0, 0), None, dated.word)
        return self.calendar.instant(day, timed.clock, timed.zone or dated.zone, timed.word)

    def within(self, run: list[Token]) -> list[Window]:
        """An outer stretch, and clock times on each of its days."""
        letters = letters_of(run)
        outer = self.stretch(run[: letters.rindex("a")])
        ranges = self._ranges(run[letters.rindex("a") :])
        if not outer or outer[0].end is None:
            return []
        days = _each_day(outer[0].start.date(), outer[0].end.date())
        inside = [each for day in days for each in self._on(day, ranges)]
        return [each for each in inside if each.start >= outer[0].start and _ends_by(each, outer[0].end)]

    def daily(self, run: list[Token]) -> list[Window]:
        """Clock times on days."""
        ranges = self._ranges(run)
        days = self._day_list(self._without_ranges(run))
        self._tell_if_daily_is_assumed(run, ranges)
        return [each for day in days[:WINDOWS_MAX] for each in self._on(day, ranges)]

    def _tell_if_daily_is_assumed(self, run: list[Token], ranges: list[tuple[Token, Token]]) -> None:
        letters = letters_of(self._without_ranges(run))
        russian = any(each.word == "ПО" for each in run)
        if "a" not in letters and "-" in letters and not russian and len(ranges) == 1:
            self.doubts.add(
                "daily-assumed", f"read as every day: {quote(' '.join(each.word for each in run))}"
            )

    def _on(self, day: date, ranges: list[tuple[Token, Token]]) -> Iterator[Window]:
        for first, second in ranges:
            zone = first.zone or second.zone
            start = self.calendar.instant(day, first.clock, zone, first.word)
            over = second.clock <= first.clock
            end = self.calendar.instant(day + ONE_DAY * over, second.clock, second.zone or zone, second.word)
            if start and end:
                yield Window(start, end)

    def _ranges(self, run: list[Token]) -> list[tuple[Token, Token]]:
        found = [run[each.start() : each.end()] for each in RANGE.finditer(letters_of(run))]
        return [
            (times[0], times[-1]) for each in found if (times := [one for one in each if one.letter == "T"])
        ]

    def _without_ranges(self, run: list[Token]) -> list[Token]:
        spans = [each.span() for each in RANGE.finditer(letters_of(run))]
        return [each for at, each in enumerate(run) if not any(start <= at < end for start, end in spans)]

    def _day_list(self, run: list[Token]) -> list[date]:
        days = list[date]()
        for match in DAY.finditer(letters_of(run)):
            dated = [each for each in run[match.start() : match.end()] if each.letter in "DFd"]
            first = self.calendar.day(dated[0], days[-1] if days else None)
            last = self.calendar.day(dated[-1], first) if len(dated) > 1 else first
            if first and last:
                days += _each_day(first, last)
                self._tell_backwards(first, last, dated)
        return days

    def _tell_backwards(self, first: date, last: date, dated: list[Token]) -> None:
        words = f"{dated[0].word} to {dated[-1].word}"
        if last < first:
            self.doubts.add("ends-before-begins", f"the days from {words}")
        elif (last - first).days > LONG_DAYS:
            self.doubts.add("long-window", f"the days from {words} are {(last - first).days}; is one wrong?")

    def days(self, run: list[Token]) -> list[Window]:
        """Whole days, or from a day on."""
        if run[0].word in _ON_FROM and len([each for each in run if each.letter in "DFd"]) == 1:
            return self.open_end(run)
        found = list[Window]()
        for match in DAY.finditer(letters_of(run)):
            dated = [each for each in run[match.start() : match.end()] if each.letter in "DFd"]
            before = found[-1].end if found else None
            start = self.at([dated[0]], before.date() if before else None)
            end = self.at([dated[-1]], start.date() if start else None, end=True)
            if start and end:
                found.append(Window(start, end))
        if found:
            words = quote(" ".join(each.word for each in run))
            self.doubts.add("whole-days", f"{words}: no time of day, taken for whole days")
        return found

    def until(self, run: list[Token]) -> list[Window]:
        """Up to an instant; it began, as far as the text says, with the warning."""
        issued = self.calendar.issued
        end = self.at(run[1:], issued.date() if issued else None, end=True)
        if end is None:
            return []
        self.doubts.add("start-from-issue", "no start is named; taken from the time of issue")
        return [Window(issued, end)] if issued else []

    def open_end(self, run: list[Token]) -> list[Window]:
        """From an instant on."""
        start = self.at([each for each in run if each.letter not in "fSu"])
        self.doubts.add("open-end", "no end is named; it lasts until further notice")
        return [Window(start, None)] if start else []

    def daily_stretch(self, run: list[Token]) -> list[Window]:
        """`DAILY 282100Z TO 301700Z`: the clock times of both ends, on every day between them."""
        outer = self.stretch([each for each in run if each.letter not in "af"])
        self.doubts.add("daily-assumed", f"read as every day: {quote(' '.join(each.word for each in run))}")
        if not outer or outer[0].end is None:
            return outer
        first, last = outer[0].start, outer[0].end
        day = timedelta(hours=last.hour - first.hour, minutes=last.minute - first.minute)
        length = day if day > timedelta() else day + ONE_DAY
        starts = [first + step * ONE_DAY for step in range(min((last - first).days + 1, WINDOWS_MAX))]
        return [Window(each, each + length) for each in starts if each + length <= last]

    def daily_until(self, run: list[Token]) -> list[Window]:
        """Clock times on every day from the issue to a day."""
        cut = letters_of(run).rindex("n")
        issued = self.calendar.issued
        last = self.at(run[cut + 1 :], issued.date() if issued else None, end=True)
        if issued is None or last is None:
            self.doubts.add(
                "unread-time", f"no first day is named: {quote(' '.join(each.word for each in run))}"
            )
            return []
        self.doubts.add("start-from-issue", "no first day is named; taken from the day of issue")
        ranges = self._ranges(run[:cut])
        days = _each_day(issued.date(), last.date())
        return [
            each for day in days for each in self._on(day, ranges) if each.end and issued < each.end <= last
        ]

    def daily_open(self, run: list[Token]) -> list[Window]:
        """Clock times on every day until further notice: no list of windows holds that."""
        self.doubts.add(
            "open-end", f"every day until further notice: {quote(' '.join(each.word for each in run))}"
        )
        return []


def _each_day(first: date, last: date) -> list[date]:
    count = min(max((last - first).days + 1, 0), WINDOWS_MAX)
    return [first + timedelta(days=step) for step in range(count)]


def _ends_by(window: Window, end: datetime) -> bool:
    return window.end is not None and window.end <= end + timedelta(minutes=1)
