"""Arrays of places: degrees to geocentric metres, and the refusal of numbers that are no place."""

from typing import Final, TypeAlias

import numpy as np
import numpy.typing as npt

from firebreak.core.base.errors import LocalError
from firebreak.core.proximity.kernel import EQUATOR_M, FLATTENING, turned

Floats: TypeAlias = npt.NDArray[np.float64]
Ints: TypeAlias = npt.NDArray[np.int64]
Bools: TypeAlias = npt.NDArray[np.bool_]

LATITUDE_MAX: Final = 90.0
LONGITUDE_MAX: Final = 360.0  # 0 to 360 is written as well as -180 to 180
ECCENTRICITY_SQUARE: Final = FLATTENING * (2 - FLATTENING)


def geocentric(latitude: Floats, longitude: Floats) -> Floats:
    """One row of x, y, z in metres for each place, on the ellipsoid."""
    north, east = np.radians(latitude), np.radians(longitude)
    sine, level = np.sin(north), np.cos(north)
    across = EQUATOR_M / np.sqrt(1 - ECCENTRICITY_SQUARE * sine * sine)
    points = np.empty((latitude.size, 3))
    points[:, 0] = across * level * np.cos(east)
    points[:, 1] = across * level * np.sin(east)
    points[:, 2] = across * (1 - ECCENTRICITY_SQUARE) * sine
    return points


def surface(points: Floats) -> tuple[Floats, Floats]:
    """Latitude and longitude of points near the surface (Bowring's first step, right to a millimetre)."""
    x, y, z = points.T
    across = np.hypot(x, y)
    minor = EQUATOR_M * np.sqrt(1 - ECCENTRICITY_SQUARE)
    turn = np.arctan2(z * EQUATOR_M, across * minor)
    second = ECCENTRICITY_SQUARE / (1 - ECCENTRICITY_SQUARE)
    north = np.arctan2(
        z + second * minor * np.sin(turn) ** 3,
        across - ECCENTRICITY_SQUARE * EQUATOR_M * np.cos(turn) ** 3,
    )
    return np.degrees(north), np.degrees(np.arctan2(y, x))


def wrapped(degrees: Floats) -> Floats:
    """The same angles from -180 to 180."""
    return np.asarray(turned(degrees))


def placed(latitude: npt.ArrayLike, longitude: npt.ArrayLike, what: str) -> tuple[Floats, Floats]:
    """Both as arrays, the longitude from -180 to 180. Raises LocalError naming the first that is no place."""
    north = np.atleast_1d(np.asarray(latitude, dtype=np.float64))
    east = np.atleast_1d(np.asarray(longitude, dtype=np.float64))
    good = (np.abs(north) <= LATITUDE_MAX) & (np.abs(east) <= LONGITUDE_MAX)  # false for NaN
    if not good.all():
        at = int(np.argmin(good))
        swapped = abs(north[at]) > LATITUDE_MAX and abs(east[at]) <= LATITUDE_MAX
        hint = "latitude and longitude may have been swapped" if swapped else "give degrees on WGS-84"
        raise LocalError(
            f"{what}, position {at + 1}: latitude {north[at]:g}, longitude {east[at]:g} is not a place",
            code="FB640",
            hint=hint,
        )
    return north, wrapped(east)
