"""Looking at a finished outline as a draughtsman would: is it crossed, thin, or one corner far off?

Plane geometry on degrees, widened by the cosine of the latitude; good enough to ask a question.
"""

import math
from itertools import pairwise
from typing import Final

from firebreak.core.geo.place import DEGREE, Place
from firebreak.formats.doubts import Doubts
from firebreak.formats.parsed import Part

CORNERS_MAX: Final = 400  # above it crossing is not looked for: the work grows with the square
FAR: Final = 12.0  # times the usual distance of two neighbours
FAR_DEGREES_MIN: Final = 1.0
THIN: Final = 0.002  # area against the square of the girth; a square has 0.0625
FULL_TURN: Final = 360.0

Point = tuple[float, float]


def check_outline(parts: list[Part], area: bool, line: bool, doubts: Doubts) -> None:
    """Adds what is odd."""
    for part in parts:
        points = _flat(part)
        if area or line:
            _check_far(part, points, doubts)
        if area:
            _check_ring(part, points, doubts)


def _check_ring(part: Part, points: list[Point], doubts: Doubts) -> None:
    if len(set(part)) < len(part):
        doubts.add("repeated-corner", "the outline names a corner twice")
    if len(points) > CORNERS_MAX:
        doubts.add(
            "self-crossing", f"{len(points)} corners; whether the outline crosses itself was not checked"
        )
    elif crosses(points):
        doubts.add("self-crossing", "the outline crosses itself: is a figure or the order wrong?")
    elif len(points) > 2 and _thinness(points) < THIN:  # noqa: PLR2004  a ring
        doubts.add("thin-area", "the outline has almost no surface: is it a line, or is a corner wrong?")


def _flat(part: Part) -> list[Point]:
    middle = sum(each.latitude_e7 for each in part) / max(1, len(part)) / DEGREE
    width = max(math.cos(math.radians(middle)), 0.01)
    first = part[0].longitude_e7 / DEGREE if part else 0.0
    return [(_unwrapped(each, first) * width, each.latitude_e7 / DEGREE) for each in part]


def _unwrapped(place: Place, first: float) -> float:
    longitude = place.longitude_e7 / DEGREE
    return longitude - FULL_TURN * round((longitude - first) / FULL_TURN)


def _check_far(part: Part, points: list[Point], doubts: Doubts) -> None:
    """A corner far from both its neighbours, which are near each other."""
    if len(points) < 4:  # noqa: PLR2004  no usual distance
        return
    steps = sorted(math.dist(*each) for each in pairwise([*points, points[0]]))
    usual = max(steps[len(steps) // 2], 1e-9)
    for index, place in enumerate(part):
        before, here, after = points[index - 1], points[index], points[(index + 1) % len(points)]
        off = min(math.dist(before, here), math.dist(here, after))
        if off > FAR_DEGREES_MIN and off > FAR * usual:
            doubts.add(
                "far-corner", f"{place.degrees_minutes()} lies far from all others: is a figure wrong?"
            )


def crosses(points: list[Point]) -> bool:
    """Whether two edges that are no neighbours meet."""
    edges = list(pairwise([*points, points[0]]))
    for index, first in enumerate(edges):
        for other in range(index + 2, len(edges)):
            if (index or other != len(edges) - 1) and _meet(first, edges[other]):
                return True
    return False


def _meet(first: tuple[Point, Point], second: tuple[Point, Point]) -> bool:
    one, two = _side(*first, second[0]), _side(*first, second[1])
    three, four = _side(*second, first[0]), _side(*second, first[1])
    return one * two < 0 and three * four < 0


def _side(start: Point, end: Point, point: Point) -> float:
    return (end[0] - start[0]) * (point[1] - start[1]) - (end[1] - start[1]) * (point[0] - start[0])


def _thinness(points: list[Point]) -> float:
    closed = [*points, points[0]]
    surface = abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in pairwise(closed))) / 2
    return surface / max(sum(math.dist(*each) for each in pairwise(closed)), 1e-12) ** 2
