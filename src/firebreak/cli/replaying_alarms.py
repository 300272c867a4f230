"""Replaying alarms, with the positions that nobody should have believed apart."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from firebreak.cli.replaying import Asked, engine_of, load_sites, show, tell_swapped, through
from firebreak.core.proximity.alarms import EXIT_SHARE, Rules
from firebreak.core.proximity.approaches import Touching
from firebreak.core.proximity.doubts import Doubt
from firebreak.core.proximity.episodes import Caution, Episode, Episodes
from firebreak.core.proximity.instants import SECOND, written
from firebreak.core.proximity.samples import Batch, Seen, Track
from firebreak.core.proximity.zone import Zone

COLUMNS = ("kind", "site", "icao24", "callsign", "alarm_time", "cleared_time", "min_distance_m", "reason")


def replay_alarms(asked: Asked, seen: Seen) -> None:
    """Alarms in the order of time, then cautions that became none, then doubts."""
    zones = load_sites(asked).zones
    rules = [_rules(asked, zone) for zone in zones]
    reaching = [replace(zone, threshold_m=each.exit_m) for zone, each in zip(zones, rules, strict=True)]
    engine = engine_of(asked, reaching)

    def over(read: Iterator[Batch]) -> Iterator[Episode | Caution | Doubt]:
        episodes = Episodes(Touching(engine), rules, asked.look_ahead_s)
        for batch in read:
            yield from episodes.take(batch)
        yield from episodes.rest()

    found = through(asked, seen, over)
    tell_swapped(zones, seen)
    tracks = list(seen.tracks)
    alarms = sorted(
        (each for each in found if isinstance(each, Episode)),
        key=lambda each: (each.alarmed_at, each.zone, each.track),
    )
    cautions = sorted(
        (each for each in found if isinstance(each, Caution)),
        key=lambda each: (each.at, each.zone, each.track),
    )
    doubts = sorted(
        (each for each in found if isinstance(each, Doubt)), key=lambda each: (each.first, each.track)
    )
    rows = [_alarm(each, zones, tracks[each.track], asked.look_ahead_s > 0) for each in alarms]
    rows += [_caution(each, zones, tracks[each.track]) for each in cautions]
    show(rows + [_doubt(each, tracks[each.track]) for each in doubts], asked.as_json, COLUMNS)


def _rules(asked: Asked, zone: Zone) -> Rules:
    enter = zone.threshold_m if asked.enter_m is None else asked.enter_m
    exit_m = max(enter, enter * EXIT_SHARE if asked.exit_m is None else asked.exit_m)
    return Rules(enter, exit_m, round(asked.exit_dwell_s * SECOND), asked.noisy)


def _alarm(alarm: Episode, zones: list[Zone], track: Track, foreseen: bool) -> dict[str, Any]:
    facts: dict[str, Any] = {
        "kind": "alarm",
        "site": zones[alarm.zone].name,
        "icao24": track.icao24,
        "callsign": track.callsign,
        "alarm_time": written(alarm.alarmed_at),
        "cleared_time": None if alarm.cleared_at is None else written(alarm.cleared_at),
        "distance_m": round(alarm.distance_m, 3),
        "min_distance_m": round(alarm.least_m, 3),
        "time_of_min": written(alarm.least_at),
    }
    if foreseen:
        facts["caution_time"] = None if alarm.caution_at is None else written(alarm.caution_at)
    return facts | ({"altitude_unknown": True} if alarm.unknown_altitude else {})


def _caution(caution: Caution, zones: list[Zone], track: Track) -> dict[str, Any]:
    return {
        "kind": "caution",
        "site": zones[caution.zone].name,
        "icao24": track.icao24,
        "callsign": track.callsign,
        "caution_time": written(caution.at),
        "foreseen_entry_time": written(caution.entry_at),
        "passed_time": None if caution.until is None else written(caution.until),
    }


def _doubt(doubt: Doubt, track: Track) -> dict[str, Any]:
    return {
        "kind": "doubt",
        "icao24": track.icao24,
        "callsign": track.callsign,
        "first_time": written(doubt.first),
        "last_time": written(doubt.last),
        "samples": doubt.samples,
        "jumps": doubt.jumps,
        "largest_jump_m": round(doubt.largest_jump_m, 1),
        "reason": doubt.reason,
    }
