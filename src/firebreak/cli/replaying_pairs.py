"""Replaying approaches between aircraft."""

from typing import Any

from firebreak.cli.replaying import Asked, batches, show
from firebreak.core.proximity.instants import written
from firebreak.core.proximity.order import in_time
from firebreak.core.proximity.pairs import Encounter, Limits, pairs
from firebreak.core.proximity.samples import Seen, Track

COLUMNS = (
    "icao24",
    "callsign",
    "other_icao24",
    "other_callsign",
    "first_time",
    "last_time",
    "min_distance_m",
)


def replay_pairs(asked: Asked, seen: Seen) -> None:
    """All samples are held: any two of them may have met."""
    with batches(asked.tracks, seen) as read:
        whole = in_time(read)
    tracks = list(seen.tracks)
    found = list(pairs(whole, [each.icao24 for each in tracks], Limits(asked.max_m, asked.max_ft)))
    found.sort(key=lambda each: (each.first, each.one, each.other))
    show([_facts(each, tracks) for each in found], asked.as_json, COLUMNS)


def _facts(met: Encounter, tracks: list[Track]) -> dict[str, Any]:
    one, other = tracks[met.one], tracks[met.other]
    facts: dict[str, Any] = {
        "icao24": one.icao24,
        "callsign": one.callsign,
        "other_icao24": other.icao24,
        "other_callsign": other.callsign,
        "first_time": written(met.first),
        "last_time": written(met.last),
        "samples": met.samples,
        "min_distance_m": round(met.least_m, 3),
        "time_of_min": written(met.least_at),
        "altitude_difference_ft": None if met.apart_ft != met.apart_ft else round(met.apart_ft, 1),
    }
    return facts | ({"altitude_unknown": met.unknown_altitudes} if met.unknown_altitudes else {})
