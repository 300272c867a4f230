"""`MONDAYS TO FRIDAYS`, `EXCEPT SUNDAYS`: the days of the week that a daily schedule holds for."""

import re
from dataclasses import dataclass
from typing import Final

from firebreak.formats.doubts import Doubts, quote
from firebreak.formats.navwarn.months import MONTH, month_number
from firebreak.formats.parsed import Window

WEEK: Final = ("MON", "TUE", "WED", "THU", "FRI", "SAT", "SUN")

_DAY: Final = r"(?:MON|TUES|WEDNES|THURS|FRI|SATUR|SUN)DAYS?"
_TO: Final = r"(?:\s+(?:TO|THRU|THROUGH|TILL?|UNTIL)\s+|\s*-\s*)"
_AND: Final = r"(?:\s*(?:,|&|\bAND\b|\bOR\b)\s*)+"
_SHORT: Final = r"(?:MON|TUES?|WED|THU|FRI|SAT|SUN)"
_WORKING: Final = r"(?:WEEK\s?DAYS|WORK(?:ING)?\s?DAYS)"
_SPAN: Final = rf"(?:{_DAY}(?:{_TO}{_DAY})?|{_SHORT}{_TO}{_SHORT}\b|{_WORKING})"
_ANY: Final = rf"(?:{_SPAN}|{_SHORT}\b)"
_BUT: Final = r"\b(?:EXCEPT(?:ING|\s+FOR|\s+ON)?|EXCLUDING|EXC)\s+(?:ON\s+)?"
_PHRASE: Final = re.compile(
    rf"(?P<but>{_BUT})(?P<without>{_ANY}(?:{_AND}{_ANY})*)\b|"
    rf"(?:\b(?:ON|FROM|EVERY)\s+)?\b(?P<days>{_SPAN}(?:{_AND}{_SPAN})*)\b"
    rf"(?P<not>\s+(?:ARE\s+)?(?:EXCLUDED|EXCEPTED))?"
)

_DATES: Final = re.compile(
    rf"\b(?:EXCEPT(?:ING|\s+FOR)?|EXCLUDING|КРОМЕ)\s+(?:ON\s+)?(?P<days>\d\d?(?:{_AND}\d\d?)*)\s+(?P<month>{MONTH})"
)


@dataclass(frozen=True, slots=True)
class Week:
    """The days that count; all seven where the text names none."""

    days: frozenset[int]
    words: str
    without: frozenset[tuple[int, int]] = frozenset()
    "Days and months that are excepted: `EXCEPT 03 MAR`."

    def kept(self, found: list[Window], doubts: Doubts) -> list[Window]:
        """The windows of a daily schedule that begin on these days; all of them, told, where none does."""
        found = [each for each in found if (each.start.day, each.start.month) not in self.without]
        if not self.words or not found:
            return found
        inside = [each for each in found if each.start.weekday() in self.days]
        said = "the windows of other days are left out" if inside else "and no window begins on one of them"
        doubts.add("weekdays", f"only on some days of the week ({self.words}): {said}")
        return inside or found


ALL: Final = frozenset(range(7))


def week(text: str) -> tuple[Week, str]:
    """The one phrase of week days, and the text without it; two phrases belong to different times."""
    without, text = _dates_off(text)
    phrases = list(_PHRASE.finditer(text))
    if len(phrases) != 1 or re.search(r"SUNRISE|SUNSET", text):
        return Week(ALL, "", without), text
    match = phrases[0]
    named = _named(match["without"] or match["days"])
    chosen = set(range(7)) - named if match["but"] or match["not"] else named
    plain = text[: match.start()] + " " + text[match.end() :]
    return Week(frozenset(chosen), quote(match[0]), without), plain


def _named(text: str) -> set[int]:
    days = set[int]()
    for match in re.finditer(
        rf"({_DAY}|{_SHORT})(?:{_TO}({_DAY}|{_SHORT}))?", re.sub(_WORKING, "MON-FRI", text)
    ):
        first = WEEK.index(match[1][:3])
        last = WEEK.index((match[2] or match[1])[:3])
        days |= {each % 7 for each in range(first, last + 1 + 7 * (last < first))}
    return days


def _dates_off(text: str) -> tuple[frozenset[tuple[int, int]], str]:
    """The days of a month that a schedule leaves out, and the text without them."""
    match = _DATES.search(text)
    if match is None:
        return frozenset(), text
    month = month_number(match["month"])
    days = frozenset((int(each), month) for each in re.findall(r"\d+", match["days"]))
    return days, text[: match.start()] + " " + text[match.end() :]
