"""Small faults of the code, one at a time: the simulator is worth as much as the share of them that it finds.

A mutant takes the place of one function or value of the core or the runtime, in this process and until the
end of the test. Nothing here is reachable from a running node.
"""

import builtins
from collections.abc import Callable, Generator, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any, Final

from firebreak.sim.day import Report, live
from firebreak.sim.enumeration import ended_once
from firebreak.sim.scenarios import scenario, scenarios
from firebreak.sim.weather import day_of

SEEDS_MAX: Final = 60  # days of chance that a mutant may survive before it counts as alive


Made = Callable[[Any], Any]
"From what stands there to what takes its place."


def always(value: Any) -> Made:
    """Whatever is asked, the answer is this."""

    def answer(*_given: Any, **_named: Any) -> Any:
        return value

    return lambda _old: answer


@dataclass(frozen=True, slots=True)
class Mutant:
    """A named fault."""

    name: str
    where: object
    "The class or module whose attribute is exchanged."
    attribute: str
    make: Made
    hints: tuple[str, ...] = field(default=())
    "Scenarios that are tried first, with every end of a process."

    @contextmanager
    def alive(self) -> Generator[None]:
        """While this holds, the fault is there."""
        own = vars(self.where)
        held = own.get(self.attribute, getattr(builtins, self.attribute, None))
        added = self.attribute not in own
        setattr(self.where, self.attribute, self.make(held))
        try:
            yield
        finally:
            if added:
                delattr(self.where, self.attribute)
            else:
                setattr(self.where, self.attribute, held)


@dataclass(frozen=True, slots=True)
class Hunt:
    """What became of a mutant."""

    mutant: Mutant
    killer: Report | None
    days: int

    def to_json(self) -> dict[str, Any]:
        """For programs."""
        found = self.killer
        return {
            "name": self.mutant.name,
            "killed": found is not None,
            "by": found.day.name if found else None,
            "crash_at": list(found.day.crash_at) if found else [],
            "seed": found.day.seed if found else None,
            "invariant": found.violation.invariant if found and found.violation else None,
            "text": str(found.violation) if found else None,
            "days": self.days,
        }


def hunt(mutant: Mutant, *, seeds: int = SEEDS_MAX) -> Hunt:
    """Let a mutant live through days until one of them shows it."""
    count = 0
    with mutant.alive():
        for count, report in enumerate(_days(mutant, seeds), 1):
            if report.violation is not None:
                return Hunt(mutant, report, count)
    return Hunt(mutant, None, count)


def _days(mutant: Mutant, seeds: int) -> Iterator[Report]:
    """What the mutant must bear: its own stories with every end, all stories, then days of chance."""
    for name in mutant.hints:
        yield live(scenario(name).day)
    for name in mutant.hints:
        yield from ended_once(scenario(name))
    for each in scenarios():
        yield live(each.day)
    for seed in range(1, seeds + 1):
        yield live(day_of(seed))
