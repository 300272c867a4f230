"""The circle round an area, for formats that know nothing else: it holds the whole area."""

from math import asin, ceil, cos, radians, sin, sqrt
from typing import Final

from firebreak.core.geo.area import Area
from firebreak.core.geo.outline import unrolled
from firebreak.core.geo.place import DEGREE, Place
from firebreak.formats.measures import place_e7

BEND_M: Final = 6_399_594.0  # the largest radius of curvature of WGS 84: at the poles
MARGIN: Final = 1.005  # edges that are straight on the chart bulge


def circle_round(area: Area) -> tuple[Place, int]:
    """Middle and radius in metres."""
    path = [point for ring in area.rings for point in unrolled(ring)[:-1]]
    middle = place_e7(
        *((min(each) + max(each)) // 2 for each in zip(*((y, x) for x, y in path), strict=True))
    )
    far = max(apart_m(middle, each) for each in area.places)
    return middle, ceil((far + (area.radius_m or 0) + area.buffer_m) * MARGIN)


def apart_m(one: Place, two: Place) -> float:
    """Not less than the distance of two places near each other."""
    up = radians((two.latitude_e7 - one.latitude_e7) / DEGREE)
    over = radians((two.longitude_e7 - one.longitude_e7) / DEGREE)
    norths = [radians(each.latitude_e7 / DEGREE) for each in (one, two)]
    half = sin(up / 2) ** 2 + cos(norths[0]) * cos(norths[1]) * sin(over / 2) ** 2
    return 2 * BEND_M * asin(min(1.0, sqrt(half)))
