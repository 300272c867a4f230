"""Reading zones: GeoJSON with layers and texts in several languages (ED-318), or volumes (ED-269).

A zone holds as long as it is published, so most drafts have no window. Repeating schedules are not expanded.
"""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any, Final

from firebreak.core.geo.area import NOWHERE, Altitude, Area
from firebreak.core.notice.kinds import CODE
from firebreak.formats import instants, measures, shapes
from firebreak.formats.bounds import DRAFTS_MAX, Budget, too_much, unreadable
from firebreak.formats.drafts import Draft, Notes, line
from firebreak.formats.ed318.texts import in_languages, said
from firebreak.formats.geojson.geometry import areas
from firebreak.formats.geojson.reading import check_reference
from firebreak.formats.json_text import listing, mapping, read_json, words
from firebreak.formats.measures import End, number
from firebreak.formats.parsed import Window

NEEDED: Final = frozenset({"identifier", "country"})


def read(data: bytes | str) -> list[Draft]:
    """The zones of a file, each a draft. Raises LocalError."""
    root = mapping(read_json(data, "ED-318"))
    check_reference(root)
    zones = [mapping(each) for each in listing(root.get("features"))]
    if not zones or not all(is_zone(each) for each in zones):
        raise unreadable("ED-318", "its features are no zones with an identifier and a country")
    if len(zones) > DRAFTS_MAX:
        raise too_much(f"{len(zones)} zones, at most {DRAFTS_MAX:,}")
    budget = Budget()
    drafts = [draft for each in zones for draft in _drafts(each, budget)]
    if len(drafts) > DRAFTS_MAX:
        raise too_much(f"{len(drafts)} volumes, at most {DRAFTS_MAX:,}")
    return drafts


def is_zone(feature: dict[str, Any]) -> bool:
    """Whether a feature is a zone of ED-318 or ED-269."""
    found = mapping(feature.get("properties")) or feature
    return found.keys() >= NEEDED


def _drafts(zone: dict[str, Any], budget: Budget) -> list[Draft]:
    notes = Notes(budget)
    old = isinstance(zone.get("geometry"), list)
    base = _described(zone if old else mapping(zone.get("properties")), notes)
    found = [area for each in listing(zone["geometry"]) for area in _volume(each, notes)] if old else (
        list(_layered(mapping(zone.get("geometry")), notes))
    )  # fmt: skip
    if len(found) > 1:
        notes.add("split", f"a zone of {len(found)} volumes: each is a draft of its own")
    return [replace(base, area=each, findings=tuple(notes)) for each in found or [NOWHERE]]


def _described(zone: dict[str, Any], notes: Notes) -> Draft:
    authority = mapping((listing(zone.get("zoneAuthority")) or [None])[0])
    code = words(mapping(zone.get("extendedProperties")).get("code"))
    if mapping(zone.get("extendedProperties")).get("exercise") is True:
        notes.add("not-actual", "it is of an exercise: it announces nothing")
    reached = (authority.get(each) for each in ("phone", "email", "siteURL"))
    return Draft(
        source_format="ed318",
        identifier=line(f"{words(zone.get('country'))}/{words(zone.get('identifier'))}"),
        code=code if CODE.fullmatch(code) else "",
        windows=_windows(zone, notes),
        title=line(said(zone.get("name"))),
        texts=in_languages(zone, notes),
        authority=line(", ".join(filter(None, (said(authority.get(each)) for each in ("name", "service"))))),
        contact=line(", ".join(filter(None, map(words, reached)))),
    )


def _windows(zone: dict[str, Any], notes: Notes) -> tuple[Window, ...]:
    found: list[Window] = []
    for each in map(mapping, listing(zone.get("limitedApplicability", zone.get("applicability")))):
        if each.get("schedule"):
            notes.add("schedule-unread", "the zone holds at certain hours only, which are not read")
        start, end = (
            instants.read_instant(each.get(name), notes) for name in ("startDateTime", "endDateTime")
        )
        found += instants.window(start, end, notes)
    return instants.in_order(found, notes)


def _layered(geometry: dict[str, Any], notes: Notes) -> Iterator[Area]:
    """ED-318: a geometry of GeoJSON with a layer, and circles as points with an extent."""
    extent, layer = mapping(geometry.get("extent")), mapping(geometry.get("layer"))
    band = _band(layer, ("lower", "lowerReference"), ("upper", "upperReference"), layer.get("uom"), notes)
    if words(extent.get("subType")) == "Circle":
        found = [_circle(geometry.get("coordinates"), extent.get("radius"), "M", notes)]
    else:
        found = areas(geometry, notes)
    yield from (shapes.with_height(each, band) for each in found)


def _volume(value: Any, notes: Notes) -> Iterator[Area]:
    """ED-269: a projection on the ground between two limits."""
    volume = mapping(value)
    unit, drawn = words(volume.get("uomDimensions")) or "M", mapping(volume.get("horizontalProjection"))
    lower, upper = (("lowerLimit", "lowerVerticalReference"), ("upperLimit", "upperVerticalReference"))
    band = _band(volume, lower, upper, unit, notes)
    if words(drawn.get("type")) == "Circle":
        yield shapes.with_height(_circle(drawn.get("center"), drawn.get("radius"), unit, notes), band)
    else:
        yield from (shapes.with_height(each, band) for each in areas(drawn, notes))


def _circle(centre: Any, radius: Any, unit: str, notes: Notes) -> Area:
    spot = listing(centre)
    position = (spot[1], spot[0]) if len(spot) > 1 else (None, None)
    return shapes.circle(position, measures.length(radius, unit, notes), notes)


def _band(
    found: dict[str, Any], lower: tuple[str, str], upper: tuple[str, str], unit: Any, notes: Notes
) -> Altitude | None:
    ends = [number(found.get(each[0])) for each in (lower, upper)]
    low, high = (
        None if value is None else End(value, words(unit) or "M", words(found.get(each[1])))
        for value, each in zip(ends, (lower, upper), strict=True)
    )
    return measures.band(low, high, notes)
