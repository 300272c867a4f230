"""All that a line knows: both logs, and everything that is folded from them.

Every entry enters here and nowhere else, whether it is read from the store, signed or received, so that a
replay of the record rebuilds the same line.
"""

from dataclasses import dataclass, field, replace
from functools import partial

from firebreak.core.base.events import Event
from firebreak.core.base.instants import Instant
from firebreak.core.base.shape import Body
from firebreak.core.envelope.entry import Entry
from firebreak.core.envelope.header import Ref
from firebreak.core.envelope.kinds import Precedence
from firebreak.core.envelope.learnt import Draft, Learnt
from firebreak.core.envelope.once import Once
from firebreak.core.envelope.release import released_by
from firebreak.core.line.admission import Bad
from firebreak.core.line.card_events import ContradictionExplained, EntryVoid, KeyRevoked
from firebreak.core.line.cards import Cards
from firebreak.core.line.checkpointing import Checkpointing
from firebreak.core.line.claims import Claims
from firebreak.core.line.contradictions import explained
from firebreak.core.line.identity import Identity, Side
from firebreak.core.line.machines import Machines
from firebreak.core.line.owed import Unreceipted
from firebreak.core.line.receipting import Receipting
from firebreak.core.line.restoring import Restoring
from firebreak.core.line.revoking import ROOTED, Mark, Revocations
from firebreak.core.line.standing_by import StandingBy
from firebreak.core.line.witnessing import Witnessing
from firebreak.core.line.writer import Writer
from firebreak.core.record.interlock import Interlock
from firebreak.core.record.log import Log
from firebreak.core.record.segment import Place


@dataclass(frozen=True, slots=True)
class Entered:
    """What an entry led to."""

    item: Learnt
    place: Place
    said: list[Draft | Event]
    "What the machines want signed and shown."


@dataclass(slots=True)
class Memory:
    """Both logs and all folds over them."""

    identity: Identity
    writer: Writer
    machines: Machines
    once: Once = field(default_factory=Once)
    "Officers' statements that count, each in one entry."
    logs: Interlock = field(init=False)
    cards: Cards = field(init=False)
    revocations: Revocations = field(init=False)
    claims: Claims = field(init=False)
    standing_by: StandingBy = field(init=False)
    restoring: Restoring = field(init=False)
    receipting: Receipting = field(init=False)
    unreceipted: Unreceipted = field(default_factory=Unreceipted)
    checkpointing: Checkpointing = field(init=False)
    witnessing: Witnessing = field(default_factory=Witnessing)

    def __post_init__(self) -> None:
        self.logs = Interlock(Log(self.identity.ours.writer), Log(self.identity.theirs.writer))
        self.cards = Cards(self.identity, self.logs)
        self.claims = Claims(self.logs)
        self.standing_by = StandingBy(self.cards)
        outdated = partial(self.standing_by.outdated, self.writer.signer.key_id)
        self.restoring = Restoring(self.identity, self.logs, outdated)
        self.receipting = Receipting(self.logs.theirs)
        self.revocations = Revocations(self.cards, self.receipting.is_said)
        self.checkpointing = Checkpointing(self.identity, self.cards, self.writer.signer, self.logs.ours)

    def is_ours(self, entry: Entry) -> bool:
        """Whether our party wrote it."""
        return entry.header.writer == self.identity.ours.writer

    def log_of(self, entry: Entry) -> Log:
        """The log that it stands in."""
        return self.logs.ours if self.is_ours(entry) else self.logs.theirs

    def side_of(self, entry: Entry) -> Side:
        """The party that wrote it, as it stood then."""
        return self.cards.side_at(entry.header.seen, ours=self.is_ours(entry))

    def enter(self, entry: Entry, body: Body | Bad | None, at: Instant) -> Entered:
        """Take in a verified entry that is stored, or that is about to be."""
        ours = self.is_ours(entry)
        place = self.log_of(entry).add(entry.header, entry.hash)
        self.cards.enter(entry.header)
        item = Learnt(entry.ref, entry.header, None if isinstance(body, Bad) else body, ours, at)
        said = self._rooted(item)
        void = self.revocations.mark(entry.header, entry.ref, ours=ours) is Mark.VOID
        if void and entry.header.kind not in ROOTED:
            said.append(EntryVoid(at=at, ref=entry.ref, writer=self._name(item), kind=entry.header.kind))
        if void:
            item = replace(item, body=None)
        if item.body is not None:
            self.once.note(item.body, entry.header.writer, entry.hash)
        if ours:
            self.receipting.signed(entry.header, item.body, void=void)
        else:
            self.receipting.held(item, place)
        self.standing_by.learn(item)
        self.restoring.learn(item)
        self.checkpointing.learn(item)
        self.witnessing.learn(item)
        return Entered(item, place, said if void else [*said, *self._learnt(item)])

    def released_by(
        self, kind: int, precedence: Precedence, body: bytes, seen: Ref | None, *, ours: bool
    ) -> int | None:
        """How many officers released what two have to, as was agreed by then; None when nothing is wrong."""
        log = self.logs.theirs if ours else self.logs.ours
        agreed = self.machines.agreements.at(seen, log, ours=ours).two_person
        if kind not in agreed:
            return None
        roster = self.cards.side_at(seen, ours=ours).roster(self.identity.environment)
        return released_by(kind, precedence, body, agreed, roster, self.identity.line)

    def resume(self, at: Instant) -> list[Draft | Event]:
        """After a start: what the counterpart's root keys said and we have not answered."""
        return [*self.cards.resume(at), *self.revocations.resume(at)]

    def owes(self, draft: Draft) -> bool:
        """Whether a draft that had to wait is still to be said: what came back may have said it already."""
        return all(each.owes(draft) for each in (self.machines, self.cards, self.revocations))

    def _rooted(self, item: Learnt) -> list[Draft | Event]:
        """What follows from an entry that speaks by root keys, whatever became of the key it is under."""
        said = [*self.cards.learn(item), *self.revocations.learn(item), *explained(item, self.cards)]
        for each in said:
            if isinstance(each, ContradictionExplained):
                self.machines.explain(each.first, each.second)
            elif isinstance(each, KeyRevoked) and each.ours:
                self.receipting.revoked(each.key)
        return said

    def _name(self, item: Learnt) -> str:
        return self.cards.newest(ours=item.ours).name

    def _learnt(self, item: Learnt) -> list[Draft | Event]:
        """What the machines make of an entry, and of receipts for it that came before it."""
        true = self.claims.true(item)
        self.unreceipted.learn(true)
        said = self.machines.learn(true)
        for each in self.claims.proved(item):
            if not each.ours:
                self.unreceipted.learn(each)
            said += self.machines.receipted(each)
        return said
