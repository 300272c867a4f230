"""The compiled distance from a place to one zone; what cannot be within reach is left early."""

from types import FunctionType
from typing import Any, Final

import numpy as np
from numba import njit

from firebreak.core.proximity import kernel
from firebreak.core.proximity.plain import ARC_M

HALF_TURN: Final = 180.0
TURN: Final = 360.0
POINT: Final = 0
"The kinds of zones: one place, one without a polygon, one with."
LINES: Final = 1


def _compiled(function: Any, **others: Any) -> Any:
    """Compile a function of the kernel, with those that it calls compiled too."""
    seen = {**vars(kernel), **others}
    return njit(nogil=True, error_model="numpy")(FunctionType(function.__code__, seen, function.__name__))


_lifted = _compiled(kernel.lifted)
_foot = _compiled(kernel.foot, lifted=_lifted)
_arc = _compiled(kernel.arc)
_vincenty = _compiled(kernel.vincenty)


@njit(nogil=True, error_model="numpy", inline="always")
def inside(
    part: Any, parts: Any, rings: Any, blocks: Any, sides: Any, px: Any, py: Any, pz: Any, lon: Any
) -> Any:
    """Whether a part that is a polygon holds a place."""
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
                begin, end = sides[piece, 6] - lon, sides[piece, 7] - lon
                begin += TURN if begin < -HALF_TURN else -TURN if begin > HALF_TURN else 0.0
                end += TURN if end < -HALF_TURN else -TURN if end > HALF_TURN else 0.0
                eastward = begin < 0.0
                if eastward == (end < 0.0) or abs(begin) + abs(end) >= HALF_TURN:
                    continue
                over = (
                    (px - sides[piece, 0]) * sides[piece, 3]
                    + (py - sides[piece, 1]) * sides[piece, 4]
                    + (pz - sides[piece, 2]) * sides[piece, 5]
                )
                if eastward and over > 0.0:
                    around += 1
                elif not eastward and over < 0.0:
                    around -= 1
        if (around != 0) != (ring == parts[part, 0]):
            return False
    return True


@njit(nogil=True, error_model="numpy")
def _to_chord(dx: Any, dy: Any, dz: Any, ux: Any, uy: Any, uz: Any, per_square: Any) -> Any:
    """The square of the distance to a chord U, from where D points to behind its first end."""
    along = min(max((dx * ux + dy * uy + dz * uz) * per_square, 0.0), 1.0)
    dx, dy, dz = dx - along * ux, dy - along * uy, dz - along * uz
    return dx * dx + dy * dy + dz * dz


@njit(nogil=True, error_model="numpy")
def geodesic(square: Any, px: Any, py: Any, pz: Any, qx: Any, qy: Any, qz: Any) -> Any:
    """The distance of two places, by what suits the square of their chord."""
    if square > ARC_M * ARC_M:
        return _vincenty(px, py, pz, qx, qy, qz)
    return _arc(px, py, pz, qx, qy, qz)


@njit(nogil=True, error_model="numpy", inline="always")
def to_outline(
    begin: Any, end: Any, limit: Any, sag: Any, blocks: Any, pieces: Any, px: Any, py: Any, pz: Any
) -> Any:
    """The distance to the pieces of some blocks; infinity where it is seen early that it is beyond the limit.

    First the piece with the nearest chord; then those of the others that could be nearer above their chords.
    """
    bound, first = np.inf, -1
    for block in range(begin, end):
        dx, dy, dz = px - blocks[block, 0], py - blocks[block, 1], pz - blocks[block, 2]
        far = np.sqrt(bound) + blocks[block, 3]
        if dx * dx + dy * dy + dz * dz > far * far:
            continue
        for piece in range(int(blocks[block, 6]), int(blocks[block, 7])):
            square = _to_chord(
                px - pieces[piece, 0], py - pieces[piece, 1], pz - pieces[piece, 2],
                pieces[piece, 3], pieces[piece, 4], pieces[piece, 5], pieces[piece, 6],
            )  # fmt: skip
            if square < bound:
                bound, first = square, piece
    if np.sqrt(bound) > limit + sag:
        return np.inf
    best, bx, by, bz = np.inf, px, py, pz
    bound = (np.sqrt(bound) + 2.0 * sag) ** 2
    for block in range(begin, end):
        dx, dy, dz = px - blocks[block, 0], py - blocks[block, 1], pz - blocks[block, 2]
        far = np.sqrt(bound) + blocks[block, 3]
        if dx * dx + dy * dy + dz * dz > far * far:
            continue
        for piece in range(int(blocks[block, 6]), int(blocks[block, 7])):
            ax, ay, az = pieces[piece, 0], pieces[piece, 1], pieces[piece, 2]
            ux, uy, uz = pieces[piece, 3], pieces[piece, 4], pieces[piece, 5]
            if piece != first and _to_chord(px - ax, py - ay, pz - az, ux, uy, uz, pieces[piece, 6]) > bound:
                continue
            fx, fy, fz = _foot(px, py, pz, ax, ay, az, ux, uy, uz)
            square = (px - fx) ** 2 + (py - fy) ** 2 + (pz - fz) ** 2
            if square < best:
                best, bx, by, bz = square, fx, fy, fz
                bound = min(bound, (np.sqrt(best) + sag) ** 2)
    return geodesic(best, px, py, pz, bx, by, bz)
