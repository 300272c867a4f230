"""What taking, passing on and ending a watch say."""

from dataclasses import dataclass
from typing import ClassVar, Final

from firebreak.core.base.shape import Octets, Several, Text, item
from firebreak.core.envelope.header import HASH_BYTES
from firebreak.core.envelope.officer import Action, RelievedBody, StatedBody

DESK_CODE_POINTS_MAX: Final = 40
ROLE_CODE_POINTS_MAX: Final = 64
LANGUAGES_MAX: Final = 16
NO_ITEMS: Final = bytes(HASH_BYTES)

_DESK: Final = Text(most=DESK_CODE_POINTS_MAX, least=1)
_ROLE: Final = Text(most=ROLE_CODE_POINTS_MAX)
_LANGUAGES: Final = Several(Text(most=8, least=2), most=LANGUAGES_MAX)


@dataclass(frozen=True, slots=True, kw_only=True)
class WatchTake(StatedBody):
    """An officer takes the watch of a desk."""

    ACTION: ClassVar[Action] = Action.TAKE_WATCH

    desk: str = item(2, _DESK)
    role: str = item(3, _ROLE, default="")
    languages: tuple[str, ...] = item(4, _LANGUAGES, default=())
    "Languages in which this watch can be spoken to."


@dataclass(frozen=True, slots=True, kw_only=True)
class WatchHandOver(RelievedBody):
    """The watch passes from the officer of `statement` to the officer of `relief`.

    Without a relief the watch ends and the desk is unattended.
    """

    ACTION: ClassVar[Action] = Action.HAND_OVER
    RELIEF_ACTION: ClassVar[Action] = Action.TAKE_WATCH

    desk: str = item(3, _DESK)
    role: str = item(4, _ROLE, default="")
    languages: tuple[str, ...] = item(5, _LANGUAGES, default=())
    open_items: bytes = item(6, Octets(exactly=HASH_BYTES), default=NO_ITEMS)
    "Digest of the list of open matters that both have read."
