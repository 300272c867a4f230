"""What stands in a request for a call and in the replies to it (`spec/call.md`)."""

from dataclasses import dataclass
from enum import IntEnum
from typing import ClassVar, Final

from firebreak.core.base.errors import LocalError
from firebreak.core.base.shape import Body, Choice, Inside, Number, Octets, Several, Text, item
from firebreak.core.call.bodies import DESK, NOTE_CODE_POINTS_MAX, Reason
from firebreak.core.envelope.officer import Action, StatedBody

REQUEST_ID_BYTES: Final = 16
LEVEL_CODE_POINTS_MAX: Final = 32  # `minister`, `chief_of_staff`: a name of the agreed ladder
LANGUAGE_CODE_POINTS_MAX: Final = 8  # `de`, `uk`, `zh-Hant`
WINDOWS_MAX: Final = 8  # a choice; more is a calendar

REQUEST_ID: Final = Octets(exactly=REQUEST_ID_BYTES)


class SubjectClass(IntEnum):
    """What the principals are to talk about, in the classes of the message catalogue."""

    OTHER = 0
    LINE = 1
    NOTICE = 2
    INCIDENT = 3
    DANGER = 4
    EXPLANATION = 5
    EXERCISE = 6
    HUMANITARIAN = 7
    INFRASTRUCTURE = 8


class Interpreter(IntEnum):
    """Who brings the interpreter."""

    NOBODY = 0
    ASKING_SIDE = 1
    ASKED_SIDE = 2
    BOTH = 3


class Answer(IntEnum):
    """What is replied to a request, or to the time proposed for it."""

    ACCEPT = 1
    PROPOSE = 2
    "Not then, but in the window given."
    DECLINE = 3
    MESSAGE = 4
    "The desk takes a message for its principal; no call is agreed."


@dataclass(frozen=True, slots=True, kw_only=True)
class Window(Body):
    """From when until when a call could be held, milliseconds UTC."""

    opens_at: int = item(1, Number())
    closes_at: int = item(2, Number())

    def __post_init__(self) -> None:
        if self.opens_at >= self.closes_at:
            raise LocalError(
                "the window closes before it opens", code="FB156", hint="give the earlier instant first"
            )


@dataclass(frozen=True, slots=True, kw_only=True)
class CallRequest(StatedBody):
    """An officer asks for a call between principals. Its precedence starts the clock of the reply."""

    ACTION: ClassVar = Action.REQUEST

    request: bytes = item(2, REQUEST_ID)
    level: str = item(3, Text(most=LEVEL_CODE_POINTS_MAX, least=1))
    desk: str = item(4, DESK)
    from_desk: str = item(5, DESK)
    subject: SubjectClass = item(6, Choice(SubjectClass), default=SubjectClass.OTHER)
    windows: tuple[Window, ...] = item(7, Several(Inside(Window), most=WINDOWS_MAX), default=())
    "When it would suit; none means as soon as possible."
    language: str = item(8, Text(most=LANGUAGE_CODE_POINTS_MAX), default="")
    interpreter: Interpreter = item(9, Choice(Interpreter), default=Interpreter.NOBODY)
    text: str = item(10, Text(most=NOTE_CODE_POINTS_MAX), default="")


@dataclass(frozen=True, slots=True, kw_only=True)
class CallReply(StatedBody):
    """An officer replies. The statement names the request, or the proposal, that it replies to."""

    ACTION: ClassVar = Action.REPLY

    request: bytes = item(2, REQUEST_ID)
    answer: Answer = item(3, Choice(Answer))
    window: Window | None = item(4, Inside(Window), default=None)
    "The time that is proposed, or that is chosen among those offered."
    reason: Reason = item(5, Choice(Reason), default=Reason.NONE_GIVEN)
    text: str = item(6, Text(most=NOTE_CODE_POINTS_MAX), default="")
