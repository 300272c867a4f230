"""Checkpoints of our own log: what it sums up to, signed for everybody who was not there.

The tree holds all entries along `prev`, from the first of our log to the one before the checkpoint, and its
origin names the open segment. A process that was restored, or runs beside another, sums up another log than
was summed up before, and cannot know it; but no other process signs in its segment, so it contradicts nobody
(decision 0006).
"""

from dataclasses import dataclass, field
from typing import Final

from firebreak.core.base.instants import HOUR, MINUTE, Instant
from firebreak.core.envelope.kinds import Kind
from firebreak.core.envelope.learnt import Draft, Learnt
from firebreak.core.envelope.signer import Signer
from firebreak.core.line.cards import Cards
from firebreak.core.line.identity import Identity
from firebreak.core.record.bodies import CheckpointBody
from firebreak.core.record.checkpoint import (
    Checkpoint,
    Origin,
    SignedCheckpoint,
    ed25519_signature,
    mldsa65_signature,
)
from firebreak.core.record.log import Log
from firebreak.core.record.merkle import Tree

EVERY: Final = HOUR  # at least so often while there is something new
AFTER_CHECK: Final = 30 * MINUTE  # and after an answered check, not more often than this

NOTHING_NEW: Final = frozenset({Kind.CHECKPOINT, Kind.WITNESS_STAMP, Kind.RECEIPT_NODE})
"Kinds that ask for no checkpoint by themselves: else two idle nodes would sum up each other's sums for ever."


@dataclass(slots=True)
class Checkpointing:
    """The tree of our own log, and when to sign it."""

    identity: Identity
    cards: Cards
    signer: Signer = field(repr=False)
    log: Log
    "Our own."
    tree: Tree = field(default_factory=Tree, repr=False)
    generation: int = 0
    "How many adoptions our log holds."
    _segment: bytes = b""
    "The open one."
    _last_at: Instant | None = None
    "When we last signed one, or first had something to sum up."
    _fresh: bool = False
    _answered: bool = False
    "Whether the counterpart has answered a check since."

    def learn(self, item: Learnt) -> None:
        """Take in an entry of either log, in the order of the record."""
        if not item.ours:
            self._answered = self._answered or item.header.kind == Kind.CHECK_PONG
            return
        if item.header.kind == Kind.LOG_ADOPT:
            self.generation += 1
        if item.header.kind == Kind.CHECKPOINT:
            self._last_at, self._fresh, self._answered = item.at, False, False
        elif item.header.kind not in NOTHING_NEW:
            self._fresh = True
            self._last_at = item.at if self._last_at is None else self._last_at

    def begin(self, segment: bytes) -> None:
        """A segment is about to be opened: build the tree over the chain that it continues."""
        self._segment = segment
        self.tree = Tree(hash for each, upto in self.log.path() for hash in each.hashes[:upto])

    def signed(self, item: Learnt) -> None:
        """We have signed an entry in the open segment."""
        self.tree.append(item.ref.hash)

    @property
    def deadline(self) -> Instant | None:
        """When the next checkpoint is due; None while there is nothing new."""
        if not self._fresh or self._last_at is None:
            return None
        return Instant(self._last_at + (AFTER_CHECK if self._answered else EVERY))

    def take(self, at: Instant, *, now: bool = False) -> Draft | None:
        """The checkpoint to write, if one is due, or if there is anything new and it is asked for `now`."""
        due = self.deadline
        if due is None or (at < due and not now):
            return None
        self._last_at = at  # also when the signer refuses: it is not asked again at once
        return Draft(kind=Kind.CHECKPOINT, body=CheckpointBody(note=self._note()))

    def _note(self) -> bytes:
        origin = Origin(self.identity.line, self.identity.ours.party, self._segment)
        checkpoint = Checkpoint(str(origin), len(self.tree), self.tree.root())
        classical, hybrid = self.signer.sign_checkpoint(checkpoint.text)
        ours = self.cards.signing(self.signer.key_id)
        lines = [ed25519_signature(checkpoint, ours.log_keys[-1], classical)]
        if ours.checkpoint_key:
            lines.append(mldsa65_signature(checkpoint, ours.checkpoint_key, hybrid))
        return SignedCheckpoint(checkpoint, tuple(lines)).render()
