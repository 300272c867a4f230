"""Approaches: runs of hits of one track at one site, ended by a miss or a gap."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from firebreak.core.proximity.bands import Inside
from firebreak.core.proximity.earth import Bools, Floats, Ints
from firebreak.core.proximity.engine import Engine
from firebreak.core.proximity.instants import SECOND
from firebreak.core.proximity.order import Numbering
from firebreak.core.proximity.samples import Batch
from firebreak.core.proximity.zone import Zone

GAP: Final = 60 * SECOND  # longer, and what lies between is not one approach


@dataclass(slots=True, kw_only=True)
class Approach:
    """One run of hits."""

    zone: int
    track: int
    first: int
    last: int
    samples: int
    least_m: float
    "To the outline less the buffer; 0 inside."
    least_at: int
    number: int
    "Of the last sample within its track."
    unknown_altitudes: int = 0
    "Samples without an altitude, where the site has a band: they counted as inside."


@dataclass(frozen=True, slots=True)
class Touches:
    """Samples that hit zones, by distance, height and time."""

    row: Ints
    zone: Ints
    distance_m: Floats
    unknown: Bools


class Touching:
    """The engine with heights and times of validity."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine
        zones: Sequence[Zone] = engine.zones
        ends = np.iinfo(np.int64)
        self._since = np.array([ends.min if z.since is None else z.since for z in zones], dtype=np.int64)
        self._until = np.array([ends.max if z.until is None else z.until for z in zones], dtype=np.int64)
        self._bounded = np.array([z.band.bounded for z in zones], dtype=bool)

    def of(self, batch: Batch) -> Touches:
        """What the samples of a batch touch."""
        hits = self.engine.hits(batch.latitude, batch.longitude)
        time = batch.time[hits.row]
        good = (self._since[hits.zone] <= time) & (time <= self._until[hits.zone])
        unknown = np.zeros(good.size, dtype=bool)
        for at in map(int, np.flatnonzero(good & self._bounded[hits.zone])):
            band = self.engine.zones[int(hits.zone[at])].band
            inside = band.holds(float(batch.altitude_ft[hits.row[at]]))
            good[at], unknown[at] = inside is not Inside.NO, inside is Inside.UNKNOWN
        return Touches(hits.row[good], hits.zone[good], hits.distance_m[good], unknown[good])

    def concerns(self, zone: int, time: int, altitude_ft: float) -> bool:
        """Whether a zone counts at a time and a height."""
        site = self.engine.zones[zone]
        return site.holds_at(time) and site.band.holds(altitude_ft) is not Inside.NO


class Approaches:
    """Builds the runs from batches that are in the order of time for each track."""

    def __init__(self, engine: Engine) -> None:
        self._touching = Touching(engine)
        self._numbering = Numbering()
        self._open: dict[tuple[int, int], Approach] = {}

    def take(self, batch: Batch) -> Iterator[Approach]:
        """Approaches that ended, as far as this batch shows. Raises BackInTime."""
        number = self._numbering.of(batch)
        found = self._touching.of(batch)
        columns = (
            found.zone, batch.track[found.row], batch.time[found.row], number[found.row],
            found.distance_m, found.unknown,
        )  # fmt: skip
        for zone, track, time, count, distance, unknown in zip(
            *(each.tolist() for each in columns), strict=True
        ):
            run = self._open.get((zone, track))
            if run is not None and run.number == count - 1 and time - run.last <= GAP:
                _extend(run, time, count, distance, unknown)
                continue
            if run is not None:
                yield run
            self._open[zone, track] = Approach(
                zone=zone, track=track, first=time, last=time, samples=1, least_m=distance, least_at=time,
                number=count, unknown_altitudes=int(unknown),
            )  # fmt: skip

    def rest(self) -> Iterator[Approach]:
        """Those that the last samples leave open."""
        yield from self._open.values()


def _extend(run: Approach, time: int, number: int, distance: float, unknown: bool) -> None:
    run.last, run.number = time, number
    run.samples += 1
    run.unknown_altitudes += unknown
    if distance < run.least_m:
        run.least_m, run.least_at = distance, time
