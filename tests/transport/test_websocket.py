"""The TLS link: who gets in, and how little it holds back."""

import asyncio
import socket
import ssl
from collections.abc import Awaitable, Callable
from typing import Any
from unittest import mock

import pytest

from firebreak.core.base.errors import LocalError
from firebreak.ports import LinkDown
from firebreak.transport import websocket
from firebreak.transport.hello import NotTheCounterpart
from firebreak.transport.tls import ALPN, TlsIdentity, dialling_context, listening_context, trust
from firebreak.transport.websocket import Listener, WebSocketLink, dial, listen, split_address
from tests.covering import covers
from tests.parties import NORTH, SOUTH, Party

STRANGER = Party("stranger")


def with_listener(
    play: Callable[[Listener], Awaitable[None]], came: list[WebSocketLink] | None = None
) -> list[WebSocketLink]:
    """South listens for North; gives the links that got in."""
    came = [] if came is None else came

    async def welcome(link: WebSocketLink) -> None:
        came.append(link)
        await link.send(b"welcome")
        with pytest.raises(LinkDown):
            await _receive_for_ever(link)

    async def listening() -> None:
        listener = await listen("127.0.0.1:0", SOUTH.tls, [NORTH.tls.certificate], welcome)
        try:
            await play(listener)
        finally:
            await listener.close()

    asyncio.run(listening())
    return came


async def _receive_for_ever(link: WebSocketLink) -> None:
    while True:
        await link.receive()


async def get_in(listener: Listener, identity: TlsIdentity = NORTH.tls) -> None:
    link = await dial(listener.address, identity, SOUTH.tls.certificate)
    try:
        assert await link.receive() == b"welcome"
    finally:
        await link.close()


@covers("TRANSPORT-034")
def test_each_side_knows_the_certificate_of_the_other() -> None:
    async def play(listener: Listener) -> None:
        link = await dial(listener.address, NORTH.tls, SOUTH.tls.certificate)
        assert (link.counterpart, link.dialled) == (SOUTH.tls.hash, True)
        assert await link.receive() == b"welcome"
        await link.close()

    (came,) = with_listener(play)
    assert (came.counterpart, came.dialled) == (NORTH.tls.hash, False)


@covers("TRANSPORT-034")
def test_a_listener_with_another_certificate_is_not_the_counterpart() -> None:
    async def play(listener: Listener) -> None:
        with pytest.raises(NotTheCounterpart):
            await dial(listener.address, NORTH.tls, STRANGER.tls.certificate)

    assert with_listener(play) == []


@covers("TRANSPORT-034")
def test_a_dialler_with_another_certificate_does_not_get_in() -> None:
    async def play(listener: Listener) -> None:
        with pytest.raises(LinkDown):
            await get_in(listener, STRANGER.tls)

    assert with_listener(play) == []


@covers("TRANSPORT-034")
def test_a_certificate_of_the_same_name_with_another_key_does_not_get_in() -> None:
    """TLS looks a root up by its name first; only the key and the pin make it the right one."""
    forged = Party("North", salt="forged").tls

    async def play(listener: Listener) -> None:
        with pytest.raises(LinkDown):
            await get_in(listener, forged)

    assert with_listener(play) == []


@covers("TRANSPORT-034")
def test_a_pin_that_is_taken_away_counts_even_where_tls_would_let_in() -> None:
    async def play(listener: Listener) -> None:
        listener.distrust(NORTH.tls.certificate)
        with pytest.raises(LinkDown):
            await get_in(listener)
        listener.trust(STRANGER.tls.certificate)
        await get_in(listener, STRANGER.tls)

    assert [each.counterpart for each in with_listener(play)] == [STRANGER.tls.hash]


@covers("TRANSPORT-034")
def test_the_dialler_holds_the_pin_against_what_tls_let_through() -> None:
    async def play(listener: Listener) -> None:
        with mock.patch.object(websocket, "is_pinned", return_value=False), pytest.raises(NotTheCounterpart):
            await dial(listener.address, NORTH.tls, SOUTH.tls.certificate)

    with_listener(play)


def is_answered(listener: Listener, context: ssl.SSLContext) -> bool:
    """Whether a caller with its own TLS gets as far as HTTP."""
    try:
        with (
            socket.create_connection(split_address(listener.address), timeout=10) as plain,
            context.wrap_socket(plain) as secure,
        ):
            secure.sendall(b"GET / HTTP/1.1\r\n\r\n")
            return secure.recv(100) != b""
    except (ssl.SSLError, ConnectionError):
        return False


def bare_context() -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    return context


@covers("TRANSPORT-034")
def test_a_caller_without_a_certificate_is_refused() -> None:
    async def play(listener: Listener) -> None:
        assert not await asyncio.to_thread(is_answered, listener, bare_context())
        known = dialling_context(NORTH.tls, SOUTH.tls.certificate)
        assert await asyncio.to_thread(is_answered, listener, known)

    assert with_listener(play) == []


@covers("TRANSPORT-035")
def test_tls_1_2_is_refused_by_the_listener() -> None:
    context = dialling_context(NORTH.tls, SOUTH.tls.certificate)
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    context.maximum_version = ssl.TLSVersion.TLSv1_2

    async def play(listener: Listener) -> None:
        assert not await asyncio.to_thread(is_answered, listener, context)

    assert with_listener(play) == []


@covers("TRANSPORT-035")
def test_tls_1_2_is_refused_by_the_dialler() -> None:
    context = listening_context(SOUTH.tls, [NORTH.tls.certificate])
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    context.maximum_version = ssl.TLSVersion.TLSv1_2

    async def play() -> None:
        server = await asyncio.start_server(lambda *_: None, "127.0.0.1", 0, ssl=context)
        host, port = server.sockets[0].getsockname()
        with pytest.raises(LinkDown):
            await dial(f"{host}:{port}", NORTH.tls, SOUTH.tls.certificate)
        server.close()
        await server.wait_closed()

    asyncio.run(play())


@covers("TRANSPORT-035")
def test_a_caller_that_speaks_another_protocol_does_not_get_in() -> None:
    context = dialling_context(NORTH.tls, SOUTH.tls.certificate)
    context.set_alpn_protocols(["http/1.1"])

    async def play(listener: Listener) -> None:
        patched = mock.patch.object(websocket, "dialling_context", return_value=context)
        with patched, pytest.raises(NotTheCounterpart, match="protocol name"):
            await get_in(listener)

    assert ALPN == "firebreak/1"
    assert with_listener(play) == []


@covers("TRANSPORT-035")
def test_no_session_ticket_is_given() -> None:
    context = dialling_context(NORTH.tls, SOUTH.tls.certificate)

    def ticket(listener: Listener) -> bool:
        with (
            socket.create_connection(split_address(listener.address), timeout=10) as plain,
            context.wrap_socket(plain) as secure,
        ):
            secure.sendall(b"GET / HTTP/1.1\r\n\r\n")
            secure.recv(100)
            return secure.session is not None and secure.session.has_ticket

    async def play(listener: Listener) -> None:
        assert not await asyncio.to_thread(ticket, listener)

    with_listener(play)


@covers("TRANSPORT-036", "I17")
def test_a_link_holds_the_packet_it_sends_and_one_more() -> None:
    """The other end does not read. All that the process holds then is the rest of one packet and one more."""
    size = 16_384

    async def play(listener: Listener) -> None:
        link = await dial(listener.address, NORTH.tls, SOUTH.tls.certificate)
        assert await link.receive() == b"welcome"
        _stop_reading(stopped[0])
        sent, sending = 0, asyncio.create_task(_send_for_ever(link, size))
        while not link._connection.paused or _held(link) != sent:
            sent = _held(link)
            await asyncio.sleep(0)
        assert size < sent < 2 * size + 512
        sending.cancel()
        _go_on_reading(stopped[0])
        await link.close()

    stopped: list[WebSocketLink] = []
    with_listener(play, stopped)


async def _send_for_ever(link: WebSocketLink, size: int) -> None:
    while True:
        await link.send(bytes(size))


def _held(link: WebSocketLink) -> int:
    """Bytes that this process holds for the link and that its system has not taken."""
    return link._connection.transport.get_write_buffer_size() + _below(link).get_write_buffer_size()


def _stop_reading(link: WebSocketLink) -> None:
    _below(link).pause_reading()


def _go_on_reading(link: WebSocketLink) -> None:
    _below(link).resume_reading()


def _below(link: WebSocketLink) -> asyncio.Transport:
    """The TCP transport below the TLS one."""
    above: Any = link._connection.transport
    return above._ssl_protocol._transport


@covers("TRANSPORT-036")
def test_nagle_is_off_and_little_is_kept_unsent() -> None:
    async def play(listener: Listener) -> None:
        link = await dial(listener.address, NORTH.tls, SOUTH.tls.certificate)
        plain = link._connection.transport.get_extra_info("socket")
        assert plain.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY)
        assert link._connection.protocol.extensions == []
        await link.close()

    with_listener(play)


def test_where_nobody_listens_the_link_is_down() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        free = f"127.0.0.1:{taken.getsockname()[1]}"
    with pytest.raises(LinkDown, match="cannot be reached"):
        asyncio.run(dial(free, NORTH.tls, SOUTH.tls.certificate))


def test_a_port_that_is_taken_is_our_own_mistake() -> None:
    async def welcome(_: WebSocketLink) -> None: ...

    with socket.create_server(("127.0.0.1", 0)) as taken:
        address = f"127.0.0.1:{taken.getsockname()[1]}"
        with pytest.raises(LocalError) as refused:
            asyncio.run(listen(address, SOUTH.tls, [], welcome))
    assert refused.value.code == "FB312"


@pytest.mark.parametrize(
    ("address", "parts"), [("node.example:7401", ("node.example", 7401)), ("[::1]:1", ("::1", 1))]
)
def test_an_address_is_host_and_port(address: str, parts: tuple[str, int]) -> None:
    assert split_address(address) == parts


@pytest.mark.parametrize("address", ["", "node", "node:", ":7401", "node:port", "node:99999", "node:١"])
def test_what_is_no_address_is_refused(address: str) -> None:
    with pytest.raises(LocalError) as refused:
        split_address(address)
    assert refused.value.code == "FB312"


def test_what_is_no_certificate_cannot_be_trusted() -> None:
    context = listening_context(SOUTH.tls, [])
    with pytest.raises(ValueError, match="not a certificate"):
        trust(context, b"junk")
