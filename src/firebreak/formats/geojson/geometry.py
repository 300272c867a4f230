"""Geometries of GeoJSON into areas. A position is longitude, latitude and perhaps a height."""

from collections.abc import Callable
from typing import Any, Final

from firebreak.core.geo.area import Area
from firebreak.formats import measures, shapes
from firebreak.formats.drafts import Notes
from firebreak.formats.json_text import listing, mapping, words
from firebreak.formats.shapes import Position

HALF_TURN: Final = 180.0
FLAT: Final = 2  # numbers of a position without a height


def areas(geometry: Any, notes: Notes) -> list[Area]:
    """What a geometry covers: one area, or several where one cannot hold its parts."""
    found = mapping(geometry)
    kind = words(found.get("type"))
    if not found:
        return []
    if kind == "GeometryCollection":
        return [area for each in listing(found.get("geometries")) for area in areas(each, notes)]
    if kind == "MultiLineString":
        rows = joined([positions(each, notes) for each in listing(found.get("coordinates"))])
        return [shapes.line(each, notes) for each in rows]
    if kind not in ONE:
        notes.add("unread-geometry", f"a geometry of type {kind[:40]!r}")
        return []
    return [ONE[kind](found.get("coordinates"), notes)]


def positions(value: Any, notes: Notes) -> list[Position]:
    """A row of positions, latitude first; what is none becomes a position that is refused later."""
    return [_position(each, notes) for each in listing(value)]


def joined(rows: list[list[Position]]) -> list[list[Position]]:
    """Lines, those put together again that were cut at the antimeridian."""
    found: list[list[Position]] = []
    for each in rows:
        if found and found[-1] and each and _one_cut(found[-1][-1], each[0]):
            found[-1] = found[-1][:-1] + each[1:]
        else:
            found.append(each)
    return found


def _one_cut(end: Position, start: Position) -> bool:
    """Whether a line ends on one side of the 180th meridian and the next begins there on the other."""
    sides = {measures.number(end[1]), measures.number(start[1])}
    return end[0] == start[0] and sides == {-HALF_TURN, HALF_TURN}


def _position(value: Any, notes: Notes) -> Position:
    numbers = listing(value)
    if len(numbers) > FLAT and numbers[FLAT]:
        notes.add("height-unread", "positions with heights: the heights are not read")
    return (numbers[1], numbers[0]) if len(numbers) >= FLAT else (None, None)


def _polygon(value: Any, notes: Notes) -> Area:
    return shapes.polygons([_rings(value, notes)], notes)


def _polygons(value: Any, notes: Notes) -> Area:
    return shapes.polygons([_rings(each, notes) for each in listing(value)], notes)


def _rings(value: Any, notes: Notes) -> list[list[Position]]:
    return [positions(each, notes) for each in listing(value)] or [[]]


ONE: Final[dict[str, Callable[[Any, Notes], Area]]] = {
    "Point": lambda value, notes: shapes.points([_position(value, notes)], notes),
    "MultiPoint": lambda value, notes: shapes.points(positions(value, notes), notes),
    "LineString": lambda value, notes: shapes.line(positions(value, notes), notes),
    "Polygon": _polygon,
    "MultiPolygon": _polygons,
}
