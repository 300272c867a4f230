"""Asking a witness: one HTTP/1.1 request on a connection of its own, with a bound on everything.

For `https` the certificate is held against the authorities this system trusts: a witness is known by its key,
and whoever stands between can only keep an answer from us. Redirections are not followed.
"""

import asyncio
import ssl
from contextlib import suppress
from typing import Final
from urllib.parse import SplitResult, urlsplit

import h11

from firebreak.core.base.errors import LocalError
from firebreak.ports import LinkDown
from firebreak.transport.http_server import Answer

ANSWER_BYTES_MAX: Final = 1 << 20  # the largest attestation
READ_BYTES: Final = 65_536
PORTS: Final = {"http": 80, "https": 443}


async def ask(
    url: str, body: bytes | None = None, *, seconds: float = 10.0, most: int = ANSWER_BYTES_MAX
) -> Answer:
    """POST the body, or GET without one. Raises LinkDown without a whole answer, LocalError for a bad URL."""
    where = _where(url)
    try:
        async with asyncio.timeout(seconds):
            return await _ask(where, body, most)
    except (OSError, TimeoutError, h11.ProtocolError, ssl.SSLError) as error:
        raise LinkDown(f"{where.netloc} did not answer: {error or type(error).__name__}") from error


def _where(url: str) -> SplitResult:
    where = urlsplit(url)
    if where.scheme not in PORTS or not where.hostname or where.username or where.query or where.fragment:
        hint = "write it as https://host or https://host:port/path"
        raise LocalError(f"{url!r} is not the address of a witness", code="FB400", hint=hint)
    return where


async def _ask(where: SplitResult, body: bytes | None, most: int) -> Answer:
    tls = ssl.create_default_context() if where.scheme == "https" else None
    port = where.port or PORTS[where.scheme]
    reader, writer = await asyncio.open_connection(where.hostname, port, ssl=tls, limit=READ_BYTES)
    try:
        parser = h11.Connection(h11.CLIENT)
        writer.write(_request(parser, where, body))
        await writer.drain()
        return await _answer(parser, reader, most)
    finally:
        writer.close()
        with suppress(OSError):
            await writer.wait_closed()


def _request(parser: h11.Connection, where: SplitResult, body: bytes | None) -> bytes:
    headers = [("host", where.netloc), ("connection", "close"), ("user-agent", "firebreak")]
    if body is not None:
        headers.append(("content-length", str(len(body))))
    method, target = ("GET" if body is None else "POST"), where.path or "/"
    events = [h11.Request(method=method, target=target, headers=headers), h11.Data(data=body or b"")]
    sent = [parser.send(each) for each in (*events[: 1 + bool(body)], h11.EndOfMessage())]
    return b"".join(each or b"" for each in sent)


async def _answer(parser: h11.Connection, reader: asyncio.StreamReader, most: int) -> Answer:
    status, kind, parts, size = 0, "", list[bytes](), 0
    while not isinstance(event := parser.next_event(), h11.EndOfMessage):
        if event is h11.NEED_DATA:
            parser.receive_data(await reader.read(READ_BYTES))
        elif isinstance(event, h11.Response):
            status, kind = event.status_code, dict(event.headers).get(b"content-type", b"").decode("latin-1")
        elif isinstance(event, h11.Data):
            parts.append(bytes(event.data))
            size += len(event.data)
            if size > most:
                raise OSError(f"an answer of more than {most} bytes")
        elif isinstance(event, h11.ConnectionClosed):
            raise OSError("the connection was closed")
    return Answer(status, b"".join(parts), kind)
