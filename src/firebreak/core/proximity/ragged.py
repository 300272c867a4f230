"""Ranges of different lengths written out one behind another."""

import numpy as np

from firebreak.core.proximity.earth import Floats, Ints


def spread(first: Ints, end: Ints) -> tuple[Ints, Ints]:
    """For ranges from `first` to below `end`: which range each item is of, and the item."""
    sizes = end - first
    owner = np.repeat(np.arange(first.size), sizes)
    begins = np.cumsum(sizes) - sizes
    return owner, np.arange(owner.size) - begins[owner] + first[owner]


def least(owner: Ints, values: Floats, count: int) -> tuple[Floats, Ints]:
    """The least value of each owner, and where it stands; infinity and -1 for an owner that has none."""
    best = np.full(count, np.inf)
    np.minimum.at(best, owner, values)
    where = np.full(count, -1, dtype=np.int64)
    hit = np.flatnonzero(values == best[owner])
    where[owner[hit][::-1]] = hit[::-1]
    return best, where
