"""One event of Cursor on Target (schema 2.0, Event-PUBLIC): a point, its times, and details of many kinds."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Final

from firebreak.core.base.errors import Finding
from firebreak.formats.markup import Element

UNKNOWN: Final = 9_999_999.0  # of hae, ce and le: not known, and never a number of metres
FREEFORM, RECTANGLE, CIRCLE, ROUTE, MARK = "u-d-f", "u-d-r", "u-d-c-c", "b-m-r", "b-m-p-s-m"
DELETED: Final = "t-x-d-d"
"How the type of a thing that moves begins."


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """An event, whatever it came as."""

    uid: str
    kind: str
    how: str = "h-e"
    sent: datetime | None = None
    start: datetime | None = None
    stale: datetime | None = None
    north: object = None
    east: object = None
    height_m: float = UNKNOWN
    "Above the ellipsoid."
    circular_m: float = UNKNOWN
    "How far off it may be on the ground."
    linear_m: float = UNKNOWN
    "How far off in height."
    callsign: str = ""
    opex: str = ""
    "`o` operations, `e` exercise, `s` simulation."
    findings: tuple[Finding, ...] = ()
    detail: Element = field(default_factory=lambda: Element("detail"))


def known(value: float) -> bool:
    """Whether a height or an error is told."""
    return abs(value) < UNKNOWN
