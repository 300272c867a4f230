"""Which positions hit which zones. Both ways of computing agree; near a threshold geographiclib judges.

Zones that come later stand in a small pack of their own until there are so many that all are packed anew.
"""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final, Protocol

import numpy as np
import numpy.typing as npt

from firebreak.core.proximity.earth import LATITUDE_MAX, Bools, Floats, Ints, geocentric, placed
from firebreak.core.proximity.exact import (
    DOUBT_M,
    FAR_DOUBT_M,
    FAR_M,
    FAR_SHARE,
    between,
    doubt_m,
    to_edge,
)
from firebreak.core.proximity.packed import Packed
from firebreak.core.proximity.plain import Plain
from firebreak.core.proximity.zone import Zone

HALF_TURN: Final = 180.0
LATER_MAX: Final = 256  # zones beside the index before it is built anew


class Way(Protocol):
    """One way of computing."""

    def near(self, latitude: Floats, longitude: Floats) -> tuple[Ints, Ints, Floats]:
        """Rows, zones, distances of all pairs that may hit, in the order of rows, then zones."""
        ...

    def one(self, latitude: float, longitude: float) -> tuple[Ints, Floats]:
        """Zones and distances for a single place, in the order of zones."""
        ...

    def hit(self, latitude: float, longitude: float) -> list[tuple[int, float]] | None:
        """What a single place hits, with distances less the buffers; None where geographiclib is to judge."""
        ...


@dataclass(frozen=True, slots=True)
class Hits:
    """Pairs of a position and a zone that it hits, in the order of the positions."""

    row: Ints
    zone: Ints
    distance_m: Floats
    "To the outline less the buffer, at least 0."
    judged: Bools
    "Whether geographiclib decided."


class Engine:
    """The zones, and what is asked of them. Heights and times are asked apart, in `approaches`."""

    def __init__(self, zones: Sequence[Zone] = (), way: Callable[[Packed], Way] = Plain) -> None:
        self.zones: list[Zone] = []
        self._way = way
        self._main: _Share | None = None
        self._later: _Share | None = None
        self.add(*zones)

    def add(self, *zones: Zone) -> None:
        """Watch further zones. Raises LocalError for one that cannot be, and then adds none."""
        known = self._main.first + self._main.count if self._main else 0
        later = [*self.zones[known:], *zones]
        if len(later) > LATER_MAX or not self._main:
            everything = [*self.zones, *later[len(self.zones) - known :]]
            if everything:
                self._main, self._later = _Share(everything, 0, self._way), None
        else:
            self._later = _Share(later, known, self._way)
        self.zones.extend(zones)

    def at(self, latitude: float, longitude: float) -> list[tuple[int, float]]:
        """The zones that one position hits, and the distances: a live update. Raises LocalError."""
        if not (abs(latitude) <= LATITUDE_MAX and abs(longitude) <= HALF_TURN):
            placed(latitude, longitude, "track")
            longitude = math.remainder(longitude, 2 * HALF_TURN)
        found = self._main.at(latitude, longitude) if self._main else []
        return found + self._later.at(latitude, longitude) if self._later else found

    def hits(self, latitude: npt.ArrayLike, longitude: npt.ArrayLike) -> Hits:
        """All pairs within reach. Raises LocalError for a position that is none."""
        north, east = placed(latitude, longitude, "track")
        found = [share.hits(north, east) for share in (self._main, self._later) if share]
        if len(found) == 1:
            return found[0]
        if not found:
            none = np.empty(0, dtype=np.int64)
            return Hits(none, none, np.empty(0), np.empty(0, dtype=bool))
        both = [np.concatenate(each) for each in zip(*map(_columns, found), strict=True)]
        order = np.lexsort((both[1], both[0]))
        return Hits(*(each[order] for each in both))


def _columns(hits: Hits) -> tuple[Ints, Ints, Floats, Bools]:
    return hits.row, hits.zone, hits.distance_m, hits.judged


class _Share:
    """A number of zones that are packed together."""

    def __init__(self, zones: Sequence[Zone], first: int, way: Callable[[Packed], Way]) -> None:
        self.first, self.count = first, len(zones)
        self.packed = Packed.of(zones)
        self._way = way(self.packed)
        self._reach = self.packed.buffer + self.packed.threshold
        self._limits: list[tuple[float, float]] = np.stack([self._reach, self.packed.buffer], axis=1).tolist()

    def at(self, latitude: float, longitude: float) -> list[tuple[int, float]]:
        hit = self._way.hit(latitude, longitude)
        if hit is None:
            return self._judged_at(latitude, longitude)
        return [(zone + self.first, told) for zone, told in hit] if self.first else hit

    def _judged_at(self, latitude: float, longitude: float) -> list[tuple[int, float]]:
        zones, lengths = self._way.one(latitude, longitude)
        found: list[tuple[int, float]] = []
        limits, first = self._limits, self.first
        columns: tuple[list[int], list[float]] = zones.tolist(), lengths.tolist()
        for zone, told in zip(*columns, strict=True):
            reach, buffer = limits[zone]
            near = abs(told - reach) < DOUBT_M or told > FAR_M
            length = self._judged(zone, (latitude, longitude), told) if near else told
            if length <= reach:
                found.append((first + zone, length - buffer if length > buffer else 0.0))
        return found

    def _judged(self, zone: int, place: tuple[float, float], length: float) -> float:
        doubtful = length > 0 and abs(length - self._limits[zone][0]) < doubt_m(length)
        return judge(self.packed, zone, place, length) if doubtful else length

    def hits(self, latitude: Floats, longitude: Floats) -> Hits:
        row, zone, length = self._way.near(latitude, longitude)
        reach = self._reach[zone]
        doubt = np.where(length > FAR_M, FAR_DOUBT_M + FAR_SHARE * length, DOUBT_M)
        judged = (np.abs(length - reach) < doubt) & (length > 0)
        for at in map(int, np.flatnonzero(judged)):
            place = float(latitude[row[at]]), float(longitude[row[at]])
            length[at] = judge(self.packed, int(zone[at]), place, float(length[at]))
        hit = length <= reach
        distance = np.maximum(length[hit] - self.packed.buffer[zone[hit]], 0.0)
        return Hits(row[hit], zone[hit] + self.first, distance, judged[hit])


def judge(packed: Packed, zone: int, place: tuple[float, float], length: float) -> float:
    """The distance to the outline by geographiclib, over all pieces that the first answer leaves possible."""
    rings = packed.ring_first[packed.part_first[zone : zone + 2]]
    first, end = packed.block_first[rings]
    here = geocentric(np.array([place[0]]), np.array([place[1]]))[0]
    best = np.inf
    for block in range(int(first), int(end)):
        if np.linalg.norm(packed.centre[block] - here) - packed.radius[block] > length:
            continue
        for piece in range(int(packed.piece_first[block]), int(packed.piece_first[block + 1])):
            best = min(best, _to_piece(packed, piece, here, place, length))
    return best


def _to_piece(packed: Packed, piece: int, here: Floats, place: tuple[float, float], length: float) -> float:
    start = (float(packed.latitude[piece]), float(packed.longitude[piece]))
    end = (float(packed.latitude_end[piece]), float(packed.longitude_end[piece]))
    chord = float(np.linalg.norm(packed.chord[piece]))
    if np.linalg.norm(packed.start[piece] + packed.chord[piece] / 2 - here) - chord / 2 - DOUBT_M > length:
        return np.inf
    return to_edge(place, start, end) if chord > 0 else between(place, start)
