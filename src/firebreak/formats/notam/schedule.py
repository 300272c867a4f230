"""Field D, expanded to windows between B and C: days, lists of days, days of the week, clock times.

Days stand before their times (`MAR 12 14-16 0600-1200 1300-1500`), exceptions last (`EXC SAT`); `MON 0600-FRI
1800` is one stretch. Without days the times are of every day.
"""

import re
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import Final

from firebreak.formats.doubts import Doubts, quote
from firebreak.formats.notam.days import DAYS_MAX, ONE_DAY, Days, Word, words
from firebreak.formats.parsed import Window

_SUN: Final = re.compile(r"\b(?:SR|SS|HJ|HN|SUNRISE|SUNSET)\b")
_HOLIDAYS: Final = re.compile(r"(?:\bEXC(?:EPT)?\s+|,?\s*\bAND\s+|,\s*)(?:PUBLIC\s+)?HOL(?:IDAYS?)?\b")


def schedule(text: str, start: datetime, end: datetime, doubts: Doubts) -> list[Window]:
    """The windows of D inside B and C; the whole time, with a finding, where D was not understood."""
    if _SUN.search(text):
        doubts.add("schedule-unread", f"field D goes by the sun, the whole time is given: {quote(text)}")
        return [Window(start, end)]
    plain = _HOLIDAYS.sub(" ", text)
    if plain != text:
        doubts.add("schedule-unread", f"which days are holidays is not in the text: {quote(text)}")
    every = words(plain)
    found = _read(every, start, end)
    if not found:
        doubts.add("schedule-unread", f"field D was not understood, the whole time is given: {quote(text)}")
        return [Window(start, end)]
    _tell_limits(every, found, (start, end), doubts)
    return _inside(sorted(set(found), key=lambda each: each.start), start, end, doubts)


def _tell_limits(
    every: list[Word], found: list[Window], valid: tuple[datetime, datetime], doubts: Doubts
) -> None:
    if Days(*valid).cut:
        doubts.add("too-many-windows", f"B and C lie far apart; only the first {DAYS_MAX} days are given")
    letters = "".join(each.letter for each in every).split("x")[0]
    if "D" in letters and any(_is_outside(each, *valid) for each in found):
        doubts.add("outside-validity", "days of field D that do not lie between B and C are left out")


def _is_outside(window: Window, start: datetime, end: datetime) -> bool:
    return window.start >= end or (window.end is not None and window.end <= start)


def _read(every: list[Word], start: datetime, end: datetime) -> list[Window]:
    """No window where anything was not understood."""
    letters = "".join(each.letter for each in every)
    if re.fullmatch("a?T", letters) and every[-1].last - every[-1].first == ONE_DAY:
        return [Window(start, end)]
    if re.fullmatch(r"(?:M?[DW]C-M?[DW]C)+", letters):
        return _stretches(every, start, end)
    match = re.fullmatch(r"((?:[MDWa-]*T+)+)(?:x([MDW-]+))?", letters)
    if match is None:
        return []
    days = Days(start, end)
    found = list(_blocks(every[: len(match[1])], days))
    without = Days(start, end).listed(every[len(match[1]) + 1 :]) if match[2] else set[date]()
    kept = [each for each in found if each.start.date() not in without]
    return [] if match[2] and len(kept) == len(found) else kept


def _blocks(every: list[Word], days: Days) -> Iterator[Window]:
    """Days and then their times, again and again."""
    named, at = list[Word](), 0
    while at < len(every):
        times = [each for each in every[at:] if each.letter == "T"][:1]
        cut = every.index(times[0], at)
        named, at = every[at:cut], cut
        chosen = sorted(days.listed(named))
        while at < len(every) and every[at].letter == "T":
            yield from (_window(day, every[at], days.start) for day in chosen)
            at += 1


def _window(day: date, word: Word, zone: datetime) -> Window:
    midnight = datetime(day.year, day.month, day.day, tzinfo=zone.tzinfo)
    over = timedelta(days=1 if word.last <= word.first else 0)
    return Window(midnight + word.first, midnight + over + word.last)


def _stretches(every: list[Word], start: datetime, end: datetime) -> list[Window]:
    """`MON 0600-FRI 1800`, every week; `MAR 12 0600-MAR 14 1200`, once."""
    found, days, ends = list[Window](), Days(start, end), list[tuple[list[date], timedelta]]()
    named = list[Word]()
    for each in every:
        if each.letter == "C":
            ends.append((sorted(days.listed(named)), each.first))
            named = []
        elif each.letter != "-":
            named.append(each)
    for (firsts, opens), (lasts, closes) in zip(ends[::2], ends[1::2], strict=True):
        for first in firsts:
            last = next((each for each in lasts if each >= first), None)
            found += [_from_to(first, opens, last, closes, start)] if last else []
    return found


def _from_to(first: date, opens: timedelta, last: date, closes: timedelta, zone: datetime) -> Window:
    one, two = (datetime(day.year, day.month, day.day, tzinfo=zone.tzinfo) for day in (first, last))
    return Window(one + opens, two + closes)


def _inside(found: list[Window], start: datetime, end: datetime, doubts: Doubts) -> list[Window]:
    kept = [
        Window(max(each.start, start), min(each.end, end))
        for each in found
        if each.end is not None and not _is_outside(each, start, end)
    ]
    if not kept:
        doubts.add("outside-validity", "no time of field D lies between B and C")
        return [Window(start, end)]
    return kept
