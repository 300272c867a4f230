"""Contact facts: what the contact ledger counts, wherever it comes from.

A fact says who tried to reach whom, on what, when and with which outcome. Facts come from imported rows
(`imported.py`: statements with published sources) or from signed entries (evidence classes E0 to E6).
The ledger counts both alike and never forgets which is which.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from firebreak.core.ledger.days import Days


class Kind(StrEnum):
    """What was tried, in the order of listing. Kinds are counted apart (decisions/0003)."""

    CHECK = "check"
    CALL = "call"
    REQUEST = "request"
    MEETING = "meeting"
    MESSAGE = "message"
    NOTICE = "notice"
    OTHER = "other"


class Outcome(StrEnum):
    """How one attempt ended. Only a person declines or is busy."""

    ANSWERED = "answered"
    DECLINED = "declined"
    NO_ANSWER = "no_answer"
    NOT_KNOWN_WHICH = "not_known_which"
    "Declined or not answered: the sources do not say which."
    BUSY = "busy"
    UNATTENDED = "unattended"
    WITHDRAWN = "withdrawn"
    UNREACHABLE = "unreachable"
    DELIVERED = "delivered"
    DOUBTFUL = "doubtful"
    "Only in counts: an outcome that its sources leave in doubt."
    OTHER = "other"


class Evidence(StrEnum):
    """What the fact rests on; E0 to E6 are the classes of `spec/call.md`."""

    SOURCE = "source"
    "Published reports, compiled by people; nobody signed the contact itself."
    E0 = "E0"
    E1 = "E1"
    E2 = "E2"
    E3 = "E3"
    E4 = "E4"
    E5 = "E5"
    E6 = "E6"


UNANSWERED: Final = frozenset(
    {Outcome.NO_ANSWER, Outcome.NOT_KNOWN_WHICH, Outcome.UNATTENDED, Outcome.UNREACHABLE}
)  # nobody is known to have reacted; *withdrawn* is the caller's own doing
BY_A_PERSON: Final = frozenset({Outcome.DECLINED, Outcome.BUSY})  # no talk, and yet a sign of life
REACHED: Final = frozenset({Outcome.ANSWERED, Outcome.DELIVERED})


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactFact:
    """One attempt, or several alike, of one party to reach another."""

    ref: str
    "The row's id, or `segment/seq` of the entry that began it. Unique among the facts of one ledger."
    from_party: str
    to_party: str
    channel: str
    "Level or line, for example `minister`; for signed entries the desk."
    kind: Kind
    days: Days
    minute: int | None = None
    "Minute of the day, where known; it orders attempts of one day."
    zone: str = ""
    "Time zone of `minute`. Minutes of different zones are not compared."
    attempts_min: int = 1
    attempts_max: int | None = 1
    "None: not known."
    outcome: Outcome
    doubtful: tuple[str, ...] = ()
    "Names of what is doubtful, as the source names its columns."
    evidence: Evidence
    sources: tuple[str, ...] = ()
    "Web addresses, or references of entries."

    def __post_init__(self) -> None:
        assert self.attempts_min >= 1, self.ref
        assert self.attempts_max is None or self.attempts_max >= self.attempts_min, self.ref
        assert self.outcome is not Outcome.DOUBTFUL, self.ref

    @property
    def tally(self) -> Outcome:
        """The outcome under which it is counted: a doubtful one proves nothing."""
        if "outcome" not in self.doubtful or self.outcome is Outcome.NOT_KNOWN_WHICH:
            return self.outcome
        return Outcome.DOUBTFUL

    @property
    def is_contact(self) -> bool:
        """Whether somebody on the other side certainly reacted."""
        return self.tally in REACHED | BY_A_PERSON

    @property
    def may_be_contact(self) -> bool:
        """Whether it certainly or possibly reached somebody; a doubtful decline is no contact."""
        return self.is_contact or self.outcome in REACHED


def in_order(fact: ContactFact) -> tuple[Days, int, str]:
    """The order in which facts are told: by day, by time where known, by ref."""
    return fact.days, -1 if fact.minute is None else fact.minute, fact.ref


class Reason(StrEnum):
    """Why something known is not in the counts."""

    NO_ATTEMPT = "no attempt"
    OUTSIDE = "outside the window"
    BEYOND = "reaches beyond the window"
    OVERLAPS = "overlaps a counted one"
    LED_TO_CALL = "led to a counted call"


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftOut:
    """Something known that the counts do not hold, and why."""

    ref: str
    reason: Reason
    text: str
    "The reason in one sentence for people."
    from_party: str
    to_party: str
    channel: str
    kind: Kind | None = None
    "The kind whose line states it; None: whichever line of that direction and channel comes first."


def left_out(fact: ContactFact, reason: Reason, text: str, *, kind: Kind | None = None) -> LeftOut:
    """State a fact as left out, by default at the line it would have been counted in."""
    return LeftOut(
        ref=fact.ref,
        reason=reason,
        text=text,
        from_party=fact.from_party,
        to_party=fact.to_party,
        channel=fact.channel,
        kind=kind or fact.kind,
    )
