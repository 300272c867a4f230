"""Accidents and incidents, and what follows them."""

from functools import partial
from typing import Final

from firebreak.core.phrase.codewords import ACCIDENT, CAUSE, CRAFT, HARMED, LEVEL
from firebreak.core.phrase.definition import Practice, Reaction, Topic, define
from firebreak.core.phrase.kinds import COUNT, INJURED, INSTANT, PLACE

_phrase: Final = partial(define, Topic.INCIDENT)

INCIDENT: Final = (
    _phrase("accident-not-attack", Reaction.INFORM, Practice.OWN, accident=ACCIDENT, place=PLACE, at=INSTANT),
    _phrase(
        "unintended-entry", Reaction.INFORM, Practice.DMA, craft=CRAFT, cause=CAUSE, place=PLACE, at=INSTANT
    ),
    _phrase("not-our-fire", Reaction.NOTE, Practice.OWN, place=PLACE, at=INSTANT),
    _phrase(
        "damage-on-our-side",
        Reaction.CHECK,
        Practice.OWN,
        harmed=HARMED,
        injured=INJURED,
        place=PLACE,
        at=INSTANT,
    ),
    _phrase("no-one-hurt", Reaction.NOTE, Practice.OWN, place=PLACE, at=INSTANT),
    _phrase("our-fire-by-mistake", Reaction.INFORM, Practice.OWN, place=PLACE, at=INSTANT),
    _phrase("we-are-investigating", Reaction.NOTE, Practice.OWN, place=PLACE, at=INSTANT, until=INSTANT),
    _phrase("our-account-follows", Reaction.NOTE, Practice.INCSEA, place=PLACE, at=INSTANT, until=INSTANT),
    _phrase("keep-the-evidence", Reaction.ACT, Practice.OWN, place=PLACE, at=INSTANT),
    _phrase("meeting-proposed", Reaction.ANSWER, Practice.INCSEA, level=LEVEL, place=PLACE, at=INSTANT),
    _phrase("crossed-by-mistake", Reaction.ACT, Practice.DMA, count=COUNT, place=PLACE, at=INSTANT),
    _phrase("we-hold-your-people", Reaction.NOTE, Practice.DMA, count=COUNT, place=PLACE, at=INSTANT),
    _phrase("return-of-craft", Reaction.ANSWER, Practice.DMA, craft=CRAFT, place=PLACE, at=INSTANT),
)
