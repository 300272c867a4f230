"""Which boxes overlap, by bands and by looking at all pairs."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from firebreak.core.proximity.neighbours import overlapping

CORNER = st.integers(-6, 6)
SIZE = st.integers(0, 4)
BOXES = st.lists(st.tuples(CORNER, CORNER, CORNER, SIZE, SIZE, SIZE), max_size=24)


@given(BOXES, st.sampled_from([1e-4, 1.0, 1_000.0, 1e6]), st.sampled_from([1e-4, 1.0, 1_000.0, 1e6, 1e12]))
def test_all_boxes_that_overlap_are_found_once(
    boxes: list[tuple[int, ...]], apart: float, wide: float
) -> None:
    numbers = np.array(boxes, dtype=np.float64).reshape(-1, 6)
    low = numbers[:, :3] * apart
    high = low + numbers[:, 3:] * wide
    one, other = overlapping(low, high)
    meets = (low[:, np.newaxis] <= high) & (low <= high[:, np.newaxis])
    expected = np.argwhere(np.triu(meets.all(axis=2), 1))
    assert np.stack([one, other], axis=1).tolist() == expected.tolist()
