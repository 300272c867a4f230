"""From groups of positions to the one shape a notice has."""

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Final, TypeVar

from firebreak.formats.doubts import Doubts
from firebreak.formats.navwarn.extents import Extents
from firebreak.formats.navwarn.groups import RING_MIN, Group
from firebreak.formats.navwarn.kinds import Kind, kind_of, name_of, names_area, says_bound
from firebreak.formats.navwarn.mixtures import Piece, holds_all, names, pieces
from firebreak.formats.parsed import Part, Shape

T = TypeVar("T")

NEAR: Final = 90  # characters between a radius and the position it belongs to
_CORNERS: Final = re.compile(r"\b(?:CORNERS?|RECTANG\w+|SQUARE|УГЛ\w+|ПРЯМОУГОЛЬН\w+)\b")


@dataclass
class Outline:
    """The shape so far."""

    shape: Shape = "none"
    parts: list[Part] = field(default_factory=list[Part])
    radius_m: float | None = None
    name: str = ""
    starts: tuple[int, ...] = ()
    "Where the areas begin in the text."
    part_shapes: tuple[str, ...] = ()
    "What each part is, where they are of several kinds."

    @property
    def rings(self) -> list[Part]:
        """The parts that enclose something."""
        named = self.part_shapes or ("polygon",) * len(self.parts)
        outlined = self.shape in {"polygon", "multipolygon"}
        return [part for part, kind in zip(self.parts, named, strict=True) if outlined and kind == "polygon"]


def outline(groups: list[Group], extents: Extents, text: str, doubts: Doubts) -> Outline:
    """The main shape of all groups; what does not fit into it is told."""
    if not groups:
        return Outline(name=name_of(text))
    return replace(_outline(groups, extents, text, doubts), starts=tuple(each.start for each in groups))


def _outline(groups: list[Group], extents: Extents, text: str, doubts: Doubts) -> Outline:
    reaching = [_has_radius(group, groups, extents) for group in groups]
    kinds = _kinds(groups, reaching, doubts)
    _tell_bends(groups, doubts)
    if holds_all(kinds, reaching):
        return _mixture(pieces(groups, kinds), extents, text, doubts)
    main = max(set(kinds), key=lambda kind: _WEIGHT[kind])
    chosen = [group for group, kind in zip(groups, kinds, strict=True) if kind == main]
    if len(chosen) < len(groups):
        others = [each.parts[0][0].written for each in groups if each not in chosen]
        doubts.add("mixed-shapes", f"more than one kind of shape; left out: {', '.join(others[:4])}")
    return _BUILD[main](chosen, extents, text, doubts)


_WEIGHT: Final[dict[Kind, int]] = {"polygon": 5, "circle": 4, "line": 3, "named_area": 2, "point": 1}


def _kinds(groups: list[Group], reaching: list[bool], doubts: Doubts) -> list[Kind]:
    kinds = list[Kind]()
    for group, reach in zip(groups, reaching, strict=True):
        kinds.append(kind_of(group, reach, kinds[-1] if kinds else None, doubts))
    return kinds


def _mixture(found: list[Piece], extents: Extents, text: str, doubts: Doubts) -> Outline:
    """Areas of several kinds, all of them; their radius belongs to the circles and the strips."""
    called = names(found, doubts)
    if len({length for _, length in extents.radii}) > 1:
        doubts.add("radius-unclear", "more than one radius; the largest is given")
    radius = max(length for _, length in extents.radii)
    shape: Shape = "multipolygon" if "polygon" in called else "line"
    return Outline(shape, [part for _, part in found], radius, name_of(text), part_shapes=called)


def _has_radius(group: Group, groups: list[Group], extents: Extents) -> bool:
    """A radius stands shortly before the first position of its group, or after the last one of the text.

    An area that is called one for itself has no part in the radius of the area before it.
    """
    end = group.parts[-1][-1].end
    nearer = [each.start for each in groups if each.start < group.start and names_area(group)]
    if any(at in extents.backward for at, _ in extents.radii if end <= at <= _next_start(group, groups)):
        return True
    for at, _ in [each for each in extents.radii if each[0] not in extents.backward]:
        if (0 <= group.start - at <= NEAR and not any(at < start for start in nearer)) or (
            at - end >= 0 and len(groups) == 1
        ):
            return True
    return len(groups) > 1 and bool(extents.radii) and extents.radii[-1][0] > groups[-1].start


def _next_start(group: Group, groups: list[Group]) -> float:
    return min((each.start for each in groups if each.start > group.start), default=math.inf)


def _points(groups: list[Group], extents: Extents, text: str, doubts: Doubts) -> Outline:
    places = _not_doubled([place for group in groups for place in group.places])
    if extents.radii:
        doubts.add("radius-unclear", "a radius is named, and not clearly around which position")
    if (len(places) >= RING_MIN and any(names_area(group) for group in groups)) or (
        len(places) > 1 and _CORNERS.search(text)
    ):
        doubts.add("shape-guessed", "it speaks of an outline, and the positions stand each for itself")
    if len(places) == 1 and any(says_bound(group) for group in groups):
        doubts.add("two-corner-area", "it speaks of an outline, and there is one position only")
    return Outline("point" if len(places) == 1 else "points", [tuple(places)], None, name_of(text))


def _circle(groups: list[Group], extents: Extents, text: str, doubts: Doubts) -> Outline:
    places = _not_doubled([place for group in groups for place in group.places])
    radii = {length for _, length in extents.radii}
    if len(places) > 1:
        doubts.add("several-circles", f"{len(places)} circles: each position is the middle of one")
    if len(radii) > 1:
        doubts.add("radius-unclear", "more than one radius; the largest is given")
    return Outline("circle", [tuple(places)], max(radii), name_of(text))


def _named(groups: list[Group], extents: Extents, text: str, doubts: Doubts) -> Outline:
    del extents
    places = _not_doubled([place for group in groups for place in group.places])
    doubts.add("outline-unknown", "an area by its name and middle; its outline is not in the text")
    return Outline("named_area", [tuple(places)], None, name_of(text))


def _line(groups: list[Group], extents: Extents, text: str, doubts: Doubts) -> Outline:
    parts = _once([tuple(each.place for each in part) for group in groups for part in group.parts])
    if len(parts) > 1:
        doubts.add("several-lines", f"{len(parts)} lines; `parts` says how many positions each has")
    radius = max((length for _, length in extents.radii), default=None)
    if radius is not None:
        doubts.add("buffered", "a strip along a line; radius_m is its half width")
    return Outline("line", list(parts), radius, name_of(text))


def _polygon(groups: list[Group], extents: Extents, text: str, doubts: Doubts) -> Outline:
    rings = _rings(groups)
    for ring in rings:
        if len(ring) < RING_MIN:
            doubts.add("two-corner-area", f"an area of {len(ring)} positions has no outline")
    if extents.radii:
        doubts.add("radius-unclear", "an outline and a radius; only the outline was read")
    whole = _once(rings)
    return Outline("multipolygon" if len(whole) > 1 else "polygon", list(whole), None, name_of(text))


_BUILD: Final = {
    "point": _points,
    "circle": _circle,
    "named_area": _named,
    "line": _line,
    "polygon": _polygon,
}


def _rings(groups: list[Group]) -> list[Part]:
    """Each ring open; a ring whose first corner closes it twice leaves no ring of that corner."""
    rings = list[Part]()
    for part in (tuple(each.place for each in part) for group in groups for part in group.parts):
        if len(part) > 1 or not rings or part != rings[-1][:1]:
            rings.append(_open(part))
    return rings


def _open(ring: Part) -> Part:
    return ring[:-1] if len(ring) >= RING_MIN and ring[0] == ring[-1] else ring


def _once(items: Sequence[T]) -> list[T]:
    return list(dict.fromkeys(items))


def _not_doubled(items: list[T]) -> list[T]:
    """A list that was sent twice, once; a place that is named twice within one list stays."""
    half = len(items) // 2
    return items[:half] if half and items[:half] == items[half:] else items


def _tell_bends(groups: list[Group], doubts: Doubts) -> None:
    if any(group.coast for group in groups):
        doubts.add("follows-coast", "part of the outline follows the coast; drawn as a straight line here")
    if any(group.bent for group in groups):
        doubts.add(
            "not-straight", "part of the outline is an arc, a parallel or a meridian; drawn straight here"
        )
