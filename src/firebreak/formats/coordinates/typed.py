"""A position that a person typed, in any usual form, and the same position in all the others.

What can be meant two ways is read one way and told: `37.6, 55.7` without letters may be either order.
"""

import re
from dataclasses import dataclass
from typing import Final

from firebreak.core.base.errors import Finding, LocalError
from firebreak.core.geo.place import DEGREE, Place
from firebreak.formats.coordinates.found import Found
from firebreak.formats.coordinates.grids import read_mgrs, read_utm, write_mgrs, write_utm
from firebreak.formats.coordinates.lettered import read_lettered
from firebreak.formats.coordinates.letters import tidy
from firebreak.formats.coordinates.pairs import blank, positions
from firebreak.formats.doubts import Doubts

HINT: Final = (
    "write it like 49°35.298′ N 036°07.2′ E, 49.5883 36.12, 37U DB 12800 79000 or 37U 412800 6179000"
)
CHARACTERS_MAX: Final = 120  # one position, in whatever words

_NUMBER: Final = r"[+-]?\d{1,3}(?:[.,]\d{1,9})?"
_BARE: Final = re.compile(rf"\(?\s*({_NUMBER})\s*°?\s*(?:[;/]|,\s|,(?=[+-])|\s)\s*({_NUMBER})\s*°?\s*\)?")
_POINTS: Final = re.compile(r"\(?\s*([+-]?\d{1,3}\.\d{1,9})\s*,\s*([+-]?\d{1,3}\.\d{1,9})\s*\)?")


@dataclass(frozen=True, slots=True)
class Typed:
    """What was read, and every other way to write it."""

    place: Place
    forms: dict[str, str]
    findings: tuple[Finding, ...]


def read_typed(text: str) -> Typed:
    """Raises LocalError where nothing, or more than one position, can be read."""
    place, findings = read_place(text)
    return Typed(place, forms(place), findings)


def read_place(text: str) -> tuple[Place, tuple[Finding, ...]]:
    """The place alone, with what is doubtful in it. Raises LocalError."""
    if len(text) > CHARACTERS_MAX:
        raise no_position(text[:CHARACTERS_MAX] + "…")
    doubts, tidied = Doubts(), tidy(text).strip().rstrip(".")
    place = (
        read_mgrs(tidied, doubts)
        or read_utm(tidied, doubts)
        or _written(tidied, doubts)
        or read_lettered(tidied, doubts)
        or _bare(tidied, doubts)
    )
    if place is None:
        raise no_position(text)
    return place, tuple(doubts)


def no_position(text: str) -> LocalError:
    """The one error for a typed position."""
    return LocalError(f"no position can be read from {text!r}", code="FB629", hint=HINT)


def _written(text: str, doubts: Doubts) -> Place | None:
    """As warnings have it, and with no other word: `3 NM south of 54-51N 013-54E` is another place."""
    heard = Doubts()
    found = positions(text, heard)
    if len(found) != 1 or heard.has("lone-coordinate") or found[0].notation == "d":
        return None
    if re.search(r"\w", blank(text, [_span(found[0])])):
        return None
    for each in heard:
        doubts.add(each.code, each.text)
    return found[0].place


def _span(found: Found) -> tuple[int, int]:
    return found.start, found.end


def _bare(text: str, doubts: Doubts) -> Place | None:
    """Two numbers without letters: latitude first, as people write it, unless that cannot be."""
    match = _POINTS.fullmatch(text) or _BARE.fullmatch(text)
    if match is None:
        return None
    first, second = (round(float(each.replace(",", ".")) * DEGREE) for each in match.groups())
    if abs(first) > 90 * DEGREE >= abs(second):
        doubts.add("maybe-swapped", "the first number is no latitude; read as longitude, latitude")
        first, second = second, first
    elif abs(second) <= 90 * DEGREE and first != second:
        doubts.add("order-assumed", "two numbers without letters; read as latitude, longitude")
    try:
        return Place(first, second if second != 180 * DEGREE else -180 * DEGREE)
    except LocalError:
        return None


def forms(place: Place) -> dict[str, str]:
    """Decimal degrees, minutes, seconds, MGRS and UTM; UTM is empty near the poles."""
    return {
        "decimal": place.decimal_degrees(),
        "minutes": place.degrees_minutes(),
        "seconds": _seconds(place),
        "mgrs": write_mgrs(place),
        "utm": write_utm(place),
    }


def _seconds(place: Place) -> str:
    north = _three(place.latitude_e7, 2) + (" S" if place.latitude_e7 < 0 else " N")
    return f"{north}, {_three(place.longitude_e7, 3)}" + (" W" if place.longitude_e7 < 0 else " E")


def _three(value_e7: int, width: int) -> str:
    """Whole thousandths of a second: three centimetres."""
    thousandths = (abs(value_e7) * 3600 * 1000 + DEGREE // 2) // DEGREE
    seconds, rest = divmod(thousandths, 1000)
    minutes, second = divmod(seconds, 60)
    degree, minute = divmod(minutes, 60)
    return f"{degree:0{width}d}°{minute:02d}′{second:02d}.{rest:03d}″"
