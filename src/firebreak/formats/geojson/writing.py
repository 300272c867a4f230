"""Writing GeoJSON: everything of a notice stands in it, what RFC 7946 has no word for as a property."""

from collections.abc import Sequence
from typing import Any, Final

from firebreak.core.geo.area import Area, AreaKind
from firebreak.core.geo.outline import Point
from firebreak.core.geo.place import DEGREE, Place
from firebreak.formats.drafts import Draft, Notes, Written, written
from firebreak.formats.drawn import can_be_drawn
from firebreak.formats.geojson.drawing import lines_of, rings_of
from firebreak.formats.instants import iso
from firebreak.formats.json_text import write_json

OUTLINED: Final = frozenset({AreaKind.POLYGON, AreaKind.MULTIPOLYGON, AreaKind.CIRCLE})


def write(drafts: Sequence[Draft]) -> Written:
    """A collection of features."""
    notes = Notes()
    features = [_feature(each, notes) for each in drafts]
    return written(write_json({"type": "FeatureCollection", "features": features}), notes)


def _feature(draft: Draft, notes: Notes) -> dict[str, Any]:
    feature: dict[str, Any] = {"type": "Feature"}
    if draft.identifier:
        feature["id"] = draft.identifier
    feature["properties"] = properties_of(draft)
    feature["geometry"] = geometry(draft.area, notes)
    return feature


def geometry(area: Area, notes: Notes) -> dict[str, Any] | None:
    """What an area looks like on a chart; None for one without an outline."""
    if not area.places:
        return None
    if area.buffer_m:
        notes.add("buffer-lost", "the distance kept round an area stands as the property buffer_m only")
    if area.kind is AreaKind.CIRCLE and not can_be_drawn(area):
        notes.add("area-lost", "a circle near a pole stands as its middle with the property radius_m")
        return _shape("Point", _position(area.places[0]))
    if area.kind in OUTLINED:
        return _outlined(area, notes)
    if area.kind in {AreaKind.LINE, AreaKind.CORRIDOR}:
        pieces = [[_pair(each) for each in piece] for piece in lines_of(area)]
        return _shape("LineString", pieces[0]) if len(pieces) == 1 else _shape("MultiLineString", pieces)
    places = [_position(each) for each in area.places]
    return _shape("Point", places[0]) if len(places) == 1 else _shape("MultiPoint", places)


def _outlined(area: Area, notes: Notes) -> dict[str, Any] | None:
    if area.kind is AreaKind.CIRCLE:
        notes.add("circle-drawn", "a circle is drawn with 72 corners, up to 2 % too large; its middle and "
                  "radius_m stand as properties")  # fmt: skip
    found = [[[_pair(each) for each in ring] for ring in polygon] for polygon in rings_of(area, notes)]
    return _shape("Polygon", found[0]) if len(found) == 1 else _shape("MultiPolygon", found)


def _shape(kind: str, coordinates: Any) -> dict[str, Any]:
    return {"type": kind, "coordinates": coordinates}


def _pair(point: Point) -> list[float]:
    return [point[0] / DEGREE, point[1] / DEGREE]


def _position(place: Place) -> list[float]:
    return [place.longitude_e7 / DEGREE, place.latitude_e7 / DEGREE]


def properties_of(draft: Draft) -> dict[str, Any]:
    """What a notice says beside its outline, by name."""
    facts: dict[str, Any] = {
        "act": draft.act,
        "refers_to": list(draft.refers_to),
        "code": draft.code,
        "title": draft.title,
        "texts": dict(draft.texts),
        "windows": [[iso(each.start), iso(each.end) if each.end else None] for each in draft.windows],
        "cancel_time": iso(draft.cancel_at) if draft.cancel_at else None,
        "authority": draft.authority,
        "contact": draft.contact,
        "exercise": draft.exercise or None,
        **draft.beside,
    }
    return {key: each for key, each in (facts | measures_of(draft.area)).items() if each or each == 0}


def measures_of(area: Area) -> dict[str, Any]:
    """What an area is beyond its outline."""
    facts: dict[str, Any] = {"shape": "named_area" if area.kind is AreaKind.NAMED else area.kind.name.lower()}
    if area.kind is AreaKind.CIRCLE:
        facts |= {"centre": _position(area.places[0]), "radius_m": area.radius_m}
    facts |= {"buffer_m": area.buffer_m or None, "area_name": area.name or None}
    if area.uncertainty_m is not None:
        facts["uncertainty_m"] = area.uncertainty_m
    if area.altitude is not None:
        band = area.altitude
        facts["altitude"] = {"lower_m": band.lower_m, "upper_m": band.upper_m, "reference": band.datum.name}
    return facts
