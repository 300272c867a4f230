"""What an officer may ask to sign about notices, questions and incidents; the node reads the forms."""

from typing import Annotated, Any, Literal

from pydantic import Field

from firebreak.console.fields import Desk, Hash, Instant, Language, Note, PrecedenceName, Text
from firebreak.console.strict import Strict

Form = Annotated[dict[str, Any], Field(max_length=40)]
"Of a notice, or an area, as docs/desk-socket.md has them: the node names what is wrong in one."
NameStart = Annotated[str, Field(pattern="^[0-9a-f]{1,64}$")]
"The beginning of a name in hexadecimal, as people type it."


class Issue(Strict):
    """We announce this; or this takes the place of what we announced."""

    what: Literal["notice.issue"]
    form: Form
    replaces: Hash | None = None
    precedence: PrecedenceName = "routine"


class CancelNotice(Strict):
    """What we announced does not hold any more."""

    what: Literal["notice.cancel"]
    notice: Hash
    text: Note = ""


class AnswerNotice(Strict):
    """What we say to what they announced."""

    what: Literal["notice.answer"]
    notice: Hash
    word: Literal["confirm", "acknowledge", "comply", "reject"]
    reason: Annotated[str, Field(max_length=40)] | None = None
    text: Note = ""
    desk: Desk | None = None
    all: bool = False
    "Confirm every place as this node worked it out."
    places: Annotated[
        list[Annotated[str, Field(pattern="^[0-9]{1,4}=[0-9]{1,2}$")]], Field(max_length=64)
    ] = Field(default_factory=list[str])
    "Places as a person heard them: number and check digits, `3=47`."


class PassedOn(Strict):
    """We passed it on to somebody, at an hour."""

    what: Literal["notice.passed"]
    notice: Hash
    to: Annotated[str, Field(min_length=1, max_length=200)]
    passed_at: Instant | None = None
    text: Note = ""


class Renew(Strict):
    """What we announced is still so."""

    what: Literal["notice.renew"]
    notice: Hash
    confirm_by: Instant
    text: Note = ""


class AskExplanation(Strict):
    """We ask for an explanation, with a clock."""

    what: Literal["explanation.ask"]
    question: Text
    basis: Text = ""
    area: Form | None = None
    desk: Desk | None = None
    reply_by: Instant | None = None
    language: Language = ""
    notices: Annotated[list[NameStart], Field(max_length=16)] = Field(default_factory=list[str])
    precedence: PrecedenceName = "routine"


class Explain(Strict):
    """We explain what they asked about."""

    what: Literal["explanation.reply"]
    ask: NameStart
    text: Text
    language: Language = ""
    meeting: Note = ""
    area: Form | None = None


class ReportIncident(Strict):
    """Our version of an incident."""

    what: Literal["incident.report"]
    incident: NameStart | None = None
    from_at: Instant
    until_at: Instant | None = None
    area: Form | None = None
    objects: Note = ""
    texts: Annotated[dict[Language, Text], Field(max_length=8)] = Field(default_factory=dict[str, str])
    damage: Note = ""


NoticeAct = Issue | CancelNotice | AnswerNotice | PassedOn | Renew | AskExplanation | Explain | ReportIncident
