"""Zones laid flat: one array for each number, so that both ways of computing read the same memory.

zone > part > ring > block > piece, each level naming where its share of the next begins. A block is a ball
round some neighbouring pieces of one ring: most blocks are too far away to be looked into.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields
from itertools import pairwise
from typing import Final, Self

import numpy as np

from firebreak.core.proximity.cutting import cut
from firebreak.core.proximity.earth import Bools, Floats, Ints, geocentric, wrapped
from firebreak.core.proximity.kernel import EQUATOR_M, PER_EQUATOR, PER_POLE
from firebreak.core.proximity.zone import Part, PartKind, Zone, refusal

BLOCK_PIECES: Final = 16
EVERYWHERE_M: Final = 2.1 * EQUATOR_M  # a ball that holds the earth
HALF: Final = 0.02 * 2 * np.pi  # how near to half of the earth an area may come
SAG_M: Final = 50.0  # of a piece of 50 km, above its chord


@dataclass(slots=True)
class Packed:
    """All zones. Names in the singular are of the level, `_first` ends with one past the last."""

    start: Floats
    "Of each piece: x, y, z of its first end."
    chord: Floats
    "To its other end."
    side: Floats
    "A vector to the right of it, seen from above: towards the south of an eastward piece."
    latitude: Floats
    longitude: Floats
    latitude_end: Floats
    longitude_end: Floats
    piece_first: Ints
    "Of each block."
    centre: Floats
    radius: Floats
    west: Floats
    "Of each block, counted on beyond 180 degrees."
    east: Floats
    block_first: Ints
    "Of each ring."
    turns: Ints
    "What is added to the crossings counted northwards; it makes the pole's own number right."
    ring_first: Ints
    "Of each part."
    polygon: Bools
    "Of each part."
    part_first: Ints
    "Of each zone."
    zone_centre: Floats
    zone_radius: Floats
    buffer: Floats
    threshold: Floats

    @classmethod
    def of(cls, zones: Sequence[Zone]) -> Self:
        """Lay zones flat. Raises LocalError for an outline that has no clear inside."""
        return cls(**joined([packed_zone(zone) for zone in zones]))

    def __len__(self) -> int:
        return self.buffer.size


FIRSTS: Final = {
    "piece_first": "start", "block_first": "radius", "ring_first": "turns", "part_first": "polygon",
}  # fmt: skip
"Which level each index counts."


def joined(packs: Sequence[dict[str, np.ndarray]]) -> dict[str, np.ndarray]:
    """Several packs behind one another, with their indexes moved."""
    whole: dict[str, np.ndarray] = {}
    for each in fields(Packed):
        name = each.name
        if name in FIRSTS:
            sizes = np.concatenate([np.diff(pack[name]) for pack in packs])
            whole[name] = np.concatenate([[0], np.cumsum(sizes)]).astype(np.int64)
        else:
            whole[name] = np.ascontiguousarray(np.concatenate([pack[name] for pack in packs]))
    return whole


def packed_zone(zone: Zone) -> dict[str, np.ndarray]:
    """The pack of a single zone."""
    rings = [(part, ring) for part in zone.parts for ring in part.rings]
    pack = joined_rings([_ring(zone.name, part, ring) for part, ring in rings])
    counts = [len(part.rings) for part in zone.parts]
    pack["ring_first"] = np.concatenate([[0], np.cumsum(counts)])
    pack["polygon"] = np.array([part.kind is PartKind.POLYGON for part in zone.parts])
    pack["part_first"] = np.array([0, len(zone.parts)])
    centre, radius = _ball(pack["centre"], pack["radius"])
    pack["zone_centre"], pack["zone_radius"] = centre[np.newaxis], np.array([radius])
    pack["buffer"], pack["threshold"] = np.array([zone.buffer_m]), np.array([zone.threshold_m])
    return pack


def joined_rings(rings: Sequence[dict[str, np.ndarray]]) -> dict[str, np.ndarray]:
    """The pieces and blocks of all rings behind one another."""
    names = [name for name in rings[0] if name not in FIRSTS]
    pack = {name: np.concatenate([ring[name] for ring in rings]) for name in names}
    sizes = np.concatenate([np.diff(ring["piece_first"]) for ring in rings])
    pack["piece_first"] = np.concatenate([[0], np.cumsum(sizes)])
    pack["block_first"] = np.concatenate([[0], np.cumsum([ring["radius"].size for ring in rings])])
    return pack


def _ring(name: str, part: Part, ring: tuple[Floats, Floats]) -> dict[str, np.ndarray]:
    closed = part.kind is PartKind.POLYGON
    north, east = cut(name, ring, closed=closed)
    if north.size == 1:
        north, east = np.repeat(north, 2), np.repeat(east, 2)
    points = geocentric(north, east)
    pack = {
        "start": points[:-1], "chord": np.diff(points, axis=0), "side": _sides(north, east, points),
        "latitude": north[:-1], "longitude": east[:-1],
        "latitude_end": north[1:], "longitude_end": east[1:],
        "turns": np.array([_turns(name, north, east) if closed else 0]),
    }  # fmt: skip
    return pack | _blocks(points, east)


def _sides(north: Floats, east: Floats, points: Floats) -> Floats:
    """Across each piece, level in its middle. On a pole, towards the equator, as its longitudes say."""
    chord, middle = np.diff(points, axis=0), points[1:] + points[:-1]
    side = np.cross(chord, middle * np.array([PER_EQUATOR, PER_EQUATOR, PER_POLE]))
    polar = (np.abs(north[1:]) == 90.0) & (np.abs(north[:-1]) == 90.0)  # noqa: PLR2004 -- as `cutting` writes it
    side[polar] = 0.0
    side[polar, 2] = -np.sign(wrapped(np.diff(east)))[polar]
    return side


def _turns(name: str, north: Floats, east: Floats) -> int:
    """How often the ring goes eastward round the north pole, as minus that, if the pole is inside; else 0.

    Inside is the smaller side: no notice covers half of the earth. Raises LocalError where that is not clear.
    """
    steps = wrapped(np.diff(east))
    times = round(float(steps.sum()) / 360)
    sines = np.sin(np.radians(north))
    area = float(np.sum(np.radians(steps) * (sines[1:] + sines[:-1]) / 2))
    if abs(times) > 1:
        raise refusal(name, "an outline that goes round a pole more than once", "draw it once round")
    unclear = abs(area) < HALF if times else abs(area) > 2 * np.pi - HALF
    if unclear:
        raise refusal(
            name, "an area of half of the earth", "which side is meant is not clear; give parts of it"
        )
    return -times if times * area > 0 else 0


def _blocks(points: Floats, east: Floats) -> dict[str, np.ndarray]:
    first = np.append(np.arange(0, len(points) - 1, BLOCK_PIECES), len(points) - 1)
    along = east[0] + np.concatenate([[0.0], np.cumsum(wrapped(np.diff(east)))])
    pack = list(_balls(points, along, first))
    return {
        "piece_first": first,
        "centre": np.array([each[0] for each in pack]),
        "radius": np.array([each[1] for each in pack]),
        "west": np.array([each[2] for each in pack]),
        "east": np.array([each[3] for each in pack]),
    }


def _balls(points: Floats, along: Floats, first: Ints) -> Iterator[tuple[Floats, float, float, float]]:
    for begin, end in pairwise(first.tolist()):
        corners, span = points[begin : end + 1], along[begin : end + 1]
        centre = (corners.min(axis=0) + corners.max(axis=0)) / 2
        radius = float(np.sqrt(((corners - centre) ** 2).sum(axis=1).max())) + SAG_M
        yield centre, radius, float(span.min()) - 1e-9, float(span.max()) + 1e-9


def _ball(centres: Floats, radii: Floats) -> tuple[Floats, float]:
    """A ball round balls; it holds the inside of the outline too, while it is below half of the earth."""
    low, high = (centres - radii[:, np.newaxis]).min(axis=0), (centres + radii[:, np.newaxis]).max(axis=0)
    centre = (low + high) / 2
    radius = float((np.linalg.norm(centres - centre, axis=1) + radii).max())
    return (centre, radius) if radius < 0.9 * EQUATOR_M else (np.zeros(3), EVERYWHERE_M)
