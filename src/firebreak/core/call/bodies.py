"""What stands in the entries of a call (`spec/call.md`). Voice itself is never among them.

A call is named by 16 random bytes of its caller. What only an officer may state carries the officer's
statement under key 1; everything else is the word of a node.
"""

from dataclasses import dataclass
from enum import IntEnum
from typing import ClassVar, Final

from firebreak.core.base.shape import Body, Choice, Flag, Number, Octets, Text, item
from firebreak.core.envelope.officer import Action, StatedBody

CALL_ID_BYTES: Final = 16
MEDIA_KEY_BYTES: Final = 32  # SHA-256 of the media key of one side
DESK_CODE_POINTS_MAX: Final = 40  # fits one line of a console
SUBJECT_CODE_POINTS_MAX: Final = 120  # what one says before "hello"; more belongs into a message
NOTE_CODE_POINTS_MAX: Final = 500  # a few sentences taken down or given on declining
RING_SECONDS_MIN: Final = 5  # nobody reaches a console sooner
RING_SECONDS_MAX: Final = 180  # longer than any agreed ring; beyond it a timer leaked
RING_SECONDS: Final = 60  # the agreed ring, unless the line agreement says otherwise
CONSOLES_MAX: Final = 1_000  # more than any desk has
SPAN_SECONDS_MAX: Final = 31 * 86_400  # no call and no wait lasts a month

CALL_ID: Final = Octets(exactly=CALL_ID_BYTES)
DESK: Final = Text(most=DESK_CODE_POINTS_MAX, least=1)
MEDIA_KEY: Final = Octets(exactly=MEDIA_KEY_BYTES)
SECONDS: Final = Number(most=SPAN_SECONDS_MAX)


class Reason(IntEnum):
    """Why an officer does not take a call, as the officer codes it. It is never more than their word."""

    NONE_GIVEN = 0
    BUSY = 1
    OFF_HOURS = 2
    WRONG_LEVEL = 3
    PRINCIPAL_ABSENT = 4
    "The one asked for is away; the desk has taken a message."
    NEEDS_AGENDA = 5
    NOT_NOW = 6
    "Not before the instant given as `call_back_at`."
    REFUSED = 7


class Part(IntEnum):
    """The part that the writer of an entry plays in a call."""

    CALLER = 1
    CALLEE = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class CallOffer(Body):
    """The caller's node offers a call. Its precedence stands in the header."""

    call: bytes = item(1, CALL_ID)
    desk: str = item(2, DESK)
    "The desk that is called."
    from_desk: str = item(3, DESK)
    "The caller's desk, the one to call back."
    ring_seconds: int = item(4, Number(least=RING_SECONDS_MIN, most=RING_SECONDS_MAX), default=RING_SECONDS)
    media_key: bytes | None = item(5, MEDIA_KEY, default=None)
    "Fingerprint of the caller's media key; None for a call without sound."
    subject: str = item(6, Text(most=SUBJECT_CODE_POINTS_MAX), default="")


@dataclass(frozen=True, slots=True, kw_only=True)
class CallRinging(Body):
    """The callee's node: consoles of the desk sound."""

    call: bytes = item(1, CALL_ID)
    consoles: int = item(2, Number(least=1, most=CONSOLES_MAX))


@dataclass(frozen=True, slots=True, kw_only=True)
class CallAnswer(StatedBody):
    """An officer of the callee takes the call."""

    ACTION: ClassVar = Action.ANSWER

    call: bytes = item(2, CALL_ID)
    desk: str = item(3, DESK)
    "The desk where it is taken."
    media_key: bytes | None = item(4, MEDIA_KEY, default=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class CallDecline(StatedBody):
    """An officer of the callee does not take the call and says so. This is contact."""

    ACTION: ClassVar = Action.DECLINE

    call: bytes = item(2, CALL_ID)
    desk: str = item(3, DESK)
    reason: Reason = item(4, Choice(Reason), default=Reason.NONE_GIVEN)
    call_back_at: int | None = item(5, Number(), default=None)
    "Milliseconds UTC at which the caller is asked to try again."
    message: str = item(6, Text(most=NOTE_CODE_POINTS_MAX), default="")


@dataclass(frozen=True, slots=True, kw_only=True)
class CallBusy(StatedBody):
    """An officer of the callee is in another call; no line is ever busy by itself."""

    ACTION: ClassVar = Action.BUSY

    call: bytes = item(2, CALL_ID)
    desk: str = item(3, DESK)
    call_back_at: int | None = item(4, Number(), default=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class CallNoAnswer(Body):
    """The callee's node: the consoles have sounded for the whole ring time and nobody came."""

    call: bytes = item(1, CALL_ID)
    rang_seconds: int = item(2, SECONDS)
    late: bool = item(3, Flag(), default=False)
    "The node was down or stalled meanwhile: it rang at most so long."


@dataclass(frozen=True, slots=True, kw_only=True)
class CallUnattended(Body):
    """The callee's node: no officer is logged in at that desk, so nothing sounded."""

    call: bytes = item(1, CALL_ID)
    desk: str = item(2, DESK)
    late: bool = item(3, Flag(), default=False)
    "The node itself was down or stalled while it should have rung."


@dataclass(frozen=True, slots=True, kw_only=True)
class CallCancel(Body):
    """The caller gives up: the outcome *withdrawn*, unless the callee's word says more."""

    call: bytes = item(1, CALL_ID)
    by_timer: bool = item(2, Flag(), default=False)
    "Nobody hung up; the ring time passed without a word from the other side."
    late: bool = item(3, Flag(), default=False)
    "The caller's node was down or stalled when it should have given up."


@dataclass(frozen=True, slots=True, kw_only=True)
class CallUnreachable(Body):
    """The caller's own observation: no sign of their node while the call was offered."""

    call: bytes = item(1, CALL_ID)
    tried_seconds: int = item(2, SECONDS)


@dataclass(frozen=True, slots=True, kw_only=True)
class CallEnd(Body):
    """One side hangs up, or closes its own account of a call that the other side has ended."""

    call: bytes = item(1, CALL_ID)
    by: Part = item(2, Choice(Part))
    seconds: int = item(3, SECONDS)
    "How long it lasted, by the writer's clock."
    media_up: bool = item(4, Flag(), default=False)
    "Whether the writer's node had sound from the other side."


@dataclass(frozen=True, slots=True, kw_only=True)
class CallGlare(Body):
    """Both sides called each other at once; the writer gives up its own call for the other one."""

    call: bytes = item(1, CALL_ID)
    kept: bytes = item(2, CALL_ID)
