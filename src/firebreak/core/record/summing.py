"""Which checkpoint sums up an entry, and the proof that it does: from the entries of one log alone."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from firebreak.core.base.errors import CounterpartError, LocalError
from firebreak.core.envelope.entry import Entry
from firebreak.core.envelope.header import NOWHERE
from firebreak.core.envelope.kinds import Kind
from firebreak.core.record.bodies import CheckpointBody
from firebreak.core.record.checkpoint import Checkpoint, SignedCheckpoint
from firebreak.core.record.merkle import Tree
from firebreak.core.record.proof import EntryProof, prove

TRIED_MAX: Final = 200  # checkpoints after the entry; hourly ones of eight days


def proof_in(log: Sequence[Entry], entry: Entry, log_key: bytes, stamped: Iterable[bytes]) -> EntryProof:
    """The proof under the first checkpoint that witnesses stamped, or else under the first of all."""
    notes = {SignedCheckpoint.parse(each).checkpoint: each for each in stamped}
    held = {each.hash: each for each in log}
    first: EntryProof | None = None
    for at, note in list(_after(log, entry))[:TRIED_MAX]:
        checkpoint = SignedCheckpoint.parse(note).checkpoint
        leaves = _leaves(at, checkpoint, held)
        if entry.hash not in leaves:
            continue
        if checkpoint in notes:
            return prove(entry, log_key, leaves, notes[checkpoint])
        first = first or prove(entry, log_key, leaves, note)
    if first is None:
        raise LocalError(
            f"no checkpoint sums up entry {entry.ref} yet",
            code="FB348",
            hint="wait for the next checkpoint of its writer, at most an hour, and try again",
        )
    return first


def _after(log: Sequence[Entry], entry: Entry) -> Iterator[tuple[Entry, bytes]]:
    """Checkpoint entries that may sum it up, the oldest first, with their notes."""
    for each in log:
        if each.header.kind == Kind.CHECKPOINT and each.body and each.header.time.hi >= entry.header.time.lo:
            try:
                yield each, CheckpointBody.from_bytes(each.body).note
            except CounterpartError:
                continue


def _leaves(at: Entry, checkpoint: Checkpoint, held: Mapping[bytes, Entry]) -> list[bytes]:
    """What a checkpoint sums up: so many entries back along `prev`, if they make its root."""
    way: list[bytes] = []
    hash = at.header.prev
    while len(way) < checkpoint.size and hash != NOWHERE and hash in held:
        way.append(hash)
        hash = held[hash].header.prev
    way.reverse()
    fits = len(way) == checkpoint.size and Tree(way).root() == checkpoint.root
    return way if fits else []
