"""Distress, search and rescue."""

from functools import partial
from typing import Final

from firebreak.core.phrase.codewords import CRAFT
from firebreak.core.phrase.definition import Practice, Reaction, Topic, define
from firebreak.core.phrase.kinds import (
    COUNT,
    DESK,
    DISTANCE_M,
    FREQUENCY_KHZ,
    HEADING,
    INSTANT,
    MINUTES,
    PEOPLE,
    PLACE,
    SPEED_KN,
)

_phrase: Final = partial(define, Topic.RESCUE)

RESCUE: Final = (
    _phrase("search-and-rescue", Reaction.CLEAR, Practice.SMCP, place=PLACE, radius_m=DISTANCE_M, at=INSTANT),
    _phrase("we-rescued-your-people", Reaction.CALL, Practice.SMCP, count=COUNT, place=PLACE, at=INSTANT),
    _phrase(
        "craft-in-distress",
        Reaction.ASSIST,
        Practice.SMCP,
        "MAYDAY",
        craft=CRAFT,
        people=PEOPLE,
        place=PLACE,
        at=INSTANT,
    ),
    _phrase("person-overboard", Reaction.ASSIST, Practice.SMCP, count=COUNT, place=PLACE, at=INSTANT),
    _phrase("medical-help-needed", Reaction.ASSIST, Practice.SMCP, count=COUNT, place=PLACE, at=INSTANT),
    _phrase("tow-needed", Reaction.ASSIST, Practice.SMCP, place=PLACE, heading=HEADING, speed_kn=SPEED_KN),
    _phrase("abandoning-ship", Reaction.ASSIST, Practice.SMCP, people=PEOPLE, place=PLACE, at=INSTANT),
    _phrase(
        "join-search-please",
        Reaction.ANSWER,
        Practice.SMCP,
        place=PLACE,
        radius_m=DISTANCE_M,
        people=PEOPLE,
        at=INSTANT,
    ),
    _phrase("we-join-search", Reaction.NOTE, Practice.SMCP, craft=CRAFT, place=PLACE, minutes=MINUTES),
    _phrase(
        "search-coordinator",
        Reaction.NOTE,
        Practice.SMCP,
        desk=DESK,
        frequency_khz=FREQUENCY_KHZ,
        place=PLACE,
    ),
    _phrase("search-ended", Reaction.NOTE, Practice.SMCP, count=COUNT, place=PLACE, at=INSTANT),
    _phrase("no-one-found", Reaction.NOTE, Practice.SMCP, place=PLACE, at=INSTANT),
)
