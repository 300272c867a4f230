"""Verifying a bundle from its first byte to its last, offline, with nothing but the bundle.

Entries are judged one by one while the file is read; how they hang together is checked once all are there.
The file's own hash is the last thing that is known, so nothing is reported of a file that is damaged.
"""

import os
from collections import deque
from collections.abc import Callable, Generator, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from multiprocessing import get_context
from typing import Final

from firebreak.core.record.bundle import Head
from firebreak.core.record.bundle_reader import BundleReader, Optional, RawCard, RawEntry, RawStamp, Readable
from firebreak.verify.cards import Cards, read_cards
from firebreak.verify.concluding import conclude
from firebreak.verify.entries import Judge, Judged
from firebreak.verify.facts import Index
from firebreak.verify.faults import Faults, fault
from firebreak.verify.report import Report
from firebreak.verify.stamps import Stamps

BATCH: Final = 500  # entries judged in one step, some 60 ms of work
AHEAD: Final = 4  # batches waiting for each process, so that none idles and memory stays bounded

Progress = Callable[[int], None]
"Called now and then with the number of bytes read so far."


def verify_bundle(stream: Readable, *, jobs: int = 1, progress: Progress | None = None) -> Report:
    """Check everything a stranger can check. Raises Unreadable when the file is no undamaged bundle."""
    reading = _Reading(BundleReader(stream), progress)
    head, cards = reading.start()
    index, faults = Index(), Faults()
    faults.add(*cards.faults)
    judged = _in_one(reading.batches(), Judge(cards)) if jobs < 2 else _in_several(reading, head, jobs)  # noqa: PLR2004
    for fact, found in judged:
        faults.add(*found)
        if fact is not None and not index.add(fact):
            faults.add(fault("repeated", fact))
    return conclude(cards, index, faults, reading.stamps, aside=reading.reader.counts[Optional])


@dataclass(slots=True)
class _Reading:
    """Head and cards first, then the entries in batches."""

    reader: BundleReader
    progress: Progress | None
    cards: list[RawCard] = field(default_factory=list[RawCard])
    batch: list[RawEntry] = field(default_factory=list[RawEntry])
    pieces: Iterator[object] = field(init=False)
    stamps: Stamps = field(init=False)

    def start(self) -> tuple[Head, Cards]:
        """Read up to the first entry."""
        self.pieces = self.reader.pieces()
        head = next(self.pieces)
        assert isinstance(head, Head), "the reader lets nothing else be first"
        early: list[RawStamp] = []
        for piece in self.pieces:
            if isinstance(piece, RawCard):
                self.cards.append(piece)
            elif isinstance(piece, RawStamp):
                early.append(piece)
            elif isinstance(piece, RawEntry):
                self.batch.append(piece)
                break
        cards = read_cards(head, self.cards)
        self.stamps = Stamps(cards)
        for each in early:
            self.stamps.take(each)
        return head, cards

    def batches(self) -> Iterator[list[RawEntry]]:
        """All entries."""
        for piece in self.pieces:
            if isinstance(piece, RawEntry):
                self.batch.append(piece)
            elif isinstance(piece, RawStamp):
                self.stamps.take(piece)
            if len(self.batch) >= BATCH:
                yield self._full()
        yield self._full()

    def _full(self) -> list[RawEntry]:
        if self.progress:
            self.progress(self.reader.offset)
        batch, self.batch = self.batch, []
        return batch


def _in_one(batches: Iterator[list[RawEntry]], judge: Judge) -> Iterator[Judged]:
    for batch in batches:
        for raw in batch:
            yield judge.judge(raw)


def _in_several(reading: _Reading, head: Head, jobs: int) -> Iterator[Judged]:
    """The same in processes of their own, in the order of the file."""
    waiting: deque[Future[list[Judged]]] = deque()
    begin = (get_context("spawn"), _begin, (head.to_bytes(), tuple(reading.cards)))
    with _away_from_here(), ProcessPoolExecutor(jobs, *begin) as pool:
        for batch in reading.batches():
            waiting.append(pool.submit(_judge_batch, batch))
            while len(waiting) > jobs * AHEAD:
                yield from waiting.popleft().result()
        while waiting:
            yield from waiting.popleft().result()


@contextmanager
def _away_from_here() -> Generator[None]:
    """Processes that begin meanwhile look for no module in the current folder."""
    before = os.environ.get("PYTHONSAFEPATH")
    os.environ["PYTHONSAFEPATH"] = "1"
    try:
        yield
    finally:
        if before is None:
            del os.environ["PYTHONSAFEPATH"]
        else:
            os.environ["PYTHONSAFEPATH"] = before


_judges: list[Judge] = []
"In a process of its own: the judge of the one bundle it works on."


def _begin(head: bytes, cards: tuple[RawCard, ...]) -> None:
    _judges[:] = [Judge(read_cards(Head.from_bytes(head), cards))]


def _judge_batch(batch: list[RawEntry]) -> list[Judged]:
    (judge,) = _judges
    return [judge.judge(each) for each in batch]
