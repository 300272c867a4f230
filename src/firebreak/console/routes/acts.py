"""What an officer may ask to sign, one shape for each; bounds are those of the core."""

from typing import Annotated, Literal, TypeVar

from pydantic import BeforeValidator, Field

from firebreak.console.fields import CallId, Desk, Hash, Instant, Language, Note, PrecedenceName
from firebreak.console.routes.noticing import NoticeAct
from firebreak.console.routes.voice_notes import LeaveNote
from firebreak.console.strict import Strict
from firebreak.core.call.asking import LEVEL_CODE_POINTS_MAX
from firebreak.core.call.sound.bodies import DESCRIPTION_BYTES_MAX, LEG_MAX
from firebreak.core.call.sound.course_bodies import MINUTES_CODE_POINTS_MAX
from firebreak.core.linecheck.bodies import CHECK_TEXT_CODE_POINTS_MAX, PATH_CODE_POINTS_MAX
from firebreak.core.linecheck.suspending import CONTACT_CODE_POINTS_MAX
from firebreak.core.linecheck.suspending import REASON_CODE_POINTS_MAX as SUSPENSION_REASON_MAX
from firebreak.core.message.receipts import PARAPHRASE_CODE_POINTS_MAX, REASON_CODE_POINTS_MAX
from firebreak.core.watch.bodies import LANGUAGES_MAX, ROLE_CODE_POINTS_MAX

T = TypeVar("T")


def _spelt(value: object) -> object:
    """Words of several parts may be written with hyphens, as on the command line."""
    return value.replace("-", "_") if isinstance(value, str) else value


Word = Annotated[T, BeforeValidator(_spelt)]
DeclineReason = Word[
    Literal[
        "none_given",
        "busy",
        "off_hours",
        "wrong_level",
        "principal_absent",
        "needs_agenda",
        "not_now",
        "refused",
    ]
]
RefuseReason = Word[
    Literal[
        "none_given",
        "wrong_desk",
        "wrong_level",
        "not_understood",
        "language",
        "suspended",
        "not_accepted",
        "other",
    ]
]
Languages = Annotated[
    list[Annotated[str, Field(min_length=2, max_length=8)]], Field(max_length=LANGUAGES_MAX)
]
Level = Annotated[str, Field(min_length=1, max_length=LEVEL_CODE_POINTS_MAX)]
Path = Annotated[str, Field(max_length=PATH_CODE_POINTS_MAX)]
Reason = Annotated[str, Field(max_length=SUSPENSION_REASON_MAX)]


class Read(Strict):
    """I have read it."""

    what: Literal["read"]
    message: Hash
    desk: Desk | None = None


class Acknowledge(Strict):
    """I have understood it. This is not agreement."""

    what: Literal["acknowledge"]
    message: Hash
    desk: Desk | None = None
    paraphrase: Annotated[str, Field(max_length=PARAPHRASE_CODE_POINTS_MAX)] = ""


class Refuse(Strict):
    """I refuse it."""

    what: Literal["refuse"]
    message: Hash
    desk: Desk | None = None
    reason: RefuseReason = "none_given"
    text: Annotated[str, Field(max_length=REASON_CODE_POINTS_MAX)] = ""


class Answer(Strict):
    """I take the call."""

    what: Literal["answer"]
    call: CallId
    desk: Desk | None = None
    media_key: Hash | None = None
    "Fingerprint of the media key of this console."


class Decline(Strict):
    """I do not take the call, and say so."""

    what: Literal["decline"]
    call: CallId
    desk: Desk | None = None
    reason: DeclineReason = "none_given"
    call_back_at: Instant | None = None
    text: Note = ""


class Busy(Strict):
    """I am in another call."""

    what: Literal["busy"]
    call: CallId
    call_back_at: Instant | None = None


class Request(Strict):
    """We ask for a call between principals."""

    what: Literal["request"]
    desk: Desk | None = None
    from_desk: Desk | None = None
    level: Level | None = None
    subject: Literal[
        "other",
        "line",
        "notice",
        "incident",
        "danger",
        "explanation",
        "exercise",
        "humanitarian",
        "infrastructure",
    ] = "other"
    opens_at: Instant | None = None
    closes_at: Instant | None = None
    language: Language = ""
    interpreter: Word[Literal["nobody", "asking_side", "asked_side", "both"]] = "nobody"
    text: Note = ""
    precedence: PrecedenceName = "routine"


class Reply(Strict):
    """We reply to a request for a call."""

    what: Literal["reply"]
    request: CallId
    answer: Literal["accept", "propose", "decline", "message"]
    opens_at: Instant | None = None
    closes_at: Instant | None = None
    reason: DeclineReason = "none_given"
    text: Note = ""


class _Watch(Strict):
    desk: Desk
    role: Annotated[str, Field(max_length=ROLE_CODE_POINTS_MAX)] = ""
    languages: Languages = Field(default_factory=list[str])


class TakeWatch(_Watch):
    """I hold this desk from now on."""

    what: Literal["watch.take"]


class HandOver(_Watch):
    """I hand this desk over, or leave it."""

    what: Literal["watch.hand-over"]


class Suspend(Strict):
    """We suspend the line, or part of it."""

    what: Literal["suspend"]
    scope: Word[Literal["all", "voice", "messages", "notices", "all_but_emergency"]]
    reason: Reason = ""
    until: Instant | None = None
    contact: Annotated[str, Field(max_length=CONTACT_CODE_POINTS_MAX)] = ""


class Restore(Strict):
    """We restore the line."""

    what: Literal["restore"]
    text: Reason = ""


class Close(Strict):
    """We end the line for good."""

    what: Literal["close"]
    reason: Reason = ""


class Check(Strict):
    """I am here: a check signed by a person."""

    what: Literal["check"]
    desk: Desk | None = None
    path: Path = ""
    text: Annotated[str, Field(max_length=CHECK_TEXT_CODE_POINTS_MAX)] = ""


class Speak(Strict):
    """I speak through this end: my console has its key."""

    what: Literal["call.speak"]
    call: CallId
    leg: Annotated[int, Field(ge=0, le=LEG_MAX)] = 0
    sdp: Literal["offer", "answer"]
    fingerprint: Hash
    description: Annotated[str, Field(min_length=1, max_length=DESCRIPTION_BYTES_MAX)]
    desk: Desk | None = None


class PassCall(Strict):
    """I pass the call on to another officer, who signs too."""

    what: Literal["call.hand-over"]
    call: CallId
    desk: Desk | None = None


class Record(Strict):
    """I ask for a recording, consent to it, or take my consent back."""

    what: Literal["call.record"]
    call: CallId
    consent: Literal["asked", "given", "withdrawn"]


class Minutes(Strict):
    """What was agreed in a call: proposed, or agreed to."""

    what: Literal["call.minutes"]
    call: CallId
    text: Annotated[str, Field(max_length=MINUTES_CODE_POINTS_MAX)] | None = None
    agrees: Hash | None = None


Act = Annotated[
    Read
    | Acknowledge
    | Refuse
    | Answer
    | Decline
    | Busy
    | Request
    | Reply
    | TakeWatch
    | HandOver
    | Suspend
    | Restore
    | Close
    | Check
    | Speak
    | PassCall
    | Record
    | Minutes
    | LeaveNote
    | NoticeAct,
    Field(discriminator="what"),
]
"Anything that an officer signs by itself."
