"""Reading KML: placemarks with their geometry, their span of time and their extended data."""

import json
from dataclasses import replace
from typing import Any, Final

from firebreak.core.geo.area import NOWHERE, Area
from firebreak.formats import shapes
from firebreak.formats.bounds import DRAFTS_MAX, Budget, octets, too_much, unreadable
from firebreak.formats.drafts import Draft, Notes
from firebreak.formats.geojson.geometry import joined
from firebreak.formats.geojson.properties import described, measured
from firebreak.formats.markup import Element, read_xml
from firebreak.formats.shapes import Position

GEOMETRIES: Final = ("Point", "LineString", "LinearRing", "Polygon", "MultiGeometry")
UNREAD: Final = ("Track", "MultiTrack", "Model")
ZIP: Final = b"PK\x03\x04"
PARTS_MAX: Final = 3  # of a position: longitude, latitude, height


def read(data: bytes | str) -> list[Draft]:
    """The placemarks of a document, each a draft. Raises LocalError."""
    if isinstance(data, bytes) and data.startswith(ZIP):
        raise unreadable("KML", "it is a KMZ archive: unpack it and import the doc.kml inside")
    root = read_xml(octets(data), "KML")
    if root.name != "kml":
        raise unreadable("KML", f"its root is {root.name[:40]!r}")
    marks = [each for each in root.walk() if each.name == "Placemark"]
    if len(marks) > DRAFTS_MAX:
        raise too_much(f"{len(marks)} placemarks, at most {DRAFTS_MAX:,}")
    budget = Budget()
    drafts = [draft for each in marks for draft in _drafts(each, budget)]
    if len(drafts) > DRAFTS_MAX:
        raise too_much(f"{len(drafts)} areas, at most {DRAFTS_MAX:,}")
    return drafts


def _drafts(mark: Element, budget: Budget) -> list[Draft]:
    notes = Notes(budget)
    properties = _properties(mark)
    base = replace(described(properties, "", notes), source_format="kml")
    found = [area for each in mark.all(*GEOMETRIES) for area in _areas(each, notes)]
    for each in mark.all(*UNREAD):
        notes.add("unread-geometry", f"a geometry of type {each.name}")
    if len(found) > 1:
        notes.add("split", f"a placemark of {len(found)} parts of several kinds: each is a draft of its own")
    drafts: list[Draft] = []
    for area in found or [NOWHERE]:
        own = Notes(budget)
        drafts.append(replace(base, area=measured(area, properties, own), findings=(*notes, *own)))
    return drafts


def _properties(mark: Element) -> dict[str, Any]:
    """As in GeoJSON: what this project wrote into the extended data, then the elements of KML."""
    extended = mark.first("ExtendedData")
    found = {
        each.attributes.get("name", ""): _value(each.said("value"))
        for each in (extended.all("Data") if extended else ())
    }
    plain = {"name": mark.said("name"), "description": mark.said("description")} | _span(mark)
    return {key: each for key, each in plain.items() if each} | found


def _span(mark: Element) -> dict[str, str]:
    span, stamp = mark.first("TimeSpan"), mark.first("TimeStamp")
    if span:
        return {"start": span.said("begin"), "end": span.said("end")}
    return {"start": stamp.said("when")} if stamp else {}


def _value(text: str) -> Any:
    """Lists and objects stand as JSON in a value; anything else is its text."""
    if not text.startswith(("[", "{")):
        return text
    try:
        return json.loads(text, parse_constant=str)
    except (ValueError, RecursionError):
        return text


def _areas(element: Element, notes: Notes) -> list[Area]:
    if element.name != "MultiGeometry":
        return [_area(element, notes)]
    parts = element.all(*GEOMETRIES)
    kinds = {each.name for each in parts}
    if kinds == {"Polygon"}:
        return [shapes.polygons([_rings(each, notes) for each in parts], notes)]
    if kinds == {"Point"}:
        return [shapes.points([one for each in parts for one in _row(each, notes)], notes)]
    if kinds == {"LineString"}:
        return [shapes.line(each, notes) for each in joined([_row(each, notes) for each in parts])]
    return [area for each in parts for area in _areas(each, notes)]


def _area(element: Element, notes: Notes) -> Area:
    if element.name == "Polygon":
        return shapes.polygons([_rings(element, notes)], notes)
    if element.name == "LinearRing":
        return shapes.polygons([[_row(element, notes)]], notes)
    if element.name == "LineString":
        return shapes.line(_row(element, notes), notes)
    return shapes.points(_row(element, notes)[:1] or [(None, None)], notes)


def _rings(polygon: Element, notes: Notes) -> list[list[Position]]:
    borders = [*polygon.all("outerBoundaryIs")[:1], *polygon.all("innerBoundaryIs")]
    rings = [ring for border in borders for ring in border.all("LinearRing")]
    return [_row(each, notes) for each in rings] or [[]]


def _row(element: Element, notes: Notes) -> list[Position]:
    return [_position(each, notes) for each in element.said("coordinates").split()]


def _position(text: str, notes: Notes) -> Position:
    numbers = text.split(",")
    if len(numbers) == PARTS_MAX and numbers[-1].strip("+-0.") != "":
        notes.add("height-unread", "positions with heights: the heights are not read")
    return (numbers[1], numbers[0]) if 1 < len(numbers) <= PARTS_MAX else (None, None)
