"""All that a line knows: both logs, and everything that is folded from them.

Every entry enters here and nowhere else, whether it is read from the store, signed or received, so that a
replay of the record rebuilds the same line.
"""

from dataclasses import dataclass, field

from firebreak.core.base.events import Event
from firebreak.core.base.instants import Instant
from firebreak.core.base.shape import Body
from firebreak.core.envelope.entry import Entry
from firebreak.core.envelope.learnt import Draft, Learnt
from firebreak.core.envelope.once import Once
from firebreak.core.line.admission import Bad
from firebreak.core.line.checkpointing import Checkpointing
from firebreak.core.line.claims import Claims
from firebreak.core.line.identity import Identity, Side
from firebreak.core.line.machines import Machines
from firebreak.core.line.receipting import Receipting
from firebreak.core.line.restoring import Restoring
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
    claims: Claims = field(init=False)
    restoring: Restoring = field(init=False)
    receipting: Receipting = field(init=False)
    checkpointing: Checkpointing = field(init=False)
    witnessing: Witnessing = field(default_factory=Witnessing)

    def __post_init__(self) -> None:
        self.logs = Interlock(Log(self.identity.ours.writer), Log(self.identity.theirs.writer))
        self.claims = Claims(self.logs.ours)
        self.restoring = Restoring(self.identity, self.logs)
        self.receipting = Receipting(self.logs.theirs)
        self.checkpointing = Checkpointing(self.identity, self.writer.signer, self.logs.ours)

    def is_ours(self, entry: Entry) -> bool:
        """Whether our party wrote it."""
        return entry.header.writer == self.identity.ours.writer

    def log_of(self, entry: Entry) -> Log:
        """The log that it stands in."""
        return self.logs.ours if self.is_ours(entry) else self.logs.theirs

    def side_of(self, entry: Entry) -> Side:
        """The party that wrote it."""
        return self.identity.ours if self.is_ours(entry) else self.identity.theirs

    def enter(self, entry: Entry, body: Body | Bad | None, at: Instant) -> Entered:
        """Take in a verified entry that is stored, or that is about to be."""
        ours = self.is_ours(entry)
        place = self.log_of(entry).add(entry.header, entry.hash)
        item = Learnt(entry.ref, entry.header, None if isinstance(body, Bad) else body, ours, at)
        if item.body is not None:
            self.once.note(item.body, entry.hash)
        if ours:
            self.receipting.signed(entry.header.seen, item.body)
        else:
            self.receipting.held(item, place)
        self.restoring.learn(item)
        self.checkpointing.learn(item)
        self.witnessing.learn(item)
        return Entered(item, place, self._learnt(item))

    def _learnt(self, item: Learnt) -> list[Draft | Event]:
        """What the machines make of an entry, and of receipts for it that came before it."""
        said = self.machines.learn(self.claims.true(item))
        for each in self.claims.proved(item):
            said += self.machines.receipted(each)
        return said
