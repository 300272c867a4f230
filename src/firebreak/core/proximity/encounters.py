"""The closest point of approach of tracks that go straight on.

Straight means a straight line in space from the surface. In two minutes of flight or twenty at sea that
differs from two geodesics by less than half a metre, far less than what a turn would change.
"""

from dataclasses import dataclass
from typing import Final

import numpy as np

from firebreak.core.proximity.earth import Floats, Ints, geocentric
from firebreak.core.proximity.neighbours import overlapping

AIR_LOOK_AHEAD_S: Final = 120.0  # as short-term conflict alerts do; longer only adds false ones
SEA_LOOK_AHEAD_S: Final = 900.0
STILL: Final = 1e-12  # square metres a second: no relative motion


@dataclass(frozen=True, slots=True)
class Encounters:
    """Pairs that come closer than asked within the look-ahead, nearest in time first."""

    one: Ints
    other: Ints
    seconds: Floats
    "Until the closest point; 0 where they already move apart."
    distance_m: Floats
    "There, in a straight line."


def velocities(latitude: Floats, longitude: Floats, speed_ms: Floats, course: Floats) -> Floats:
    """Geocentric velocities in metres a second, from speed and true course."""
    north, east, way = np.radians(latitude), np.radians(longitude), np.radians(course)
    ahead, aside = speed_ms * np.cos(way), speed_ms * np.sin(way)
    return np.stack(
        [
            -ahead * np.sin(north) * np.cos(east) - aside * np.sin(east),
            -ahead * np.sin(north) * np.sin(east) + aside * np.cos(east),
            ahead * np.cos(north),
        ],
        axis=1,
    )


def closest(position: Floats, velocity: Floats, look_ahead_s: float) -> tuple[Floats, Floats]:
    """Seconds to the closest point, and the distance there, from relative positions and velocities."""
    square = (velocity * velocity).sum(axis=1)
    raw = -(position * velocity).sum(axis=1) / np.maximum(square, STILL)
    seconds = np.clip(np.where(square > STILL, raw, 0.0), 0.0, look_ahead_s)
    there = position + velocity * seconds[:, np.newaxis]
    return seconds, np.sqrt((there * there).sum(axis=1))


def encounters(position: Floats, velocity: Floats, look_ahead_s: float, within_m: float) -> Encounters:
    """All pairs of tracks, anew. Positions and velocities are geocentric."""
    ahead = position + velocity * look_ahead_s
    low = np.minimum(position, ahead) - within_m / 2
    high = np.maximum(position, ahead) + within_m / 2
    one, other = overlapping(low, high)
    seconds, distance = closest(
        position[other] - position[one], velocity[other] - velocity[one], look_ahead_s
    )
    near = np.flatnonzero(distance <= within_m)
    near = near[np.lexsort((other[near], one[near], seconds[near]))]
    return Encounters(one[near], other[near], seconds[near], distance[near])


def positions(latitude: Floats, longitude: Floats) -> Floats:
    """Geocentric positions on the surface; heights are compared apart."""
    return geocentric(latitude, longitude)
