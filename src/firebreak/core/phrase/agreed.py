"""The agreed phrases of version 1, chosen from what lines and incidents of the past needed.

An id never changes its meaning; a phrase that must change gets a new id. `we` is the side that sends.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from firebreak.core.phrase.codewords import (
    ACCIDENT,
    ACTIVITY,
    CAUSE,
    CRAFT,
    HAZARD,
    LINK,
    NEARED,
    OBSTACLE,
    PURPOSE,
    STRAY,
    STRUCK,
    TONGUE,
    TRAVELLER,
)
from firebreak.core.phrase.kinds import (
    COUNT,
    DESK,
    DISTANCE_M,
    HEADING,
    HOURS,
    INSTANT,
    MINUTES,
    NUMBER,
    PLACE,
    Kind,
)


class Group(StrEnum):
    """What a phrase is for; consoles offer them in this order."""

    DANGER = "danger"
    INTENT = "intent"
    INCIDENT = "incident"
    REQUEST = "request"
    ANSWER = "answer"
    LINE = "line"


@dataclass(frozen=True, slots=True)
class Phrase:
    """One agreed phrase: what it is for and what it must be given, in the order it travels."""

    id: str
    group: Group
    parameters: tuple[tuple[str, Kind], ...]

    @property
    def description(self) -> str:
        """One line for the hash of the book."""
        return " ".join(
            ["phrase", self.id, *(f"{name}=({kind.description})" for name, kind in self.parameters)]
        )


def _phrase(id: str, group: Group, **parameters: Kind) -> Phrase:  # noqa: A002 - it is its id
    return Phrase(id, group, tuple(parameters.items()))


AGREED: Final = (
    _phrase("stop-firing-at", Group.DANGER, place=PLACE, struck=STRUCK),
    _phrase("you-are-approaching", Group.DANGER, neared=NEARED, place=PLACE, distance_m=DISTANCE_M),
    _phrase("keep-clear-of", Group.DANGER, hazard=HAZARD, place=PLACE, radius_m=DISTANCE_M, until=INSTANT),
    _phrase("change-course", Group.DANGER, craft=CRAFT, place=PLACE, heading=HEADING),
    _phrase("we-lost-control-of", Group.DANGER, stray=STRAY, place=PLACE, heading=HEADING, at=INSTANT),
    _phrase(
        "we-are-launching-aircraft", Group.INTENT, count=COUNT, activity=ACTIVITY, place=PLACE, at=INSTANT
    ),
    _phrase(
        "we-will-fire-for-training", Group.INTENT, place=PLACE, radius_m=DISTANCE_M, at=INSTANT, until=INSTANT
    ),
    _phrase("we-are-moving-convoy", Group.INTENT, count=COUNT, start=PLACE, goal=PLACE, at=INSTANT),
    _phrase("we-are-towing", Group.INTENT, place=PLACE, heading=HEADING, distance_m=DISTANCE_M),
    _phrase("search-and-rescue", Group.INTENT, place=PLACE, radius_m=DISTANCE_M, at=INSTANT),
    _phrase(
        "we-are-clearing-mines", Group.INTENT, place=PLACE, radius_m=DISTANCE_M, at=INSTANT, until=INSTANT
    ),
    _phrase("accident-not-attack", Group.INCIDENT, accident=ACCIDENT, place=PLACE, at=INSTANT),
    _phrase("unintended-entry", Group.INCIDENT, craft=CRAFT, cause=CAUSE, place=PLACE, at=INSTANT),
    _phrase("not-our-fire", Group.INCIDENT, place=PLACE, at=INSTANT),
    _phrase("we-rescued-your-people", Group.INCIDENT, count=COUNT, place=PLACE, at=INSTANT),
    _phrase("call-me-now", Group.REQUEST, desk=DESK),
    _phrase("please-confirm-receipt", Group.REQUEST, minutes=MINUTES),
    _phrase("please-explain", Group.REQUEST, place=PLACE, at=INSTANT, hours=HOURS),
    _phrase(
        "please-hold-fire",
        Group.REQUEST,
        purpose=PURPOSE,
        place=PLACE,
        radius_m=DISTANCE_M,
        at=INSTANT,
        until=INSTANT,
    ),
    _phrase(
        "please-let-pass",
        Group.REQUEST,
        traveller=TRAVELLER,
        start=PLACE,
        goal=PLACE,
        at=INSTANT,
        until=INSTANT,
    ),
    _phrase("please-say-again", Group.REQUEST),
    _phrase("interpreter-needed", Group.REQUEST, tongue=TONGUE),
    _phrase("message-passed-to", Group.ANSWER, desk=DESK, at=INSTANT),
    _phrase("cannot-comply", Group.ANSWER, obstacle=OBSTACLE),
    _phrase("we-ceased-fire", Group.ANSWER, place=PLACE, at=INSTANT),
    _phrase("please-wait", Group.ANSWER, minutes=MINUTES),
    _phrase("read-back", Group.ANSWER, place=PLACE),
    _phrase("line-check", Group.LINE, number=NUMBER),
    _phrase("line-check-answer", Group.LINE, number=NUMBER),
    _phrase("use-other-link", Group.LINE, link=LINK),
    _phrase("planned-works", Group.LINE, at=INSTANT, until=INSTANT),
    _phrase("sent-in-error", Group.LINE, at=INSTANT),
)
