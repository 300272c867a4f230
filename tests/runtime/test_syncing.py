"""Commits: at once while the disk is quick, in a thread otherwise, and always one after another."""

import asyncio
import threading
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field

import pytest

from firebreak.core.base.errors import StorageError
from firebreak.ports import Kept
from firebreak.runtime import syncing
from firebreak.runtime.syncing import SMALL, Syncing
from firebreak.store.memory import Fault, MemoryStore


@dataclass
class Watched(MemoryStore):
    """A store that knows which thread wrote, and that can be held up."""

    threads: list[bool] = field(default_factory=list[bool])
    sizes: list[int] = field(default_factory=list[int])
    held: threading.Event = field(default_factory=threading.Event)

    def __post_init__(self) -> None:
        super().__init__()
        self.held.set()

    def append(self, entries: Sequence[Kept]) -> None:
        self.held.wait()
        self.threads.append(threading.current_thread() is threading.main_thread())
        self.sizes.append(len(entries))


def entries(count: int) -> Sequence[Kept]:
    """As many as are wanted; a store that only counts does not look at them."""
    return [None] * count  # type: ignore[list-item]


def test_the_first_commit_is_made_beside_the_loop_and_small_ones_on_a_quick_disk_at_once() -> None:
    async def main() -> list[bool]:
        store, commits = Watched(), Syncing()
        for count in (1, 1, SMALL, SMALL + 1, 1):
            await commits.append(store, entries(count))
        commits.close()
        return store.threads

    assert asyncio.run(main()) == [False, True, True, False, True]


def test_a_slow_disk_is_not_waited_for_on_the_loop(monkeypatch: pytest.MonkeyPatch) -> None:
    times = iter([0.0, 0.001, 1.0, 1.5, 2.0, 2.1])
    monkeypatch.setattr(syncing, "monotonic", lambda: next(times))

    async def main() -> list[bool]:
        store, commits = Watched(), Syncing()
        for _ in range(3):
            await commits.append(store, entries(1))
        commits.close()
        return store.threads

    assert asyncio.run(main()) == [False, True, False]


def test_a_commit_waits_for_one_whose_asker_was_cancelled() -> None:
    async def main() -> list[int]:
        store, commits = Watched(), Syncing()
        await commits.append(store, entries(1))
        store.held.clear()
        first = asyncio.create_task(commits.append(store, entries(SMALL + 1)))
        await asyncio.sleep(0)
        first.cancel()
        with suppress(asyncio.CancelledError):
            await first
        second = asyncio.create_task(commits.append(store, entries(2)))
        await asyncio.sleep(0)
        store.held.set()
        await second
        commits.close()
        return store.sizes

    assert asyncio.run(main()) == [1, SMALL + 1, 2]


@pytest.mark.parametrize("failing", [1, 2])
def test_a_storage_error_reaches_whoever_waits_in_the_thread_and_on_the_loop(failing: int) -> None:
    async def main() -> None:
        store, commits = MemoryStore(fault=Fault(at=failing)), Syncing()
        for _ in range(failing - 1):
            await commits.append(store, [])
        with pytest.raises(StorageError):
            await commits.append(store, [])
        commits.close()

    asyncio.run(main())
