"""The words of field D, and the days that they name."""

import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final

DAYS_MAX: Final = 400
WORDS_MAX: Final = 600
WEEK: Final = ("MON", "TUE", "WED", "THU", "FRI", "SAT", "SUN")
MONTHS: Final = ("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC")
ONE_DAY: Final = timedelta(days=1)

_WORD: Final = re.compile(
    rf"(?P<T>(?P<first>\d{{4}})\s?(?:-|/|TO)\s?(?P<last>\d{{4}})(?!\d)|\bH24\b)|(?P<C>\d{{4}})(?!\d)|"
    rf"(?P<D>\d{{1,2}})(?!\d)|\b(?P<W>{'|'.join(WEEK)})\b|\b(?P<M>{'|'.join(MONTHS)})\b|"
    rf"\b(?P<a>DAILY|DLY|EVERY\s+DAY|EACH\s+DAY)\b|\b(?P<x>EXC(?:EPT)?)\b|(?P<to>-|\bTO\b)|"
    rf"(?P<skip>[\s,;.:]+|\b(?:AND|BTN|BETWEEN|FROM|FM|ON(?!\s?-)|EVERY|UTC|THRU(?=\b))\b)|(?P<other>.)"
)


@dataclass(frozen=True, slots=True)
class Word:
    """T times, C one time, D a day, W a day of the week, M a month, a daily, x except, - to, ? anything."""

    letter: str
    number: int = 0
    first: timedelta = timedelta()
    last: timedelta = timedelta()


def words(text: str) -> list[Word]:
    """The words of field D in their order."""
    found = list[Word]()
    for match in _WORD.finditer(text):
        if not match["skip"]:
            found.append(_word(match))
        if len(found) > WORDS_MAX:
            return [Word("?")]
    return found


def _word(match: re.Match[str]) -> Word:
    if match["T"]:
        first, last = _clock(match["first"] or "0000"), _clock(match["last"] or "2400")
        return Word("?") if first is None or last is None else Word("T", 0, first, last)
    if match["C"]:
        at = _clock(match["C"])
        return Word("?") if at is None else Word("C", 0, at)
    if match["W"] or match["M"]:
        names, name = (WEEK, match["W"]) if match["W"] else (MONTHS, match["M"])
        return Word("W" if match["W"] else "M", names.index(name) + (not match["W"]))
    if match["D"]:
        return Word("D", int(match["D"])) if 1 <= int(match["D"]) <= 31 else Word("?")  # noqa: PLR2004  days
    return Word("a" if match["a"] else "x" if match["x"] else "-" if match["to"] else "?")


def _clock(text: str) -> timedelta | None:
    hour, minute = int(text[:2]), int(text[2:])
    wrong = minute > 59 or hour > 24 or (hour == 24 and minute)  # noqa: PLR2004  a clock
    return None if wrong else timedelta(hours=hour, minutes=minute)


class Days:
    """Turns words into days between B and C; a month goes on until the next one is named."""

    def __init__(self, start: datetime, end: datetime) -> None:
        self.start = start
        self._month = start.date().replace(day=1)
        self._last = start.day
        before = start.date() - ONE_DAY  # a night that reaches into the time of B
        days = (end.date() - before).days + 1
        self.cut = days > DAYS_MAX
        "Whether C lies so far away that not all days are listed."
        span = min(days, DAYS_MAX) + len(WEEK)  # a stretch may reach beyond C
        self._all = [before + step * ONE_DAY for step in range(span)]

    def listed(self, named: list[Word]) -> set[date]:
        """The days of `MAR 12 14-16` or `MON-WED FRI`; all of them where none is named."""
        if not any(each.letter in "DW" for each in named):
            return set(self._all)
        chosen, before, to = set[date](), list[Word](), False
        for each in named:
            if each.letter == "M":
                self._turn_to(each.number)
            elif each.letter in "DW":
                chosen |= self._up_to(before, each) if to else self._one(each)
                before = [each]
            to = each.letter == "-" or (to and each.letter == "M")
        return chosen

    def _turn_to(self, month: int) -> None:
        year = self._month.year + (month < self._month.month)
        self._month, self._last = date(year, month, 1), 0

    def _one(self, word: Word) -> set[date]:
        if word.letter == "W":
            return {day for day in self._all if day.weekday() == word.number}
        day = self._day(word.number)
        return {day} if day else set()

    def _day(self, number: int) -> date | None:
        """A day before the one named last is of the month that follows."""
        if number < self._last:
            self._month = (self._month + timedelta(days=31)).replace(day=1)
        self._last = number
        try:
            return self._month.replace(day=number)
        except ValueError:
            return None

    def _up_to(self, before: list[Word], word: Word) -> set[date]:
        if word.letter == "W":
            first = before[-1].number if before and before[-1].letter == "W" else word.number
            length = (word.number - first) % 7
            return {day for day in self._all if (day.weekday() - first) % 7 <= length}
        first = self._month.replace(day=1) + (max(self._last, 1) - 1) * ONE_DAY
        if before and not self._last:  # a month stood between: MAR 28-APR 02
            first = (self._month - ONE_DAY).replace(day=1) + (before[-1].number - 1) * ONE_DAY
        last = self._day(word.number)
        span = min((last - first).days + 1, DAYS_MAX) if last else 0
        return {first + step * ONE_DAY for step in range(span)}
