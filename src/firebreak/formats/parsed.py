"""What a reader of outside texts hands back: an interpretation, and everything in it that is doubtful.

The source text stays the truth. A reader never guesses in silence: whatever it assumed, could not read or
found to contradict itself stands among the findings, and whoever uses the result stops there and asks.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final, Literal

from firebreak.core.base.errors import Finding
from firebreak.core.geo.place import DEGREE, Place

Shape = Literal["point", "points", "circle", "polygon", "multipolygon", "line", "named_area", "none"]
Part = tuple[Place, ...]
"One ring, one line, or a run of points; a ring does not repeat its first corner."

MINUTE: Final = "%Y-%m-%dT%H:%MZ"
METRE_DIGITS: Final = 1  # a tenth of a metre; no text gives a radius more finely


@dataclass(frozen=True, slots=True)
class Window:
    """A stretch of time in UTC. An end of None lasts until further notice."""

    start: datetime
    end: datetime | None

    def as_json(self) -> list[str | None]:
        return [_minute(self.start), _minute(self.end)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Heights:
    """From where to where above the earth, as written and in metres."""

    lower_m: float | None
    upper_m: float | None
    reference: str
    "FL, MSL, AGL or empty when unknown; the two ends may differ, then both, with a slash."
    written: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Parsed:
    """One notice as read."""

    source_format: str
    shape: Shape = "none"
    parts: tuple[Part, ...] = ()
    radius_m: float | None = None
    berth_m: float | None = None
    windows: tuple[Window, ...] = ()
    cancel_at: datetime | None = None
    cancels: tuple[str, ...] = ()
    area_name: str = ""
    part_shapes: tuple[str, ...] = ()
    "What each part is (polygon, circle, strip), where they are of several kinds."
    heights: Heights | None = None
    findings: tuple[Finding, ...] = ()

    def as_json(self) -> dict[str, Any]:
        """The fields of `firebreak notice parse --json`, without the id."""
        facts: dict[str, Any] = {
            "format": self.source_format,
            "shape": self.shape,
            "positions_lat_lon": self._positions(),
            "radius_m": _metres(self.radius_m),
            "berth_m": _metres(self.berth_m),
            "windows": [each.as_json() for each in self.windows],
            "cancel_time": _minute(self.cancel_at),
            "cancels": list(self.cancels),
            "findings": [{"code": each.code, "text": each.text} for each in self.findings],
        }
        return facts | self._rarer()

    def _positions(self) -> list[Any]:
        parts = [[degrees(place) for place in part] for part in self.parts]
        return parts if self.shape == "multipolygon" else [place for part in parts for place in part]

    def _rarer(self) -> dict[str, Any]:
        facts: dict[str, Any] = {}
        if self.area_name:
            facts["area_name"] = self.area_name
        if self.shape == "line" and len(self.parts) > 1:
            facts["parts"] = [len(part) for part in self.parts]
        if self.part_shapes:
            facts["part_shapes"] = list(self.part_shapes)
        if self.heights is not None:
            found = self.heights
            facts["altitude"] = {
                "lower_m": _metres(found.lower_m),
                "upper_m": _metres(found.upper_m),
                "reference": found.reference,
                "written": found.written,
            }
        return facts


def degrees(place: Place) -> tuple[float, float]:
    """Latitude and longitude as people who program write them."""
    return place.latitude_e7 / DEGREE, place.longitude_e7 / DEGREE


def _minute(at: datetime | None) -> str | None:
    return None if at is None else at.strftime(MINUTE)


def _metres(value: float | None) -> float | None:
    return None if value is None else round(value, METRE_DIGITS)
