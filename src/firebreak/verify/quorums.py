"""What stamps prove of a time: only what as many operators say as both sides had agreed on (WITNESS-034).

One witness says something; it proves nothing alone, as it may lie. Whose word counts, the agreement says that
both sides had signed when the checkpoint was made: the newest one of its writer up to there that the other
side signed alike. Two witnesses of one operator are one voice, as are two keys of one witness.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

from firebreak.core.base.instants import Instant, iso
from firebreak.core.record.quorum import AgreedWitness, eligible, proven
from firebreak.core.record.quorum import Stamp as Word
from firebreak.verify.cards import SIDES, Cards
from firebreak.verify.facts import Fact, Index
from firebreak.verify.faults import Fault, fault
from firebreak.verify.stamps import Stamp, keys_of, on_both_cards


class Existed(NamedTuple):
    """A checkpoint that a quorum stamped, and by when it existed."""

    side: int
    size: int
    through: str
    at: Instant
    operators: int

    def sentence(self, writer: str) -> Fault:
        """In words."""
        values = {"writer": writer, "size": self.size, "through": self.through, "operators": self.operators}
        return fault("existed", at=iso(self.at), **values)


@dataclass(slots=True)
class Quorums:
    """Judges the stamps that fit the entries."""

    cards: Cards
    index: Index
    stamps: list[Stamp] = field(default_factory=list[Stamp])
    "Those of witnesses whom both sides name, on the cards or in the agreement of that time."
    existed: list[Existed] = field(default_factory=list[Existed])
    dropped: int = 0
    "Stamps of witnesses whom the agreement of that time does not name."

    def take(self, fitting: Iterable[Stamp]) -> None:
        """Sort out whose word counts, and what a quorum proves together."""
        checkpoints: dict[tuple[int, bytes, int, bytes], list[Stamp]] = {}
        for each in fitting:
            checkpoints.setdefault((each.side, each.segment, each.size, each.root), []).append(each)
        for of in checkpoints.values():
            self._checkpoint(of)
        self.stamps.sort(key=lambda each: each.at)
        self.existed.sort(key=lambda each: (each.side, each.size))

    def _checkpoint(self, of: list[Stamp]) -> None:
        agreed = self._in_force(of[0])
        counting = self._counting(agreed) if agreed else []
        words: list[Word] = []
        for each in dict.fromkeys(of):
            witness = next((one for one in counting if _is(each, one)), None)
            if witness is not None:
                words.append(Word(witness.name, witness.operator, each.at))
            elif not on_both_cards(self.cards, each.witness, each.key):
                self.dropped += 1
                continue
            self.stamps.append(each)
        found = proven(words, agreed.quorum) if agreed and words else None
        if found is not None:
            operators = len({each.operator for each in words})
            last = of[0]
            self.existed.append(Existed(last.side, last.size, last.through, found.latest, operators))

    def _counting(self, agreed: Fact) -> list[AgreedWitness]:
        keys = (key for of in self.cards.sides for each in of for key in keys_of(each.card))
        return eligible(agreed.witnesses, (self.cards.name(side) for side in SIDES), keys)

    def _in_force(self, stamp: Stamp) -> Fact | None:
        """The agreement of the writer that counted where a checkpoint ends."""
        alike = {each.agreed.hash for each in self.index.proven(1 - stamp.side) if each.agreed}
        held = [each for each in self.index.proven(stamp.side) if each.agreed and each.agreed.hash in alike]
        way = self._way(stamp)
        before = [each for each in held if each.seq <= way.get(each.segment, 0)]
        order = list(way)
        return min(before, key=lambda each: (order.index(each.segment), -each.seq), default=None)

    def _way(self, stamp: Stamp) -> dict[bytes, int]:
        """How far each segment leads to the last entry of a checkpoint, the newest segment first."""
        segment, upto = stamp.segment, int(stamp.through.rpartition("/")[2])
        way = {segment: upto}
        held = self.index.segments[stamp.side]
        while (before := self.index.before(held[segment])) is not None and before.segment not in way:
            segment = before.segment
            way[segment] = before.seq
        return way


def _is(stamp: Stamp, witness: AgreedWitness) -> bool:
    return any((each.name, each.public) == (stamp.witness, stamp.key) for each in witness.verifier_keys)
