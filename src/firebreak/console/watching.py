"""The part of the server that looks at the node: views, streams and positions, and how routes reach them."""

import asyncio
from collections.abc import AsyncGenerator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Annotated, Any, Final

from fastapi import Depends, FastAPI, Request

from firebreak.console.context import Console
from firebreak.console.routes.session import state_of
from firebreak.console.views.following import Views
from firebreak.console.views.nearby import Nearby
from firebreak.console.views.positions import Positions
from firebreak.console.views.signals import signals
from firebreak.console.views.streams import Streams
from firebreak.console.wallboard import Since

SOCKET: Final = "tracks.sock"
"Where our process that follows tracks speaks, in the party's folder."


@dataclass(frozen=True, slots=True)
class Watching:
    """What runs beside the requests."""

    views: Views
    streams: Streams
    positions: Positions
    since: Since
    nearby: Nearby


@asynccontextmanager
async def watching(app: FastAPI, console: Console) -> AsyncGenerator[None]:
    """Follow the node for as long as the server runs."""
    views = Views(console.settings.socket, console.say)
    streams = Streams(views.board, lambda name: told_of(console, name))
    positions = Positions(console.settings.socket, views.board, lambda: views.board.now)
    since = Since(views.board)
    views.heard.append(since.look)
    views.heard.append(follow_card(console, streams))
    views.told.append(signals)
    nearby = Nearby(console.settings.folder / SOCKET, views.board)
    views.heard.append(nearby.pass_areas)
    app.state.watching = Watching(views, streams, positions, since, nearby)
    ended = (streams.ended, positions.ended)
    console.sessions.ended.extend(ended)
    following = [asyncio.create_task(each) for each in (views.run(), nearby.run())]
    try:
        yield
    finally:
        for each in ended:
            console.sessions.ended.remove(each)
        for each in following:
            each.cancel()
        await asyncio.gather(*following, return_exceptions=True)
        await positions.close()


def told_of(console: Console, name: str) -> dict[str, Any] | None:
    """A session as its page is told; None when it is over."""
    session = console.sessions.named(name)
    return None if session is None else state_of(console, session).model_dump()


def follow_card(console: Console, streams: Streams) -> Callable[[], None]:
    """Another card lists other officers and keys: every session is looked at anew."""
    seen = console.roster.version

    def look() -> None:
        nonlocal seen
        if (now := console.roster.version) != seen:
            seen = now
            streams.turn += 1

    return look


def watching_of(request: Request) -> Watching:
    """What the server that answers a request sees."""
    found = request.app.state.watching
    assert isinstance(found, Watching)
    return found


Seen = Annotated[Watching, Depends(watching_of)]
"What this server sees of the node."
