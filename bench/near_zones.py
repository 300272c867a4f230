"""Zones and places as the figures of nearness need them, and their distances by PROJ's geodesics alone."""

from typing import Any, cast

import numpy as np
from pyproj import Geod

from firebreak.core.proximity.earth import Bools, Floats
from firebreak.core.proximity.zone import Part, PartKind, Zone, line, point, polygon

GEOD = Geod(ellps="WGS84")
THRESHOLD_M = 24_000.0
ROUNDS = 12  # of the walk to the foot on an edge; each halves the error at least, near the foot squares it
SEAMS = ((90.0, 0.0), (-90.0, 0.0), (65.0, 180.0), (0.0, -180.0), (89.7, 120.0))


def zones(count: int, dice: np.random.Generator) -> list[Zone]:
    """Europe: half circles, a third polygons, the rest lines with a buffer."""
    return [_zone(n, dice.uniform(35, 70), dice.uniform(-10, 45), dice) for n in range(count)]


def zones_at_seams(count: int, dice: np.random.Generator) -> list[Zone]:
    """Round the poles and along 180 degrees."""
    found: list[Zone] = []
    for number in range(count):
        north, east = SEAMS[number % len(SEAMS)]
        away = walk(north, east, dice.uniform(0, 360, 1), dice.uniform(0, 300_000, 1))
        found.append(_zone(number, float(away[0][0]), float(away[1][0]), dice))
    return found


def walk(north: Any, east: Any, azimuth: Floats, length: Floats) -> tuple[Floats, Floats]:
    """Where geodesics lead."""
    whole = np.ones_like(azimuth)
    lon, lat, _ = GEOD.fwd(whole * east, whole * north, azimuth, length)
    return np.asarray(lat), np.asarray(lon)


def _zone(number: int, north: float, east: float, dice: np.random.Generator) -> Zone:
    name, kind = str(number), dice.random()
    if kind < 0.5:
        buffer = float(dice.uniform(1_000, 25_000))
        return Zone(name=name, parts=(point(name, north, east),), threshold_m=THRESHOLD_M, buffer_m=buffer)
    corners = int(dice.integers(5, 11))
    azimuth = np.sort(dice.uniform(0, 360, corners))
    ring = walk(north, east, azimuth, dice.uniform(3_000, 40_000, corners))
    if kind < 0.85:
        return Zone(name=name, parts=(polygon(name, ring),), threshold_m=THRESHOLD_M)
    row = line(name, ring[0][:3], ring[1][:3])
    return Zone(name=name, parts=(row,), threshold_m=THRESHOLD_M, buffer_m=5_000.0)


def reference(zone: Zone, north: Floats, east: Floats) -> Floats:
    """The distances of places to an outline of one part, 0 inside."""
    (part,) = zone.parts
    lat, lon = part.rings[0]
    if part.kind is PartKind.POINT:
        return between(north, east, np.full_like(north, lat[0]), np.full_like(north, lon[0]))
    if part.kind is PartKind.POLYGON:
        lat, lon = np.append(lat, lat[0]), np.append(lon, lon[0])
    edges = [_to_edge(north, east, lat[n : n + 2], lon[n : n + 2]) for n in range(lat.size - 1)]
    found = np.min(np.array(edges), axis=0)
    if part.kind is PartKind.POLYGON:
        found[_inside(part, north, east)] = 0.0
    return found


def between(north: Floats, east: Floats, lat: Floats, lon: Floats) -> Floats:
    """Geodesic distances."""
    return np.asarray(GEOD.inv(east, north, lon, lat)[2])


def _to_edge(north: Floats, east: Floats, lat: Floats, lon: Floats) -> Floats:
    azimuth, _, length = GEOD.inv(lon[0], lat[0], lon[1], lat[1])
    at = np.full_like(north, cast("float", length) / 2)
    best = np.full_like(north, np.inf)
    whole = np.ones_like(north)
    for _ in range(ROUNDS):
        flon, flat, back = GEOD.fwd(whole * lon[0], whole * lat[0], whole * cast("float", azimuth), at)
        seen, _, far = GEOD.inv(flon, flat, east, north)
        best = np.minimum(best, far)
        ahead = np.asarray(far) * np.cos(np.radians(np.asarray(seen) - np.asarray(back) - 180.0))
        at = np.clip(at + ahead, 0.0, cast("float", length))
    return best


def _inside(part: Part, north: Floats, east: Floats) -> Bools:
    """Whether the azimuths of the corners, as seen from a place, turn once round."""
    lat, lon = part.rings[0]
    seen = [
        np.asarray(GEOD.inv(east, north, np.full_like(east, b), np.full_like(east, a))[0])
        for a, b in zip(lat, lon, strict=True)
    ]
    turns = np.diff(np.array([*seen, seen[0]]), axis=0)
    return np.abs((turns - 360 * np.round(turns / 360)).sum(axis=0)) > 180
