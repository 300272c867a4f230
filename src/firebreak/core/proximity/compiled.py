"""The fast way: the same kernel compiled by numba, behind a grid of cubes in space.

Compiling takes some seconds when a process first asks. Nothing of it is kept on a disk (decisions/0017).
"""

from typing import Final

import numpy as np

from firebreak.core.proximity.earth import Floats, Ints
from firebreak.core.proximity.grid import grid_of
from firebreak.core.proximity.kernel import TINY
from firebreak.core.proximity.loops import all_near, near
from firebreak.core.proximity.packed import Packed

HITS_MIN: Final = 1_024


class Compiled:
    """Candidates and distances of packed zones."""

    def __init__(self, packed: Packed) -> None:
        self.packed = packed
        self._zones = _zones(packed)
        grid = grid_of(packed.zone_centre, packed.zone_radius + packed.buffer + packed.threshold)
        spans = np.stack([packed.part_first[:-1], packed.part_first[1:]], axis=1)
        levels = (_parts(packed), _rings(packed), _blocks(packed), _pieces(packed))
        self._arrays = (grid.members, grid.table, grid.wide, self._zones, spans, *levels)
        self._room(max(HITS_MIN, 2 * len(packed)))
        self.one(0.0, 0.0)

    def near(self, latitude: Floats, longitude: Floats) -> tuple[Ints, Ints, Floats]:
        """Rows and zones within reach or little beyond, and their distances to the outline, 0 inside."""
        shares: list[tuple[Ints, Floats]] = []
        row = 0
        room = max(self._distance.size, 4 * latitude.size)
        while row < latitude.size:
            found, distance = np.empty((room, 2), dtype=np.int64), np.empty(room)
            ended, count = all_near(latitude, longitude, row, *self._arrays, found, distance)
            shares.append((found[:count], distance[:count]))
            row = ended
        found = np.concatenate([each[0] for each in shares]) if shares else np.empty((0, 2), dtype=np.int64)
        distance = np.concatenate([each[1] for each in shares]) if shares else np.empty(0)
        order = np.lexsort((found[:, 1], found[:, 0]))
        return found[order, 0], found[order, 1], distance[order]

    def one(self, latitude: float, longitude: float) -> tuple[Ints, Floats]:
        """The zones near one place, in no order, and their distances; good until the next question."""
        count = near(latitude, longitude, *self._arrays, self._found, self._distance, 0, 0)
        return self._found[:count, 1], self._distance[:count]

    def _room(self, size: int) -> None:
        self._found, self._distance = np.empty((size, 2), dtype=np.int64), np.empty(size)


def _zones(packed: Packed) -> Floats:
    """Centre, square of the chord within which to look, and distance up to which to report."""
    reach = packed.buffer + packed.threshold
    wide = (packed.zone_radius + reach + 1.0) ** 2
    return np.column_stack([packed.zone_centre, wide, reach * (1 + 2e-5) + 5.0])


def _parts(packed: Packed) -> Ints:
    columns = [packed.ring_first[:-1], packed.ring_first[1:], packed.polygon.astype(np.int64)]
    return np.stack(columns, axis=1)


def _rings(packed: Packed) -> Ints:
    return np.stack([packed.block_first[:-1], packed.block_first[1:], packed.turns], axis=1)


def _blocks(packed: Packed) -> Floats:
    ends = [packed.piece_first[:-1], packed.piece_first[1:]]
    columns: list[Floats] = [packed.centre, packed.radius, packed.west, packed.east]
    return np.column_stack([*columns, *(each.astype(np.float64) for each in ends)])


def _pieces(packed: Packed) -> Floats:
    per_square = 1.0 / ((packed.chord**2).sum(axis=1) + TINY)
    lines: list[Floats] = [packed.start, packed.chord, packed.side]
    return np.column_stack([*lines, packed.longitude, packed.longitude_end, per_square])
