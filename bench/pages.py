"""From an entry that is durable at one node to the line in the event stream of the other side's console."""

import asyncio
import contextlib
import json
import socket
import subprocess
import sys
from collections.abc import AsyncGenerator, AsyncIterator
from contextlib import asynccontextmanager
from time import perf_counter
from typing import Final

import httpx

from bench.desk import TEXT, Desk, desk_of
from bench.figures import Figure, Goal, percentile
from bench.processes import memory_of
from bench.scale import Scale
from bench.world import World
from firebreak.app.house import House
from firebreak.console import start
from firebreak.console.context import Console
from firebreak.console.settings import Settings

P50: Final = Goal(must=100)
EVENTS_MAX: Final = 1_000  # of the flood


async def figures(scale: Scale) -> list[Figure]:
    """North sends; a page of South's console, in a process of its own, reads its stream."""
    found: dict[str, list[float]] = {each: [] for each in NAMES}
    for _ in scale.each_run("pages"):
        for name, value in (await _run(scale)).items():
            found[name].append(value)
    return [
        Figure(
            name=NAMES[each],
            values=tuple(found[each]),
            unit=UNITS.get(each, "ms"),
            goal=P50 if each == "p50" else None,
        )
        for each in NAMES
    ]


NAMES: Final = {
    "p50": "durable here to the page over there, p50",
    "p95": "the same, p95",
    "snapshot": "a snapshot of 200 messages, 500 entries",
    "flood": "1,000 messages at once, until the last is told",
    "memory": "memory of the console's server after that",
}
UNITS: Final = {"memory": "MB"}


async def _run(scale: Scale) -> dict[str, float]:
    world = World(scale.folder).found()
    async with (
        world.running() as (north, _),
        desk_of(north) as desk,
        console(world.houses["south"]) as (browser, process),
        browser.stream("GET", "/api/events") as stream,
    ):
        lines = stream.aiter_lines()
        times = [await _seen(desk, lines) for _ in range(scale.warm + scale.alone)][scale.warm :]
        count = min(scale.flood, EVENTS_MAX)
        took = await _flooded(desk, lines, count)
        begun = perf_counter()
        (await browser.get("/api/snapshot")).raise_for_status()
        return {
            "p50": percentile(times, 50),
            "p95": percentile(times, 95),
            "snapshot": 1_000 * (perf_counter() - begun),
            "flood": took,
            "memory": sum(memory_of(process.pid)),
        }


async def _seen(desk: Desk, lines: AsyncIterator[str]) -> float:
    """Milliseconds from the node's answer to the message's line in the stream."""
    sent = await desk.client.ask("send", text=TEXT)
    begun = perf_counter()
    await _told(lines, sent["hash"])
    return 1_000 * (perf_counter() - begun)


async def _flooded(desk: Desk, lines: AsyncIterator[str], count: int) -> float:
    begun = perf_counter()
    sent = await asyncio.gather(*(desk.client.ask("send", text=TEXT) for _ in range(count)))
    await _told(lines, sent[-1]["hash"])
    return 1_000 * (perf_counter() - begun)


async def _told(lines: AsyncIterator[str], message: str) -> None:
    async for line in lines:
        if line.startswith("data: "):
            change = json.loads(line[6:])
            if change["type"] == "message" and change["key"] == message:
                return
    raise RuntimeError("the stream ended")


@asynccontextmanager
async def console(house: House) -> AsyncGenerator[tuple[httpx.AsyncClient, "subprocess.Popen[bytes]"]]:
    """The console of a party as a process of its own, and somebody who is logged in."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    settings = Settings(
        party="South", environment="exercise", folder=house.root, key=bytes(32), listen=f"127.0.0.1:{port}"
    ).at(port)
    console = Console.open(settings)
    token, _ = console.sessions.begin(console.accounts.make("x", ["duty"]), "link")
    console.close()
    process = _started(settings)
    assert process.stdin is not None
    headers = {"host": settings.host, "origin": settings.origin, "cookie": f"{settings.cookie}={token}"}
    try:
        address = f"http://127.0.0.1:{port}"
        async with httpx.AsyncClient(base_url=address, headers=headers, timeout=60) as browser:
            await _ready(browser)
            yield browser, process
    finally:
        process.stdin.close()
        process.wait()


def _started(settings: Settings) -> "subprocess.Popen[bytes]":
    command = [sys.executable, "-I", str(start.__file__)]
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL)
    assert process.stdin is not None
    process.stdin.write(settings.to_line())
    process.stdin.flush()
    return process


async def _ready(browser: httpx.AsyncClient) -> None:
    """Until the node's picture is there: it ends the streams that were opened before."""
    async with asyncio.timeout(30):
        while True:
            with contextlib.suppress(httpx.TransportError):
                answer = await browser.get("/api/snapshot")
                if answer.is_success and not answer.json()["away"]:
                    return
            await asyncio.sleep(0.02)
