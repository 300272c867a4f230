"""Who may connect how often: counted by address, before anything of TLS is computed.

A handshake costs us a millisecond and costs whoever only opens connections nothing. Each address has a
budget, and all addresses from which nobody has ever proved to be a counterpart share a second one, so that
very many strangers cost no more than a few. An address that has proved itself does not need the second.
"""

import socket
import time
from collections import OrderedDict
from dataclasses import dataclass, field
from ipaddress import IPv6Address, ip_address
from typing import Any, Final, Self

from firebreak.core.base.bucket import Bucket
from firebreak.core.base.instants import Instant

RECEIVED_BYTES: Final = 1 << 16  # that the system holds of each link: all of it may be in front of a flash
ADDRESSES_MAX: Final = 1_024  # remembered; the one that came longest ago is forgotten first
KNOWN_MAX: Final = 64
STRANGERS: Final = 10  # as much as so many addresses may do is what all strangers may do together
NETWORK: Final = 64  # bits of an IPv6 address that one owner can change at will are the other half


@dataclass(slots=True)
class Gate:
    """Counts connections."""

    per_minute: int = 60
    at_once: int = 60
    refused: int = 0
    _addresses: "OrderedDict[str, Bucket]" = field(default_factory=OrderedDict)
    _known: "OrderedDict[str, None]" = field(default_factory=OrderedDict)
    _strangers: Bucket = field(init=False)

    def __post_init__(self) -> None:
        self._strangers = Bucket(STRANGERS * self.per_minute, STRANGERS * self.at_once)

    def admits(self, address: str, at: Instant) -> bool:
        """Whether a connection from an address is taken now."""
        name = owner(address)
        own = self._addresses.pop(name, None) or Bucket(self.per_minute, self.at_once)
        self._addresses[name] = own
        if len(self._addresses) > ADDRESSES_MAX:
            self._addresses.popitem(last=False)
        shared = None if name in self._known else self._strangers
        if not own.has(at) or (shared is not None and not shared.has(at)):
            self.refused += 1
            return False
        own.take(1, at)
        if shared is not None:
            shared.take(1, at)
        return True

    def proved(self, address: str) -> None:
        """Somebody at this address holds the key of a card."""
        name = owner(address)
        self._known.pop(name, None)
        self._known[name] = None
        if len(self._known) > KNOWN_MAX:
            self._known.popitem(last=False)


def owner(address: str) -> str:
    """The part of an address that its owner cannot change at will."""
    try:
        read = ip_address(address.partition("%")[0])
    except ValueError:
        return address
    if isinstance(read, IPv6Address) and read.ipv4_mapped is None:
        return str(IPv6Address(int(read) >> NETWORK << NETWORK))
    return str(read)


class GatedSocket(socket.socket):
    """A listening socket that closes at once what the gate does not admit."""

    gate: Gate

    @classmethod
    def bound(cls, family: int, address: "tuple[Any, ...]", gate: Gate) -> Self:
        """Bound to an address of a family. Raises OSError."""
        made = cls(family, socket.SOCK_STREAM)
        made.gate = gate
        try:
            made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            if family == socket.AF_INET6:
                made.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 1)
            made.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, RECEIVED_BYTES)
            made.setblocking(False)
            made.bind(address)
        except OSError:
            made.close()
            raise
        return made

    def accept(self) -> "tuple[socket.socket, Any]":
        """The next connection. Raises ConnectionAbortedError for one turned away, as if it had left."""
        connection, address = super().accept()
        if not self.gate.admits(str(address[0]), steady()):
            connection.close()
            raise ConnectionAbortedError
        return connection, address


def steady() -> Instant:
    """Milliseconds of a clock that never steps."""
    return Instant(time.monotonic_ns() // NANOSECONDS)


NANOSECONDS: Final = 1_000_000
