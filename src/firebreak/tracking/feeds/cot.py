"""Cursor on Target events as tracks: XML (Event-PUBLIC 2.0) or TAK protocol version 1 in protobuf.

An event is a track when it is an atom (`a-…`): drawings and alerts of others are for `firebreak notice
import`. 9999999 means that nobody knows.
"""

from dataclasses import dataclass
from typing import Any, Final

import takproto
from google.protobuf.message import DecodeError

from firebreak.core.base.errors import LocalError
from firebreak.core.base.instants import Instant, from_iso
from firebreak.core.proximity.bands import FOOT_M, Reference
from firebreak.formats.markup import Element, read_xml
from firebreak.tracking.feeds.report import (
    ROUND,
    SPEED_MS_MAX,
    Faults,
    Report,
    id_of,
    is_place,
    label_of,
    number,
)

EVENT_BYTES_MAX: Final = 64 * 1_024
MESH: Final = b"\xbf\x01\xbf"
HEIGHT_M_MIN, HEIGHT_M_MAX = -500.0, 100_000.0


@dataclass(frozen=True, slots=True)
class _Event:
    """What both forms say alike."""

    type: str
    uid: str
    at: Instant
    stale_at: Instant | None
    latitude: object
    longitude: object
    height_m: object
    callsign: str
    course: object
    speed_ms: object


class CotReader:
    """Turns events into reports."""

    def __init__(self) -> None:
        self.faults = Faults.none()

    def read(self, data: bytes, now: Instant) -> list[Report]:
        """The track of one event; anything else is counted."""
        if len(data) > EVENT_BYTES_MAX:
            return self._fault("too long")
        try:
            event = _of_protobuf(data) if data.startswith(MESH) else _of_xml(read_xml(data, "an event"))
        except (LocalError, ValueError, DecodeError, OverflowError, KeyError):
            return self._fault("unreadable event")
        if not event.type.startswith("a-"):
            return self._fault("no track")
        if not event.uid.strip() or not is_place(event.latitude, event.longitude):
            return self._fault("no position")
        if event.stale_at is not None and event.stale_at < now:
            return self._fault("stale")
        return [_report(event)]

    def _fault(self, reason: str) -> list[Report]:
        self.faults.add(reason)
        return []


def _report(event: _Event) -> Report:
    height = number(event.height_m, HEIGHT_M_MIN, HEIGHT_M_MAX)
    assert isinstance(event.latitude, float) and isinstance(event.longitude, float)
    return Report(
        id=id_of(event.uid),
        label=label_of(event.callsign) or label_of(event.uid),
        latitude=event.latitude,
        longitude=event.longitude,
        altitude_ft=None if height is None else height / FOOT_M,
        reference=Reference.W84,
        course=number(event.course, 0, ROUND),
        speed_ms=number(event.speed_ms, 0, SPEED_MS_MAX),
        at=event.at,
        stale_at=event.stale_at,
    )


def _of_xml(root: Element) -> _Event:
    """Raises ValueError, KeyError."""
    point = root.first("point") or Element("point")
    detail = root.first("detail") or Element("detail")
    contact, track = detail.first("contact"), detail.first("track")
    stale = root.attributes.get("stale")
    return _Event(
        type=root.attributes.get("type", "") if root.name == "event" else "",
        uid=root.attributes.get("uid", ""),
        at=from_iso(root.attributes["time"]),
        stale_at=from_iso(stale) if stale else None,
        latitude=_number(point, "lat"),
        longitude=_number(point, "lon"),
        height_m=_number(point, "hae"),
        callsign=contact.attributes.get("callsign", "") if contact else "",
        course=_number(track, "course") if track else None,
        speed_ms=_number(track, "speed") if track else None,
    )


def _number(element: Element, name: str) -> float | None:
    written = element.attributes.get(name)
    return None if written is None else float(written)


def _of_protobuf(data: bytes) -> _Event:
    """Raises DecodeError."""
    event: Any = takproto.parse_proto(bytearray(data)).cotEvent
    has_track = event.detail.HasField("track")
    return _Event(
        type=event.type,
        uid=event.uid,
        at=Instant(event.sendTime),
        stale_at=Instant(event.staleTime) if event.staleTime else None,
        latitude=event.lat,
        longitude=event.lon,
        height_m=event.hae,
        callsign=event.detail.contact.callsign,
        course=event.detail.track.course if has_track else None,
        speed_ms=event.detail.track.speed if has_track else None,
    )
