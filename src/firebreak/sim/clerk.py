"""A node's errand to the witnesses: its newest checkpoint goes out, their lines come into its log.

It does what `app/witnesses.py` does, on the world's wire and by the world's clock: every agreed witness that
counts and has not stamped the newest checkpoint is asked, silent ones again with growing pauses, and nothing
but verified lines is signed into the log.
"""

from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING, Final

from firebreak.core.base.errors import CounterpartError
from firebreak.core.base.instants import SECOND, Instant
from firebreak.core.envelope.header import Ref
from firebreak.core.envelope.kinds import Kind
from firebreak.core.envelope.learnt import Draft
from firebreak.core.line.line import Line
from firebreak.core.record.adding import AddCheckpoint, Status
from firebreak.core.record.bodies import Named, StampBody
from firebreak.core.record.checkpoint import SignedCheckpoint
from firebreak.core.record.note import parse_note
from firebreak.core.record.quorum import AgreedWitness, eligible, stamp_of

if TYPE_CHECKING:
    from firebreak.sim.node import Node

PAUSE_MS: Final = 2 * SECOND
PAUSE_MAX_MS: Final = 600 * SECOND


@dataclass(slots=True)
class Errand:
    """How one witness stands to the line of one process."""

    agreed: AgreedWitness
    size: int = 0
    "Of our tree, as far as we know what it holds."
    done: Ref | None = None
    asked: Ref | None = None
    again_at: int = 0
    pause: int = PAUSE_MS
    contradicts: bool = False


@dataclass(eq=False, slots=True)
class Clerk:
    """All errands of one process."""

    node: "Node"
    process: int
    errands: dict[str, Errand] = field(default_factory=dict[str, Errand])
    _note: tuple[bytes, SignedCheckpoint | None] = (b"", None)

    def look(self) -> None:
        """The process rests: ask whoever is due."""
        line = self.node.line
        if self.node.process != self.process or line is None or not line.opened:
            return
        checkpoint = line.memory.witnessing.checkpoint
        if checkpoint is None or not line.machines.agreements.in_force.witnesses:
            return
        for errand in self._errands(line):
            asked = errand.asked == checkpoint and self.node.world.now < errand.again_at
            if errand.done != checkpoint and not asked:
                self._ask(line, errand, checkpoint)

    def _errands(self, line: Line) -> list[Errand]:
        for each in counting(line):
            self.errands.setdefault(each.name, Errand(each))
        return list(self.errands.values())

    def _ask(self, line: Line, errand: Errand, checkpoint: Ref) -> None:
        world = self.node.world
        signed, tree = self._parsed(line.memory.witnessing.note), line.memory.checkpointing.tree
        size = signed.checkpoint.size
        if len(tree) < size or tree.root(size) != signed.checkpoint.root:
            return  # the next checkpoint is of the present tree
        old = min(errand.size, size)
        errand.asked, errand.again_at = checkpoint, world.now + errand.pause
        errand.pause = min(2 * errand.pause, PAUSE_MAX_MS)
        request = AddCheckpoint(old, tree.consistency_proof(old, size), signed)
        witness = next(each for each in world.witnesses if each.name == errand.agreed.name)
        witness.ask(request.render(), partial(self._answered, errand, checkpoint, signed))
        world.later(errand.again_at, self._again)

    def _parsed(self, note: bytes) -> SignedCheckpoint:
        if self._note[0] != note:
            self._note = (note, SignedCheckpoint.parse(note))
        assert self._note[1] is not None
        return self._note[1]

    def _again(self) -> None:
        self.look()

    def _answered(
        self, errand: Errand, checkpoint: Ref, signed: SignedCheckpoint, status: int, body: bytes
    ) -> None:
        if self.node.process != self.process or self.node.line is None:
            return
        if status == Status.COSIGNED:
            self._stamped(errand, checkpoint, signed, body)
        elif status == Status.CONFLICT:
            held = int(body)
            errand.contradicts = held > signed.checkpoint.size or held == errand.size
            if not errand.contradicts:
                errand.size, errand.again_at = held, 0
                self.look()

    def _stamped(self, errand: Errand, checkpoint: Ref, signed: SignedCheckpoint, body: bytes) -> None:
        try:
            lines = parse_note(signed.checkpoint.text + b"\n" + body).signatures
            stamp = stamp_of(SignedCheckpoint(signed.checkpoint, lines), errand.agreed)
        except CounterpartError:
            return
        if stamp is None:
            return
        errand.size, errand.done, errand.pause = signed.checkpoint.size, checkpoint, PAUSE_MS
        text = "".join(each.line for each in lines).encode()
        named = Named(segment=checkpoint.segment, seq=checkpoint.seq, hash=checkpoint.hash)
        draft = Draft(kind=Kind.WITNESS_STAMP, body=StampBody(checkpoint=named, lines=text))
        self.node.ask(partial(_said, draft))


def counting(line: Line) -> list[AgreedWitness]:
    """The witnesses of the agreement in force that count on this line."""
    sides = (line.identity.ours, line.identity.theirs)
    keys = [key for each in sides for key in (*each.log_keys, each.checkpoint_key, *each.officers.values())]
    return eligible(line.machines.agreements.in_force.witnesses, (each.name for each in sides), keys)


def _said(draft: Draft, line: Line, now: Instant) -> Draft:
    """What was prepared."""
    return draft
