"""Protected sites, convoys, corridors, people handed over."""

from functools import partial
from typing import Final

from firebreak.core.phrase.codewords import CLOSURE, SITE, TRAVELLER
from firebreak.core.phrase.definition import Practice, Reaction, Topic, define
from firebreak.core.phrase.kinds import CALLSIGN, COUNT, DISTANCE_M, INSTANT, MINUTES, PEOPLE, PLACE

_phrase: Final = partial(define, Topic.AID)

AID: Final = (
    _phrase(
        "please-let-pass",
        Reaction.ANSWER,
        Practice.HNS,
        traveller=TRAVELLER,
        start=PLACE,
        goal=PLACE,
        at=INSTANT,
        until=INSTANT,
    ),
    _phrase("protected-site", Reaction.CLEAR, Practice.HNS, site=SITE, place=PLACE, radius_m=DISTANCE_M),
    _phrase("protected-site-confirmed", Reaction.NOTE, Practice.HNS, place=PLACE, until=INSTANT),
    _phrase("protected-site-closed", Reaction.NOTE, Practice.HNS, place=PLACE, at=INSTANT),
    _phrase(
        "aid-convoy-route",
        Reaction.CLEAR,
        Practice.HNS,
        count=COUNT,
        callsign=CALLSIGN,
        start=PLACE,
        goal=PLACE,
        at=INSTANT,
    ),
    _phrase("convoy-arrived", Reaction.NOTE, Practice.HNS, callsign=CALLSIGN, place=PLACE, at=INSTANT),
    _phrase("convoy-delayed", Reaction.NOTE, Practice.HNS, callsign=CALLSIGN, minutes=MINUTES, place=PLACE),
    _phrase("convoy-stopped", Reaction.ACT, Practice.HNS, callsign=CALLSIGN, place=PLACE, at=INSTANT),
    _phrase(
        "passage-granted",
        Reaction.INFORM,
        Practice.HNS,
        traveller=TRAVELLER,
        start=PLACE,
        goal=PLACE,
        at=INSTANT,
        until=INSTANT,
    ),
    _phrase(
        "corridor-open", Reaction.INFORM, Practice.HNS, start=PLACE, goal=PLACE, at=INSTANT, until=INSTANT
    ),
    _phrase(
        "corridor-closed", Reaction.INFORM, Practice.HNS, closure=CLOSURE, start=PLACE, goal=PLACE, at=INSTANT
    ),
    _phrase(
        "evacuation-of-civilians",
        Reaction.CLEAR,
        Practice.HNS,
        people=PEOPLE,
        start=PLACE,
        goal=PLACE,
        at=INSTANT,
        until=INSTANT,
    ),
    _phrase("wounded-handover", Reaction.ANSWER, Practice.OWN, count=COUNT, place=PLACE, at=INSTANT),
    _phrase("prisoner-exchange", Reaction.ANSWER, Practice.OWN, count=COUNT, place=PLACE, at=INSTANT),
    _phrase(
        "repair-crew-at-work",
        Reaction.CLEAR,
        Practice.HNS,
        place=PLACE,
        radius_m=DISTANCE_M,
        at=INSTANT,
        until=INSTANT,
    ),
)
