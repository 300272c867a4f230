"""Trees, witnesses and the time that they prove: I27, and the second half of I20.

The oracle keeps the leaves of every tree that anybody has signed. Two trees fit when the shorter one is the
beginning of the longer. Roots are computed here by the recursion of RFC 6962, and not as the core does it.
"""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from firebreak.core.base.instants import SECOND
from firebreak.core.base.purposes import HASH
from firebreak.core.envelope.cose import hash_of
from firebreak.core.envelope.header import NOWHERE, Header
from firebreak.core.envelope.kinds import Kind
from firebreak.core.record import quorum
from firebreak.core.record.bodies import CheckpointBody, StampBody
from firebreak.core.record.checkpoint import Checkpoint, SignedCheckpoint, parse_text
from firebreak.core.record.note import parse_note
from firebreak.core.record.quorum import Stamp
from firebreak.sim.clock import START
from firebreak.sim.oracles.view import Item, View
from firebreak.sim.violation import hold

if TYPE_CHECKING:
    from firebreak.sim.node import Node
    from firebreak.sim.witness import Witness
    from firebreak.sim.world import World

Leaves = tuple[bytes, ...]
QUORUM: Final = 2


@dataclass(slots=True)
class Stamps:
    """All trees of a world, and who has vouched for which."""

    world: "World"
    prevs: dict[bytes, bytes] = field(default_factory=dict[bytes, bytes])
    "Of every entry signed: the one before it."
    signed_at: dict[bytes, int] = field(default_factory=dict[bytes, int])
    "True time."
    tips: dict[int, bytes] = field(default_factory=dict[int, bytes])
    "The newest entry signed by each process."
    trees: dict[tuple[str, int, bytes], Leaves] = field(default_factory=dict[tuple[str, int, bytes], Leaves])
    own: dict[str, list[Leaves]] = field(default_factory=dict[str, list[Leaves]])
    "By log: what its own nodes have signed."
    processes: dict[str, int] = field(default_factory=dict[str, int])
    "By log: which process signs its trees."
    cosigned: dict[tuple[str, str], list[Leaves]] = field(default_factory=dict[tuple[str, str], list[Leaves]])
    "By witness and log."

    def signs(self, node: "Node", header: Header, payload: bytes) -> None:
        """An entry is signed."""
        hash = hash_of(HASH, payload)
        self.prevs[hash], self.signed_at[hash] = header.prev, self.world.now
        self.tips[node.process] = hash

    def sums_up(self, node: "Node", text: bytes) -> None:
        """A node signs a checkpoint: the tree of its own chain, which fits all that its log has signed."""
        checkpoint = parse_text(text)
        leaves = self._chain(self.tips[node.process], checkpoint.size)
        same = len(leaves) == checkpoint.size and root_of(leaves) == checkpoint.root
        hold("I7", same, f"{node.label} signs a tree of {checkpoint.size} that is not its log")
        self.trees[checkpoint.origin, checkpoint.size, checkpoint.root] = leaves
        first = self.processes.setdefault(checkpoint.origin, node.process)
        hold("I3", first == node.process, f"{node.label} signs a tree under the origin of another process")
        before = self.own.setdefault(checkpoint.origin, [])
        fits = all(_fit(leaves, each) for each in before)
        hold("I3", fits, f"{node.label} signs a tree of {checkpoint.size} that contradicts one before")
        before.append(leaves)

    def cosigns(self, witness: "Witness", checkpoint: Checkpoint) -> None:
        """I27: a witness vouches for a tree."""
        leaves = self.trees[checkpoint.origin, checkpoint.size, checkpoint.root]
        before = self.cosigned.setdefault((witness.name, checkpoint.origin), [])
        fits = witness.forks or all(_fit(leaves, each) for each in before)
        hold("I27", fits, f"{witness.name} cosigns two stories of one log")
        before.append(leaves)
        self.world.oracles.count("I27")

    def learn(self, view: View, item: Item) -> None:
        """An entry is stored: what it says of stamps is true."""
        named = item.header.witness
        if item.ours and named is not None:
            held = view.items.get(named)
            good = held is not None and held.header.kind == Kind.WITNESS_STAMP
            hold("I20", good, "an entry names a stamp that is not held")

    def check_times(self, view: View) -> None:
        """I20: the time that a quorum proves is true while fewer than the quorum lie."""
        honest = sum(each.honest for each in self.world.witnesses)
        if len(self.world.witnesses) - honest > 1:
            return
        for item in view.of_kind(Kind.CHECKPOINT):
            if isinstance(item.body, CheckpointBody) and item.hash in self.signed_at:
                self._check(view, item, item.body)

    def _check(self, view: View, item: Item, body: CheckpointBody) -> None:
        stamped = list(self._stamps(view, item, body))
        found = quorum.proven([each for _, each in stamped], QUORUM)
        if found is None:
            return
        true = START + self.signed_at[item.hash]
        hold("I20", found.latest + SECOND > true, "a checkpoint is proven before it was written")
        last = max(self.signed_at.get(each.hash, 0) for each, _ in stamped)
        hold("I20", START + last >= found.earliest, "an entry is proven later than it was written")
        self.world.oracles.count("I20")

    def _stamps(self, view: View, item: Item, body: CheckpointBody) -> Iterator[tuple[Item, Stamp]]:
        note = SignedCheckpoint.parse(body.note)
        for each in view.of_kind(Kind.WITNESS_STAMP):
            if isinstance(each.body, StampBody) and each.body.checkpoint.hash == item.hash:
                lines = parse_note(note.checkpoint.text + b"\n" + each.body.lines).signatures
                for witness in self.world.witnesses:
                    stamp = quorum.stamp_of(note.joined(lines), witness.agreed)
                    if stamp is not None:
                        yield each, stamp

    def _chain(self, tip: bytes, size: int) -> Leaves:
        found = list[bytes]()
        while tip != NOWHERE and len(found) < size:
            found.append(tip)
            tip = self.prevs.get(tip, NOWHERE)
        return tuple(found[::-1])


def root_of(leaves: Sequence[bytes]) -> bytes:
    """The root of RFC 6962 over entry hashes."""
    if not leaves:
        return hashlib.sha256(b"").digest()
    if len(leaves) == 1:
        return hashlib.sha256(b"\0" + leaves[0]).digest()
    half = 1 << (len(leaves) - 1).bit_length() - 1
    return hashlib.sha256(b"\1" + root_of(leaves[:half]) + root_of(leaves[half:])).digest()


def _fit(one: Leaves, other: Leaves) -> bool:
    length = min(len(one), len(other))
    return one[:length] == other[:length]
