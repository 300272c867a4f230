"""Alarms of recorded tracks: what the desk would have heard, and when."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from firebreak.core.proximity.alarms import Alarm, Rules, Step
from firebreak.core.proximity.approaches import Touches, Touching
from firebreak.core.proximity.doubts import Doubt, Plausibility
from firebreak.core.proximity.earth import geocentric
from firebreak.core.proximity.order import Numbering
from firebreak.core.proximity.samples import Batch


@dataclass(slots=True, kw_only=True)
class Episode:
    """One alarm of one track at one site."""

    zone: int
    track: int
    alarmed_at: int
    distance_m: float
    "At the alarm."
    least_m: float
    least_at: int
    cleared_at: int | None = None
    "None: the tracks end before it had left."
    unknown_altitude: bool = False
    "Whether the alarm counts an unknown altitude as inside."


class Episodes:
    """Steps the alarms of all tracks, batch by batch. The engine's zones reach to the exit distances."""

    def __init__(self, touching: Touching, rules: Sequence[Rules]) -> None:
        self._touching, self._rules = touching, rules
        self._numbering = Numbering()
        self._plausible: dict[int, Plausibility] = {}
        self._alarms: dict[int, dict[int, tuple[Alarm, Episode | None]]] = {}

    def take(self, batch: Batch) -> Iterator[Episode | Doubt]:
        """Episodes and doubts that ended. Raises BackInTime."""
        self._numbering.of(batch)
        touched = _by_row(self._touching.of(batch))
        points = geocentric(batch.latitude, batch.longitude).tolist()
        columns = zip(batch.time.tolist(), batch.track.tolist(), points, strict=True)
        for row, (time, track, point) in enumerate(columns):
            plausible = self._plausible.get(track)
            if plausible is None:
                plausible = self._plausible[track] = Plausibility(track)
            ended = plausible.step(time, tuple(point))
            if ended is not None:
                yield ended
            if plausible.doubt is None and (row in touched or track in self._alarms):
                yield from self._sample(track, time, touched.get(row, {}))

    def rest(self) -> Iterator[Episode | Doubt]:
        """What the last samples leave open."""
        for each in self._plausible.values():
            if each.doubt is not None:
                yield each.doubt
        for alarms in self._alarms.values():
            for _, episode in alarms.values():
                if episode is not None:
                    yield episode

    def _sample(self, track: int, time: int, touched: dict[int, tuple[float, bool]]) -> Iterator[Episode]:
        alarms = self._alarms.setdefault(track, {})
        for zone in sorted(alarms.keys() | touched.keys()):
            alarm, episode = alarms.get(zone) or (Alarm(), None)
            distance, unknown = touched.get(zone, (None, False))
            for step in alarm.sample(time, distance, self._rules[zone]):
                if step is Step.LEFT and episode is not None:
                    episode.cleared_at = time
                    yield episode
                    episode = None
                elif step is Step.ENTERED and distance is not None:
                    episode = _begun(zone, track, time, distance, unknown)
            if episode is not None and distance is not None and distance < episode.least_m:
                episode.least_m, episode.least_at = distance, time
            alarms[zone] = alarm, episode
            if alarm.idle:
                del alarms[zone]
        if not alarms:
            del self._alarms[track]


def _begun(zone: int, track: int, time: int, distance: float, unknown: bool) -> Episode:
    return Episode(
        zone=zone, track=track, alarmed_at=time, distance_m=distance, least_m=distance, least_at=time,
        unknown_altitude=unknown,
    )  # fmt: skip


def _by_row(found: Touches) -> dict[int, dict[int, tuple[float, bool]]]:
    rows: dict[int, dict[int, tuple[float, bool]]] = {}
    columns = (found.row, found.zone, found.distance_m, found.unknown)
    for row, zone, distance, unknown in zip(*(np.asarray(each).tolist() for each in columns), strict=True):
        rows.setdefault(row, {})[zone] = (distance, unknown)
    return rows
