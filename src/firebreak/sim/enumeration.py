"""Ending a process at every durable or visible effect of a story, one after another."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations
from typing import Final

from firebreak.sim.day import Report, live
from firebreak.sim.scenarios import Scenario, scenarios

PAIRED: Final = 10  # the shortest stories, in which two ends of a process are tried together


def points(scenario: Scenario) -> int:
    """How many effects a story has before the heal, where a process can end."""
    return live(scenario.day).before_heal


def ended_once(scenario: Scenario, *, every: int = 1) -> Iterator[Report]:
    """The story itself, then with an end before each effect (or before every n-th)."""
    whole = live(scenario.day)
    yield whole
    for point in range(1, whole.before_heal + 1, every):
        yield live(replace(scenario.day, crash_at=(point,), expects=()))


def ended_twice(scenario: Scenario, *, every: int = 1) -> Iterator[Report]:
    """With two ends, in all pairs or in every n-th; the second may hit the recovery from the first."""
    count = points(scenario) + RECOVERY
    for number, pair in enumerate(combinations(range(1, count + 1), 2)):
        if number % every == 0:
            yield live(replace(scenario.day, crash_at=pair, expects=()))


RECOVERY: Final = 12  # effects of a restart


def shortest() -> list[Scenario]:
    """The stories with the fewest effects."""
    return sorted((each for each in scenarios() if not each.hostile), key=points)[:PAIRED]
