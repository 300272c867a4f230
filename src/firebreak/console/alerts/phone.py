"""A leg to a telephone: how it is called, and what may be said of what became of it.

A phone's code is no evidence. Phones send the same one when nobody comes, when somebody presses *reject*, and
when they are busy (measured: linphone 5.1 sends 486 when it rings out, baresip 1.0 sends 486 when somebody
rejects). So nothing here says that a person declined; only an act signed at a console does.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final, Protocol


class LegState(StrEnum):
    """Where a leg stands."""

    IDLE = "idle"
    TRYING = "trying"
    RINGING = "ringing"
    ANSWERED = "answered"
    ENDED = "ended"


class Inferred(StrEnum):
    """What the other end's code may mean. All of it is inferred, none of it signed."""

    ANSWERED = "somebody or something took the call"
    TURNED_AWAY = "the phone turned the call away (unsigned)"
    UNCLEAR = "busy, turned away or nobody came: the phone does not say"
    NOBODY = "nobody came"
    WITHDRAWN = "given up by us"
    UNREACHABLE = "no such phone, or no way to it"
    NO_MEDIA = "no common way to speak"
    UNKNOWN = "the phone gave a reason that we do not know"


MEANINGS: Final = {
    200: Inferred.ANSWERED,
    401: Inferred.UNREACHABLE,
    403: Inferred.UNREACHABLE,
    404: Inferred.UNREACHABLE,
    407: Inferred.UNREACHABLE,
    408: Inferred.NOBODY,
    410: Inferred.UNREACHABLE,
    480: Inferred.NOBODY,
    486: Inferred.UNCLEAR,
    487: Inferred.WITHDRAWN,
    488: Inferred.NO_MEDIA,
    503: Inferred.UNREACHABLE,
    600: Inferred.UNCLEAR,
    603: Inferred.TURNED_AWAY,
    604: Inferred.UNREACHABLE,
    606: Inferred.NO_MEDIA,
    607: Inferred.TURNED_AWAY,
    608: Inferred.TURNED_AWAY,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class PhoneOutcome:
    """What is kept of one leg."""

    phone: str
    inferred: Inferred
    code: int | None = None
    "The phone's or the exchange's own code; None when none came."
    reason: str = ""
    "Its own words."
    rang_ms: int = 0
    agent: str = ""
    "What the other end calls itself."

    @property
    def answered(self) -> bool:
        """Whether the call was taken; perhaps by a machine."""
        return self.inferred is Inferred.ANSWERED

    def text(self) -> str:
        """For the history of an alert."""
        said = f"{self.code} {self.reason}".strip() if self.code is not None else "no answer at all"
        return f"{self.phone}: {self.inferred.value} ({said}; rang {self.rang_ms / 1_000:.0f} s)"


class PhoneLeg(Protocol):
    """One call to one phone."""

    @property
    def state(self) -> LegState:
        """Where it stands."""
        ...

    async def place(self, seconds: float) -> PhoneOutcome:
        """Ring for so long; when it is taken, sound the alarm tones and hang up. Raises LocalError."""
        ...

    async def hang_up(self) -> None:
        """Give it up, or end it."""
        ...
