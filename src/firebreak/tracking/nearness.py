"""Which tracks are near our sites, or will be soon if they go straight on; and what the desk is told.

Alarms are those of `core/proximity/alarms.py`: one for a track, a site and an episode. A position that is
doubted alarms nobody. An unknown height counts as inside and is said to be unknown.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

import numpy as np

from firebreak.core.base.instants import SECOND, Instant
from firebreak.core.proximity.alarms import EXIT_SHARE, Alarm, Rules, State, Step
from firebreak.core.proximity.bands import Inside
from firebreak.core.proximity.earth import Floats
from firebreak.core.proximity.encounters import AIR_LOOK_AHEAD_S, SEA_LOOK_AHEAD_S
from firebreak.core.proximity.engine import Engine
from firebreak.core.proximity.foresight import entries
from firebreak.core.proximity.zone import Zone
from firebreak.tracking.moving import moving
from firebreak.tracking.table import MICROSECONDS, Track

FAST_MS: Final = 35.0  # what is faster is looked ahead as an aircraft is
STILL_MS: Final = 1.0  # what is slower goes nowhere
REPORT_M: Final = 100.0  # how far off an honest report may be

Touched = dict[int, tuple[float, bool]]
"By site: metres, and whether the height is unknown."


@dataclass(slots=True)
class Approach:
    """One track at one site."""

    track: Track
    site: int
    distance_m: float
    at: Instant
    began_at: Instant
    alarm: Alarm = field(default_factory=Alarm)
    uncertainty_m: float = REPORT_M
    unknown_height: bool = False
    enters_in_s: float | None = None
    "Seconds until it is inside if it goes straight on; None: it is, or will not be."

    @property
    def state(self) -> State:
        """What the desk sees."""
        return self.alarm.state


@dataclass(slots=True)
class Nearness:
    """The sites and every approach that is not over."""

    sites: Sequence[Zone]
    approaches: dict[int, dict[int, Approach]] = field(default_factory=dict[int, dict[int, Approach]])
    "By the number of the track, then of the site."
    _engine: Engine = field(init=False)
    _rules: list[Rules] = field(init=False)

    def __post_init__(self) -> None:
        exits = [each.threshold_m * EXIT_SHARE for each in self.sites]
        self._rules = [
            Rules(site.threshold_m, left, noisy=True) for site, left in zip(self.sites, exits, strict=True)
        ]
        self._engine = Engine(
            [replace(site, threshold_m=left) for site, left in zip(self.sites, exits, strict=True)]
        )

    def take(self, tracks: Sequence[Track], now: Instant) -> list[tuple[Approach, Step]]:
        """Hold tracks that were heard anew against all sites; what changed."""
        believed = [each for each in tracks if each.doubt is None]
        if not self.sites or not believed:
            return []
        changed = [
            change
            for track, touched in zip(believed, self._touched(believed), strict=True)
            for site in sorted(touched.keys() | self._held(track).keys())
            for change in self._sample(track, site, touched.get(site), now)
        ]
        self._look_ahead(believed, now)
        return changed

    def acknowledge(self, track: int, site: int) -> bool:
        """A person has seen it; whether there was something to see."""
        approach = self.approaches.get(track, {}).get(site)
        if approach is None or not approach.alarm.apply(Step.ACKNOWLEDGED):
            return False
        self._tidy(approach)
        return True

    def forget(self, tracks: Iterable[Track]) -> None:
        """Those that are gone for good; what somebody has still to acknowledge stays."""
        for track in tracks:
            for approach in [*self._held(track).values()]:
                approach.alarm.apply(Step.PASSED)
                approach.alarm.apply(Step.LEFT)
                self._tidy(approach)

    def all(self) -> Iterator[Approach]:
        """Those that a person is shown, the nearest first."""
        shown = [each for held in self.approaches.values() for each in held.values()]
        yield from sorted(
            (each for each in shown if each.state is not State.NORMAL), key=lambda one: one.distance_m
        )

    def _held(self, track: Track) -> dict[int, Approach]:
        return self.approaches.get(track.number, {})

    def _touched(self, tracks: Sequence[Track]) -> list[Touched]:
        """For each track the sites within reach that concern it."""
        found: list[Touched] = [{} for _ in tracks]
        latitude = np.array([each.report.latitude for each in tracks])
        longitude = np.array([each.report.longitude for each in tracks])
        for row, site, metres in self._hits(latitude, longitude):
            inside = self._concerns(self.sites[site], tracks[row])
            if inside is not Inside.NO:
                found[row][site] = metres, inside is Inside.UNKNOWN
        return found

    def _hits(self, latitude: Floats, longitude: Floats) -> Iterator[tuple[int, int, float]]:
        hits = self._engine.hits(latitude, longitude)
        columns = zip(hits.row, hits.zone, hits.distance_m, strict=True)
        return ((int(row), int(site), float(metres)) for row, site, metres in columns)

    @staticmethod
    def _concerns(site: Zone, track: Track) -> Inside:
        report = track.report
        if not site.holds_at(report.at * MICROSECONDS):
            return Inside.NO
        return site.band.holds(report.altitude_ft, report.reference)

    def _sample(
        self, track: Track, site: int, touched: tuple[float, bool] | None, now: Instant
    ) -> list[tuple[Approach, Step]]:
        metres, unknown = touched or (None, False)
        approach = self._approach(track, site, metres, now)
        steps = approach.alarm.sample(track.report.at * MICROSECONDS, metres, self._rules[site])
        if metres is not None:
            moved = (track.report.speed_ms or 0.0) * max(now - track.report.at, 0) / SECOND
            approach.distance_m, approach.uncertainty_m = metres, REPORT_M + moved
            approach.at, approach.unknown_height = track.report.at, unknown
        if Step.ENTERED in steps:
            approach.began_at = now
        self._tidy(approach)
        return [(approach, each) for each in steps]

    def _approach(self, track: Track, site: int, metres: float | None, now: Instant) -> Approach:
        held = self.approaches.setdefault(track.number, {})
        return held.setdefault(site, Approach(track, site, metres or 0.0, track.report.at, now))

    def _look_ahead(self, tracks: Sequence[Track], now: Instant) -> None:
        """Cautions for those that are not there yet."""
        soon = self._soonest([each for each in tracks if _is_moving(each)])
        for track in tracks:
            for site in soon.get(track.number, {}).keys() | self._held(track).keys():
                self._foresee(track, site, soon.get(track.number, {}).get(site), now)

    def _foresee(self, track: Track, site: int, seconds: float | None, now: Instant) -> None:
        if seconds is None and site not in self._held(track):
            return
        approach = self._approach(track, site, None, now)
        approach.alarm.apply(Step.PREDICTED if seconds is not None else Step.PASSED)
        approach.enters_in_s = seconds if approach.state is State.CAUTION else None
        self._tidy(approach)

    def _soonest(self, tracks: Sequence[Track]) -> dict[int, dict[int, float]]:
        """When each track is first inside each site, if it goes straight on."""
        found: dict[int, dict[int, float]] = {}
        if not tracks:
            return found
        reports = [each.report for each in tracks]
        spans, limits = (
            np.array([*map(_look_ahead_s, tracks)]),
            np.array([*(each.enter_m for each in self._rules)]),
        )
        for row, site, seconds in zip(*entries(self._engine, *moving(reports), spans, limits), strict=True):
            track = tracks[int(row)]
            if self._concerns(self.sites[int(site)], track) is not Inside.NO:
                found.setdefault(track.number, {})[int(site)] = round(float(seconds), 1)
        return found

    def _tidy(self, approach: Approach) -> None:
        """What is over and known to a person is dropped."""
        if approach.state is not State.NORMAL or not approach.alarm.idle:
            return
        held = self._held(approach.track)
        held.pop(approach.site, None)
        if not held:
            self.approaches.pop(approach.track.number, None)


def _is_moving(track: Track) -> bool:
    return track.report.course is not None and (track.report.speed_ms or 0.0) > STILL_MS


def _look_ahead_s(track: Track) -> float:
    return AIR_LOOK_AHEAD_S if (track.report.speed_ms or 0.0) > FAST_MS else SEA_LOOK_AHEAD_S
