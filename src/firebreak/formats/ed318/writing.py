"""Writing zones of ED-318. A notice does not say what unmanned aircraft may do: the zone is conditional."""

import re
from collections.abc import Sequence
from typing import Any, Final

from firebreak.core.geo.area import Area, AreaKind, Datum
from firebreak.core.geo.place import DEGREE, Place
from firebreak.formats.bounds import unwritable
from firebreak.formats.drafts import UNSAID, Draft, Notes, Written, written
from firebreak.formats.enclosing import circle_round
from firebreak.formats.geojson.drawing import rings_of
from firebreak.formats.instants import iso
from firebreak.formats.json_text import write_json

REFERENCES: Final = {Datum.W84: "W84", Datum.MSL: "AMSL", Datum.AGL: "AGL"}
NOWHERE_CODE: Final = "ZZZ"  # ISO 3166-1: for users to assign
_NAME: Final = re.compile(r"([A-Z]{3})/(.+)")


def write(drafts: Sequence[Draft]) -> Written:
    """A collection of zones. Raises LocalError."""
    notes = Notes()
    features = [_zone(each, notes) for each in drafts]
    return written(write_json({"type": "FeatureCollection", "features": features}), notes)


def _zone(draft: Draft, notes: Notes) -> dict[str, Any]:
    if draft.act == "cancel" or not draft.area.places:
        raise unwritable("ED-318", "a zone has an outline, and no zone cancels another")
    _tell(draft, notes)
    named = _NAME.fullmatch(draft.identifier)
    country, name = (named[1], named[2]) if named else (NOWHERE_CODE, draft.identifier or "-")
    properties: dict[str, Any] = {
        "identifier": name,
        "country": country,
        "name": [_text(draft.title or name, UNSAID)],
        "type": "CONDITIONAL",
        "variant": "COMMON",
        "reason": ["OTHER"],
        "message": [_text(text, language) for language, text in draft.texts],
        "limitedApplicability": [
            {"startDateTime": iso(each.start)} | ({"endDateTime": iso(each.end)} if each.end else {})
            for each in draft.windows
        ],
        "zoneAuthority": [_authority(draft)],
        "extendedProperties": _extended(draft),
    }
    kept = {key: each for key, each in properties.items() if each}
    return {"type": "Feature", "properties": kept, "geometry": _geometry(draft.area, notes)}


def _extended(draft: Draft) -> dict[str, Any]:
    return ({"code": draft.code} if draft.code else {}) | ({"exercise": True} if draft.exercise else {})


def _tell(draft: Draft, notes: Notes) -> None:
    if draft.act == "replace" or draft.cancel_at or draft.refers_to:
        notes.add("act-lost", "a zone does not say what it replaces or when it is cancelled")
    if draft.area.buffer_m and draft.area.kind is not AreaKind.CORRIDOR:
        notes.add("buffer-lost", "there is no field for the distance kept round an area")
    if draft.area.uncertainty_m:
        notes.add("uncertainty-lost", "there is no field for how exact a place is")
    if draft.area.name:
        notes.add("name-lost", "there is no field for the name of an area")


def _authority(draft: Draft) -> dict[str, Any]:
    found: dict[str, Any] = {"name": [_text(draft.authority or "-", UNSAID)], "purpose": "INFORMATION"}
    return found | ({"phone": draft.contact} if draft.contact else {})


def _text(text: str, language: str) -> dict[str, str]:
    return {"text": text} if language == UNSAID else {"text": text, "lang": language}


def _geometry(area: Area, notes: Notes) -> dict[str, Any]:
    layer = _layer(area, notes)
    return _shape(area, notes) | ({"layer": layer} if layer else {})


def _shape(area: Area, notes: Notes) -> dict[str, Any]:
    if area.kind in {AreaKind.POLYGON, AreaKind.MULTIPOLYGON}:
        drawn = rings_of(area, notes)
        found = [[[[x / DEGREE, y / DEGREE] for x, y in ring] for ring in each] for each in drawn]
        single = len(found) == 1
        return {"type": "Polygon" if single else "MultiPolygon", "coordinates": found[0] if single else found}
    first, *more = area.places
    if area.kind is AreaKind.CIRCLE:
        return _round(first, area.radius_m or 0)
    if area.kind in {AreaKind.LINE, AreaKind.CORRIDOR} or more:
        notes.add("outline-enclosed", "a line or several places are written as the circle round them")
        return _round(*circle_round(area))
    return {"type": "Point", "coordinates": _pair(first)}


def _round(middle: Place, radius_m: int) -> dict[str, Any]:
    extent = {"subType": "Circle", "radius": radius_m}
    return {"type": "Point", "coordinates": _pair(middle), "extent": extent}


def _pair(place: Place) -> list[float]:
    return [place.longitude_e7 / DEGREE, place.latitude_e7 / DEGREE]


def _layer(area: Area, notes: Notes) -> dict[str, Any]:
    band = area.altitude
    if band is None:
        return {}
    if band.datum not in REFERENCES:
        notes.add("altitude-lost", "a zone knows heights above ground, sea and ellipsoid, not flight levels")
        return {}
    found: dict[str, Any] = {"uom": "m"}
    for name, value in (("lower", band.lower_m), ("upper", band.upper_m)):
        if value is not None:
            found |= {name: value, f"{name}Reference": REFERENCES[band.datum]}
    return found
