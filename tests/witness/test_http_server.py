"""The HTTP server keeps its bounds whatever is sent to it."""

import asyncio
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager, suppress

import pytest

from firebreak.core.base.errors import LocalError
from firebreak.ports import LinkDown
from firebreak.transport.http_client import ask
from firebreak.transport.http_server import Answer, HttpServer, Limits, Request
from tests.covering import covers

SMALL = Limits(connections=2, body_bytes=100, request_seconds=0.2, idle_seconds=0.3, requests=3)


async def echo(request: Request) -> Answer:
    said = f"{request.method} {request.path} {sorted(request.parameters.items())} ".encode()
    return Answer(200, said + request.body, "text/x.echo")


@asynccontextmanager
async def served(limits: Limits = SMALL) -> AsyncGenerator[str]:
    server = HttpServer(echo, limits)
    await server.open("127.0.0.1:0")
    try:
        yield server.address
    finally:
        await server.close()


async def raw(address: str, *parts: bytes, pause: float = 0.0) -> bytes:
    """Everything that comes back until the server closes."""
    host, _, port = address.rpartition(":")
    reader, writer = await asyncio.open_connection(host, int(port))
    for part in parts:
        writer.write(part)
        await writer.drain()
        await asyncio.sleep(pause)
    try:
        return await asyncio.wait_for(reader.read(), 5)
    finally:
        await gone(writer)


async def gone(writer: asyncio.StreamWriter) -> None:
    """Close our side, and wait until it is."""
    writer.close()
    with suppress(OSError):
        await writer.wait_closed()


def test_a_request_is_answered_and_the_client_reads_it() -> None:
    async def scene() -> None:
        async with served() as address:
            answer = await ask(f"http://{address}/add", b"body")
            assert answer == Answer(200, b"POST /add [] body", "text/x.echo")
            assert (await ask(f"http://{address}/health")).body == b"GET /health [] "

    asyncio.run(scene())


def test_a_connection_carries_several_requests_and_then_ends() -> None:
    one = b"GET /a?x=1 HTTP/1.1\r\nhost: h\r\n\r\n"

    async def scene() -> None:
        async with served() as address:
            answers = await raw(address, 5 * one)
            assert answers.count(b"GET /a [('x', '1')]") == SMALL.requests

    asyncio.run(scene())


@covers("WITNESS-013")
@pytest.mark.parametrize(
    ("sent", "status"),
    [
        (b"POST /a HTTP/1.1\r\nhost: h\r\ncontent-length: 101\r\n\r\n", b" 413 "),
        (b"POST /a HTTP/1.1\r\nhost: h\r\ntransfer-encoding: chunked\r\n\r\n65\r\n" + 101 * b"x", b" 413 "),
        (b"GET /a HTTP/1.1\r\nhost: h\r\nx: " + 20_000 * b"y" + b"\r\n\r\n", b" 431 "),
        (b"GET /a?&&x HTTP/1.1\r\nhost: h\r\n\r\n", b" 400 "),
        (b"nonsense\r\n\r\n", b" 400 "),
        (b"GET /a HTTP/1.1\r\n\r\n", b" 400 "),
        (b"POST /a HTTP/1.1\r\nhost: h\r\ncontent-length: 1\r\ncontent-length: 2\r\n\r\n", b" 400 "),
    ],
)
def test_what_is_too_large_or_no_http_is_refused_and_the_connection_closed(
    sent: bytes, status: bytes
) -> None:
    async def scene() -> None:
        async with served() as address:
            assert status in (await raw(address, sent)).split(b"\r\n")[0] + b" "

    asyncio.run(scene())


@covers("WITNESS-013")
def test_a_request_that_is_not_finished_in_time_is_cut_off() -> None:
    async def scene() -> None:
        async with served() as address:
            half = b"POST /a HTTP/1.1\r\nhost: h\r\ncontent-length: 10\r\n\r\nabc"
            assert await raw(address, half) == b""
            assert await raw(address, b"GET /a HT") == b""
            assert await raw(address) == b""

    asyncio.run(scene())


@covers("WITNESS-013")
def test_a_connection_too_many_is_told_so() -> None:
    async def scene() -> None:
        async with served() as address:
            host, _, port = address.rpartition(":")
            held = [await asyncio.open_connection(host, int(port)) for _ in range(SMALL.connections)]
            assert b" 503 " in await raw(address)
            for _, writer in held:
                await gone(writer)

    asyncio.run(scene())


def test_a_body_announced_with_expect_is_asked_for() -> None:
    async def scene() -> None:
        async with served() as address:
            head = b"POST /a HTTP/1.1\r\nhost: h\r\nexpect: 100-continue\r\ncontent-length: 3\r\n\r\n"
            answer = await raw(address, head, b"abc", pause=0.05)
            assert answer.startswith(b"HTTP/1.1 100 ")
            assert answer.endswith(b"abc")

    asyncio.run(scene())


@pytest.mark.parametrize("url", ["ftp://h/", "http://", "http://me@h/", "http://h/?a=1", "witness.example"])
def test_an_address_that_is_none_is_refused(url: str) -> None:
    with pytest.raises(LocalError) as caught:
        asyncio.run(ask(url))
    assert caught.value.code == "FB400"


def test_no_answer_and_too_much_of_an_answer_are_told_as_a_link_that_is_down() -> None:
    over = asyncio.Event()

    async def silent(_reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await over.wait()
        await gone(writer)

    async def flood(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.read(100)
        writer.write(b"HTTP/1.1 200 OK\r\n\r\n" + 5_000 * b"x")
        await gone(writer)
        over.set()

    async def scene() -> None:
        for behaviour in (silent, flood):
            server = await asyncio.start_server(behaviour, "127.0.0.1", 0)
            port = server.sockets[0].getsockname()[1]
            with pytest.raises(LinkDown):
                await ask(f"http://127.0.0.1:{port}/", b"x", seconds=0.2, most=1_000)
            server.close()
        await asyncio.sleep(0)
        await over.wait()

    asyncio.run(scene())
