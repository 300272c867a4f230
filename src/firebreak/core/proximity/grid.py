"""A grid of cubes in geocentric space: no seam at 180 degrees, no pole, no box that is wrong in the north.

Each zone is listed in every cube that the ball of its reach touches where the surface runs through it. Cubes
have four sizes, and a zone takes the smallest that is not much smaller than its reach. What reaches farther
than the largest serves stands in a list that is always looked through.
"""

from dataclasses import dataclass
from typing import Final

import numpy as np

from firebreak.core.proximity.earth import Floats, Ints
from firebreak.core.proximity.kernel import EQUATOR_M, POLE_M

CELLS_M: Final = (10_000.0, 40_000.0, 160_000.0, 640_000.0)
SHARE: Final = 0.6  # of the reach that a cube measures at least
ORIGIN: Final = 1 << 13  # cubes are counted from -82,000 km, so that numbers are positive
BITS: Final = 14
LEVEL_BITS: Final = 3 * BITS
FREE: Final = -1


@dataclass(frozen=True, slots=True)
class Grid:
    """Cubes and the zones in them."""

    table: Ints
    "Rows of key, first and end in `members`; the place of a key is found by hashing and stepping on."
    members: Ints
    wide: Ints
    "Zones that are everywhere looked at."


def grid_of(centre: Floats, reach: Floats) -> Grid:
    """Sort balls into cubes."""
    level = np.searchsorted(np.array(CELLS_M), reach * SHARE)
    wide = np.flatnonzero(level == len(CELLS_M)).astype(np.int64)
    keys: list[Ints] = []
    zones: list[Ints] = []
    for zone in np.flatnonzero(level < len(CELLS_M)).tolist():
        found = _cubes(centre[zone], float(reach[zone]), int(level[zone]))
        keys.append(found)
        zones.append(np.full(found.size, zone, dtype=np.int64))
    if not keys:
        return Grid(_table(*[np.empty(0, dtype=np.int64)] * 3), np.empty(0, dtype=np.int64), wide)
    key, zone = np.concatenate(keys), np.concatenate(zones)
    order = np.argsort(key, kind="stable")
    unique, first, counts = np.unique(key[order], return_index=True, return_counts=True)
    return Grid(_table(unique, first, first + counts), zone[order], wide)


def _cubes(centre: Floats, reach: float, level: int) -> Ints:
    """The keys of the cubes that a ball touches and the surface runs through."""
    size = CELLS_M[level]
    low = np.floor((centre - reach) / size).astype(np.int64)
    high = np.floor((centre + reach) / size).astype(np.int64)
    axes: list[Ints] = [np.arange(low[axis], high[axis] + 1) for axis in range(3)]
    cubes: Ints = np.stack([each.ravel() for each in np.meshgrid(*axes, indexing="ij")], axis=1)
    nearest = np.clip(centre, cubes * size, (cubes + 1) * size)
    touches = ((nearest - centre) ** 2).sum(axis=1) <= (reach + 1.0) ** 2
    least = np.clip(0.0, cubes * size, (cubes + 1) * size)
    most = np.maximum(np.abs(cubes), np.abs(cubes + 1)) * size
    surface = ((least**2).sum(axis=1) <= (EQUATOR_M + 1) ** 2) & ((most**2).sum(axis=1) >= (POLE_M - 1) ** 2)
    kept: Ints = cubes[touches & surface] + ORIGIN
    return (level << LEVEL_BITS) | (kept[:, 0] << (2 * BITS)) | (kept[:, 1] << BITS) | kept[:, 2]


def _table(key: Ints, first: Ints, end: Ints) -> Ints:
    """Open addressing, at most a third taken. All without a place take the next free one, round by round."""
    size = 1 << max(4, int(3 * key.size).bit_length())
    table = np.full((size, 3), FREE, dtype=np.int64)
    place = hashed(key, size)
    waiting = np.arange(key.size)
    while waiting.size:
        at = place[waiting]
        free = table[at, 0] == FREE
        taken, which = np.unique(at[free], return_index=True)
        winners = waiting[free][which]
        table[taken, 0], table[taken, 1], table[taken, 2] = key[winners], first[winners], end[winners]
        left = np.ones(waiting.size, dtype=bool)
        left[np.flatnonzero(free)[which]] = False
        waiting = waiting[left]
        place[waiting] = (place[waiting] + 1) & (size - 1)
    return table


def hashed(key: Ints, size: int) -> Ints:
    """Where to look for a key first."""
    mixed = key ^ (key >> 17) ^ (key >> 31)
    return (mixed * 40_503 + (mixed >> 7)) & (size - 1)
