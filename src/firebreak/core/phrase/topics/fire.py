"""Fire, cease-fire and withdrawal."""

from functools import partial
from typing import Final

from firebreak.core.phrase.codewords import MOVED, OBSTACLE, PURPOSE
from firebreak.core.phrase.definition import Practice, Reaction, Topic, define
from firebreak.core.phrase.kinds import DISTANCE_M, INSTANT, MINUTES, PLACE

_phrase: Final = partial(define, Topic.FIRE)

FIRE: Final = (
    _phrase(
        "please-hold-fire",
        Reaction.ANSWER,
        Practice.OWN,
        purpose=PURPOSE,
        place=PLACE,
        radius_m=DISTANCE_M,
        at=INSTANT,
        until=INSTANT,
    ),
    _phrase("we-ceased-fire", Reaction.NOTE, Practice.OWN, place=PLACE, at=INSTANT),
    _phrase(
        "ceasefire-proposed",
        Reaction.ANSWER,
        Practice.OWN,
        place=PLACE,
        radius_m=DISTANCE_M,
        at=INSTANT,
        until=INSTANT,
    ),
    _phrase("ceasefire-accepted", Reaction.ACT, Practice.OWN, place=PLACE, at=INSTANT, until=INSTANT),
    _phrase("ceasefire-not-possible", Reaction.NOTE, Practice.OWN, obstacle=OBSTACLE, until=INSTANT),
    _phrase("ceasefire-ordered", Reaction.INFORM, Practice.OWN, place=PLACE, at=INSTANT),
    _phrase("ceasefire-extended", Reaction.ANSWER, Practice.OWN, place=PLACE, until=INSTANT),
    _phrase("ceasefire-ends-as-agreed", Reaction.INFORM, Practice.OWN, place=PLACE, at=INSTANT),
    _phrase("fire-during-ceasefire", Reaction.STOP, Practice.OWN, place=PLACE, at=INSTANT, minutes=MINUTES),
    _phrase("we-are-not-returning-fire", Reaction.NOTE, Practice.OWN, place=PLACE, at=INSTANT),
    _phrase("we-are-halting", Reaction.INFORM, Practice.OWN, place=PLACE, at=INSTANT),
    _phrase(
        "we-are-withdrawing",
        Reaction.INFORM,
        Practice.OWN,
        moved=MOVED,
        start=PLACE,
        goal=PLACE,
        at=INSTANT,
        until=INSTANT,
    ),
)
