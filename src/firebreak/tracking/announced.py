"""Areas that were announced on the line, held against our sites: how near each comes to each.

An outline is looked at by its corners and by places between them, so that outlines that only cross are found
too; what comes closer than half a step counts as touching. Whether an area holds now is for who reads it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, Final, cast

import numpy as np

from firebreak.core.base.errors import LocalError
from firebreak.core.proximity.earth import Floats, wrapped
from firebreak.core.proximity.engine import Engine
from firebreak.core.proximity.zone import Part, PartKind, Zone, line, point, polygon
from firebreak.tracking.moving import foot

STEP_DEGREES: Final = 0.005  # some 500 m
STEPS_MAX: Final = 400  # of one edge
PLACES_MAX: Final = 20_000  # of one outline
AREAS_MAX: Final = 1_000
NAME_MAX: Final = 64
TOUCHING_M: Final = 300.0


@dataclass(frozen=True, slots=True)
class Hazard:
    """One announced area and one site that it comes too near to."""

    area: str
    site: int
    distance_m: float
    start: tuple[float, float]
    "On the area."
    end: tuple[float, float]
    "On the site."


@dataclass(slots=True)
class Announced:
    """The areas as they were given last, and what follows from them."""

    areas: dict[str, Zone] = field(default_factory=dict[str, Zone])
    unused: dict[str, str] = field(default_factory=dict[str, str])
    "Areas that cannot be held against anything, and why."
    hazards: list[Hazard] = field(default_factory=list[Hazard])

    def take(self, given: Sequence[Any]) -> None:
        """Other areas from now on; one that makes no zone is named and left out."""
        self.areas = {}
        self.unused = {_name(each): "too many areas" for each in given[AREAS_MAX:]}
        for each in given[:AREAS_MAX]:
            try:
                zone = zone_of(each["id"], each["area"])
            except LocalError as error:
                self.unused[_name(each)] = error.text
            except (KeyError, TypeError, ValueError, IndexError):
                self.unused[_name(each)] = "it cannot be read"
            else:
                if zone is not None:
                    self.areas[each["id"]] = zone

    def against(self, sites: Sequence[Zone]) -> None:
        """Hold all areas against these sites."""
        names = list(self.areas)
        nearest: dict[tuple[int, int], float] = {}
        for area, site, metres in self._pairs(list(self.areas.values()), sites):
            near = 0.0 if metres < TOUCHING_M else metres
            if near <= sites[site].threshold_m:
                nearest[area, site] = min(near, nearest.get((area, site), near))
        self.hazards = [
            _hazard(names[area], self.areas[names[area]], site, sites[site], metres)
            for (area, site), metres in sorted(nearest.items(), key=lambda each: each[1])
        ]

    @staticmethod
    def _pairs(areas: Sequence[Zone], sites: Sequence[Zone]) -> Iterator[tuple[int, int, float]]:
        """Areas, sites and metres: from the places of each to the outline of the other."""
        if not areas or not sites:
            return
        widest = max(each.threshold_m for each in sites)
        wide = [
            Zone(name=each.name, parts=each.parts, threshold_m=widest, buffer_m=each.buffer_m)
            for each in areas
        ]
        always = [
            Zone(name=each.name, parts=each.parts, threshold_m=widest, buffer_m=each.buffer_m)
            for each in sites
        ]
        for number, metres, other in _near(Engine(wide), sites):
            yield other, number, metres - sites[number].buffer_m
        for number, metres, other in _near(Engine(always), areas):
            yield number, other, metres - areas[number].buffer_m


def _name(each: Any) -> str:
    """Of an area as it was given, in whatever shape."""
    found: object = cast("dict[str, Any]", each).get("id", each) if isinstance(each, dict) else each
    return str(found)[:NAME_MAX]


def zone_of(name: str, area: dict[str, Any]) -> Zone | None:
    """An area as notices have it; None for one that has no outline. Raises LocalError."""
    positions = cast("list[Any]", area["positions"])
    kind, buffer = area["kind"], float(area["buffer_m"] or 0) + float(area["radius_m"] or 0)
    if not positions or kind in ("none", "named"):
        return None
    rings = positions if kind == "multipolygon" else [positions]
    parts = tuple(part for ring in rings for part in _parts(name, kind, ring))
    return Zone(name=name, parts=parts, threshold_m=0.0, buffer_m=buffer + float(area["uncertainty_m"] or 0))


def _parts(name: str, kind: str, ring: list[list[float]]) -> Iterator[Part]:
    north, east = [each[0] for each in ring], [each[1] for each in ring]
    if kind in ("polygon", "multipolygon"):
        yield polygon(name, (north, east))
    elif kind in ("line", "corridor"):
        yield line(name, north, east)
    else:
        yield from (point(name, *each) for each in zip(north, east, strict=True))


def _near(engine: Engine, zones: Sequence[Zone]) -> Iterator[tuple[int, float, int]]:
    """For the places of each zone: its number, metres to an outline of the engine, the number of that."""
    for number, zone in enumerate(zones):
        latitude, longitude = _places(zone)
        hits = engine.hits(latitude, longitude)
        for other, metres in zip(hits.zone, hits.distance_m, strict=True):
            yield number, float(metres), int(other)


def _places(zone: Zone) -> tuple[Floats, Floats]:
    rows = [
        _walked(*ring, closed=part.kind is PartKind.POLYGON) for part in zone.parts for ring in part.rings
    ]
    north, east = (np.concatenate(each) for each in zip(*rows, strict=True))
    thinned = slice(None, None, -(-north.size // PLACES_MAX))
    return north[thinned], east[thinned]


def _walked(north: Floats, east: Floats, *, closed: bool) -> tuple[Floats, Floats]:
    """The corners and places between them."""
    ahead = (
        np.roll(np.arange(north.size), -1)
        if closed
        else np.minimum(np.arange(north.size) + 1, north.size - 1)
    )
    rise, run = north[ahead] - north, wrapped(east[ahead] - east)
    counts = np.ceil(np.maximum(np.abs(rise), np.abs(run)) / STEP_DEGREES)
    counts = np.clip(counts, 1, STEPS_MAX).astype(np.int64)
    start = np.repeat(np.arange(north.size), counts)
    within = np.arange(start.size) - np.repeat(np.cumsum(counts) - counts, counts)
    shares = within / counts[start]
    return north[start] + rise[start] * shares, wrapped(east[start] + run[start] * shares)


def _hazard(name: str, area: Zone, site: int, zone: Zone, metres: float) -> Hazard:
    """With a line between the two for the map: from the area's first place to the site and back."""
    north, east = area.parts[0].rings[0]
    end = foot(zone, float(north[0]), float(east[0]))
    start = foot(area, *end)
    return Hazard(name, site, metres, start, foot(zone, *start))
