"""What a person should look at before sites are watched: nothing is refused for it."""

from collections.abc import Iterator, Sequence
from typing import Final

import numpy as np
import shapely

from firebreak.core.proximity.earth import Floats, wrapped
from firebreak.core.proximity.zone import PartKind, Zone

NEAR_DEGREES: Final = 1.0
OFF_DEGREES: Final = 5.0
HALF_TURN: Final = 180.0
FLAT: Final = 1e-14  # square degrees: a centimetre off a straight line
NOTHING_INSIDE: Final = "the outline holds no area; it counts as the line that it is"
CROSSES_ITSELF: Final = "the outline crosses itself; all it goes round counts as inside"
ALL_ROUND: Final = (
    "an edge goes all round the earth, from a place to itself; give a cap round a pole corners on the way"
)


def oddities(zone: Zone) -> Iterator[str]:
    """What is told of an outline, while all of it is computed."""
    for part in zone.parts:
        closed = part.kind is PartKind.POLYGON
        for ring in part.rings:
            yield from (f"site {zone.name!r}: {text}" for text in _of_path(*ring, closed=closed))
        if closed and len(part.rings) > 1:
            yield from (f"site {zone.name!r}: {text}" for text in _of_holes(part.rings))


def _of_path(north: Floats, east: Floats, *, closed: bool) -> Iterator[str]:
    steps = np.diff(np.append(east, east[0]) if closed else east)
    if (np.abs(steps) >= 2 * HALF_TURN).any():
        yield ALL_ROUND
    elif (np.abs(steps) > HALF_TURN).any():
        yield "an edge is over 180 degrees long; the short way is taken"
    if closed and not _round_a_pole(east) and not shapely.is_valid(_unrolled(north, east)):
        yield NOTHING_INSIDE if _is_flat(north, east) else CROSSES_ITSELF


def _of_holes(rings: Sequence[tuple[Floats, Floats]]) -> Iterator[str]:
    """Where a hole leaves the outline; not asked of outlines round a pole or that cross themselves."""
    if any(_round_a_pole(east) for _, east in rings):
        return
    outer, *holes = (
        _unrolled(north, rings[0][1][0] + wrapped(east - rings[0][1][0])) for north, east in rings
    )
    if not shapely.is_valid(outer):
        return
    if any(shapely.is_valid(hole) and not shapely.intersects(outer, hole) for hole in holes):
        yield "a hole lies outside of its outline and takes nothing from it"


def _is_flat(north: Floats, east: Floats) -> bool:
    """Whether all corners stand on one line of the chart."""
    spread = np.cov(np.stack([wrapped(east - east[0]), north]))
    return float(np.linalg.eigvalsh(spread)[0]) < FLAT


def _round_a_pole(east: Floats) -> bool:
    """Whether it is not closed as a chart of degrees shows it."""
    return abs(float(wrapped(np.diff(np.append(east, east[0]))).sum())) > HALF_TURN


def _unrolled(north: Floats, east: Floats) -> shapely.Polygon:
    steps = wrapped(np.diff(east))
    along = east[0] + np.concatenate([[0.0], np.cumsum(steps)])
    return shapely.Polygon(np.stack([along, north], axis=1))


def swapped(zone: Zone, bounds: tuple[float, float, float, float]) -> bool:
    """Whether a site lies off all tracks, and would lie among them with latitude and longitude exchanged."""
    north, east = (float(each[0]) for each in zone.parts[0].rings[0])
    return _within(east, north, bounds, NEAR_DEGREES) and not _within(north, east, bounds, OFF_DEGREES)


def _within(north: float, east: float, bounds: tuple[float, float, float, float], more: float) -> bool:
    south, west, top, right = bounds
    return south - more <= north <= top + more and west - more <= east <= right + more
