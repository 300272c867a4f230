"""Packed zones as one piece of memory, as the compiled loops read them.

One array in place of a dozen: a call hands over one, and the system can serve it with few large pages. A word
is a float, also where it means a whole number; the first words say where what follows begins. Everything of a
zone stands together, beginning with a line of the processor's cache, and zones that are neighbours on earth
mostly are so in memory: a question waits for few lines, and for those of one zone at once.

    zone | parts | rings | blocks | pieces | sides of pieces
"""

from dataclasses import dataclass
from typing import Final

import numpy as np

from firebreak.core.base.errors import LocalError
from firebreak.core.proximity.earth import Floats, Ints
from firebreak.core.proximity.grid import CELLS_M, LEVEL_BITS, grid_of
from firebreak.core.proximity.kernel import EQUATOR_M, TINY, lifted
from firebreak.core.proximity.packed import Packed

LINE_WORDS: Final = 8
WORD_BYTES: Final = 8
HEAD_WORDS: Final = 16
LEVELS, WIDE, MASK, TABLE, BALLS, HELD, FOUND, DISTANCES, END = range(9)
"""Words: which sizes of cubes are in use, one bit each; the span of the balls that are everywhere looked at;
the last row of the table; where table, balls and the room for answers begin, and where the memory ends."""
COUNT_BITS: Final = 24  # a span is where something begins and, in the lowest bits, how many there are
WORDS_MAX: Final = 1 << 29  # whose numbers, with a count, a float still tells apart

POINT, LINES, AREA = range(3)
"The kinds of zones: one place; without a polygon; with one."
KIND_BITS: Final = 2
WORDS: Final = (8, 4, 2, 8, 8, 4)  # of a zone, part, ring, block, piece, side

BALL_WORDS: Final = (
    3  # centre, square of the chord within which to look, four bytes each; where its zone begins
)
ROUNDED_M: Final = 3.0  # what a place in single precision, and its distance from another, can be off
ROUNDED: Final = 1e-6
LEAST_RADIUS_M: Final = 6_300_000.0  # of the ellipsoid's curves; the least one is 6,335 km
CURVE_BITS: Final = 10  # of each axis


def laid_out(packed: Packed) -> Floats:
    """The memory of some zones."""
    order = _along_a_curve(packed.zone_centre)
    places = _Places.of(packed, order)
    table, balls, most, (levels, wide) = _cubes(packed, order)
    rooms = [table.size, balls.size, most, most, most]
    ends = np.cumsum([places.end, *(-(-each // LINE_WORDS) * LINE_WORDS for each in rooms)])
    if ends[-1] > WORDS_MAX:
        hint = "watch fewer sites in one process, or thin their outlines"
        raise LocalError("the outlines of all sites take more than 4 GB", code="FB644", hint=hint)
    memory = _aligned(int(ends[-1]))
    memory[:END] = [levels, wide, len(table) - 1, *ends[:-1]]
    memory[END] = ends[-1]
    balls[:, 2] = places.begins[0][order][balls[:, 2].astype(np.int64)]
    memory[ends[0] : ends[0] + table.size] = table.ravel()
    memory[ends[1] : ends[1] + balls.size] = balls.ravel()
    for begins, rows in zip(places.begins, _rows(packed, places), strict=True):
        memory[begins[:, np.newaxis] + np.arange(rows.shape[1])] = rows
    return memory


def _aligned(words: int) -> Floats:
    """Memory that begins with a line of the cache."""
    whole = np.zeros(words + LINE_WORDS)
    skipped = -(whole.ctypes.data // WORD_BYTES) % LINE_WORDS
    return whole[skipped : skipped + words]


def _along_a_curve(centre: Floats) -> Ints:
    """An order of places in which neighbours follow one another: by the mixed bits of their three axes."""
    cells = ((centre / (2.2 * EQUATOR_M) + 0.5) * (1 << CURVE_BITS)).astype(np.int64)
    key = np.zeros(len(centre), dtype=np.int64)
    for bit in range(CURVE_BITS):
        for axis in range(3):
            key |= (cells[:, axis] >> bit & 1) << (3 * bit + axis)
    return np.argsort(key, kind="stable")


def _cubes(packed: Packed, order: Ints) -> tuple[Floats, Floats, int, tuple[int, int]]:
    """The table of cubes; their balls, which name a zone by the order; how many zones one place can have."""
    reach = (packed.zone_radius + packed.buffer + packed.threshold)[order]
    centre = packed.zone_centre[order]
    grid = grid_of(centre, reach)
    counts = grid.table[:, 2] - grid.table[:, 1]
    table = _words(grid.table[:, 0], BALL_WORDS * grid.table[:, 1] << COUNT_BITS | counts)
    members = np.concatenate([grid.members, grid.wide])
    balls = np.empty((members.size, BALL_WORDS))
    shorts = balls.view(np.float32)
    shorts[:, :3] = centre[members]
    shorts[:, 3] = (((reach + 1.0) * (1 + ROUNDED) + ROUNDED_M) ** 2)[members]
    balls[:, 2] = members
    levels = int(np.bitwise_or.reduce(1 << (grid.table[counts > 0, 0] >> LEVEL_BITS), initial=0))
    most = grid.wide.size + len(CELLS_M) * int(counts.max()) + 1
    return table, balls, most, (levels, BALL_WORDS * grid.members.size << COUNT_BITS | grid.wide.size)


@dataclass(frozen=True, slots=True)
class _Places:
    """Where everything goes."""

    begins: list[Ints]
    "Of each zone, part, ring, block, piece and side."
    end: int

    @classmethod
    def of(cls, packed: Packed, order: Ints) -> "_Places":
        """The zones behind one another in an order."""
        part = packed.part_first
        ring, piece = packed.ring_first[part], _pieces(packed)
        firsts = [np.arange(part.size), part, ring, packed.block_first[ring], piece, piece]
        sizes = [words * np.diff(first) for words, first in zip(WORDS, firsts, strict=True)]
        total = -(-np.sum(sizes, axis=0) // LINE_WORDS) * LINE_WORDS
        begin = np.empty_like(total)
        begin[order] = HEAD_WORDS + np.cumsum(total[order]) - total[order]
        begins: list[Ints] = []
        end = int(begin[order[-1]] + total[order[-1]])
        for words, first, size in zip(WORDS, firsts, sizes, strict=True):
            owner: Ints = np.repeat(np.arange(begin.size, dtype=np.int64), np.diff(first))
            begins.append(begin[owner] + words * (np.arange(owner.size) - first[owner]))
            begin = begin + size
        return cls(begins, end)


def _pieces(packed: Packed) -> Ints:
    """The first piece of each zone."""
    return packed.piece_first[packed.block_first[packed.ring_first[packed.part_first]]]


def _rows(packed: Packed, places: _Places) -> list[Floats]:
    """What is written for each zone, part, ring, block, piece and side."""
    _, _, rings, blocks, pieces, sides = places.begins
    square = (packed.chord**2).sum(axis=1)
    sag = np.maximum.reduceat(square, _pieces(packed)[:-1]) / (8 * LEAST_RADIUS_M) + 0.01
    zone = np.repeat(np.arange(len(packed)), np.diff(packed.part_first))
    outline = _spans(blocks, packed.block_first[packed.ring_first[packed.part_first]])[zone]
    balls = packed.centre, packed.radius, packed.west, packed.east
    return [
        _zones(packed),
        _words(_spans(rings, packed.ring_first), outline, packed.polygon, sag[zone]),
        _words(_spans(blocks, packed.block_first), packed.turns),
        _words(*balls, _spans(pieces, packed.piece_first), sides[packed.piece_first[:-1]]),
        _words(packed.start, packed.chord, 1.0 / (square + TINY), packed.longitude),
        _words(packed.side, packed.longitude_end),
    ]


def _zones(packed: Packed) -> Floats:
    """Reach, buffer, a point's place or a centre, square of the outline's ball, number and kind, parts."""
    first = _pieces(packed)
    area = np.logical_or.reduceat(packed.polygon, packed.part_first[:-1])
    point = (np.diff(first) == 1) & (np.abs(packed.chord[first[:-1]]).sum(axis=1) == 0) & ~area
    place = np.stack(lifted(*packed.start[first[:-1]].T), axis=1)
    kind = np.where(point, POINT, np.where(area, AREA, LINES))
    return _words(
        packed.buffer + packed.threshold,
        packed.buffer,
        np.where(point[:, np.newaxis], place, packed.zone_centre),
        (packed.zone_radius + 1.0) ** 2,
        np.arange(len(packed)) << KIND_BITS | kind,
        np.diff(packed.part_first),
    )


def _spans(begins: Ints, first: Ints) -> Ints:
    """Where the share of each begins, and how many there are."""
    return begins[first[:-1]] << COUNT_BITS | np.diff(first)


def _words(*columns: np.ndarray) -> Floats:
    """Columns beside one another."""
    return np.column_stack(columns).astype(np.float64)
