"""One half of a position in a text: `56-3.24N`, `54-51,7N`, `72 51 22.6С`, `072°20.048'В`, `N54 12.3`.

North and south, east and west are written with Latin letters, with Russian ones (С Ю В З, also as с.ш. and
в.д.) or with Ukrainian ones (Пн Пд Сх Зх). A Latin C or B stands for the Cyrillic letter of the same look.
"""

import re
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from firebreak.core.geo.place import DEGREE

SIXTY: Final = 60
LATITUDE_DIGITS: Final = 2
LATITUDE_MAX: Final = 90
LONGITUDE_MAX: Final = 180

_NORTH: Final = r"N(?:ORTH)?|С\.?\s?Ш\.?|ПН\.?Ш?\.?|С|C"
_SOUTH: Final = r"S(?:OUTH)?|Ю\.?\s?Ш\.?|ПД\.?Ш?\.?|Ю"
_EAST: Final = r"E(?:AST)?|В\.?\s?Д\.?|СХ\.?Д?\.?|Е|В|B"
_WEST: Final = r"W(?:EST)?|З\.?\s?Д\.?|ЗХ\.?Д?\.?|З"
_HALF: Final = (
    rf"(?:(?P<north>{_NORTH})|(?P<south>{_SOUTH})|(?P<east>{_EAST})|(?P<west>{_WEST}))(?![A-ZА-ЯІЇЄ])"
)
_DECIMALS: Final = r"(?:\.\s?|,)\d{1,7}"
_DASHED: Final = (
    rf"(?P<d1>\d{{1,3}})\s?-(?P<slip>[,.]?)\s?(?:(?P<m1>\d{{1,2}}{_DECIMALS})'?|"
    rf"(?P<m2>\d{{1,2}})\s?[-']\s?(?P<s2>\d{{1,2}}(?:[.,]\d{{1,5}})?)|(?P<m3>\d{{1,2}})'?)"
)
_SIGNED: Final = (
    rf"(?P<d4>\d{{1,3}})\s?°\s?(?:(?P<m4>\d{{1,2}}{_DECIMALS})\s?'?|"
    rf"(?P<m5>\d{{1,2}})\s?'\s?(?P<s5>\d{{1,2}}(?:[.,]\d{{1,5}})?)\s?(?:\"|'')?|(?P<m6>\d{{1,2}})\s?'?)"
)
_SPACED: Final = (
    rf"(?<!NR )(?<!НР )(?P<d7>\d{{2,3}}) (?:(?P<m7>\d{{1,2}}{_DECIMALS})'?|"
    rf"(?P<m8>\d{{2}}) (?P<s8>\d{{1,2}}(?:[.,]\d{{1,5}})?)|(?P<m9>\d{{2}})'?)"
)
_DECIMAL: Final = r"(?P<d10>\d{1,3}[.,]\d{1,9})\s?°?"
_COMPACT: Final = r"(?P<compact>\d{4,7})(?P<fraction>\.\d{1,4})?"
_WHOLE: Final = r"(?P<d11>\d{1,3})°?"
_FIGURE: Final = f"(?:{_DASHED}|{_SIGNED}|{_SPACED}|{_DECIMAL}|{_COMPACT}|{_WHOLE})"
SUFFIXED: Final = re.compile(rf"(?<!\d)(?<!\d/)(?<!\d-)(?<!\d\d[.,])(?<!\d,)(?<!\d -)(?:{_FIGURE})\s?{_HALF}")
PREFIXED: Final = re.compile(rf"(?<![A-ZА-Я\d]){_HALF.replace('(?![A-ZА-ЯІЇЄ])', '')}\s?{_FIGURE}(?![\d])")


@dataclass(frozen=True, slots=True)
class Angle:
    """One half of a position, with where it stands."""

    start: int
    end: int
    latitude: bool
    value_e7: int
    notation: str
    "dm, dms, d or whole"
    complaint: str
    "A finding code, or empty."
    written: str
    weak: bool = False
    "Figures that may be anything; half of a position only beside its other half."


def angle(match: re.Match[str], *, weak: bool = False) -> Angle:
    """What one match of SUFFIXED or PREFIXED says."""
    latitude = bool(match["north"] or match["south"])
    notation, value, complaint = _value(match, latitude)
    if match["south"] or match["west"]:
        value = -value
    complaint = complaint or _beyond(match, latitude, abs(value)) or _before(match)
    written = match[0].strip()
    return Angle(
        match.start(), match.end(), latitude, round(value * DEGREE), notation, complaint, written, weak
    )


def _before(match: re.Match[str]) -> str:
    """A sign besides the letter, or a figure cut off or lost: `-54.85N`, `5 4-51.0N`, `*4-51.0N`."""
    before = match.string[max(0, match.start() - 6) : match.start()]
    degrees = match["d1"] or match["d4"] or match["d10"] or ""
    signed = re.search(r"(?:^|[\s,;:(])[+-]$", before) and not re.search(
        r"[\d'\"]\s?[A-ZА-Я]\s*[+-]$", before
    )
    cut = len(degrees) == 1 and re.search(r"\d $|[A-ZА-Я*]$", before)
    return "typing-error" if signed or cut else ""


def _value(match: re.Match[str], latitude: bool) -> tuple[str, Fraction, str]:
    slip = "typing-error" if match["slip"] else ""
    for degrees, minutes in (
        ("d1", "m1"),
        ("d4", "m4"),
        ("d7", "m7"),
        ("d1", "m3"),
        ("d4", "m6"),
        ("d7", "m9"),
    ):
        if match[minutes]:
            return "dm", *_sum(match[degrees], match[minutes], "0", slip)
    for degrees, minutes, seconds in (("d1", "m2", "s2"), ("d4", "m5", "s5"), ("d7", "m8", "s8")):
        if match[minutes]:
            return "dms", *_sum(match[degrees], match[minutes], match[seconds], slip)
    if match["compact"]:
        return _packed(match["compact"], match["fraction"] or "", latitude)
    return ("d", _number(match["d10"]), "") if match["d10"] else ("whole", _number(match["d11"]), "")


def _sum(degrees: str, minutes: str, seconds: str, complaint: str) -> tuple[Fraction, str]:
    parts = _number(degrees), _number(minutes), _number(seconds)
    if parts[1] >= SIXTY or parts[2] >= SIXTY:
        complaint = "impossible-coordinate"
    if " " in minutes:
        complaint = complaint or "typing-error"
    return parts[0] + parts[1] / SIXTY + parts[2] / SIXTY**2, complaint


def _packed(digits: str, fraction: str, latitude: bool) -> tuple[str, Fraction, str]:
    """DDMM, DDMMSS, DDDMM or DDDMMSS, as NOTAM write them."""
    width = LATITUDE_DIGITS if latitude else LATITUDE_DIGITS + 1
    rest = digits[width:]
    if len(rest) == 2:  # noqa: PLR2004  two digits of minutes
        return "dm", *_sum(digits[:width], rest + fraction, "0", "")
    if len(rest) == 4:  # noqa: PLR2004  two of minutes and two of seconds
        return "dms", *_sum(digits[:width], rest[:2], rest[2:] + fraction, "")
    return "dm", Fraction(0), "impossible-coordinate"


def _number(text: str) -> Fraction:
    return Fraction(text.replace(",", ".").replace(" ", ""))


def _beyond(match: re.Match[str], latitude: bool, value: Fraction) -> str:
    if value > (LATITUDE_MAX if latitude else LONGITUDE_MAX):
        return "impossible-coordinate"
    written = match["d1"] or match["d4"] or match["d7"] or re.split("[.,]", match["d10"] or "")[0]
    return "maybe-swapped" if latitude and len(written) > LATITUDE_DIGITS else ""
