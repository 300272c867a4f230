"""Ways of writing that mean the same as a plainer one, brought to it before anything is read.

Only the form changes. What stays of the text keeps its order, so that a finding still quotes it.
"""

import re
from calendar import monthrange
from typing import Final

from firebreak.formats.navwarn.months import MONTH, month_number

COMMON_YEAR: Final = 2026
DAY_HOURS: Final = 24

_ZONE: Final = r"(?:UTC|Z)"
_GLUED: Final = re.compile(rf"(?<!\d)(\d{{6}})\s?({_ZONE})({MONTH})\s?(\d\d(?!\d)|20\d\d(?!\d))?")
_SLASHED: Final = re.compile(rf"(?<![\d/])([0-3]\d)/([0-2]\d[0-5]\d)(?=\s?{_ZONE}(?![A-Z]))")
_HALF_MORE: Final = re.compile(
    r"\b(?:(?:ONE|A)\s+)?MILE\s+AND\s+A\s+HALF\b|\b(?:ONE|1)\s+AND\s+A\s+HALF\s+MILES?\b|ПОЛТОРЫ\s+МИЛИ"
)
_SAME_LOCALLY: Final = re.compile(
    r"(?<=UTC)\s*\(\s*\d\d:?\d\d\s*-\s*\d\d:?\d\d\s*(?:LOCAL(?:\s+TIME)?|LOKAL\s+TID|LT)\.?\s*\)"
)
_WHOLE_HOURS: Final = re.compile(
    r"\bHOURS\s+(\d\d)\s*-\s*(\d\d)(?![\d:.])|(?<![\d.,:-])(\d\d)\s*-\s*(\d\d)\s*(?:HRS|HOURS)\b"
)
_PARAGRAPH: Final = re.compile(
    rf"(?:(?<=\n)|(?<=\n )|(?<=\.\s))\s*\d{{1,2}}\.\s*(?=[A-ZА-Я])"
    rf"(?!{MONTH}|AND\b|THRU\b|UNTIL\b|TIL\b)"
)
_AT: Final = re.compile(rf"({MONTH}(?:\s+20\d\d)?)\s+AT\s+(?=\d\d:?\d\d(?!\d))")
_ROUGHLY: Final = re.compile(r"\b(UNTIL|TILL?|FROM)\s+(?:APPROX\w*\.?|ABOUT|ESTIMATED|AROUND)\s+(?=\d)")
_DOTTED: Final = re.compile(
    r"(?<![\d.,-])([0-2]\d)\.([0-5]\d)\s*(?:-|TO|ДО)\s*([0-2]\d)\.([0-5]\d)(?=\s*(?:UTC|Z|LT|LOCAL|МСК)\b)"
)
_ISO: Final = re.compile(r"(20\d\d-\d\d-\d\d)T(\d\d:\d\d)(?::\d\d(?:\.\d{1,9})?)?(?!\d)")
_STROKE: Final = re.compile(
    rf"(?<!\d)((?:\d{{6}}|\d{{4}})\s?{_ZONE})\s?/\s?(?=(?:\d{{6}}|\d{{4}})\s?{_ZONE}(?![A-Z]))"
)
_BTN: Final = re.compile(r"\bBTN\b")
_FRENCH: Final = re.compile(r"(?<![\d.,])([0-2]\d)H([0-5]\d)(?!\d)")
_HOUR: Final = r"(\d\d?)\s?(?:H(?:RS?|OURS?)?|Ч)?"
_BARE_HOURS: Final = re.compile(
    rf"(?<![\d.,:/-])(?<!\d\s){_HOUR}\s*(?:-|TO|AND|ДО)\s*{_HOUR}\s*(?=(?:UTC|Z|GMT|МСК|MSK|LT|LOCAL)\b(?!\s*{MONTH}))"
)
_DASHED: Final = re.compile(
    r"(?<![\d.,-])([0-2]\d)-([0-5]\d)\s*(?:ДО|ПО|TO|-)\s*([0-2]\d)-([0-5]\d)(?=\s*(?:UTC|Z|LT|LOCAL|МСК|MSK|HRS|Ч)\b)"
)
_END_OF: Final = re.compile(rf"\bEND\s+OF\s+({MONTH})(?!\s*\d\d?\b)")
_DAYS_ALONE: Final = re.compile(rf"(?<![\d:.,/-])(\d\d)\s(?=\d\d\s+(?:{MONTH}|\d\d\s))")
_MONTHS_ALONE: Final = re.compile(rf"(?<=\d\s)({MONTH})\s(?=\d\d,?\s+(?:\d\d,?\s+)*{MONTH})")


def plainer(text: str) -> str:
    """A whole text, before it is cut into halves and clauses."""
    spaced = _GLUED.sub(lambda each: f"{each[1]} {each[2]} {each[3]} {each[4] or ''}", text)
    spaced = _STROKE.sub(r"\1 TO ", _BTN.sub("BETWEEN", spaced))
    dated = _FRENCH.sub(r"\1:\2", _ISO.sub(r"\1 \2 ", spaced))
    return _HALF_MORE.sub("1.5 MILES", _SLASHED.sub(r"\1\2", dated))


def plainer_times(text: str) -> str:
    """A text from which only times are read: hours alone, paragraph numbers, the same time in brackets."""
    without = _AT.sub(r"\1 ", _SAME_LOCALLY.sub(" ", _PARAGRAPH.sub(" ¤ ", text)))
    without = _BARE_HOURS.sub(_hours, _DASHED.sub(r"\1:\2 - \3:\4", _ROUGHLY.sub(r"\1 ", without)))
    without = _DOTTED.sub(r"\1:\2 - \3:\4", _END_OF.sub(_last_day, without))
    without = _MONTHS_ALONE.sub(r"\1, ", _DAYS_ALONE.sub(r"\1, ", without))
    return _WHOLE_HOURS.sub(lambda each: f"{each[1] or each[3]}00-{each[2] or each[4]}00", without)


def _hours(match: re.Match[str]) -> str:
    """`FROM 8 TO 14 UTC`; what is over 24 is a day."""
    first, last = int(match[1]), int(match[2])
    return match[0] if max(first, last) > DAY_HOURS else f"{first:02d}00-{last:02d}00 "


def _last_day(match: re.Match[str]) -> str:
    return f"{monthrange(COMMON_YEAR, month_number(match[1]))[1]} {match[1]}"
