"""What taking, passing on and ending a watch say."""

from dataclasses import dataclass, replace
from typing import ClassVar, Final, Self

from firebreak.core.base.cbor import encode
from firebreak.core.base.purposes import OFFICER, digest
from firebreak.core.base.shape import Inside, Octets, Several, Text, item
from firebreak.core.envelope.header import HASH_BYTES
from firebreak.core.envelope.officer import Action, StatedBody, Statement

DESK_CODE_POINTS_MAX: Final = 40
ROLE_CODE_POINTS_MAX: Final = 64
LANGUAGES_MAX: Final = 16
NO_ITEMS: Final = bytes(HASH_BYTES)
STATEMENT_KEYS: Final = frozenset({1, 2})

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
class WatchHandOver(StatedBody):
    """The watch passes from the officer of `statement` to the officer of `relief`; both sign the same.

    Without a relief the watch ends and the desk is unattended. The line verifies *both* statements: `detail`
    is the digest of all fields but the two.
    """

    ACTION: ClassVar[Action] = Action.HAND_OVER
    RELIEF_ACTION: ClassVar[Action] = Action.TAKE_WATCH

    relief: Statement | None = item(2, Inside(Statement), default=None)
    "The officer who comes on: `I relieve`."
    desk: str = item(3, _DESK)
    role: str = item(4, _ROLE, default="")
    languages: tuple[str, ...] = item(5, _LANGUAGES, default=())
    open_items: bytes = item(6, Octets(exactly=HASH_BYTES), default=NO_ITEMS)
    "Digest of the list of open matters that both have read."

    def detail(self) -> bytes:
        """Digest of all fields but the two statements, 32 bytes."""
        fields = {key: value for key, value in self.to_map().items() if key not in STATEMENT_KEYS}
        return digest(OFFICER, encode(fields))

    def relieved(self, relief: Statement) -> Self:
        """The same body with the statement of the officer who comes on."""
        return replace(self, relief=relief)
