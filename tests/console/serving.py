"""Console servers inside the test, on real nodes, and people who are logged in."""

import asyncio
import contextlib
import json
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from itertools import repeat
from pathlib import Path
from typing import Any

import httpx
import uvicorn

from firebreak.api.client import Client
from firebreak.app.running import Node
from firebreak.console.app import make_app
from firebreak.console.context import Console
from firebreak.console.relays import RelaySettings
from firebreak.console.server import bind
from firebreak.console.settings import Settings
from firebreak.console.watching import Watching
from tests.api.running import running, until_open
from tests.plays.paired import copy_paired

SECONDS = 20.0


async def until(holds: Callable[[], bool]) -> None:
    """Wait for a condition, as long as is reasonable."""
    async with asyncio.timeout(SECONDS):
        for pause in repeat(0.002):
            if holds():
                return
            await asyncio.sleep(pause)


@dataclass
class Site:
    """One party's console, served."""

    console: Console
    url: str
    app: Any

    @property
    def watching(self) -> Watching:
        return self.app.state.watching

    def browser(self, name: str = "", *roles: str, officer: str | None = None) -> httpx.AsyncClient:
        """Somebody's browser; logged in when there is a name."""
        settings = self.console.settings
        cookies = {settings.cookie: self.token(name, *roles, officer=officer)} if name else {}
        headers = {"origin": settings.origin, "host": settings.host, "content-type": "application/json"}
        return httpx.AsyncClient(base_url=self.url, cookies=cookies, headers=headers, timeout=SECONDS)

    def token(self, name: str, *roles: str, officer: str | None = None) -> str:
        made = self.console.accounts.open_one(name)
        account = made or self.console.accounts.make(name, list(roles or ("duty",)), officer)
        token, _ = self.console.sessions.begin(account, "link")
        return token

    async def settled(self) -> None:
        """Until the views know what the node knows."""
        await until(lambda: self.watching.views.settled)


@asynccontextmanager
async def served(
    folder: Path, relay: RelaySettings | None = None, own_map: Path | None = None
) -> AsyncIterator[Site]:
    """The console of the party in a folder."""
    settings = Settings(
        party=folder.name.title(),
        environment="exercise",
        folder=folder,
        key=bytes(32),
        listen="127.0.0.1:0",
        relay=relay,
        map_tiles=own_map,
    )
    listener, settings = bind(settings)
    console = Console.open(settings, say=print)
    app = make_app(console)
    server = uvicorn.Server(uvicorn.Config(app, log_config=None, lifespan="on", timeout_graceful_shutdown=1))
    server.capture_signals = contextlib.nullcontext  # type: ignore[method-assign]
    task = asyncio.create_task(server.serve([listener]))
    try:
        site = Site(console, f"http://127.0.0.1:{listener.getsockname()[1]}", app)
        async with site.browser() as probe:
            await probe.get("/api/session")
        yield site
    finally:
        server.should_exit = True
        await task
        console.close()
        listener.close()


@dataclass
class Pair:
    """Two nodes with an open line, and the console of one of them, or of both."""

    folder: Path
    north: Client
    south: Client
    nodes: tuple[Node, Node]
    site: Site
    other: Site | None = None


Between = AbstractAsyncContextManager[object]


@asynccontextmanager
async def pair(
    folder: Path,
    *,
    consoles: int = 1,
    relay: RelaySettings | None = None,
    between: Between | None = None,
    own_maps: tuple[Path | None, Path | None] = (None, None),
) -> AsyncIterator[Pair]:
    """North's console, and South's when there are to be two; with something on the way between the nodes."""
    copy_paired(folder)
    async with AsyncExitStack() as stack:
        if between is not None:
            await stack.enter_async_context(between)
        north, first = await stack.enter_async_context(running(folder / "north"))
        south, second = await stack.enter_async_context(running(folder / "south"))
        await until_open(first)
        await until_open(second)
        site = await stack.enter_async_context(served(folder / "north", relay, own_maps[0]))
        south_served = served(folder / "south", relay, own_maps[1])
        other = await stack.enter_async_context(south_served) if consoles > 1 else None
        for each in (site, other):
            if each is not None:
                await each.settled()
        yield Pair(folder, first, second, (north, south), site, other)


@dataclass
class Events:
    """An open stream of events."""

    response: httpx.Response
    lines: AsyncIterator[str]
    last: str = ""
    "Id of the last event."
    session: dict[str, Any] | None = None
    "What the session was told to be last."

    async def next(self) -> dict[str, Any]:
        """The next change, but for what the session is."""
        while (found := await self.any())["type"] == "session" and found["value"]:
            self.session = found["value"]
        return found

    async def any(self) -> dict[str, Any]:
        """The next change, whatever it is."""
        async with asyncio.timeout(SECONDS):
            async for line in self.lines:
                if line.startswith("id: "):
                    self.last = line[4:]
                elif line.startswith("data: "):
                    return json.loads(line[6:])
        raise EOFError("the stream ended")

    async def until(self, wanted: Callable[[dict[str, Any]], bool]) -> list[dict[str, Any]]:
        """Changes up to the one that is wanted."""
        found = [await self.next()]
        while not wanted(found[-1]):
            found.append(await self.next())
        return found


@asynccontextmanager
async def events(browser: httpx.AsyncClient, after: str = "", **headers: str) -> AsyncIterator[Events]:
    """Changes after a cursor."""
    async with browser.stream("GET", "/api/events", params={"after": after}, headers=headers) as response:
        yield Events(response, response.aiter_lines())


def played(work: Callable[[], Any]) -> None:
    """Run an asynchronous test."""

    async def bounded() -> None:
        async with asyncio.timeout(90):
            await work()

    with contextlib.suppress(KeyboardInterrupt):
        asyncio.run(bounded())
