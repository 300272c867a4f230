"""Field D, expanded to windows between B and C: days, lists of days, days of the week, clock times."""

import re
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import Final

from firebreak.formats.doubts import Doubts, quote
from firebreak.formats.navwarn.calendar import Calendar
from firebreak.formats.navwarn.windows import windows
from firebreak.formats.parsed import Window

DAYS_MAX: Final = 400
Times = tuple[str, str, str]
"From, to, or H24."
WEEK: Final = ("MON", "TUE", "WED", "THU", "FRI", "SAT", "SUN")

_DAY: Final = "|".join(WEEK)
_WEEKDAYS: Final = re.compile(
    rf"(?P<days>(?:(?:{_DAY})(?:\s?-\s?(?:{_DAY}))?[\s,/]*)+|(?:DAILY|DLY)\s*)?(?P<times>.*)"
)
_TIMES: Final = re.compile(r"(\d{4})\s?-\s?(\d{4})|(H24)")
_LIST: Final = re.compile(r"(?<![\d:])(\d{2}) (?=\d{2}(?:[ ,\-]|$))")
_ONE_DAY: Final = re.compile(r"(?<!\d)\d{2}(?!\d)")
_DATED: Final = re.compile(r"(?<!\d)\d{2}(?!\d)|JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC")


def schedule(text: str, start: datetime, end: datetime, doubts: Doubts) -> list[Window]:
    """The windows of D inside B and C; the whole time, with a finding, where D was not understood."""
    if re.search(r"\b(?:SR|SS|HJ|HN|EXC|EXCEPT|HOL)\b", text):
        doubts.add("schedule-unread", f"field D needs a person: {quote(text)}")
        return [Window(start, end)]
    found = _dated(text, start, doubts) if _DATED.search(text) else _weekly(text, start, end)
    if found is None:
        doubts.add("schedule-unread", f"field D was not understood, the whole time is given: {quote(text)}")
        return [Window(start, end)]
    return _inside(found, start, end, doubts)


def _dated(text: str, start: datetime, doubts: Doubts) -> list[Window] | None:
    spaced = _LIST.sub(r"\1, ", _LIST.sub(r"\1, ", text))
    if not re.search(r"[A-Z]{3}", re.sub("DAILY|DLY", "", spaced)):
        spaced = _with_months(spaced, start)
    heard = Doubts()
    found = windows(spaced.replace("H24", "0000-2400"), Calendar(start, start.year, heard))
    for each in heard:
        if each.code != "daily-assumed":
            doubts.add("schedule-unread", each.text)
    return found or None


def _with_months(text: str, start: datetime) -> str:
    """Days alone: those before the day of B, or before the day named last, are of the month that follows."""
    out, at, month, last = "", 0, start.replace(day=1), start.day
    for match in _ONE_DAY.finditer(text):
        turned = int(match[0]) < last
        month = (month + timedelta(days=31)).replace(day=1) if turned else month
        out += text[at : match.start()] + (f"{month:%b} ".upper() if turned or not at else "") + match[0]
        at, last = match.end(), int(match[0])
    return out + text[at:]


def _weekly(text: str, start: datetime, end: datetime) -> list[Window] | None:
    found = list[Window]()
    for block in re.split(r"[,;]\s*(?=[A-Z])|\n", text):
        match = _WEEKDAYS.fullmatch(block.strip())
        times = _TIMES.findall(match["times"]) if match else []
        if match is None or not times or _TIMES.sub("", match["times"]).strip(" ,AND"):
            return None
        found += _on(_weekdays(match["days"] or ""), times, start, end)
    return sorted(found, key=lambda each: each.start)


def _weekdays(text: str) -> set[int]:
    chosen = set[int]()
    for match in re.finditer(rf"({_DAY})(?:\s?-\s?({_DAY}))?", text):
        first, last = WEEK.index(match[1]), WEEK.index(match[2] or match[1])
        chosen |= {day % 7 for day in range(first, last + 1 + (7 if last < first else 0))}
    return chosen or set(range(7))


def _on(
    days: set[int], times: list[tuple[str, str, str]], start: datetime, end: datetime
) -> Iterator[Window]:
    day: date = start.date() - timedelta(days=1)
    for _ in range(DAYS_MAX):
        if day > end.date():
            return
        if day.weekday() in days:
            yield from (_window(day, each, start) for each in times)
        day += timedelta(days=1)


def _window(day: date, times: Times, zone: datetime) -> Window:
    first, last = ("0000", "2400") if times[2] else times[:2]
    midnight = datetime(day.year, day.month, day.day, tzinfo=zone.tzinfo)
    over = timedelta(days=1 if last <= first else 0)
    return Window(midnight + _clock(first), midnight + over + _clock(last))


def _clock(text: str) -> timedelta:
    return timedelta(hours=int(text[:2]), minutes=int(text[2:]))


def _inside(found: list[Window], start: datetime, end: datetime, doubts: Doubts) -> list[Window]:
    kept = [
        Window(max(each.start, start), min(each.end, end))
        for each in found
        if each.end is not None and each.end > start and each.start < end
    ]
    if not kept:
        doubts.add("outside-validity", "no time of field D lies between B and C")
        return [Window(start, end)]
    return kept
