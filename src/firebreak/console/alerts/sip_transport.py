"""Datagrams of SIP, and the addresses of both ends."""

import asyncio
import socket
from typing import TYPE_CHECKING, Any, Final

from firebreak.core.base.errors import LocalError

if TYPE_CHECKING:
    from aiosipua import SipRequest, SipResponse

SIP_PORT: Final = 5_060


async def address_of(phone: str) -> tuple[str, int] | None:
    host, _, port = phone.rpartition("@")[2].partition(":")
    loop = asyncio.get_running_loop()
    try:
        found = await loop.getaddrinfo(
            host, int(port or SIP_PORT), family=socket.AF_INET, type=socket.SOCK_DGRAM
        )
    except OSError:
        return None
    return str(found[0][4][0]), int(found[0][4][1])


def own_address(there: tuple[str, int]) -> str:
    """Our address on the way there; nothing is sent."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(there)
        except OSError:
            return "127.0.0.1"
        return str(probe.getsockname()[0])


def free_port(own: str) -> int:
    """An even port for sound (RFC 3550 §11) whose neighbour is for the rest."""
    while True:
        with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
            probe.bind((own, 0))
            if (port := int(probe.getsockname()[1])) % 2 == 0:
                return port


class Transport:
    """What `aiosipua` wants of a transport. Its own one trips over an assertion on this Python, and does not
    tell the port that the system chose."""

    reliable: Final = False

    def __init__(self, local_addr: tuple[str, int]) -> None:
        self.local_addr = local_addr
        self.on_message: Any = None
        self._socket: asyncio.DatagramTransport | None = None

    async def start(self) -> None:
        """Bind. Raises LocalError."""
        loop = asyncio.get_running_loop()
        try:
            self._socket, _ = await loop.create_datagram_endpoint(
                lambda: _Listener(self), local_addr=self.local_addr
            )
        except OSError as error:
            hint = "look at the network of this machine"
            raise LocalError(f"cannot call a phone: {error.strerror}", code="FB565", hint=hint) from error
        found = self._socket.get_extra_info("sockname")
        self.local_addr = str(found[0]), int(found[1])

    def send(self, message: "SipRequest | SipResponse", addr: tuple[str, int]) -> None:
        """One message, one datagram."""
        assert self._socket is not None
        self._socket.sendto(bytes(message), addr)

    async def stop(self) -> None:
        """Close it."""
        if self._socket is not None:
            self._socket.close()


class _Listener(asyncio.DatagramProtocol):
    def __init__(self, transport: Transport) -> None:
        self._transport = transport

    def datagram_received(self, data: bytes, addr: tuple[str | Any, int]) -> None:
        """Any bytes: what is no SIP is dropped."""
        from aiosipua.message import SipMessage

        try:
            message = SipMessage.parse(data)
            if self._transport.on_message is not None:
                self._transport.on_message(message, (str(addr[0]), int(addr[1])))
        except Exception:  # noqa: BLE001 - a foreign parser on foreign bytes
            return
