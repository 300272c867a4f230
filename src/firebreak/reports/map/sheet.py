"""Where a place stands on the paper: distances as seen from the middle of the picture.

Longitudes shrink by the cosine of the middle's latitude, so that a circle of some kilometres is a circle. It
is a picture to look at. Nobody takes a distance from it: those stand beside it in words, computed on the
ellipsoid.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import cos, radians
from typing import Final, Self

from firebreak.core.geo.place import DEGREE, Place

METRES_PER_DEGREE: Final = 111_195.0  # of a great circle on a sphere of 6,371,008.8 m
MARGIN: Final = 0.18  # of the larger side, around what is drawn
SPAN_METRES_MIN: Final = 20_000.0  # a single place is shown with its surroundings
FLATTEST: Final = 0.02  # near a pole nothing shrinks further

XY = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A rectangle of paper in pixels and the piece of the earth that it shows."""

    width: int
    height: int
    latitude: float
    longitude: float
    metres_per_pixel: float

    @classmethod
    def around(
        cls, places: Sequence[Place], *, reach_m: float = 0, width: int = 720, height: int = 480
    ) -> Self:
        """The sheet that shows all places and so many metres beyond each. ValueError without a place."""
        latitudes = [each.latitude_e7 / DEGREE for each in places]
        west, span = arc([each.longitude_e7 / DEGREE for each in places])
        middle = (min(latitudes) + max(latitudes)) / 2
        shrunk = max(cos(radians(middle)), FLATTEST)
        tall = (max(latitudes) - min(latitudes)) * METRES_PER_DEGREE + 2 * reach_m
        wide = span * METRES_PER_DEGREE * shrunk + 2 * reach_m
        scale = max(tall / height, wide / width, SPAN_METRES_MIN / height) * (1 + 2 * MARGIN)
        return cls(width, height, middle, west + span / 2, scale)

    @property
    def shrunk(self) -> float:
        """How much shorter a degree of longitude is than one of latitude."""
        return max(cos(radians(self.latitude)), FLATTEST)

    def xy(self, longitude: float, latitude: float) -> XY:
        """Pixels from the upper left corner; longitudes are not turned round here."""
        per_degree = METRES_PER_DEGREE / self.metres_per_pixel
        x = self.width / 2 + (longitude - self.longitude) * per_degree * self.shrunk
        return x, self.height / 2 - (latitude - self.latitude) * per_degree

    def meets(self, west: float, south: float, east: float, north: float) -> bool:
        """Whether a box of degrees has a part on the paper."""
        left, top = self.xy(west, north)
        right, bottom = self.xy(east, south)
        return left <= self.width and right >= 0 and top <= self.height and bottom >= 0

    def near(self, longitude: float) -> float:
        """The same meridian, counted so that it is nearest to the middle of the sheet."""
        return longitude - 360 * round((longitude - self.longitude) / 360)

    def row(self, places: Iterable[Place]) -> list[XY]:
        """Places in their order, each edge the short way round."""
        pairs = [(each.longitude_e7 / DEGREE, each.latitude_e7 / DEGREE) for each in places]
        longitudes = unrolled(longitude for longitude, _ in pairs)
        turn = self.near(longitudes[0]) - longitudes[0] if longitudes else 0.0
        return [
            self.xy(longitude + turn, latitude)
            for longitude, (_, latitude) in zip(longitudes, pairs, strict=True)
        ]

    def pixels(self, metres: float) -> float:
        """A length on the paper."""
        return metres / self.metres_per_pixel


def arc(longitudes: Iterable[float]) -> tuple[float, float]:
    """The shortest stretch of meridians that holds them all: where it begins in the west, and its width."""
    around = sorted({each % 360 for each in longitudes})
    gaps = [there - here for here, there in pairwise([*around, around[0] + 360])]
    widest = max(range(len(gaps)), key=gaps.__getitem__)
    return around[(widest + 1) % len(around)], 360 - gaps[widest]


def unrolled(longitudes: Iterable[float]) -> list[float]:
    """Longitudes that never jump: one beyond 180 goes on counting."""
    done: list[float] = []
    for each in longitudes:
        done.append(each + 360 * round((done[-1] - each) / 360) if done else each)
    return done


def nice(metres: float) -> float:
    """The largest of 1, 2, 5 times a power of ten that is not larger."""
    power = 1.0
    while power * 10 <= metres:
        power *= 10
    while power > metres:
        power /= 10
    return next(power * each for each in (5, 2, 1) if power * each <= metres)
