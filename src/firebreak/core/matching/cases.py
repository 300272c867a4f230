"""Every matching of a line, both ways: a fold over both logs, in whatever order they are learnt.

It keeps hashes of parts and none of their bytes, and of each side, role and number one part: whoever sends
thousands fills the record, for which there are budgets, and nothing else.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from hashlib import sha256
from heapq import heappop, heappush
from typing import Any, Final, TypeAlias

from firebreak.core.base.errors import Finding
from firebreak.core.base.events import Event
from firebreak.core.base.instants import Instant
from firebreak.core.envelope.header import Ref
from firebreak.core.envelope.kinds import Precedence
from firebreak.core.envelope.learnt import Learnt
from firebreak.core.envelope.spoken import Order, Said, said
from firebreak.core.matching import telling
from firebreak.core.matching.bodies import (
    MatchingAnswer,
    MatchingCommit,
    MatchingDone,
    MatchingPart,
    MatchingPropose,
    Word,
)
from firebreak.core.matching.case import Case, Committed, Piece, Place
from firebreak.core.matching.events import MatchingDoubted
from firebreak.core.matching.life import State
from firebreak.core.matching.refusals import no_such_matching

WAITING_MAX: Final = 256  # entries of theirs on matchings that are not here

Held: TypeAlias = Said[MatchingAnswer | MatchingDone] | Committed | Piece
"What may hang on a matching."

Fault: TypeAlias = tuple[str, str]

URGENT: Final[Fault] = ("matching-urgent", "is about a matching and has a precedence above routine")
UNSTATED: Final[Fault] = ("matching-unstated", "carries no officer's statement and is nobody's word")
OTHER: Final[Fault] = ("matching-other", "carries an officer's statement about another entry")
OWN: Final[Fault] = ("matching-own", "answers a proposal of its own side")
UNKNOWN: Final[Fault] = ("matching-unknown", "names a matching that is not here, or is none")
TWICE: Final[Fault] = ("matching-twice", "says again what its side had said of a matching")


@dataclass(slots=True)
class Cases:
    """See the top of this file."""

    cases: dict[bytes, Case] = field(default_factory=dict[bytes, Case])
    "By name; to be read only."
    _waiting: dict[bytes, dict[bytes, Held]] = field(default_factory=dict[bytes, dict[bytes, Held]])
    "By the name of a matching that is not here."
    _ends: list[tuple[Instant, bytes]] = field(default_factory=list[tuple[Instant, bytes]])

    def learn(self, item: Learnt) -> list[Event]:
        """Take in one entry of any kind."""
        body = item.body
        match body:
            case MatchingPropose():
                return self._proposed(item, said(item, body))
            case MatchingAnswer() | MatchingDone():
                return self._hang(body.matching, said(item, body), item)
            case MatchingCommit():
                return self._hang(body.matching, _committed(item, body), item)
            case MatchingPart():
                return self._hang(body.matching, _piece(item, body), item)
            case _:
                return []

    def find(self, name: bytes) -> Case:
        """A matching. Raises LocalError when there is none of that name."""
        found = self.cases.get(name)
        if found is None:
            raise no_such_matching(name.hex())
        return found

    def resume(self, now: Instant) -> None:
        """After a start: what lapsed meanwhile is seen in the list and not told one by one."""
        while self._ends and self._ends[0][0] <= now:
            heappop(self._ends)

    def tick(self, now: Instant) -> list[Event]:
        """What lapsed."""
        out: list[Event] = []
        while self._ends and self._ends[0][0] <= now:
            case = self.cases[heappop(self._ends)[1]]
            if case.state(now) is State.LAPSED:
                out.append(telling.lapsed(case, now))
        return out

    @property
    def deadline(self) -> Instant | None:
        """When the next one lapses."""
        return self._ends[0][0] if self._ends else None

    def _proposed(self, item: Learnt, proposal: Said[MatchingPropose]) -> list[Event]:
        name = proposal.ref.hash
        if name in self.cases:
            return []
        fault = _urgent(item) or (None if proposal.officer else UNSTATED)
        if fault:
            return [_doubt(proposal.ref, fault, item.at)]
        self.cases[name] = case = Case(proposal=proposal)
        heappush(self._ends, (case.lapses_at, name))
        events: list[Event] = [telling.proposed(case)]
        for each in self._waiting.pop(name, {}).values():
            events += self._take(name, each, item.at)
        return events

    def _hang(self, name: bytes, held: Held, item: Learnt) -> list[Event]:
        """Count an entry for the matching it names, now or when that comes."""
        fault = _urgent(item)
        if fault:
            return [_doubt(held.ref, fault, item.at)]
        return self._take(name, held, item.at) if name in self.cases else self._wait(name, held, item.at)

    def _take(self, name: bytes, held: Held, at: Instant) -> list[Event]:
        before = self.cases[name]
        fault = _fault(before, held)
        if fault:
            return [_doubt(held.ref, fault, at)]
        holding = _holding(before, held)
        if holding is not None and holding.ref == held.ref:
            return []
        doubts: list[Event] = []
        if holding is not None:
            first, second = sorted((holding, held), key=_order)
            doubts.append(_doubt(second.ref, TWICE, at))
            if first is holding:
                return doubts
        self.cases[name] = after = _with(before, held)
        return [*telling.told(before, after, at), *doubts]

    def _wait(self, name: bytes, held: Held, at: Instant) -> list[Event]:
        under = self._waiting.setdefault(name, {})
        if held.ref.hash in under:
            return []
        under[held.ref.hash] = held
        if sum(map(len, self._waiting.values())) > WAITING_MAX:
            self._forget()
        return [_doubt(held.ref, UNKNOWN, at)]

    def _forget(self) -> None:
        """Their oldest. Ours are as few as our officers' deeds, and hold us to one run of a bucket."""
        for name, under in self._waiting.items():
            ours = {key: each for key, each in under.items() if each.ours}
            if len(ours) < len(under):
                self._waiting[name] = ours
                if not ours:
                    del self._waiting[name]
                return


def _order(held: Held) -> tuple[Order, bytes]:
    return held.order, held.ref.hash


def _urgent(item: Learnt) -> Fault | None:
    return None if item.header.precedence is Precedence.ROUTINE else URGENT


def _fault(case: Case, held: Held) -> Fault | None:
    """What is wrong with a person's word on a matching; what nodes write is judged by what it names."""
    if not isinstance(held, Said):
        return None
    off = isinstance(held.body, MatchingAnswer) and held.body.word is Word.OFF
    if not held.officer and not off:
        return UNSTATED
    if not off and (held.about, held.shown) != (case.proposal.ref.hash, case.proposal.commitment):
        return OTHER
    return OWN if isinstance(held.body, MatchingAnswer) and held.ours is case.proposal.ours else None


def _holding(case: Case, held: Held) -> Held | None:
    """What stands in the place where an entry would stand."""
    match held:
        case Committed():
            return case.commits.get(held.ours)
        case Piece():
            return case.pieces.get(_place(held))
        case Said(body=MatchingAnswer()):
            return case.answer
        case _:
            return case.done.get(held.ours)


def _with(case: Case, held: Any) -> Case:
    match held:
        case Committed():
            return replace(case, commits={**case.commits, held.ours: held})
        case Piece():
            return replace(case, pieces={**case.pieces, _place(held): held})
        case Said(body=MatchingAnswer()):
            return replace(case, answer=held)
        case _:
            return replace(case, done={**case.done, held.ours: held})


def _place(piece: Piece) -> Place:
    return Place(piece.ours, piece.role, piece.number)


def _committed(item: Learnt, body: MatchingCommit) -> Committed:
    return Committed(
        ref=item.ref,
        ours=item.ours,
        order=_order_of(item),
        at=item.at,
        answer=body.answer,
        commitment=body.commitment,
    )


def _piece(item: Learnt, body: MatchingPart) -> Piece:
    return Piece(
        ref=item.ref,
        ours=item.ours,
        order=_order_of(item),
        at=item.at,
        named=tuple(each.hash for each in item.header.refs[:2]),
        role=body.role,
        number=body.number,
        of=body.of,
        whole=body.whole,
        data_hash=sha256(body.data).digest(),
    )


def _order_of(item: Learnt) -> Order:
    return Order(item.header.time.lo, item.ref.segment, item.ref.seq)


def _doubt(ref: Ref, fault: Fault, at: Instant) -> MatchingDoubted:
    code, text = fault
    finding = Finding(code=code, text=f"entry {ref} {text}", entry=str(ref))
    return MatchingDoubted(at=at, entry=ref.hash, finding=finding)


def of_ours(cases: Cases) -> Iterator[tuple[Case, Committed]]:
    """The matchings for which our side has committed itself."""
    for case in cases.cases.values():
        found = case.commits.get(True)
        if found is not None:
            yield case, found
