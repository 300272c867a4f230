"""The part of the server that looks at the node: views, streams and positions, and how routes reach them."""

import asyncio
import contextlib
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Annotated

from fastapi import Depends, FastAPI, Request

from firebreak.console.context import Console
from firebreak.console.views.following import Views
from firebreak.console.views.positions import Positions
from firebreak.console.views.signals import signals
from firebreak.console.views.streams import Streams
from firebreak.console.wallboard import Since


@dataclass(frozen=True, slots=True)
class Watching:
    """What runs beside the requests."""

    views: Views
    streams: Streams
    positions: Positions
    since: Since


@asynccontextmanager
async def watching(app: FastAPI, console: Console) -> AsyncGenerator[None]:
    """Follow the node for as long as the server runs."""
    views = Views(console.settings.socket, console.say)
    streams = Streams(views.board, console.sessions.holds)
    positions = Positions(console.settings.socket, views.board, lambda: views.board.now)
    since = Since(views.board)
    views.heard.append(since.look)
    views.told.append(signals)
    app.state.watching = Watching(views, streams, positions, since)
    ended = (streams.ended, positions.ended)
    console.sessions.ended.extend(ended)
    following = asyncio.create_task(views.run())
    try:
        yield
    finally:
        for each in ended:
            console.sessions.ended.remove(each)
        following.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await following
        await positions.close()


def watching_of(request: Request) -> Watching:
    """What the server that answers a request sees."""
    found = request.app.state.watching
    assert isinstance(found, Watching)
    return found


Seen = Annotated[Watching, Depends(watching_of)]
"What this server sees of the node."
