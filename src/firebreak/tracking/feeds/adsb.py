"""ADS-B as readsb and dump1090 give it: `aircraft.json`, and one JSON object a line on readsb's JSON port.

Positions that the receiver only computed from other stations (`mlat`) or took from a network (`tisb`) are
reports as well; their source stands in the label of nothing, since a person decides what to believe.
"""

import json
from collections.abc import Iterator
from typing import Any, Final, cast

from firebreak.core.base.instants import Instant
from firebreak.core.proximity.bands import Reference
from firebreak.tracking.feeds.report import (
    ID_CODE_POINTS_MAX,
    KNOT_MS,
    ROUND,
    SPEED_MS_MAX,
    Faults,
    Report,
    id_of,
    is_place,
    label_of,
    number,
)

FILE_BYTES_MAX: Final = 16 * 1_024 * 1_024  # 10,000 aircraft are some 8 MB
LINE_BYTES_MAX: Final = 16 * 1_024
AIRCRAFT_MAX: Final = 20_000
FEET_MIN, FEET_MAX = -2_000.0, 200_000.0
AGE_SECONDS_MAX: Final = 3_600.0  # a position that is older says nothing of where it is


class AdsbReader:
    """Turns files and lines into reports."""

    def __init__(self) -> None:
        self.faults = Faults.none()

    def read_file(self, data: bytes, now: Instant) -> list[Report]:
        """All aircraft of an `aircraft.json` that have a position."""
        value = self._parsed(data, FILE_BYTES_MAX)
        listed = cast("dict[str, Any]", value).get("aircraft") if isinstance(value, dict) else None
        if not isinstance(listed, list):
            return self._fault("no list of aircraft")
        aircraft = cast("list[Any]", listed)
        if len(aircraft) > AIRCRAFT_MAX:
            self.faults.add("aircraft beyond the bound")
        written = number(cast("dict[str, Any]", value).get("now"), 0, 1e12)
        at = Instant(round(written * 1_000)) if written else now
        return [each for one in aircraft[:AIRCRAFT_MAX] for each in self._reports(one, min(at, now))]

    def read_line(self, line: bytes, now: Instant) -> list[Report]:
        """The aircraft of one line."""
        value = self._parsed(line, LINE_BYTES_MAX)
        return [] if value is None else list(self._reports(value, now))

    def _parsed(self, data: bytes, most: int) -> object:
        if len(data) > most:
            self.faults.add("too long")
            return None
        try:
            return json.loads(data)
        except (ValueError, RecursionError):
            self.faults.add("no JSON")
            return None

    def _reports(self, value: object, now: Instant) -> Iterator[Report]:
        if not isinstance(value, dict):
            self.faults.add("no aircraft")
            return
        one = cast("dict[str, Any]", value)
        id_ = one.get("hex")
        if not isinstance(id_, str) or not 0 < len(id_.strip()) <= ID_CODE_POINTS_MAX:
            self.faults.add("no address")
        elif "lat" not in one:
            return
        elif not is_place(one["lat"], one.get("lon")):
            self.faults.add("no position")
        elif number(one.get("seen_pos", 0), 0, AGE_SECONDS_MAX) is None:
            self.faults.add("no age")
        else:
            yield _report(one, id_of(id_).lower(), now)

    def _fault(self, reason: str) -> list[Report]:
        self.faults.add(reason)
        return []


def _report(one: dict[str, Any], id_: str, now: Instant) -> Report:
    altitude, reference = _altitude(one)
    knots = number(one.get("gs"), 0, SPEED_MS_MAX / KNOT_MS)
    course = number(one.get("track"), 0, ROUND)
    age = number(one.get("seen_pos"), 0, AGE_SECONDS_MAX) or 0.0
    return Report(
        id=id_,
        label=label_of(one.get("flight")) or id_,
        latitude=float(one["lat"]),
        longitude=float(one["lon"]),
        altitude_ft=altitude,
        reference=reference,
        course=course,
        speed_ms=None if knots is None else knots * KNOT_MS,
        at=Instant(now - round(age * 1_000)),
    )


def _altitude(one: dict[str, Any]) -> tuple[float | None, Reference]:
    """Barometric first: it is what the others fly by. On the ground a transponder says so in words."""
    if one.get("alt_baro") == "ground":
        return None, Reference.SAME
    barometric = number(one.get("alt_baro"), FEET_MIN, FEET_MAX)
    if barometric is not None:
        return barometric, Reference.FL
    return number(one.get("alt_geom"), FEET_MIN, FEET_MAX), Reference.W84
