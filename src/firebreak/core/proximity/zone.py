"""A zone: an outline, how near is too near, and when and at what heights that counts."""

from dataclasses import dataclass
from enum import IntEnum
from typing import Final

import numpy as np
import numpy.typing as npt

from firebreak.core.base.errors import LocalError
from firebreak.core.proximity.bands import ANYWHERE, Band
from firebreak.core.proximity.earth import Floats, placed

VERTICES_MAX: Final = 200_000  # of one zone: twice the longest coast seen in real notices
RINGS_MAX: Final = 10_000
REACH_M_MAX: Final = 5_000_000.0  # a threshold beyond it is a slip of the unit
POLYGON_CORNERS: Final = 3
LINE_CORNERS: Final = 2


class PartKind(IntEnum):
    """What the corners of a part mean."""

    POINT = 0
    LINE = 1
    POLYGON = 2


@dataclass(frozen=True, slots=True)
class Part:
    """A point, a line, or a polygon whose rings after the first are holes. Rings need not be closed."""

    kind: PartKind
    rings: tuple[tuple[Floats, Floats], ...]
    "Latitudes and longitudes in degrees."


@dataclass(frozen=True, slots=True, kw_only=True)
class Zone:
    """One site. A position hits it when its distance less the buffer is at most the threshold."""

    name: str
    parts: tuple[Part, ...]
    threshold_m: float
    buffer_m: float = 0.0
    "How far the site reaches beyond its outline; the radius of a circle is one, too."
    band: Band = ANYWHERE
    since: int | None = None
    "First instant that counts, in microseconds since 1970; None: always."
    until: int | None = None
    "Last instant that counts."

    def __post_init__(self) -> None:
        for what, value in (("threshold", self.threshold_m), ("buffer", self.buffer_m)):
            if not 0 <= value <= REACH_M_MAX:
                raise refusal(
                    self.name, f"a {what} of {value:g} m", f"give metres from 0 to {REACH_M_MAX:,.0f}"
                )
        if self.since is not None and self.until is not None and self.until < self.since:
            raise refusal(self.name, "a validity that ends before it begins", "exchange the two times")
        if not self.parts:
            raise refusal(self.name, "no outline", "give a point, line or polygon")
        corners = sum(north.size for part in self.parts for north, _ in part.rings)
        rings = sum(len(part.rings) for part in self.parts)
        if corners > VERTICES_MAX or rings > RINGS_MAX:
            hint = f"at most {VERTICES_MAX:,} corners and {RINGS_MAX:,} rings are computed; thin the outline"
            raise refusal(self.name, f"{corners:,} corners in {rings:,} rings", hint)

    @property
    def reach_m(self) -> float:
        """Within this distance of the outline a position hits."""
        return self.threshold_m + self.buffer_m

    def holds_at(self, instant: int) -> bool:
        """Whether it is in force; both ends belong to it."""
        return (self.since is None or self.since <= instant) and (self.until is None or instant <= self.until)


def point(name: str, latitude: float, longitude: float) -> Part:
    """A part of one place."""
    return Part(PartKind.POINT, (placed(latitude, longitude, name),))


def line(name: str, latitude: npt.ArrayLike, longitude: npt.ArrayLike) -> Part:
    """A line of geodesics. Raises LocalError."""
    ring = placed(latitude, longitude, name)
    if ring[0].size < LINE_CORNERS:
        raise refusal(name, "a line of one place", "a line has two or more")
    return Part(PartKind.LINE, (ring,))


def polygon(name: str, *rings: tuple[npt.ArrayLike, npt.ArrayLike]) -> Part:
    """An outline and its holes. Raises LocalError."""
    read = [placed(north, east, name) for north, east in rings]
    if not read or any(np.unique(np.stack(each), axis=1).shape[1] == 0 for each in read):
        raise refusal(name, "a polygon without corners", "give at least three")
    if any(north.size < POLYGON_CORNERS for north, _ in read):
        raise refusal(name, "a ring of fewer than three corners", "give it as a line or point")
    return Part(PartKind.POLYGON, tuple(read))


def refusal(name: str, what: str, hint: str) -> LocalError:
    """The one error for a zone that cannot be watched."""
    return LocalError(f"site {name!r} has {what}", code="FB641", hint=hint)
