"""How much is measured: enough for a figure, or just enough to see that the scripts run."""

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from firebreak.core.base.purposes import Environment


@dataclass(frozen=True, slots=True, kw_only=True)
class Scale:
    """Counts and durations of one run of the benchmarks."""

    folder: Path
    "Where databases are made; it must lie on a real disk."
    cache: Path
    "Where the record of many entries is kept for the next time."
    runs: int = 3
    warm: int = 100
    alone: int = 1_000
    flood: int = 5_000
    in_flight: int = 64
    entries: int = 100_000
    idle_seconds: float = 120.0
    rest_seconds: float = 3.0
    starts: int = 5
    commits: int = 300
    environments: tuple[Environment, ...] = (Environment.EXERCISE, Environment.REAL)

    @classmethod
    def tiny(cls, folder: Path) -> Self:
        """For the test that every script still runs."""
        return cls(
            folder=folder,
            cache=folder.parent,
            runs=1,
            warm=2,
            alone=5,
            flood=40,
            in_flight=8,
            entries=60,
            idle_seconds=0.2,
            rest_seconds=0.1,
            starts=1,
            commits=5,
            environments=(Environment.EXERCISE,),
        )

    def each_run(self, name: str) -> Iterator[int]:
        """Number the runs, and say on the terminal where we are."""
        for number in range(1, self.runs + 1):
            progress(f"{name}: run {number} of {self.runs}")
            yield number


def progress(text: str) -> None:
    """One line that the next one overwrites; nothing when nobody looks."""
    if sys.stderr.isatty():
        print(f"\r\x1b[K{text}", end="", file=sys.stderr, flush=True)
