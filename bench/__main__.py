"""`python -m bench` takes all figures, `python -m bench load wire` some of them."""

import argparse
import asyncio
import os
import sys
import tempfile
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Final

from bench import (
    bundles,
    cold,
    commits,
    console_server,
    crowd,
    latency,
    load,
    matching,
    memory,
    nearness,
    pages,
    pixels,
    record,
    signing,
    sim,
    sound,
    warning_texts,
    wire,
    witness,
)
from bench.figures import Figure
from bench.machine import file_system, machine
from bench.scale import Scale, progress

Take = Callable[[Scale], Awaitable[list[Figure]]]

VERBS: Final[dict[str, Take]] = {
    "latency": latency.figures,
    "load": load.figures,
    "crowd": crowd.figures,
    "commits": commits.figures,
    "wire": wire.figures,
    "memory": memory.figures,
    "cold": cold.figures,
    "verify": record.figures,
    "idle": wire.idle,
    "witness": witness.figures,
    "signing": signing.figures,
    "bundles": bundles.figures,
    "sim": sim.figures,
    "console": console_server.figures,
    "pages": pages.figures,
    "pixels": pixels.figures,
    "nearness": nearness.figures,
    "matching": matching.figures,
    "sound": sound.figures,
    "warnings": warning_texts.figures,
}
CACHE: Final = Path(__file__).parent / ".cache"


def main(arguments: list[str]) -> int:
    """Take the figures that are named, or all of them."""
    asked = _parser().parse_args(arguments)
    with tempfile.TemporaryDirectory(prefix="firebreak-bench-", dir=asked.folder) as folder:
        place = Path(folder)
        if file_system(place) == "tmpfs" and not asked.tiny:
            print("error: the databases would lie in memory; name a folder on a disk with --folder")
            return 2
        full = Scale(folder=place / "world", cache=CACHE, runs=asked.runs)
        scale = Scale.tiny(place / "world") if asked.tiny else full
        if asked.ahead:
            os.sched_setscheduler(0, os.SCHED_FIFO, os.sched_param(1))
        print(machine(place), flush=True)
        for name in asked.names or VERBS:
            asyncio.run(_take(name, scale))
    return 0


async def _take(name: str, scale: Scale) -> None:
    for figure in await VERBS[name](scale):
        progress("")
        print(figure.line(), flush=True)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="figure", help=f"one of {', '.join(VERBS)}; default: all")
    parser.add_argument("--runs", type=int, default=3, help="how often to take each (default 3)")
    parser.add_argument("--folder", default="/var/tmp", help="where databases are made; on a real disk")
    parser.add_argument("--ahead", action="store_true", help="run ahead of all other work (root; say so)")
    parser.add_argument("--tiny", action="store_true", help="only see that the scripts run")
    return parser


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
