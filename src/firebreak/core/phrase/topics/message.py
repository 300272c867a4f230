"""About messages: understood, repeated, answered, corrected."""

from functools import partial
from typing import Final

from firebreak.core.phrase.codewords import CRAFT, OBSTACLE, TONGUE
from firebreak.core.phrase.definition import Practice, Reaction, Topic, define
from firebreak.core.phrase.kinds import DESK, HEADING, INSTANT, MINUTES, PLACE, SPEED_KN

_phrase: Final = partial(define, Topic.MESSAGE)

MESSAGE: Final = (
    _phrase("please-confirm-receipt", Reaction.ANSWER, Practice.OWN, minutes=MINUTES),
    _phrase("please-say-again", Reaction.REPEAT, Practice.SMCP),
    _phrase("message-passed-to", Reaction.NONE, Practice.OWN, desk=DESK, at=INSTANT),
    _phrase("cannot-comply", Reaction.NOTE, Practice.ICAO, "CAN NOT", obstacle=OBSTACLE),
    _phrase("please-wait", Reaction.WAIT, Practice.SMCP, "STAND BY", minutes=MINUTES),
    _phrase("read-back", Reaction.READ_BACK, Practice.SMCP, place=PLACE),
    _phrase("sent-in-error", Reaction.NONE, Practice.OWN, at=INSTANT),
    _phrase("understood", Reaction.NONE, Practice.SMCP, at=INSTANT),
    _phrase("received-not-understood", Reaction.REPEAT, Practice.SMCP, at=INSTANT),
    _phrase("we-will-comply", Reaction.NONE, Practice.ICAO, "WILCO", at=INSTANT, until=INSTANT),
    _phrase("done-as-asked", Reaction.NONE, Practice.OWN, at=INSTANT, done=INSTANT),
    _phrase("position-right", Reaction.NONE, Practice.SMCP, place=PLACE),
    _phrase("position-wrong", Reaction.READ_BACK, Practice.SMCP, place=PLACE),
    _phrase("time-wrong", Reaction.CHECK, Practice.SMCP, at=INSTANT, right=INSTANT),
    _phrase("answer-by", Reaction.NONE, Practice.OWN, at=INSTANT, until=INSTANT),
    _phrase("please-answer-by", Reaction.ANSWER, Practice.OWN, at=INSTANT, until=INSTANT),
    _phrase("please-send-position", Reaction.ANSWER, Practice.SMCP, craft=CRAFT, at=INSTANT),
    _phrase(
        "here-is-our-position",
        Reaction.READ_BACK,
        Practice.SMCP,
        craft=CRAFT,
        place=PLACE,
        heading=HEADING,
        speed_kn=SPEED_KN,
        at=INSTANT,
    ),
    _phrase("please-pass-on", Reaction.ACT, Practice.OWN, desk=DESK, minutes=MINUTES),
    _phrase("being-stopped", Reaction.NONE, Practice.OWN, place=PLACE, minutes=MINUTES),
    _phrase("translation-follows", Reaction.NONE, Practice.OWN, tongue=TONGUE, at=INSTANT, until=INSTANT),
)
