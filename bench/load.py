"""Messages a second with 64 in flight, in order, each with its receipt; and what they cost the nodes."""

from bench.desk import desk_of
from bench.figures import Figure, Goal
from bench.scale import Scale
from bench.world import World


async def figures(scale: Scale) -> list[Figure]:
    """The desk runs on the same cores; its own processor time is not counted."""
    rates: list[float] = []
    costs: list[float] = []
    for _ in scale.each_run("load"):
        async with World(scale.folder).found().running() as (north, south), desk_of(north) as desk:
            await desk.flood(scale.warm, scale.in_flight)
            before = north.cpu_seconds + south.cpu_seconds
            rates.append(scale.flood / await desk.flood(scale.flood, scale.in_flight))
            costs.append(1_000 * (north.cpu_seconds + south.cpu_seconds - before) / scale.flood)
    return [
        Figure(
            name=f"messages receipted, {scale.in_flight} in flight, in order",
            values=tuple(rates),
            unit="/s",
            goal=Goal(must=700, moonshot=3_000, at_least=True),
        ),
        Figure(
            name="CPU per message, both nodes, under load",
            values=tuple(costs),
            unit="ms",
            goal=Goal(must=1.5, moonshot=0.6),
        ),
    ]
