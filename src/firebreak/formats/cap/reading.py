"""Reading an alert: infos in several languages on one area are one draft, several areas are several."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from firebreak.core.geo.area import NOWHERE, Altitude, Area, AreaKind
from firebreak.core.notice.kinds import CODE
from firebreak.formats import instants, measures, shapes
from firebreak.formats.bounds import DRAFTS_MAX, Budget, too_much, unreadable
from firebreak.formats.cap.rules import NAMESPACE, faults
from firebreak.formats.drafts import Act, Draft, Notes, cut, line
from firebreak.formats.markup import Element, read_xml
from firebreak.formats.measures import End, number
from firebreak.formats.parsed import Window
from firebreak.formats.shapes import Position

ACTS: Final[dict[str, Act]] = {"Update": "replace", "Cancel": "cancel"}
ENGLISH: Final = "en-US"  # what CAP 1.2 means by an info without a language
CODE_NAME: Final = "firebreak:code"
FAULTS_MAX: Final = 8
PAIR: Final = 2
REFERENCES_MAX: Final = 16


def read(data: bytes | str) -> list[Draft]:
    """The drafts of one alert. Raises LocalError when it is no alert of CAP 1.2."""
    alert = read_xml(data, "CAP 1.2")
    if alert.name != "alert" or alert.namespace != NAMESPACE:
        found = f"{alert.name[:40]!r} of {alert.namespace[:60]!r}"
        raise unreadable("CAP 1.2", f"its root is {found}")
    budget = Budget()
    notes = Notes(budget)
    base = _head(alert, notes)
    grouped = _grouped(alert.all("info"), notes)
    if sum(len(areas) for areas in grouped) > DRAFTS_MAX:
        raise too_much(f"more than {DRAFTS_MAX:,} areas")
    if not grouped:
        return [replace(base, findings=tuple(notes))]
    return [draft for areas, infos in grouped.items() for draft in _drafts(base, areas, infos, notes)]


def _head(alert: Element, notes: Notes) -> Draft:
    for each in faults(alert)[:FAULTS_MAX]:
        notes.add("not-conform", each)
    if (status := alert.said("status")) != "Actual":
        notes.add("not-actual", f"its status is {status[:20]!r}: it announces nothing")
    if (kind := alert.said("msgType")) in {"Ack", "Error"}:
        notes.add("not-a-notice", f"an alert of type {kind} answers another")
    return Draft(
        source_format="cap",
        identifier=line(alert.said("identifier")),
        act=ACTS.get(alert.said("msgType"), "issue"),
        refers_to=tuple(line(each) for each in alert.said("references").split()[:REFERENCES_MAX]),
        issued_at=instants.read_instant(alert.said("sent"), notes),
        authority=line(alert.said("sender")),
    )


def _grouped(infos: Sequence[Element], notes: Notes) -> dict[tuple[Area, ...], list[Element]]:
    found: dict[tuple[Area, ...], list[Element]] = {}
    for info in infos:
        areas = tuple(area for each in info.all("area") for area in _areas(each, notes))
        found.setdefault(areas or (NOWHERE,), []).append(info)
    return found


def _drafts(base: Draft, areas: tuple[Area, ...], infos: list[Element], notes: Notes) -> Iterator[Draft]:
    if len(areas) > 1:
        notes.add("split", f"an alert for {len(areas)} areas: each is a draft of its own")
    texts: dict[str, str] = {}
    windows: list[Window] = []
    for info in infos:
        language = info.said("language") or ENGLISH
        said = "\n".join(each for each in (info.said("description"), info.said("instruction")) if each)
        texts.setdefault(language[:8], cut(said, notes))
        windows += _window(base, info, notes)
    first = infos[0]
    made = replace(
        base,
        title=line(first.said("headline") or first.said("event")),
        texts=tuple((language, text) for language, text in list(texts.items())[:8] if text),
        windows=instants.in_order(windows, notes),
        authority=line(first.said("senderName")) or base.authority,
        contact=line(first.said("contact")),
        code=_code(first, notes),
    )
    for area in areas:
        yield replace(made, area=area, findings=tuple(notes))


def _code(info: Element, notes: Notes) -> str:
    found = [each.said("value") for each in info.all("eventCode") if each.said("valueName") == CODE_NAME]
    if found and not CODE.fullmatch(found[0]):
        notes.add("code-unknown", f"{found[0][:20]!r} is no code of a notice")
    return found[0] if found and CODE.fullmatch(found[0]) else ""


def _window(base: Draft, info: Element, notes: Notes) -> tuple[Window, ...]:
    times = [instants.read_instant(info.said(each), notes) for each in ("onset", "effective", "expires")]
    start = times[0] or times[1] or (base.issued_at if times[2] else None)
    return instants.window(start, times[2], notes)


def _areas(element: Element, notes: Notes) -> Iterator[Area]:
    name = element.said("areaDesc")
    band = _band(element, notes)
    if element.first("geocode"):
        notes.add("geocode-unread", f"the area {name[:60]!r} has codes of places, which are not read")
    found = list(_outlines(element, notes))
    for area in found or [shapes.named(name, notes)]:
        short = " ".join(name.split())[:120] if area.places else area.name
        yield replace(area, name=short, altitude=band)


def _outlines(element: Element, notes: Notes) -> Iterator[Area]:
    polygons = [[_positions(each.text)] for each in element.all("polygon")]
    if polygons:
        yield shapes.polygons(polygons, notes)
    circles = [_circle(each.text, notes) for each in element.all("circle")]
    points = [each for each in circles if each.kind is AreaKind.POINT]
    if len(points) > 1:
        yield shapes.built(notes, AreaKind.POINT, [tuple(each.places[0] for each in points)])
    else:
        yield from points
    yield from (each for each in circles if each.kind is not AreaKind.POINT)


def _positions(text: str) -> list[Position]:
    return [_position(each) for each in text.split()]


def _position(text: str) -> Position:
    numbers = text.split(",")
    return (numbers[0], numbers[1]) if len(numbers) == PAIR else (None, None)


def _circle(text: str, notes: Notes) -> Area:
    parts = text.split()
    if len(parts) != PAIR:
        notes.add("radius-odd", f"circle {text[:40]!r} is not a position and a radius in kilometres")
        return NOWHERE
    return shapes.circle(_position(parts[0]), measures.length(parts[1], "KM", notes), notes)


def _band(element: Element, notes: Notes) -> Altitude | None:
    """Feet above the sea; an altitude alone is that height and no other (CAP 1.2, 3.2.4)."""
    low, high = (number(element.said(each)) for each in ("altitude", "ceiling"))
    if low is None:
        return None
    return measures.band(End(low, "FT", "MSL"), End(low if high is None else high, "FT", "MSL"), notes)
