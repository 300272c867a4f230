"""Ways of writing that mean the same as a plainer one, brought to it before anything is read.

Only the form changes. What stays of the text keeps its order, so that a finding still quotes it.
"""

import re
from typing import Final

from firebreak.formats.navwarn.months import MONTH

_ZONE: Final = r"(?:UTC|Z)"
_GLUED: Final = re.compile(rf"(?<!\d)(\d{{6}})\s?({_ZONE})({MONTH})\s?(\d\d(?!\d)|20\d\d(?!\d))?")
_SLASHED: Final = re.compile(rf"(?<![\d/])([0-3]\d)/([0-2]\d[0-5]\d)(?=\s?{_ZONE}(?![A-Z]))")
_HALF_MORE: Final = re.compile(
    r"\b(?:(?:ONE|A)\s+)?MILE\s+AND\s+A\s+HALF\b|\b(?:ONE|1)\s+AND\s+A\s+HALF\s+MILES?\b|ПОЛТОРЫ\s+МИЛИ"
)
_SAME_LOCALLY: Final = re.compile(
    r"(?<=UTC)\s*\(\s*\d\d:?\d\d\s*-\s*\d\d:?\d\d\s*(?:LOCAL(?:\s+TIME)?|LT)\.?\s*\)"
)
_WHOLE_HOURS: Final = re.compile(
    r"\bHOURS\s+(\d\d)\s*-\s*(\d\d)(?![\d:.])|(?<![\d.,:-])(\d\d)\s*-\s*(\d\d)\s*(?:HRS|HOURS)\b"
)
_PARAGRAPH: Final = re.compile(
    rf"(?:(?<=\n)|(?<=\n )|(?<=\.\s))\s*\d{{1,2}}\.\s*(?=[A-ZА-Я])"
    rf"(?!{MONTH}|AND\b|THRU\b|UNTIL\b|TIL\b)"
)


def plainer(text: str) -> str:
    """A whole text, before it is cut into halves and clauses."""
    spaced = _GLUED.sub(lambda each: f"{each[1]} {each[2]} {each[3]} {each[4] or ''}", text)
    return _HALF_MORE.sub("1.5 MILES", _SLASHED.sub(r"\1\2", spaced))


def plainer_times(text: str) -> str:
    """A text from which only times are read: hours alone, paragraph numbers, the same time in brackets."""
    without = _SAME_LOCALLY.sub(" ", _PARAGRAPH.sub(" ¤ ", text))
    return _WHOLE_HOURS.sub(lambda each: f"{each[1] or each[3]}00-{each[2] or each[4]}00", without)
