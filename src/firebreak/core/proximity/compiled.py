"""The fast way: the same kernel compiled by numba, behind a grid of cubes in space.

Compiling takes some seconds when a process first asks. Nothing of it is kept on a disk (decisions/0017).
A batch is computed in an order in which neighbours follow one another: what one has read, the next one finds
in the processor's cache.
"""

from typing import Any, Final, cast

import numpy as np

from firebreak.core.proximity.earth import Floats, Ints
from firebreak.core.proximity.kernel import TINY
from firebreak.core.proximity.loops import all_near, for_one, gathered
from firebreak.core.proximity.memory import DISTANCES, END, FOUND, laid_out
from firebreak.core.proximity.packed import Packed

HITS_MIN: Final = 1_024
SQUARES: Final = 255  # along either side of a batch, for its order


class Compiled:
    """Candidates and distances of packed zones."""

    def __init__(self, packed: Packed) -> None:
        self.packed = packed
        self._memory = laid_out(packed)
        begin, middle, end = (int(self._memory[word]) for word in (FOUND, DISTANCES, END))
        self._found = self._memory[begin:middle].view(np.int64).data
        self._distance = cast("memoryview[float]", self._memory[middle:end].data)
        self.one(0.0, 0.0)

    def near(self, latitude: Floats, longitude: Floats) -> tuple[Ints, Ints, Floats]:
        """Rows and zones within reach or little beyond, and their distances to the outline, 0 inside."""
        order = _order(latitude, longitude)
        spans = np.zeros((latitude.size, 2), dtype=np.int64)
        room = max(HITS_MIN, len(self._distance), 4 * latitude.size)
        found, distance = np.empty(room, dtype=np.int64), np.empty(room)
        done = all_near(latitude, longitude, order, 0, self._memory, found, distance, spans)
        while done < latitude.size:
            found, distance = _twice(found), _twice(distance)
            done = all_near(latitude, longitude, order, done, self._memory, found, distance, spans)
        count = int((spans[:, 1] - spans[:, 0]).sum())
        row, zone, length = np.empty(count, dtype=np.int64), np.empty(count, dtype=np.int64), np.empty(count)
        gathered(spans, found, distance, row, zone, length)
        return row, zone, length

    def one(self, latitude: float, longitude: float) -> tuple[Ints, Floats]:
        """The zones near one place, and their distances."""
        count = for_one(latitude, longitude, self._memory, False)
        return np.array(self._found[:count], dtype=np.int64), np.array(self._distance[:count])

    def hit(self, latitude: float, longitude: float) -> list[tuple[int, float]] | None:
        """The zones that one place hits, with distances less buffers; None where one is to be judged."""
        count = for_one(latitude, longitude, self._memory, True)
        return list(zip(self._found[:count], self._distance, strict=False)) if count >= 0 else None


def _twice(array: Any) -> Any:
    """The same with as much room again."""
    return np.append(array, np.empty_like(array))


def _order(latitude: Floats, longitude: Floats) -> Ints:
    """Southern rows first, each from west to east; 16 bits, which numpy sorts without comparing."""
    if not latitude.size:
        return np.empty(0, dtype=np.int64)
    key = _squares(latitude) << 8 | _squares(longitude)
    return np.argsort(key, kind="stable")


def _squares(degrees: Floats) -> np.ndarray:
    least = degrees.min()
    return ((degrees - least) * (SQUARES / max(degrees.max() - least, TINY))).astype(np.uint16)
