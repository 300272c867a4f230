"""Nodes that run inside the test, on their own socket, with TLS between them."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from pathlib import Path

from firebreak.api.client import Client
from firebreak.app.house import House
from firebreak.app.running import Node, build
from tests.plays.paired import PASSPHRASE, copy_paired

SECONDS = 20.0


@asynccontextmanager
async def running(folder: Path) -> AsyncIterator[tuple[Node, Client]]:
    """One party's node and a client of it."""
    node = build(House.at(folder), PASSPHRASE, lambda _line, _text: None)
    ready = asyncio.Event()
    task = asyncio.create_task(node.run(ready.set))
    waiting = asyncio.create_task(ready.wait())
    await asyncio.wait({task, waiting}, return_when=asyncio.FIRST_COMPLETED)
    if task.done():
        waiting.cancel()
        task.result()
    try:
        async with Client.connect(node.house.socket) as client:
            yield node, client
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)


@asynccontextmanager
async def both(folder: Path) -> AsyncIterator[tuple[Client, Client]]:
    """Clients of two nodes whose line is open."""
    copy_paired(folder)
    async with AsyncExitStack() as stack:
        _, north = await stack.enter_async_context(running(folder / "north"))
        _, south = await stack.enter_async_context(running(folder / "south"))
        await until_open(north)
        await until_open(south)
        yield north, south


async def until_open(client: Client) -> None:
    """Wait until both logs hold the opening of the only line."""
    await client.subscribe()
    async with asyncio.timeout(SECONDS):
        events = client.events()
        while not next(iter((await client.ask("status"))["lines"].values()))["open"]:
            await anext(events)


def played(work: Callable[[], Awaitable[None]]) -> None:
    """Run an asynchronous test."""

    async def bounded() -> None:
        async with asyncio.timeout(60):
            await work()

    asyncio.run(bounded())
