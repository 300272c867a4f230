"""The loops of the fast way: from a place to its cubes, the balls there, and what they hold.

Memory is that of `memory.py`.
"""

from typing import Any, Final

import numpy as np
from numba import njit

from firebreak.core.proximity.earth import ECCENTRICITY_SQUARE
from firebreak.core.proximity.exact import DOUBT_M, FAR_M
from firebreak.core.proximity.grid import BITS, CELLS_M, FREE, LEVEL_BITS, ORIGIN
from firebreak.core.proximity.kernel import EQUATOR_M
from firebreak.core.proximity.lengths import geodesic, inside, spanned, to_outline
from firebreak.core.proximity.memory import (
    AREA,
    BALL_WORDS,
    BALLS,
    DISTANCES,
    END,
    FOUND,
    HELD,
    KIND_BITS,
    LEVELS,
    MASK,
    POINT,
    TABLE,
    WIDE,
)

SIZES: Final = len(CELLS_M)
CELLS: Final = np.array(CELLS_M)
KIND: Final = (1 << KIND_BITS) - 1


@njit(nogil=True, error_model="numpy")
def _looked_up(memory: Any, key: Any) -> Any:
    """The span of balls of a cube."""
    begin = int(memory[TABLE])
    mask = int(memory[MASK])
    mixed = key ^ (key >> 17) ^ (key >> 31)
    at = (mixed * 40_503 + (mixed >> 7)) & mask
    while memory[begin + 2 * at] != FREE and memory[begin + 2 * at] != key:
        at = (at + 1) & mask
    return memory[begin + 2 * at + 1]


@njit(nogil=True, error_model="numpy")
def _candidates(px: Any, py: Any, pz: Any, memory: Any) -> Any:
    """Write the zones whose ball holds a place into the memory; how many there are."""
    held, levels = int(memory[HELD]), int(memory[LEVELS])
    balls, shorts = int(memory[BALLS]), memory.view(np.float32)
    x, y, z = np.float32(px), np.float32(py), np.float32(pz)
    count = held
    for stage in range(SIZES + 1):
        span = memory[WIDE]
        if stage < SIZES:
            if not levels >> stage & 1:
                continue
            size = CELLS[stage]
            cube = (np.int64(np.floor(px / size)) + ORIGIN) << (2 * BITS)
            cube |= (np.int64(np.floor(py / size)) + ORIGIN) << BITS
            cube |= np.int64(np.floor(pz / size)) + ORIGIN
            span = _looked_up(memory, (np.int64(stage) << LEVEL_BITS) | cube)
        first, end = spanned(span, BALL_WORDS)
        for ball in range(balls + first, balls + end, BALL_WORDS):
            at = 2 * ball
            dx, dy, dz = x - shorts[at], y - shorts[at + 1], z - shorts[at + 2]
            memory[count] = memory[ball + 2]
            count += dx * dx + dy * dy + dz * dz <= shorts[at + 3]
    return count - held


@njit(nogil=True, error_model="numpy")
def _near(north: Any, lon: Any, memory: Any, found: Any, distance: Any, count: Any) -> Any:
    """All zones near one place, behind what was found before; the new count, or -1 where there is no room.

    A zone is told by where it begins in the memory.
    """
    sine, level = np.sin(np.radians(north)), np.cos(np.radians(north))
    across = EQUATOR_M / np.sqrt(1 - ECCENTRICITY_SQUARE * sine * sine)
    px = across * level * np.cos(np.radians(lon))
    py = across * level * np.sin(np.radians(lon))
    pz = across * (1 - ECCENTRICITY_SQUARE) * sine
    candidates = _candidates(px, py, pz, memory)
    if count + candidates > distance.size:
        return -1
    held = int(memory[HELD])
    for place in range(held, held + candidates):
        zone = int(memory[place])
        ax, ay, az = memory[zone + 2], memory[zone + 3], memory[zone + 4]
        dx, dy, dz = px - ax, py - ay, pz - az
        square = dx * dx + dy * dy + dz * dz
        limit = memory[zone] * (1.0 + 2e-5) + 5.0
        kind = int(memory[zone + 6]) & KIND
        length = 0.0
        if kind != AREA or square > memory[zone + 5] or not inside(memory, zone, px, py, pz, lon):
            if kind != POINT:
                square, ax, ay, az = to_outline(memory, zone, limit, px, py, pz)
            length = geodesic(square, px, py, pz, ax, ay, az) if square < np.inf else square
        found[count], distance[count] = zone, length
        count += length <= limit
    return count


@njit(nogil=True, error_model="numpy")
def _numbered(memory: Any, found: Any, distance: Any, begin: Any, end: Any) -> None:
    """Call the zones by the numbers that they came with, and sort by these."""
    for place in range(begin, end):
        zone = int(memory[found[place] + 6]) >> KIND_BITS
        length, at = distance[place], place
        while at > begin and found[at - 1] > zone:
            found[at], distance[at] = found[at - 1], distance[at - 1]
            at -= 1
        found[at], distance[at] = zone, length


@njit(nogil=True, error_model="numpy")
def for_one(north: Any, lon: Any, memory: Any, decide: Any) -> Any:
    """The zones near one place, written into the memory; how many there are.

    To decide is to keep those that it hits, with distances less their buffers; -1 where one has to be judged.
    """
    found = memory[int(memory[FOUND]) : int(memory[DISTANCES])].view(np.int64)
    distance = memory[int(memory[DISTANCES]) : int(memory[END])]
    count = _near(north, lon, memory, found, distance, 0)
    if decide:
        near, count = count, 0
        for place in range(near):
            zone, length = found[place], distance[place]
            if abs(length - memory[zone]) < DOUBT_M or length > FAR_M:
                return -1
            found[count], distance[count] = zone, max(length - memory[zone + 1], 0.0)
            count += length <= memory[zone]
    _numbered(memory, found, distance, 0, count)
    return count


@njit(nogil=True, error_model="numpy")
def all_near(
    north: Any, lon: Any, order: Any, begin: Any, memory: Any, found: Any, distance: Any, spans: Any
) -> Any:
    """Place after place in the order given, until there is no room; where it ended."""
    count = spans[order[begin - 1], 1] if begin else 0
    for place in range(begin, order.size):
        row = order[place]
        more = _near(north[row], lon[row], memory, found, distance, count)
        if more < 0:
            return place
        _numbered(memory, found, distance, count, more)
        spans[row, 0], spans[row, 1] = count, more
        count = more
    return order.size


@njit(nogil=True, error_model="numpy")
def gathered(spans: Any, found: Any, distance: Any, row: Any, zone: Any, length: Any) -> None:
    """Write what was found for each place in the order of the places."""
    count = 0
    for place in range(spans.shape[0]):
        for at in range(spans[place, 0], spans[place, 1]):
            row[count], zone[count], length[count] = place, found[at], distance[at]
            count += 1
