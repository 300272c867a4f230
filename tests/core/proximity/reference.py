"""Distances by geographiclib and nothing of the engine but its walk along an edge."""

import itertools
from collections.abc import Sequence

from firebreak.core.proximity.exact import WGS84, to_edge

Corner = tuple[float, float]


def to_outline(place: Corner, corners: Sequence[Corner], *, closed: bool) -> float:
    """To the edges of an outline, whole and uncut."""
    ends = [*corners, corners[0]] if closed else corners
    return min(to_edge(place, one, other) for one, other in itertools.pairwise(ends))


def goes_round(place: Corner, corners: Sequence[Corner]) -> bool:
    """Whether an outline turns round a place, by the azimuths of its corners as seen from there."""
    seen = [WGS84.Inverse(*place, *each)["azi1"] for each in [*corners, corners[0]]]
    turns = [(after - before + 180) % 360 - 180 for before, after in itertools.pairwise(seen)]
    return abs(sum(turns)) > 180


def walked(start: Corner, way: Sequence[tuple[float, float]]) -> list[Corner]:
    """Corners by azimuth and distance from a middle."""
    found = [WGS84.Direct(*start, azimuth, distance) for azimuth, distance in way]
    return [(each["lat2"], each["lon2"]) for each in found]
