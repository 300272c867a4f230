"""Where a commit is made: beside the event loop, or in its own thread while the disk is quick.

To hand a commit to another thread and to hear of its end takes as long as a small commit on a good disk. So a
small one is made at once as long as the last took no more than a few milliseconds; a large one, or one on a
disk that has become slow, is made beside the loop, which gathers the next batch meanwhile. The commit is the
same in both: nothing goes on before it is synced.
"""

import asyncio
from collections.abc import Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from time import monotonic
from typing import Final

from firebreak.ports import Kept, Store

QUICK_SECONDS: Final = 0.003  # shorter than anybody notices that the loop stands still
SMALL: Final = 4  # entries: a message and its receipt on two lines; more is worth a thread


@dataclass(slots=True)
class Syncing:
    """Makes commits one after another."""

    _thread: ThreadPoolExecutor = field(default_factory=lambda: ThreadPoolExecutor(1, "store"))
    _took: float = QUICK_SECONDS
    "Seconds that the last commit took."
    _beside: "Future[None] | None" = None
    "The last commit that was given to the thread; it may go on when whoever waited for it was cancelled."

    async def append(self, store: Store, entries: Sequence[Kept]) -> None:
        """Make entries durable, after all that were given before. Raises StorageError."""
        free = self._beside is None or self._beside.done()
        if free and len(entries) <= SMALL and self._took < QUICK_SECONDS:
            self._commit(store, entries)
        else:
            self._beside = self._thread.submit(self._commit, store, entries)
            await asyncio.shield(asyncio.wrap_future(self._beside))

    def close(self) -> None:
        """Wait for the last one."""
        self._thread.shutdown(wait=True)

    def _commit(self, store: Store, entries: Sequence[Kept]) -> None:
        begun = monotonic()
        store.append(entries)
        self._took = monotonic() - begun
