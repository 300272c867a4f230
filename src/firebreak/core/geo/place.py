"""A place on the earth: WGS 84, whole numbers of 1e-7 degrees (about a centimetre).

Positions travel as data and are read back by people. Both written forms are exact, so that the two check
digits can be computed from either; they catch every single wrong digit and every swapped pair of neighbours
of the decimal form, and 96 of 97 other slips. All languages write places alike: what is compared aloud must
look the same.
"""

from dataclasses import dataclass
from typing import Any, Final, cast

from firebreak.core.base.cbor import Value
from firebreak.core.base.errors import LocalError
from firebreak.core.base.shape import Wire

DEGREE: Final = 10_000_000
LATITUDE_E7_MAX: Final = 90 * DEGREE
LONGITUDE_E7_MAX: Final = 180 * DEGREE
COARSE: Final = 100  # 1e-5 degrees, about a metre: what most positions are given in
MICROMINUTES: Final = 6  # 1e-7 degrees are 6e-6 minutes, so both forms are exact
MINUTE: Final = 1_000_000  # in millionths


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A point on the WGS 84 ellipsoid. Raises LocalError when there is no such point."""

    latitude_e7: int
    "Degrees north times 1e7; south is negative."
    longitude_e7: int
    "Degrees east times 1e7; west is negative. The 180th meridian is -180, so that each place has one name."

    def __post_init__(self) -> None:
        if not -LATITUDE_E7_MAX <= self.latitude_e7 <= LATITUDE_E7_MAX:
            raise no_place(f"latitude {self.latitude_e7}e-7°", "it lies between -90 and 90 degrees")
        if not -LONGITUDE_E7_MAX <= self.longitude_e7 < LONGITUDE_E7_MAX:
            raise no_place(f"longitude {self.longitude_e7}e-7°", "it lies between -180 and below 180 degrees")

    def decimal_degrees(self) -> str:
        """`49.58830° N, 36.12000° E`; seven decimals where five would round."""
        north, east = _decimal(self.latitude_e7), _decimal(self.longitude_e7)
        return f"{north}° {_north_south(self)}, {east}° {_east_west(self)}"

    def degrees_minutes(self) -> str:
        """`49°35.2980′ N, 036°07.2000′ E`, the form of charts and radios; exact as well."""
        north, east = _minutes(self.latitude_e7, 2), _minutes(self.longitude_e7, 3)
        return f"{north} {_north_south(self)}, {east} {_east_west(self)}"

    def check_digits(self) -> str:
        """Two digits from 02 to 98: ISO 7064 MOD 97-10 over both numbers counted from the south-west."""
        north = self.latitude_e7 + LATITUDE_E7_MAX
        east = self.longitude_e7 + LONGITUDE_E7_MAX
        return f"{98 - (north * 10**10 + east) * 100 % 97:02d}"


@dataclass(frozen=True, slots=True)
class PlaceItem(Wire):
    """A place in a body: a list of two whole numbers."""

    def out(self, value: Any) -> Value:
        self.check(value)
        place = cast("Place", value)
        return [place.latitude_e7, place.longitude_e7]

    def back(self, value: Value) -> Place:
        if not isinstance(value, list) or [type(each) for each in value] != [int, int]:
            raise ValueError("is not two whole numbers")
        try:
            return Place(*cast("list[int]", value))
        except LocalError as error:
            raise ValueError(f"is no place: {error.text}") from error

    def check(self, value: Any) -> None:
        if not isinstance(value, Place):
            raise ValueError("is not a place")


def no_place(what: str, hint: str) -> LocalError:
    """The one error for a position that is none."""
    return LocalError(f"{what} is not a place on the earth", code="FB109", hint=hint)


def _north_south(place: Place) -> str:
    return "S" if place.latitude_e7 < 0 else "N"


def _east_west(place: Place) -> str:
    return "W" if place.longitude_e7 < 0 else "E"


def _decimal(value_e7: int) -> str:
    degrees, rest = divmod(abs(value_e7), DEGREE)
    return f"{degrees}.{rest:07d}" if rest % COARSE else f"{degrees}.{rest // COARSE:05d}"


def _minutes(value_e7: int, width: int) -> str:
    degrees, rest = divmod(abs(value_e7), DEGREE)
    minutes, millionths = divmod(rest * MICROMINUTES, MINUTE)
    fraction = f"{millionths:06d}" if rest % COARSE else f"{millionths // COARSE:04d}"
    return f"{degrees:0{width}d}°{minutes:02d}.{fraction}′"
