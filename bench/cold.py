"""From starting both nodes to the first signed receipt at a desk."""

import asyncio
import subprocess
import sys
from time import perf_counter
from typing import Final

from bench.desk import TEXT, desk_of
from bench.figures import Figure, Goal
from bench.scale import Scale, progress
from bench.world import World
from firebreak.core.base.purposes import Environment

IMPORTS: Final = "import resource; import firebreak.app.running; print(resource.getrusage(0)[0])"


async def figures(scale: Scale) -> list[Figure]:
    """Each start reads the record, opens a segment, greets and agrees on keys; the first opens the line."""
    imports = [await asyncio.to_thread(_imports) for _ in range(scale.starts)]
    found = [Figure(name="CPU of the imports of a node", values=tuple(imports), unit="ms")]
    for environment in scale.environments:
        times = await _starts(scale, environment)
        found.append(Figure(name=NAMES[environment], values=times, unit="ms", goal=GOAL))
    return found


NAMES: Final = {
    Environment.EXERCISE: "cold start of both to the first receipt",
    Environment.REAL: "the same, keys under Argon2id with 64 MiB",
}
GOAL: Final = Goal(must=2_000, moonshot=500)


async def _starts(scale: Scale, environment: Environment) -> tuple[float, ...]:
    world = World(scale.folder, environment).found()
    times: list[float] = []
    for number in range(1, scale.starts + 1):
        progress(f"cold start, {environment.name.lower()}: {number} of {scale.starts}")
        begun = perf_counter()
        async with world.running() as (north, _), desk_of(north) as desk:
            await desk.receipt(text=TEXT)
            times.append(1_000 * (perf_counter() - begun))
    return tuple(times)


def _imports() -> float:
    done = subprocess.run([sys.executable, "-c", IMPORTS], capture_output=True, check=True)
    return 1_000 * float(done.stdout)
