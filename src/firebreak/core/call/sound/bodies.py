"""What stands in the entries about the sound of a call (`spec/sound.md`). The sound itself is never there.

A leg is one path of sound between two consoles, one of each side; a call begins with leg 0. Each end of a leg
describes itself once, as a session description whose certificate the entry names by its hash.
"""

from dataclasses import dataclass
from enum import IntEnum
from typing import ClassVar, Final

from firebreak.core.base.shape import Body, Choice, Flag, Number, Several, Text, item
from firebreak.core.call.bodies import CALL_ID, DESK, MEDIA_KEY, Part
from firebreak.core.envelope.officer import Action, StatedBody

LEG_MAX: Final = 15  # interpreters, hand-overs and reloaded pages of a long call; more is a loop
DESCRIPTION_BYTES_MAX: Final = 6_000  # sound alone takes some 1,500 to 3,000
CANDIDATE_BYTES_MAX: Final = 300  # an address with its relay takes some 150
CANDIDATES_MAX: Final = 8  # in one entry; a console that gathers them says what it has every 50 ms
CHECKS_BOTH: Final = 3

LEG: Final = Number(most=LEG_MAX)


class Sdp(IntEnum):
    """Which half of an exchange of session descriptions it is."""

    OFFER = 1
    ANSWER = 2


class Check(IntEnum):
    """What a console compares with what was signed; bits of `CallSecured.checks`."""

    DESCRIPTION = 1
    "Before it accepts a description: all fingerprints in it are the signed one."
    CERTIFICATE = 2
    "On the live connection: the certificate that the other end showed."


@dataclass(frozen=True, slots=True, kw_only=True)
class CallMedia(StatedBody):
    """One end of a leg describes itself. An officer states it; a node alone, only to warm the path up."""

    ACTION: ClassVar = Action.SPEAK
    NODE_MAY: ClassVar[bool] = True

    call: bytes = item(2, CALL_ID)
    by: Part = item(3, Choice(Part))
    "Whose end it is."
    leg: int = item(4, LEG, default=0)
    sdp: Sdp = item(5, Choice(Sdp))
    fingerprint: bytes = item(6, MEDIA_KEY)
    "SHA-256 of the certificate with which this end encrypts."
    description: str = item(7, Text(most=DESCRIPTION_BYTES_MAX, least=1))
    "The session description, without candidates."
    desk: str = item(8, DESK)


@dataclass(frozen=True, slots=True, kw_only=True)
class CallCandidate(Body):
    """A node: addresses at which one end of a leg may be reached. They prove nothing and decide nothing."""

    call: bytes = item(1, CALL_ID)
    by: Part = item(2, Choice(Part))
    leg: int = item(3, LEG, default=0)
    candidates: tuple[str, ...] = item(
        4, Several(Text(most=CANDIDATE_BYTES_MAX, least=1), most=CANDIDATES_MAX), default=()
    )
    last: bool = item(5, Flag(), default=False)
    "No more follow for this end."


@dataclass(frozen=True, slots=True, kw_only=True)
class CallSecured(Body):
    """A node: what a console found on the live connection of a leg."""

    call: bytes = item(1, CALL_ID)
    by: Part = item(2, Choice(Part))
    leg: int = item(3, LEG, default=0)
    ours: bytes = item(4, MEDIA_KEY)
    "SHA-256 of the certificate that this end showed."
    theirs: bytes = item(5, MEDIA_KEY)
    "SHA-256 of the certificate that the other end showed."
    checks: int = item(6, Number(most=CHECKS_BOTH), default=CHECKS_BOTH)
    "Which checks held (`Check`); less than both is an alarm."
