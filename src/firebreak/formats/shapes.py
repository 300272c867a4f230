"""Areas out of rows of positions, and what is asked about them.

An outline past the bounds, out of range or of too few corners makes a draft without an area, and a finding:
an area that is nearly right is worse than none. What is read can only be as large as the source's or larger.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any, Final

from firebreak.core.base.errors import LocalError
from firebreak.core.geo.area import NOWHERE, RINGS_MAX, VERTICES_MAX, Altitude, Area, AreaKind, Ring
from firebreak.core.geo.outline import fault
from firebreak.core.geo.place import Place
from firebreak.formats import measures
from firebreak.formats.drafts import Notes

Position = tuple[Any, Any]
"Latitude and longitude as the file has them: anything."
_SAID: Final = {
    "crossing": "the outline crosses or touches itself",
    "repeated": "the outline comes to the same place twice",
}


def row(positions: Sequence[Position], notes: Notes) -> Ring | None:
    """Places in order, none twice in a row; None with a finding when one of them is none."""
    notes.budget.spend(len(positions))
    places: list[Place] = []
    for latitude, longitude in positions:
        found = measures.place(latitude, longitude, notes)
        if found is None:
            return None
        if places and places[-1] == found:
            notes.add("repeated-corner", f"{found.degrees_minutes()} stands twice in a row: taken once")
        else:
            places.append(found)
    return tuple(places)


def ring(positions: Sequence[Position], notes: Notes) -> Ring | None:
    """The corners of an outline, without the first one again at the end."""
    found = row(positions, notes)
    if found is None or len(found) <= 1:
        return found
    if found[0] == found[-1]:
        return found[:-1]
    notes.add("ring-open", "an outline does not come back to its first corner: joined to it")
    return found


def polygons(outlines: Iterable[Sequence[Sequence[Position]]], notes: Notes) -> Area:
    """One polygon or several; each is an outer ring and holes, which are filled."""
    rings: list[Ring] = []
    for outer, *holes in outlines:
        found = ring(outer, notes)
        if found is None:
            return NOWHERE
        if holes:
            notes.budget.spend(sum(len(each) for each in holes))
            notes.add("holes-filled", f"{len(holes)} holes in an outline are filled: the area is larger")
        rings.append(found)
    kind = AreaKind.POLYGON if len(rings) == 1 else AreaKind.MULTIPOLYGON
    return built(notes, kind, rings)


def line(positions: Sequence[Position], notes: Notes, buffer_m: int = 0) -> Area:
    """A line, or a corridor where it has a width."""
    found = row(positions, notes)
    if found is None:
        return NOWHERE
    if buffer_m:
        return built(notes, AreaKind.CORRIDOR, [found], buffer_m=buffer_m)
    return built(notes, AreaKind.LINE, [found])


def points(positions: Sequence[Position], notes: Notes) -> Area:
    """One place or several, each for itself."""
    notes.budget.spend(len(positions))
    found = [measures.place(*each, notes) for each in positions]
    places = [each for each in found if each is not None]
    return built(notes, AreaKind.POINT, [tuple(places)]) if len(places) == len(found) else NOWHERE


def circle(position: Position, radius_m: int | None, notes: Notes) -> Area:
    """A circle; a point where its radius is nought; nothing where the radius is not known."""
    notes.budget.spend(1)
    centre = measures.place(*position, notes)
    if centre is None or radius_m is None:
        return NOWHERE
    if not radius_m:
        return built(notes, AreaKind.POINT, [(centre,)])
    return built(notes, AreaKind.CIRCLE, [(centre,)], radius_m=radius_m)


def named(name: str, notes: Notes) -> Area:
    """A name whose outline is not known."""
    short = " ".join(name.split())[:120]
    if not short:
        return NOWHERE
    notes.add("outline-unknown", f"only the name of the area is given: {short}")
    return Area(kind=AreaKind.NAMED, name=short)


def built(notes: Notes, kind: AreaKind, rings: Sequence[Ring], **measured: Any) -> Area:
    """An area, or nowhere with a finding."""
    corners = sum(len(each) for each in rings)
    if corners > VERTICES_MAX or len(rings) > RINGS_MAX:
        found = f"{corners} places in {len(rings)} outlines; a notice carries {VERTICES_MAX} in {RINGS_MAX}"
        notes.add("too-many-corners", found)
        return NOWHERE
    try:
        area = Area(kind=kind, rings=tuple(rings), **measured)
    except LocalError as error:
        notes.add("no-area", error.text)
        return NOWHERE
    if wrong := fault(area):
        notes.add("self-crossing", _SAID[wrong])
    return area


def with_height(area: Area, altitude: Altitude | None) -> Area:
    """The same area between two heights."""
    return replace(area, altitude=altitude)
