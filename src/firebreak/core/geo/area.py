"""An area on the earth: what a notice is about, and what the distance of a site or a track is taken from.

Corners are places in whole numbers, so that both sides hold the same area to the last bit. An edge runs the
short way round; one of exactly 180 degrees of longitude has no short way and is refused. A ring is not
closed: its last corner is joined to its first. Rings have no holes. A ring that goes round a pole holds the
pole that it lies nearer to.

Whether an outline crosses itself is asked of `outline.py`: a sender refuses such an area, a receiver keeps
it in the record and uses it for nothing.
"""

import struct
from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum
from typing import Any, Final, Self, cast

from firebreak.core.base.cbor import Value
from firebreak.core.base.errors import LocalError
from firebreak.core.base.shape import Body, Choice, Inside, Number, Several, Text, Wire, item
from firebreak.core.geo.place import LONGITUDE_E7_MAX, Place

VERTICES_MAX: Final = 2_000  # of all rings: what fits into a body; real warnings have fewer than 200
RINGS_MAX: Final = 64
RADIUS_M_MAX: Final = 5_000_000  # a circle beyond it is half the earth and a slip of the unit
BUFFER_M_MAX: Final = 1_000_000
UNCERTAINTY_M_MAX: Final = 1_000_000
ALTITUDE_M_MAX: Final = 40_000_000  # beyond the geostationary ring
DEPTH_M_MAX: Final = 11_000  # the deepest sea
NAME_CODE_POINTS_MAX: Final = 120
PLACE_BYTES: Final = 8

Ring = tuple[Place, ...]


class AreaKind(IntEnum):
    """What an area is drawn as."""

    NONE = 0
    "Nothing on the map."
    POINT = 1
    "One place or several, each for itself."
    CIRCLE = 2
    POLYGON = 3
    MULTIPOLYGON = 4
    "Several polygons apart from each other."
    LINE = 5
    CORRIDOR = 6
    "A line with `buffer_m` on either side of it."
    NAMED = 7
    "A name whose outline is not known here; its place, if any, is a hint and not the middle of a circle."


class Datum(IntEnum):
    """What an altitude is measured from."""

    W84 = 1
    "The ellipsoid."
    MSL = 2
    "Mean sea level."
    AGL = 3
    "The ground below."
    FL = 4
    "The pressure level 1013.25 hPa: a flight level is 30.48 m."


@dataclass(frozen=True, slots=True, kw_only=True)
class Altitude(Body):
    """A band of heights in whole metres, rounded outwards. An end that is left out is not known."""

    lower_m: int | None = item(1, Number(-DEPTH_M_MAX, ALTITUDE_M_MAX), default=None)
    upper_m: int | None = item(2, Number(-DEPTH_M_MAX, ALTITUDE_M_MAX), default=None)
    datum: Datum = item(3, Choice(Datum))

    def __post_init__(self) -> None:
        if self.lower_m is not None and self.upper_m is not None and self.lower_m > self.upper_m:
            raise no_area(f"the band from {self.lower_m} m to {self.upper_m} m", "give the lower end first")


@dataclass(frozen=True, slots=True)
class RingItem(Wire):
    """A ring in a body: eight bytes a place, latitude and longitude times 1e7, signed, big-endian."""

    def out(self, value: Any) -> Value:
        ring = cast("Ring", value)
        return b"".join(struct.pack(">ii", each.latitude_e7, each.longitude_e7) for each in ring)

    def back(self, value: Value) -> Ring:
        if not isinstance(value, bytes):
            raise ValueError("is not a byte string")
        try:
            return tuple(Place(*each) for each in struct.iter_unpack(">ii", value))
        except struct.error:
            raise ValueError(f"has {len(value)} bytes, {PLACE_BYTES} a place") from None
        except LocalError as error:
            raise ValueError(f"holds no place: {error.text}") from error


@dataclass(frozen=True, slots=True, kw_only=True)
class Area(Body):
    """Where something holds. Raises LocalError when kind, rings and measures do not belong together."""

    kind: AreaKind = item(1, Choice(AreaKind))
    rings: tuple[Ring, ...] = item(2, Several(RingItem(), most=RINGS_MAX), default=())
    "The places in the order of the text: one ring or row of them, several only in a multipolygon."
    radius_m: int | None = item(3, Number(1, RADIUS_M_MAX), default=None)
    "Of a circle."
    buffer_m: int = item(4, Number(1, BUFFER_M_MAX), default=0)
    "How far beyond the outline it reaches."
    uncertainty_m: int | None = item(5, Number(0, UNCERTAINTY_M_MAX), default=None)
    "How far off each place may be, in any direction; None where nobody says."
    altitude: Altitude | None = item(6, Inside(Altitude), default=None)
    "None: not known, which counts as every height."
    name: str = item(7, Text(most=NAME_CODE_POINTS_MAX), default="")

    def __post_init__(self) -> None:
        least, most = COUNTS[self.kind]
        single = (len(self.rings) == 1) if most and (least or self.rings) else not self.rings
        if not (single or (self.kind is AreaKind.MULTIPOLYGON and self.rings)):
            raise no_area(
                f"{self.kind.name.lower()} with {len(self.rings)} rings", "one ring for each polygon"
            )
        for ring in self.rings:
            self._check_ring(ring, least, most)
        if len(self.places) > VERTICES_MAX:
            raise no_area(
                f"an outline of {len(self.places)} places", f"at most {VERTICES_MAX} travel; thin it"
            )
        self._check_measures()

    @classmethod
    def of(cls, kind: AreaKind, *places: Place, **measures: Any) -> Self:
        """An area of one ring or row of places, or of none."""
        return cls(kind=kind, rings=(places,) if places else (), **measures)

    @property
    def places(self) -> Ring:
        """All places, ring after ring: the order in which they are numbered and read back."""
        return tuple(place for ring in self.rings for place in ring)

    def lines(self) -> tuple[str, ...]:
        """Each place with its number and check digits: `1  49°35.2980′ N, 036°07.2000′ E  [47]`."""
        return tuple(
            f"{number}  {each.degrees_minutes()}  [{each.check_digits()}]"
            for number, each in enumerate(self.places, start=1)
        )

    def _check_ring(self, ring: Ring, least: int, most: int) -> None:
        if not least <= len(ring) <= most:
            raise no_area(f"{self.kind.name.lower()} of {len(ring)} places", f"it has {least} to {most}")
        if self.kind is AreaKind.POINT:
            return
        for here, there in steps(ring, closed=self.kind in CLOSED):
            if here == there:
                raise no_area(
                    f"{here.degrees_minutes()} twice in a row", "a ring is not closed by its first place"
                )
            if abs(here.longitude_e7 - there.longitude_e7) == LONGITUDE_E7_MAX:
                raise no_area("an edge half round the earth", "put a place between its ends")

    def _check_measures(self) -> None:
        named, circle = self.kind is AreaKind.NAMED, self.kind is AreaKind.CIRCLE
        if circle != (self.radius_m is not None):
            raise no_area(
                f"{self.kind.name.lower()} and radius {self.radius_m}", "a circle has one, nothing else"
            )
        if self.kind is AreaKind.CORRIDOR and not self.buffer_m:
            raise no_area(
                "a corridor without width", "give buffer_m, the distance on either side of the line"
            )
        if named and not self.name:
            raise no_area("a named area without a name", "give the name as the text has it")


COUNTS: Final = {
    AreaKind.NONE: (0, 0),
    AreaKind.POINT: (1, VERTICES_MAX),
    AreaKind.CIRCLE: (1, 1),
    AreaKind.POLYGON: (3, VERTICES_MAX),
    AreaKind.MULTIPOLYGON: (3, VERTICES_MAX),
    AreaKind.LINE: (2, VERTICES_MAX),
    AreaKind.CORRIDOR: (2, VERTICES_MAX),
    AreaKind.NAMED: (0, 1),
}
"The least and most places of a ring."
CLOSED: Final = frozenset({AreaKind.POLYGON, AreaKind.MULTIPOLYGON})
NOWHERE: Final = Area(kind=AreaKind.NONE)


def steps(ring: Ring, *, closed: bool) -> Iterator[tuple[Place, Place]]:
    """The edges: each place with the next one, and the last with the first where the ring is closed."""
    return zip(ring, ring[1:] + ring[:1] if closed else ring[1:], strict=False)


def no_area(what: str, hint: str) -> LocalError:
    """The one error for an area that is none."""
    return LocalError(f"{what} is not an area", code="FB601", hint=hint)
