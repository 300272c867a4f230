"""Whether latitude and longitude of a file may stand in the wrong order.

Most swapped positions are places as well, so nothing is put right: it is asked about where the file itself or
the reader says roughly where the area lies, and only the other order lies there.
"""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any, Final

from firebreak.core.geo.area import Area
from firebreak.core.geo.place import DEGREE, LATITUDE_E7_MAX, LONGITUDE_E7_MAX, Place
from firebreak.formats.drafts import Draft, Notes
from firebreak.formats.json_text import listing
from firebreak.formats.measures import ROUND, number

FAR: Final = 30 * DEGREE  # as given: a third of the way to the pole from where it should lie
NEAR: Final = 10 * DEGREE  # swapped: in the neighbourhood
MARGIN: Final = DEGREE // 10
FLAT_BOX: Final = 4  # west, south, east, north; six numbers with heights
TALL_BOX: Final = 6


def near(drafts: Iterable[Draft], middle: Place) -> list[Draft]:
    """The same drafts, with a finding where only the swapped order lies near a place."""
    return [_asked(each) if _swapped_near(each.area, middle) else each for each in drafts]


def outside_box(area: Area, box: Any, notes: Notes) -> None:
    """Add a finding when only the swapped order lies inside the bounding box that the file gives."""
    found = [number(each) for each in listing(box)]
    numbers = [round(each * DEGREE) for each in found if each is not None and abs(each) <= DEGREE]
    if len(numbers) != len(found) or len(found) not in {FLAT_BOX, TALL_BOX} or not area.places:
        return
    half = len(numbers) // 2
    corners = (numbers[0], numbers[1], numbers[half], numbers[half + 1])
    if not _inside(area, corners) and _inside(area, corners, swap=True):
        notes.add("maybe-swapped", "swapped latitude and longitude would lie inside the file's bounding box")


def _asked(draft: Draft) -> Draft:
    notes = Notes()
    notes.add("maybe-swapped", "swapped latitude and longitude would lie near the place that was named")
    return replace(draft, findings=(*draft.findings, *notes))


def _swapped_near(area: Area, middle: Place) -> bool:
    if not area.places:
        return False
    north, east = area.places[0].latitude_e7, area.places[0].longitude_e7
    if abs(east) > LATITUDE_E7_MAX or _apart(north, east, middle) <= FAR:
        return False
    return _apart(east, north, middle) < NEAR


def _apart(north: int, east: int, middle: Place) -> int:
    """Roughly, in e7 degrees on the chart."""
    over = (east - middle.longitude_e7 + LONGITUDE_E7_MAX) % ROUND - LONGITUDE_E7_MAX
    return max(abs(north - middle.latitude_e7), abs(over))


def _inside(area: Area, box: tuple[int, int, int, int], *, swap: bool = False) -> bool:
    west, south, east, north = box
    places = [(each.latitude_e7, each.longitude_e7) for each in area.places]
    return all(
        south - MARGIN <= up <= north + MARGIN
        and (west - MARGIN <= over <= east + MARGIN if west <= east else over >= west or over <= east)
        for up, over in ([(over, up) for up, over in places] if swap else places)
    )
