"""What witnesses have stamped, as both logs say.

A stamp is an entry of whoever got it: `witness.stamp` names the writer's own checkpoint entry and carries the
lines. So it reaches the counterpart, the backup and the export like everything else, and the chain puts it in
order: what stands behind it was written later. Header field 15 names the newest stamp held of either log once
after each new one, and in every entry that may have to stand alone: a checkpoint, a call's offer.

Lines are verified when they come from a witness, before they are signed into our log, and again by whoever
relies on them; this fold keeps places and no lines.
"""

from dataclasses import dataclass, field
from typing import Final

from firebreak.core.base.events import Event
from firebreak.core.base.instants import Instant
from firebreak.core.envelope.header import Ref
from firebreak.core.envelope.kinds import Kind
from firebreak.core.envelope.learnt import Learnt
from firebreak.core.record.attested import AttestedBody
from firebreak.core.record.bodies import CheckpointBody, StampBody
from firebreak.core.record.log import Log

ALONE: Final = frozenset({Kind.CHECKPOINT, Kind.CALL_OFFER})
"Kinds that always name the newest stamp."


@dataclass(frozen=True, slots=True, kw_only=True)
class WitnessSilent(Event):
    """A witness does not answer, or not as agreed. The line works on without it."""

    witness: str
    since: Instant
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WitnessAnswered(Event):
    """A witness that was silent stamps again."""

    witness: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WitnessContradicts(Event):
    """A witness holds another log of ours than we do: ours was restored from an older state, or it lies."""

    witness: str
    ours: int
    "Size of our tree."
    theirs: int
    "Size that the witness names."


@dataclass(frozen=True, slots=True, kw_only=True)
class WitnessesAttested(Event):
    """Witnesses attest whether something that we left at them was collected, and it stands in the record."""

    entry: Ref
    "What was left there: the offer of a call."
    word: str
    "`collected` or `not collected`, and nothing else is said: no cause, and not that anybody knew of it."
    since: Instant
    "Collected: when. Not collected: since when it lay at all of them, by their clocks."
    until: Instant


@dataclass(frozen=True, slots=True)
class Stamped:
    """A stamp in a log: which checkpoint it is about, and where it stands."""

    checkpoint: Ref
    entry: Ref


@dataclass(slots=True)
class Witnessing:
    """The places of stamps in both logs, and what is still to be stamped in ours."""

    stamps: dict[bool, list[Stamped]] = field(
        default_factory=lambda: {True: list[Stamped](), False: list[Stamped]()}
    )
    "Ours under True, theirs under False."
    attested: list[Ref] = field(default_factory=list[Ref])
    "Entries of either log that carry what witnesses attest of a mailbox."
    newest: bytes | None = None
    "Hash of the newest stamp entry held, of either log."
    checkpoint: Ref | None = None
    "Our newest checkpoint."
    note: bytes = b""
    "What it says."
    _named: bytes | None = None

    def learn(self, item: Learnt) -> None:
        """Take in an entry of either log."""
        if item.ours and item.header.witness is not None:
            self._named = item.header.witness
        if item.ours and isinstance(item.body, CheckpointBody):
            self.checkpoint, self.note = item.ref, item.body.note
        if isinstance(item.body, StampBody):
            self.stamps[item.ours].append(Stamped(item.body.checkpoint.ref, item.ref))
            self.newest = item.ref.hash
        if isinstance(item.body, AttestedBody):
            self.attested.append(item.ref)

    def to_name(self, kind: Kind) -> bytes | None:
        """What the header of our next entry says in field 15."""
        return self.newest if kind in ALONE or self.newest != self._named else None

    def after(self, log: Log, ref: Ref, *, ours: bool) -> list[Stamped]:
        """Stamps on checkpoints that sum up this entry, the earliest first."""
        order = {segment.id: place for place, (segment, _) in enumerate(log.path())}

        def later(other: Ref) -> bool:
            if other.segment == ref.segment:
                return other.seq > ref.seq
            return order.get(ref.segment, len(order)) < order.get(other.segment, -1)

        return [each for each in self.stamps[ours] if later(each.checkpoint) and log.holds(each.checkpoint)]
