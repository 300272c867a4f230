"""Reading a place that a person typed."""

import re
from typing import Final

from firebreak.core.geo.place import DEGREE, LONGITUDE_E7_MAX, MICROMINUTES, MINUTE, Place, no_place

HINT: Final = "write it like 49.5883, 36.12 or 49°35.298′ N 036°07.2′ E"

_SIGNED: Final = re.compile(
    r"([+-]?)(\d{1,3}(?:\.\d{1,7})?)(?:\s*,\s*|\s+)([+-]?)(\d{1,3}(?:\.\d{1,7})?)", re.ASCII
)
_ANGLE: Final = r"(\d{1,3}(?:\.\d{1,7})?)\s*°?(?:\s*(\d{1,2}(?:\.\d{1,6})?)\s*['′]?)?"
_NAMED: Final = re.compile(rf"{_ANGLE}\s*([NS])\s*,?\s*{_ANGLE}\s*([EW])", re.ASCII)


def read_place(text: str) -> Place:
    """Signed decimal degrees, or either form with N, S, E, W. Raises LocalError."""
    tidy = text.strip().upper()
    if found := _SIGNED.fullmatch(tidy):
        return _place(text, _e7(found[2], None), found[1] == "-", _e7(found[4], None), found[3] == "-")
    if found := _NAMED.fullmatch(tidy):
        return _place(
            text, _e7(found[1], found[2]), found[3] == "S", _e7(found[4], found[5]), found[6] == "W"
        )
    raise no_place(repr(text[:60]), HINT)


def _place(text: str, north: int | None, south: bool, east: int | None, west: bool) -> Place:
    if north is None or east is None:
        raise no_place(repr(text[:60]), "minutes run from 0 to below 60 and stand after whole degrees")
    longitude = -east if west or east == LONGITUDE_E7_MAX else east
    return Place(-north if south else north, longitude)


def _e7(degrees: str, minutes: str | None) -> int | None:
    """Rounded to the nearest centimetre; None where minutes make no sense."""
    if minutes is None:
        return _scaled(degrees, DEGREE)
    millionths = _scaled(minutes, MINUTE)
    if "." in degrees or millionths >= 60 * MINUTE:
        return None
    return int(degrees) * DEGREE + (millionths + MICROMINUTES // 2) // MICROMINUTES


def _scaled(number: str, scale: int) -> int:
    """A decimal number times a power of ten, exactly."""
    whole, _, fraction = number.partition(".")
    return int(whole) * scale + int(fraction.ljust(len(str(scale)) - 1, "0") or "0")
