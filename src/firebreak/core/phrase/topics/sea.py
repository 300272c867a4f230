"""Manoeuvres at sea, after the special signals of the agreements on incidents at sea (groups behind YV1)."""

from functools import partial
from typing import Final

from firebreak.core.phrase.codewords import SIDE
from firebreak.core.phrase.definition import Practice, Reaction, Topic, define
from firebreak.core.phrase.kinds import DISTANCE_M, HEADING, INSTANT, MINUTES, PLACE

_phrase: Final = partial(define, Topic.SEA)

SEA: Final = (
    _phrase(
        "we-are-towing", Reaction.CLEAR, Practice.SMCP, place=PLACE, heading=HEADING, distance_m=DISTANCE_M
    ),
    _phrase("do-not-cross-ahead", Reaction.ACT, Practice.INCSEA, "MH1", place=PLACE, heading=HEADING),
    _phrase("cannot-alter-course", Reaction.INFORM, Practice.INCSEA, "PJ1", "PJ2", side=SIDE, place=PLACE),
    _phrase("steering-failure", Reaction.CLEAR, Practice.INCSEA, "PJ3", place=PLACE, at=INSTANT),
    _phrase("engines-stopped", Reaction.CLEAR, Practice.INCSEA, "QF1", place=PLACE, at=INSTANT),
    _phrase(
        "dangerous-operations",
        Reaction.CLEAR,
        Practice.INCSEA,
        "PP8",
        place=PLACE,
        bearing=HEADING,
        until=INSTANT,
    ),
    _phrase(
        "oceanographic-survey",
        Reaction.CLEAR,
        Practice.INCSEA,
        "IR1",
        place=PLACE,
        radius_m=DISTANCE_M,
        until=INSTANT,
    ),
    _phrase(
        "survey-gear-astern",
        Reaction.CLEAR,
        Practice.INCSEA,
        "IR2",
        distance_m=DISTANCE_M,
        heading=HEADING,
        place=PLACE,
    ),
    _phrase("recovering-gear", Reaction.CLEAR, Practice.INCSEA, "IR3", place=PLACE, minutes=MINUTES),
    _phrase(
        "salvage-operations",
        Reaction.CLEAR,
        Practice.INCSEA,
        "IR4",
        place=PLACE,
        radius_m=DISTANCE_M,
        until=INSTANT,
    ),
    _phrase("refloating-ship", Reaction.CLEAR, Practice.INCSEA, "JH1", place=PLACE, until=INSTANT),
    _phrase("moored-fore-and-aft", Reaction.CLEAR, Practice.INCSEA, "QV2", place=PLACE, radius_m=DISTANCE_M),
    _phrase(
        "anchored-with-gear-out", Reaction.CLEAR, Practice.INCSEA, "QV3", place=PLACE, radius_m=DISTANCE_M
    ),
    _phrase("proceeding-to-anchor", Reaction.NOTE, Practice.INCSEA, "QS6", place=PLACE, heading=HEADING),
    _phrase(
        "will-pass",
        Reaction.NOTE,
        Practice.INCSEA,
        "RT2",
        "RT3",
        side=SIDE,
        distance_m=DISTANCE_M,
        place=PLACE,
    ),
    _phrase(
        "will-overtake",
        Reaction.NOTE,
        Practice.INCSEA,
        "RT4",
        "RT5",
        side=SIDE,
        distance_m=DISTANCE_M,
        place=PLACE,
    ),
    _phrase(
        "formation-manoeuvring",
        Reaction.CLEAR,
        Practice.INCSEA,
        "RT6",
        place=PLACE,
        bearing=HEADING,
        until=INSTANT,
    ),
    _phrase(
        "will-approach-side",
        Reaction.NOTE,
        Practice.INCSEA,
        "RT7",
        "RT8",
        side=SIDE,
        distance_m=DISTANCE_M,
        place=PLACE,
    ),
    _phrase("will-cross-astern", Reaction.NOTE, Practice.INCSEA, "RT9", distance_m=DISTANCE_M, place=PLACE),
    _phrase(
        "turning-soon",
        Reaction.NOTE,
        Practice.INCSEA,
        "RU2",
        "RU3",
        side=SIDE,
        minutes=MINUTES,
        heading=HEADING,
        place=PLACE,
    ),
    _phrase(
        "formation-turning",
        Reaction.CLEAR,
        Practice.INCSEA,
        "RU4",
        "RU5",
        side=SIDE,
        heading=HEADING,
        place=PLACE,
    ),
    _phrase(
        "manoeuvring-exercise",
        Reaction.CLEAR,
        Practice.INCSEA,
        "RU6",
        place=PLACE,
        radius_m=DISTANCE_M,
        until=INSTANT,
    ),
    _phrase(
        "about-to-submerge", Reaction.CLEAR, Practice.INCSEA, "RU7", place=PLACE, heading=HEADING, at=INSTANT
    ),
    _phrase(
        "submarine-surfacing",
        Reaction.CLEAR,
        Practice.INCSEA,
        "RU8",
        place=PLACE,
        radius_m=DISTANCE_M,
        minutes=MINUTES,
    ),
    _phrase("request-course-and-speed", Reaction.ANSWER, Practice.INCSEA, "SL2", place=PLACE, at=INSTANT),
    _phrase("fishery-patrol", Reaction.NOTE, Practice.INCSEA, "TX1", place=PLACE, at=INSTANT, until=INSTANT),
    _phrase(
        "replenishment-at-sea",
        Reaction.CLEAR,
        Practice.INCSEA,
        "UY6",
        place=PLACE,
        heading=HEADING,
        until=INSTANT,
    ),
    _phrase(
        "boats-launching",
        Reaction.CLEAR,
        Practice.INCSEA,
        "UY8",
        place=PLACE,
        radius_m=DISTANCE_M,
        until=INSTANT,
    ),
)
