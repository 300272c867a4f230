"""Requests for explanation and answers to them."""

from functools import partial
from typing import Final

from firebreak.core.phrase.codewords import DETAIL, MEDIUM, SEEN
from firebreak.core.phrase.definition import Practice, Reaction, Topic, define
from firebreak.core.phrase.kinds import COUNT, HOURS, INSTANT, PLACE

_phrase: Final = partial(define, Topic.EXPLAIN)

EXPLAIN: Final = (
    _phrase("please-explain", Reaction.ANSWER, Practice.VD, place=PLACE, at=INSTANT, hours=HOURS),
    _phrase(
        "explain-activity", Reaction.ANSWER, Practice.VD, seen=SEEN, place=PLACE, at=INSTANT, hours=HOURS
    ),
    _phrase("explanation-follows", Reaction.NOTE, Practice.VD, at=INSTANT, until=INSTANT),
    _phrase("routine-activity", Reaction.NOTE, Practice.VD, place=PLACE, at=INSTANT, until=INSTANT),
    _phrase("explanation-incomplete", Reaction.ANSWER, Practice.VD, detail=DETAIL, at=INSTANT),
    _phrase("visit-offered", Reaction.ANSWER, Practice.VD, count=COUNT, place=PLACE, at=INSTANT),
    _phrase("no-such-activity", Reaction.NOTE, Practice.VD, place=PLACE, at=INSTANT),
    _phrase("report-not-from-us", Reaction.NOTE, Practice.OWN, medium=MEDIUM, at=INSTANT),
)
