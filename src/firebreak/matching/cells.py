"""Which cells of the H3 grid a shape touches, or lies within reach of. None is missed.

*Reached* is a cell that holds a place whose geodesic distance to the shape is at most the reach. Let one side
name the cells of its places and the other all cells that its places reach: two places within reach then share
a cell, whatever the shape of the cells.

*Finding them.* From the cells of the corners the search goes on to neighbours, ring by ring, past each cell
that is kept. What lies within reach of a part of a shape is connected, and two cells that meet in a point of
the grid are neighbours; so no kept cell is left unseen.

*Keeping them.* Along the border of a cell there are samples. The distance to the shape changes by at most the
way between two places, so on the whole border it is at least that of the nearest sample less half a step.
A cell is kept when that may be within reach: too many rather than too few, by half a step. A cell that the
border of the reach does not cross is wholly within it, or holds a corner.

Borders run on great circles of the sphere that H3 takes latitudes and longitudes for.
"""

from collections.abc import Iterable
from typing import Any, Final

import numpy as np

from firebreak.core.base.errors import LocalError
from firebreak.core.proximity.earth import Floats, Ints, geocentric
from firebreak.core.proximity.kernel import arc
from firebreak.core.proximity.packed import Packed
from firebreak.core.proximity.plain import Plain
from firebreak.core.proximity.zone import PartKind, Zone
from firebreak.matching.extra import grid

STEPS: Final = 6  # samples on each edge of a cell
MARGIN_M: Final = 1.0  # of rounding, and of edges that the ellipsoid bends by less
SHARE: Final = 0.001
REACH_M_MAX: Final = 1_000_000
CORNERS_MAX: Final = 10  # of a cell: five or six, and as many bends where faces of the grid meet


def reached(zone: Zone, reach_m: float, resolution: int, most: int) -> set[int]:
    """The cells within reach of a shape. Raises LocalError where they are more than `most`."""
    h3 = grid()
    limit = reach_m + zone.buffer_m
    kept = _seeds(zone, resolution)
    if limit or any(part.kind is not PartKind.POINT for part in zone.parts):
        measure = Plain(Packed.of([zone]))
        seen, edge = set(kept), set(kept)
        while edge and len(kept) <= most:
            around = {each for cell in edge for each in h3.grid_disk(cell, 1)} - seen
            seen |= around
            edge = _within(measure, sorted(around), limit)
            kept |= edge
    if len(kept) > most:
        raise _too_many(zone.name, most)
    return kept


def cell_km2(resolution: int) -> float:
    """The area of a cell in the mean, for people."""
    return float(grid().average_hexagon_area(resolution, unit="km^2"))


def _seeds(zone: Zone, resolution: int) -> set[int]:
    h3 = grid()
    return {
        int(h3.latlng_to_cell(float(north), float(east), resolution))
        for part in zone.parts
        for ring in part.rings
        for north, east in zip(*ring, strict=True)
    }


def _within(measure: Plain, cells: list[int], limit_m: float) -> set[int]:
    if not cells:
        return set()
    owner, places = _borders(cells)
    north, east = _degrees(places)
    rows = np.arange(owner.size, dtype=np.int64)
    distance = measure.distances(north, east, rows, np.zeros_like(rows))
    least = np.full(len(cells), np.inf)
    np.minimum.at(least, owner, distance)
    slack = _half_steps(owner, geocentric(north, east), len(cells)) * (1 + SHARE) + MARGIN_M
    return {cells[at] for at in np.flatnonzero(least - slack <= limit_m)}


def _borders(cells: Iterable[int]) -> tuple[Ints, Floats]:
    """For each sample the number of its cell, and its place on the sphere; a cell's samples go round it."""
    h3 = grid()
    rings: list[Any] = []
    owners: list[Ints] = []
    share = np.arange(STEPS)[:, np.newaxis] / STEPS
    for number, cell in enumerate(cells):
        corners = _sphere(np.array(h3.cell_to_boundary(cell), dtype=np.float64))
        ends = np.roll(corners, -1, axis=0)
        rings.append((corners[:, np.newaxis] * (1 - share) + ends[:, np.newaxis] * share).reshape(-1, 3))
        owners.append(np.full(len(corners) * STEPS, number, dtype=np.int64))
    return np.concatenate(owners), np.concatenate(rings)


def _sphere(degrees: Floats) -> Floats:
    north, east = np.radians(degrees).T
    return np.stack([np.cos(north) * np.cos(east), np.cos(north) * np.sin(east), np.sin(north)], axis=1)


def _degrees(places: Floats) -> tuple[Floats, Floats]:
    level = np.hypot(places[:, 0], places[:, 1])
    return np.degrees(np.arctan2(places[:, 2], level)), np.degrees(np.arctan2(places[:, 1], places[:, 0]))


def _half_steps(owner: Ints, points: Floats, count: int) -> Floats:
    """Half the longest way between two samples of each cell that follow each other."""
    last = np.append(owner[1:] != owner[:-1], [True])
    first = np.flatnonzero(np.append([True], last[:-1]))
    after = np.arange(1, owner.size + 1)
    after[last] = first
    longest = np.zeros(count)
    np.maximum.at(longest, owner, arc(*points.T, *points[after].T))
    return longest / 2


def _too_many(name: str, most: int) -> LocalError:
    return LocalError(
        f"{name!r} alone takes more than the {most:,} cells agreed",
        code="FB697",
        hint="leave it out, or propose coarser cells or a shorter reach",
    )
