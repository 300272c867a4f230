"""Faults of notices: which end holds, and which answer came late."""

# pyright: basic
# A mutant reaches inside on purpose.

from typing import Any, Final

from firebreak.core.notice import case, cases
from firebreak.core.notice.case import Case
from firebreak.sim.mutants.hunting import Mutant, always


def _as_learnt(old: Any) -> Any:
    return lambda items, key=None: old(items) if key is None else list(items)


def _by_the_late_bound(old: Any) -> Any:
    def is_late(self: Case, answer: Any) -> bool:
        return self.ended is not None and answer.time.hi > self.ended.time.lo

    return is_late


def _of_anybody(old: Any) -> Any:
    def why_not(notice: Any, spoken: Any) -> Any:
        found = old(notice, spoken)
        return None if found and found[0] in ("notice-foreign", "notice-own") else found

    return why_not


NOTICES: Final = (
    Mutant(
        "the end learnt first holds", case, "sorted", _as_learnt, ("two nodes of one party end one notice",)
    ),
    Mutant("no answer is late", Case, "is_late", always(False), ("an answer that crosses a cancellation",)),
    Mutant(
        "an answer is late that need not be",
        Case,
        "is_late",
        _by_the_late_bound,
        ("an answer within the doubt of a clock",),
    ),
    Mutant(
        "either side ends a notice",
        cases,
        "why_not",
        _of_anybody,
        ("a notice ended by the other side",),
    ),
)
