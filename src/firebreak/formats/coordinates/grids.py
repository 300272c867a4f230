"""MGRS and UTM, read and written through their libraries; nothing else of Firebreak loads them."""

import re
from typing import Final

from firebreak.core.geo.place import DEGREE, Place
from firebreak.formats.doubts import Doubts

UTM_NORTH_MAX: Final = 84
UTM_SOUTH_MIN: Final = -80
FINE: Final = 5  # digits a side: a metre
COARSE: Final = 4
BAND_SLACK: Final = 0.01  # degrees; a figure rounded to a kilometre may cross the edge

MGRS: Final = re.compile(
    r"(?P<zone>\d{1,2}[C-HJ-NP-X]|[ABYZ])\s?(?P<square>[A-HJ-NP-Z]{2})\s?(?P<east>\d{0,5})\s?(?P<north>\d{0,5})"
)
UTM: Final = re.compile(
    r"(?:UTM\s*)?(?:ZONE\s*)?(?P<zone>\d{1,2})\s?(?P<letter>[C-HJ-NP-X])\s+(?:E\s*)?(?P<east>\d{6}(?:[.,]\d+)?)"
    r"\s?(?:M?E)?[\s,;]+(?:N\s*)?(?P<north>\d{1,8}(?:[.,]\d+)?)\s?(?:M?N)?"
)


def read_mgrs(text: str, doubts: Doubts) -> Place | None:
    """`37U DB 12800 79000`; the middle of the square it names."""
    match = MGRS.fullmatch(text)
    digits = "" if match is None else match["east"] + match["north"]
    if match is None or len(digits) % 2:
        return None
    if len(digits) < 2 * COARSE:
        doubts.add("coarse-grid", f"a square of {10 ** (FINE - len(digits) // 2):,} m; its middle is given")
    import mgrs

    try:
        found = mgrs.MGRS().toLatLon(re.sub(r"\s", "", text))
    except Exception:  # noqa: BLE001  the library has no error class of its own for a bad square
        return None
    return _place(*found)


def read_utm(text: str, doubts: Doubts) -> Place | None:
    """`37U 412800 6179000`."""
    match = UTM.fullmatch(text)
    if match is None:
        return None
    if match["letter"] in "NS":
        doubts.add(
            "utm-letter", f"{match['letter']} is read as the band; north or south of the equator is another"
        )
    import utm

    east, north = (float(match[name].replace(",", ".")) for name in ("east", "north"))
    try:
        found = utm.to_latlon(east, north, int(match["zone"]), match["letter"])
    except ValueError:  # utm.OutOfRangeError is one
        return None
    if not _in_band(match["letter"], float(found[0])):
        return None
    return _place(float(found[0]), float(found[1]))


def _in_band(letter: str, latitude: float) -> bool:
    """Bands are 8 degrees high from 80 S, the last one 12. N and S, which may mean a hemisphere, are told."""
    if letter in "NS":
        return True
    south = UTM_SOUTH_MIN + 8 * "CDEFGHJKLMNPQRSTUVWX".index(letter)
    north = UTM_NORTH_MAX if letter == "X" else south + 8
    return south - BAND_SLACK <= latitude <= north + BAND_SLACK


def write_mgrs(place: Place) -> str:
    """`37U DB 12800 79000`, a metre fine."""
    import mgrs

    found = mgrs.MGRS().toMGRS(*_degrees(place), MGRSPrecision=FINE)
    head, east, north = found[: -2 * FINE], found[-2 * FINE : -FINE], found[-FINE:]
    return f"{head[:-2]} {head[-2:]} {east} {north}"


def write_utm(place: Place) -> str:
    """`37U 412800 6179000`; empty near the poles, where there is no UTM."""
    latitude, longitude = _degrees(place)
    if not UTM_SOUTH_MIN <= latitude <= UTM_NORTH_MAX:
        return ""
    import utm

    east, north, zone, letter = utm.from_latlon(latitude, longitude)
    return f"{zone}{letter} {round(float(east)):06d} {round(float(north))}"


def _degrees(place: Place) -> tuple[float, float]:
    return place.latitude_e7 / DEGREE, place.longitude_e7 / DEGREE


def _place(latitude: float, longitude: float) -> Place | None:
    longitude_e7 = round(longitude * DEGREE)
    whole = 360 * DEGREE
    if not -90 <= latitude <= 90:  # noqa: PLR2004  degrees
        return None
    return Place(round(latitude * DEGREE), (longitude_e7 + whole // 2) % whole - whole // 2)
