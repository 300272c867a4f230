"""Events as XML: one `event`, or several in `events`."""

from collections.abc import Iterable
from typing import Final
from xml.etree import ElementTree as ET

from firebreak.formats import instants
from firebreak.formats.bounds import unreadable
from firebreak.formats.cot.event import UNKNOWN, Event
from firebreak.formats.drafts import Notes
from firebreak.formats.instants import iso
from firebreak.formats.markup import Element, make, read_xml, write_xml
from firebreak.formats.measures import number

NEEDED: Final = ("uid", "type", "time", "start", "stale")


def events_of(data: bytes | str) -> list[Event]:
    """The events of a document. Raises LocalError."""
    root = read_xml(data, "Cursor on Target")
    found = root.all("event") if root.name == "events" else [root]
    return [_event(each, Notes()) for each in found]


def _event(element: Element, notes: Notes) -> Event:
    said = element.attributes
    point = element.first("point")
    if element.name != "event" or point is None:
        raise unreadable("Cursor on Target", f"{element.name[:40]!r} is no event with a point")
    for each in NEEDED:
        if not said.get(each):
            notes.add("not-conform", f"an event without {each}")
    heights = [_metres(point.attributes.get(each), each, notes) for each in ("hae", "ce", "le")]
    detail = element.first("detail") or Element("detail")
    contact = detail.first("contact")
    return Event(
        uid=said.get("uid", ""),
        kind=said.get("type", ""),
        how=said.get("how", ""),
        sent=instants.read_instant(said.get("time"), notes),
        start=instants.read_instant(said.get("start"), notes),
        stale=instants.read_instant(said.get("stale"), notes),
        north=point.attributes.get("lat"),
        east=point.attributes.get("lon"),
        height_m=heights[0],
        circular_m=heights[1],
        linear_m=heights[2],
        opex=said.get("opex", ""),
        callsign=contact.attributes.get("callsign", "") if contact else "",
        detail=detail,
        findings=tuple(notes),
    )


def _metres(text: str | None, name: str, notes: Notes) -> float:
    found = number(text)
    if found is None:
        notes.add("height-unread", f"{name} {str(text)[:20]!r} is no number: taken as not known")
    return UNKNOWN if found is None else found


def document(events: Iterable[tuple[Event, tuple[ET.Element, ...]]]) -> bytes:
    """One event, or several under one root; each with what goes into its detail."""
    found = [_element(event, parts) for event, parts in events]
    return write_xml(found[0] if len(found) == 1 else make("events", "", *found))


def _element(event: Event, parts: tuple[ET.Element, ...]) -> ET.Element:
    assert event.sent and event.start and event.stale
    point = make(
        "point", lat=str(event.north), lon=str(event.east), hae=f"{event.height_m:.1f}",
        ce=f"{event.circular_m:.1f}", le=f"{event.linear_m:.1f}",
    )  # fmt: skip
    detail = make("detail", "", make("contact", callsign=event.callsign), *parts)
    return make(
        "event", "", point, detail, version="2.0", uid=event.uid, type=event.kind, how=event.how,
        time=iso(event.sent), start=iso(event.start), stale=iso(event.stale),
        **({"opex": event.opex} if event.opex else {}),
    )  # fmt: skip
