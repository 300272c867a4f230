"""Kinds of alerts: their rank, and how long a situation has to hold before it is one.

Ranks are those of IMO MSC.302(87) and MSC.252(83). An alert is something that a person has to do something
about (EEMUA 191); whatever needs nobody is an event and stands in the record alone.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final


class Rank(StrEnum):
    """How grave an alert is, the gravest first."""

    EMERGENCY = "emergency"
    ALARM = "alarm"
    WARNING = "warning"
    CAUTION = "caution"


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind."""

    rank: Rank
    hold_seconds: int = 0
    "What comes and goes within this time raises nothing."
    blind: bool = False
    "Whether it is judged while the node does not answer: what follows from this server alone."
    at_map: bool = False
    "Whether it may be acknowledged only where the map is (category A of MSC.302(87))."


KINDS: Final = {
    "stop_now": Kind(Rank.EMERGENCY),
    "flash_unread": Kind(Rank.ALARM),
    "media_not_secure": Kind(Rank.ALARM),
    "close_approach": Kind(Rank.ALARM, at_map=True),
    "hazard_near": Kind(Rank.ALARM, at_map=True),
    "read_back_differs": Kind(Rank.ALARM),
    "urgent_notice": Kind(Rank.ALARM),
    "node_away": Kind(Rank.ALARM, hold_seconds=15, blind=True),
    "line_silent": Kind(Rank.WARNING),
    "receipt_overdue": Kind(Rank.WARNING),
    "notice_overdue": Kind(Rank.WARNING),
    "hazard_unclear": Kind(Rank.WARNING),
    "contradiction": Kind(Rank.WARNING),
    "call_unanswered": Kind(Rank.WARNING),
    "not_signing": Kind(Rank.WARNING, hold_seconds=120),
    "chain_failed": Kind(Rank.WARNING, blind=True),
    "link_degraded": Kind(Rank.CAUTION, hold_seconds=10),
    "clock_offset": Kind(Rank.CAUTION, hold_seconds=10),
    "disk_reserve": Kind(Rank.CAUTION),
    "witness_silent": Kind(Rank.CAUTION, hold_seconds=10),
    "notices_more": Kind(Rank.CAUTION),
    "no_sound": Kind(Rank.CAUTION, hold_seconds=20),
    "certificate_expiring": Kind(Rank.CAUTION),
    "console_certificate": Kind(Rank.CAUTION, blind=True),
    "approach_ahead": Kind(Rank.CAUTION),
    "position_doubtful": Kind(Rank.CAUTION, hold_seconds=10),
    "tracks_stalled": Kind(Rank.CAUTION, hold_seconds=10),
    "flood": Kind(Rank.CAUTION, blind=True),
}
"Names are the keys of the texts in console/src/words."

NEVER_SHELVED: Final = (Rank.EMERGENCY,)
SOUNDLESS: Final = (Rank.CAUTION,)
