"""What stands in the entries about the course of a call (`spec/sound.md`): holds, recording, minutes."""

from dataclasses import dataclass
from enum import IntEnum
from typing import ClassVar, Final

from firebreak.core.base.errors import LocalError
from firebreak.core.base.purposes import RECORDING, digest
from firebreak.core.base.shape import Body, Choice, Flag, Number, Octets, Text, item
from firebreak.core.call.bodies import CALL_ID, DESK_CODE_POINTS_MAX, Part
from firebreak.core.call.sound.bodies import LEG
from firebreak.core.envelope.officer import Action, RelievedBody, StatedBody

WHO_CODE_POINTS_MAX: Final = 64  # a name and a function: `Olena K., interpreter uk-en`
MINUTES_CODE_POINTS_MAX: Final = 3_000  # a page; more is a document to be sent as a message
CHUNKS_MAX: Final = 86_400  # one a second: no call lasts a day
RECORDED_BYTES_MAX: Final = 1 << 32
NUMBER: Final = Number(least=1, most=1_000_000)
HASH: Final = Octets(exactly=32)


class Change(IntEnum):
    """What changed on one side of a call."""

    HOLD = 1
    RESUME = 2
    JOIN = 3
    "A third person hears and speaks, as an interpreter does."
    LEAVE = 4
    HAND_OVER = 5
    "Another officer of the same side goes on with the call."


class Consent(IntEnum):
    """How an officer stands to a recording of the call."""

    ASKED = 1
    "The officer asks for it, and consents."
    GIVEN = 2
    WITHDRAWN = 3
    "Or refused: the same, before anything was recorded."


@dataclass(frozen=True, slots=True, kw_only=True)
class CallPart(RelievedBody):
    """One side of a call holds, resumes, takes in a third person, lets one go, or passes the call on."""

    ACTION: ClassVar = Action.HAND_CALL
    RELIEF_ACTION: ClassVar = Action.TAKE_CALL
    NODE_MAY: ClassVar[bool] = True

    call: bytes = item(3, CALL_ID)
    by: Part = item(4, Choice(Part))
    number: int = item(5, NUMBER)
    "Counts the changes of this side in this call, so that the newest is known in every order of arrival."
    change: Change = item(6, Choice(Change))
    leg: int = item(7, LEG, default=0)
    "Of a third person: the leg by which they are heard."
    who: str = item(8, Text(most=WHO_CODE_POINTS_MAX), default="")
    "Of a third person: name and function."
    desk: str = item(9, Text(most=DESK_CODE_POINTS_MAX), default="")
    "Of a hand-over: the desk that goes on."


@dataclass(frozen=True, slots=True, kw_only=True)
class CallRecord(StatedBody):
    """An officer asks for a recording, consents to it, or withdraws."""

    ACTION: ClassVar = Action.RECORD

    call: bytes = item(2, CALL_ID)
    by: Part = item(3, Choice(Part))
    number: int = item(4, NUMBER)
    consent: Consent = item(5, Choice(Consent))


@dataclass(frozen=True, slots=True, kw_only=True)
class CallRecorded(Body):
    """A node: how much of a call its console has recorded, as a chain of hashes over chunks of one second."""

    call: bytes = item(1, CALL_ID)
    by: Part = item(2, Choice(Part))
    chunks: int = item(3, Number(most=CHUNKS_MAX))
    size_bytes: int = item(4, Number(most=RECORDED_BYTES_MAX))
    last: bytes = item(5, HASH)
    "The chain after the last of them (`chained`)."
    ended: bool = item(6, Flag(), default=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class CallMinutes(StatedBody):
    """What was said, in words that officers of both sides sign: a proposal, or the agreement to one."""

    ACTION: ClassVar = Action.MINUTE

    call: bytes = item(2, CALL_ID)
    by: Part = item(3, Choice(Part))
    text: str = item(4, Text(most=MINUTES_CODE_POINTS_MAX), default="")
    agrees: bytes | None = item(5, HASH, default=None)
    "Hash of the entry with the proposal; the statement is about that entry."

    def __post_init__(self) -> None:
        if bool(self.text) is (self.agrees is not None):
            raise LocalError(
                "minutes propose a text or agree to one, not both", code="FB545", hint="give one of the two"
            )


def chain_start(call: bytes, part: Part) -> bytes:
    """The chain of a recording before its first chunk."""
    return digest(RECORDING, call, bytes([part]))


def chained(before: bytes, chunk: bytes) -> bytes:
    """The chain after one more chunk."""
    return digest(RECORDING, before, chunk)
