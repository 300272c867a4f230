"""The loops of the fast way: from a place to its cubes, the balls there, and what they hold."""

from typing import Any, Final

import numpy as np
from numba import njit

from firebreak.core.proximity.earth import ECCENTRICITY_SQUARE
from firebreak.core.proximity.grid import BITS, CELLS_M, FREE, LEVEL_BITS, ORIGIN
from firebreak.core.proximity.kernel import EQUATOR_M
from firebreak.core.proximity.lengths import LINES, POINT, geodesic, inside, to_outline

LEVELS: Final = len(CELLS_M)
CELLS: Final = np.array(CELLS_M)


@njit(nogil=True, error_model="numpy")
def _looked_up(table: Any, key: Any) -> Any:
    mask = table.shape[0] - 1
    mixed = key ^ (key >> 17) ^ (key >> 31)
    at = (mixed * 40_503 + (mixed >> 7)) & mask
    while table[at, 0] != FREE and table[at, 0] != key:
        at = (at + 1) & mask
    return at


@njit(nogil=True, error_model="numpy")
def _candidates(px: Any, py: Any, pz: Any, table: Any, members: Any, balls: Any, wide: Any, held: Any) -> Any:
    """Write the zones whose ball holds a place into `held`, in order of their numbers; how many there are."""
    x, y, z = np.float32(px), np.float32(py), np.float32(pz)
    count = 0
    for stage in range(LEVELS + 1):
        begin, end = wide, members.size
        if stage < LEVELS:
            size = CELLS[stage]
            cube = (np.int64(np.floor(px / size)) + ORIGIN) << (2 * BITS)
            cube |= (np.int64(np.floor(py / size)) + ORIGIN) << BITS
            cube |= np.int64(np.floor(pz / size)) + ORIGIN
            at = _looked_up(table, (np.int64(stage) << LEVEL_BITS) | cube)
            begin, end = table[at, 1], table[at, 2]
        for place in range(begin, end):
            dx, dy, dz = x - balls[place, 0], y - balls[place, 1], z - balls[place, 2]
            held[count] = members[place]
            count += dx * dx + dy * dy + dz * dz <= balls[place, 3]
    for place in range(1, count):
        zone, at = held[place], place
        while at > 0 and held[at - 1] > zone:
            held[at] = held[at - 1]
            at -= 1
        held[at] = zone
    return count


@njit(nogil=True, error_model="numpy")
def near(
    north: Any,
    lon: Any,
    table: Any,
    members: Any,
    balls: Any,
    wide: Any,
    zones: Any,
    parts: Any,
    rings: Any,
    blocks: Any,
    pieces: Any,
    sides: Any,
    held: Any,
    found: Any,
    distance: Any,
    count: Any,
) -> Any:
    """All zones near one place, behind what was found before; the new count, or -1 where there is no room."""
    sine, level = np.sin(np.radians(north)), np.cos(np.radians(north))
    across = EQUATOR_M / np.sqrt(1 - ECCENTRICITY_SQUARE * sine * sine)
    px = across * level * np.cos(np.radians(lon))
    py = across * level * np.sin(np.radians(lon))
    pz = across * (1 - ECCENTRICITY_SQUARE) * sine
    candidates = _candidates(px, py, pz, table, members, balls, wide, held)
    if count + candidates > distance.size:
        return -1
    for place in range(candidates):
        zone = held[place]
        dx, dy, dz = px - zones[zone, 1], py - zones[zone, 2], pz - zones[zone, 3]
        square = dx * dx + dy * dy + dz * dz
        within = False
        if zones[zone, 5] > LINES and square <= zones[zone, 4]:
            for part in range(int(zones[zone, 7]), int(zones[zone, 8])):
                if not within and parts[part, 2]:
                    within = inside(part, parts, rings, blocks, sides, px, py, pz, lon)
        if within:
            length = 0.0
        elif zones[zone, 5] == POINT:
            length = geodesic(square, px, py, pz, zones[zone, 1], zones[zone, 2], zones[zone, 3])
        else:
            begin, end = int(zones[zone, 9]), int(zones[zone, 10])
            length = to_outline(begin, end, zones[zone, 0], zones[zone, 6], blocks, pieces, px, py, pz)
        found[count], distance[count] = zone, length
        count += length <= zones[zone, 0]
    return count


@njit(nogil=True, error_model="numpy")
def all_near(
    north: Any,
    lon: Any,
    order: Any,
    begin: Any,
    table: Any,
    members: Any,
    balls: Any,
    wide: Any,
    zones: Any,
    parts: Any,
    rings: Any,
    blocks: Any,
    pieces: Any,
    sides: Any,
    held: Any,
    found: Any,
    distance: Any,
    spans: Any,
) -> Any:
    """Place after place in the order given, until there is no room; where it ended."""
    count = spans[order[begin - 1], 1] if begin else 0
    for place in range(begin, order.size):
        row = order[place]
        more = near(
            north[row], lon[row], table, members, balls, wide, zones, parts, rings, blocks, pieces, sides,
            held, found, distance, count,
        )  # fmt: skip
        if more < 0:
            return place
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
