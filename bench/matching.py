"""Private matching: seconds of each step with its process, bytes on the line, places flagged beyond reach.

Beside the cells that are kept stand whole rings of cells round each site, as many as it needs.
"""

import os
from collections.abc import Callable
from functools import partial
from time import perf_counter
from typing import TypeVar

import numpy as np
from geographiclib.geodesic import Geodesic

from bench.figures import Figure
from bench.scale import Scale
from firebreak.core.base.errors import LocalError
from firebreak.core.proximity.zone import Zone, point
from firebreak.matching.cells import reached
from firebreak.matching.extra import grid
from firebreak.matching.sets import padded, spoken
from firebreak.matching.stepping import answer, compare, offer

SEED = 23
FULL = 5_000  # `flood` of a real run
NAME = bytes(32)
MOST = 100_000
ROUND_M = 60_000.0
T = TypeVar("T")


async def figures(scale: Scale) -> list[Figure]:
    """Both sizes of sets, then the cells."""
    try:
        grid()
    except LocalError as error:
        print(f"{error.text}; {error.hint}")
        return []
    full = scale.flood >= FULL
    taken: list[Figure] = []
    for size in (1_000, 2_000) if full else (20,):
        taken += _steps(size, scale)
    return taken + _cells(6, 24_000.0, 150 if full else 2)


def _steps(size: int, scale: Scale) -> list[Figure]:
    times: dict[str, list[float]] = {"request and setup": [], "response": [], "comparing": []}
    carried = 0
    for _ in scale.each_run(f"matching, {size} items"):
        north, south = (spoken(padded(range(at, at + size // 2), size, os.urandom), NAME) for at in (1, 9))
        ours, theirs = _timed(times["request and setup"], partial(offer, north)), offer(south)
        reply = _timed(times["response"], partial(answer, ours.keys, theirs.request, size))
        given = answer(theirs.keys, ours.request, size)
        _timed(times["comparing"], partial(compare, ours.keys, theirs.setup, given, size))
        carried = len(ours.request) + len(ours.setup) + len(reply)
    name = f"private matching, {size:,} items"
    taken = [Figure(name=f"{name}: {step}", values=tuple(each), unit="s") for step, each in times.items()]
    return [*taken, Figure(name=f"{name}: bytes each way", values=(carried,), unit="B")]


def _timed(into: list[float], do: Callable[[], T]) -> T:
    begun = perf_counter()
    done = do()
    into.append(perf_counter() - begun)
    return done


def _cells(resolution: int, reach_m: float, sites: int) -> list[Figure]:
    h3, dice = grid(), np.random.default_rng(SEED)
    counts, seconds = list[float](), list[float]()
    kept, rings, missed = list[bool](), list[bool](), 0
    for _ in range(sites):
        site = float(dice.uniform(35, 70)), float(dice.uniform(-10, 45))
        zone = Zone(name="site", parts=(point("site", *site),), threshold_m=0.0)
        cells = _timed(seconds, partial(reached, zone, reach_m, resolution, MOST))
        counts.append(len(cells))
        whole = _rings(h3.latlng_to_cell(site[0], site[1], resolution), cells)
        for azimuth, share in dice.random((300, 2)):
            metres = ROUND_M * share**0.5
            end = Geodesic.WGS84.Direct(*site, 360 * azimuth, metres)
            cell = h3.latlng_to_cell(end["lat2"], end["lon2"], resolution)
            missed += metres <= reach_m and cell not in cells
            kept += [metres > reach_m] if cell in cells else []
            rings += [metres > reach_m] if cell in whole else []
    name = f"H3 {resolution}, {reach_m / 1000:.0f} km"
    return [
        Figure(name=f"{name}: cells of a site", values=(float(np.mean(counts)),), unit=""),
        Figure(name=f"{name}: finding them", values=(1000 * float(np.mean(seconds)),), unit="ms"),
        Figure(name=f"{name}: flagged beyond reach", values=(100 * float(np.mean(kept)),), unit="%"),
        Figure(name=f"{name}: the same with whole rings", values=(100 * float(np.mean(rings)),), unit="%"),
        Figure(name=f"{name}: places within reach missed", values=(missed,), unit=""),
    ]


def _rings(own: int, cells: set[int]) -> set[int]:
    """As few whole rings as hold all of these cells."""
    rings = 0
    while not cells <= (whole := set[int](grid().grid_disk(own, rings))):
        rings += 1
    return whole
