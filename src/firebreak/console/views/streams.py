"""Streams: the changes of the board as server-sent events, one stream for each open page.

    id: 5f0c22a1-118
    data: {"type":"line","line":"south","key":"south","value":{…}}

A stream that is told to reset ends after it: the page takes a snapshot and opens another.
"""

import asyncio
import contextlib
from collections import Counter
from collections.abc import AsyncGenerator, Awaitable, Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from firebreak.console.refusals import TOO_MANY, Refused
from firebreak.console.views.board import Board, Reset, clock_change
from firebreak.console.views.changes import Change, Value, encoded

OF_SESSION_MAX: Final = 8  # open pages of one session
STREAMS_MAX: Final = 256  # of all of them: more than one party has positions
HEARTBEAT_SECONDS: Final = 15.0  # a page that hears nothing for twice as long opens another stream
SLOW_SECONDS: Final = 20.0  # a reader that takes nothing for so long is cut off
FRAMES_AT_ONCE: Final = 256  # changes in one write
RETRY_MS: Final = 1_000
BEGIN: Final = f"retry: {RETRY_MS}\n\n".encode("ascii")

HEADERS: Final = {"cache-control": "no-store", "x-accel-buffering": "no"}
RESET: Final = encoded({"type": "reset", "line": None, "key": "", "value": None})

Held = Callable[[str], Value | None]
"What a session is now, as its page is told; None when it is over."


def frame(name: str, data: bytes) -> bytes:
    """One event of a stream."""
    return f"id: {name}\n".encode("ascii") + b"data: " + data + b"\n\n"


def beat(now: int) -> bytes:
    """A sign of life with the node's clock: browsers hide comments from scripts. It has no id."""
    return b"data: " + clock_change({"now": now}).to_bytes() + b"\n\n"


def session_frame(value: Value | None) -> bytes:
    """What a session is, or that it is over. It has no id: it is no part of the picture of all."""
    return b"data: " + Change("session", None, "session", value).to_bytes() + b"\n\n"


@dataclass(slots=True)
class Streams:
    """All open streams."""

    board: Board
    held: Held
    turn: int = 0
    "Counts on whenever sessions may have become others, as with another card."
    heartbeat_seconds: float = HEARTBEAT_SECONDS
    slow_seconds: float = SLOW_SECONDS
    _open: Counter[str] = field(default_factory=Counter[str])
    _over: dict[str, asyncio.Event] = field(default_factory=dict[str, asyncio.Event])
    "Of each session with an open stream: set when it ends."

    def stream(self, session: str, cursor: str) -> "Stream":
        """The answer to a request for a stream. Raises Refused for one too many."""
        if self._open[session] >= OF_SESSION_MAX or self._open.total() >= STREAMS_MAX:
            raise Refused(
                "too many open streams of events",
                code="FB521",
                hint="close pages of this console that nobody looks at",
                status=TOO_MANY,
                wait=int(HEARTBEAT_SECONDS),
            )
        return Stream(self, session, cursor or self.board.cursor)

    def here(self) -> list[str]:
        """Sessions with an open page."""
        return list(self._open)

    def ended(self, session: str) -> None:
        """A session is over: its streams end now."""
        if session in self._over:
            self._over[session].set()

    @contextlib.asynccontextmanager
    async def counted(self, session: str) -> AsyncGenerator[asyncio.Event]:
        """While a stream is open."""
        self._open[session] += 1
        try:
            yield self._over.setdefault(session, asyncio.Event())
        finally:
            self._open[session] -= 1
            if not self._open[session]:
                del self._open[session]
                self._over.pop(session, None)


class Stream(Response):
    """One stream, as an answer."""

    media_type = "text/event-stream"

    def __init__(self, streams: Streams, session: str, cursor: str) -> None:
        super().__init__(headers=HEADERS)
        del self.headers["content-length"]
        self.streams, self.session, self.cursor = streams, session, cursor
        self._told: Value | None = None
        self._turn = -1

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Write until the reader leaves, the session ends or a reset was told."""
        start = {"type": "http.response.start", "status": 200, "headers": self.raw_headers}
        async with self.streams.counted(self.session) as over:
            await self._within(send(start))
            leaving = [asyncio.create_task(each) for each in (_left(receive), over.wait())]
            try:
                await self._write(send, leaving)
            finally:
                for each in leaving:
                    each.cancel()
        with contextlib.suppress(OSError, TimeoutError):
            await self._within(send({"type": "http.response.body", "body": b""}))

    async def _write(self, send: Send, leaving: "Leaving") -> None:
        """Raises OSError or TimeoutError for a reader that does not read."""
        await self._send(send, [BEGIN])
        while not any(each.done() for each in leaving):
            try:
                changes = self.streams.board.after(self.cursor)
            except Reset:
                await self._send(send, [frame(self.streams.board.cursor, RESET)])
                return
            for start in range(0, len(changes), FRAMES_AT_ONCE):
                await self._send(send, (frame(*each) for each in changes[start : start + FRAMES_AT_ONCE]))
            self.cursor = changes[-1][0] if changes else self.cursor
            if self._turn != self.streams.turn and not await self._tell_session(send):
                return
            if not await self._more(leaving):
                self._turn = -1
                await self._send(send, [beat(self.streams.board.now)])
        if leaving[1].done():
            await self._send(send, [session_frame(None)])

    async def _tell_session(self, send: Send) -> bool:
        """Tell what the session is now, where that is news; whether it still counts."""
        self._turn, now = self.streams.turn, self.streams.held(self.session)
        if now is None or now != self._told:
            self._told = now
            await self._send(send, [session_frame(now)])
        return now is not None

    async def _more(self, leaving: "Leaving") -> bool:
        """Wait for changes, for the end, or for the next heartbeat; False when it was that."""
        more: asyncio.Task[object] = asyncio.create_task(self.streams.board.more(self.cursor))
        done, _ = await asyncio.wait(
            {more, *leaving}, timeout=self.streams.heartbeat_seconds, return_when=asyncio.FIRST_COMPLETED
        )
        more.cancel()
        return bool(done)

    async def _send(self, send: Send, frames: Iterable[bytes]) -> None:
        body = {"type": "http.response.body", "body": b"".join(frames), "more_body": True}
        await self._within(send(body))

    async def _within(self, sending: Awaitable[None]) -> None:
        """Raises TimeoutError for a reader that takes nothing."""
        async with asyncio.timeout(self.streams.slow_seconds):
            await sending


Leaving = Sequence["asyncio.Task[Any]"]
"The reader leaves; the session ends."


async def _left(receive: Receive) -> None:
    """Until the reader closes its end."""
    while (await receive())["type"] != "http.disconnect":
        pass
