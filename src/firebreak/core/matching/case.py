"""One matching with all that counts of it: a pure function of the entries, whatever order they came in.

Of several answers, commitments and conclusions of one side, and of several parts with the same role and
number, the first in its author's log is looked at and no other. So whoever says something else later changes
nothing, and whoever says something wrong first spoils the own run only.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from firebreak.core.base.errors import Finding
from firebreak.core.base.instants import DAY, Instant
from firebreak.core.envelope.header import Ref
from firebreak.core.envelope.spoken import Order, Said
from firebreak.core.matching.bodies import (
    Expander,
    MatchingAnswer,
    MatchingDone,
    MatchingPropose,
    Role,
    Word,
    parts_max,
)
from firebreak.core.matching.life import State

LAPSE: Final = DAY  # after the bucket, or after the proposal of one that is over

NAMED: Final = 2  # commitments that the header of a part refers to

EARLY_COMMIT: Final = "matching-commit-early"
EARLY_PART: Final = "matching-part-early"
BEYOND: Final = "matching-part-beyond"
OTHER_PART: Final = "matching-part-other"
TEXTS: Final = {
    EARLY_COMMIT: "commits to a set before the matching was accepted",
    EARLY_PART: "is part of a run before both commitments stood in the record",
    BEYOND: "is part of a message larger than the set that was agreed",
    OTHER_PART: "is part of another message than the first of its kind",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Committed:
    """A commitment as it came."""

    ref: Ref
    ours: bool
    order: Order
    at: Instant
    answer: bytes
    commitment: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """What is kept of a part: where it stands, and none of its bytes."""

    ref: Ref
    ours: bool
    order: Order
    at: Instant
    named: tuple[bytes, ...]
    "The first two entries that its header refers to."
    role: Role
    number: int
    of: int
    whole: bytes
    data_hash: bytes


class Place(NamedTuple):
    """Where a part belongs."""

    ours: bool
    role: Role
    number: int


@dataclass(frozen=True, slots=True)
class Message:
    """One message, as far as it is here."""

    whole: bytes
    held: tuple[Ref | None, ...]
    "The entry of each part."

    @property
    def complete(self) -> bool:
        """Whether every part is here."""
        return None not in self.held


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One matching."""

    proposal: Said[MatchingPropose]
    answer: Said[MatchingAnswer] | None = None
    commits: Mapping[bool, Committed] = field(default_factory=dict[bool, Committed])
    "By whether it is ours; `commitment` says whether it counts."
    pieces: Mapping[Place, Piece] = field(default_factory=dict[Place, Piece])
    done: Mapping[bool, Said[MatchingDone]] = field(default_factory=dict[bool, Said[MatchingDone]])

    @property
    def name(self) -> bytes:
        """The hash of the entry by which it was proposed."""
        return self.proposal.ref.hash

    @property
    def body(self) -> MatchingPropose:
        """What was proposed."""
        return self.proposal.body

    @property
    def we_expand(self) -> bool:
        """Whether our side adds the cells around its own."""
        return self.proposal.ours is (self.body.expander is Expander.PROPOSER)

    @property
    def lapses_at(self) -> Instant:
        """When it is over without having come to an end."""
        return Instant(max(self.body.until_at, self.proposal.time.lo) + LAPSE)

    @property
    def accepted(self) -> bool:
        """Whether an officer of the other side accepted it."""
        return self.answer is not None and self.answer.body.word is Word.ACCEPT

    def commitment(self, *, ours: bool) -> Committed | None:
        """The commitment of one side, if it counts: it names the acceptance."""
        found = self.commits.get(ours)
        if found is None or self.answer is None or not self.accepted:
            return None
        return found if found.answer == self.answer.ref.hash else None

    @property
    def committed(self) -> bool:
        """Whether both sides have committed themselves."""
        return all(self.commitment(ours=ours) for ours in (True, False))

    def message(self, role: Role, *, ours: bool) -> Message | None:
        """One message of one side, by the parts of it that count."""
        counting = [each for each in self._of(role, ours=ours) if self._counts(each)]
        if not counting:
            return None
        first = min(counting, key=lambda each: each.order)
        fit = {each.number: each.ref for each in counting if (each.of, each.whole) == (first.of, first.whole)}
        return Message(first.whole, tuple(fit.get(number) for number in range(1, first.of + 1)))

    def whole(self, role: Role, *, ours: bool) -> bool:
        """Whether all of one message is here."""
        found = self.message(role, ours=ours)
        return found is not None and found.complete

    @property
    def complete(self) -> bool:
        """Whether all six messages are here."""
        return all(self.whole(role, ours=ours) for role in Role for ours in (True, False))

    def state(self, now: Instant) -> State:
        """Where it is in its life."""
        if self.complete:
            return State.DONE if self.done else State.COMPLETE
        if self.answer is not None and not self.accepted:
            return State.DECLINED
        if now >= self.lapses_at:
            return State.LAPSED
        if self.answer is None:
            return State.PROPOSED
        if not self.committed:
            return State.ACCEPTED
        begun = any(self.message(role, ours=ours) for role in Role for ours in (True, False))
        return State.RUNNING if begun else State.COMMITTED

    def overlaps(self, other: MatchingPropose) -> bool:
        """Whether two buckets have an instant in common."""
        return self.body.from_at < other.until_at and other.from_at < self.body.until_at

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What is here and does not count, or not yet."""
        return tuple(finding(code, ref) for code, ref in self.faults())

    def faults(self) -> Iterator[tuple[str, Ref]]:
        """The same as codes and entries."""
        for each in self.commits.values():
            if self.answer is not None and self.commitment(ours=each.ours) is not each:
                yield EARLY_COMMIT, each.ref
        for piece in self.pieces.values():
            code = self._fault(piece)
            if code:
                yield code, piece.ref

    def _counts(self, piece: Piece) -> bool:
        return self.committed and piece.named == self._both(piece) and not self._beyond(piece)

    def _both(self, piece: Piece) -> tuple[bytes, ...]:
        """The commitments that count, that of the part's own side first."""
        found = (self.commitment(ours=ours) for ours in (piece.ours, not piece.ours))
        return tuple(each.ref.hash for each in found if each is not None)

    def _beyond(self, piece: Piece) -> bool:
        return piece.of > parts_max(self.body.items_max)

    def _fault(self, piece: Piece) -> str:
        """What is wrong with a part. Nothing yet while a commitment that it may name has not come."""
        if len(piece.named) < NAMED or (self.committed and piece.named != self._both(piece)):
            return EARLY_PART
        if not self.committed:
            return ""
        found = self.message(piece.role, ours=piece.ours)
        other = "" if found is not None and piece.ref in found.held else OTHER_PART
        return BEYOND if self._beyond(piece) else other

    def _of(self, role: Role, *, ours: bool) -> list[Piece]:
        return [each for place, each in self.pieces.items() if (place.ours, place.role) == (ours, role)]


def finding(code: str, ref: Ref) -> Finding:
    """What is wrong with an entry, in words."""
    return Finding(code=code, text=f"entry {ref} {TEXTS[code]}", entry=str(ref))
