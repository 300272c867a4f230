"""Memory of a node: idle, and after messages have gone through it."""

import asyncio

from bench.desk import TEXT, desk_of
from bench.figures import Figure, Goal
from bench.processes import NodeProcess
from bench.scale import Scale
from bench.world import World


async def figures(scale: Scale) -> list[Figure]:
    """The larger of the two nodes, each with all its processes."""
    idle: list[float] = []
    loaded: list[float] = []
    for _ in scale.each_run("memory"):
        async with World(scale.folder).found().running() as nodes, desk_of(nodes[0]) as desk:
            await desk.receipt(text=TEXT)
            idle.append(await _largest(nodes, scale))
            await desk.flood(scale.flood, scale.in_flight)
            loaded.append(await _largest(nodes, scale))
    after = f"memory of a node after {scale.flood:,} messages"
    return [
        Figure(name="memory of a node, idle", values=tuple(idle), unit="MB", goal=Goal(must=60, moonshot=35)),
        Figure(name=after, values=tuple(loaded), unit="MB", goal=Goal(must=90, moonshot=45)),
    ]


async def _largest(nodes: tuple[NodeProcess, NodeProcess], scale: Scale) -> float:
    await asyncio.sleep(scale.rest_seconds)
    return max(each.megabytes for each in nodes)
