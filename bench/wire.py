"""IP bytes between the nodes for one message with its receipt, and with nothing to say."""

import asyncio
from collections.abc import Awaitable
from contextlib import closing
from typing import Any, Final

from bench.desk import TEXT, Desk, desk_of
from bench.figures import Figure, Goal
from bench.scale import Scale
from bench.sniffer import Counter, counter
from bench.world import World

PHRASE: Final = {
    "phrase": "not-our-fire",
    "values": {"place": "50.450100, 30.523400", "at": "2026-03-01T06:00:00Z"},
}
CHECK_SECONDS: Final = 60
SETTLE_SECONDS: Final = 0.3  # for confirmations of TCP that are still on their way


async def figures(scale: Scale) -> list[Figure]:
    """Warm: the link is up, keys are agreed."""
    measured: dict[str, list[float]] = {}
    note = ""
    for _ in scale.each_run("wire"):
        world = World(scale.folder).found()
        with closing(counter(world.port)) as counting:
            async with world.running() as (north, _), desk_of(north) as desk:
                await _many(desk, scale.warm, text=TEXT)
                for name, count, sending in (
                    (ALONE, scale.alone, _many(desk, scale.alone, text=TEXT)),
                    (SAID, scale.alone, _many(desk, scale.alone, **PHRASE)),
                    (LOADED, scale.flood, desk.flood(scale.flood, scale.in_flight)),
                ):
                    measured.setdefault(name, []).append(await _octets(counting, sending) / count)
            note = counting.note
    return [
        Figure(name=name, values=tuple(values), unit="B", goal=GOALS.get(name), note=note)
        for name, values in measured.items()
    ]


ALONE: Final = "IP bytes, 140 characters and receipt, TLS"
SAID: Final = "IP bytes, agreed phrase and receipt, TLS"
LOADED: Final = "IP bytes per message under load, TLS"
GOALS: Final = {ALONE: Goal(must=900)}


async def idle(scale: Scale) -> list[Figure]:
    """A line check a minute, the keepalive of the link, and nothing else."""
    world = World(scale.folder, checks_every_seconds=CHECK_SECONDS).found()
    with closing(counter(world.port)) as counting:
        async with world.running() as (north, _), desk_of(north) as desk:
            await desk.receipt(text=TEXT)
            await asyncio.sleep(SETTLE_SECONDS)
            per_second = await _octets(counting, asyncio.sleep(scale.idle_seconds)) / scale.idle_seconds
    goal = Goal(must=20, moonshot=3)
    name = "IP bytes while idle, a check a minute, TLS"
    return [Figure(name=name, values=(per_second,), unit="B/s", goal=goal, note=counting.note)]


async def _many(desk: Desk, count: int, **message: Any) -> None:
    for _ in range(count):
        await desk.receipt(**message)


async def _octets(counting: Counter, doing: Awaitable[object]) -> int:
    """What went over the link while something was done."""
    counting.take()
    total, task = 0, asyncio.ensure_future(doing)
    while not task.done():
        await asyncio.wait([task], timeout=SETTLE_SECONDS)
        total += counting.take()  # before the socket overflows
    await task
    await asyncio.sleep(SETTLE_SECONDS)
    return total + counting.take()
