"""Warnings and NOTAM as drafts: what the text parser found, in the terms of the other formats."""

from typing import Final

from firebreak.core.base.errors import Finding
from firebreak.core.geo.area import NOWHERE, Altitude, Area, AreaKind
from firebreak.formats import measures, shapes
from firebreak.formats.bounds import characters
from firebreak.formats.detect import read_text
from firebreak.formats.drafts import UNSAID, Draft, Notes, cut, line
from firebreak.formats.measures import End
from firebreak.formats.parsed import Heights, Parsed

KINDS: Final = {
    "point": AreaKind.POINT, "points": AreaKind.POINT, "circle": AreaKind.CIRCLE, "polygon": AreaKind.POLYGON,
    "multipolygon": AreaKind.MULTIPOLYGON, "line": AreaKind.LINE,
}  # fmt: skip


def read(data: bytes | str, dtg: str = "") -> list[Draft]:
    """One warning or NOTAM. Raises LocalError when it is no text."""
    text = characters(data)
    found = read_text(text, dtg)
    notes = Notes()
    area = _area(found, notes)
    if found.berth_m is not None:
        notes.add("undrawn", f"a distance of {found.berth_m:.0f} m is to be kept; it is no area")
    return [
        Draft(
            source_format=found.source_format,
            refers_to=tuple(line(each) for each in found.cancels),
            area=area,
            windows=found.windows,
            cancel_at=found.cancel_at,
            texts=((UNSAID, cut(text, notes)),),
            findings=(*found.findings, *_unseen(found.findings, notes)),
        )
    ]


def _unseen(known: tuple[Finding, ...], notes: Notes) -> list[Finding]:
    codes = {each.code for each in known}
    return [each for each in notes if each.code not in codes]


def _area(found: Parsed, notes: Notes) -> Area:
    name = " ".join(found.area_name.split())[:120]
    if found.shape == "named_area":
        if not name:
            notes.add("outline-unknown", "an area without an outline and without a name")
            return NOWHERE
        rings = [found.parts[0][:1]] if found.parts else []
        return shapes.built(notes, AreaKind.NAMED, rings, name=name)
    kind = KINDS.get(found.shape)
    if kind is None:
        return NOWHERE
    rings = (
        [tuple(place for part in found.parts for place in part)] if kind is AreaKind.POINT else found.parts
    )
    if kind is AreaKind.LINE and len(found.parts) > 1:
        notes.add("split", f"{len(found.parts)} lines: only the first is taken; draft the others by hand")
        rings = found.parts[:1]
    radius = measures.up(found.radius_m) if kind is AreaKind.CIRCLE and found.radius_m else None
    return shapes.built(notes, kind, rings, radius_m=radius, altitude=_band(found.heights, notes), name=name)


def _band(heights: Heights | None, notes: Notes) -> Altitude | None:
    if heights is None:
        return None
    first, _, last = heights.reference.partition("/")
    low = None if heights.lower_m is None else End(heights.lower_m, "M", first)
    high = None if heights.upper_m is None else End(heights.upper_m, "M", last or first)
    return measures.band(low, high, notes)
