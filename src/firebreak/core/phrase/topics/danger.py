"""Danger now: what is said first, in a flash message."""

from functools import partial
from typing import Final

from firebreak.core.phrase.codewords import (
    CRAFT,
    DISTURBED,
    ENDANGERED,
    HAZARD,
    NEARED,
    STRAY,
    STRUCK,
    SUBSTANCE,
    THREATENED,
    UNKNOWN,
    WEAPON,
)
from firebreak.core.phrase.definition import Practice, Reaction, Topic, define
from firebreak.core.phrase.kinds import DISTANCE_M, FREQUENCY_KHZ, HEADING, INSTANT, MINUTES, PLACE

_phrase: Final = partial(define, Topic.DANGER)

DANGER: Final = (
    _phrase("stop-firing-at", Reaction.STOP, Practice.OWN, place=PLACE, struck=STRUCK),
    _phrase(
        "you-are-approaching", Reaction.CLEAR, Practice.DMA, neared=NEARED, place=PLACE, distance_m=DISTANCE_M
    ),
    _phrase(
        "keep-clear-of",
        Reaction.CLEAR,
        Practice.SMCP,
        hazard=HAZARD,
        place=PLACE,
        radius_m=DISTANCE_M,
        until=INSTANT,
    ),
    _phrase("change-course", Reaction.ACT, Practice.SMCP, craft=CRAFT, place=PLACE, heading=HEADING),
    _phrase(
        "we-lost-control-of",
        Reaction.WARN,
        Practice.NRRC,
        stray=STRAY,
        place=PLACE,
        heading=HEADING,
        at=INSTANT,
    ),
    _phrase("laser-danger", Reaction.ACT, Practice.DMA, endangered=ENDANGERED, place=PLACE, at=INSTANT),
    _phrase(
        "interference-danger",
        Reaction.ACT,
        Practice.DMA,
        disturbed=DISTURBED,
        frequency_khz=FREQUENCY_KHZ,
        place=PLACE,
    ),
    _phrase("weapons-pointed-at-us", Reaction.ACT, Practice.INCSEA, weapon=WEAPON, place=PLACE, at=INSTANT),
    _phrase(
        "unknown-object-towards-you",
        Reaction.CHECK,
        Practice.OWN,
        unknown=UNKNOWN,
        place=PLACE,
        heading=HEADING,
        at=INSTANT,
    ),
    _phrase(
        "launched-in-error", Reaction.WARN, Practice.NRRC, stray=STRAY, start=PLACE, goal=PLACE, at=INSTANT
    ),
    _phrase(
        "fire-close-to",
        Reaction.STOP,
        Practice.OWN,
        threatened=THREATENED,
        distance_m=DISTANCE_M,
        place=PLACE,
        at=INSTANT,
    ),
    _phrase(
        "collision-risk",
        Reaction.ACT,
        Practice.SMCP,
        craft=CRAFT,
        distance_m=DISTANCE_M,
        minutes=MINUTES,
        place=PLACE,
    ),
    _phrase(
        "move-people-away",
        Reaction.ACT,
        Practice.OWN,
        hazard=HAZARD,
        place=PLACE,
        radius_m=DISTANCE_M,
        until=INSTANT,
    ),
    _phrase(
        "drifting-mine-sighted", Reaction.INFORM, Practice.SMCP, place=PLACE, heading=HEADING, at=INSTANT
    ),
    _phrase(
        "gas-cloud",
        Reaction.WARN,
        Practice.OWN,
        substance=SUBSTANCE,
        place=PLACE,
        bearing=HEADING,
        at=INSTANT,
    ),
    _phrase("danger-over", Reaction.NOTE, Practice.OWN, place=PLACE, at=INSTANT),
)
