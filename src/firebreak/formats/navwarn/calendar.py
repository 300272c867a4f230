"""From `232100Z` and a month to an instant: which month, which year.

Warnings leave out what a sailor knows. A month stands once, after the last date it belongs to; a
year stands only with the cancel time, if at all. The date of issue settles the rest: a start lies near it,
an end after it.
"""

from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from typing import Final

from firebreak.formats.doubts import Doubts
from firebreak.formats.navwarn.tokens import Token, offset_minutes

DAY: Final = timedelta(days=1)
LEAN: Final = timedelta(days=60)  # warnings speak of the weeks to come rather than of those that have gone
HALF_MONTH: Final = 15  # `30 THRU 02 APR` goes over a month end; `14 THRU 12 APR` is a slip
MIDNIGHT: Final = 24
LAST_MINUTE: Final = (23, 59)


class Calendar:
    """Turns figures into instants, as seen from the day of issue."""

    def __init__(self, issued: datetime | None, year: int | None, doubts: Doubts) -> None:
        self.issued = issued
        self.year = year
        "The year the warning is numbered in, used where no day of issue is known."
        self.doubts = doubts
        self.local: str = ""
        "The zone that local time is taken for."

    def fill_months(self, run: list[Token]) -> None:
        """A date without a month takes the next one that is named, or else the last."""
        letters = "".join(token.letter for token in run)
        if "M" in letters and not {"D", "G"} & set(letters[: letters.index("M")]):
            self._carry_on(run)
            return
        later: tuple[int, int] | None = None
        for token in reversed(run):
            if token.letter == "M":
                later = token.month, self._year_after(run, token)
            elif token.letter in "GD" and later is not None:
                token.month, token.year = later[0], token.year or later[1]
        self._carry_on(run)
        self._turn_back(run)

    def _carry_on(self, run: list[Token]) -> None:
        """Months before their days: `MAY 31 1000-1200 JUN 01`; or what no later month was found for."""
        earlier: tuple[int, int] | None = None
        before: Token | None = None
        for token in run:
            if token.letter == "M":
                earlier = token.month, self._year_after(run, token)
            elif token.letter in "GD" and not token.month and earlier is not None:
                token.month, token.year = earlier
                self._turn_on(run, before, token)
            before = token if token.letter in "GD" else before

    def _turn_on(self, run: list[Token], before: Token | None, token: Token) -> None:
        """`310600Z MAR TO 021200Z` ends in April."""
        named = before is not None and before.letter == token.letter and before.month == token.month
        if before and named and before.day > token.day and self._joined(run, before, token):
            self.doubts.add("month-assumed", f"{token.word} is taken for the month after {before.word}")
            token.year += (token.month == 12) * bool(token.year)  # noqa: PLR2004  December
            token.month = token.month % 12 + 1

    def _year_after(self, run: list[Token], month: Token) -> int:
        at = run.index(month) + 1
        following = run[at : at + 3]
        return next((each.year for each in following if each.letter == "Y"), 0) if following else 0

    def _turn_back(self, run: list[Token]) -> None:
        """`302100 TO 011000 FEB` begins in January."""
        dated = [each for each in run if each.letter in "GDM"]
        for first, second in pairwise(dated):
            same = first.month == second.month and second.letter == first.letter != "M"
            back = first.day - second.day > (0 if first.letter == "G" else HALF_MONTH)
            if first.month and same and back and self._joined(run, first, second):
                self.doubts.add(
                    "month-assumed", f"{first.word} is taken for the month before that of {second.word}"
                )
                first.month, first.year = (
                    (first.month - 2) % 12 + 1,
                    first.year - (first.month == 1) * bool(first.year),
                )

    def _joined(self, run: list[Token], first: Token, second: Token) -> bool:
        between = run[run.index(first) + 1 : run.index(second)]
        return any(each.letter in "-n" for each in between)

    def day(self, token: Token, after: date | None = None, before: date | None = None) -> date | None:
        """The day of a token; on or after another where it ends something. None with a finding."""
        if not token.month and not self._month_of_issue(token):
            return None
        for year in self._years(token, after, before):
            try:
                return date(year, token.month, token.day)
            except ValueError:
                self.doubts.add(
                    "bad-date", f"there is no day {token.day} in month {token.month} ({token.word})"
                )
                return None
        self.doubts.add("year-unknown", f"no year is named and no day of issue is known: {token.word}")
        return None

    def _month_of_issue(self, token: Token) -> bool:
        if self.issued is None:
            self.doubts.add("bad-date", f"{token.word} names no month")
            return False
        later = token.day < self.issued.day - 1
        token.month = self.issued.month % 12 + 1 if later else self.issued.month
        token.year = self.issued.year + (later and self.issued.month == 12)  # noqa: PLR2004  December
        if later or token.day - self.issued.day > 20:  # noqa: PLR2004  more days than warnings look ahead
            self.doubts.add("month-assumed", f"{token.word} names no month; taken for month {token.month}")
        return True

    def _years(self, token: Token, after: date | None, before: date | None) -> list[int]:
        if token.year:
            return [token.year]
        if self.issued is None:
            return [self.year] if self.year else []
        around = [self.issued.year + step for step in (-1, 0, 1)]
        dates = [found for year in around if (found := _date(year, token)) is not None]
        if not dates:
            return [self.issued.year]
        if before is not None:
            dates = [each for each in dates if each <= before][-1:] or dates
        later = [each for each in dates if after is not None and each >= after]
        if later:
            return [later[0].year]
        middle = (self.issued + LEAN).date()
        return [min(dates, key=lambda each: abs(each - middle)).year]

    def instant(self, day: date, clock: tuple[int, int], zone: str | None, word: str) -> datetime | None:
        """A clock time on a day, in UTC."""
        hour, minute = clock
        if hour > MIDNIGHT or minute > LAST_MINUTE[1] or (hour == MIDNIGHT and minute):
            self.doubts.add("bad-time", f"{word} is no time of day")
            return None
        at = datetime(day.year, day.month, day.day, tzinfo=UTC) + timedelta(hours=hour, minutes=minute)
        ahead = self._ahead(zone, at)
        return None if ahead is None else at - timedelta(minutes=ahead)

    def _ahead(self, zone: str | None, at: datetime) -> int | None:
        if zone is None:
            return 0
        ahead = offset_minutes(zone)
        if ahead is not None:
            return ahead
        if not self.local:
            self.doubts.add("local-time", "local time, and the text does not say where: no window was read")
            return None
        from zoneinfo import ZoneInfo

        self.doubts.add("local-time", f"local time, taken for {self.local}")
        shift = at.replace(tzinfo=ZoneInfo(self.local)).utcoffset() or timedelta()
        return int(shift.total_seconds()) // 60


def _date(year: int, token: Token) -> date | None:
    try:
        return date(year, token.month, token.day)
    except ValueError:
        return None
