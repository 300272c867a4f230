"""I19: a line is green only while an answer to a question of this very process is fresh."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from firebreak.core.base.instants import HOUR, SECOND
from firebreak.core.linecheck.bodies import CheckPing, CheckPong
from firebreak.core.linecheck.status import Colour
from firebreak.sim.oracles.view import Item
from firebreak.sim.violation import hold

if TYPE_CHECKING:
    from firebreak.sim.node import Node

LATE_SECONDS: Final = 30  # of the default calendar: an answer in the next slot is not late before


@dataclass(slots=True)
class Freshness:
    """When the newest answer to a question of one process came."""

    segment: bytes
    "In which the process signs."
    last_at: int | None = None
    _asked: set[bytes] = field(default_factory=set[bytes])

    def learn(self, item: Item) -> None:
        """An entry is stored."""
        body = item.body
        if isinstance(body, CheckPing) and item.header.segment == self.segment:
            self._asked.add(body.nonce)
        elif isinstance(body, CheckPong) and not item.ours and body.nonce in self._asked:
            self.last_at = item.kept.at

    def check(self, node: "Node") -> None:
        """Look at what the desk would be shown now, if it may not be green."""
        assert node.line is not None
        now, slot = node.line_time(), node.world.check_seconds
        reach = min(HOUR, (slot + LATE_SECONDS) * SECOND) if slot else HOUR
        if self.last_at is None or now > self.last_at + reach:
            colour = node.line.machines.checks.status(now).colour
            hold("I19", colour is not Colour.GREEN, f"{node.label} is green without a fresh answer")
