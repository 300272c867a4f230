"""The compiled distance from a place to one zone; what cannot be within reach is left early."""

from types import FunctionType
from typing import Any, Final

import numpy as np
from numba import njit

from firebreak.core.proximity import kernel
from firebreak.core.proximity.memory import COUNT_BITS, WORDS
from firebreak.core.proximity.plain import ARC_M

HALF_TURN: Final = 180.0
TURN: Final = 360.0
ZONE_WORDS, PART_WORDS, RING_WORDS, BLOCK_WORDS, PIECE_WORDS, SIDE_WORDS = WORDS
COUNTED: Final = (1 << COUNT_BITS) - 1


def _compiled(function: Any, **others: Any) -> Any:
    """Compile a function of the kernel, with those that it calls compiled too."""
    seen = {**vars(kernel), **others}
    return njit(nogil=True, error_model="numpy")(FunctionType(function.__code__, seen, function.__name__))


_lifted = _compiled(kernel.lifted)
_foot = _compiled(kernel.foot, lifted=_lifted)
_arc = _compiled(kernel.arc)
_vincenty = _compiled(kernel.vincenty)


@njit(nogil=True, error_model="numpy")
def spanned(span: Any, words: Any) -> Any:
    """Where something begins and ends, of so many words each."""
    whole = np.int64(span)
    first = whole >> COUNT_BITS
    return first, first + words * (whole & COUNTED)


@njit(nogil=True, error_model="numpy")
def inside(memory: Any, zone: Any, px: Any, py: Any, pz: Any, lon: Any) -> Any:
    """Whether a polygon of a zone holds a place."""
    begin = zone + ZONE_WORDS
    for at in range(begin, begin + PART_WORDS * int(memory[zone + 7]), PART_WORDS):
        if memory[at + 2] != 0.0 and _in_rings(memory, memory[at], px, py, pz, lon):
            return True
    return False


@njit(nogil=True, error_model="numpy")
def _in_rings(memory: Any, rings: Any, px: Any, py: Any, pz: Any, lon: Any) -> Any:
    """Whether the first ring goes round a place and no further one does."""
    begin, end = spanned(rings, RING_WORDS)
    for at in range(begin, end, RING_WORDS):
        around = memory[at + 1] + _crossings(memory, memory[at], px, py, pz, lon)
        if (around != 0.0) != (at == begin):
            return False
    return True


@njit(nogil=True, error_model="numpy")
def _crossings(memory: Any, ring: Any, px: Any, py: Any, pz: Any, lon: Any) -> Any:
    """Pieces that run eastward north of a place, less westward ones."""
    found = 0
    first, last = spanned(ring, BLOCK_WORDS)
    for block in range(first, last, BLOCK_WORDS):
        ahead = lon - memory[block + 4]
        ahead += TURN if ahead < 0.0 else 0.0
        ahead += TURN if ahead < 0.0 else 0.0
        ahead -= TURN if ahead >= TURN else 0.0
        if memory[block + 4] + ahead > memory[block + 5]:
            continue
        begin, end = spanned(memory[block + 6], PIECE_WORDS)
        side = int(memory[block + 7]) - SIDE_WORDS
        for at in range(begin, end, PIECE_WORDS):
            side += SIDE_WORDS
            one, other = memory[at + 7] - lon, memory[side + 3] - lon
            one += TURN if one < -HALF_TURN else -TURN if one > HALF_TURN else 0.0
            other += TURN if other < -HALF_TURN else -TURN if other > HALF_TURN else 0.0
            eastward = one < 0.0
            if eastward == (other < 0.0) or abs(one) + abs(other) >= HALF_TURN:
                continue
            dx, dy, dz = px - memory[at], py - memory[at + 1], pz - memory[at + 2]
            over = dx * memory[side] + dy * memory[side + 1] + dz * memory[side + 2]
            if eastward and over > 0.0:
                found += 1
            elif not eastward and over < 0.0:
                found -= 1
    return found


@njit(nogil=True, error_model="numpy")
def _to_chord(memory: Any, at: Any, px: Any, py: Any, pz: Any) -> Any:
    """The square of the distance to the chord of a piece."""
    dx, dy, dz = px - memory[at], py - memory[at + 1], pz - memory[at + 2]
    ux, uy, uz = memory[at + 3], memory[at + 4], memory[at + 5]
    along = min(max((dx * ux + dy * uy + dz * uz) * memory[at + 6], 0.0), 1.0)
    dx, dy, dz = dx - along * ux, dy - along * uy, dz - along * uz
    return dx * dx + dy * dy + dz * dz


@njit(nogil=True, error_model="numpy")
def geodesic(square: Any, px: Any, py: Any, pz: Any, qx: Any, qy: Any, qz: Any) -> Any:
    """The distance of two places, by what suits the square of their chord."""
    if square > ARC_M * ARC_M:
        return _vincenty(px, py, pz, qx, qy, qz)
    return _arc(px, py, pz, qx, qy, qz)


@njit(nogil=True, error_model="numpy")
def _beyond(memory: Any, block: Any, bound: Any, px: Any, py: Any, pz: Any) -> Any:
    """Whether the ball of a block is farther than a bound."""
    dx, dy, dz = px - memory[block], py - memory[block + 1], pz - memory[block + 2]
    far = bound + memory[block + 3]
    return dx * dx + dy * dy + dz * dz > far * far


@njit(nogil=True, error_model="numpy")
def to_outline(memory: Any, zone: Any, limit: Any, px: Any, py: Any, pz: Any) -> Any:
    """The nearest point of a zone's outline, behind the square of the chord to it; that is infinite early on
    where the outline is seen to be beyond the limit.

    First the piece with the nearest chord; then those of the others that could be nearer above their chords.
    """
    sag = memory[zone + ZONE_WORDS + 3]
    first, last = spanned(memory[zone + ZONE_WORDS + 1], BLOCK_WORDS)
    bound, nearest = np.inf, 0
    for block in range(first, last, BLOCK_WORDS):
        if _beyond(memory, block, np.sqrt(bound), px, py, pz):
            continue
        begin, end = spanned(memory[block + 6], PIECE_WORDS)
        for at in range(begin, end, PIECE_WORDS):
            square = _to_chord(memory, at, px, py, pz)
            nearest = at if square < bound else nearest
            bound = min(square, bound)
    best, bx, by, bz = np.inf, px, py, pz
    if np.sqrt(bound) > limit + sag:
        return best, bx, by, bz
    bound = (np.sqrt(bound) + 2.0 * sag) ** 2
    for block in range(first, last, BLOCK_WORDS):
        if _beyond(memory, block, np.sqrt(bound), px, py, pz):
            continue
        begin, end = spanned(memory[block + 6], PIECE_WORDS)
        for at in range(begin, end, PIECE_WORDS):
            if at != nearest and _to_chord(memory, at, px, py, pz) > bound:
                continue
            ax, ay, az = memory[at], memory[at + 1], memory[at + 2]
            fx, fy, fz = _foot(px, py, pz, ax, ay, az, memory[at + 3], memory[at + 4], memory[at + 5])
            square = (px - fx) ** 2 + (py - fy) ** 2 + (pz - fz) ** 2
            if square < best:
                best, bx, by, bz = square, fx, fy, fz
                bound = min(bound, (np.sqrt(best) + sag) ** 2)
    return best, bx, by, bz
