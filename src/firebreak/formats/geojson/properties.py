"""The properties of a feature: those that this project writes, and the usual names for a title and a time.

Properties that are not known are not read: they are no part of what is signed but by the source text.
"""

from dataclasses import replace
from typing import Any, Final

from firebreak.core.geo.area import Altitude, Area, AreaKind
from firebreak.core.notice.kinds import CODE
from firebreak.formats import instants, measures, shapes
from firebreak.formats.beside import beside, unmarked
from firebreak.formats.drafts import UNSAID, Act, Draft, Notes, cut, line
from firebreak.formats.drawn import can_be_drawn
from firebreak.formats.geojson.drawing import rings_of
from firebreak.formats.json_text import listing, mapping, words
from firebreak.formats.measures import End, number
from firebreak.formats.parsed import Window

TITLES: Final = ("title", "name")
TEXTS: Final = ("text", "description")
STARTS: Final = ("start", "valid_from")
ENDS: Final = ("end", "valid_to")
ACTS: Final[dict[str, Act]] = {"issue": "issue", "replace": "replace", "cancel": "cancel"}
SLACK: Final = 10  # 1e-6 degrees: what another program's rounding may do to a drawn circle
PAIR: Final = 2
REFERENCES_MAX: Final = 16


def described(properties: dict[str, Any], identifier: str, notes: Notes) -> Draft:
    """A draft without its area."""
    code = words(properties.get("code")).upper()
    if code and not CODE.fullmatch(code):
        notes.add("code-unknown", f"{code[:20]!r} is no code of a notice")
        code = ""
    found = Draft(
        source_format="geojson",
        identifier=line(identifier or words(properties.get("id"))),
        act=ACTS.get(words(properties.get("act")), "issue"),
        refers_to=tuple(line(words(each)) for each in listing(properties.get("refers_to"))[:REFERENCES_MAX]),
        code=code,
        windows=_windows(properties, notes),
        cancel_at=instants.read_instant(properties.get("cancel_time"), notes),
        title=line(_first(properties, TITLES)),
        texts=_texts(properties, notes),
        authority=line(words(properties.get("authority"))),
        contact=line(words(properties.get("contact"))),
        beside=beside(properties),
    )
    return unmarked(found, properties, notes)


def measured(area: Area, properties: dict[str, Any], notes: Notes) -> Area:
    """An area with the measures that stand in the properties."""
    found = _circle(area, properties, notes)
    found = _buffered(found, properties.get("buffer_m"), notes)
    uncertain = properties.get("uncertainty_m")
    if uncertain is not None and found.places:
        found = replace(found, uncertainty_m=measures.length(uncertain, "M", notes))
    if words(properties.get("shape")) == "named_area":
        found = shapes.named(words(properties.get("area_name")), notes)
    elif properties.get("area_name"):
        found = replace(found, name=" ".join(words(properties.get("area_name")).split())[:120])
    return shapes.with_height(found, altitude(properties, notes))


def altitude(properties: dict[str, Any], notes: Notes) -> Altitude | None:
    """`altitude` as this project writes it, or limits in feet with nothing said of their datum."""
    found = mapping(properties.get("altitude"))
    datum = words(found.get("reference"))
    ends = [number(found.get(each)) for each in ("lower_m", "upper_m")]
    low, high = (None if each is None else End(each, "M", datum) for each in ends)
    return measures.band(low, high, notes)


def _circle(area: Area, properties: dict[str, Any], notes: Notes) -> Area:
    """A point with a radius is a circle; a drawn circle is one again where the drawing is the one we make."""
    if properties.get("radius_m") is None:
        return area
    radius = measures.length(properties["radius_m"], "M", notes)
    if area.kind is AreaKind.POINT and len(area.places) == 1:
        centre = area.places[0]
    else:
        pair = listing(properties.get("centre"))
        found = measures.place(pair[1], pair[0], notes) if len(pair) == PAIR else None
        if found is None:
            return area
        centre = found
    if not radius:
        return area
    made = Area.of(AreaKind.CIRCLE, centre, radius_m=radius)
    return made if area.kind is AreaKind.POINT or _drawn_alike(area, made) else area


def _drawn_alike(area: Area, circle: Area) -> bool:
    """Whether the corners of an area are those that a circle is drawn with."""
    if not can_be_drawn(circle):
        return False
    rings = [outer[:-1] for outer, *_ in rings_of(circle, Notes())]
    drawn = sorted((y, measures.place_e7(y, x).longitude_e7) for ring in rings for x, y in ring)
    given = sorted((each.latitude_e7, each.longitude_e7) for each in area.places)
    return len(drawn) == len(given) and all(
        abs(one[0] - two[0]) <= SLACK and abs(one[1] - two[1]) <= SLACK
        for one, two in zip(drawn, given, strict=True)
    )


def _buffered(area: Area, value: Any, notes: Notes) -> Area:
    if value is None or not area.places:
        return area
    buffer_m = measures.length(value, "M", notes) or 0
    kind = AreaKind.CORRIDOR if area.kind is AreaKind.LINE and buffer_m else area.kind
    return shapes.built(notes, kind, area.rings, radius_m=area.radius_m, buffer_m=buffer_m)


def _windows(properties: dict[str, Any], notes: Notes) -> tuple[Window, ...]:
    pairs = [listing(each) for each in listing(properties.get("windows"))]
    if not pairs and any(properties.get(each) for each in STARTS + ENDS):
        pairs = [[_first(properties, STARTS), _first(properties, ENDS)]]
    found: list[Window] = []
    for pair in pairs[: 2 * instants.WINDOWS_MAX]:
        first, last = (*pair, None, None)[:PAIR]
        start, end = instants.read_instant(first, notes), instants.read_instant(last, notes, last=True)
        found += instants.window(start, end, notes)
    return instants.in_order(found, notes)


def _texts(properties: dict[str, Any], notes: Notes) -> tuple[tuple[str, str], ...]:
    said = mapping(properties.get("texts"))
    found = [(str(language)[:8], cut(words(text), notes)) for language, text in list(said.items())[:8]]
    single = _first(properties, TEXTS)
    return tuple(each for each in found if each[1]) or (((UNSAID, cut(single, notes)),) if single else ())


def _first(properties: dict[str, Any], names: tuple[str, ...]) -> str:
    return next((found for each in names if (found := words(properties.get(each)))), "")
