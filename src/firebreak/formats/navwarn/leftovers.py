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


def leftovers(text: str, has_outline: bool, doubts: Doubts) -> None:
    """Adds a finding for each."""
    for match in [*_COORDINATE.finditer(text), *_GRID.finditer(text)]:
        doubts.add("unread-coordinate", f"this may be a coordinate: {quote(match[0])}")
    for match in [*_GROUP.finditer(text), *_CLOCK.finditer(text), *_MONTH_ALONE.finditer(text)]:
        doubts.add("unread-time", f"this may be a time: {quote(match[0])}")
    for match in _DISTANCE.finditer(text):
        doubts.add(
            "unread-distance",
            f"a radius that was not understood: {quote(text[match.start() : match.end() + 30])}",
        )
    for match in _EXCEPT.finditer(text):
        doubts.add("exception-not-read", f"an exception a person has to read: {quote(match[0])}")
    for match in _COAST.finditer(text) if has_outline else ():
        doubts.add("follows-coast", f"part of the outline is not in figures: {quote(match[0])}")
    for match in _BENT.finditer(text):
        if has_outline:
            doubts.add("not-straight", f"the outline may not be straight: {quote(match[0])}")
