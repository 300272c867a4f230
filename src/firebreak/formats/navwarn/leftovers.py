"""What nobody read: figures that look like a coordinate or a time, words that change an outline.

This is what keeps an error from being silent. Everything that was understood is wiped out before.
"""

import re
from typing import Final

from firebreak.formats.doubts import Doubts, quote
from firebreak.formats.navwarn.months import MONTH

_COORDINATE: Final = re.compile(
    r"(?<![\d/.,])\d{1,3}\s?[-°]\s?\d{1,2}[.,]\s?\d+(?!\s?(?:КВТ|KW|MHZ|KHZ|ГРАД|DEG|MET|МЕТ))(?![\d.]*-\d)|"
    r"(?<![\d/.,-])\d{2,3}-\d{2}-\d{2}(?![\d/-])(?!\s*\d\d:)|\d{2,3}\s?°\s?\d{2}|"
    r"(?<![\d/.,])\d{2}[.,]\d{2,}\s*,?\s+\d{1,3}[.,]\d{2,}(?!\s?(?:M|М))"
)
_ODD_FIGURE: Final = re.compile(
    r"(?<![\d/.,-])\d{1,3}[.:/]\d{1,2}[.,]\d+\s?[NSEWСЮВЗ](?![A-ZА-Я])|(?<![\d/.,-])\d{1,3}-\d{3,4}\s?[NSEW](?![A-Z\d])|"
    r"(?<![\d.,])[+-]\d{1,2}\.\d+[\s,]+[+-]?\d{1,3}\.\d+|(?<![\d.,])\d{1,3}[.,]\d+°\s?[NSEWСЮВЗ](?![A-ZА-Я])|"
    r"(?<![\d.,])\d{1,3}[.,]\d{2,}\s?[NSEW](?![A-Z.])|(?<![A-ZА-Я\d])[NSEW]\s?\d{1,3}[.,-]\d{2,}(?![\d-])|"
    r"\bLAT(?:ITUDE)?S?\b\W{0,3}\d|\bLONG?(?:ITUDE)?S?\b\W{0,3}\d|\d\s*DEG(?:REE)?S?\s*\d+(?:[.,]\d+)?\s*MIN|"
    r"\b(?:ШИРОТ|ДОЛГОТ)\w*\W{0,3}\d"
)
_SQUARE: Final = re.compile(
    r"\b(?:SQUARES?|GRIDS?|QUADRANTS?|КВАДРАТ\w*)\s+(?:NO\.?\s*|NR\.?\s*|НР\s*|№\s*)?(?:[A-ZА-Я]{1,2}-?\d{1,4}|\d{1,4}[A-ZА-Я]?)\b"
)
_GARBLED: Final = re.compile(
    r"(?<=[\w¤])\*[\w.]{0,12}|\*[\w¤][\w.]{0,12}|"
    r"(?<![\w.])(?=[\dOILS.]{0,9}\d)[\dOILS.]{0,9}[OILS][\dOILS.]{0,9}(?=\s?(?:MILES?|NM|NAUTICAL|MET(?:RE|ER)S?|M|CABLES?|KM)\b)"
)
_LENGTH: Final = re.compile(
    r"(?<![\d.,/-])\d{1,4}(?:[.,]\d{1,2})?\s?(?:NM\b|NAUTICAL\s+MILES?|MILES?\b|CABLES\b|МИЛ[ЬИЯ]\w*|КБТ)"
    r"(?!\s+(?:LONG|WIDE|VISIB|RANGE))"
)
_AROUND: Final = re.compile(
    r"\b(?:WITHIN|INSIDE|WI)\s(?![^¤.\n]*\b(?:AREAS?|VICINITY|LIMITS?|WATERS|POSITIONS?|PSN|BOUND\w*|COORD\w*|LINES?|"
    r"ZONES?|SECTORS?|POLYGON|HOURS?|DAYS?)\b)[^¤.\n]{1,40}\b(?:OF|FROM|AROUND)\s*¤|"
    r"\b(?:MILES?|LEAGUES?|FATHOMS?|SM)\s+(?:RADIUS\s+)?(?:OF|FROM|AROUND)\s*¤|"
    r"\b(?:BERTH|CLEARANCE)\s+OF\s+(?!¤)"
)
_OF_LIGHT: Final = re.compile(
    r"(?:RANGE|VISIBILITY|REDUCED|LENGTH|LONG|TOW|TOWING|LIGHT|ДАЛЬНОСТЬ|ДЛИН\w*)[^.\n¤]{0,30}$"
)
_SOME_TIME: Final = re.compile(
    rf"\b(?:IN|DURING|THROUGHOUT|ALL|WEEK\s+OF|HALF\s+OF|END\s+OF|В|ТЕЧЕНИЕ|УПРОДОВЖ|ПРОТЯГОМ)\s+{MONTH}(?!\s*\d\d?(?!\d))|"
    r"\b(?:WEEK\s+\d{1,2}|TODAY|TOMORROW|TONIGHT|(?:THIS|NEXT)\s+(?:WEEK|MONTH)|СЕГОДНЯ|ЗАВТРА|СЬОГОДНІ)\b"
)
_GROUP: Final = re.compile(r"(?<![\d/.,+-])(?:\d{5}|\d{7})\s?(?:Z|UTC)\b|(?<=[\d/])/\d{4}\s?(?:Z|UTC)\b")
_DISTANCE: Final = re.compile(r"\bRADIUS\b|\bРАДИУС")
_BENT: Final = re.compile(
    r"\b\d{2,3}\s?DEG(?:REE)?S?\s+(?:AND|TO|THRU)\s+\d{2,3}\s?DEG|"
    r"\b(?:SECTORS?|ARCS?|SEMI-?CIRCLE|CLOCKWISE|AZIMUTHS?|CORRIDOR|ELLIPSE|СЕКТОР\w*|ДУГ\w+|АЗИМУТ\w*)\b"
)
_CLOCK: Final = re.compile(r"\b\d{1,2}(?:[:.]\d\d)?\s?[AP]\.?M\b|\b\d{1,2}H\d{2}\b")
_MONTH_ALONE: Final = re.compile(
    rf"\b(?:UNTIL|TILL?|FROM|TO|MID|EARLY|LATE|(?:BEGINNING|MIDDLE)\s+OF|ДО|ПО|КОНЦА|СЕРЕДИНЫ|НАЧАЛА)[\s-]+"
    rf"(?!MAY\s+[A-Z])({MONTH})(?!\s*\d\d?(?!\d))"
)
_COAST: Final = re.compile(
    r"\b(?:AND|BY|TO|THEN|ALONG)\s+(?:THE\s+)?(?:COAST|SHORE)\w{0,5}\b|"
    r"\b(?:BETWEEN|FROM)\s+(?:THE\s+)?(?:COAST|SHORE)\w{0,5}\s+AND|МЕЖДУ\s+БЕРЕГОМ\s+И|ОТ\s+БЕРЕГА|\bBEARING\s+\d"
)
_EXCEPT: Final = re.compile(
    r"\b(?:EXCEPT(?:ING|ION)?|EXCLUDING|OUTSIDE\s+OF|ИСКЛЮЧАЯ|КРОМЕ|ЗА\s+ИСКЛЮЧЕНИЕМ)\b[^\n.]*"
)
_GRID: Final = re.compile(r"\b\d{1,2}[C-HJ-NP-X]\s?[A-HJ-NP-Z]{2}\s?\d{3,5}\s?\d{3,5}\b|\bUTM\b|\bMGRS\b")


_ALWAYS: Final = (
    ("unread-coordinate", "this may be a coordinate", (_COORDINATE, _ODD_FIGURE, _GRID)),
    ("unread-time", "this may be a time", (_GROUP, _CLOCK, _MONTH_ALONE, _SOME_TIME)),
    ("typing-error", "a figure or a letter was lost on the way", (_GARBLED,)),
    ("outline-unknown", "an area by its place on a chart", (_SQUARE,)),
    ("exception-not-read", "an exception a person has to read", (_EXCEPT,)),
)
_OF_AN_OUTLINE: Final = (
    ("follows-coast", "part of the outline is not in figures", (_COAST,)),
    ("not-straight", "the outline may not be straight", (_BENT,)),
)
_Told = tuple[tuple[str, str, tuple[re.Pattern[str], ...]], ...]


def leftovers(text: str, has_outline: bool, doubts: Doubts) -> None:
    """Adds a finding for each."""
    _tell(text, _ALWAYS, doubts)
    if has_outline:
        _tell(text, _OF_AN_OUTLINE, doubts)
    for match in _DISTANCE.finditer(text):
        words = quote(text[match.start() : match.end() + 30])
        doubts.add("unread-distance", f"a radius that was not understood: {words}")
    for match in _AROUND.finditer(text):
        doubts.add("unread-distance", f"a distance that was not understood: {quote(match[0])}")
    for match in _LENGTH.finditer(text):
        if not _OF_LIGHT.search(text, max(0, match.start() - 60), match.start()):
            doubts.add("unread-distance", f"a distance that was not understood: {quote(match[0])}")


def _tell(text: str, table: _Told, doubts: Doubts) -> None:
    for code, said, patterns in table:
        for match in (each for pattern in patterns for each in pattern.finditer(text)):
            doubts.add(code, f"{said}: {quote(match[0])}")
