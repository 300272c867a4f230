"""Reading the whole record again and again, so that damage is found before the page is needed.

A pass looks at every page of the file and then at every entry, in pieces with pauses between them: about one
mebibyte a second, which a busy node does not notice. What is found is shown on every desk, and the
counterpart is told with the next line check that our storage is in trouble. The node goes on with what it
has, until it touches such a page: then it signs nothing more and ends. `firebreak repair` mends it.
"""

import asyncio
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Final

from firebreak.app.links import Lane, Report
from firebreak.app.soundness import Soundness
from firebreak.core.base.instants import Instant
from firebreak.core.envelope.entry import Entry
from firebreak.core.line.events import RecordDamaged
from firebreak.core.linecheck.bodies import Trouble
from firebreak.runtime.pump import Pump
from firebreak.store.sqlite import SqliteStore

PAGES: Final = 64  # looked at in a piece: under a millisecond, during which nobody can write
ENTRIES: Final = 32  # verified in a piece
PAUSE_SECONDS: Final = 0.25
REST_SECONDS: Final = 24 * 3_600.0  # between two passes: disks rot in months


@dataclass(slots=True)
class Seen:
    """What a pass has shown."""

    pages: list[int] = field(default_factory=list[int])
    wrong: list[str] = field(default_factory=list[str])
    looked_at: int = 0
    "Pages."
    entries: int = 0


@dataclass(slots=True)
class Scrub:
    """Goes through the record of a running node."""

    lanes: dict[str, Lane]
    store: SqliteStore
    pump: Pump
    report: Report
    told: tuple[int, int] = (0, 0)
    "How many pages and entries the desks were told of."

    async def run(self) -> None:
        """Until cancelled. Raises StorageError when the store gives nothing out any more."""
        watching = asyncio.create_task(self._watch())
        try:
            await asyncio.gather(watching, self._again_and_again())
        finally:
            watching.cancel()

    async def facts(self) -> dict[str, Any]:
        """A pass now, without pauses; for `firebreak scrub`."""
        seen = await self.once(0.0)
        return {
            "sound": not (seen.pages or seen.wrong),
            "entries": seen.entries,
            "looked_at": seen.looked_at,
            "pages": seen.pages,
            "wrong": seen.wrong,
        }

    async def once(self, pause: float) -> Seen:
        """One pass. Entries are left out when a page is damaged: to read that page would end the node."""
        seen = Seen()
        for first in range(1, self.store.page_count() + 1, PAGES):
            seen.pages += await asyncio.to_thread(self.store.damaged_pages, first, PAGES)
            await asyncio.sleep(pause)
        seen.looked_at = self.store.page_count()
        for lane in self.lanes.values() if not seen.pages else ():
            await self._entries(lane, seen, pause)
        self._tell(seen)
        return seen

    async def _again_and_again(self) -> None:
        while True:
            await self.once(PAUSE_SECONDS)
            await asyncio.sleep(REST_SECONDS)

    async def _watch(self) -> None:
        """Until the store fails, be it that it was only read."""
        loop, failed = asyncio.get_running_loop(), asyncio.Event()

        def wake() -> None:
            loop.call_soon_threadsafe(failed.set)

        self.store.on_fault = wake
        if self.store.fault is None:
            await failed.wait()
        assert self.store.fault is not None
        raise self.store.fault

    async def _entries(self, lane: Lane, seen: Seen, pause: float) -> None:
        cards, writer = lane.line.memory.cards, lane.line.identity.ours.writer

        def key_of(entry: Entry) -> bytes | None:
            return cards.log_key(entry.header.key_id, ours=entry.header.writer == writer)

        soundness = Soundness(writer, key_of)
        entries = (kept.entry for _, kept in self.store.entries(lane.line.identity.line))
        while count := await asyncio.to_thread(_look, soundness, entries):
            seen.entries += count
            await asyncio.sleep(pause)
        seen.wrong += soundness.wrong.values()

    def _tell(self, seen: Seen) -> None:
        """Once for each finding: on every desk, to the counterpart, and where the node prints."""
        found = len(seen.pages), len(seen.wrong)
        if found in {self.told, (0, 0)}:
            return
        self.told = found
        self.report("", DAMAGED.format(*found))
        for name, lane in self.lanes.items():
            at: Instant = lane.line.time.at(self.pump.clock.read())
            lane.line.machines.checks.answers.trouble |= Trouble.STORAGE
            self.pump.show(name, RecordDamaged(at=at, pages=found[0], entries=found[1]))


DAMAGED: Final = (
    "the record on this disk is damaged: {} pages, {} entries. End the node and run `firebreak repair`: the"
    " counterpart gives back what cannot be read"
)


def _look(soundness: Soundness, entries: Iterator[Entry]) -> int:
    """Look at a few entries; how many there still were."""
    count = 0
    for count, entry in zip(range(1, ENTRIES + 1), entries, strict=False):  # noqa: B007 - counted for the caller
        soundness.look(entry)
    return count
