"""The picture of our side as JSON: sites, tracks, approaches, feeds. It goes to programs of ours only."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from firebreak.core.base.instants import Instant
from firebreak.core.proximity.bands import FOOT_M
from firebreak.tracking.announced import Announced, Hazard
from firebreak.tracking.moving import foot
from firebreak.tracking.nearness import Approach, Nearness
from firebreak.tracking.ours import Sites, site_value
from firebreak.tracking.receiving import Feed
from firebreak.tracking.table import Track, Tracks

TRACKS_SHOWN_MAX: Final = 500  # more than anybody can look at; those in approaches always are among them
DIGITS: Final = 5


@dataclass(frozen=True, slots=True)
class Held:
    """What the process holds."""

    sites: Sites
    tracks: Tracks
    nearness: Nearness
    announced: Announced
    feeds: Sequence[Feed]
    refused: dict[str, int]
    "Reports that were not taken, by the reason."


def picture(held: Held, now: Instant) -> dict[str, Any]:
    """All of it at an instant."""
    sites, tracks = held.sites, held.tracks
    approaches = list(held.nearness.all())
    shown = {each.track.number: each.track for each in approaches}
    for track in reversed(tracks.by_key.values()):
        if len(shown) >= TRACKS_SHOWN_MAX:
            break
        shown.setdefault(track.number, track)
    return {
        "at": now,
        "sites": [site_value(number, each) for number, each in enumerate(sites.zones)],
        "tracks": [_track(each, now) for each in shown.values()],
        "approaches": [_approach(each, sites) for each in approaches],
        "hazards": [_hazard(each, sites) for each in held.announced.hazards],
        "unused": held.announced.unused,
        "feeds": [_feed(each, now) for each in held.feeds],
        "counts": {"tracks": len(tracks.by_key), "evicted": tracks.evicted, "refused": dict(held.refused)},
        "fault": sites.fault,
        "findings": list(sites.findings),
    }


def _track(track: Track, now: Instant) -> dict[str, Any]:
    report = track.report
    return {
        "id": str(track.number),
        "feed": track.feed,
        "name": report.id,
        "label": report.label,
        "latitude": round(report.latitude, DIGITS),
        "longitude": round(report.longitude, DIGITS),
        "altitude_m": None if report.altitude_ft is None else round(report.altitude_ft * FOOT_M),
        "reference": report.reference.value,
        "course": report.course,
        "speed_ms": report.speed_ms,
        "at": report.at,
        "stale": track.is_stale(now),
        "doubt": None if track.doubt is None else track.doubt.reason,
    }


def _approach(approach: Approach, sites: Sites) -> dict[str, Any]:
    report, site = approach.track.report, sites.zones[approach.site]
    there = foot(site, report.latitude, report.longitude)
    return {
        "id": f"{approach.track.number}-{approach.site}",
        "track": str(approach.track.number),
        "label": report.label,
        "site": str(approach.site),
        "site_name": site.name,
        "state": approach.state.value,
        "threshold_m": site.threshold_m,
        "distance_m": round(approach.distance_m),
        "uncertainty_m": round(approach.uncertainty_m),
        "from": [round(report.latitude, DIGITS), round(report.longitude, DIGITS)],
        "to": [round(each, DIGITS) for each in there],
        "at": approach.at,
        "began_at": approach.began_at,
        "unknown_height": approach.unknown_height,
        "enters_in_s": approach.enters_in_s,
    }


def _hazard(hazard: Hazard, sites: Sites) -> dict[str, Any]:
    site = sites.zones[hazard.site]
    return {
        "id": f"{hazard.area[:16]}-{hazard.site}",
        "notice": hazard.area,
        "site": str(hazard.site),
        "site_name": site.name,
        "threshold_m": site.threshold_m,
        "distance_m": round(hazard.distance_m),
        "from": [round(each, DIGITS) for each in hazard.start],
        "to": [round(each, DIGITS) for each in hazard.end],
    }


def _feed(feed: Feed, now: Instant) -> dict[str, Any]:
    return {
        "name": feed.settings.name,
        "kind": feed.settings.kind.value,
        "state": feed.state(now).value,
        "why": feed.broken,
        "heard_at": feed.heard_at,
        "faults": feed.faults.counts,
        "dropped": feed.dropped,
    }
