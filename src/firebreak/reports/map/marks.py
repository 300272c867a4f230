"""What stands on a picture of the map, before it is drawn."""

from dataclasses import dataclass
from enum import StrEnum

from firebreak.core.geo.area import Area
from firebreak.core.geo.place import Place


class Side(StrEnum):
    """Whose it is. Nobody is friend or enemy on a shared picture: that would be an accusation."""

    OURS = "ours"
    THEIRS = "theirs"
    THIRD = "third"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Mark:
    """An area with a name."""

    area: Area
    label: str
    side: Side = Side.UNKNOWN
    is_sure: bool = True
    "Whether a person confirmed it; else it is dotted."
    ring_m: int = 0
    "A distance that matters around it, drawn as a ring."


@dataclass(frozen=True, slots=True)
class Span:
    """A line between two places with what it measures: `23.6 km ±150 m`."""

    start: Place
    end: Place
    label: str


@dataclass(frozen=True, slots=True)
class Captions:
    """The words around a picture, in one language."""

    title: str
    description: str
    coast: str
    "Where the coastline comes from, and that there is no border."
    language: str = "en"
