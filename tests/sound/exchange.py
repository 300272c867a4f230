"""Serves the page that speaks and plays the records of its calls, in a thread of its own."""

import asyncio
import json
import secrets
import threading
from collections.abc import Coroutine
from http import HTTPStatus
from pathlib import Path
from typing import Any, Self, TypeVar

from websockets.asyncio.server import Server, ServerConnection, serve
from websockets.datastructures import Headers
from websockets.exceptions import ConnectionClosed
from websockets.http11 import Request, Response

from tests.sound.record import Room

T = TypeVar("T")
PAGE = (
    '<!doctype html><meta charset="utf-8"><title>sound</title><script type="module" src="/stand.js"></script>'
)
POLICY = "default-src 'self'; connect-src 'self' ws:"


class Exchange:
    """One port for pages and records."""

    def __init__(self, built: Path) -> None:
        self._script = (built / "stand.js").read_bytes()
        self._rooms: dict[str, Room] = {}
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, name="exchange")
        self.address = ""

    def __enter__(self) -> Self:
        self._thread.start()
        self._server = self.run(self._serve())
        self.address = f"http://localhost:{self._server.sockets[0].getsockname()[1]}/"
        return self

    def __exit__(self, *_: object) -> None:
        self.run(self._close())
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()

    def run(self, work: Coroutine[Any, Any, T]) -> T:
        """Have it done there."""
        return asyncio.run_coroutine_threadsafe(work, self._loop).result(20)

    def room(self, **options: Any) -> Room:
        """A new call."""
        room = Room(secrets.token_hex(16), **options)
        self._rooms[room.call] = room
        return room

    def tell(self, room: Room) -> None:
        """Show its pages what a test has changed."""

        async def told() -> None:
            room.tell()

        self.run(told())

    async def _serve(self) -> Server:
        return await serve(self._talk, "localhost", 0, process_request=self._answer, compression=None)

    async def _close(self) -> None:
        for room in self._rooms.values():
            for each in room.links.values():
                each.close()
        self._server.close(close_connections=True)
        await self._server.wait_closed()

    def _answer(self, connection: ServerConnection, request: Request) -> Response | None:
        if request.path.startswith("/record/"):
            return None
        script = request.path == "/stand.js"
        kind = "text/javascript" if script else "text/html"
        headers = Headers({"Content-Type": f"{kind}; charset=utf-8", "Content-Security-Policy": POLICY})
        return Response(HTTPStatus.OK, "OK", headers, self._script if script else PAGE.encode())

    async def _talk(self, page: ServerConnection) -> None:
        assert page.request is not None
        _, _, call, side = page.request.path.split("/")
        room, going = self._rooms[call], set[asyncio.Task[None]]()

        def send(text: str) -> None:
            going.add(asyncio.create_task(_sent(page, text)))

        room.pages[side] = send
        send(json.dumps(room.shown(side)))
        async for text in page:
            await room.take(side, json.loads(text))
        if room.pages.get(side) is send:
            del room.pages[side]


async def _sent(page: ServerConnection, text: str) -> None:
    try:
        await page.send(text)
    except ConnectionClosed:
        return
