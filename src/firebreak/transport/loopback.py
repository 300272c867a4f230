"""Two links joined in memory, for tests and the demo. What happens to each packet is decided by a plan."""

import asyncio
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import Enum, auto

from firebreak.core.base.errors import LocalError
from firebreak.ports import LinkDown
from firebreak.transport.packets import PACKET_BYTES_MAX


class Fate(Enum):
    """What becomes of one packet."""

    ARRIVES = auto()
    IS_LOST = auto()
    ARRIVES_TWICE = auto()
    WAITS = auto()
    "It arrives after the next packet that is not lost."


@dataclass(slots=True)
class Way:
    """One direction: the packets on it, and the fates of the next ones. Without a plan all arrive."""

    plan: Iterator[Fate] = field(default_factory=lambda: iter(()))
    arrived: "asyncio.Queue[bytes | None]" = field(default_factory=asyncio.Queue)
    waiting: list[bytes] = field(default_factory=list[bytes])

    def carry(self, packet: bytes) -> None:
        """Let the next fate happen to a packet."""
        fate = next(self.plan, Fate.ARRIVES)
        if fate is Fate.WAITS:
            self.waiting.append(packet)
        elif fate is not Fate.IS_LOST:
            for each in (packet, *([packet] if fate is Fate.ARRIVES_TWICE else []), *self.waiting):
                self.arrived.put_nowait(each)
            self.waiting.clear()


@dataclass(slots=True)
class LoopbackLink:
    """One end. Closing either end takes both down; what had arrived can still be received."""

    name: str
    _outgoing: Way
    _incoming: Way
    _down: asyncio.Event

    async def send(self, packet: bytes) -> None:
        """Send one packet. Raises LinkDown."""
        check_size(packet)
        if self._down.is_set():
            raise LinkDown(f"{self.name} was closed")
        self._outgoing.carry(packet)

    async def receive(self) -> bytes:
        """The next packet. Raises LinkDown."""
        packet = await self._incoming.arrived.get()
        if packet is None:
            self._incoming.arrived.put_nowait(None)
            raise LinkDown(f"{self.name} was closed")
        return packet

    async def close(self) -> None:
        """Take the link down for both ends."""
        if not self._down.is_set():
            self._down.set()
            for way in (self._outgoing, self._incoming):
                way.arrived.put_nowait(None)


def pair(
    north: Iterable[Fate] = (), south: Iterable[Fate] = (), name: str = "loopback"
) -> tuple[LoopbackLink, LoopbackLink]:
    """Two ends. `north` are the fates of what the first sends, `south` of what the second sends."""
    down = asyncio.Event()
    out, back = Way(iter(north)), Way(iter(south))
    return LoopbackLink(f"{name} north", out, back, down), LoopbackLink(f"{name} south", back, out, down)


def check_size(packet: bytes) -> None:
    """Raise LocalError for what no link carries."""
    if len(packet) > PACKET_BYTES_MAX:
        text = f"a packet of {len(packet)} bytes, at most {PACKET_BYTES_MAX}"
        raise LocalError(text, code="FB318", hint="send it in several packets")
