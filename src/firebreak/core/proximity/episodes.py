"""Alarms of recorded tracks: what the desk would have heard, and when."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import numpy as np

from firebreak.core.proximity.alarms import Alarm, Rules, State, Step
from firebreak.core.proximity.approaches import Touches, Touching
from firebreak.core.proximity.doubts import Doubt, Plausibility
from firebreak.core.proximity.earth import Floats, geocentric
from firebreak.core.proximity.foresight import entries
from firebreak.core.proximity.instants import SECOND
from firebreak.core.proximity.order import Numbering
from firebreak.core.proximity.pairs import BRIDGE
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
    caution_at: int | None = None
    "When it was first foreseen; None: it was not, or nobody looked ahead."


@dataclass(slots=True, kw_only=True)
class Caution:
    """It would have entered, and went another way."""

    zone: int
    track: int
    at: int
    entry_at: int
    "When it was first foreseen to enter."
    until: int | None = None
    "None: the tracks end before."


@dataclass(slots=True)
class _Held:
    """One track at one site."""

    alarm: Alarm = field(default_factory=Alarm)
    episode: Episode | None = None
    caution: Caution | None = None


Touched = dict[int, tuple[float, bool]]
"By zone: metres, and whether the altitude is unknown."
Soon = dict[int, float]
"By zone: seconds until it is entered."


class Episodes:
    """Steps the alarms of all tracks, batch by batch. The engine's zones reach to the exit distances.

    Whoever hears an alarm is taken to acknowledge it at once.
    """

    def __init__(self, touching: Touching, rules: Sequence[Rules], look_ahead_s: float = 0.0) -> None:
        self._touching, self._rules, self._look_ahead_s = touching, rules, look_ahead_s
        self._enter = np.array([each.enter_m for each in rules])
        self._numbering = Numbering()
        self._plausible: dict[int, Plausibility] = {}
        self._held: dict[int, dict[int, _Held]] = {}
        self._before: dict[int, tuple[int, list[float]]] = {}

    def take(self, batch: Batch) -> Iterator[Episode | Caution | Doubt]:
        """What ended. Raises BackInTime."""
        self._numbering.of(batch)
        touched = _by_row(self._touching.of(batch))
        believed: list[int] = []
        points = geocentric(batch.latitude, batch.longitude)
        yield from self._believe(batch, points, believed)
        soon = self._soon(batch, points, believed) if self._look_ahead_s else {}
        times, tracks = batch.time.tolist(), batch.track.tolist()
        for row in believed:
            if row in touched or row in soon or tracks[row] in self._held:
                yield from self._sample(tracks[row], times[row], touched.get(row, {}), soon.get(row, {}))

    def rest(self) -> Iterator[Episode | Caution | Doubt]:
        """What the last samples leave open."""
        for each in self._plausible.values():
            if each.doubt is not None:
                yield each.doubt
        for sites in self._held.values():
            for held in sites.values():
                yield from (each for each in (held.episode, held.caution) if each is not None)

    def _believe(self, batch: Batch, points: Floats, believed: list[int]) -> Iterator[Doubt]:
        columns = zip(batch.time.tolist(), batch.track.tolist(), points.tolist(), strict=True)
        for row, (time, track, point) in enumerate(columns):
            plausible = self._plausible.get(track)
            if plausible is None:
                plausible = self._plausible[track] = Plausibility(track)
            ended = plausible.step(time, tuple(point))
            if ended is not None:
                yield ended
            if plausible.doubt is None:
                believed.append(row)

    def _soon(self, batch: Batch, points: Floats, believed: list[int]) -> dict[int, Soon]:
        """By row: the zones that it will enter if it goes on as since the sample before."""
        times, tracks, places = batch.time.tolist(), batch.track.tolist(), points.tolist()
        moving: list[int] = []
        velocities: list[list[float]] = []
        for row in believed:
            time, place, before = times[row], places[row], self._before.get(tracks[row])
            self._before[tracks[row]] = time, place
            if before is not None and 0 < time - before[0] <= BRIDGE:
                moving.append(row)
                velocities.append(
                    [(b - a) * SECOND / (time - before[0]) for a, b in zip(before[1], place, strict=True)]
                )
        if not moving:
            return {}
        spans = np.full(len(moving), self._look_ahead_s)
        found = entries(self._touching.engine, points[moving], np.array(velocities), spans, self._enter)
        soon: dict[int, Soon] = {}
        for at, zone, seconds in zip(*found, strict=True):
            row = moving[int(at)]
            if self._touching.concerns(int(zone), times[row], float(batch.altitude_ft[row])):
                soon.setdefault(row, {})[int(zone)] = float(seconds)
        return soon

    def _sample(self, track: int, time: int, touched: Touched, soon: Soon) -> Iterator[Episode | Caution]:
        sites = self._held.setdefault(track, {})
        for zone in sorted(sites.keys() | touched.keys() | soon.keys()):
            held = sites.setdefault(zone, _Held())
            yield from self._step(held, (track, zone, time), touched.get(zone), soon.get(zone))
            if held.alarm.idle and held.alarm.state is not State.CAUTION:
                del sites[zone]
        if not sites:
            del self._held[track]

    def _step(
        self,
        held: _Held,
        where: tuple[int, int, int],
        touched: tuple[float, bool] | None,
        seconds: float | None,
    ) -> Iterator[Episode | Caution]:
        track, zone, time = where
        distance, unknown = touched or (None, False)
        for step in held.alarm.sample(time, distance, self._rules[zone]):
            if step is Step.LEFT and held.episode is not None:
                held.episode.cleared_at = time
                yield held.episode
                held.episode = None
            elif step is Step.ENTERED and distance is not None:
                held.alarm.apply(Step.ACKNOWLEDGED)
                held.episode = _begun(zone, track, time, distance, unknown)
                held.episode.caution_at = held.caution.at if held.caution else None
                held.caution = None
        if held.episode is not None and distance is not None and distance < held.episode.least_m:
            held.episode.least_m, held.episode.least_at = distance, time
        if seconds is not None and held.alarm.apply(Step.PREDICTED):
            held.caution = Caution(zone=zone, track=track, at=time, entry_at=time + round(seconds * SECOND))
        elif seconds is None and held.caution is not None and held.alarm.apply(Step.PASSED):
            held.caution.until = time
            yield held.caution
            held.caution = None


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
