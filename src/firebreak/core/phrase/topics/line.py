"""The line itself: checks, links, keys, watches, suspension."""

from functools import partial
from typing import Final

from firebreak.core.phrase.codewords import LINK, TONGUE
from firebreak.core.phrase.definition import Practice, Reaction, Topic, define
from firebreak.core.phrase.kinds import DESK, HOURS, INSTANT, NUMBER, SECONDS

_phrase: Final = partial(define, Topic.LINE)

LINE: Final = (
    _phrase("line-check", Reaction.ANSWER, Practice.OWN, number=NUMBER),
    _phrase("line-check-answer", Reaction.NONE, Practice.OWN, number=NUMBER),
    _phrase("use-other-link", Reaction.ACT, Practice.OWN, link=LINK),
    _phrase("planned-works", Reaction.NOTE, Practice.OWN, at=INSTANT, until=INSTANT),
    _phrase("check-missed", Reaction.CHECK, Practice.OWN, at=INSTANT),
    _phrase("line-suspended", Reaction.NOTE, Practice.OWN, desk=DESK, at=INSTANT),
    _phrase("line-restored", Reaction.NOTE, Practice.OWN, at=INSTANT),
    _phrase("restore-line-please", Reaction.ANSWER, Practice.OWN, at=INSTANT),
    _phrase("clocks-differ", Reaction.CHECK, Practice.OWN, seconds=SECONDS, at=INSTANT),
    _phrase("do-not-trust-key", Reaction.ACT, Practice.OWN, desk=DESK, at=INSTANT),
    _phrase("link-lost", Reaction.NOTE, Practice.OWN, link=LINK, at=INSTANT),
    _phrase("link-back", Reaction.NOTE, Practice.OWN, link=LINK, at=INSTANT),
    _phrase("watch-changes", Reaction.NOTE, Practice.OWN, desk=DESK, at=INSTANT),
    _phrase("watch-taken", Reaction.NOTE, Practice.OWN, desk=DESK, tongue=TONGUE, at=INSTANT),
    _phrase("desk-not-staffed", Reaction.NOTE, Practice.OWN, desk=DESK, at=INSTANT, until=INSTANT),
    _phrase("on-battery", Reaction.NOTE, Practice.OWN, hours=HOURS, at=INSTANT),
    _phrase("exercise-traffic", Reaction.NOTE, Practice.OWN, at=INSTANT, until=INSTANT),
    _phrase("real-not-exercise", Reaction.ACT, Practice.OWN, at=INSTANT),
    _phrase("all-quiet", Reaction.NONE, Practice.OWN, at=INSTANT),
)
