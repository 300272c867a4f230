"""Reading events into drafts: zones drawn on a map, circles, routes, and things that move as points."""

from dataclasses import replace
from typing import Final

from firebreak.core.geo.area import Altitude, Area, AreaKind
from firebreak.formats import instants, measures, shapes
from firebreak.formats.bounds import DRAFTS_MAX, Budget, octets, too_much
from firebreak.formats.cot import event as cot
from firebreak.formats.cot.event import Event, known
from firebreak.formats.cot.markup import events_of
from firebreak.formats.cot.protobuf import MAGIC, messages_of
from firebreak.formats.drafts import UNSAID, Draft, Notes, cut, line
from firebreak.formats.markup import Element
from firebreak.formats.measures import End, number
from firebreak.formats.shapes import Position

CORNERS_MIN: Final = 3
NOT_ACTUAL: Final = ("e", "s")


def read(data: bytes | str) -> list[Draft]:
    """The events of a file, each a draft. Raises LocalError."""
    budget = Budget()
    found = events(data)
    if len(found) > DRAFTS_MAX:
        raise too_much(f"{len(found)} events, at most {DRAFTS_MAX:,}")
    return [_draft(each, Notes(budget)) for each in found]


def events(data: bytes | str) -> list[Event]:
    """The events as they are. Raises LocalError."""
    if isinstance(data, bytes) and data.startswith(MAGIC):
        return messages_of(octets(data))
    return events_of(data)


def _draft(event: Event, notes: Notes) -> Draft:
    remarks = cut(event.detail.said("remarks"), notes)
    area = _area(event, notes)
    deleted = event.kind == cot.DELETED
    link = event.detail.first("link")
    if event.opex[:1] in NOT_ACTUAL:
        notes.add("not-actual", "it is of an exercise or a simulation: it announces nothing")
    named = line(link.attributes.get("uid", "")) if deleted and link else ""
    return Draft(
        source_format="cot",
        identifier=line(event.uid),
        act="cancel" if deleted else "issue",
        refers_to=(named,) if named else (),
        area=area,
        windows=instants.window(event.start, event.stale, notes),
        issued_at=event.sent,
        title=line(event.callsign),
        texts=((UNSAID, remarks),) if remarks else (),
        findings=(*event.findings, *notes),
    )


def _area(event: Event, notes: Notes) -> Area:
    row = [_point(each) for each in event.detail.all("link") if "point" in each.attributes]
    if event.kind == cot.CIRCLE:
        return _circle(event, notes)
    if event.kind == cot.RECTANGLE and row:
        return shapes.polygons([[[*row, row[0]]]], notes)
    if event.kind in {cot.FREEFORM, cot.ROUTE} and row:
        closed = len(row) > CORNERS_MIN and row[0] == row[-1] and event.kind == cot.FREEFORM
        return shapes.polygons([[row]], notes) if closed else shapes.line(row, notes)
    return _measured(shapes.points([(event.north, event.east)], notes), event, notes)


def _point(link: Element) -> Position:
    numbers = link.attributes["point"].split(",")
    return (numbers[0], numbers[1]) if len(numbers) > 1 else (None, None)


def _circle(event: Event, notes: Notes) -> Area:
    shape = event.detail.first("shape")
    ellipse = shape.first("ellipse") if shape else None
    said = ellipse.attributes if ellipse else {}
    axes = [measures.length(said.get(each, ""), "M", notes) for each in ("major", "minor")]
    if None in axes:
        notes.add("radius-odd", "a circle without a radius")
        return shapes.circle((event.north, event.east), None, notes)
    if len(set(axes)) > 1:
        notes.add("outline-enclosed", f"an ellipse of {axes[0]} by {axes[1]} m: taken as the circle round it")
    return shapes.circle((event.north, event.east), max(each or 0 for each in axes), notes)


def _measured(area: Area, event: Event, notes: Notes) -> Area:
    if area.kind is not AreaKind.POINT:
        return area
    uncertain = measures.length(event.circular_m, "M", notes) if known(event.circular_m) else None
    return replace(area, uncertainty_m=uncertain, altitude=_band(event, notes))


def _band(event: Event, notes: Notes) -> Altitude | None:
    if not known(event.height_m) or number(event.height_m) is None:
        return None
    off = abs(event.linear_m) if known(event.linear_m) else 0.0
    low, high = (End(each, "M", "HAE") for each in (event.height_m - off, event.height_m + off))
    return measures.band(low, high, notes)
