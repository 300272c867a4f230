"""How often one address and one account may ask. In memory: nobody is shut out for long."""

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final

from firebreak.console import refusals
from firebreak.core.base.bucket import Bucket
from firebreak.core.base.instants import SECOND, Instant
from firebreak.transport.gate import owner

TILES: Final = "/api/own-map/tiles"
"Asked whenever the map is moved, out of budgets of its own."
NAMES_MAX: Final = 4_096  # remembered of each kind; the one that asked longest ago is forgotten first


@dataclass(slots=True)
class Rate:
    """A budget for each name."""

    clock: Callable[[], Instant]
    "Steady time."
    a_minute: int
    at_once: int
    _buckets: "OrderedDict[str, Bucket]" = field(default_factory=OrderedDict)

    def take(self, name: str) -> None:
        """Count one request. Raises Refused when the budget is spent."""
        at = self.clock()
        bucket = self._buckets.pop(name, None) or Bucket(self.a_minute, self.at_once)
        self._buckets[name] = bucket
        if len(self._buckets) > NAMES_MAX:
            self._buckets.popitem(last=False)
        if not bucket.has(at):
            raise refusals.too_many_requests(-(-(bucket.again_at(at) - at) // SECOND))
        bucket.take(1, at)


class Rates:
    """All budgets. A page at work asks a few times a second at most."""

    def __init__(self, clock: Callable[[], Instant]) -> None:
        self.addresses = Rate(clock, a_minute=1_800, at_once=600)
        "Any request; a desk behind one address may be several pages."
        self.accounts = Rate(clock, a_minute=900, at_once=300)
        "Requests with a session."
        self.tiles = Rate(clock, a_minute=6_000, at_once=1_200)
        "Parts of the own map, from any address; one look at it asks for some twenty."
        self.drawing = Rate(clock, a_minute=3_000, at_once=600)
        "The same, with a session."
        self.entries = Rate(clock, a_minute=20, at_once=40)
        "Logins, links and challenges: what costs us a hash or a place in memory."


def place_of(address: str | None) -> str:
    """The part of a caller's address that its owner cannot change at will."""
    return owner(address or "")
