"""Which boxes in space overlap: laid out in bands along one axis and sorted along another in each band.

A band is as wide as the widest box, so that boxes which overlap begin in the same band or in the next one.
"""

from typing import Final

import numpy as np

from firebreak.core.proximity.earth import Floats, Ints
from firebreak.core.proximity.ragged import spread

PAIRS_AT_ONCE: Final = 2_000_000
BANDS_MAX: Final = 4_096
FINE: Final = 1_000.0  # places along a band are counted in millimetres
PLACE_BITS: Final = 40
STEP: Final = 1 << PLACE_BITS


def overlapping(low: Floats, high: Floats) -> tuple[Ints, Ints]:
    """All pairs of boxes that overlap, in order, the smaller number first; a box is given by two corners."""
    if not len(low):
        return np.empty(0, dtype=np.int64), np.empty(0, dtype=np.int64)
    order, first, end = _swept(low, high)
    low, high = low[order], high[order]
    ones: list[Ints] = []
    others: list[Ints] = []
    weight = np.cumsum(end - first)
    begin = 0
    while begin < first.size:
        before = weight[begin - 1] if begin else 0
        stop = max(begin + 1, int(np.searchsorted(weight, before + PAIRS_AT_ONCE)))
        owner, other = spread(first[begin:stop], end[begin:stop])
        one = (owner + begin) % len(low)
        meets = ((low[one] <= high[other]) & (low[other] <= high[one])).all(axis=1)
        ones.append(order[one[meets]])
        others.append(order[other[meets]])
        begin = stop
    one, other = np.concatenate(ones), np.concatenate(others)
    one, other = np.minimum(one, other), np.maximum(one, other)
    order = np.lexsort((other, one))
    return one[order], other[order]


def _swept(low: Floats, high: Floats) -> tuple[Ints, Ints, Ints]:
    """An order of the boxes; for each, thrice over, whom of it to compare with: those that begin later."""
    extent = low.max(axis=0) - low.min(axis=0)
    across, along = np.argsort(extent)[1:]
    width = max(float((high - low)[:, across].max()), float(extent[across]) / BANDS_MAX, 1.0)
    band = ((low[:, across] - low[:, across].min()) / width).astype(np.int64) << PLACE_BITS
    least = low[:, along].min()
    begins = ((low[:, along] - least) * FINE).astype(np.int64)
    ends = np.minimum((high[:, along] - least) * FINE, STEP - 1).astype(np.int64)
    order = np.argsort(band + begins, kind="stable")
    band, begins, ends = band[order], begins[order], ends[order]
    key = band + begins
    first: list[Ints] = [
        np.arange(1, key.size + 1),
        np.searchsorted(key, key - STEP, side="right"),
        np.searchsorted(key, key + STEP, side="left"),
    ]
    end: list[Ints] = [np.searchsorted(key, band + ends + way * STEP, side="right") for way in (0, -1, 1)]
    firsts = np.concatenate(first).astype(np.int64)
    return order, firsts, np.maximum(np.concatenate(end).astype(np.int64), firsts)
