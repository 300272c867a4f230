"""Two nodes that talk, and conditions to wait for."""

import asyncio
from collections.abc import Iterable
from contextlib import suppress
from typing import Any

from firebreak.api.client import Client
from firebreak.core.base.errors import FirebreakError

SECONDS = 30.0
LOOK_SECONDS = 0.1  # between two looks at what comes without an event
LONG = "a long message, so that bodies need pages of their own. " * 60


async def line_state(client: Client) -> dict[str, Any]:
    """Of the only line."""
    return next(iter((await client.ask("status"))["lines"].values()))


async def talk(north: Client, south: Client, count: int) -> None:
    """Messages both ways, until each node holds all of them."""
    sent = [
        (await client.ask("send", text=f"{number} {LONG if number % 3 == 0 else ''}"))["hash"]
        for number in range(count)
        for client in (north, south)
    ]
    for client in (north, south):
        await holds(client, sent)


async def holds(client: Client, wanted: Iterable[str]) -> None:
    """Until a subscribed node holds these messages."""
    events = client.events()
    async with asyncio.timeout(SECONDS):
        for each in wanted:
            while not await _has(client, each):
                await anext(events)


async def _has(client: Client, message: str) -> bool:
    try:
        await client.ask("message", message=message)
    except FirebreakError:
        return False
    return True


async def same(north: Client, south: Client) -> None:
    """Until both nodes count the same entries of both logs. Some of these come without an event."""
    last = await north.ask("send", text="is all here?")
    await holds(south, [last["hash"]])
    async with asyncio.timeout(SECONDS):
        while not _alike(await line_state(north), await line_state(south)):
            with suppress(TimeoutError):
                await asyncio.wait_for(anext(south.events()), LOOK_SECONDS)


def _alike(one: dict[str, Any], other: dict[str, Any]) -> bool:
    return one["entries"] == other["entries"] and not one["missing"] and not other["missing"]
