"""What stands on the map of the pictures beside the notices: a site, a track near it, two feeds."""

from typing import Any


def near(now: int) -> dict[str, Any]:
    """As `GET /api/nearby` gives it."""
    none = {"radius_m": None, "buffer_m": 0, "uncertainty_m": None, "altitude": None, "name": ""}
    site = {"id": "0", "name": "PS-07", "threshold_m": 24_000}
    track = {
        "id": "1", "feed": "air", "name": "4bb1c5", "label": "THY9BP", "latitude": 54.83, "longitude": 20.05,
        "altitude_m": 11_278, "reference": "FL", "course": 205.0, "speed_ms": 231.5, "at": now - 4_000,
        "stale": False, "doubt": None,
    }  # fmt: skip
    approach = {
        "id": "1-0", "track": "1", "label": "THY9BP", "site": "0", "site_name": "PS-07", "state": "warning",
        "threshold_m": 24_000, "distance_m": 21_164, "uncertainty_m": 1_026, "from": [54.83, 20.05],
        "to": [54.66, 19.9], "at": now - 4_000, "began_at": now - 62_000, "unknown_height": False,
        "enters_in_s": None,
    }  # fmt: skip
    feeds = [
        {"name": "air", "kind": "adsb-file", "state": "live", "why": ""},
        {"name": "sea", "kind": "ais-udp", "state": "stalled", "why": ""},
    ]
    return {
        "following": True,
        "sites": [site | {"area": none | {"kind": "point", "positions": [[54.66, 19.9]]}}],
        "tracks": [track],
        "approaches": [approach],
        "hazards": [],
        "feeds": feeds,
        "fault": "",
    }
