"""Cutting outlines and lines at the antimeridian, as RFC 7946 (3.1.9) asks of whoever writes GeoJSON.

Edges are straight on the chart, as in RFC 7946; the latitude of a cut is rounded to 1e-7 degrees. Corners on
the line itself belong to its eastern side.
"""

from bisect import bisect_left
from itertools import pairwise
from typing import Final

from firebreak.core.geo.area import Ring
from firebreak.core.geo.outline import ROUND, Point, goes_round_a_pole, unrolled
from firebreak.core.geo.place import LATITUDE_E7_MAX, LONGITUDE_E7_MAX

CORNERS_MIN: Final = 3


class NotCut(Exception):
    """An outline that crosses itself cannot be cut."""


def cut_ring(ring: Ring) -> list[list[Point]]:
    """The parts of an outline, each within 180 degrees west and east; the first corner is not repeated."""
    corners = _over_the_pole(ring) if goes_round_a_pole(ring) else unrolled(ring)[:-1]
    parts = [corners]
    for line in _lines(corners):
        parts = [piece for part in parts for piece in _split(part, line)]
    return [_home(each) for each in parts]


def cut_line(ring: Ring) -> list[list[Point]]:
    """The pieces of a line."""
    path = unrolled(ring)[:-1]
    pieces: list[list[Point]] = [[path[0]]]
    for here, there in pairwise(path):
        for line in sorted(_lines([here, there]), reverse=here[0] > there[0]):
            if line not in {here[0], there[0]}:
                at = _at(here, there, line)
                pieces[-1].append(at)
                pieces.append([at])
        pieces[-1].append(there)
    return [_home(each) for each in pieces]


def _lines(path: list[Point]) -> list[int]:
    """The antimeridians between the westernmost and the easternmost corner."""
    west, east = min(path)[0], max(path)[0]
    first = -((LONGITUDE_E7_MAX - west) // ROUND)
    found = (LONGITUDE_E7_MAX + turn * ROUND for turn in range(first - 1, first + 4))
    return [each for each in found if west < each < east]


def _over_the_pole(ring: Ring) -> list[Point]:
    """A ring once round the earth, closed along the pole that it lies nearer to."""
    path = unrolled(ring)
    pole = LATITUDE_E7_MAX if sum(each.latitude_e7 for each in ring) >= 0 else -LATITUDE_E7_MAX
    return [*path, (path[-1][0], pole), (path[0][0], pole)]


def _home(part: list[Point]) -> list[Point]:
    """The same part moved by whole turns, so that its middle lies on the chart."""
    middle = (min(part)[0] + max(part)[0]) // 2
    turns = (middle + LONGITUDE_E7_MAX) // ROUND
    return [(x - turns * ROUND, y) for x, y in part]


def _at(here: Point, there: Point, line: int) -> Point:
    across, up = there[0] - here[0], there[1] - here[1]
    return line, here[1] + (2 * up * (line - here[0]) + across) // (2 * across)


def _split(ring: list[Point], line: int) -> list[list[Point]]:
    """The parts of a ring on either side of a meridian: crossings pair up from the south."""
    nodes: list[Point] = []
    crossings: list[int] = []
    for here, there in zip(ring, ring[1:] + ring[:1], strict=True):
        nodes.append(here)
        if (here[0] >= line) != (there[0] >= line):
            crossings.append(len(nodes))
            nodes.append(_at(here, there, line))
    if not crossings:
        return [ring]
    return _walked(nodes, crossings)


def _walked(nodes: list[Point], crossings: list[int]) -> list[list[Point]]:
    ranked = sorted(crossings, key=lambda each: (nodes[each][1], each))
    partner = {one: ranked[place ^ 1] for place, one in enumerate(ranked)}
    left, parts = set(crossings), list[list[Point]]()
    while left:
        start = at = min(left)
        part: list[Point] = []
        while at in left:
            left.discard(at)
            following = crossings[bisect_left(crossings, at + 1) % len(crossings)]
            part += _between(nodes, at, following)
            at = partner[following]
        if at != start:
            raise NotCut
        parts.append(part)
    return [tidy for each in parts if len(tidy := _tidy(each)) >= CORNERS_MIN]


def _between(nodes: list[Point], start: int, end: int) -> list[Point]:
    return nodes[start : end + 1] if start < end else nodes[start:] + nodes[: end + 1]


def _tidy(part: list[Point]) -> list[Point]:
    """Without corners twice in a row, and without parts that have no inside."""
    found = [each for each, before in zip(part, part[-1:] + part[:-1], strict=True) if each != before]
    return found if len({x for x, _ in found}) > 1 else []
