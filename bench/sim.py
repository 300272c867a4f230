"""How many bad days the simulator lives through in a second, on one core, with every oracle."""

from typing import Final

from bench.figures import Figure
from bench.scale import Scale
from firebreak.sim.running import run_seeds

DAYS: Final = 200
DAYS_TINY: Final = 2


async def figures(scale: Scale) -> list[Figure]:
    """Days of chance, four of which have real signatures; and what happens in them."""
    days = DAYS if scale.entries > DAYS else DAYS_TINY
    totals = [run_seeds(1, days) for _ in scale.each_run("sim")]
    assert not any(each.failures for each in totals), totals[0].failures
    return [
        Figure(name="simulated days, one core", values=tuple(each.per_second for each in totals), unit="/s"),
        Figure(
            name="entries signed and judged in them",
            values=tuple(each.entries / each.seconds for each in totals),
            unit="/s",
        ),
    ]
