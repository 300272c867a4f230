"""Faults on the way out."""

# pyright: basic, reportPrivateUsage=false
# A mutant reaches inside on purpose.

from typing import Any, Final

from firebreak.core.line.asking import Asking
from firebreak.runtime.outbox import Outbox
from firebreak.sim.mutants.hunting import Mutant


def _one_queue(old: Any) -> Any:
    def put(self: Outbox, frame: Any) -> None:
        old(self, frame)
        if self._heap:
            self._heap = [(0, order, each) for _, order, each in self._heap]
            self._heap.sort(key=lambda each: each[1])

    return put


def _never_asks(old: Any) -> Any:
    return lambda self, at, whole: False


LINKS: Final = (
    Mutant("flash not first", Outbox, "put", _one_queue, ("a flash overtakes a long queue",)),
    Mutant("never asks again", Asking, "take", _never_asks, ("a path that loses a packet",)),
)
