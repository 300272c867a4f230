"""The coastline of Natural Earth (public domain), 1:10 million, as it ships with the package.

There are no borders in it: they would take sides.

The file is TopoJSON: rings are rows of shared arcs, whose points are steps on a grid of whole numbers.
"""

import json
import lzma
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import accumulate
from typing import Any, Final

FILE: Final = "land-10m.json.xz"

Point = tuple[float, float]
"Longitude and latitude in degrees."


@dataclass(frozen=True, slots=True)
class Shore:
    """One ring, of land or of a lake in it, not closed; and the box around it."""

    points: tuple[Point, ...]
    west: float
    south: float
    east: float
    north: float


@cache
def shores() -> tuple[Shore, ...]:
    """All rings."""
    return tuple(
        Shore(ring, *map(min, zip(*ring, strict=True)), *map(max, zip(*ring, strict=True)))
        for ring in _rings()
    )


def _rings() -> Iterator[tuple[Point, ...]]:
    packed = (files("firebreak") / "data" / FILE).read_bytes()
    topology: dict[str, Any] = json.loads(lzma.decompress(packed))
    arcs = [tuple(_points(each, topology["transform"])) for each in topology["arcs"]]
    shapes = topology["objects"]["land"]["geometries"]
    for shape in shapes:
        for polygon in shape["arcs"]:
            yield from (tuple(_joined(ring, arcs)) for ring in polygon)


def _points(arc: Sequence[Sequence[int]], transform: dict[str, Sequence[float]]) -> Iterator[Point]:
    (width, height), (left, bottom) = transform["scale"], transform["translate"]
    columns, rows = zip(*arc, strict=True)
    for x, y in zip(accumulate(columns), accumulate(rows), strict=True):
        yield x * width + left, y * height + bottom


def _joined(ring: Sequence[int], arcs: Sequence[tuple[Point, ...]]) -> Iterator[Point]:
    """A negative number is an arc walked backwards: its complement counts."""
    for number in ring:
        arc = arcs[number] if number >= 0 else arcs[~number][::-1]
        yield from arc[:-1]
