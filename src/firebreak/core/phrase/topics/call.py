"""Calls and interpreters."""

from functools import partial
from typing import Final

from firebreak.core.phrase.codewords import LEVEL, TONGUE
from firebreak.core.phrase.definition import Practice, Reaction, Topic, define
from firebreak.core.phrase.kinds import DESK, INSTANT, MINUTES

_phrase: Final = partial(define, Topic.CALL)

CALL: Final = (
    _phrase("call-me-now", Reaction.CALL, Practice.OWN, desk=DESK),
    _phrase("interpreter-needed", Reaction.ANSWER, Practice.OWN, tongue=TONGUE),
    _phrase("call-requested", Reaction.ANSWER, Practice.OWN, level=LEVEL, desk=DESK, at=INSTANT),
    _phrase("call-agreed", Reaction.NOTE, Practice.OWN, at=INSTANT),
    _phrase("call-other-time", Reaction.ANSWER, Practice.OWN, at=INSTANT, proposed=INSTANT),
    _phrase("principal-not-here", Reaction.NOTE, Practice.OWN, desk=DESK, until=INSTANT),
    _phrase("stay-on-line", Reaction.WAIT, Practice.SMCP, minutes=MINUTES),
    _phrase("speak-slowly", Reaction.ACT, Practice.SMCP),
    _phrase("continue-in-writing", Reaction.NOTE, Practice.OWN),
    _phrase("interpreter-ready", Reaction.NOTE, Practice.OWN, tongue=TONGUE, at=INSTANT),
    _phrase("call-broke-off", Reaction.NOTE, Practice.OWN, minutes=MINUTES),
    _phrase("voice-alone-not-enough", Reaction.ACT, Practice.OWN, at=INSTANT),
)
