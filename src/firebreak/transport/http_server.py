"""A small HTTP/1.1 server in which everything has a bound (decisions/0004).

One connection is one task; its parser is h11, which holds no socket and no clock. A request is read whole,
handled, answered, and only then the next one on the same connection is read.
"""

import asyncio
import ssl
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Final
from urllib.parse import parse_qsl, urlsplit

import h11

from firebreak.transport.addresses import split_address

HEADER_BYTES_MAX: Final = 8_192
HEAD_READ_BYTES: Final = 4_096  # small, so that an endless head is noticed before it fills memory
READ_BYTES: Final = 65_536
PARAMETERS_MAX: Final = 16


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What one server grants."""

    connections: int = 64
    "Open at once; a further one is told so and closed."
    body_bytes: int = 65_536
    request_seconds: float = 10.0
    "From the first byte that is waited for to the last byte of a request."
    idle_seconds: float = 60.0
    "Between two requests of a connection."
    answer_seconds: float = 30.0
    "For handling a request and sending its answer."
    requests: int = 10_000
    "On one connection; then it is closed, so that no process leans on one for ever."


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """One request, read whole."""

    method: str
    path: str
    "Without the query."
    parameters: dict[str, str]
    body: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer."""

    status: int
    body: bytes = field(default=b"", repr=False)
    kind: str = "text/plain; charset=utf-8"
    "Content type."


Handle = Callable[[Request], Awaitable[Answer]]


class _Refused(Exception):
    """A request that is answered without being handled."""

    def __init__(self, status: int, text: str) -> None:
        super().__init__(text)
        self.answer = Answer(status, f"{text}\n".encode())


@dataclass(slots=True)
class HttpServer:
    """Listens, reads requests, hands them on, writes answers."""

    handle: Handle
    limits: Limits = Limits()
    address: str = ""
    "Where it listens, once it does."
    open_now: int = 0
    _server: asyncio.Server | None = None
    _tasks: "set[asyncio.Task[None]]" = field(default_factory=set)

    async def open(self, address: str, tls: ssl.SSLContext | None = None) -> None:
        """Listen on `host:port`; port 0 takes a free one. Raises LocalError, OSError."""
        host, port = split_address(address)
        self._server = await asyncio.start_server(self._accept, host, port, ssl=tls, limit=READ_BYTES)
        bound = self._server.sockets[0].getsockname()
        self.address = f"[{bound[0]}]:{bound[1]}" if ":" in bound[0] else f"{bound[0]}:{bound[1]}"

    async def close(self) -> None:
        """Stop listening; what is being answered is cut off."""
        if self._server is not None:
            self._server.close()
        for task in list(self._tasks):
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    async def _accept(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        self._tasks.add(task)
        self.open_now += 1
        try:
            await _Talk(self, reader, writer).run()
        except (OSError, TimeoutError, asyncio.CancelledError, h11.ProtocolError):
            pass  # the other side went away, or was too slow; nothing is owed to it
        finally:
            self.open_now -= 1
            self._tasks.discard(task)
            writer.close()
            with suppress(OSError, asyncio.CancelledError, TimeoutError):
                await asyncio.wait_for(writer.wait_closed(), 1.0)


@dataclass(slots=True)
class _Talk:
    """One connection."""

    server: HttpServer
    reader: asyncio.StreamReader
    writer: asyncio.StreamWriter
    parser: h11.Connection = field(
        default_factory=lambda: h11.Connection(h11.SERVER, max_incomplete_event_size=HEADER_BYTES_MAX)
    )

    async def run(self) -> None:
        limits = self.server.limits
        if self.server.open_now > limits.connections:
            await self._send(Answer(503, b"too many connections\n"))
            return
        for _ in range(limits.requests):
            try:
                request = await self._request()
            except (_Refused, h11.RemoteProtocolError) as error:
                await self._send(_answer_to(error))
                return
            if request is None:
                return
            async with asyncio.timeout(limits.answer_seconds):
                await self._send(await self.server.handle(request))
            if self.parser.our_state is not h11.DONE or self.parser.their_state is not h11.DONE:
                return
            self.parser.start_next_cycle()

    async def _request(self) -> Request | None:
        head = await self._event(self.server.limits.idle_seconds, HEAD_READ_BYTES)
        if not isinstance(head, h11.Request):
            return None
        async with asyncio.timeout(self.server.limits.request_seconds):
            body = await self._body(head)
        return _read(head, body)

    async def _body(self, head: h11.Request) -> bytes:
        most = self.server.limits.body_bytes
        declared = dict(head.headers).get(b"content-length", b"0")
        if int(declared) > most:
            raise _Refused(413, f"more than {most} bytes")
        parts, size = list[bytes](), 0
        if self.parser.they_are_waiting_for_100_continue:
            go_on = self.parser.send(h11.InformationalResponse(status_code=100, headers=[]))
            self.writer.write(go_on or b"")
        while isinstance(event := await self._event(self.server.limits.request_seconds), h11.Data):
            size += len(event.data)
            if size > most:
                raise _Refused(413, f"more than {most} bytes")
            parts.append(bytes(event.data))
        return b"".join(parts)

    async def _event(self, seconds: float, at_once: int = READ_BYTES) -> object:
        async with asyncio.timeout(seconds):
            while (event := self.parser.next_event()) is h11.NEED_DATA:
                self.parser.receive_data(await self.reader.read(at_once))
        return event

    async def _send(self, answer: Answer) -> None:
        if self.parser.our_state not in (h11.IDLE, h11.SEND_RESPONSE):
            return
        headers = [
            ("content-type", answer.kind),
            ("content-length", str(len(answer.body))),
            ("cache-control", "no-store"),
            ("x-content-type-options", "nosniff"),
        ]
        events = [
            h11.Response(status_code=answer.status, headers=headers),
            h11.Data(data=answer.body),
            h11.EndOfMessage(),
        ]
        self.writer.write(b"".join(self.parser.send(each) or b"" for each in events))
        await self.writer.drain()


def _read(head: h11.Request, body: bytes) -> Request:
    parts = urlsplit(head.target.decode("ascii"))
    try:
        strict = bool(parts.query)
        pairs = parse_qsl(parts.query, strict_parsing=strict, max_num_fields=PARAMETERS_MAX)
    except ValueError as error:
        raise _Refused(400, "the query cannot be read") from error
    return Request(method=head.method.decode("ascii"), path=parts.path, parameters=dict(pairs), body=body)


def _answer_to(error: _Refused | h11.RemoteProtocolError) -> Answer:
    return error.answer if isinstance(error, _Refused) else Answer(error.error_status_hint, b"bad HTTP\n")
