"""Reading volumes: of a whole operational intent, of its details, or by themselves.

Each volume has an outline (polygon or circle), a lower and an upper altitude above the ellipsoid and a time:
each is a draft, since a notice has one area at all of its times.
"""

from typing import Any, Final

from firebreak.core.geo.area import NOWHERE, Area
from firebreak.formats import instants, measures, shapes
from firebreak.formats.bounds import DRAFTS_MAX, Budget, too_much, unreadable
from firebreak.formats.drafts import Draft, Notes, line
from firebreak.formats.json_text import listing, mapping, read_json, words
from firebreak.formats.measures import End, number
from firebreak.formats.parsed import Window
from firebreak.formats.shapes import Position

OUTLINES: Final = ("outline_polygon", "outline_circle")


def read(data: bytes | str) -> list[Draft]:
    """The volumes of a file, each a draft. Raises LocalError."""
    root = read_json(data, "F3548")
    intents = [mapping(each) for each in (listing(root) or [root])]
    budget = Budget()
    drafts = [draft for each in intents[: DRAFTS_MAX + 1] for draft in _intent(each, budget)]
    if not drafts:
        raise unreadable("F3548", "there is no volume in it")
    if len(drafts) > DRAFTS_MAX:
        raise too_much(f"more than {DRAFTS_MAX:,} volumes")
    return drafts


def _intent(found: dict[str, Any], budget: Budget) -> list[Draft]:
    inner = mapping(found.get("operational_intent")) or found
    reference, details = mapping(inner.get("reference")), mapping(inner.get("details")) or inner
    volumes = [("", each) for each in listing(details.get("volumes"))]
    volumes += [("off-nominal", each) for each in listing(details.get("off_nominal_volumes"))]
    if "volume" in inner:
        volumes.append(("", inner))
    return [
        _draft(reference, title, mapping(each), Notes(budget)) for title, each in volumes[: DRAFTS_MAX + 1]
    ]


def _draft(reference: dict[str, Any], title: str, volume: dict[str, Any], notes: Notes) -> Draft:
    space = mapping(volume.get("volume"))
    band = measures.band(
        _end(space.get("altitude_lower"), notes), _end(space.get("altitude_upper"), notes), notes
    )
    return Draft(
        source_format="f3548",
        identifier=line(words(reference.get("id"))),
        area=shapes.with_height(_outline(space, notes), band),
        windows=_window(volume, notes),
        title=title,
        authority=line(words(reference.get("manager"))),
        findings=tuple(notes),
    )


def _outline(space: dict[str, Any], notes: Notes) -> Area:
    polygon, circle = (mapping(space.get(each)) for each in OUTLINES)
    if bool(polygon) == bool(circle):
        notes.add("no-area", "a volume has an outline_polygon or an outline_circle, and not both")
        return NOWHERE
    if circle:
        radius = mapping(circle.get("radius"))
        metres = measures.length(radius.get("value"), words(radius.get("units")) or "M", notes)
        return shapes.circle(_vertex(circle.get("center")), metres, notes)
    row = [_vertex(each) for each in listing(polygon.get("vertices"))]
    closed = [*row, row[0]] if row and row[0] != row[-1] else row
    return shapes.polygons([[closed]], notes)


def _vertex(value: Any) -> Position:
    found = mapping(value)
    return found.get("lat"), found.get("lng")


def _end(value: Any, notes: Notes) -> End | None:
    found = mapping(value)
    height = number(found.get("value"))
    if height is None:
        if found:
            notes.add("altitude-unread", "an altitude without a value")
        return None
    return End(height, words(found.get("units")) or "M", words(found.get("reference")) or "W84")


def _window(volume: dict[str, Any], notes: Notes) -> tuple[Window, ...]:
    start, end = (
        instants.read_instant(mapping(volume.get(each)).get("value"), notes)
        for each in ("time_start", "time_end")
    )
    return instants.window(start, end, notes)
