"""Areas into rings and lines on the chart, cut at the antimeridian: for GeoJSON and KML alike."""

from firebreak.core.geo.area import Area, AreaKind, Ring
from firebreak.core.geo.outline import Point, unrolled
from firebreak.formats.cutting import NotCut, cut_line, cut_ring
from firebreak.formats.drafts import Notes
from firebreak.formats.drawn import outline

Rings = list[list[Point]]


def rings_of(area: Area, notes: Notes) -> list[Rings]:
    """The polygons of an area: each one outer ring, counterclockwise and closed."""
    outlines = [outline(area)] if area.kind is AreaKind.CIRCLE else area.rings
    return [[_closed(part)] for each in outlines for part in _parts(each, notes)]


def lines_of(area: Area) -> Rings:
    """The pieces of a line."""
    return cut_line(area.rings[0])


def _parts(ring: Ring, notes: Notes) -> Rings:
    try:
        return cut_ring(ring)
    except NotCut:
        notes.add("not-cut", "an outline that crosses itself is not cut at the 180th meridian")
        return [unrolled(ring)[:-1]]


def _closed(part: list[Point]) -> list[Point]:
    """Counterclockwise as on a chart (RFC 7946, 3.1.6), with its first corner again at the end."""
    edges = zip(part, part[1:] + part[:1], strict=True)
    turned = sum(x * after_y - after_x * y for (x, y), (after_x, after_y) in edges)
    return [*part, part[0]] if turned > 0 else [part[0], *reversed(part)]
