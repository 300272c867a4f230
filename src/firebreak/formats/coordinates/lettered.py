"""One typed position whose hemispheres are named, by a letter or in words: `54.7N 20.5E`, `10N 179-59.99W`.

A running text is read with more care, since `10 S` may be a buoy there. Here all that was typed is one
position: every word of it has to be understood, and so degrees may stand in any fineness.
"""

import re
from fractions import Fraction
from typing import Final

from firebreak.core.geo.place import DEGREE, LONGITUDE_E7_MAX, Place
from firebreak.formats.doubts import Doubts

SIXTY: Final = 60
LATITUDE_DIGITS: Final = 2

_ALONE: Final = r"(?<![^\W\d_])(?:{})(?![^\W\d_])\.?"  # no letter before it, and none after it
_BREADTH: Final = r"(?:\.?\s?(?:Ш\w*|BR\w*))?"
_LENGTH: Final = r"(?:\.?\s?(?:Д\w*|L[ÄA]\w*))?"
_WORDS: Final = (
    ("N", r"N(?:ORTH|ORD)?|NÖRDL\w*|СЕВ\w*|ПІВН\w*|ПН|[СC]", _BREADTH),
    ("S", r"S(?:OUTH)?|SÜD|SÜDL\w*|ЮЖ\w*|ПІВД\w*|ПД|Ю", _BREADTH),
    ("E", r"E(?:AST)?|OST|ÖSTL\w*|ВОСТ\w*|СХІД\w*|СХ|[ВBЕ]", _LENGTH),
    ("W", r"W(?:EST)?|WESTL\w*|ЗАП\w*|ЗАХ\w*|ЗХ|З", _LENGTH),
    ("A", r"LAT(?:ITUDE)?|ШИР\w*|Ш|BREITE", ""),
    ("O", r"LONG?(?:ITUDE)?|LNG|ДОЛГ\w*|ДОВГ\w*|Д|LÄNGE", ""),
    ("°", r"DEG\w*|GRAD|ГР\w*", ""),
    ("'", r"MIN\w*|МИН\w*|ХВ\w*", ""),
    ('"', r"SEC\w*|SEK\w*|СЕК\w*", ""),
)
"""What each word stands for. A lone O is none: it is east in German and west in French. A Latin C or B stands
for the Cyrillic letter of the same look. A and O are latitude and longitude themselves."""
_NAMES: Final = tuple((sign, re.compile(_ALONE.format(f"(?:{word}){more}"))) for sign, word, more in _WORDS)

_NUMBER: Final = r"\d{1,3}(?:[.,]\d{1,12})?"
_ANGLE: Final = (
    rf"([+-]?)({_NUMBER})\s*°?(?:[\s-]*({_NUMBER})\s*(?:'(?!'))?(?:[\s-]*({_NUMBER})\s*(?:\"|'')?)?)?"
)
_AFTER: Final = rf"(?:[AO][\s.:=]*)?{_ANGLE}\s*([NSEW])"
_BEFORE: Final = rf"(?:[AO][\s.:=]*)?([NSEW])\s*{_ANGLE}"
_LABELLED: Final = rf"([AO])[\s.:=]*{_ANGLE}"
_PAIRS: Final = tuple(re.compile(rf"{half}[\s,;/]*{half}") for half in (_AFTER, _BEFORE, _LABELLED))


def read_lettered(text: str, doubts: Doubts) -> Place | None:
    """The place of a tidied text, or None where anything of it is not understood."""
    plain = text
    for sign, word in _NAMES:
        plain = word.sub(sign, plain)
    match = next((found for each in _PAIRS if (found := each.fullmatch(plain))), None)
    if match is None:
        return None
    fields = match.groups()
    halves = [_half(fields[:5], doubts), _half(fields[5:], doubts)]
    found = dict(each for each in halves if each)
    if set(found) != {"A", "O"}:
        return None
    return Place(found["A"], -LONGITUDE_E7_MAX if found["O"] == LONGITUDE_E7_MAX else found["O"])


def _half(fields: tuple[str | None, ...], doubts: Doubts) -> tuple[str, int] | None:
    """Whether it is the latitude or the longitude, and 1e-7 degrees; None when there is no such angle."""
    named, *rest = fields if fields[0] in set("NSEWAO") else (fields[-1], *fields[:-1])
    sign, degrees, minutes, seconds = (each or "" for each in rest)
    axis, most = ("A", 90) if named in {"N", "S", "A"} else ("O", 180)
    value = _degrees([degrees, minutes, seconds])
    if value is None or value > most or (sign and named not in {"A", "O"}):
        return None
    if axis == "A" and len(re.split("[.,]", degrees)[0]) > LATITUDE_DIGITS:
        doubts.add("maybe-swapped", "three digits of latitude; are latitude and longitude swapped?")
    turned = -value if named in {"S", "W"} or sign == "-" else value
    return axis, round(turned * DEGREE)


def _degrees(parts: list[str]) -> Fraction | None:
    """Only the last part that is given may have a fraction; minutes and seconds run to below 60."""
    given = [Fraction(each.replace(",", ".")) for each in parts if each]
    if any(each.denominator > 1 for each in given[:-1]) or any(each >= SIXTY for each in given[1:]):
        return None
    return sum((each / SIXTY**at for at, each in enumerate(given)), Fraction(0))
