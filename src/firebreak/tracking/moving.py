"""How reports move, to look ahead; and the nearest place of a site, to draw."""

from collections.abc import Sequence
from math import cos, radians
from typing import Final

import numpy as np
import shapely

from firebreak.core.proximity.earth import Floats, geocentric, wrapped
from firebreak.core.proximity.encounters import velocities
from firebreak.core.proximity.zone import Part, PartKind, Zone
from firebreak.tracking.feeds.report import Report

METRES_PER_DEGREE: Final = 111_195.0


def moving(reports: Sequence[Report]) -> tuple[Floats, Floats]:
    """Geocentric places and velocities."""
    latitude = np.array([each.latitude for each in reports])
    longitude = np.array([each.longitude for each in reports])
    speed = np.array([each.speed_ms or 0.0 for each in reports])
    course = np.array([each.course or 0.0 for each in reports])
    return geocentric(latitude, longitude), velocities(latitude, longitude, speed, course)


def foot(site: Zone, latitude: float, longitude: float) -> tuple[float, float]:
    """The nearest place of a site, for drawing a line to it; the distance is computed elsewhere."""
    shrunk = max(cos(radians(latitude)), 1e-6)
    here = shapely.Point(0.0, 0.0)
    shapes = [each for part in site.parts for each in _shapes(part, latitude, longitude, shrunk)]
    nearest = min(shapes, key=lambda each: shapely.distance(here, each))
    east, north = shapely.get_coordinates(shapely.shortest_line(here, nearest))[1] / METRES_PER_DEGREE
    return latitude + float(north), float(wrapped(np.array([longitude + east / shrunk]))[0])


def _shapes(part: Part, latitude: float, longitude: float, shrunk: float) -> list[shapely.Geometry]:
    """A part on a plane of metres around a place."""
    rings = [
        np.stack([wrapped(east - longitude) * shrunk, north - latitude], axis=1) * METRES_PER_DEGREE
        for north, east in part.rings
    ]
    if part.kind is PartKind.POINT:
        return [shapely.Point(float(each[0, 0]), float(each[0, 1])) for each in rings]
    if part.kind is PartKind.LINE:
        return [shapely.LineString(each) for each in rings]
    return [shapely.make_valid(shapely.Polygon(rings[0], rings[1:]))]
