"""One report of where something is, as a receiver told it; nothing in it is believed yet."""

from dataclasses import dataclass, field
from hashlib import sha256
from math import isfinite
from typing import Final, Self

from firebreak.core.base.instants import Instant
from firebreak.core.base.text import show
from firebreak.core.proximity.bands import Reference

LABEL_CODE_POINTS_MAX: Final = 24  # the longest name of a ship in AIS has 20
ID_CODE_POINTS_MAX: Final = 64
KNOT_MS: Final = 1_852 / 3_600
SPEED_MS_MAX: Final = 12_000.0  # faster than anything in orbit; beyond it the unit is wrong
LATITUDE_MAX: Final = 90.0
LONGITUDE_MAX: Final = 180.0
ROUND: Final = 360.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """A position with what came beside it; None is not known."""

    id: str
    "Within its source: the address of a transponder, the number of a ship's radio, a uid."
    label: str = ""
    latitude: float
    longitude: float
    altitude_ft: float | None = None
    reference: Reference = Reference.SAME
    "Barometric heights are FL; ships are at MSL 0."
    course: float | None = None
    speed_ms: float | None = None
    at: Instant
    stale_at: Instant | None = None
    "After it the sender itself does not stand by the report any more."


@dataclass(slots=True)
class Faults:
    """What a feed sent that is no report, counted by reason; nothing is dropped without a count."""

    counts: dict[str, int] = field(default_factory=dict[str, int])

    def add(self, reason: str) -> None:
        """One more."""
        self.counts[reason] = self.counts.get(reason, 0) + 1

    @property
    def total(self) -> int:
        """All of them."""
        return sum(self.counts.values())

    @classmethod
    def none(cls) -> Self:
        """Nothing yet."""
        return cls()


def is_place(latitude: object, longitude: object) -> bool:
    """Whether two values are a place on the earth; booleans, NaN and the 91 and 181 of AIS are not."""
    both = (latitude, longitude)
    if any(isinstance(each, bool) or not isinstance(each, int | float) for each in both):
        return False
    assert isinstance(latitude, int | float) and isinstance(longitude, int | float)
    return (
        isfinite(latitude)
        and isfinite(longitude)
        and abs(latitude) <= LATITUDE_MAX
        and abs(longitude) <= LONGITUDE_MAX
    )


def number(value: object, least: float, most: float) -> float | None:
    """A number within its bounds, else None."""
    if isinstance(value, bool) or not isinstance(value, int | float) or not isfinite(value):
        return None
    return float(value) if least <= value <= most else None


def id_of(value: object) -> str:
    """A name as its source has it, whole: two that begin alike are two. A longer one stands as its hash."""
    if not isinstance(value, str):
        return ""
    tidy = value.strip()
    if len(tidy) > ID_CODE_POINTS_MAX:
        return sha256(tidy.encode("utf-8", "replace")).hexdigest()
    return show(tidy)


def label_of(value: object) -> str:
    """A name that may reach a screen: no controls, no marks that turn text round, and short."""
    if not isinstance(value, str):
        return ""
    return show(" ".join(value.replace("@", " ").split())[:LABEL_CODE_POINTS_MAX])
