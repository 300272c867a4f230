"""The alarm chain: console, other positions, desk phone, mail; when each is due. Pure.

    EMERGENCY   0 s console    30 s phones, mail      120 s named officer
    ALARM       0 s console    60 s other positions   180 s phones           300 s mail
    WARNING     0 s console   600 s other positions, mail
    CAUTION     shown, and handed over with the watch

The chain goes on for as long as the alert is there and a person is missing; an acknowledgement ends it, and
so does the end of the situation. A step whose forerunners all failed is due at once: where nothing can be
heard at any position, the phone does not wait.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from firebreak.console.alerts.alert import Alert
from firebreak.console.alerts.kinds import Rank
from firebreak.console.alerts.table import WAITING


class Channel(StrEnum):
    """A way to a person."""

    CONSOLE = "console"
    "Positions with sound, whichever they are."
    POSITIONS = "positions"
    "Positions of other persons than the one that had the alert first."
    PHONE = "phone"
    MAIL = "mail"
    OFFICER = "officer"
    "The named officer's own phone and mail."


OUTSIDE: Final = (Channel.PHONE, Channel.MAIL, Channel.OFFICER)
"Channels that leave this machine."


class Delivery(StrEnum):
    """What became of a step."""

    UNDER_WAY = "under way"
    DELIVERED = "delivered"
    "It reached a device: a page with sound, a lifted phone, a server of mail. Not a person."
    FAILED = "failed"
    NONE = "none"
    "There is no such channel here."


@dataclass(frozen=True, slots=True)
class Move:
    """One step of the chain."""

    channel: Channel
    after_seconds: int


PLAN: Final = {
    Rank.EMERGENCY: (
        Move(Channel.CONSOLE, 0),
        Move(Channel.PHONE, 30),
        Move(Channel.MAIL, 30),
        Move(Channel.OFFICER, 120),
    ),
    Rank.ALARM: (
        Move(Channel.CONSOLE, 0),
        Move(Channel.POSITIONS, 60),
        Move(Channel.PHONE, 180),
        Move(Channel.MAIL, 300),
    ),
    Rank.WARNING: (Move(Channel.CONSOLE, 0), Move(Channel.POSITIONS, 600), Move(Channel.MAIL, 600)),
    Rank.CAUTION: (),
}
OWN_PLAN: Final = {"chain_failed": (Move(Channel.CONSOLE, 0), Move(Channel.POSITIONS, 600))}
"A channel that failed is not told of by itself."


def plan_of(alert: Alert) -> tuple[Move, ...]:
    """The chain of an alert."""
    return OWN_PLAN.get(alert.kind, PLAN[alert.rank])


def due(alert: Alert, *, now: int, wall: int) -> list[Channel]:
    """Steps that have to begin now."""
    if alert.state not in WAITING or (alert.shelved_until or 0) > now:
        return []
    waited, found = wall - alert.asked_at, list[Channel]()
    before: list[str] = []
    for move in plan_of(alert):
        standing = alert.chain.get(move.channel)
        if standing is None and (waited >= move.after_seconds * 1_000 or _lost(before)):
            found.append(move.channel)
        before.append(standing or "")
    return found


def _lost(before: Iterable[str]) -> bool:
    """Whether every step until here is over and reached nothing."""
    seen = list(before)
    return bool(seen) and all(each in (Delivery.FAILED, Delivery.NONE) for each in seen)
