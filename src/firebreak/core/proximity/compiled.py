"""The fast way: the same kernel compiled by numba, behind a grid of cubes in space.

Compiling takes some seconds when a process first asks. Nothing of it is kept on a disk (decisions/0017).
A batch is computed in an order in which neighbours follow one another: what one has read, the next one finds
in the processor's cache.
"""

from typing import Final

import numpy as np

from firebreak.core.proximity.earth import Floats, Ints
from firebreak.core.proximity.grid import Grid, grid_of
from firebreak.core.proximity.kernel import TINY, lifted
from firebreak.core.proximity.lengths import LINES, POINT
from firebreak.core.proximity.loops import all_near, gathered, near
from firebreak.core.proximity.packed import Packed

HITS_MIN: Final = 1_024
SQUARES: Final = 255  # along either side of a batch, for its order
ROUNDED_M: Final = 3.0  # what a place in single precision, and its distance from another, can be off
ROUNDED: Final = 1e-6
LEAST_RADIUS_M: Final = 6_300_000.0  # of the ellipsoid's curves; the least one is 6,335 km


class Compiled:
    """Candidates and distances of packed zones."""

    def __init__(self, packed: Packed) -> None:
        self.packed = packed
        grid = grid_of(packed.zone_centre, packed.zone_radius + packed.buffer + packed.threshold)
        members = np.concatenate([grid.members, grid.wide])
        levels = (
            _zones(packed),
            _parts(packed),
            _rings(packed),
            _blocks(packed),
            _pieces(packed),
            _sides(packed),
        )
        held = np.empty(_most(grid) + 1, dtype=np.int64)
        self._arrays = (grid.table, members, _balls(packed)[members], grid.members.size, *levels, held)
        self._found, self._distance = np.empty(held.size, dtype=np.int64), np.empty(held.size)
        self.one(0.0, 0.0)

    def near(self, latitude: Floats, longitude: Floats) -> tuple[Ints, Ints, Floats]:
        """Rows and zones within reach or little beyond, and their distances to the outline, 0 inside."""
        order = _order(latitude, longitude)
        spans = np.zeros((latitude.size, 2), dtype=np.int64)
        room = max(HITS_MIN, self._distance.size, 4 * latitude.size)
        found, distance = np.empty(room, dtype=np.int64), np.empty(room)
        done = all_near(latitude, longitude, order, 0, *self._arrays, found, distance, spans)
        while done < latitude.size:
            found, distance = (
                np.append(found, np.empty_like(found)),
                np.append(distance, np.empty_like(distance)),
            )
            done = all_near(latitude, longitude, order, done, *self._arrays, found, distance, spans)
        count = int((spans[:, 1] - spans[:, 0]).sum())
        row, zone, length = np.empty(count, dtype=np.int64), np.empty(count, dtype=np.int64), np.empty(count)
        gathered(spans, found, distance, row, zone, length)
        return row, zone, length

    def one(self, latitude: float, longitude: float) -> tuple[Ints, Floats]:
        """The zones near one place, and their distances; good until the next question."""
        count = near(latitude, longitude, *self._arrays, self._found, self._distance, 0)
        return self._found[:count], self._distance[:count]


def _order(latitude: Floats, longitude: Floats) -> Ints:
    """Southern rows first, each from west to east; 16 bits, which numpy sorts without comparing."""
    if not latitude.size:
        return np.empty(0, dtype=np.int64)
    key = _squares(latitude) << 8 | _squares(longitude)
    return np.argsort(key, kind="stable")


def _squares(degrees: Floats) -> np.ndarray:
    least = degrees.min()
    return ((degrees - least) * (SQUARES / max(degrees.max() - least, TINY))).astype(np.uint16)


def _most(grid: Grid) -> int:
    """How many zones a place can have to look at, at most."""
    return len(grid.wide) + 4 * int((grid.table[:, 2] - grid.table[:, 1]).max())


def _balls(packed: Packed) -> np.ndarray:
    """Centre, and square of the chord within which to look."""
    wide = packed.zone_radius + packed.buffer + packed.threshold + 1.0
    wide = (wide * (1 + ROUNDED) + ROUNDED_M) ** 2
    return np.column_stack([packed.zone_centre, wide]).astype(np.float32)


def _zones(packed: Packed) -> Floats:
    """Limit, centre or place, square of the outline's ball, kind, sag, shares of parts and of blocks."""
    reach = packed.buffer + packed.threshold
    rings = packed.ring_first[packed.part_first]
    block, piece = packed.block_first[rings], packed.piece_first[packed.block_first[rings]]
    square = (packed.chord**2).sum(axis=1)
    sag = np.maximum.reduceat(square, piece[:-1]) / (8 * LEAST_RADIUS_M) + 0.01
    polygon = np.maximum.reduceat(packed.polygon, packed.part_first[:-1])
    point = (np.diff(piece) == 1) & (square[piece[:-1]] == 0) & ~polygon
    place = np.stack(lifted(*packed.start[piece[:-1]].T), axis=1)
    shares = packed.part_first[:-1], packed.part_first[1:], block[:-1], block[1:]
    columns: list[Floats] = [
        reach * (1 + 2e-5) + 5.0,
        np.where(point[:, np.newaxis], place, packed.zone_centre),
        (packed.zone_radius + 1.0) ** 2,
        np.where(point, float(POINT), LINES + polygon.astype(np.float64)),
        sag,
        *(each.astype(np.float64) for each in shares),
    ]
    return np.column_stack(columns)


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
    return np.column_stack([packed.start, packed.chord, per_square, per_square])


def _sides(packed: Packed) -> Floats:
    return np.column_stack([packed.start, packed.side, packed.longitude, packed.longitude_end])
