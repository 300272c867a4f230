"""A position that was found in a text."""

from dataclasses import dataclass

from firebreak.core.geo.place import LONGITUDE_E7_MAX, Place
from firebreak.formats.coordinates.angles import Angle


@dataclass(frozen=True, slots=True)
class Found:
    """A position and where it stands."""

    start: int
    end: int
    place: Place
    notation: str
    "dm, dms, d, whole, mixed; box for a corner of two parallels and two meridians"
    written: str


def place_of(latitude: Angle, longitude: Angle) -> Place:
    """180 degrees east is 180 degrees west."""
    east = longitude.value_e7
    return Place(latitude.value_e7, -LONGITUDE_E7_MAX if east == LONGITUDE_E7_MAX else east)
