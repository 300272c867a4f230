"""What of a ring lies on the paper (Sutherland and Hodgman): one side of the rectangle after the other."""

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from firebreak.reports.map.sheet import XY, Sheet

BEYOND = 40.0  # pixels outside of the paper, so that no edge of the clipping is seen


def clipped(ring: Sequence[XY], sheet: Sheet) -> list[XY]:
    """The corners of the part on the paper; empty where there is none."""
    right, bottom = sheet.width + BEYOND, sheet.height + BEYOND
    rest = list(ring)
    for axis, bound, keep_above in (
        (0, -BEYOND, True),
        (0, right, False),
        (1, -BEYOND, True),
        (1, bottom, False),
    ):
        rest = list(_side(rest, _inside(axis, bound, keep_above=keep_above), axis, bound))
    return rest


def _inside(axis: int, bound: float, *, keep_above: bool) -> Callable[[XY], bool]:
    return (lambda at: at[axis] >= bound) if keep_above else (lambda at: at[axis] <= bound)


def _side(ring: Sequence[XY], inside: Callable[[XY], bool], axis: int, bound: float) -> Iterator[XY]:
    for here, there in pairwise([*ring[-1:], *ring]):
        if inside(here) != inside(there):
            yield _meeting(here, there, axis, bound)
        if inside(there):
            yield there


def _meeting(here: XY, there: XY, axis: int, bound: float) -> XY:
    share = (bound - here[axis]) / (there[axis] - here[axis])
    other = here[1 - axis] + share * (there[1 - axis] - here[1 - axis])
    return (bound, other) if axis == 0 else (other, bound)
