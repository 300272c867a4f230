"""Writing KML: a placemark for each notice; what KML has no word for stands in its extended data."""

import json
from collections.abc import Iterator, Sequence
from typing import Any, Final
from xml.etree import ElementTree as ET

from firebreak.formats.drafts import Draft, Notes, Written, written
from firebreak.formats.geojson.writing import geometry, properties_of
from firebreak.formats.instants import iso
from firebreak.formats.markup import make, write_xml

NAMESPACE: Final = "http://www.opengis.net/kml/2.2"


def write(drafts: Sequence[Draft]) -> Written:
    """A document of placemarks."""
    notes = Notes()
    marks = [make("Placemark", "", *_parts(each, notes)) for each in drafts]
    root = make("kml", "", make("Document", "", *marks), xmlns=NAMESPACE)
    return written(write_xml(root), notes)


def _parts(draft: Draft, notes: Notes) -> Iterator[ET.Element]:
    yield make("name", draft.title or draft.code or "notice")
    if draft.texts:
        yield make("description", draft.text())
    yield from _span(draft, notes)
    properties = properties_of(draft) | ({"id": draft.identifier} if draft.identifier else {})
    yield make("ExtendedData", "", *(_data(name, each) for name, each in properties.items()))
    shape = geometry(draft.area, notes)
    if shape is not None:
        yield _drawn(shape["type"], shape["coordinates"])


def _span(draft: Draft, notes: Notes) -> Iterator[ET.Element]:
    windows = list(draft.windows)
    if not windows:
        return
    if len(windows) > 1:
        notes.add("windows-lost", "several windows show as one span of time; they stand in the extended data")
    last = windows[-1].end
    ends = [make("begin", iso(windows[0].start))]
    if last is not None:
        ends.append(make("end", iso(last)))
    yield make("TimeSpan", "", *ends)


def _data(name: str, value: Any) -> ET.Element:
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    return make("Data", "", make("value", text), name=name)


def _drawn(kind: str, coordinates: Any) -> ET.Element:
    """A geometry of GeoJSON as one of KML."""
    if kind.startswith("Multi"):
        return make("MultiGeometry", "", *(_drawn(kind.removeprefix("Multi"), each) for each in coordinates))
    if kind == "Polygon":
        ring = make("LinearRing", "", _row(coordinates[0]))
        return make("Polygon", "", make("outerBoundaryIs", "", ring))
    return make(kind, "", _row([coordinates] if kind == "Point" else coordinates))


def _row(positions: list[list[float]]) -> ET.Element:
    return make("coordinates", " ".join(f"{east:.7f},{north:.7f}" for east, north in positions))
