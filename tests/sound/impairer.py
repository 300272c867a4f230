"""A bad link without the kernel's help: two UDP ports between two consoles, with delay, loss, a narrow end.

Each console is told the near port as the address of the other, and its own is read from the candidate that it
named. What is too much for the rate waits, and is dropped when it would wait too long.
"""

import asyncio
import random
from dataclasses import dataclass, field
from typing import Any, Final

HOST: Final = "127.0.0.1"
HEADERS: Final = 28  # IPv4 and UDP
WAIT_MAX: Final = 1.5  # seconds in the queue of the narrow end


@dataclass(frozen=True, slots=True)
class Weather:
    """What the link does to packets, each way."""

    delay: float = 0.0
    loss: float = 0.0
    bits: float | None = None


@dataclass(slots=True)
class Impairer:
    """The link of one leg."""

    weather: Weather
    ports: dict[str, int] = field(default_factory=dict[str, int])
    "Per side of the leg, `offer` and `answer`: where that end is told to send to."
    dropped: int = 0
    passed: int = 0
    _real: dict[str, int] = field(default_factory=dict[str, int])
    _sockets: dict[str, asyncio.DatagramTransport] = field(default_factory=dict[str, Any])
    _free_at: dict[str, float] = field(default_factory=dict[str, float])
    _chance: random.Random = field(default_factory=lambda: random.Random(4))

    async def open(self) -> "Impairer":
        loop = asyncio.get_running_loop()
        for end in ("offer", "answer"):
            transport, _ = await loop.create_datagram_endpoint(lambda end=end: _End(self, end), (HOST, 0))
            self._sockets[end] = transport
            self.ports[end] = transport.get_extra_info("sockname")[1]
        return self

    def close(self) -> None:
        for each in self._sockets.values():
            each.close()

    def replaced(self, candidate: str, end: str) -> str | None:
        """What the other end is told instead of the candidate of `end`; None for one that is left out."""
        words = candidate.split()
        if words[2].lower() != "udp" or words[4] != HOST:
            return None
        self._real[end] = int(words[5])
        words[5] = str(self.ports[_other(end)])
        return " ".join(words)

    def send(self, end: str, data: bytes) -> None:
        """A packet of this end came in."""
        loop, now = asyncio.get_running_loop(), asyncio.get_running_loop().time()
        bits = self.weather.bits
        takes = 0.0 if bits is None else (len(data) + HEADERS) * 8 / bits
        start = max(now, self._free_at.get(end, 0.0))
        if self._chance.random() < self.weather.loss or start - now > WAIT_MAX:
            self.dropped += 1
            return
        self.passed += 1
        self._free_at[end] = start + takes
        loop.call_at(start + takes + self.weather.delay, self._arrive, _other(end), data)

    def _arrive(self, end: str, data: bytes) -> None:
        if end in self._real and not self._sockets[end].is_closing():
            self._sockets[end].sendto(data, (HOST, self._real[end]))


def _other(end: str) -> str:
    return "answer" if end == "offer" else "offer"


@dataclass(slots=True)
class _End(asyncio.DatagramProtocol):
    """The port to which one end sends, and from which it hears."""

    link: Impairer
    end: str

    def datagram_received(self, data: bytes, addr: Any) -> None:
        self.link.send(self.end, data)

    def error_received(self, exc: Exception) -> None:
        """The console at this end is gone."""
