"""The desk socket: how programs on this machine talk to the node.

A Unix socket, readable by the node's own user only. One JSON object a line: a request has `id` and `do`;
its answer carries the same `id` and `ok`. Answers may come in another order than the requests. After
`{"do": "subscribe"}` every event of the node arrives as a line with `event`. See `docs/desk-socket.md`.
"""

import asyncio
import contextlib
import json
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final, cast

from firebreak.core.base.errors import FirebreakError, LocalError

LINE_BYTES_MAX: Final = 1 << 20  # one request or answer; larger results are written to files
IN_FLIGHT_MAX: Final = 1_024  # requests of one connection being worked on
LAST_WORDS_SECONDS: Final = 0.5  # for answers, when the node ends: those who wait are told why
BACKLOG_MAX: Final = 4_096  # events a slow reader may be behind before it is cut off

_TEXT: Final = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def json_line(value: dict[str, Any]) -> bytes:
    """One request, answer or event as it goes over the socket."""
    return _TEXT(value).encode() + b"\n"


Handle = Callable[["Connection", dict[str, Any]], Awaitable[dict[str, Any]]]


@dataclass(slots=True, eq=False)
class Connection:
    """One program at the socket."""

    writer: asyncio.StreamWriter
    subscribed: bool = False
    follows_record: bool = False
    "Whether it is also told of each batch of entries that became durable."
    attending: set[tuple[str, str]] = field(default_factory=set[tuple[str, str]])
    "(line, desk) at which this program shows things to a person."
    tasks: "set[asyncio.Task[None]]" = field(default_factory=set)

    def tell(self, value: dict[str, Any]) -> None:
        """Write one line; a reader that has fallen too far behind is cut off."""
        self.write(json_line(value))

    def answer(self, number: object, result: dict[str, Any]) -> None:
        """Write the answer to a request. Raises LocalError for one that no client would read."""
        line = json_line({"id": number, "ok": True, "result": result})
        if len(line) >= LINE_BYTES_MAX:
            hint = "ask for less: a smaller `last`, a shorter `since` to `until`"
            raise LocalError("the answer is larger than 1 MiB", code="FB334", hint=hint)
        self.write(line)

    def write(self, line: bytes) -> None:
        """Write one line as it is."""
        if self.writer.is_closing():
            return
        transport = self.writer.transport
        if transport.get_write_buffer_size() > BACKLOG_MAX * 1_024:
            transport.abort()
            return
        self.writer.write(line)


async def _nothing(_connection: Connection, _request: dict[str, Any]) -> dict[str, Any]:
    raise LocalError("the node is still starting", code="FB334", hint="ask again in a moment")


def _forget(_connection: Connection) -> None:
    """Nothing to do for a connection that ended."""


@dataclass(slots=True)
class DeskSocket:
    """The server side."""

    path: Path
    handle: Handle = _nothing
    left: Callable[[Connection], None] = _forget
    connections: set[Connection] = field(default_factory=set[Connection])
    _server: asyncio.Server | None = None

    async def open(self) -> None:
        """Listen. A stale socket of a dead node is replaced; the store's lock rules out a live one."""
        try:
            self.path.unlink(missing_ok=True)
            self._server = await asyncio.start_unix_server(self._serve, str(self.path), limit=LINE_BYTES_MAX)
            self.path.chmod(0o600)
        except OSError as error:
            text = f"the desk socket {self.path} cannot be opened: {error.strerror or error}"
            hint = "move the party to a folder with a shorter name, on a disk that takes sockets"
            raise LocalError(text, code="FB330", hint=hint) from error

    async def close(self) -> None:
        """Stop listening and cut all connections."""
        if self._server:
            self._server.close()
        tasks = [task for each in self.connections for task in each.tasks]
        if tasks:
            await asyncio.wait(tasks, timeout=LAST_WORDS_SECONDS)
        for each in list(self.connections):
            each.writer.close()
        self.path.unlink(missing_ok=True)

    def show(self, value: dict[str, Any]) -> None:
        """An event, to everybody who subscribed."""
        line = json_line(value)
        for each in self.connections:
            if each.subscribed:
                each.write(line)

    def grew(self, line: str, total: int) -> None:
        """Entries of a line became durable: to whoever follows the record."""
        told = json_line({"event": "RecordGrew", "line": line, "total": total})
        for each in self.connections:
            if each.follows_record:
                each.write(told)

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        connection = Connection(writer)
        self.connections.add(connection)
        try:
            await self._read(reader, connection)
        except (ConnectionError, asyncio.LimitOverrunError, ValueError):
            connection.tell(_failure(None, LocalError("a request is larger than 1 MiB", code="FB334")))
        finally:
            self.connections.discard(connection)
            self.left(connection)
            writer.close()
            with contextlib.suppress(ConnectionError):
                await writer.wait_closed()

    async def _read(self, reader: asyncio.StreamReader, connection: Connection) -> None:
        while line := await reader.readline():
            if len(connection.tasks) >= IN_FLIGHT_MAX:
                await asyncio.wait(connection.tasks, return_when=asyncio.FIRST_COMPLETED)
            task = asyncio.create_task(self._answer(connection, line))
            connection.tasks.add(task)
            task.add_done_callback(connection.tasks.discard)

    async def _answer(self, connection: Connection, line: bytes) -> None:
        number: object = None
        try:
            request = _request(line)
            number = request.get("id")
            result = await self.handle(connection, request)
            connection.answer(number, result)
        except FirebreakError as error:
            connection.tell(_failure(number, error))
        except Exception as error:  # noqa: BLE001 - a bug of ours must not leave the asker without an answer
            text = f"this is a fault of Firebreak itself: {type(error).__name__}: {error}"
            connection.tell(_failure(number, FirebreakError(text, code="FB399", hint="please report it")))


def _request(line: bytes) -> dict[str, Any]:
    try:
        value = json.loads(line)
    except ValueError as error:
        raise LocalError("a request is not JSON", code="FB334", hint="send one JSON object a line") from error
    request = cast("dict[str, Any]", value) if isinstance(value, dict) else {}
    if not isinstance(request.get("do"), str):
        raise LocalError("a request has no `do`", code="FB334", hint='send {"id": 1, "do": "status"}')
    return request


def _failure(number: object, error: FirebreakError) -> dict[str, Any]:
    return {
        "id": number,
        "ok": False,
        "error": {"code": error.code, "text": error.text, "hint": error.hint, "fault": type(error).__name__},
    }
