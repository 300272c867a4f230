"""Times that belong to one area of several: told, as one list of windows cannot hold which is whose."""

from datetime import datetime
from itertools import pairwise

from firebreak.formats.doubts import Doubts
from firebreak.formats.navwarn.calendar import Calendar
from firebreak.formats.navwarn.windows import windows


def tell_apart(
    text: str, starts: tuple[int, ...], issued: datetime | None, year: int | None, doubts: Doubts
) -> None:
    """Whether times stand between the first positions of two areas."""
    ahead = windows(text[: starts[0]], Calendar(issued, year, Doubts())) if starts else []
    for start, end in pairwise(starts):
        between = windows(text[start:end], Calendar(issued, year, Doubts()))
        if set(between) - set(ahead):  # a text that was sent twice says the same again
            doubts.add("times-per-area", "times stand between the areas: each may have times of its own")
            return
