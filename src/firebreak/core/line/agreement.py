"""The line agreement: what the two parties promised each other, as plain bounded data with a hash.

Both parties sign the same agreement in their own log (`line.agree`); it is in force when the newest one of
both logs has the same hash. Until then, and for whatever it leaves out, the defaults below hold.
"""

from dataclasses import dataclass, field
from typing import Final

from firebreak.core.base.cbor import encode
from firebreak.core.base.events import Event
from firebreak.core.base.purposes import AGREEMENT, OFFICER, digest
from firebreak.core.base.shape import Body, Choice, Inside, Number, Octets, Several, Text, item
from firebreak.core.call.bodies import RING_SECONDS, RING_SECONDS_MAX
from firebreak.core.envelope.header import Ref
from firebreak.core.envelope.learnt import Learnt
from firebreak.core.envelope.officer import STATEMENTS_MAX, Statement
from firebreak.core.envelope.opening import OFFICERS
from firebreak.core.envelope.padding import Padding
from firebreak.core.envelope.release import COMPARE_KEY, QUORUM_KEY, TERMS_KEY, TWO_PERSON_KEY, WITNESSES_KEY
from firebreak.core.linecheck.calendar import CheckCalendar
from firebreak.core.message.clocks import ClockPlan
from firebreak.core.record.log import Log
from firebreak.core.record.quorum import QUORUM, WITNESSES_MAX, AgreedWitness
from firebreak.core.silence.overdue import SilenceLimits

LADDER_MAX: Final = 16
KINDS_MAX: Final = 16
NO_BOOK: Final = bytes(32)
"Hash of the phrase book when none is agreed."


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement(Body):
    """Everything the two parties agreed on beyond the protocol."""

    ladder: tuple[str, ...] = item(1, Several(Text(most=32, least=1), most=LADDER_MAX), default=())
    "Levels of desks, the lowest first."
    ring_seconds: int = item(2, Number(5, RING_SECONDS_MAX), default=RING_SECONDS)
    languages: tuple[str, ...] = item(
        3, Several(Text(most=8, least=2), most=16), default=("en", "de", "ru", "uk")
    )
    phrase_book: bytes = item(4, Octets(exactly=32), default=NO_BOOK)
    padding: Padding = item(5, Choice(Padding), default=Padding.THIN)
    clocks: ClockPlan = item(6, Inside(ClockPlan), default=ClockPlan())
    calendar: CheckCalendar = item(7, Inside(CheckCalendar), default=CheckCalendar())
    silence: SilenceLimits = item(8, Inside(SilenceLimits), default=SilenceLimits())
    retention_days: int = item(9, Number(1, 36_525), default=3_650)
    "How long bodies are kept; headers stay while the line lives."

    witnesses: tuple[AgreedWitness, ...] = item(
        WITNESSES_KEY, Several(Inside(AgreedWitness), most=WITNESSES_MAX), default=()
    )
    "In the order of their names, so that two lists of the same witnesses are the same."
    quorum: int = item(QUORUM_KEY, Number(1, WITNESSES_MAX), default=QUORUM)
    "How many operators it takes to prove a time."
    two_person: tuple[int, ...] = item(TWO_PERSON_KEY, Several(Number(), most=KINDS_MAX), default=())
    "Kinds that two officers have to release, ascending; of messages only flash ones."

    @property
    def hash(self) -> bytes:
        """How `line.agree` of both parties name the same agreement."""
        return digest(AGREEMENT, encode(self.to_map()))


@dataclass(frozen=True, slots=True, kw_only=True)
class LineAgree(Body):
    """Body of `line.agree`: the agreement, and the officers who signed it."""

    statements: tuple[Statement, ...] = item(
        COMPARE_KEY, Several(Inside(Statement), most=STATEMENTS_MAX), default=()
    )
    agreement: Agreement = item(TERMS_KEY, Inside(Agreement))

    def detail(self) -> bytes:
        """What each statement is about: the digest of everything else in the body."""
        return digest(OFFICER, encode({TERMS_KEY: self.agreement.to_map()}))


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementInForce(Event):
    """Both logs hold the same agreement; it holds from now on."""

    hash: bytes


@dataclass(frozen=True, slots=True)
class InForce:
    """An agreement that came into force, and where each side signed it, ours under True."""

    agreement: Agreement
    places: dict[bool, Ref]


@dataclass(slots=True)
class Agreements:
    """The newest agreement that each side has signed."""

    signed: dict[bool, Agreement] = field(default_factory=dict[bool, Agreement])
    "Ours under True, theirs under False."
    ours: LineAgree | None = None
    "The newest of our own log, with the words of our officers."
    in_force: Agreement = field(default_factory=Agreement)
    history: list[InForce] = field(default_factory=list[InForce])
    "All that were in force, oldest first."
    _places: dict[bool, Ref] = field(default_factory=dict[bool, Ref])

    def learn(self, item: Learnt) -> list[AgreementInForce]:
        """Take in a `line.agree`. One that too few officers signed counts for nothing."""
        if not isinstance(item.body, LineAgree):
            return []
        officers = {each.officer for each in item.body.statements}
        if len(officers) < OFFICERS[item.header.environment]:
            return []
        self.signed[item.ours] = item.body.agreement
        if item.ours:
            self.ours = item.body
        self._places[item.ours] = item.ref
        ours, theirs = self.signed.get(True), self.signed.get(False)
        if ours is None or theirs is None or ours.hash != theirs.hash or ours == self.in_force:
            return []
        self.in_force = ours
        self.history.append(InForce(ours, dict(self._places)))
        return [AgreementInForce(at=item.at, hash=ours.hash)]

    def at(self, seen: Ref | None, log: Log, *, ours: bool) -> Agreement:
        """What an entry that names `seen` was held to; `log`: of the other side, which signed it too."""
        for each in reversed(self.history):
            if seen is not None and log.leads(each.places[not ours], seen):
                return each.agreement
        return Agreement()
