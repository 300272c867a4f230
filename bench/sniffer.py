"""Counting IP bytes between two nodes: headers and pure confirmations of TCP included.

A packet socket for one protocol sees every packet on the loopback device once, as it comes in. It needs root;
without it, the counters of the device serve, which see the traffic of everybody on this machine.
"""

import socket
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Protocol, Self

IPV4: Final = 0x0800
ETHERNET_BYTES: Final = 14
HEAD: Final = 64
BUFFER_BYTES: Final = 1 << 25
TCP: Final = 6


class Counter(Protocol):
    """Counts until it is closed."""

    note: str
    "What is counted."

    def take(self) -> int:
        """IP bytes since the last call."""
        ...

    def close(self) -> None:
        """Count no more."""
        ...


@dataclass(slots=True)
class Sniffer:
    """The packets of one TCP port."""

    port: int
    raw: socket.socket
    note: str = "every packet of the link"

    @classmethod
    def open(cls, port: int) -> Self:
        """Raises PermissionError without root."""
        raw = socket.socket(socket.AF_PACKET, socket.SOCK_DGRAM, socket.htons(IPV4))
        raw.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, BUFFER_BYTES)
        raw.bind(("lo", IPV4))
        raw.setblocking(False)
        return cls(port, raw)

    def take(self) -> int:
        """Everything that waits in the socket."""
        total = 0
        while True:
            try:
                head = self.raw.recv(HEAD)
            except BlockingIOError:
                return total
            if self._is_ours(head):
                total += int.from_bytes(head[2:4], "big")

    def close(self) -> None:
        """Close the socket."""
        self.raw.close()

    def _is_ours(self, head: bytes) -> bool:
        start = 4 * (head[0] & 15)
        ports = (int.from_bytes(head[at : at + 2], "big") for at in (start, start + 2))
        return head[9] == TCP and self.port in ports


class DeviceCounter:
    """The counters of the loopback device."""

    def __init__(self) -> None:
        self.note = "counters of the whole device, not being root: others' traffic is in it"
        self._last = _device()

    def take(self) -> int:
        """The growth of the counters."""
        before, self._last = self._last, _device()
        return self._last - before

    def close(self) -> None:
        """Nothing is open."""


def counter(port: int) -> Counter:
    """The best way to count that this user may take."""
    try:
        return Sniffer.open(port)
    except PermissionError:
        return DeviceCounter()


def _device() -> int:
    lines = Path("/proc/net/dev").read_text(encoding="utf-8").splitlines()
    counters = next(each for each in lines if each.strip().startswith("lo:")).partition(":")[2].split()
    return int(counters[0]) - ETHERNET_BYTES * int(counters[1])
