"""Many days, and what they add up to."""

import hashlib
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from time import perf_counter
from typing import Any, Final

from firebreak.core.base.instants import DAY
from firebreak.sim.acts import Act
from firebreak.sim.day import Day, Mode, Report, live
from firebreak.sim.enumeration import ended_once, ended_twice, shortest
from firebreak.sim.scenarios import scenarios
from firebreak.sim.shrinking import shrink
from firebreak.sim.weather import day_of

Progress = Callable[[str], None]


def _silent(text: str) -> None:
    """Before anybody looks."""


@dataclass(slots=True)
class Total:
    """What many days add up to."""

    days: int = 0
    events: int = 0
    entries: int = 0
    effects: int = 0
    seconds: float = 0.0
    checks: Counter[str] = field(default_factory=Counter[str])
    "How often each invariant was looked at."
    failures: list[Report] = field(default_factory=list[Report])
    trace: str = ""
    "Names all that happened, in order: the same days give the same name."

    def add(self, report: Report) -> None:
        """One more day."""
        self.days += 1
        self.events += report.events
        self.entries += report.entries
        self.effects += report.effects
        self.checks += report.checks
        self.trace = hashlib.sha256(f"{self.trace}{report.digest}".encode()).hexdigest()
        if report.violation is not None:
            self.failures.append(report)

    @property
    def per_second(self) -> float:
        """Days per second of this process."""
        return self.days / self.seconds if self.seconds else 0.0

    def looked_at(self) -> dict[str, int]:
        """How often each invariant was looked at, in their order."""
        return dict(sorted(self.checks.items(), key=_by_number))

    def to_json(self) -> dict[str, Any]:
        """For programs."""
        return {
            "seeds": self.days,
            "failures": [failure(each) for each in self.failures],
            "events": self.events,
            "entries": self.entries,
            "invariants": self.looked_at(),
            "seconds": round(self.seconds, 3),
            "trace": self.trace,
        }


def _by_number(item: tuple[str, int]) -> int:
    return int(item[0][1:]) if item[0][1:].isdecimal() else 0


def failure(report: Report) -> dict[str, Any]:
    """A day that broke something, with all that is needed to live it again."""
    day = report.day
    return {
        "day": day.name,
        "seed": day.seed,
        "mode": str(day.mode),
        "check_seconds": day.check_seconds,
        "real": day.real,
        "vault": day.vault,
        "crash_at": list(day.crash_at),
        "acts": [str(each) for each in day.acts],
        "violation": str(report.violation),
    }


def run_seeds(first: int, count: int, mode: Mode | None = None, say: Progress = _silent) -> Total:
    """So many days of chance; those that break something are made small."""
    return _run((day_of(seed, mode) for seed in range(first, first + count)), count, say)


def run_enumeration(*, pairs_every: int = 1, every: int = 1, say: Progress = _silent) -> Total:
    """Every story with an end of a process at each effect, and the shortest with two; 0 for no pairs."""
    total, begun = Total(), perf_counter()
    for number, each in enumerate(scenarios(), 1):
        say(f"story {number} of {len(scenarios())}: {each.name}")
        _gather(total, ended_once(each, every=every))
    for each in shortest() if pairs_every else ():
        say(f"two ends in: {each.name}")
        _gather(total, ended_twice(each, every=pairs_every))
    total.seconds = perf_counter() - begun
    return total


def _gather(total: Total, reports: Iterable[Report]) -> None:
    for report in reports:
        total.add(report)


def _run(days: Iterator[Day], count: int, say: Progress) -> Total:
    total, begun = Total(), perf_counter()
    for number, day in enumerate(days, 1):
        say(f"day {number} of {count}, {len(total.failures)} broke something")
        report = live(day)
        total.add(report)
        if report.violation is not None:
            total.failures[-1] = shrink(report)
    total.seconds = perf_counter() - begun
    return total


def is_deterministic(seed: int) -> bool:
    """Whether a day happens the same way twice."""
    return live(day_of(seed)).digest == live(day_of(seed)).digest


DATED: Final = frozenset({"suspend", "reply", "request", "decline", "step", "drift", "twin"})
"Acts that name an instant for the other side or set a clock, and two live nodes, told apart by their hashes."
SPOIL: Final = 5  # which word of `weather` it is: what a flipped bit breaks depends on the bytes
AHEAD_MS: Final = (400 * DAY, -30 * DAY)


def is_indifferent(seed: int) -> bool:
    """I20: whether a day goes the same way, to the millisecond, when one party's wall clock is far off.

    By whole days, since both sides check the line at agreed times of the day.
    """
    day = day_of(seed)
    acts = tuple(_unspoilt(each) for each in day.acts if each.verb not in DATED)
    day = replace(day, acts=acts)
    told = live(day).decisions
    return all(live(replace(day, ahead_ms=each)).decisions == told for each in AHEAD_MS)


def _unspoilt(act: Act) -> Act:
    words = list(act.words)
    words[SPOIL : SPOIL + 1] = ["0"] if act.verb == "weather" else words[SPOIL : SPOIL + 1]
    return replace(act, words=tuple(words))
