"""Whose sea a warning speaks of, roughly: a position outside it is asked about.

The boxes are generous; a coordinator also repeats warnings of his neighbours. Where the same figures in the
other order, or with another letter, lie in that sea, the question says so.
"""

import re
from typing import Final, NamedTuple

from firebreak.core.geo.place import DEGREE, Place
from firebreak.formats.doubts import Doubts

HEAD: Final = 200  # characters of a warning in which its sea is named
ROUND: Final = 360


class Box(NamedTuple):
    """Whole degrees; the east may lie beyond 180."""

    south: int
    north: int
    west: int
    east: int

    def holds(self, north: float, east: float) -> bool:
        """Whether a place lies in it."""
        return self.south <= north <= self.north and (east - self.west) % ROUND <= self.east - self.west


_WATERS: Final = (
    (r"FINNISH\s+NAV", Box(58, 67, 17, 32)),
    (r"ESTONIAN\s+NAV", Box(56, 61, 20, 30)),
    (r"LATVIAN\s+NAV", Box(55, 60, 17, 26)),
    (r"LITHUANIAN\s+NAV", Box(54, 58, 16, 23)),
    (r"POLISH\s+NAV", Box(53, 57, 12, 21)),
    (r"GERMAN\s+NAV", Box(53, 57, 2, 16)),
    (r"DANISH\s+NAV", Box(53, 60, 1, 18)),
    (r"SWEDISH\s+NAV", Box(54, 67, 8, 26)),
    (r"KALININGRAD\s+NAV", Box(53, 58, 16, 24)),
    (r"PETERSBURG\s+NAV", Box(58, 63, 20, 40)),
    (r"BALTIC\s+SEA\s+NAV", Box(53, 67, 8, 32)),
    (r"NAVAREA\s+XIX\b", Box(60, 90, -40, 40)),
    (r"(?:NAVAREA|НАВАРЕА)\s+(?:XX\b|200\s)", Box(62, 90, 25, 180)),
    (r"ПРИП\s+АРХАНГЕЛЬСК|PRIP\s+ARKHANGELSK", Box(62, 75, 30, 60)),
    (r"ПРИП\s+МУРМАНСК|PRIP\s+MURMANSK", Box(64, 83, 25, 75)),
    (r"ПРИП\s+ЗАПАД|PRIP\s+WEST", Box(64, 83, 40, 135)),
    (r"\bBLACK\s+SEA\b(?!\s+AND)|ЧЕРНОЕ\s+МОРЕ", Box(40, 48, 26, 43)),
)
WATERS: Final = tuple((re.compile(pattern), box) for pattern, box in _WATERS)


def check_waters(text: str, name: str, places: list[Place], doubts: Doubts) -> None:
    """One finding for the first position outside."""
    head = f"{name.upper()} {text[:HEAD]}"
    box = next((box for pattern, box in WATERS if pattern.search(head)), None)
    for place in places if box else ():
        assert box is not None
        north, east = place.latitude_e7 / DEGREE, place.longitude_e7 / DEGREE
        if not box.holds(north, east):
            _tell(box, place, north, east, doubts)
            return


def _tell(box: Box, place: Place, north: float, east: float, doubts: Doubts) -> None:
    where = f"{place.degrees_minutes()} does not lie in the sea that the heading names"
    if box.holds(east, north):
        doubts.add("maybe-swapped", f"{where}; with latitude and longitude swapped it would")
    elif box.holds(-north, east) or box.holds(north, -east):
        doubts.add("elsewhere", f"{where}; with another letter it would")
    else:
        doubts.add("elsewhere", where)
