"""Writing an alert. Urgency, severity and certainty are written as unknown: a notice does not say them."""

import re
from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Final
from xml.etree import ElementTree as ET

from firebreak.core.geo.area import Area, AreaKind, Datum
from firebreak.core.geo.place import DEGREE, Place
from firebreak.formats.bounds import unwritable
from firebreak.formats.cap.reading import CODE_NAME
from firebreak.formats.cap.rules import NAMESPACE
from firebreak.formats.drafts import UNSAID, Draft, Notes, Written, line, written
from firebreak.formats.enclosing import circle_round
from firebreak.formats.markup import make, write_xml
from firebreak.formats.measures import FOOT_M
from firebreak.formats.parsed import Window

TYPES: Final = {"issue": "Alert", "replace": "Update", "cancel": "Cancel"}
CATEGORIES: Final = {"P": "Safety", "D": "Safety", "I": "Infra", "M": "Security", "E": "Rescue"}
RESTRICTION: Final = "As the issuing desk releases it"
PARTS: Final = 3  # of a reference: sender, identifier, time
_NOT_PLAIN: Final = re.compile(r"[\s,<&]+")


def write(drafts: Sequence[Draft], sender: str, now: datetime) -> Written:
    """One alert: a file of CAP holds no more. Raises LocalError."""
    if len(drafts) != 1:
        raise unwritable("CAP", f"{len(drafts)} notices in one file; it holds one")
    notes = Notes()
    (draft,) = drafts
    return written(write_xml(_alert(draft, sender, now, notes)), notes)


def _alert(draft: Draft, sender: str, now: datetime, notes: Notes) -> ET.Element:
    by = _plain(sender, notes)
    parts = [
        make("identifier", _plain(draft.identifier or f"{now:%Y%m%d%H%M%S}", notes)),
        make("sender", by),
        make("sent", stamp(draft.issued_at or now)),
        make("status", "Exercise" if draft.exercise else "Actual"),
        make("msgType", TYPES[draft.act]),
        make("scope", "Restricted"),
        make("restriction", RESTRICTION),
    ]
    if draft.act != "issue":
        parts.append(make("references", " ".join(_references(draft, by, notes))))
    return make("alert", "", *parts, *_infos(draft, notes), xmlns=NAMESPACE)


def _references(draft: Draft, sender: str, notes: Notes) -> Iterator[str]:
    for each in draft.refers_to:
        if each.count(",") == PARTS - 1 and " " not in each:
            yield each
        elif draft.refers_at is not None:
            yield f"{sender},{_plain(each, notes)},{stamp(draft.refers_at)}"
    if not any(draft.refers_to):
        raise unwritable("CAP", "what is replaced or cancelled is not named")
    if draft.refers_at is None and not all(each.count(",") == PARTS - 1 for each in draft.refers_to):
        raise unwritable("CAP", "it is not known when that was sent which is replaced or cancelled")


def _infos(draft: Draft, notes: Notes) -> Iterator[ET.Element]:
    """One for each language and window."""
    for window in draft.windows or (None,):
        for language, text in draft.texts or ((UNSAID, ""),):
            yield make("info", "", *_info(draft, window, language, text, notes))


def _info(
    draft: Draft, window: Window | None, language: str, text: str, notes: Notes
) -> Iterator[ET.Element]:
    if language != UNSAID:
        yield make("language", language)
    yield make("category", CATEGORIES.get(draft.code[:1], "Other"))
    yield make("event", draft.title or draft.code or "Notice")
    for each in ("urgency", "severity", "certainty"):
        yield make(each, "Unknown")
    if draft.code:
        yield make("eventCode", "", make("valueName", CODE_NAME), make("value", draft.code))
    if window is not None:
        yield make("onset", stamp(window.start))
        if window.end is not None:
            yield make("expires", stamp(window.end))
    said = {
        "senderName": draft.authority,
        "headline": draft.title,
        "description": text,
        "contact": draft.contact,
    }
    yield from (make(name, each) for name, each in said.items() if each)
    yield from _areas(draft, notes)


def _areas(draft: Draft, notes: Notes) -> Iterator[ET.Element]:
    area = draft.area
    if area.kind is AreaKind.NONE:
        return
    if area.buffer_m and area.kind is not AreaKind.CORRIDOR:
        notes.add("buffer-lost", "there is no element for the distance kept round an area")
    if area.uncertainty_m:
        notes.add("uncertainty-lost", "there is no element for how exact a place is")
    name = line(area.name or draft.title or draft.code or "area")
    yield make("area", "", make("areaDesc", name), *_outlines(area, notes), *_heights(area, notes))


def _outlines(area: Area, notes: Notes) -> Iterator[ET.Element]:
    if area.kind in {AreaKind.POLYGON, AreaKind.MULTIPOLYGON}:
        for ring in area.rings:
            yield make("polygon", " ".join(_pair(each) for each in (*ring, ring[0])))
    elif area.kind in {AreaKind.LINE, AreaKind.CORRIDOR}:
        notes.add("outline-enclosed", "a line is written as the circle round it")
        middle, radius = circle_round(area)
        yield make("circle", f"{_pair(middle)} {_kilometres(radius)}")
    elif area.kind is not AreaKind.NAMED:
        for each in area.places:
            yield make("circle", f"{_pair(each)} {_kilometres(area.radius_m or 0)}")


def _heights(area: Area, notes: Notes) -> Iterator[ET.Element]:
    band = area.altitude
    if band is None:
        return
    if band.datum is not Datum.MSL or band.lower_m is None or band.upper_m is None:
        notes.add("altitude-lost", "CAP knows heights between two ends above the sea only")
        return
    yield make("altitude", _feet(band.lower_m))
    yield make("ceiling", _feet(band.upper_m))


def stamp(at: datetime) -> str:
    """CAP 1.2 has no letter Z."""
    return at.strftime("%Y-%m-%dT%H:%M:%S+00:00").rjust(25, "0")


def _plain(text: str, notes: Notes) -> str:
    found = _NOT_PLAIN.sub("-", text.strip())
    if found != text:
        notes.add("identity-shortened", f"{text[:40]!r} is written without blanks and commas")
    return found or "-"


def _pair(place: Place) -> str:
    return f"{place.latitude_e7 / DEGREE:.7f},{place.longitude_e7 / DEGREE:.7f}"


def _kilometres(metres: int) -> str:
    return f"{metres // 1000}.{metres % 1000:03d}"


def _feet(metres: int) -> str:
    return f"{metres / FOOT_M:.4f}"
