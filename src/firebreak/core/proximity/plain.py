"""The plain way: boxes of longitude and latitude find the candidates, numpy computes all of them at once.

Boxes are cut at 180 degrees, and one that comes near a pole goes all round it; so nothing vanishes there.
"""

from typing import Final

import numpy as np
import numpy.typing as npt
import shapely

from firebreak.core.proximity.earth import Bools, Floats, Ints, geocentric
from firebreak.core.proximity.kernel import EQUATOR_M, POLE_M, arc, foot, turned, vincenty
from firebreak.core.proximity.packed import Packed
from firebreak.core.proximity.ragged import least, spread

ARC_M: Final = 300_000.0  # beyond it Vincenty's solution is the better one
PIECES_AT_ONCE: Final = 400_000  # some 100 MB
FULL: Final = 360.0
GEOCENTRIC: Final = 0.2  # degrees by which a latitude seen from the earth's centre differs at most


class Plain:
    """Candidates and distances of packed zones."""

    def __init__(self, packed: Packed) -> None:
        self.packed = packed
        boxes, self._zone_of_box = _boxes(packed)
        self._tree = shapely.STRtree(boxes)
        self._blocks = _zone_blocks(packed)

    def near(self, latitude: Floats, longitude: Floats) -> tuple[Ints, Ints, Floats]:
        """Rows and zones that may be within reach, and their distances to the outline, 0 inside."""
        row, box = self._tree.query(shapely.points(longitude, latitude), predicate="intersects")
        zone = self._zone_of_box[box]
        pairs = np.unique(np.stack([row, zone]), axis=1).astype(np.int64)
        return pairs[0], pairs[1], self.distances(latitude, longitude, pairs[0], pairs[1])

    def one(self, latitude: float, longitude: float) -> tuple[Ints, Floats]:
        """The zones near one place, and their distances."""
        _, zone, length = self.near(np.array([latitude]), np.array([longitude]))
        return zone, length

    def hit(self, latitude: float, longitude: float) -> None:
        """This way knows no shorter one for a single place."""

    def distances(self, latitude: Floats, longitude: Floats, row: Ints, zone: Ints) -> Floats:
        """The distance of each row to its zone."""
        first, end = self._blocks
        weights = np.cumsum(self.packed.piece_first[end[zone]] - self.packed.piece_first[first[zone]])
        found = np.empty(row.size)
        begin = 0
        while begin < row.size:
            before = weights[begin - 1] if begin else 0
            stop = max(begin + 1, int(np.searchsorted(weights, before + PIECES_AT_ONCE)))
            part = slice(begin, stop)
            points = geocentric(latitude[row[part]], longitude[row[part]])
            found[part] = self._outside(points, longitude[row[part]], zone[part])
            begin = stop
        return found

    def _outside(self, points: Floats, longitude: Floats, zone: Ints) -> Floats:
        packed = self.packed
        owner, block = spread(self._blocks[0][zone], self._blocks[1][zone])
        middle = np.linalg.norm(packed.centre[block] - points[owner], axis=1)
        most = np.full(zone.size, np.inf)
        np.minimum.at(most, owner, middle + packed.radius[block])
        near = middle - packed.radius[block] <= most[owner]
        owner, block = owner[near], block[near]
        which, piece = spread(packed.piece_first[block], packed.piece_first[block + 1])
        owner = owner[which]
        p = points[owner].T
        f = np.stack(foot(*p, *packed.start[piece].T, *packed.chord[piece].T))
        chords = np.sqrt(((p - f) ** 2).sum(axis=0))
        best, where = least(owner, chords, zone.size)
        length = _length(best, points.T, f[:, where])
        length[self._inside(points, longitude, zone)] = 0.0
        return length

    def _inside(self, points: Floats, longitude: Floats, zone: Ints) -> Bools:
        """Whether each point lies in a polygon of its zone, by the crossings of the meridian north of it."""
        packed = self.packed
        pair, part = spread(packed.part_first[zone], packed.part_first[zone + 1])
        polygons = packed.polygon[part]
        pair, part = pair[polygons], part[polygons]
        place, ring = spread(packed.ring_first[part], packed.ring_first[part + 1])
        around = packed.turns[ring] + self._crossings(points, longitude, pair[place], ring)
        outer = ring == packed.ring_first[part[place]]
        inside = np.ones(part.size, dtype=bool)
        right = outer == (around != 0)
        np.logical_and.at(inside, place, right)
        found = np.zeros(zone.size, dtype=bool)
        found[pair[inside]] = True
        return found

    def _crossings(self, points: Floats, longitude: Floats, pair: Ints, ring: Ints) -> Ints:
        """Of each point and its ring: pieces that run eastward north of the point, less westward ones."""
        packed = self.packed
        owner, block = spread(packed.block_first[ring], packed.block_first[ring + 1])
        here = longitude[pair[owner]]
        ahead = packed.west[block] + np.mod(here - packed.west[block], 360.0)
        over = ahead <= packed.east[block]
        owner, block = owner[over], block[over]
        which, piece = spread(packed.piece_first[block], packed.piece_first[block + 1])
        owner = owner[which]
        here = longitude[pair[owner]]
        begins, ends = turned(packed.longitude[piece] - here), turned(packed.longitude_end[piece] - here)
        eastward = (begins < 0) & (ends >= 0)
        meets = (eastward | ((begins >= 0) & (ends < 0))) & (np.abs(begins) + np.abs(ends) < 180.0)  # noqa: PLR2004
        over = ((points[pair[owner]] - packed.start[piece]) * packed.side[piece]).sum(axis=1)
        counted = (eastward & (over > 0) | ~eastward & (over < 0)) & meets
        found = np.zeros(ring.size, dtype=np.int64)
        np.add.at(found, owner[counted], np.where(eastward[counted], 1, -1))
        return found


def _length(chord: Floats, p: Floats, f: Floats) -> Floats:
    """The geodesic distance for each pair of points, by what suits its chord."""
    length = arc(*p, *f)
    far = np.flatnonzero(chord > ARC_M)
    if far.size:
        length[far] = vincenty(*p[:, far], *f[:, far])
    return length


def _zone_blocks(packed: Packed) -> tuple[Ints, Ints]:
    rings = packed.ring_first[packed.part_first]
    blocks = packed.block_first[rings]
    return blocks[:-1], blocks[1:]


def _boxes(packed: Packed) -> tuple[npt.NDArray[np.object_], Ints]:
    """Boxes round all within reach of each zone, and whose they are; two for one that 180 degrees cut."""
    centre, radius = packed.zone_centre, packed.zone_radius + packed.buffer + packed.threshold
    length = np.linalg.norm(centre, axis=1)
    sunk = np.abs(EQUATOR_M - length) + EQUATOR_M - POLE_M
    angle = 2 * np.degrees(np.arcsin(np.minimum((radius + sunk) / (2 * POLE_M), 1.0))) + GEOCENTRIC
    middle = np.degrees(np.arctan2(centre[:, 2], np.hypot(centre[:, 0], centre[:, 1])))
    south, north = middle - angle, middle + angle
    flat = np.minimum(np.sin(np.radians(np.minimum(angle, 90.0))), 1.0)
    level = np.cos(np.radians(middle))
    round_it = (north >= FULL / 4) | (south <= -FULL / 4) | (flat >= level)
    half = np.where(
        round_it, FULL / 2, np.degrees(np.arcsin(np.minimum(flat / np.maximum(level, 1e-9), 1.0))) + 0.01
    )
    around = np.degrees(np.arctan2(centre[:, 1], centre[:, 0]))
    west, east = np.where(round_it, -FULL / 2, around - half), np.where(round_it, FULL / 2, around + half)
    zones = np.arange(len(packed), dtype=np.int64)
    over, under = east > FULL / 2, west < -FULL / 2
    wests = np.concatenate([west, west[over] - FULL, west[under] + FULL])
    easts = np.concatenate([east, east[over] - FULL, east[under] + FULL])
    owner = np.concatenate([zones, zones[over], zones[under]])
    return shapely.box(wests, south[owner], easts, north[owner]), owner
