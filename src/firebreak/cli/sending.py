"""Sending one message and waiting for the receipt of their node."""

import asyncio
from typing import TYPE_CHECKING, Any

from firebreak.cli.asking import given, line_of
from firebreak.cli.stderr import Progress
from firebreak.cli.times import parse

if TYPE_CHECKING:
    from firebreak.api.client import Client


async def post(
    client: "Client",
    line: str | None,
    fields: dict[str, Any],
    times: dict[str, str | None],
    named: dict[str, str],
    wait_seconds: int,
    *,
    quiet: bool,
) -> dict[str, Any]:
    """Send it; with a wait, until their node has receipted it or the time is up."""
    name, _, now = await line_of(client, line)
    if wait_seconds:
        await client.subscribe()
    instants = {each: parse(f"--{each}", text, now) for each, text in times.items() if text is not None}
    relation = await _relation(client, name, named)
    sent = await client.ask("send", line=name, **given(fields), **instants, **relation)
    facts = {"line": name, **sent, "stored_there": False}
    if wait_seconds:
        facts["stored_there"] = await _receipted(client, sent["hash"], wait_seconds, quiet=quiet)
    return facts


async def _relation(client: "Client", line: str, named: dict[str, str]) -> dict[str, str]:
    """The full name of the earlier message."""
    for relation, start in named.items():
        found = await client.ask("message", line=line, message=start)
        return {"relation": relation, "about": found["hash"]}
    return {}


async def _receipted(client: "Client", hash: str, seconds: int, *, quiet: bool) -> bool:
    progress = Progress(quiet=quiet)
    progress.say("stored here, waiting for the receipt of their node ...")
    try:
        async with asyncio.timeout(seconds):
            async for event in client.events():
                if event["event"] == "MessagesStored" and hash in event["entries"]:
                    return True
    except TimeoutError:
        return False
    finally:
        progress.end()
    return False
