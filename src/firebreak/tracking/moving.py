"""Where reports will be if nothing turns, and the nearest place of a site: to look ahead and to draw."""

from collections.abc import Sequence
from math import cos, radians
from typing import Final

import numpy as np
import shapely

from firebreak.core.proximity.earth import ECCENTRICITY_SQUARE, Floats, geocentric, wrapped
from firebreak.core.proximity.encounters import velocities
from firebreak.core.proximity.kernel import EQUATOR_M
from firebreak.core.proximity.zone import Part, PartKind, Zone
from firebreak.tracking.feeds.report import Report

METRES_PER_DEGREE: Final = 111_195.0


def ahead(reports: Sequence[Report], seconds: Floats) -> tuple[Floats, Floats]:
    """Latitudes and longitudes after so many seconds straight on, each with its own span."""
    latitude = np.array([each.latitude for each in reports])
    longitude = np.array([each.longitude for each in reports])
    speed = np.array([each.speed_ms or 0.0 for each in reports])
    course = np.array([each.course or 0.0 for each in reports])
    there = geocentric(latitude, longitude)
    there += velocities(latitude, longitude, speed, course) * seconds[:, np.newaxis]
    return _surface(there)


def _surface(points: Floats) -> tuple[Floats, Floats]:
    """Latitude and longitude of points near the surface (Bowring's first step, right to a millimetre)."""
    x, y, z = points.T
    across = np.hypot(x, y)
    minor = EQUATOR_M * np.sqrt(1 - ECCENTRICITY_SQUARE)
    turn = np.arctan2(z * EQUATOR_M, across * minor)
    second = ECCENTRICITY_SQUARE / (1 - ECCENTRICITY_SQUARE)
    north = np.arctan2(
        z + second * minor * np.sin(turn) ** 3,
        across - ECCENTRICITY_SQUARE * EQUATOR_M * np.cos(turn) ** 3,
    )
    return np.degrees(north), np.degrees(np.arctan2(y, x))


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
