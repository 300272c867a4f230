"""What a notice is about: codes, and how long before it begins each is to be announced.

Codes are the subject codes of the Whiteflag standard (v1-draft.6, §4.3.1.2): a letter for the sort of sign
and two hexadecimal digits. What the standard has no code for stands in its private range F0 to FF; those
assignments are Firebreak's own (`spec/notice.md`). Any code of that form travels; one that is not in this
table is shown as its code.
"""

import re
from dataclasses import dataclass
from enum import Enum
from typing import Final

from firebreak.core.base.instants import DAY, HOUR

CODE: Final = re.compile("[PEDSIMQ][0-9A-F]{2}")
CODE_LENGTH: Final = 3


class Group(Enum):
    """How a notice is handled."""

    HAZARD = "hazard"
    SITE = "site"
    "Something to be spared: it is confirmed again from time to time."
    MOVEMENT = "movement"
    "People or things to be spared while they move."
    EXERCISE = "exercise"
    WORKS = "works"
    SIGNAL = "signal"
    "What is being done now: close approaches, special signals, entries by mistake."
    REQUEST = "request"
    STATUS = "status"
    LAYER = "layer"
    "What a map shows as its author drew it: a line, an area. The other side's *comply* makes it agreed."


@dataclass(frozen=True, slots=True)
class Sort:
    """What is known of one code."""

    name: str
    "The key of its name in the catalogue."
    group: Group
    lead_ms: int = 0
    "How long before it begins it is to be announced; 0 where nothing is agreed anywhere."
    emergency_lead_ms: int | None = None
    "The same in an emergency."
    needs_area: bool = True


INCSEA: Final = 3 * DAY  # Agreement on the prevention of incidents at sea, art. VI: three to five days
LAUNCH: Final = 24 * HOUR  # ballistic missile launch notification agreement, 1988
EXERCISE: Final = 14 * DAY  # strategic exercises agreement, 1989
HUMANITARIAN: Final = 48 * HOUR  # humanitarian notification system, Yemen; 24 h in an emergency
WORKS: Final = 24 * HOUR  # ours: one working day for a shift plan


def _hazard(name: str, lead: int = 0) -> Sort:
    return Sort(name, Group.HAZARD, lead)


def _site(name: str) -> Sort:
    return Sort(name, Group.SITE)


def _movement(name: str) -> Sort:
    return Sort(name, Group.MOVEMENT, HUMANITARIAN, 24 * HOUR)


def _signal(name: str, *, area: bool = True) -> Sort:
    return Sort(name, Group.SIGNAL, needs_area=area)


SORTS: Final[dict[str, Sort]] = {
    "P00": _site("protective-sign"),
    "P01": _signal("white-flag"),
    "P02": _signal("white-flag-negotiation"),
    "P03": _signal("white-flag-surrender"),
    "P10": _site("red-cross-emblem"),
    "P11": _site("red-cross"),
    "P12": _site("red-crescent"),
    "P13": _site("red-crystal"),
    "P20": _site("united-nations"),
    "P30": _site("protected-zone"),
    "P31": _site("hospital-zone"),
    "P32": _site("prisoner-of-war-camp"),
    "P33": _site("internment-camp"),
    "P40": _site("civil-defence"),
    "P50": _site("cultural-property"),
    "P60": _site("dangerous-forces"),
    "I10": _site("transport-site"),
    "I17": _site("airport"),
    "I20": _site("energy-site"),
    "I27": _site("nuclear-power-plant"),
    "I28": _site("hydro-power-plant"),
    "I30": _site("water-site"),
    "I49": _site("undersea-cable"),
    "I50": _site("public-service"),
    "I51": _site("hospital"),
    "I52": _site("school"),
    "IF0": Sort("grid-works", Group.WORKS, WORKS),
    "IF1": Sort("network-works", Group.WORKS, WORKS, needs_area=False),
    "IF2": _hazard("plant-danger"),
    "D00": _hazard("danger-area"),
    "D10": _hazard("attack"),
    "D20": _hazard("hazardous-conflict-area"),
    "D21": _hazard("mine-field"),
    "D22": _hazard("unexploded-ordnance"),
    "D27": _hazard("air-defence-threat"),
    "D30": _hazard("transport-accident"),
    "D40": _hazard("industrial-accident"),
    "DF0": _hazard("missile-launch", LAUNCH),
    "DF1": _hazard("space-launch", LAUNCH),
    "DF2": _hazard("firing", INCSEA),
    "DF3": _hazard("underwater-operations", INCSEA),
    "DF4": _hazard("special-caution-area", INCSEA),
    "DF5": _hazard("closed-airspace", LAUNCH),
    "E00": _hazard("emergency"),
    "E01": _hazard("distress"),
    "E11": _hazard("medical-help-needed"),
    "M00": _movement("mission"),
    "M10": _movement("humanitarian-mission"),
    "M23": _movement("medical-evacuation"),
    "M24": _movement("aid"),
    "M29": _movement("repair-crew"),
    "M80": Sort("military-operation", Group.EXERCISE),
    "MF0": Sort("exercise", Group.EXERCISE, EXERCISE),
    "MF1": Sort("major-movement", Group.EXERCISE, EXERCISE),
    "MF2": _movement("convoy"),
    "MF3": _signal("special-signal", area=False),
    "MF4": _signal("close-approach"),
    "MF5": _signal("unintended-entry"),
    "Q10": Sort("cease-fire-request", Group.REQUEST),
    "Q20": Sort("area-access-request", Group.REQUEST),
    "S20": Sort("status-unknown", Group.STATUS),
    "S22": Sort("status-good", Group.STATUS),
    "S26": Sort("status-damaged", Group.STATUS),
    "SF0": Sort("agreed-line", Group.LAYER),
    "SF1": Sort("agreed-area", Group.LAYER),
}
"Codes with a letter F in the middle are our own."

UNKNOWN: Final = Sort("unknown", Group.HAZARD, needs_area=False)
"A code that is not in the table."


def sort_of(code: str) -> Sort:
    """What is known of a code."""
    return SORTS.get(code, UNKNOWN)


def lead_of(code: str, *, emergency: bool) -> int:
    """How long before it begins something is to be announced, in milliseconds."""
    sort = sort_of(code)
    return sort.emergency_lead_ms if emergency and sort.emergency_lead_ms is not None else sort.lead_ms
