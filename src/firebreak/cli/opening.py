"""Waiting for a line to open, with progress."""

import asyncio
from typing import TYPE_CHECKING, Any

from firebreak.cli.asking import line_of
from firebreak.cli.stderr import Progress

if TYPE_CHECKING:
    from firebreak.api.client import Client


async def wait_until_open(
    client: "Client", name: str | None, seconds: int, *, quiet: bool
) -> tuple[str, dict[str, Any]]:
    """The line and its state, as soon as both logs hold its opening or the time is up."""
    progress = Progress(quiet=quiet)
    await client.subscribe()
    chosen, facts, _ = await line_of(client, name)
    events = client.events()
    try:
        async with asyncio.timeout(seconds):
            while not facts["open"]:
                progress.say(f"{_doing(facts)} ...")
                await anext(events)
                chosen, facts, _ = await line_of(client, chosen)
    except (TimeoutError, StopAsyncIteration):
        pass
    progress.end()
    return chosen, facts


def _doing(facts: dict[str, Any]) -> str:
    if not facts["links"]:
        return "waiting for a link to the counterpart's node"
    if not facts["signing"]:
        return "listening for what the counterpart may hold of ours"
    return "waiting for the counterpart's log to hold its opening"
