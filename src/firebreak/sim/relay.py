"""A mailbox between the nodes: it takes every packet that leaves, and hands it on when it likes.

It delays for hours, loses, doubles, shuffles, keeps old packets and hands them out again much later, whether
a path is up or not. A packet is sealed for one node: a machine that has lost its disk, or runs on an older
one, no longer has the keys for packets from before, so they are never handed to it.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from firebreak.core.base.instants import HOUR, MINUTE, SECOND

if TYPE_CHECKING:
    from firebreak.sim.link import Leaving, Way
    from firebreak.sim.node import Node
    from firebreak.sim.world import World

DELAYS: Final = (SECOND, 20 * SECOND, 5 * MINUTE, HOUR, 3 * HOUR)
TIMES: Final = (0, 1, 1, 1, 2, 3)
"How often a packet is handed out."
POLL_MS: Final = MINUTE  # between two looks of a node that did not run
PATIENCE: Final = 30  # such looks, then the mailbox is emptied


@dataclass(slots=True)
class Relay:
    """The mailboxes of both nodes."""

    world: "World"
    until: int = 0
    alone: bool = False
    "Whether packets go this way only."
    handed_at: int = -1
    "When it last handed anything out."

    def take(self, way: "Way", packet: bytes, leaving: "list[Leaving]") -> bool:
        """A packet leaves; whether it takes this way alone."""
        if self.world.now >= self.until:
            return False
        lineage = way.receiver.disk.lineage
        for _ in range(self.world.chance.choice(TIMES)):
            delay = self.world.chance.choice(DELAYS)
            self._later(delay, way.receiver, lineage, packet, leaving, PATIENCE)
        return self.alone

    def _later(
        self,
        delay: int,
        node: "Node",
        lineage: int,
        packet: bytes,
        leaving: "list[Leaving]",
        tries: int,
    ) -> None:
        def hand_out() -> None:
            if node.disk.lineage != lineage or node not in self.world.all_nodes():
                return
            if node.running:
                self.handed_at = self.world.now
                self.world.note(node, f"collects {len(packet)} bytes")
                self.world.oracles.arrives(node, leaving)
                node.arrive(packet)
            elif tries:
                self._later(POLL_MS, node, lineage, packet, leaving, tries - 1)

        self.world.later(self.world.now + delay, hand_out)
