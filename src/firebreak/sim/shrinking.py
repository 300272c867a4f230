"""Making a failing day small: leave out whatever does not matter to it."""

from dataclasses import replace
from typing import Final

from firebreak.sim.acts import Act
from firebreak.sim.day import Report, live

TRIES_MAX: Final = 400  # days lived through while looking for a smaller one


def shrink(report: Report, tries: int = TRIES_MAX) -> Report:
    """The smallest day found that breaks the same invariant. Raises nothing; gives up after so many tries."""
    assert report.violation is not None
    best = report
    size = max(1, len(best.day.acts) // 2)
    while size and tries > 0:
        smaller, tries = _pass(best, size, tries)
        size = size if len(smaller.day.acts) < len(best.day.acts) and size > 1 else size // 2
        best = smaller
    return best


def _pass(report: Report, size: int, tries: int) -> tuple[Report, int]:
    """Leave out every stretch of so many acts once."""
    best, start = report, 0
    while start < len(best.day.acts) and tries > 0:
        tries -= 1
        acts = best.day.acts
        without = live(replace(best.day, acts=acts[:start] + acts[start + size :]))
        if _alike(without, report):
            best = without
        else:
            start += size
    return best, tries


def _alike(one: Report, other: Report) -> bool:
    if one.violation is None or other.violation is None:
        return False
    return one.violation.invariant == other.violation.invariant


def as_text(acts: tuple[Act, ...]) -> str:
    """As it stands in a test."""
    return "\n".join(map(str, acts))
