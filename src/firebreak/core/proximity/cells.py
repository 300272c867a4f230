"""What stands in a row of a file of tracks, read cell by cell; ValueError says in plain words what is odd."""

from typing import Final

from firebreak.core.proximity.earth import LATITUDE_MAX, LONGITUDE_MAX
from firebreak.core.proximity.instants import microseconds

UNKNOWN: Final = frozenset({"", "nan", "null", "none", "ground"})
ALTITUDES_FT: Final = (-2_000.0, 200_000.0)  # what lies beyond is a code for "unknown", such as 9999999
SHOWN_MAX: Final = 40


def instant(text: str) -> int:
    """An ISO date and time in microseconds since 1970; without an offset it is UTC."""
    try:
        return microseconds(text.removesuffix(" UTC"))
    except ValueError:
        next_day = "; write 24:00 as 00:00 of the next day" if "24:00" in text else ""
        raise ValueError(f"time_utc is no ISO date and time: {_shown(text)}{next_day}") from None


def position(latitude: str, longitude: str) -> tuple[float, float]:
    """Degrees."""
    north, east = _degrees("lat", latitude), _degrees("lon", longitude)
    if not (abs(north) <= LATITUDE_MAX and abs(east) <= LONGITUDE_MAX):
        swapped = abs(east) <= LATITUDE_MAX < abs(north) <= LONGITUDE_MAX
        asked = "; were the two swapped?" if swapped else ""
        raise ValueError(f"latitude {_shown(latitude)}, longitude {_shown(longitude)} is not a place{asked}")
    return north, east


def altitude(text: str) -> float | None:
    """Feet, NaN where it says that it is unknown, None for what is no altitude."""
    try:
        feet = float("nan") if text.lower() in UNKNOWN else float(text)
    except ValueError:
        return None
    return None if feet < ALTITUDES_FT[0] or feet > ALTITUDES_FT[1] else feet


def _degrees(column: str, text: str) -> float:
    try:
        return float(text)
    except ValueError:
        point = "; write a point, not a comma" if "," in text else ""
        raise ValueError(f"{column} is no number: {_shown(text)}{point}") from None


def _shown(text: str) -> str:
    return ascii(text[:SHOWN_MAX]) if not text.isprintable() else repr(text[:SHOWN_MAX])
