"""`MONDAYS TO FRIDAYS`, `EXCEPT SUNDAYS`: the days of the week that a daily schedule holds for."""

import re
from dataclasses import dataclass
from typing import Final

from firebreak.formats.doubts import Doubts, quote
from firebreak.formats.parsed import Window

WEEK: Final = ("MON", "TUE", "WED", "THU", "FRI", "SAT", "SUN")

_DAY: Final = r"(?:MON|TUES|WEDNES|THURS|FRI|SATUR|SUN)DAYS?"
_TO: Final = r"(?:\s+(?:TO|THRU|THROUGH|TILL?|UNTIL)\s+|\s*-\s*)"
_AND: Final = r"(?:\s*(?:,|&|\bAND\b|\bOR\b)\s*)+"
_SPAN: Final = rf"{_DAY}(?:{_TO}{_DAY})?"
_PHRASE: Final = re.compile(
    rf"(?P<but>\b(?:EXCEPT(?:ING|\s+FOR|\s+ON)?|EXCLUDING)\s+(?:ON\s+)?)?(?:\b(?:ON|FROM|EVERY)\s+)?"
    rf"\b(?P<days>{_SPAN}(?:{_AND}{_SPAN})*)\b"
)


@dataclass(frozen=True, slots=True)
class Week:
    """The days that count; all seven where the text names none."""

    days: frozenset[int]
    words: str

    def kept(self, found: list[Window], doubts: Doubts) -> list[Window]:
        """The windows of a daily schedule that begin on these days; all of them, told, where none does."""
        if not self.words or not found:
            return found
        inside = [each for each in found if each.start.weekday() in self.days]
        said = "the windows of other days are left out" if inside else "and no window begins on one of them"
        doubts.add("weekdays", f"only on some days of the week ({self.words}): {said}")
        return inside or found


ALL: Final = Week(frozenset(range(7)), "")


def week(text: str) -> tuple[Week, str]:
    """The one phrase of week days, and the text without it; two phrases belong to different times."""
    phrases = list(_PHRASE.finditer(text))
    if len(phrases) != 1 or re.search(r"SUNRISE|SUNSET", text):
        return ALL, text
    match = phrases[0]
    named = _named(match["days"])
    chosen = set(range(7)) - named if match["but"] else named
    return Week(frozenset(chosen), quote(match[0])), text[: match.start()] + " " + text[match.end() :]


def _named(text: str) -> set[int]:
    days = set[int]()
    for match in re.finditer(rf"({_DAY})(?:{_TO}({_DAY}))?", text):
        first = WEEK.index(match[1][:3])
        last = WEEK.index((match[2] or match[1])[:3])
        days |= {each % 7 for each in range(first, last + 1 + 7 * (last < first))}
    return days
