"""Approaches between aircraft, from samples that were not taken at the same instants.

At each instant at which one of two was sampled, the other is where it was sampled, or on the straight way
between two of its samples that are at most 20 s apart; in longer gaps nobody knows, and the instant is not
compared. An approach is a run of compared instants at which both limits hold, ended by one at which they do
not or by a gap of more than 60 s.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

import numpy as np

from firebreak.core.proximity.approaches import GAP
from firebreak.core.proximity.earth import Bools, Floats, Ints, geocentric
from firebreak.core.proximity.instants import SECOND
from firebreak.core.proximity.kernel import arc, lifted
from firebreak.core.proximity.neighbours import overlapping
from firebreak.core.proximity.samples import Batch

BRIDGE: Final = 20 * SECOND  # in which a turning aircraft leaves the straight way by half a kilometre at most
SLICE: Final = GAP  # a run goes from one slice to the next or ends


@dataclass(slots=True, kw_only=True)
class Encounter:
    """One approach of two tracks."""

    one: int
    other: int
    first: int
    last: int
    samples: int
    "Instants at which both limits held."
    least_m: float
    least_at: int
    apart_ft: float
    "Difference of the altitudes at the nearest instant; NaN: one of them is unknown."
    unknown_altitudes: int


@dataclass(frozen=True, slots=True)
class Limits:
    """How near is near."""

    within_m: float
    within_ft: float


@dataclass(frozen=True, slots=True)
class _Path:
    """The samples of one track in and around a slice."""

    time: Ints
    point: Floats
    altitude: Floats


def pairs(whole: Batch, icao24: list[str], limits: Limits) -> Iterator[Encounter]:
    """All approaches between tracks of different aircraft; `whole` is sorted by time."""
    open_: dict[tuple[int, int], Encounter] = {}
    begin = int(whole.time[0]) if len(whole) else 0
    points = geocentric(whole.latitude, whole.longitude)
    while len(whole) and begin <= whole.time[-1]:
        ended = begin + SLICE
        paths = _paths(whole, points, begin, ended)
        going: dict[tuple[int, int], Encounter] = {}
        for one, other in _candidates(paths, limits.within_m, icao24):
            going |= _compare((one, other), paths, (begin, ended), limits, open_, done := [])
            yield from done
        yield from open_.values()
        open_ = going
        upcoming = int(np.searchsorted(whole.time, ended))
        begin = max(ended, int(whole.time[upcoming])) if upcoming < len(whole) else ended
    yield from open_.values()


def _paths(whole: Batch, points: Floats, begin: int, ended: int) -> dict[int, _Path]:
    first, end = np.searchsorted(whole.time, [begin - BRIDGE, ended + BRIDGE])
    track = whole.track[first:end]
    order = np.argsort(track, kind="stable")
    edges = np.flatnonzero(np.diff(track[order])) + 1
    paths: dict[int, _Path] = {}
    for share in np.split(order, edges):
        rows = share + first
        time, keep = np.unique(whole.time[rows], return_index=True)
        if rows.size and time[-1] >= begin and time[0] < ended + BRIDGE:
            paths[int(whole.track[rows[0]])] = _Path(time, points[rows[keep]], whole.altitude_ft[rows[keep]])
    return paths


def _candidates(paths: dict[int, _Path], within_m: float, icao24: list[str]) -> Iterator[tuple[int, int]]:
    tracks = sorted(paths)
    if not tracks:
        return
    low = np.array([paths[each].point.min(axis=0) for each in tracks]) - within_m / 2 - 1.0
    high = np.array([paths[each].point.max(axis=0) for each in tracks]) + within_m / 2 + 1.0
    for one, other in zip(*(each.tolist() for each in overlapping(low, high)), strict=True):
        if icao24[tracks[one]] != icao24[tracks[other]]:
            yield tracks[one], tracks[other]


def _compare(
    pair: tuple[int, int],
    paths: dict[int, _Path],
    span: tuple[int, int],
    limits: Limits,
    open_: dict[tuple[int, int], Encounter],
    done: list[Encounter],
) -> dict[tuple[int, int], Encounter]:
    """The runs of one pair in one slice; the one left open is returned, the others are done."""
    one, other = paths[pair[0]], paths[pair[1]]
    time = np.union1d(one.time, other.time)
    time = time[(span[0] <= time) & (time < span[1])]
    here, known_here = _at(one, time)
    there, known_there = _at(other, time)
    known = known_here & known_there
    time, here, there = time[known], here[known], there[known]
    if not time.size:
        return {}
    distance = arc(*here.T[:3], *there.T[:3])
    apart = np.abs(here[:, 3] - there[:, 3])
    hit = (distance <= limits.within_m) & ~(apart > limits.within_ft)
    return _runs(pair, time, distance, apart, hit, open_, done)


def _runs(  # noqa: PLR0917 -- columns of one table
    pair: tuple[int, int],
    time: Ints,
    distance: Floats,
    apart: Floats,
    hit: Bools,
    open_: dict[tuple[int, int], Encounter],
    done: list[Encounter],
) -> dict[tuple[int, int], Encounter]:
    run = open_.pop(pair, None)
    if run is not None and not (hit[0] and time[0] - run.last <= GAP):
        done.append(run)
        run = None
    hits = np.flatnonzero(hit)
    if not hits.size:
        return {}
    breaks = np.flatnonzero((np.diff(hits) > 1) | (np.diff(time[hits]) > GAP)) + 1
    for share in np.split(hits, breaks):
        if run is not None and share[0] > 0:
            done.append(run)
            run = None
        run = _grown(run, pair, time[share], distance[share], apart[share])
    assert run is not None
    if hit[-1]:
        return {pair: run}
    done.append(run)
    return {}


def _grown(
    run: Encounter | None, pair: tuple[int, int], time: Ints, distance: Floats, apart: Floats
) -> Encounter:
    least = int(np.argmin(distance))
    unknown = int(np.isnan(apart).sum())
    if run is None:
        run = Encounter(
            one=pair[0], other=pair[1], first=int(time[0]), last=0, samples=0, least_m=np.inf, least_at=0,
            apart_ft=np.nan, unknown_altitudes=0,
        )  # fmt: skip
    run.last = int(time[-1])
    run.samples += time.size
    run.unknown_altitudes += unknown
    if distance[least] < run.least_m:
        run.least_m, run.least_at = float(distance[least]), int(time[least])
        run.apart_ft = float(apart[least])
    return run


def _at(path: _Path, time: Ints) -> tuple[Floats, Bools]:
    """x, y, z and altitude at each instant, and whether they are known."""
    after = np.minimum(np.searchsorted(path.time, time), path.time.size - 1)
    exact = path.time[after] == time
    before = np.where(exact, after, np.maximum(after - 1, 0))
    gap = path.time[after] - path.time[before]
    known = exact | ((path.time[before] < time) & (time < path.time[after]) & (gap <= BRIDGE))
    share = np.where(exact, 0.0, (time - path.time[before]) / np.maximum(gap, 1))[:, np.newaxis]
    values = np.concatenate([path.point, path.altitude[:, np.newaxis]], axis=1)
    found = values[before] + np.where(share > 0, share * (values[after] - values[before]), 0.0)
    found[:, :3] = np.stack(lifted(*found.T[:3]), axis=1)
    return found, known
