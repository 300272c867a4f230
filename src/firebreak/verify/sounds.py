"""By which keys both sides spoke: what was described and found must be what officers signed.

Only what decides that is read of these bodies, leniently: one without the fields below is not looked at.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from firebreak.core.envelope.kinds import Kind
from firebreak.verify.cards import SIDES, Cards
from firebreak.verify.facts import Fact, Index
from firebreak.verify.faults import Fault, fault
from firebreak.verify.spoken import Spoken

CALLER, CALLEE = 1, 2
CHECKS_BOTH: Final = 3


class Call(NamedTuple):
    """Names a call: ids are drawn by each side."""

    caller: int
    "The side that placed it."
    id: bytes


class End(NamedTuple):
    """One end of a leg; an answer stands for that end of every leg."""

    call: Call
    by: int
    leg: int | None


@dataclass(slots=True)
class Sounds:
    """Compares what consoles found with the keys that officers signed."""

    index: Index
    cards: Cards
    signed: dict[End, set[bytes]] = field(default_factory=lambda: defaultdict(set))

    def check(self) -> Iterator[Fault]:
        """What contradicts."""
        spoken = [(fact, fact.spoken) for side in SIDES for fact in self.index.proven(side) if fact.spoken]
        offers = {(_call(fact, said), fact.hash) for fact, said in spoken if fact.kind == Kind.CALL_OFFER}
        for fact, said in spoken:
            call = _call(fact, said)
            if said.key and any((call, each) in offers for each in _stated(fact)):
                leg = said.leg if fact.kind == Kind.CALL_MEDIA else None
                self.signed[End(call, said.by, leg)].add(said.key)
        for fact, said in spoken:
            if said.foreign or (
                fact.kind == Kind.CALL_SECURED and self._contradicts(_call(fact, said), said)
            ):
                yield fault("sound-contradicted", fact, **self.cards.names(fact.side))

    def _contradicts(self, call: Call, said: Spoken) -> bool:
        ends = ((said.by, said.key), (CALLER + CALLEE - said.by, said.theirs))
        return said.checks != CHECKS_BOTH or any(
            found not in keys for by, found in ends if (keys := self._keys(call, by, said.leg))
        )

    def _keys(self, call: Call, by: int, leg: int) -> set[bytes]:
        described = self.signed.get(End(call, by, leg), set())
        return described | self.signed.get(End(call, by, None), set())


def _call(fact: Fact, said: Spoken) -> Call:
    return Call(fact.side if said.by == CALLER else 1 - fact.side, said.call)


def _stated(fact: Fact) -> Iterator[bytes]:
    """What officers' statements that hold are about."""
    return (each.hash for each in fact.names if each.how == "statement")
