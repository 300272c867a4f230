"""Edges to pieces: every edge longer than 50 km is cut along its geodesic, so that the kernel stays exact.

A corner on a pole has no longitude of its own. It is given twice, with the longitude of the corner before and
of the one after; between the two runs a piece of no length, which the count of crossings needs.
"""

from typing import Final

import numpy as np

from firebreak.core.proximity.earth import Bools, Floats, Ints, geocentric, wrapped
from firebreak.core.proximity.exact import WGS84, steps_along
from firebreak.core.proximity.zone import refusal

PIECE_M_MAX: Final = 50_000.0  # of which the curve of the kernel leaves the geodesic by 0.2 mm
PIECES_MAX: Final = 400_000  # of one zone; 64 MB
LONG_EDGES_MAX: Final = 20_000  # of one zone: 25 times round the earth
EDGE_M_MAX: Final = (
    19_900_000.0  # beyond it two places are nearly opposite, and which way is meant is anybody's guess
)
POLAR: Final = 89.999_999_9  # a centimetre from the pole

Path = tuple[Floats, Floats]


def cut(name: str, path: Path, *, closed: bool) -> Path:
    """The corners of a path with further ones on its long edges; a closed one ends where it began."""
    north, east = _closed(path) if closed else path
    if north.size < 2:  # noqa: PLR2004 -- a point
        return north, east
    north, east = _poles_twice(north, east)
    points = geocentric(north, east)
    chords = np.linalg.norm(np.diff(points, axis=0), axis=1)
    long = np.flatnonzero(chords > PIECE_M_MAX * 0.999_99)
    if not long.size:
        return north, east
    if long.size > LONG_EDGES_MAX:
        what = f"{long.size:,} edges of more than {PIECE_M_MAX / 1000:.0f} km"
        raise refusal(name, what, f"at most {LONG_EDGES_MAX:,} are computed; is it an outline at all?")
    return _with_long_ones_cut(name, north, east, long)


def _closed(path: Path) -> Path:
    north, east = path
    if north[0] == north[-1] and east[0] == east[-1]:
        return path
    return np.append(north, north[0]), np.append(east, east[0])


def _poles_twice(north: Floats, east: Floats) -> Path:
    polar = np.abs(north) >= POLAR
    if not polar.any() or polar.all():
        return north, east
    latitudes: list[float] = []
    longitudes: list[float] = []
    for at in range(north.size):
        if not polar[at]:
            latitudes.append(float(north[at]))
            longitudes.append(float(east[at]))
            continue
        ways = (-1,) if at == north.size - 1 else (-1, 1)  # a closed path ends as it began
        for near in (_neighbour(polar, at, way) for way in ways):
            latitudes.append(float(np.copysign(90.0, north[at])))
            longitudes.append(float(east[near]))
    return np.array(latitudes), np.array(longitudes)


def _neighbour(polar: Bools, at: int, step: int) -> int:
    """The next corner that is not polar; round the end, where the path's first corner is its last."""
    size = polar.size - 1
    for count in range(1, polar.size + 1):
        near = (at + step * count) % size
        if not polar[near]:
            return near
    return at


def _with_long_ones_cut(name: str, north: Floats, east: Floats, long: Ints) -> Path:
    latitudes: list[Floats] = []
    longitudes: list[Floats] = []
    done = 0
    total = north.size
    for edge in map(int, long):
        line = WGS84.InverseLine(north[edge], east[edge], north[edge + 1], east[edge + 1])
        if line.s13 > EDGE_M_MAX:
            raise refusal(name, "an edge half round the earth", "put a corner between its ends")
        count = int(np.ceil(line.s13 / PIECE_M_MAX))
        total += count - 1
        if total > PIECES_MAX:
            raise refusal(name, "edges that are too long together", f"at most {PIECES_MAX:,} pieces of 50 km")
        between = steps_along(line, count)
        latitudes += [north[done : edge + 1], between[0]]
        longitudes += [east[done : edge + 1], wrapped(between[1])]
        done = edge + 1
    return np.concatenate([*latitudes, north[done:]]), np.concatenate([*longitudes, east[done:]])
