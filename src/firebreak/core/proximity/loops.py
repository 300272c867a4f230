"""The loops of the fast way: from a place to its cube, the zones there, their blocks and pieces."""

from types import FunctionType
from typing import Any, Final

import numpy as np
from numba import njit

from firebreak.core.proximity import kernel
from firebreak.core.proximity.earth import ECCENTRICITY_SQUARE
from firebreak.core.proximity.grid import BITS, CELLS_M, FREE, LEVEL_BITS, ORIGIN
from firebreak.core.proximity.kernel import EQUATOR_M
from firebreak.core.proximity.packed import SAG_M
from firebreak.core.proximity.plain import ARC_M

LEVELS: Final = len(CELLS_M)
CELLS: Final = np.array(CELLS_M)
HALF_TURN: Final = 180.0
TURN: Final = 360.0


def _compiled(function: Any, **others: Any) -> Any:
    """Compile a function of the kernel, with those that it calls compiled too."""
    seen = {**vars(kernel), **others}
    return njit(nogil=True, error_model="numpy")(FunctionType(function.__code__, seen, function.__name__))


_lifted = _compiled(kernel.lifted)
_foot = _compiled(kernel.foot, lifted=_lifted)
_arc = _compiled(kernel.arc)
_vincenty = _compiled(kernel.vincenty)


@njit(nogil=True, error_model="numpy")
def _inside(
    part: Any, parts: Any, rings: Any, blocks: Any, pieces: Any, px: Any, py: Any, pz: Any, lon: Any
) -> Any:
    for ring in range(parts[part, 0], parts[part, 1]):
        around = rings[ring, 2]
        for block in range(rings[ring, 0], rings[ring, 1]):
            west = blocks[block, 4]
            ahead = lon - west
            while ahead < 0.0:
                ahead += TURN
            while ahead >= TURN:
                ahead -= TURN
            if west + ahead > blocks[block, 5]:
                continue
            for piece in range(int(blocks[block, 6]), int(blocks[block, 7])):
                begin, end = pieces[piece, 9] - lon, pieces[piece, 10] - lon
                begin += TURN if begin < -HALF_TURN else -TURN if begin > HALF_TURN else 0.0
                end += TURN if end < -HALF_TURN else -TURN if end > HALF_TURN else 0.0
                eastward = begin < 0.0
                if eastward == (end < 0.0) or abs(begin) + abs(end) >= HALF_TURN:
                    continue
                over = (
                    (px - pieces[piece, 0]) * pieces[piece, 6]
                    + (py - pieces[piece, 1]) * pieces[piece, 7]
                    + (pz - pieces[piece, 2]) * pieces[piece, 8]
                )
                if eastward and over > 0.0:
                    around += 1
                elif not eastward and over < 0.0:
                    around -= 1
        if (around != 0) != (ring == parts[part, 0]):
            return False
    return True


@njit(nogil=True, error_model="numpy")
def _distance(
    first: Any,
    end: Any,
    parts: Any,
    rings: Any,
    blocks: Any,
    pieces: Any,
    px: Any,
    py: Any,
    pz: Any,
    lon: Any,
) -> Any:
    best, bound = np.inf, np.inf
    bx, by, bz = px, py, pz
    for part in range(first, end):
        if parts[part, 2] and _inside(part, parts, rings, blocks, pieces, px, py, pz, lon):
            return 0.0
        for block in range(rings[parts[part, 0], 0], rings[parts[part, 1] - 1, 1]):
            dx, dy, dz = px - blocks[block, 0], py - blocks[block, 1], pz - blocks[block, 2]
            far = np.sqrt(bound) + blocks[block, 3]
            if dx * dx + dy * dy + dz * dz > far * far:
                continue
            for piece in range(int(blocks[block, 6]), int(blocks[block, 7])):
                ax, ay, az = pieces[piece, 0], pieces[piece, 1], pieces[piece, 2]
                ux, uy, uz = pieces[piece, 3], pieces[piece, 4], pieces[piece, 5]
                dx, dy, dz = px - ax, py - ay, pz - az
                along = (dx * ux + dy * uy + dz * uz) * pieces[piece, 11]
                along = 0.0 if along < 0.0 else min(along, 1.0)
                dx, dy, dz = dx - along * ux, dy - along * uy, dz - along * uz
                if dx * dx + dy * dy + dz * dz > bound:  # the chord is farther than any other piece
                    continue
                fx, fy, fz = _foot(px, py, pz, ax, ay, az, ux, uy, uz)
                square = (px - fx) ** 2 + (py - fy) ** 2 + (pz - fz) ** 2
                if square < best:
                    best = square
                    bx, by, bz = fx, fy, fz
                    bound = (np.sqrt(square) + SAG_M) ** 2
    if best > ARC_M * ARC_M:
        return _vincenty(px, py, pz, bx, by, bz)
    return _arc(px, py, pz, bx, by, bz)


@njit(nogil=True, error_model="numpy")
def _looked_up(table: Any, key: Any) -> Any:
    mask = table.shape[0] - 1
    mixed = key ^ (key >> 17) ^ (key >> 31)
    at = (mixed * 40_503 + (mixed >> 7)) & mask
    while table[at, 0] != FREE and table[at, 0] != key:
        at = (at + 1) & mask
    return at


@njit(nogil=True, error_model="numpy")
def near(
    north: Any,
    lon: Any,
    members: Any,
    table: Any,
    wide: Any,
    zones: Any,
    spans: Any,
    parts: Any,
    rings: Any,
    blocks: Any,
    pieces: Any,
    found: Any,
    distance: Any,
    count: Any,
    row: Any,
) -> Any:
    """All zones near one place, behind what was found before; the new count, or -1 where there is no room."""
    sine, level = np.sin(np.radians(north)), np.cos(np.radians(north))
    across = EQUATOR_M / np.sqrt(1 - ECCENTRICITY_SQUARE * sine * sine)
    px = across * level * np.cos(np.radians(lon))
    py = across * level * np.sin(np.radians(lon))
    pz = across * (1 - ECCENTRICITY_SQUARE) * sine
    for stage in range(LEVELS + 1):
        begin, end = 0, wide.size
        if stage < LEVELS:
            size = CELLS[stage]
            x, y, z = (
                np.int64(np.floor(px / size)),
                np.int64(np.floor(py / size)),
                np.int64(np.floor(pz / size)),
            )
            key = (
                (np.int64(stage) << LEVEL_BITS)
                | ((x + ORIGIN) << (2 * BITS))
                | ((y + ORIGIN) << BITS)
                | (z + ORIGIN)
            )
            at = _looked_up(table, key)
            begin, end = table[at, 1], table[at, 2]
            if table[at, 0] == FREE:
                continue
        for place in range(begin, end):
            zone = members[place] if stage < LEVELS else wide[place]
            dx, dy, dz = px - zones[zone, 0], py - zones[zone, 1], pz - zones[zone, 2]
            if dx * dx + dy * dy + dz * dz > zones[zone, 3]:
                continue
            length = _distance(spans[zone, 0], spans[zone, 1], parts, rings, blocks, pieces, px, py, pz, lon)
            if length > zones[zone, 4]:
                continue
            if count == distance.size:
                return -1
            found[count, 0], found[count, 1], distance[count] = row, zone, length
            count += 1
    return count


@njit(nogil=True, error_model="numpy")
def all_near(
    north: Any,
    lon: Any,
    begin: Any,
    members: Any,
    table: Any,
    wide: Any,
    zones: Any,
    spans: Any,
    parts: Any,
    rings: Any,
    blocks: Any,
    pieces: Any,
    found: Any,
    distance: Any,
) -> Any:
    """Place after place until there is no room; where it ended, and how much was found."""
    count = 0
    for row in range(begin, north.size):
        more = near(
            north[row], lon[row], members, table, wide, zones, spans, parts, rings, blocks, pieces, found,
            distance, count, row,
        )  # fmt: skip
        if more < 0:
            return row, count
        count = more
    return north.size, count
