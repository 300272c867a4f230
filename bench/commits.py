"""Synced transactions per message and node, one at a time and under load."""

from bench.counted import commits
from bench.desk import TEXT, Desk, desk_of
from bench.figures import Figure, Goal
from bench.processes import COUNTED, NodeProcess
from bench.scale import Scale
from bench.world import World


class CountedWorld(World):
    """A world whose nodes count their commits."""

    def process(self, name: str) -> NodeProcess:
        """The same node, started by a script of ours."""
        return NodeProcess(self.houses[name], COUNTED)


async def figures(scale: Scale) -> list[Figure]:
    """The sender's node stores the message and its receipt; the receiver's both at once."""
    alone: list[tuple[float, float]] = []
    loaded: list[tuple[float, float]] = []
    for _ in scale.each_run("commits"):
        async with CountedWorld(scale.folder).found().running() as nodes, desk_of(nodes[0]) as desk:
            alone.append(await _alone(desk, nodes, scale))
            loaded.append(await _loaded(desk, nodes, scale))
    return [
        _figure("commits per message alone, sender", alone, 0, Goal(must=2)),
        _figure("commits per message alone, receiver", alone, 1, Goal(must=2, moonshot=1)),
        _figure("commits per message under load, sender", loaded, 0, Goal(must=0.5, moonshot=0.1)),
        _figure("commits per message under load, receiver", loaded, 1, Goal(must=0.5, moonshot=0.1)),
    ]


async def _alone(desk: Desk, nodes: tuple[NodeProcess, NodeProcess], scale: Scale) -> tuple[float, float]:
    for _ in range(scale.warm):
        await desk.receipt(text=TEXT)
    before = [commits(each.house) for each in nodes]
    for _ in range(scale.alone):
        await desk.receipt(text=TEXT)
    return _since(before, nodes, scale.alone)


async def _loaded(desk: Desk, nodes: tuple[NodeProcess, NodeProcess], scale: Scale) -> tuple[float, float]:
    await desk.flood(scale.warm, scale.in_flight)
    before = [commits(each.house) for each in nodes]
    await desk.flood(scale.flood, scale.in_flight)
    return _since(before, nodes, scale.flood)


def _since(before: list[int], nodes: tuple[NodeProcess, NodeProcess], messages: int) -> tuple[float, float]:
    sender, receiver = (
        (commits(node.house) - earlier) / messages for node, earlier in zip(nodes, before, strict=True)
    )
    return sender, receiver


def _figure(name: str, measured: list[tuple[float, float]], which: int, goal: Goal) -> Figure:
    return Figure(name=name, values=tuple(each[which] for each in measured), unit="", goal=goal)
