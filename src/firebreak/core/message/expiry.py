"""Messages that cease to apply, by our own clock. The counterpart's clock decides nothing."""

from dataclasses import dataclass, field
from heapq import heappop, heappush

from firebreak.core.base.instants import Instant
from firebreak.core.message.events import MessageExpired
from firebreak.core.message.levels import Trace


@dataclass(slots=True)
class Expiry:
    """The instants at which messages expire."""

    _heap: list[tuple[int, bytes]] = field(default_factory=list[tuple[int, bytes]])

    def add(self, trace: Trace) -> None:
        """Watch a message, unless it had expired when it was learnt."""
        if trace.expires_at > trace.at:
            heappush(self._heap, (trace.expires_at, trace.hash))

    def resume(self, now: Instant) -> None:
        """After a start: what expired meanwhile is shown as expired and not reported one by one."""
        self.tick(now)

    def tick(self, now: Instant) -> list[MessageExpired]:
        """Report each message that expires, once."""
        out: list[MessageExpired] = []
        while self._heap and self._heap[0][0] <= now:
            out.append(MessageExpired(at=now, entry=heappop(self._heap)[1]))
        return out

    @property
    def deadline(self) -> Instant | None:
        """When the next one expires."""
        return Instant(self._heap[0][0]) if self._heap else None
