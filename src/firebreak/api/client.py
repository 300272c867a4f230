"""Talking to a running node from Python.

async with Client.connect(Path("north/node.sock")) as north:
    sent = await north.ask("send", line="south", desk="duty", text="All quiet here.")
    async for event in north.events():
        if event["event"] == "Receipted" and event["ref"]["hash"] == sent["hash"]:
            break
"""

import asyncio
import contextlib
import itertools
import json
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Self

from firebreak.api.desk_socket import LINE_BYTES_MAX, json_line
from firebreak.core.base.errors import LocalError


@dataclass(slots=True)
class Client:
    """A connection to the desk socket of a node."""

    path: Path
    _reader: asyncio.StreamReader | None = None
    _writer: asyncio.StreamWriter | None = None
    _listener: "asyncio.Task[None] | None" = None
    _ids: "itertools.count[int]" = field(default_factory=lambda: itertools.count(1))
    _answers: "dict[int, asyncio.Future[dict[str, Any]]]" = field(default_factory=dict)
    _events: "asyncio.Queue[dict[str, Any] | None]" = field(default_factory=asyncio.Queue)

    @classmethod
    def connect(cls, path: Path) -> Self:
        """Use as `async with`."""
        return cls(path)

    async def __aenter__(self) -> Self:
        try:
            streams = await asyncio.open_unix_connection(str(self.path), limit=LINE_BYTES_MAX)
        except OSError as error:
            raise LocalError(
                f"no node answers at {self.path}",
                code="FB335",
                hint="start it with `firebreak node run --config …/firebreak.toml`",
            ) from error
        self._reader, self._writer = streams
        self._listener = asyncio.create_task(self._listen(self._reader))
        return self

    async def __aexit__(self, *_: object) -> None:
        if self._listener:
            self._listener.cancel()
        if self._writer:
            self._writer.close()
            with contextlib.suppress(ConnectionError):
                await self._writer.wait_closed()

    @property
    def is_open(self) -> bool:
        """Whether the node has not ended this connection."""
        return self._listener is not None and not self._listener.done()

    async def ask(self, do: str, **arguments: Any) -> dict[str, Any]:
        """Send a request and wait for its answer. Raises LocalError with the node's code and hint."""
        assert self._writer is not None and self._listener is not None
        if self._listener.done():
            raise _gone()
        number = next(self._ids)
        answer: asyncio.Future[dict[str, Any]] = asyncio.get_running_loop().create_future()
        self._answers[number] = answer
        request = {"id": number, "do": do, **arguments}
        self._writer.write(json_line(request))
        with contextlib.suppress(ConnectionError):  # then the listener ends, and with it the answer
            await self._writer.drain()
        return await answer

    async def subscribe(self) -> None:
        """Ask for events; read them with `events`."""
        await self.ask("subscribe")

    async def events(self) -> AsyncIterator[dict[str, Any]]:
        """Events as they come, until the node ends."""
        while (event := await self._events.get()) is not None:
            yield event

    async def _listen(self, reader: asyncio.StreamReader) -> None:
        try:
            while line := await reader.readline():
                self._sort(json.loads(line))
        except ConnectionError:
            pass
        finally:
            self._events.put_nowait(None)
            for each in self._answers.values():
                if not each.done():
                    each.set_exception(_gone())

    def _sort(self, value: dict[str, Any]) -> None:
        if "event" in value:
            self._events.put_nowait(value)
            return
        answer = self._answers.pop(value.get("id") or 0, None)
        if answer is None or answer.done():
            return
        if value.get("ok"):
            answer.set_result(value["result"])
            return
        error = value["error"]
        answer.set_exception(LocalError(error["text"], code=error["code"], hint=error["hint"]))


def _gone() -> LocalError:
    return LocalError("the node ended the connection", code="FB336", hint="see the node's own output")
