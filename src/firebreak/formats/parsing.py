"""Warnings and NOTAM as drafts: what the text parser found, in the terms of the other formats."""

from dataclasses import replace
from typing import Final

from firebreak.core.base.errors import Finding
from firebreak.core.geo.area import NOWHERE, Altitude, Area, AreaKind
from firebreak.formats import measures, shapes
from firebreak.formats.bounds import characters
from firebreak.formats.detect import read_text
from firebreak.formats.drafts import UNSAID, Draft, Notes, cut, line
from firebreak.formats.measures import End
from firebreak.formats.parsed import Heights, Parsed, Part, Shape

KINDS: Final = {
    "point": AreaKind.POINT, "points": AreaKind.POINT, "circle": AreaKind.CIRCLE, "polygon": AreaKind.POLYGON,
    "multipolygon": AreaKind.MULTIPOLYGON, "line": AreaKind.LINE,
}  # fmt: skip
ALONE: Final[dict[str, Shape]] = {"polygon": "polygon", "circle": "circle", "strip": "line"}


def read(data: bytes | str, dtg: str = "") -> list[Draft]:
    """One warning or NOTAM: a draft, or one for each of its circles or lines. Raises LocalError."""
    text = characters(data)
    found = read_text(text, dtg)
    notes = Notes()
    areas = [_area(shape, each, notes) for shape, each in _apart(found, notes)] or [NOWHERE]
    if found.berth_m is not None:
        notes.add("undrawn", f"a distance of {found.berth_m:.0f} m is to be kept; it is no area")
    base = Draft(
        source_format=found.source_format,
        refers_to=tuple(line(each) for each in found.cancels),
        windows=found.windows,
        cancel_at=found.cancel_at,
        texts=((UNSAID, cut(text, notes)),),
        findings=(*found.findings, *_unseen(found.findings, notes)),
    )
    return [replace(base, area=each) for each in areas]


def _apart(found: Parsed, notes: Notes) -> list[tuple[Parsed, tuple[Part, ...]]]:
    """The parts of one area after the other, each with the shape that it has by itself."""
    places = [place for part in found.parts for place in part]
    if found.part_shapes:
        kinds = zip(found.part_shapes, found.parts, strict=True)
        apart = [(replace(found, shape=ALONE[kind]), (part,)) for kind, part in kinds]
    elif found.shape == "circle":
        apart = [(found, ((place,),)) for place in places]
    elif found.shape == "line":
        apart = [(found, (part,)) for part in found.parts]
    else:
        return [(found, (tuple(places),) if found.shape == "points" else found.parts)]
    if len(apart) > 1:
        notes.add("split", f"{len(apart)} areas: each is a draft of its own")
    return apart


def _unseen(known: tuple[Finding, ...], notes: Notes) -> list[Finding]:
    codes = {each.code for each in known}
    return [each for each in notes if each.code not in codes]


def _area(found: Parsed, parts: tuple[Part, ...], notes: Notes) -> Area:
    name = " ".join(found.area_name.split())[:120]
    if found.shape == "named_area":
        if not name:
            notes.add("outline-unknown", "an area without an outline and without a name")
            return NOWHERE
        return shapes.built(notes, AreaKind.NAMED, [part[:1] for part in parts[:1] if part], name=name)
    kind = KINDS.get(found.shape)
    if kind is None:
        return NOWHERE
    measured = {"altitude": _band(found.heights, notes), "name": name}
    reach = measures.up(found.radius_m) if found.radius_m else None
    if kind is AreaKind.LINE and reach:
        return shapes.built(notes, AreaKind.CORRIDOR, parts, buffer_m=reach, **measured)
    radius = reach if kind is AreaKind.CIRCLE else None
    return shapes.built(notes, kind, parts, radius_m=radius, **measured)


def _band(heights: Heights | None, notes: Notes) -> Altitude | None:
    if heights is None:
        return None
    first, _, last = heights.reference.partition("/")
    low = None if heights.lower_m is None else End(heights.lower_m, "M", first)
    high = None if heights.upper_m is None else End(heights.upper_m, "M", last or first)
    return measures.band(low, high, notes)
