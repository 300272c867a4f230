"""Two machines of matchings on a wire of lists; each side's log is one segment for each start."""

from dataclasses import dataclass, field, replace
from typing import Any, TypeVar

from firebreak.core.base.events import Event
from firebreak.core.base.instants import HOUR, Instant
from firebreak.core.envelope.header import Ref
from firebreak.core.envelope.kinds import Kind
from firebreak.core.envelope.learnt import Draft, Learnt
from firebreak.core.envelope.officer import StatedBody
from firebreak.core.matching.bodies import (
    Expander,
    MatchingAnswer,
    MatchingDone,
    MatchingPart,
    MatchingPropose,
    Result,
    Role,
    Word,
    cut,
    whole_of,
)
from firebreak.core.matching.case import Case
from firebreak.core.matching.events import MatchingDoubted
from firebreak.core.matching.limits import Limits
from firebreak.core.matching.matchings import Matchings
from tests.core.learning import Record, statement_on

E = TypeVar("E", bound=Event)

START = Instant(1_647_129_600_000)
WILLING = Limits(enabled=True, items_max=2_000, hours_between=1)


def proposal(from_at: int = START, *, hours: int = 6, **more: Any) -> MatchingPropose:
    """A bucket of some hours, within 24 km."""
    fields: dict[str, Any] = {"grid": "h3", "resolution": 6, "reach_m": 24_000, "items_max": 1_000}
    fields |= {"expander": Expander.PROPOSER, "from_desk": "duty", "desk": "duty", **more}
    return MatchingPropose(from_at=from_at, until_at=from_at + hours * HOUR, **fields)


def answer(name: bytes, word: Word = Word.ACCEPT, text: str = "") -> MatchingAnswer:
    return MatchingAnswer(matching=name, word=word, desk="duty", text=text)


def done(name: bytes, hits: int = 0) -> MatchingDone:
    result = Result.HITS if hits else Result.NOTHING
    return MatchingDone(matching=name, result=result, desk="duty", hits=hits)


def parts(name: bytes, role: Role, data: bytes) -> list[MatchingPart]:
    pieces, whole = cut(data), whole_of(data)
    return [
        MatchingPart(matching=name, role=role, number=number, of=len(pieces), whole=whole, data=each)
        for number, each in enumerate(pieces, start=1)
    ]


@dataclass
class Side:
    name: str
    matchings: Matchings = field(default_factory=Matchings)
    record: list[Learnt] = field(default_factory=list)
    outgoing: list[Learnt] = field(default_factory=list)
    shown: list[Event] = field(default_factory=list)
    owed: list[Draft] = field(default_factory=list)
    starts: int = 1

    def __post_init__(self) -> None:
        self.matchings.speaking.limits = WILLING
        self.matchings.resume(START)

    @property
    def cases(self) -> dict[bytes, Case]:
        return self.matchings.cases.cases

    def take(self, item: Learnt) -> None:
        self.record.append(item)
        self.hear(self.matchings.learn(item))

    def hear(self, said: list[Draft | Event]) -> None:
        self.shown += [each for each in said if isinstance(each, Event)]
        self.owed += [each for each in said if isinstance(each, Draft)]

    def events(self, kind: type[E]) -> list[E]:
        return [each for each in self.shown if isinstance(each, kind)]

    @property
    def doubts(self) -> list[str]:
        return [each.finding.code for each in self.events(MatchingDoubted)]


@dataclass
class Pair:
    """North and South; `settle` brings everything across."""

    now: Instant = START
    north: Side = field(default_factory=lambda: Side("north"))
    south: Side = field(default_factory=lambda: Side("south"))
    papers: Record = field(default_factory=Record)

    @property
    def sides(self) -> tuple[Side, Side]:
        return self.north, self.south

    def other(self, side: Side) -> Side:
        return self.south if side is self.north else self.north

    def say(self, side: Side, body: StatedBody, *, officer: str = "Berg") -> bytes:
        """Prepare, sign and write; the name of the entry."""
        speaking = side.matchings.speaking
        prepared = speaking.prepare(body, self.now)
        word = statement_on(body, officer, entry=prepared.entry, commitment=prepared.commitment)
        return self.write(side, speaking.state(body.stated(word), self.now))

    def commit(self, side: Side, name: bytes, commitment: bytes = b"") -> bytes:
        bound = commitment or side.name.encode().ljust(32)
        return self.write(side, side.matchings.speaking.commit(name, bound, self.now))

    def part(self, side: Side, body: MatchingPart) -> bytes:
        return self.write(side, side.matchings.speaking.part(body, self.now))

    def send(self, side: Side, name: bytes, role: Role, data: bytes = b"blinded") -> None:
        for each in parts(name, role, data):
            self.part(side, each)

    def forge(self, side: Side, body: Any, *refs: Ref, **more: Any) -> bytes:
        """Write what our own node would not."""
        kind = {"Part": Kind.MATCHING_PART, "Commit": Kind.MATCHING_COMMIT}[type(body).__name__[8:]]
        return self.write(side, Draft(kind=kind, body=body, refs=refs, **more))

    def write(self, side: Side, draft: Draft) -> bytes:
        """Store a draft, whatever the machine thinks of it."""
        segment = f"{side.name} {side.starts}".encode().ljust(16, b".")
        item = self.papers.write(draft, at=self.now, said_at=self.now, segment=segment)
        side.outgoing.append(item)
        side.take(item)
        return item.ref.hash

    def carry(self, side: Side, count: int = 1_000) -> None:
        moved, side.outgoing = side.outgoing[:count], side.outgoing[count:]
        for item in moved:
            self.other(side).take(replace(item, ours=False, at=self.now))

    def settle(self) -> None:
        for _ in range(2):  # what a node answers by itself comes back
            for side in self.sides:
                owed, side.owed = side.owed, []
                for draft in owed:
                    self.write(side, draft)
                self.carry(side)

    def restart(self, side: Side) -> None:
        side.starts += 1
        limits = side.matchings.speaking.limits
        side.matchings = Matchings()
        side.matchings.speaking.limits = limits
        for item in side.record:
            side.matchings.learn(item)
        side.owed = []
        side.hear(side.matchings.resume(self.now))

    def pass_by(self, milliseconds: int) -> None:
        self.now = Instant(self.now + milliseconds)
        for side in self.sides:
            side.hear(side.matchings.tick(self.now))

    def accepted(self, **more: Any) -> bytes:
        """A matching that North proposed and South accepted."""
        name = self.say(self.north, proposal(**more))
        self.settle()
        self.say(self.south, answer(name))
        self.settle()
        return name

    def bound(self, **more: Any) -> bytes:
        """One to which both sides are bound."""
        name = self.accepted(**more)
        for side in self.sides:
            self.commit(side, name)
        self.settle()
        return name

    def complete(self, **more: Any) -> bytes:
        """One with all messages."""
        name = self.bound(**more)
        for side in self.sides:
            for role in Role:
                self.send(side, name, role, f"{side.name} {role.name}".encode() * 900)
        self.settle()
        return name


def essence(side: Side, now: Instant) -> dict[bytes, object]:
    """What both sides have to agree on, of every matching, by who proposed it."""
    return {name: of_case(case, now) for name, case in side.cases.items()}


def of_case(case: Case, now: Instant) -> object:
    proposer = case.proposal.ours
    bound = [case.commitment(ours=ours) for ours in (proposer, not proposer)]
    messages = [case.message(role, ours=ours) for role in Role for ours in (proposer, not proposer)]
    concluded = {ours is proposer: each.ref for ours, each in case.done.items()}
    answered = None if case.answer is None else case.answer.ref
    found = sorted((each.code, each.entry) for each in case.findings)
    return (
        case.state(now),
        answered,
        [each and each.ref for each in bound],
        messages,
        concluded,
        found,
    )
