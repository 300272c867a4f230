"""Writing drafts as events: one for each outline and window. An event goes stale, so each gets an end."""

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from hashlib import sha256
from typing import Any, Final
from xml.etree import ElementTree as ET

from firebreak.core.geo.area import Area, AreaKind, Datum
from firebreak.core.geo.place import DEGREE, Place
from firebreak.formats.bounds import unwritable
from firebreak.formats.cot import event as cot
from firebreak.formats.cot.event import Event
from firebreak.formats.cot.markup import document
from firebreak.formats.cot.protobuf import stream
from firebreak.formats.drafts import Draft, Notes, Written, written
from firebreak.formats.enclosing import circle_round
from firebreak.formats.markup import make
from firebreak.formats.parsed import Window

STALE_AFTER: Final = timedelta(days=1)  # of what has no end: a map asks again tomorrow
Made = tuple[Event, tuple[ET.Element, ...]]


def write(drafts: Sequence[Draft], now: datetime) -> Written:
    """A document of events. Raises LocalError."""
    notes = Notes()
    return written(document(_all(drafts, now, notes)), notes)


def write_protobuf(drafts: Sequence[Draft], now: datetime) -> Written:
    """A stream of TAK protocol version 1. Raises LocalError."""
    notes = Notes()
    return written(stream(_all(drafts, now, notes)), notes)


def _all(drafts: Sequence[Draft], now: datetime, notes: Notes) -> list[Made]:
    return [made for draft in drafts for made in _events(draft, now, notes)]


def _events(draft: Draft, now: datetime, notes: Notes) -> Iterator[Made]:
    if not draft.area.places:
        raise unwritable("Cursor on Target", f"{draft.identifier or 'the notice'} has no place")
    _tell(draft, notes)
    made = [
        (window, outline) for window in draft.windows or (None,) for outline in _outlines(draft.area, notes)
    ]
    uid = draft.identifier or sha256(repr(draft).encode()).hexdigest()[:32]
    for number, (window, (kind, place, parts, heights)) in enumerate(made, start=1):
        name = uid if len(made) == 1 else f"{uid}-{number}"
        start, stale = _times(window, draft, now, notes)
        remarks = make("remarks", draft.text())
        yield Event(
            uid=name, kind=kind, sent=draft.issued_at or now, start=start, stale=stale,
            north=_degrees(place.latitude_e7), east=_degrees(place.longitude_e7),
            callsign=draft.title or draft.code or "notice", opex="e" if draft.exercise else "", **heights,
        ), (*parts, remarks)  # fmt: skip


Outline = tuple[str, Place, tuple[ET.Element, ...], dict[str, Any]]


def _outlines(area: Area, notes: Notes) -> Iterator[Outline]:
    if area.kind is AreaKind.CIRCLE:
        radius = f"{area.radius_m}.0"
        ellipse = make("ellipse", major=radius, minor=radius, angle="360")
        yield cot.CIRCLE, area.places[0], (make("shape", "", ellipse),), {}
    elif area.kind in {AreaKind.POLYGON, AreaKind.MULTIPOLYGON}:
        for ring in area.rings:
            middle = circle_round(Area.of(AreaKind.POLYGON, *ring))[0]
            yield cot.FREEFORM, middle, _links((*ring, ring[0])), {}
    elif area.kind in {AreaKind.LINE, AreaKind.CORRIDOR}:
        yield cot.FREEFORM, area.places[0], _links(area.places), {}
    else:
        for each in area.places:
            yield cot.MARK, each, (), _heights(area, notes)


def _links(ring: Sequence[Place]) -> tuple[ET.Element, ...]:
    return tuple(
        make("link", point=f"{_degrees(each.latitude_e7)},{_degrees(each.longitude_e7)}") for each in ring
    )


def _heights(area: Area, notes: Notes) -> dict[str, Any]:
    found: dict[str, Any] = {}
    if area.uncertainty_m is not None:
        found["circular_m"] = float(area.uncertainty_m)
    band = area.altitude
    if band is None:
        return found
    if band.datum is not Datum.W84 or band.lower_m is None or band.upper_m is None:
        notes.add("altitude-lost", "a point has a height above the ellipsoid only")
        return found
    middle = (band.lower_m + band.upper_m) / 2
    return found | {"height_m": middle, "linear_m": band.upper_m - middle}


def _times(window: Window | None, draft: Draft, now: datetime, notes: Notes) -> tuple[datetime, datetime]:
    start = window.start if window else draft.issued_at or now
    if window is None:
        notes.add("start-assumed", "it has no window: it begins when it was issued")
    if window and window.end:
        return start, window.end
    notes.add("end-assumed", "it has no end: it goes stale after a day and is to be sent again")
    return start, max(start, now) + STALE_AFTER


def _tell(draft: Draft, notes: Notes) -> None:
    area = draft.area
    if draft.act != "issue":
        notes.add("act-lost", "an event does not say that it replaces or cancels another")
    if draft.code:
        notes.add("code-lost", "there is no field for the code of a notice")
    if area.buffer_m:
        notes.add("buffer-lost", "there is no field for the distance kept round an area")
    if area.name or draft.authority or draft.contact or len(draft.texts) > 1:
        notes.add("particulars-lost", "only one text is written, and neither authority nor contact")
    if area.kind not in {AreaKind.POINT, AreaKind.NAMED} and (area.altitude or area.uncertainty_m):
        notes.add("altitude-lost", "a drawing has no heights and does not say how exact it is")


def _degrees(value_e7: int) -> str:
    return f"{value_e7 / DEGREE:.7f}"
