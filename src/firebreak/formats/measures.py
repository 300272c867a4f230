"""Numbers of outside files: places, lengths and heights in whole numbers, rounded so that nothing shrinks."""

from math import ceil, floor, isfinite
from typing import Any, Final, NamedTuple

from firebreak.core.base.errors import LocalError
from firebreak.core.geo.area import ALTITUDE_M_MAX, DEPTH_M_MAX, RADIUS_M_MAX, Altitude, Datum
from firebreak.core.geo.place import DEGREE, LONGITUDE_E7_MAX, Place
from firebreak.formats.drafts import Notes

FOOT_M: Final = 0.3048
MILE_M: Final = 1852.0
LEVEL_M: Final = 30.48  # a flight level is 100 feet of standard pressure
ASKED_M: Final = 500_000.0  # no area of one notice reaches so far; a slip of the unit does
NOISE_M: Final = 0.001  # what converting there and back may add; less is not rounded outwards
ROUND: Final = 2 * LONGITUDE_E7_MAX
NORTH_MAX, EAST_MAX = 90, 180
TURNS_MAX: Final = 2  # of a longitude counted on beyond 180 degrees

METRES: Final = {"M": 1.0, "FT": FOOT_M, "NM": MILE_M, "KM": 1000.0, "FL": LEVEL_M}
DATUMS: Final = {
    "W84": Datum.W84, "WGS84": Datum.W84, "HAE": Datum.W84, "MSL": Datum.MSL, "AMSL": Datum.MSL,
    "AGL": Datum.AGL, "SFC": Datum.AGL, "FL": Datum.FL, "STD": Datum.FL,
}  # fmt: skip


class End(NamedTuple):
    """One end of a band of heights, as a file has it."""

    value: float
    unit: str
    datum: str

    def __str__(self) -> str:
        return f"{self.value:g} {self.unit} {self.datum}"


def number(value: Any) -> float | None:
    """A finite number out of a file, or None."""
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        return None
    try:
        found = float(value)
    except (ValueError, OverflowError):
        return None
    return found if isfinite(found) else None


def place(latitude: Any, longitude: Any, notes: Notes) -> Place | None:
    """A place, or None with a finding. A longitude counted on beyond 180 degrees is taken back, and said."""
    north, east = number(latitude), number(longitude)
    if north is None or east is None:
        notes.add("impossible-coordinate", f"{_short(latitude)}, {_short(longitude)} are not two numbers")
        return None
    if abs(north) > NORTH_MAX or abs(east) > EAST_MAX * (1 + TURNS_MAX):
        _impossible(north, east, notes)
        return None
    if abs(east) > EAST_MAX:
        notes.add(
            "longitude-wrapped", f"longitude {east:g} is taken as {(east + EAST_MAX) % 360 - EAST_MAX:g}"
        )
    return place_e7(round(north * DEGREE), round(east * DEGREE))


def place_e7(latitude_e7: int, longitude_e7: int) -> Place:
    """A place from whole numbers, the longitude brought into its range."""
    return Place(latitude_e7, (longitude_e7 + LONGITUDE_E7_MAX) % ROUND - LONGITUDE_E7_MAX)


def _impossible(north: float, east: float, notes: Notes) -> None:
    notes.add("impossible-coordinate", f"latitude {north:g}, longitude {east:g} is no place on the earth")
    if abs(north) <= EAST_MAX and abs(east) <= NORTH_MAX:
        notes.add("maybe-swapped", f"{east:g} north, {north:g} east would be a place: were the two swapped?")


def length(value: Any, unit: str, notes: Notes) -> int | None:
    """Whole metres, rounded up; None with a finding for no length, 0 for a point."""
    found, scale = number(value), METRES.get(unit.upper())
    if scale is None:
        notes.add("unit-unknown", f"{_short(value)} {_short(unit)}: the unit is not known")
        return None
    if found is None or not 0 <= found * scale <= RADIUS_M_MAX:
        notes.add("radius-odd", f"{_short(value)} {unit} is no distance on the earth")
        return None
    if found * scale > ASKED_M:
        notes.add("radius-odd", f"{found * scale / 1000:,.0f} km: is the unit right?")
    return up(found * scale)


def up(metres: float) -> int:
    """Whole metres, not less."""
    return round(metres) if abs(metres - round(metres)) < NOISE_M else ceil(metres)


def down(metres: float) -> int:
    """Whole metres, not more."""
    return round(metres) if abs(metres - round(metres)) < NOISE_M else floor(metres)


def band(lower: End | None, upper: End | None, notes: Notes) -> Altitude | None:
    """A band of heights. No end is carried from one datum over to another: that needs a model of the geoid,
    the ground or the air. An end that does not fit is left open, which counts as every height."""
    low, high = _end(lower, notes), _end(upper, notes)
    if low and high and low[1] is not high[1]:
        notes.add("altitude-mixed", f"from {lower} to {upper}: the lower end is left open")
        low = None
    if low and high and low[0] > high[0]:
        notes.add("altitude-unread", f"from {lower} down to {upper}: taken as every height")
        return None
    datum = (high or low or (0, None))[1]
    if datum is None:
        return None
    return _altitude(down(low[0]) if low else None, up(high[0]) if high else None, datum, notes)


def _altitude(lower_m: int | None, upper_m: int | None, datum: Datum, notes: Notes) -> Altitude | None:
    try:
        return Altitude(lower_m=lower_m, upper_m=upper_m, datum=datum)
    except LocalError as error:
        notes.add("altitude-unread", error.text)
        return None


def _end(end: End | None, notes: Notes) -> tuple[float, Datum] | None:
    if end is None:
        return None
    scale, datum = METRES.get(end.unit.upper()), DATUMS.get(end.datum.upper())
    metres = end.value * scale if scale else ALTITUDE_M_MAX * 2
    if datum is None or not -DEPTH_M_MAX <= metres <= ALTITUDE_M_MAX:
        notes.add("altitude-unread", f"{_short(str(end))} is not a height that is understood")
        return None
    return metres, datum


def _short(value: Any) -> str:
    return " ".join(str(value)[:60].split()) if isinstance(value, str | int | float) else type(value).__name__
