"""Distances by geographiclib alone: slow, exact to some nanometres, and the judge near a threshold."""

from typing import Any, Final

import numpy as np
from geographiclib.geodesic import Geodesic

from firebreak.core.proximity.earth import Floats

WGS84: Final = Geodesic.WGS84
ROUNDS_MAX: Final = 60
NEAR_M: Final = 1e-6
DOUBT_M: Final = 0.05  # both ways are exact to a millimetre; what is closer to a threshold is judged again
FAR_M: Final = 1_000_000.0  # beyond it the foot on an edge is less sure
FAR_DOUBT_M: Final = 5.0
FAR_SHARE: Final = 2e-5
Place = tuple[float, float]


def doubt_m(length: float) -> float:
    """How near to a threshold a distance is judged again."""
    return FAR_DOUBT_M + FAR_SHARE * length if length > FAR_M else DOUBT_M


def between(one: Place, two: Place) -> float:
    """The geodesic distance of two places, in metres."""
    return float(WGS84.Inverse(*one, *two, Geodesic.DISTANCE)["s12"])


def to_edge(place: Place, start: Place, end: Place) -> float:
    """The distance to the geodesic between two places, found by walking along it to the foot."""
    line = WGS84.InverseLine(*start, *end)
    length = float(line.s13)
    ends = min(between(place, start), between(place, end))
    if length < NEAR_M:
        return ends
    low, high, at = 0.0, length, length / 2
    best = ends
    for _ in range(ROUNDS_MAX):
        here = line.Position(at)
        seen = WGS84.Inverse(here["lat2"], here["lon2"], *place)
        best = min(best, float(seen["s12"]))
        ahead = float(seen["s12"]) * np.cos(np.radians(seen["azi1"] - here["azi2"]))
        low, high = (at, high) if ahead > 0 else (low, at)
        step = at + ahead
        step = step if low < step < high else (low + high) / 2
        if abs(step - at) < NEAR_M or high - low < NEAR_M:
            break
        at = step
    return best


def steps_along(line: Any, count: int) -> tuple[Floats, Floats]:
    """The places that cut a geodesic into so many equal parts, without its ends."""
    positions = [line.Position(line.s13 * each / count) for each in range(1, count)]
    return np.array([each["lat2"] for each in positions]), np.array([each["lon2"] for each in positions])
