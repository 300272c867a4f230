"""Questions about what happened, and what each side says of it."""

from dataclasses import dataclass
from typing import ClassVar, Final

from firebreak.core.base.shape import Inside, Number, Octets, Several, Text, item
from firebreak.core.base.text import TEXT_CODE_POINTS_MAX
from firebreak.core.envelope.officer import Action, StatedBody
from firebreak.core.geo.area import NOWHERE, Area
from firebreak.core.notice.bodies import DESK, NAME, NOTE, REFERENCES_MAX, SHORT, Wording

INCIDENT_ID_BYTES: Final = 16
LANGUAGES_MAX: Final = 8
MEDIA_MAX: Final = 32


@dataclass(frozen=True, slots=True, kw_only=True)
class ExplanationAsk(StatedBody):
    """An officer asks for an explanation, and by when."""

    ACTION: ClassVar = Action.INQUIRE

    from_desk: str = item(2, DESK)
    desk: str = item(3, DESK)
    question: str = item(4, Text(most=TEXT_CODE_POINTS_MAX, least=1))
    basis: str = item(5, Text(most=NOTE), default="")
    "The agreement and article under which it is asked."
    area: Area = item(6, Inside(Area), default=NOWHERE)
    reply_by: int = item(7, Number(least=1))
    language: str = item(8, Text(most=8), default="")
    about: tuple[bytes, ...] = item(9, Several(NAME, most=REFERENCES_MAX), default=())
    "Hashes of entries that it is about."
    follows: bytes | None = item(11, NAME, default=None)
    "The reply that it asks on from."
    asked_by: str = item(12, Text(most=SHORT), default="")
    "For whom it is asked, by role."


@dataclass(frozen=True, slots=True, kw_only=True)
class ExplanationReply(StatedBody):
    """An officer explains, or says what hinders it."""

    ACTION: ClassVar = Action.EXPLAIN

    ask: bytes = item(2, NAME)
    text: str = item(3, Text(most=TEXT_CODE_POINTS_MAX, least=1))
    language: str = item(4, Text(most=8), default="")
    meeting: str = item(5, Text(most=SHORT), default="")
    "A meeting that is proposed instead, or besides."
    area: Area = item(6, Inside(Area), default=NOWHERE)


@dataclass(frozen=True, slots=True, kw_only=True)
class IncidentReport(StatedBody):
    """One side's version of an incident. Its newest version counts; none overwrites an earlier one."""

    ACTION: ClassVar = Action.REPORT

    incident: bytes = item(2, Octets(exactly=INCIDENT_ID_BYTES))
    "Drawn by whoever reports first; the other side names the same."
    from_at: int = item(3, Number(least=1))
    until_at: int = item(4, Number(least=1))
    area: Area = item(5, Inside(Area), default=NOWHERE)
    objects: str = item(6, Text(most=NOTE), default="")
    versions: tuple[Wording, ...] = item(7, Several(Inside(Wording), most=LANGUAGES_MAX))
    "What happened, as this side has it, in one language or more."
    damage: str = item(8, Text(most=NOTE), default="")
    media: tuple[bytes, ...] = item(9, Several(NAME, most=MEDIA_MAX), default=())
    "SHA-256 of pictures, recordings and tracks that the side keeps."
    about: tuple[bytes, ...] = item(11, Several(NAME, most=REFERENCES_MAX), default=())
    "Notices and other entries that it is about."
    from_desk: str = item(12, DESK)

    def __post_init__(self) -> None:
        if not self.versions:
            raise ValueError("says nothing of what happened")
        if self.from_at > self.until_at:
            raise ValueError("an incident that ends before it begins")
