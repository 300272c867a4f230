"""What the suspension and the end of a line say. Only an officer suspends, restores or closes."""

from dataclasses import dataclass
from enum import IntEnum
from typing import ClassVar, Final

from firebreak.core.base.shape import Choice, Number, Text, item
from firebreak.core.envelope.kinds import Kind
from firebreak.core.envelope.officer import Action, StatedBody

REASON_CODE_POINTS_MAX: Final = 1_000
CONTACT_CODE_POINTS_MAX: Final = 200


class Scope(IntEnum):
    """What is suspended. Line checks, receipts and everything of flash precedence never are."""

    ALL = 1
    "Everything that people send."
    VOICE = 2
    "Calls and call requests."
    MESSAGES = 3
    NOTICES = 4
    ALL_BUT_EMERGENCY = 5
    "Everything below immediate precedence."


@dataclass(frozen=True, slots=True, kw_only=True)
class LineSuspend(StatedBody):
    """A party suspends the line, says what of it, and which contact stays."""

    ACTION: ClassVar[Action] = Action.SUSPEND

    scope: Scope = item(2, Choice(Scope))
    reason: str = item(3, Text(most=REASON_CODE_POINTS_MAX), default="")
    until: int = item(4, Number(least=1), default=0)
    "Milliseconds UTC; 0 for until further notice."
    contact: str = item(5, Text(most=CONTACT_CODE_POINTS_MAX), default="")
    "Desk or other means by which the party can still be reached."


@dataclass(frozen=True, slots=True, kw_only=True)
class LineRestore(StatedBody):
    """The party that suspended the line restores it."""

    ACTION: ClassVar[Action] = Action.RESTORE

    text: str = item(2, Text(most=REASON_CODE_POINTS_MAX), default="")


@dataclass(frozen=True, slots=True, kw_only=True)
class LineClose(StatedBody):
    """A party ends the line for good. A new one begins with a new ceremony."""

    ACTION: ClassVar[Action] = Action.CLOSE

    reason: str = item(2, Text(most=REASON_CODE_POINTS_MAX), default="")


VOICE: Final = frozenset({Kind.CALL_OFFER, Kind.CALL_REQUEST, Kind.VOICE_NOTE})
NOTICES: Final = frozenset({Kind.NOTICE, Kind.EXPLANATION_ASKED, Kind.INCIDENT})
WRITTEN: Final = frozenset({Kind.MESSAGE, Kind.STATEMENT, Kind.MATCHING_PROPOSED}) | NOTICES
OPENINGS: Final = VOICE | WRITTEN
"Kinds with which people begin something. Whatever answers or ends what was begun is never suspended."

SUSPENDED_KINDS: Final[dict[Scope, frozenset[Kind]]] = {
    Scope.ALL: OPENINGS,
    Scope.VOICE: VOICE,
    Scope.MESSAGES: frozenset({Kind.MESSAGE, Kind.STATEMENT}),
    Scope.NOTICES: NOTICES,
    Scope.ALL_BUT_EMERGENCY: OPENINGS,
}
