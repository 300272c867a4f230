"""Links over WebSocket and TLS 1.3: one binary message is one packet.

WebSocket is there because it passes firewalls and proxies that let nothing else through, and because it
keeps the borders of messages. Compression is off (it would tell of the content), so is Nagle's algorithm.

A flash must start after at most one packet (I17). A link therefore holds as little as it can: the rest of the
packet that is being sent and one more, for which `send` waits. With TCP_NOTSENT_LOWAT the operating system
takes the next bytes only when the last are on their way.

Keepalive: the dialler pings every 30 s and gives up after 10 s; the listener sends nothing of its own, its
system asks after 60 s of silence. Data that nobody confirms for 20 s takes the link down on either side.
"""

import asyncio
import logging
import socket
import ssl
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any, Final, cast

from websockets.asyncio.client import ClientConnection, connect
from websockets.asyncio.connection import Connection
from websockets.asyncio.server import Server, ServerConnection, serve
from websockets.exceptions import ConnectionClosed, WebSocketException

from firebreak.core.base.errors import LocalError
from firebreak.ports import LinkDown
from firebreak.transport.addresses import split_address
from firebreak.transport.gate import RECEIVED_BYTES, Gate, GatedSocket
from firebreak.transport.hello import NotTheCounterpart
from firebreak.transport.loopback import check_size
from firebreak.transport.measuring import Carried, measure
from firebreak.transport.packets import PACKET_BYTES_MAX
from firebreak.transport.tls import (
    ALPN,
    TlsIdentity,
    dialling_context,
    is_pinned,
    listening_context,
    shown,
    trust,
)

TLS_SECONDS: Final = 10.0  # a handshake over a satellite with loss
UPGRADE_SECONDS: Final = 5.0
PING_SECONDS: Final = 30.0  # a ping costs 190 bytes on the wire, a third of what an idle line may cost
PONG_SECONDS: Final = 10.0
CLOSE_SECONDS: Final = 1.0  # nothing is owed by a closing link
SILENCE_SECONDS: Final = 60
UNCONFIRMED_MILLISECONDS: Final = 20_000
FRAMES_QUEUED: Final = 4  # of those received and not yet taken; then the sender has to wait
UNSENT_BYTES: Final = 1  # what the system may hold unsent before it takes no more

_SILENT: Final = logging.getLogger("firebreak.link")
_SILENT.addHandler(logging.NullHandler())
_SILENT.propagate = False


@dataclass(slots=True)
class WebSocketLink:
    """One link. What it carries is sealed; that it is pinned keeps strangers from spending our time."""

    name: str
    counterpart: bytes
    "SHA-256 of the certificate the other side proved to hold."
    dialled: bool
    _connection: Connection = field(repr=False)

    async def send(self, packet: bytes) -> None:
        """Send one packet; returns when the link can take the next. Raises LinkDown."""
        check_size(packet)
        try:
            await self._connection.send(packet)
        except ConnectionClosed as error:
            raise self._gone(error) from error

    async def receive(self) -> bytes:
        """The next packet. Raises LinkDown when the path is gone."""
        try:
            return await self._connection.recv(decode=False)
        except ConnectionClosed as error:
            raise self._gone(error) from error

    async def measure(self) -> Carried:
        """What it carries now. Raises LinkDown; TimeoutError for next to nothing."""
        try:
            return await measure(self._connection)
        except ConnectionClosed as error:
            raise self._gone(error) from error

    async def close(self) -> None:
        """Close the path."""
        await self._connection.close()

    def _gone(self, error: ConnectionClosed) -> LinkDown:
        return LinkDown(f"{self.name} is down: {error}")


OnLink = Callable[[WebSocketLink], Awaitable[None]]
"Has the link until it returns; the link is closed then."


@dataclass(slots=True)
class Listener:
    """A port on which pinned counterparts may call."""

    _servers: list[Server] = field(repr=False)
    _context: ssl.SSLContext = field(repr=False)
    _pins: set[bytes] = field(repr=False)

    @property
    def address(self) -> str:
        """Where it listens, as `host:port`."""
        host, port = next(iter(self._servers[0].sockets)).getsockname()[:2]
        return f"[{host}]:{port}" if ":" in host else f"{host}:{port}"

    def trust(self, certificate: bytes) -> None:
        """Let one more counterpart in, by the certificate of its card (DER)."""
        trust(self._context, certificate)
        self._pins.add(TlsIdentity(certificate, b"").hash)

    def distrust(self, certificate: bytes) -> None:
        """Let a counterpart in no more; links that are up stay up."""
        self._pins.discard(TlsIdentity(certificate, b"").hash)

    async def close(self) -> None:
        """Close the port and every link that came in through it."""
        for each in self._servers:
            each.close()
        for each in self._servers:
            await each.wait_closed()


async def listen(
    address: str, identity: TlsIdentity, trusted: list[bytes], on_link: OnLink, gate: Gate | None = None
) -> Listener:
    """Listen on `host:port` for the holders of the trusted certificates (DER). Raises LocalError."""
    host, port = split_address(address)
    context = listening_context(identity, trusted)
    pins = {TlsIdentity(certificate, b"").hash for certificate in trusted}
    gate = gate or Gate()

    async def welcome(connection: ServerConnection) -> None:
        link = _link(connection, dialled=False)
        if _proved(connection, pins):
            gate.proved(str(connection.remote_address[0]))
            await on_link(link)

    servers: list[Server] = []
    try:
        for each in await _bound(host, port, gate):
            server = await serve(welcome, sock=each, ssl=context, **_LISTENING, **_SHARED)
            servers.append(server)
    except OSError as error:
        for each in servers:
            each.close()
        raise LocalError(
            f"cannot listen on {address}: {error.strerror}",
            code="FB312",
            hint="is another node running here? choose another port",
        ) from error
    return Listener(servers, context, pins)


async def _bound(host: str, port: int, gate: Gate) -> list[GatedSocket]:
    """A socket for each address of a host, all on one port. Raises OSError."""
    loop = asyncio.get_running_loop()
    flags = socket.AI_PASSIVE
    found = await loop.getaddrinfo(host, port, type=socket.SOCK_STREAM, flags=flags)
    return [GatedSocket.bound(family, where, gate) for family, *_, where in dict.fromkeys(found)]


async def dial(address: str, identity: TlsIdentity, *theirs: bytes) -> WebSocketLink:
    """A link to the holder of a certificate of `theirs` (DER) at `host:port`: two while a card changes.

    Raises LinkDown when nobody is there, NotTheCounterpart when somebody else is.
    """
    host, port = split_address(address)
    context = dialling_context(identity, *theirs)
    uri = f"wss://[{host}]:{port}/" if ":" in host else f"wss://{host}:{port}/"
    try:
        connection = await _Dial(
            uri,
            ssl=context,
            create_connection=_Outgoing,
            user_agent_header=None,
            proxy=None,
            open_timeout=TLS_SECONDS + UPGRADE_SECONDS,
            ping_interval=PING_SECONDS,
            ping_timeout=PONG_SECONDS,
            ssl_shutdown_timeout=CLOSE_SECONDS,
            **_SHARED,
        )
    except ssl.SSLCertVerificationError as error:
        raise NotTheCounterpart("the TLS certificate is not the one on its card") from error
    except (OSError, EOFError, WebSocketException) as error:
        raise LinkDown(f"{address} cannot be reached: {error}") from error
    if not _proved(connection, {TlsIdentity(each, b"").hash for each in theirs}):
        await connection.close()
        raise NotTheCounterpart("TLS version, protocol name or certificate is not as agreed")
    return _link(connection, dialled=True)


class _Dial(connect):
    """A dial that follows no redirect: the card says where the counterpart is."""

    def process_redirect(self, exc: Exception) -> Exception | str:
        return exc


class _Quick(Connection):
    """A connection that keeps as little unsent as it can."""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        _tune(cast("asyncio.Transport", transport))
        super().connection_made(transport)


class _Incoming(_Quick, ServerConnection):
    pass


class _Outgoing(_Quick, ClientConnection):
    pass


_LISTENING: Final[dict[str, Any]] = {
    "create_connection": _Incoming,
    "server_header": None,
    "open_timeout": UPGRADE_SECONDS,
    "ping_interval": None,
    "ssl_handshake_timeout": TLS_SECONDS,
    "ssl_shutdown_timeout": CLOSE_SECONDS,
}
_SHARED: Final[dict[str, Any]] = {
    "compression": None,
    "max_size": PACKET_BYTES_MAX,
    "max_queue": FRAMES_QUEUED,
    "write_limit": (1, 0),  # TLS counts "at least", so 0 would never let go again
    "close_timeout": CLOSE_SECONDS,
    "logger": _SILENT,
}


def _tune(transport: asyncio.Transport) -> None:
    plain = cast("socket.socket", transport.get_extra_info("socket"))
    for level, name, value in _SOCKET_OPTIONS:
        if hasattr(socket, name):
            plain.setsockopt(level, getattr(socket, name), value)
    # The TCP transport below the TLS one has a buffer of its own, of 64 KiB, and no public way to it.
    below = getattr(getattr(transport, "_ssl_protocol", None), "_transport", None)
    if below is not None:
        below.set_write_buffer_limits(0)


_SOCKET_OPTIONS: Final = (
    (socket.IPPROTO_TCP, "TCP_NODELAY", 1),
    (socket.IPPROTO_TCP, "TCP_NOTSENT_LOWAT", UNSENT_BYTES),
    (socket.IPPROTO_TCP, "TCP_USER_TIMEOUT", UNCONFIRMED_MILLISECONDS),
    (socket.SOL_SOCKET, "SO_RCVBUF", RECEIVED_BYTES),
    (socket.SOL_SOCKET, "SO_KEEPALIVE", 1),
    (socket.IPPROTO_TCP, "TCP_KEEPIDLE", SILENCE_SECONDS),
    (socket.IPPROTO_TCP, "TCP_KEEPINTVL", 10),
    (socket.IPPROTO_TCP, "TCP_KEEPCNT", 3),
)


def _link(connection: Connection, *, dialled: bool) -> WebSocketLink:
    host, port = connection.remote_address[:2]
    secure = cast("ssl.SSLObject", connection.transport.get_extra_info("ssl_object"))
    return WebSocketLink(f"tls {host}:{port}", shown(secure), dialled, connection)


def _proved(connection: Connection, pins: set[bytes]) -> bool:
    secure = cast("ssl.SSLObject", connection.transport.get_extra_info("ssl_object"))
    return (
        secure.version() == "TLSv1.3"
        and secure.selected_alpn_protocol() == ALPN
        and is_pinned(shown(secure), pins)
    )
