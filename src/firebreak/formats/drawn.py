"""A circle as an outline, for formats that have none. Every place of the circle is inside the outline.

The outline is at most 2 % too large: it is computed on a sphere as small as the sharpest bend of the
ellipsoid, and its sides, not its corners, touch the circle.
"""

from math import asin, atan2, cos, degrees, pi, radians, sin
from typing import Final

from firebreak.core.geo.area import Area, Ring
from firebreak.core.geo.place import DEGREE, Place
from firebreak.formats.measures import place_e7

CORNERS: Final = 72
BEND_M: Final = 6_335_439.0  # the smallest radius of curvature of WGS 84: the meridian at the equator
SHARE: Final = 1.003  # sides are straight on the chart, not on the earth
FLAT_DEGREES_MAX: Final = 80.0  # nearer to a pole, sides on a chart are no sides on the earth


def outline(area: Area) -> Ring:
    """The corners round a circle, from north by east."""
    (centre,) = area.places
    assert area.radius_m is not None
    reach = (area.radius_m + area.buffer_m) / BEND_M / cos(pi / CORNERS) * SHARE
    north, east = radians(centre.latitude_e7 / DEGREE), radians(centre.longitude_e7 / DEGREE)
    return tuple(_corner(north, east, reach, 2 * pi * each / CORNERS) for each in range(CORNERS))


def can_be_drawn(area: Area) -> bool:
    """Whether the outline keeps its promise: away from the poles and not half the earth."""
    (centre,) = area.places
    reach = degrees((area.radius_m or 0) / BEND_M)
    return abs(centre.latitude_e7 / DEGREE) + reach < FLAT_DEGREES_MAX


def _corner(north: float, east: float, reach: float, bearing: float) -> Place:
    up = asin(max(-1.0, min(1.0, sin(north) * cos(reach) + cos(north) * sin(reach) * cos(bearing))))
    over = atan2(sin(bearing) * sin(reach) * cos(north), cos(reach) - sin(north) * sin(up))
    return place_e7(round(degrees(up) * DEGREE), round(degrees(east + over) * DEGREE))
