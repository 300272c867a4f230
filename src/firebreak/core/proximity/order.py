"""The samples of each track in the order of their times.

Files usually are: then they stream through. One in which a track goes back in time is read whole and sorted.
"""

from collections.abc import Callable, Iterable, Iterator
from typing import Final

import numpy as np

from firebreak.core.base.errors import LocalError
from firebreak.core.proximity.earth import Ints
from firebreak.core.proximity.samples import ROWS_AT_ONCE, Batch, joined

SORTED_ROWS_MAX: Final = 30_000_000  # 2.4 GB while it is sorted


class BackInTime(Exception):
    """A track has a sample that is earlier than the one before."""


class Numbering:
    """Counts the samples of each track and looks whether their times go forward."""

    def __init__(self) -> None:
        self._counts = np.zeros(1024, dtype=np.int64)
        self._latest = np.full(1024, np.iinfo(np.int64).min)

    def of(self, batch: Batch) -> Ints:
        """The number of each sample within its track, from 1. Raises BackInTime."""
        if not len(batch):
            return batch.track
        self._grow(int(batch.track.max()) + 1)
        order = np.argsort(batch.track, kind="stable")
        track, time = batch.track[order], batch.time[order]
        new = np.concatenate([[True], track[1:] != track[:-1]])
        before = np.concatenate([[0], time[:-1]])
        before[new] = self._latest[track[new]]
        if (time < before).any():
            raise BackInTime
        begins = np.flatnonzero(new)
        sizes = np.diff(np.append(begins, track.size))
        within = np.arange(track.size) - np.repeat(begins, sizes) + 1
        numbers = np.empty(track.size, dtype=np.int64)
        numbers[order] = within + self._counts[track]
        self._counts[track[begins]] += sizes
        self._latest[track[begins]] = time[begins + sizes - 1]
        return numbers

    def _grow(self, size: int) -> None:
        lacking = size - self._counts.size
        if lacking > 0:
            more = max(lacking, self._counts.size)
            self._counts = np.append(self._counts, np.zeros(more, dtype=np.int64))
            self._latest = np.append(self._latest, np.full(more, np.iinfo(np.int64).min))


def in_time(batches: Iterable[Batch]) -> Batch:
    """All samples, sorted by time; those of one instant stay in order. Raises LocalError."""
    held: list[Batch] = []
    count = 0
    for batch in batches:
        count += len(batch)
        if count > SORTED_ROWS_MAX:
            raise LocalError(
                f"more than {SORTED_ROWS_MAX:,} samples have to be sorted",
                code="FB644",
                hint="sort the file by time, or replay it in parts",
            )
        held.append(batch)
    whole = joined(held)
    return whole.part(np.argsort(whole.time, kind="stable"))


def sliced(whole: Batch) -> Iterator[Batch]:
    """A large batch in pieces."""
    for begin in range(0, len(whole), ROWS_AT_ONCE):
        yield whole.part(slice(begin, begin + ROWS_AT_ONCE))


Reread = Callable[[], Iterable[Batch]]
