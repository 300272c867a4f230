"""The arithmetic of distances, written so that it takes numbers as well as arrays of them.

Points are geocentric, in metres, on the WGS-84 ellipsoid. None of the functions has a branch: numpy runs them
on arrays, numba compiles them for numbers, and both give the same answers.

*Foot.* A piece of an edge is the curve above its chord: the chord's points, lifted along the normal (the
curve of alignment). For pieces of 50 km it leaves the geodesic by less than 0.3 mm. One Newton step from the
foot on the chord finds the nearest point of the curve; what is left of an error along the curve enters the
distance squared.

*Arc.* The geodesic through both ends is an arc whose curvature is that of the ellipsoid in the middle of the
chord, in its direction. The error grows with the fifth power of the distance: below 0.1 mm at 300 km.

*Vincenty's* inverse solution (Survey Review 23, 1975) takes over beyond that.
"""

from typing import Any, Final

import numpy as np

EQUATOR_M: Final = 6_378_137.0  # WGS-84, NGA.STND.0036
FLATTENING: Final = 1 / 298.257223563
POLE_M: Final = EQUATOR_M * (1 - FLATTENING)
PER_EQUATOR: Final = 1 / EQUATOR_M**2
PER_POLE: Final = 1 / POLE_M**2
TINY: Final = 1e-300  # keeps a quotient of two zeros a zero
ROUNDS: Final = 12  # of Vincenty's iteration; each adds two to three digits up to 19,000 km

Real = Any
"A number, or an array of numbers."


def turned(degrees: Real) -> Real:
    """The same angle from -180 to 180."""
    return degrees - 360.0 * np.rint(degrees / 360.0)


def lifted(x: Real, y: Real, z: Real) -> tuple[Real, Real, Real]:
    """The point of the ellipsoid above a point that lies little below it."""
    gx, gy, gz = x * PER_EQUATOR, y * PER_EQUATOR, z * PER_POLE
    up = (1.0 - (x * gx + y * gy + z * gz)) / (2.0 * (gx * gx + gy * gy + gz * gz))
    return x + up * gx, y + up * gy, z + up * gz


def foot(  # noqa: PLR0913, PLR0917 -- three vectors
    px: Real, py: Real, pz: Real, ax: Real, ay: Real, az: Real, ux: Real, uy: Real, uz: Real
) -> tuple[Real, Real, Real]:
    """The point nearest to P of the piece that begins at A and whose chord is U. U may be zero."""
    per_square = 1.0 / (ux * ux + uy * uy + uz * uz + TINY)
    along = ((px - ax) * ux + (py - ay) * uy + (pz - az) * uz) * per_square
    along = np.minimum(np.maximum(along, 0.0), 1.0)
    fx, fy, fz = lifted(ax + along * ux, ay + along * uy, az + along * uz)
    gx, gy, gz = fx * PER_EQUATOR, fy * PER_EQUATOR, fz * PER_POLE
    tilt = (ux * gx + uy * gy + uz * gz) / (gx * gx + gy * gy + gz * gz)
    dx, dy, dz = px - fx, py - fy, pz - fz
    over = dx * (ux - tilt * gx) + dy * (uy - tilt * gy) + dz * (uz - tilt * gz)
    bend = 1.0 - 0.5 * (dx * dx + dy * dy + dz * dz) * PER_EQUATOR
    along = along + over * per_square / np.maximum(bend, 0.25)
    along = np.minimum(np.maximum(along, 0.0), 1.0)
    return lifted(ax + along * ux, ay + along * uy, az + along * uz)


def arc(px: Real, py: Real, pz: Real, qx: Real, qy: Real, qz: Real) -> Real:
    """The geodesic distance of two points that are at most some 300 km apart."""
    dx, dy, dz = qx - px, qy - py, qz - pz
    square = dx * dx + dy * dy + dz * dz
    gx, gy, gz = (px + qx) * PER_EQUATOR, (py + qy) * PER_EQUATOR, (pz + qz) * PER_POLE
    depth = (px + qx) * gx + (py + qy) * gy + (pz + qz) * gz
    steep = np.sqrt((gx * gx + gy * gy + gz * gz) / depth)
    curvature = ((dx * dx + dy * dy) * PER_EQUATOR + dz * dz * PER_POLE) / ((square + TINY) * steep)
    half = 0.5 * np.sqrt(square) * curvature
    turn = half * half
    series = 1.0 + turn * (1 / 6 + turn * (3 / 40 + turn * (15 / 336 + turn * (105 / 3456))))
    return np.sqrt(square) * series


def vincenty(px: Real, py: Real, pz: Real, qx: Real, qy: Real, qz: Real) -> Real:
    """The geodesic distance of two points up to some 19,000 km apart."""
    up, down = 1 - FLATTENING, 1 / (1 - FLATTENING)
    first, second = np.sqrt(px * px + py * py), np.sqrt(qx * qx + qy * qy)
    s1 = pz * down / np.sqrt(first * first + pz * down * pz * down)
    c1 = first / np.sqrt(first * first + pz * down * pz * down)
    s2 = qz * down / np.sqrt(second * second + qz * down * qz * down)
    c2 = second / np.sqrt(second * second + qz * down * qz * down)
    turn = np.arctan2(px * qy - py * qx, px * qx + py * qy)
    lam, sigma, ss, cs, ca, cm = turn, 0.0, 0.0, 0.0, 0.0, 0.0
    for _ in range(ROUNDS):
        sl, cl = np.sin(lam), np.cos(lam)
        cross = c1 * s2 - s1 * c2 * cl
        ss = np.sqrt(c2 * sl * c2 * sl + cross * cross)
        cs = s1 * s2 + c1 * c2 * cl
        sigma = np.arctan2(ss, cs)
        sa = c1 * c2 * sl / (ss + TINY)
        ca = 1.0 - sa * sa
        cm = cs - 2.0 * s1 * s2 / (ca + TINY)
        c = FLATTENING / 16 * ca * (4.0 + FLATTENING * (4.0 - 3.0 * ca))
        lam = turn + (1.0 - c) * FLATTENING * sa * (sigma + c * ss * (cm + c * cs * (2.0 * cm * cm - 1.0)))
    u2 = ca * (EQUATOR_M * EQUATOR_M * PER_POLE - 1.0)
    big_a = 1.0 + u2 / 16384 * (4096.0 + u2 * (-768.0 + u2 * (320.0 - 175.0 * u2)))
    big_b = u2 / 1024 * (256.0 + u2 * (-128.0 + u2 * (74.0 - 47.0 * u2)))
    delta = (
        big_b
        * ss
        * (
            cm
            + big_b
            / 4
            * (cs * (2.0 * cm * cm - 1.0) - big_b / 6 * cm * (4.0 * ss * ss - 3.0) * (4.0 * cm * cm - 3.0))
        )
    )
    return POLE_M * big_a * (sigma - delta) * (up * down)
