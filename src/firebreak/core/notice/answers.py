"""What is said of a notice once it is issued. Each carries an officer's statement about that very notice."""

from dataclasses import dataclass
from enum import IntEnum
from typing import ClassVar, Final

from firebreak.core.base.shape import Body, Choice, Inside, Number, Several, Text, item
from firebreak.core.envelope.officer import Action, StatedBody
from firebreak.core.geo.area import VERTICES_MAX
from firebreak.core.geo.place import Place, PlaceItem
from firebreak.core.notice.bodies import DESK, NAME, NOTE, SHORT

CHECK_DIGITS: Final = 2
READ_BACK_MAX: Final = 256  # places in one answer; nobody reads more aloud, and several answers may follow


class Word(IntEnum):
    """What the side that is told answers; none of them follows from another."""

    ACKNOWLEDGE = 1
    "A person has understood it."
    CONFIRM = 2
    "A person has read the places back."
    COMPLY = 3
    "They will act by it."
    REJECT = 4
    "They do not accept it, and say why."


class Objection(IntEnum):
    """Why a notice is not accepted."""

    NONE_GIVEN = 0
    TOO_LATE = 1
    AREA = 2
    "The area is not the issuer's to announce, or too large."
    TIME = 3
    NOT_UNDERSTOOD = 4
    CANNOT = 5
    NOT_ACCEPTED = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadBack(Body):
    """One place of the area, as the answering side has it."""

    number: int = item(1, Number(1, VERTICES_MAX))
    "Counted from 1 through all rings, as `Area.places`."
    digits: str = item(2, Text(most=CHECK_DIGITS, least=CHECK_DIGITS))
    "Check digits, worked out from what is on their chart."
    place: Place | None = item(3, PlaceItem(), default=None)
    "The place itself, when it is repeated in full."


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeAnswer(StatedBody):
    """An officer of the side that is told answers a notice."""

    ACTION: ClassVar = Action.RESPOND

    notice: bytes = item(2, NAME)
    word: Word = item(3, Choice(Word))
    desk: str = item(4, DESK)
    reason: Objection = item(5, Choice(Objection), default=Objection.NONE_GIVEN)
    "Of a rejection."
    text: str = item(6, Text(most=NOTE), default="")
    read_back: tuple[ReadBack, ...] = item(7, Several(Inside(ReadBack), most=READ_BACK_MAX), default=())

    def __post_init__(self) -> None:
        if (self.word is Word.CONFIRM) != bool(self.read_back):
            raise ValueError("reads places back without confirming, or confirms without reading any back")


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeCancel(StatedBody):
    """The issuer ends a notice and puts nothing in its place."""

    ACTION: ClassVar = Action.CANCEL

    notice: bytes = item(2, NAME)
    text: str = item(3, Text(most=NOTE), default="")


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticePassed(StatedBody):
    """To whom a side has passed a notice on, as it says itself. It may say so again."""

    ACTION: ClassVar = Action.PASS_ON

    notice: bytes = item(2, NAME)
    to: str = item(3, Text(most=SHORT, least=1))
    "Units, ships, services, in the words of the side that passed it on."
    passed_at: int = item(4, Number(least=1))
    text: str = item(5, Text(most=NOTE), default="")


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeRenewed(StatedBody):
    """The issuer confirms a notice again: what it says is still so."""

    ACTION: ClassVar = Action.RENEW

    notice: bytes = item(2, NAME)
    confirm_by: int = item(3, Number(least=1), default=0)
    "Until when it will confirm it the next time; 0 for no such date."
    text: str = item(4, Text(most=NOTE), default="")
