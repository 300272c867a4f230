"""Exercises, firing, launches and movements, announced before they surprise anybody."""

from functools import partial
from typing import Final

from firebreak.core.phrase.codewords import CHECKED
from firebreak.core.phrase.definition import Practice, Reaction, Topic, define
from firebreak.core.phrase.kinds import COUNT, DISTANCE_M, HEADING, INSTANT, PEOPLE, PLACE

_phrase: Final = partial(define, Topic.EXERCISE)

EXERCISE: Final = (
    _phrase(
        "we-will-fire-for-training",
        Reaction.CLEAR,
        Practice.OWN,
        place=PLACE,
        radius_m=DISTANCE_M,
        at=INSTANT,
        until=INSTANT,
    ),
    _phrase(
        "we-are-moving-convoy",
        Reaction.INFORM,
        Practice.OWN,
        count=COUNT,
        start=PLACE,
        goal=PLACE,
        at=INSTANT,
    ),
    _phrase(
        "we-are-clearing-mines",
        Reaction.NOTE,
        Practice.OWN,
        place=PLACE,
        radius_m=DISTANCE_M,
        at=INSTANT,
        until=INSTANT,
    ),
    _phrase(
        "exercise-begins",
        Reaction.INFORM,
        Practice.NRRC,
        place=PLACE,
        radius_m=DISTANCE_M,
        at=INSTANT,
        until=INSTANT,
    ),
    _phrase(
        "exercise-forces", Reaction.NOTE, Practice.NRRC, count=COUNT, people=PEOPLE, place=PLACE, at=INSTANT
    ),
    _phrase("exercise-ended", Reaction.NOTE, Practice.NRRC, place=PLACE, at=INSTANT),
    _phrase("exercise-cancelled", Reaction.NOTE, Practice.NRRC, place=PLACE, at=INSTANT),
    _phrase(
        "missile-exercise",
        Reaction.CLEAR,
        Practice.INCSEA,
        "UY2",
        place=PLACE,
        bearing=HEADING,
        at=INSTANT,
        until=INSTANT,
    ),
    _phrase(
        "gunnery-exercise",
        Reaction.CLEAR,
        Practice.INCSEA,
        "UY3",
        place=PLACE,
        bearing=HEADING,
        at=INSTANT,
        until=INSTANT,
    ),
    _phrase(
        "explosive-charges",
        Reaction.CLEAR,
        Practice.INCSEA,
        "UY4",
        place=PLACE,
        radius_m=DISTANCE_M,
        at=INSTANT,
        until=INSTANT,
    ),
    _phrase(
        "torpedo-exercise",
        Reaction.CLEAR,
        Practice.INCSEA,
        "UY5",
        place=PLACE,
        bearing=HEADING,
        at=INSTANT,
        until=INSTANT,
    ),
    _phrase(
        "landing-exercise",
        Reaction.CLEAR,
        Practice.INCSEA,
        "UY7",
        place=PLACE,
        radius_m=DISTANCE_M,
        at=INSTANT,
        until=INSTANT,
    ),
    _phrase(
        "weapon-system-check",
        Reaction.NOTE,
        Practice.INCSEA,
        "UY10",
        "UY11",
        checked=CHECKED,
        place=PLACE,
        until=INSTANT,
    ),
    _phrase(
        "towed-target-firing",
        Reaction.CLEAR,
        Practice.INCSEA,
        "UY12",
        place=PLACE,
        bearing=HEADING,
        at=INSTANT,
        until=INSTANT,
    ),
    _phrase(
        "missile-test-launch",
        Reaction.CLEAR,
        Practice.NRRC,
        start=PLACE,
        goal=PLACE,
        at=INSTANT,
        until=INSTANT,
    ),
    _phrase(
        "space-launch", Reaction.CLEAR, Practice.NRRC, start=PLACE, heading=HEADING, at=INSTANT, until=INSTANT
    ),
    _phrase("launch-postponed", Reaction.NOTE, Practice.NRRC, start=PLACE, at=INSTANT, until=INSTANT),
    _phrase(
        "flares-for-light",
        Reaction.NOTE,
        Practice.OWN,
        place=PLACE,
        radius_m=DISTANCE_M,
        at=INSTANT,
        until=INSTANT,
    ),
    _phrase(
        "controlled-explosion", Reaction.NOTE, Practice.OWN, place=PLACE, radius_m=DISTANCE_M, at=INSTANT
    ),
)
