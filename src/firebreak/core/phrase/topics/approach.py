"""Close approach: who is near whom, and what both will do."""

from functools import partial
from typing import Final

from firebreak.core.phrase.codewords import CRAFT
from firebreak.core.phrase.definition import Practice, Reaction, Topic, define
from firebreak.core.phrase.kinds import CALLSIGN, DISTANCE_M, HEADING, INSTANT, PLACE, SPEED_KN

_phrase: Final = partial(define, Topic.APPROACH)

APPROACH: Final = (
    _phrase(
        "your-craft-is-close",
        Reaction.ACT,
        Practice.DMA,
        craft=CRAFT,
        distance_m=DISTANCE_M,
        bearing=HEADING,
        place=PLACE,
        at=INSTANT,
    ),
    _phrase(
        "please-keep-distance", Reaction.ACT, Practice.INCSEA, craft=CRAFT, distance_m=DISTANCE_M, place=PLACE
    ),
    _phrase(
        "we-keep-distance", Reaction.NOTE, Practice.INCSEA, craft=CRAFT, distance_m=DISTANCE_M, place=PLACE
    ),
    _phrase(
        "closest-approach",
        Reaction.CHECK,
        Practice.OWN,
        craft=CRAFT,
        distance_m=DISTANCE_M,
        place=PLACE,
        at=INSTANT,
    ),
    _phrase(
        "we-are-observing",
        Reaction.NOTE,
        Practice.INCSEA,
        craft=CRAFT,
        place=PLACE,
        at=INSTANT,
        until=INSTANT,
    ),
    _phrase(
        "your-manoeuvre-was-dangerous",
        Reaction.CHECK,
        Practice.INCSEA,
        craft=CRAFT,
        distance_m=DISTANCE_M,
        place=PLACE,
        at=INSTANT,
    ),
    _phrase("state-your-intentions", Reaction.ANSWER, Practice.SMCP, craft=CRAFT, place=PLACE, at=INSTANT),
    _phrase(
        "we-keep-course-and-speed",
        Reaction.NOTE,
        Practice.SMCP,
        craft=CRAFT,
        heading=HEADING,
        speed_kn=SPEED_KN,
        place=PLACE,
    ),
    _phrase("we-are-turning-away", Reaction.NOTE, Practice.SMCP, craft=CRAFT, heading=HEADING, place=PLACE),
    _phrase(
        "identify-craft", Reaction.ANSWER, Practice.DMA, craft=CRAFT, place=PLACE, heading=HEADING, at=INSTANT
    ),
    _phrase("craft-is-ours", Reaction.NOTE, Practice.OWN, craft=CRAFT, callsign=CALLSIGN, place=PLACE),
    _phrase("craft-is-not-ours", Reaction.NOTE, Practice.OWN, craft=CRAFT, place=PLACE, at=INSTANT),
    _phrase(
        "we-stay-on-our-side",
        Reaction.NOTE,
        Practice.OWN,
        craft=CRAFT,
        place=PLACE,
        at=INSTANT,
        until=INSTANT,
    ),
)
