"""A program at the desk socket of the sending node: submits messages, sees their receipts."""

import asyncio
from collections.abc import AsyncGenerator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from time import perf_counter
from typing import Any

from bench.processes import NodeProcess
from firebreak.api.client import Client
from firebreak.core.base.errors import LocalError

TEXT = ("Convoy of 12 lorries leaves Harbour for Ridge at 0600, returns by 1800. " * 2)[:140]
TRIES, PAUSE_SECONDS = 200, 0.01


@dataclass(slots=True)
class Desk:
    """One connection, and the receipts that have come over it."""

    client: Client
    receipted: list[str] = field(default_factory=list[str])
    "Hashes in the order of their receipts."

    async def receipt(self, **message: Any) -> float:
        """Send one message and wait for its receipt; the seconds from one to the other."""
        begun = perf_counter()
        sent = await self.client.ask("send", **message)
        async for event in self.client.events():
            if event["event"] == "MessagesStored" and sent["hash"] in event["entries"]:
                break
        return perf_counter() - begun

    async def flood(self, count: int, in_flight: int, text: str = TEXT) -> float:
        """Send so many messages, never more than `in_flight` without a receipt; the seconds it took."""
        free = asyncio.Semaphore(in_flight)
        self.receipted = []
        begun = perf_counter()
        watching = asyncio.create_task(self._watch(count, free))
        answers: list[asyncio.Task[dict[str, Any]]] = []
        for _ in range(count):
            await free.acquire()
            answers.append(asyncio.create_task(self.client.ask("send", text=text)))
        await watching
        seconds = perf_counter() - begun
        sent = [answer["hash"] for answer in await asyncio.gather(*answers)]
        assert sent == self.receipted, "receipts came in another order than the messages"
        return seconds

    async def _watch(self, count: int, free: asyncio.Semaphore) -> None:
        async for event in self.client.events():
            if event["event"] == "MessagesStored" and event["ours"]:
                self.receipted += event["entries"]
                for _ in event["entries"]:
                    free.release()
            if len(self.receipted) >= count:
                return


@asynccontextmanager
async def desk_of(node: NodeProcess) -> AsyncGenerator[Desk]:
    """A desk at a node that has been started, as soon as the node listens."""
    async with AsyncExitStack() as stack:
        client = await _connected(node, stack)
        await client.subscribe()
        yield Desk(client)


async def _connected(node: NodeProcess, stack: AsyncExitStack) -> Client:
    for _ in range(TRIES):
        try:
            return await stack.enter_async_context(Client.connect(node.house.socket))
        except LocalError:
            await asyncio.sleep(PAUSE_SECONDS)
    raise RuntimeError(f"no node answers at {node.house.socket}")
