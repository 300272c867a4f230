"""Replaying written anew from its description, as plainly as can be: no index, no kernel, PROJ's geodesics.

It shares nothing with the engine but the files. Slow: every sample is held against every edge of every site.
"""

import csv
import itertools
import json
import math
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, cast

import numpy as np
from pyproj import Geod

GEOD = Geod(ellps="WGS84")
MINUTE = timedelta(seconds=60)
SILENCE = timedelta(seconds=900)
ROUNDS = 12
Key = tuple[str, str]
Corners = list[list[float]]


@dataclass(frozen=True)
class Sample:
    """One row."""

    time: datetime
    lat: float
    lon: float
    alt: float | None


def tracks(path: Path) -> dict[Key, list[Sample]]:
    """The samples of each aircraft and callsign by time; rows of one time stay as they stand."""
    found: dict[Key, list[Sample]] = defaultdict(list)
    with path.open(encoding="utf-8-sig", newline="") as text:
        for row in csv.DictReader(text):
            if row["lat"] and row["lon"]:
                alt = float(row["alt_ft"]) if row["alt_ft"] not in {"", "ground"} else None
                sample = Sample(_time(row["time_utc"]), float(row["lat"]), float(row["lon"]), alt)
                found[row["icao24"].strip(), row["callsign"].strip()].append(sample)
    return {key: sorted(each, key=lambda one: one.time) for key, each in found.items()}


def _time(text: str) -> datetime:
    read = datetime.fromisoformat(text)
    return read if read.tzinfo else read.replace(tzinfo=UTC)


def sites(path: Path) -> list[dict[str, Any]]:
    """The features."""
    return json.loads(path.read_text(encoding="utf-8"))["features"]


def distances(site: dict[str, Any], samples: list[Sample]) -> list[float]:
    """Of each sample to the site, less its buffer and at least 0."""
    lat, lon = np.array([each.lat for each in samples]), np.array([each.lon for each in samples])
    found = np.maximum(_to_shape(site["geometry"], lat, lon) - (site["properties"].get("buffer_m") or 0), 0)
    return cast("list[float]", found.tolist())


def _to_shape(shape: dict[str, Any], lat: Any, lon: Any) -> Any:
    kind, corners = shape["type"], cast("Any", shape.get("coordinates"))
    if kind == "Point":
        return _between(lat, lon, corners)
    if kind == "LineString":
        return np.min([_to_edge(lat, lon, *edge) for edge in itertools.pairwise(corners)], axis=0)
    if kind == "Polygon":
        edge = np.min(
            [_to_shape({"type": "LineString", "coordinates": ring}, lat, lon) for ring in corners], axis=0
        )
        held = _goes_round(lat, lon, corners[0])
        for hole in corners[1:]:
            held &= ~_goes_round(lat, lon, hole)
        return np.where(held, 0.0, edge)
    if kind == "GeometryCollection":
        return np.min([_to_shape(each, lat, lon) for each in shape["geometries"]], axis=0)
    single = kind.removeprefix("Multi")
    return np.min([_to_shape({"type": single, "coordinates": each}, lat, lon) for each in corners], axis=0)


def _between(lat: Any, lon: Any, corner: list[float]) -> Any:
    whole = np.ones_like(lat)
    return GEOD.inv(lon, lat, whole * corner[0], whole * corner[1])[2]


def _to_edge(lat: Any, lon: Any, start: list[float], end: list[float]) -> Any:
    """The least distance along an edge: walk to where the place stands straight aside."""
    azimuth, _, length = cast("tuple[float, float, float]", GEOD.inv(start[0], start[1], end[0], end[1]))
    whole = np.ones_like(lat)
    along, best = whole * length / 2, np.minimum(_between(lat, lon, start), _between(lat, lon, end))
    for _ in range(ROUNDS):
        east, north, back = GEOD.fwd(whole * start[0], whole * start[1], whole * azimuth, along)
        seen, _, far = GEOD.inv(east, north, lon, lat)
        best = np.minimum(best, far)
        along = np.clip(along + far * np.cos(np.radians(seen - back - 180)), 0, length)
    return best


def _goes_round(lat: Any, lon: Any, ring: Corners) -> Any:
    """Whether the azimuths of the corners turn once round as seen from a place."""
    whole = np.ones_like(lat)
    seen = np.array([GEOD.inv(lon, lat, whole * east, whole * north)[0] for east, north, *_ in ring])
    turns = np.diff(seen, axis=0)
    return np.abs((turns - 360 * np.round(turns / 360)).sum(axis=0)) > 180


def concerned(site: dict[str, Any], sample: Sample) -> bool:
    """By height and time; an unknown height is."""
    asked = site["properties"]
    low, high = asked.get("alt_min_ft"), asked.get("alt_max_ft")
    fits = sample.alt is None or ((low is None or sample.alt >= low) and (high is None or sample.alt <= high))
    since, until = asked.get("valid_from"), asked.get("valid_to")
    return fits and (not since or sample.time >= _time(since)) and (not until or sample.time <= _time(until))


def approaches(site_path: Path, track_path: Path) -> list[dict[str, Any]]:
    """Runs of hits, ended by a miss or by a gap of more than a minute."""
    found: list[dict[str, Any]] = []
    for site in sites(site_path):
        for key, samples in tracks(track_path).items():
            run: list[tuple[Sample, float]] = []
            for sample, distance in zip(samples, distances(site, samples), strict=True):
                hit = concerned(site, sample) and distance <= site["properties"]["threshold_m"]
                if run and (not hit or sample.time - run[-1][0].time > MINUTE):
                    found.append(_approach(site, key, run))
                    run = []
                if hit:
                    run.append((sample, distance))
            if run:
                found.append(_approach(site, key, run))
    return found


def _approach(site: dict[str, Any], key: Key, run: list[tuple[Sample, float]]) -> dict[str, Any]:
    nearest = min(run, key=lambda each: each[1])
    return {
        "site": site["properties"]["name"],
        "icao24": key[0],
        "callsign": key[1],
        "first_time": _iso(run[0][0].time),
        "last_time": _iso(run[-1][0].time),
        "samples": len(run),
        "min_distance_m": nearest[1],
        "time_of_min": _iso(nearest[0].time),
    }


def _iso(time: datetime) -> str:
    text = time.astimezone(UTC).replace(tzinfo=None).isoformat()
    return (text.rstrip("0") if "." in text else text) + "Z"


def pairs(track_path: Path, max_m: float, max_ft: float) -> list[dict[str, Any]]:
    """Runs of instants at which two aircraft were near one another."""
    found: list[dict[str, Any]] = []
    for (key, one), (other_key, other) in itertools.combinations(tracks(track_path).items(), 2):
        if key[0] == other_key[0]:
            continue
        run: list[tuple[datetime, float, float | None]] = []
        for time in sorted({each.time for each in [*one, *other]}):
            here, there = _at(one, time), _at(other, time)
            if here is None or there is None:
                continue
            distance = float(cast("float", GEOD.inv(here.lon, here.lat, there.lon, there.lat)[2]))
            apart = None if here.alt is None or there.alt is None else abs(here.alt - there.alt)
            hit = distance <= max_m and (apart is None or apart <= max_ft)
            if run and (not hit or time - run[-1][0] > MINUTE):
                found.append(_encounter(key, other_key, run))
                run = []
            if hit:
                run.append((time, distance, apart))
        if run:
            found.append(_encounter(key, other_key, run))
    return found


def _at(samples: list[Sample], time: datetime) -> Sample | None:
    """Where it was sampled, else on the way between two samples of at most 20 s."""
    for each in samples:
        if each.time == time:
            return each
    for before, after in itertools.pairwise(samples):
        if before.time < time < after.time and after.time - before.time <= timedelta(seconds=20):
            share = (time - before.time) / (after.time - before.time)
            azimuth, _, length = cast(
                "tuple[float, float, float]", GEOD.inv(before.lon, before.lat, after.lon, after.lat)
            )
            lon, lat, _ = GEOD.fwd(before.lon, before.lat, azimuth, share * length)
            known = before.alt is not None and after.alt is not None
            alt = before.alt + share * (after.alt - before.alt) if known else None  # type: ignore[operator]
            return Sample(time, cast("float", lat), cast("float", lon), alt)
    return None


def _encounter(key: Key, other: Key, run: list[tuple[datetime, float, float | None]]) -> dict[str, Any]:
    nearest = min(run, key=lambda each: each[1])
    return {
        "icao24": key[0],
        "callsign": key[1],
        "other_icao24": other[0],
        "other_callsign": other[1],
        "first_time": _iso(run[0][0]),
        "last_time": _iso(run[-1][0]),
        "samples": len(run),
        "min_distance_m": nearest[1],
        "time_of_min": _iso(nearest[0]),
        "altitude_difference_ft": nearest[2],
    }


def alarms(
    site_path: Path, track_path: Path, enter_m: float, exit_m: float, dwell_s: float
) -> Iterator[dict[str, Any]]:
    """Alarms of samples that are believed."""
    for site in sites(site_path):
        for key, samples in tracks(track_path).items():
            told = zip(samples, distances(site, samples), _believed(samples), strict=True)
            heard = [
                (each.time, metres if concerned(site, each) else math.inf)
                for each, metres, good in told
                if good
            ]
            for alarmed, cleared in _episodes(heard, enter_m, exit_m, timedelta(seconds=dwell_s)):
                yield _alarm(site, key, alarmed, cleared)


def _episodes(
    heard: list[tuple[datetime, float]], enter_m: float, exit_m: float, dwell: timedelta
) -> Iterator[tuple[datetime, datetime | None]]:
    alarmed = outside = None
    for before, (time, metres) in zip([None, *heard], heard, strict=False):
        left = outside is not None and metres > exit_m and time - outside >= dwell
        left |= outside is None and metres > exit_m and not dwell
        silent = before is not None and time - before[0] > SILENCE
        if alarmed and (silent or left):
            yield alarmed, time
            alarmed = None
        if alarmed is None and metres <= enter_m:
            alarmed, outside = time, None
        outside = (outside or time) if alarmed and metres > exit_m else None
    if alarmed:
        yield alarmed, None


def _alarm(site: dict[str, Any], key: Key, alarmed: datetime, cleared: datetime | None) -> dict[str, Any]:
    return {
        "site": site["properties"]["name"],
        "icao24": key[0],
        "callsign": key[1],
        "alarm_time": _iso(alarmed),
        "cleared_time": None if cleared is None else _iso(cleared),
    }


def _believed(samples: list[Sample]) -> list[bool]:
    """False from a jump until a minute has passed without one and it is where it could have come to."""
    found: list[bool] = []
    before = believed = jumped = None
    for each in samples:
        if before and _jump(before, each):
            jumped = each
        elif jumped and each.time - jumped.time >= MINUTE and believed and not _jump(believed, each):
            jumped = None
        found.append(jumped is None)
        believed = each if jumped is None else believed
        before = each
    return found


def _jump(one: Sample, other: Sample) -> bool:
    far = float(cast("float", GEOD.inv(one.lon, one.lat, other.lon, other.lat)[2]))
    return far > 2_000 + 700 * (other.time - one.time).total_seconds()
