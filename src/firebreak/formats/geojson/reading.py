"""Reading GeoJSON: features with geometry, and of their properties those that this project writes itself."""

from dataclasses import replace
from typing import Any, Final

from firebreak.core.base.errors import LocalError
from firebreak.core.geo.area import NOWHERE
from firebreak.formats.bounds import DRAFTS_MAX, Budget, too_much, unreadable
from firebreak.formats.drafts import Draft, Notes
from firebreak.formats.geojson.geometry import areas
from firebreak.formats.geojson.properties import described, measured
from firebreak.formats.json_text import listing, mapping, read_json, words
from firebreak.formats.swapped import outside_box

FORMAT: Final = "geojson"
GEOMETRIES: Final = frozenset({
    "Point", "MultiPoint", "LineString", "MultiLineString", "Polygon", "MultiPolygon", "GeometryCollection",
})  # fmt: skip
WGS84: Final = frozenset({
    "urn:ogc:def:crs:ogc:1.3:crs84", "urn:ogc:def:crs:ogc::crs84", "ogc:crs84",
    "http://www.opengis.net/def/crs/ogc/1.3/crs84",
})  # fmt: skip
"Longitude first on WGS 84. EPSG:4326 means latitude first to some programs and longitude first to others."


def read(data: bytes | str) -> list[Draft]:
    """The features of a text, each a draft. Raises LocalError."""
    return features(mapping(read_json(data, "GeoJSON")))


def features(root: dict[str, Any]) -> list[Draft]:
    """The features of an object that was read already."""
    check_reference(root)
    found = collected(root)
    budget = Budget()
    drafts = [draft for each in found for draft in _drafts(mapping(each), root.get("bbox"), budget)]
    if len(drafts) > DRAFTS_MAX:
        raise too_much(f"{len(drafts)} features, at most {DRAFTS_MAX:,}")
    return drafts


def collected(root: dict[str, Any]) -> list[Any]:
    """The features; a bare geometry is one without properties."""
    kind = words(root.get("type"))
    if kind == "FeatureCollection":
        found = listing(root.get("features"))
        if len(found) > DRAFTS_MAX:
            raise too_much(f"{len(found)} features, at most {DRAFTS_MAX:,}")
        return found
    if kind in GEOMETRIES:
        return [{"type": "Feature", "geometry": root}]
    if kind != "Feature":
        raise unreadable("GeoJSON", f"its type is {kind[:40]!r}")
    return [root]


def check_reference(root: dict[str, Any]) -> None:
    """Raise when the coordinates are not longitude and latitude of WGS 84."""
    if root.get("crs") is None:
        return
    name = words(mapping(mapping(root["crs"]).get("properties")).get("name"))
    if name.lower() not in WGS84:
        raise LocalError(
            f"the coordinates are of {name[:60] or 'a reference system without a name'!r}",
            code="FB623",
            hint="convert the file to longitude and latitude of WGS 84 (RFC 7946, 4)",
        )


def _drafts(feature: dict[str, Any], box: Any, budget: Budget) -> list[Draft]:
    notes = Notes(budget)
    properties = mapping(feature.get("properties"))
    base = described(properties, words(feature.get("id")), notes)
    found = areas(feature.get("geometry"), notes) or [NOWHERE]
    if len(found) > 1:
        notes.add("split", f"a feature of {len(found)} parts of several kinds: each is a draft of its own")
    drafts: list[Draft] = []
    for each in found:
        own = Notes(budget)
        area = measured(each, properties, own)
        outside_box(area, feature.get("bbox", box), own)
        drafts.append(replace(base, area=area, findings=(*notes, *own)))
    return drafts
