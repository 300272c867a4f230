"""Which boxes in space overlap: sorted along one axis, so that only what lies side by side is compared."""

from typing import Final

import numpy as np

from firebreak.core.proximity.earth import Floats, Ints
from firebreak.core.proximity.ragged import spread

PAIRS_AT_ONCE: Final = 2_000_000


def overlapping(low: Floats, high: Floats) -> tuple[Ints, Ints]:
    """All pairs of boxes that overlap, the smaller number first; each box is given by two corners."""
    axis = int(np.argmax(low.max(axis=0) - low.min(axis=0))) if len(low) else 0
    order = np.argsort(low[:, axis], kind="stable")
    low, high = low[order], high[order]
    end = np.searchsorted(low[:, axis], high[:, axis], side="right").astype(np.int64)
    ones: list[Ints] = []
    others: list[Ints] = []
    weight = np.cumsum(end - np.arange(1, len(low) + 1))
    begin = 0
    while begin < len(low):
        before = weight[begin - 1] if begin else 0
        stop = max(begin + 1, int(np.searchsorted(weight, before + PAIRS_AT_ONCE)))
        first = np.arange(begin, stop)
        owner, other = spread(first + 1, np.maximum(end[begin:stop], first + 1))
        one = first[owner]
        meets = ((low[one] <= high[other]) & (low[other] <= high[one])).all(axis=1)
        ones.append(order[one[meets]])
        others.append(order[other[meets]])
        begin = stop
    if not ones:
        return np.empty(0, dtype=np.int64), np.empty(0, dtype=np.int64)
    one, other = np.concatenate(ones), np.concatenate(others)
    return np.minimum(one, other), np.maximum(one, other)
