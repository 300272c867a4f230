"""Whether two intents may be in one place at one time: on the chart, in height and in time.

It errs on the side of a conflict: circles are drawn with their sides outside, ends that touch meet, and what
is not known (a height, a time, heights of two datums, an outline round a pole) may be the same.
"""

from collections.abc import Sequence
from datetime import UTC, datetime
from itertools import pairwise
from typing import Final, NamedTuple

from firebreak.core.geo.area import Area, AreaKind, Ring
from firebreak.core.geo.outline import ROUND, Point, goes_round_a_pole, turn, unrolled
from firebreak.formats.drafts import Draft
from firebreak.formats.drawn import outline
from firebreak.formats.parsed import Window

FOREVER: Final = datetime.max.replace(tzinfo=UTC)


class Conflict(NamedTuple):
    """Volumes that meet, by their places in their intents."""

    ours: int
    theirs: int


def conflicts(ours: Sequence[Draft], theirs: Sequence[Draft]) -> list[Conflict]:
    """The pairs of volumes that may meet."""
    return [
        Conflict(place, other)
        for place, one in enumerate(ours)
        for other, two in enumerate(theirs)
        if _in_time(one.windows, two.windows) and _in_height(one.area, two.area) and _meet(one.area, two.area)
    ]


def _in_time(ours: tuple[Window, ...], theirs: tuple[Window, ...]) -> bool:
    if not ours or not theirs:
        return True
    return any(
        one.start <= (two.end or FOREVER) and two.start <= (one.end or FOREVER)
        for one in ours
        for two in theirs
    )


def _in_height(one: Area, two: Area) -> bool:
    ours, theirs = one.altitude, two.altitude
    if ours is None or theirs is None or ours.datum is not theirs.datum:
        return True
    return _below(ours.lower_m, theirs.upper_m) and _below(theirs.lower_m, ours.upper_m)


def _below(low: int | None, high: int | None) -> bool:
    return low is None or high is None or low <= high


def _meet(one: Area, two: Area) -> bool:
    if not one.places or not two.places:
        return True
    return any(_rings_meet(ours, theirs) for ours in _rings(one) for theirs in _rings(two))


def _rings(area: Area) -> tuple[Ring, ...]:
    return (outline(area),) if area.kind is AreaKind.CIRCLE else area.rings


def _rings_meet(one: Ring, two: Ring) -> bool:
    if goes_round_a_pole(one) or goes_round_a_pole(two):
        return True
    ours, theirs = unrolled(one), unrolled(two)
    for turns in (-1, 0, 1):
        moved = [(x + turns * ROUND, y) for x, y in theirs]
        if _boxes_meet(ours, moved) and _paths_meet(ours, moved):
            return True
    return False


def _boxes_meet(ours: list[Point], theirs: list[Point]) -> bool:
    return all(
        min(one) <= max(two) and min(two) <= max(one)
        for one, two in zip(zip(*ours, strict=True), zip(*theirs, strict=True), strict=True)
    )


def _paths_meet(ours: list[Point], theirs: list[Point]) -> bool:
    edges, others = list(pairwise(ours)), list(pairwise(theirs))
    if any(_cross(*edge, *other) for edge in edges for other in others):
        return True
    return _holds(edges, theirs[0]) or _holds(others, ours[0])


def _cross(start: Point, end: Point, other: Point, far: Point) -> bool:
    """Whether two edges have a point in common."""
    sides = [turn(start, end, other), turn(start, end, far), turn(other, far, start), turn(other, far, end)]
    if (sides[0] > 0) == (sides[1] > 0) and 0 not in sides[:2]:
        return False
    if (sides[2] > 0) == (sides[3] > 0) and 0 not in sides[2:]:
        return False
    return any(sides) or _boxes_meet([start, end], [other, far])


def _holds(edges: list[tuple[Point, Point]], point: Point) -> bool:
    """Whether a point lies inside, counted by the edges east of it."""
    inside = False
    for start, end in edges:
        if (start[1] > point[1]) != (end[1] > point[1]):
            side = turn(start, end, point)
            inside ^= (side > 0) == (end[1] > start[1])
    return inside
