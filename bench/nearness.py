"""The proximity engine beside PostGIS and beside shapely with pyproj as they are usually written together."""

from collections.abc import Callable, Sequence
from time import perf_counter
from typing import Any

import numpy as np
import shapely
from shapely.ops import nearest_points

from bench.figures import Figure, Goal, percentile
from bench.near_postgis import MANY, ONE, PACKAGES, cluster, programs
from bench.near_zones import GEOD, reference, walk, zones, zones_at_seams
from bench.scale import Scale
from firebreak.core.proximity.compiled import Compiled
from firebreak.core.proximity.earth import Floats, geocentric
from firebreak.core.proximity.encounters import encounters, velocities
from firebreak.core.proximity.engine import Engine
from firebreak.core.proximity.plain import Plain
from firebreak.core.proximity.zone import PartKind, Zone

SEED = 22
MICROSECONDS = 1e6
BATCH = 1_000
FULL = 5_000  # `flood` of a real run
TRACKS = 10_000
AT_GOAL = 10_000


async def figures(scale: Scale) -> list[Figure]:
    """All sizes one after another, each with everybody in the same minute."""
    full = scale.flood >= FULL
    taken: list[Figure] = []
    for count in (1_000, 10_000, 100_000) if full else (30,):
        taken += await _one_size(count, scale, full)
    taken.append(_wrong(1_000_000 if full else 200))
    taken.append(_refresh(TRACKS if full else 50, scale))
    return taken


async def _one_size(count: int, scale: Scale, full: bool) -> list[Figure]:
    dice = np.random.default_rng(SEED)
    held = zones(count, dice)
    size = 20_000 if full else 50
    north, east = dice.uniform(35, 70, size), dice.uniform(-10, 45, size)
    fast, plain = Engine(held, Compiled), Engine(held, Plain)
    fast.hits(north[:2], east[:2])
    name = f"{count:,} zones"
    single = [_singles(fast, north, east) for _ in scale.each_run("nearness")]
    taken = [
        _rate(f"{name}: compiled, batch", lambda: fast.hits(north, east), size, scale),
        _rate(f"{name}: plain, batch", lambda: plain.hits(north, east), size, scale),
        Figure(
            name=f"{name}: compiled, one a call, p50",
            values=tuple(percentile(s, 50) for s in single),
            unit="µs",
        ),
        Figure(
            name=f"{name}: compiled, one a call, p99",
            values=tuple(percentile(s, 99) for s in single),
            unit="µs",
        ),
    ]
    few = slice(0, 2_000 if full else 20)
    hits = fast.hits(north[few], east[few])
    ours = set(zip(hits.row.tolist(), hits.zone.tolist(), strict=True))
    taken += _usual(name, held, north[few], east[few], ours)
    if programs() is None:
        print(f"PostGIS is not here; install Debian's {PACKAGES}, and have `runuser` when you are root")
        return taken
    return taken + await _postgis(name, held, (north[few], east[few]), ours, taken, scale)


def _rate(name: str, ask: Callable[[], object], size: int, scale: Scale) -> Figure:
    times = [_seconds(ask) for _ in scale.each_run(name)]
    return Figure(name=name, values=tuple(size / each for each in times), unit="/s")


def _seconds(ask: Callable[[], object]) -> float:
    begun = perf_counter()
    ask()
    return perf_counter() - begun


def _singles(engine: Engine, north: Floats, east: Floats) -> list[float]:
    places = list(zip(north.tolist(), east.tolist(), strict=True))[:10_000]
    return [_seconds(lambda place=place: engine.at(*place)) * MICROSECONDS for place in places]


async def _postgis(
    name: str,
    held: Sequence[Zone],
    places: tuple[Floats, Floats],
    ours: set[tuple[int, int]],
    taken: Sequence[Figure],
    scale: Scale,
) -> list[Figure]:
    north, east = places
    async with cluster(held, scale.folder) as asked:
        prepared = await asked.prepare(ONE)
        points = [f"SRID=4326;POINT({b:.12f} {a:.12f})" for a, b in zip(north, east, strict=True)]
        for each in points[:20]:
            await prepared.fetch(each)
        times: list[float] = []
        theirs: set[tuple[int, int]] = set()
        for number, each in enumerate(points):
            begun = perf_counter()
            found = await prepared.fetch(each)
            times.append(perf_counter() - begun)
            theirs |= {(number, row[0]) for row in found}
        joined = await asked.prepare(MANY)
        batch = (list(range(min(BATCH, north.size))), east[:BATCH].tolist(), north[:BATCH].tolist())
        begun = perf_counter()
        await joined.fetch(*batch)
        many = len(batch[0]) / (perf_counter() - begun)
    rate, p99 = len(times) / sum(times), percentile(times, 99) * MICROSECONDS
    goals = (
        (Goal(must=150, at_least=True), Goal(must=100, at_least=True))
        if len(held) == AT_GOAL
        else (None, None)
    )
    differ = f"{len(ours ^ theirs)} of {len(ours | theirs)} hits differ"
    return [
        Figure(name=f"{name}: PostGIS, prepared, one by one", values=(rate,), unit="/s", note=differ),
        Figure(name=f"{name}: PostGIS, p99", values=(p99,), unit="µs"),
        Figure(name=f"{name}: PostGIS, {BATCH} joined", values=(many,), unit="/s"),
        Figure(
            name=f"{name}: compiled batch over PostGIS",
            values=(taken[0].median / rate,),
            unit="x",
            goal=goals[0],
        ),
        Figure(
            name=f"{name}: PostGIS p99 over compiled p99",
            values=(p99 / taken[3].median,),
            unit="x",
            goal=goals[1],
        ),
    ]


def _usual(
    name: str, held: Sequence[Zone], north: Floats, east: Floats, ours: set[tuple[int, int]]
) -> list[Figure]:
    """A tree of boxes in degrees, the nearest point in degrees, its distance by pyproj."""
    shapes: Any = shapely
    outlines = [_outline(shapes, zone) for zone in held]
    tree = shapely.STRtree(np.array(outlines, dtype=object))
    theirs: set[tuple[int, int]] = set()
    begun = perf_counter()
    for number, (lat, lon) in enumerate(zip(north.tolist(), east.tolist(), strict=True)):
        wide = 49_000 / 111_000 / np.cos(np.radians(lat))
        here = shapes.Point(lon, lat)
        candidates: list[int] = tree.query(
            shapes.box(lon - wide, lat - 0.45, lon + wide, lat + 0.45)
        ).tolist()
        for at in candidates:
            near = nearest_points(outlines[at], here)[0]
            if GEOD.inv(lon, lat, near.x, near.y)[2] <= held[at].reach_m:
                theirs.add((number, at))
    rate = north.size / (perf_counter() - begun)
    note = f"{len(ours ^ theirs)} of {len(ours | theirs)} decisions wrong"
    return [Figure(name=f"{name}: STRtree, nearest in degrees, pyproj", values=(rate,), unit="/s", note=note)]


def _outline(shapes: Any, zone: Zone) -> Any:
    (part,) = zone.parts
    corners = np.stack(part.rings[0][::-1], axis=1)
    kinds = {PartKind.POINT: shapes.Point, PartKind.LINE: shapes.LineString, PartKind.POLYGON: shapes.Polygon}
    return kinds[part.kind](corners[0] if part.kind is PartKind.POINT else corners)


def _wrong(cases: int) -> Figure:
    """Half at the seams of the earth, half in Europe; each place within 100 km of its zone."""
    dice = np.random.default_rng(SEED + 1)
    each = 500 if cases >= FULL else 20
    count = cases // each // 2
    held = zones_at_seams(count, dice) + zones(count, dice)
    wrong, near = 0, 0
    for zone in held:
        lat, lon = zone.parts[0].rings[0]
        north, east = walk(lat[0], lon[0], dice.uniform(0, 360, each), dice.uniform(0, 100_000, each))
        exact = reference(zone, north, east) <= zone.reach_m
        for way in (Compiled, Plain):
            found = np.zeros(each, dtype=bool)
            found[Engine([zone], way).hits(north, east).row] = True
            wrong += int((found != exact).sum())
        near += each
    note = f"of {near:,} cases, both ways"
    return Figure(
        name="wrong decisions against exact geodesics", values=(wrong,), unit="", goal=Goal(must=0), note=note
    )


def _refresh(count: int, scale: Scale) -> Figure:
    """All pairs anew: aircraft over Europe, two minutes, 5 NM."""
    dice = np.random.default_rng(SEED)
    north, east = dice.uniform(35, 70, count), dice.uniform(-10, 45, count)
    moving = velocities(north, east, dice.uniform(100, 260, count), dice.uniform(0, 360, count))
    places = geocentric(north, east)
    times = [_seconds(lambda: encounters(places, moving, 120.0, 9_260.0)) for _ in scale.each_run("refresh")]
    return Figure(
        name=f"closest approach, {count:,} tracks anew", values=tuple(t * 1000 for t in times), unit="ms"
    )
