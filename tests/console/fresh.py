"""What a fresh page gets, and what the node says when it is asked for everything anew."""

import asyncio
from typing import Any

import httpx

from firebreak.console.refusals import TOO_MANY
from firebreak.console.views import asking
from firebreak.console.views.changes import LISTS
from tests.console.serving import SECONDS, Pair


async def taken(browser: httpx.AsyncClient) -> dict[str, Any]:
    answer = await browser.get("/api/snapshot")
    if answer.status_code == TOO_MANY:
        await asyncio.sleep(int(answer.headers["Retry-After"]))
        answer = await browser.get("/api/snapshot")
    assert answer.status_code == 200, answer.text
    return answer.json()


async def truth(both: Pair) -> dict[str, Any]:
    """What North's node says when it is asked for everything anew."""
    said: dict[str, Any] = {"lines": {}}
    for line in (await both.north.ask("status"))["lines"]:
        said["lines"][line], _ = await asking.status(both.north.ask, line)
        for sort, name in LISTS.items():
            said[name] = {line: [each for _, each in await asking.every(both.north.ask, sort, line)]}
    return said


async def quiet(both: Pair, browser: httpx.AsyncClient) -> dict[str, Any]:
    """A snapshot, once the picture is what the node says; receipts may still have been on their way."""
    async with asyncio.timeout(SECONDS):
        while True:
            await both.site.settled()
            fresh, said = await taken(browser), await truth(both)
            if all(fresh[name] == said[name] for name in said):
                return fresh
