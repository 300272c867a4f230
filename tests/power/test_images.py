"""The power goes while two nodes talk: whatever the counterpart had been told is on the disk."""

import asyncio
import os
import random
import shutil
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from firebreak.api.client import Client
from firebreak.core.base.errors import LocalError
from firebreak.ports import Kept
from firebreak.runtime.clocks import SystemClock
from tests.api.running import both, running, until_open
from tests.covering import covers
from tests.power.disk import Disk, disk, mounted
from tests.power.processes import client
from tests.power.record import ceremony_of, entries_of, storage_key, verified
from tests.power.talking import same
from tests.power.told import held, told_before

IMAGES = int(os.environ.get("FIREBREAK_POWER") or 6)
IN_ONE_GO = 30  # images of one session; its record stays short enough to be verified for each
STARTED_AGAIN = 5  # every fifth image is started as a node
TALKERS = 4  # programs at each desk, so that a commit holds several messages
SAID_BEFORE = 60  # statements that North has answered for before the first cut, however slow the machine
SKEW_MS = 2  # a node's time is the wall clock of its start and a steady clock since
SEED = 0x90E7
NO_SOCKET = shutil.ignore_patterns("*.sock")


@dataclass
class Cut:
    """One image."""

    image: Path
    at: int
    "Wall time before the copy began."
    answered: set[str]
    "Hashes that North had given to its desk by then."


@dataclass
class Session:
    """Two nodes that talk while the power of one goes again and again."""

    disk: Disk
    south: Path
    cuts: list[Cut] = field(default_factory=list)
    answered: set[str] = field(default_factory=set)
    talked: asyncio.Event = field(default_factory=asyncio.Event)
    "Set once North has answered for `SAID_BEFORE` statements."

    async def live(self, count: int, chance: random.Random) -> None:
        """Talk and cut, until there are so many images."""
        async with client(self.disk.place / "north") as north, client(self.south) as south:
            await until_open(north)
            await until_open(south)
            said = ((north, self._answered), (south, lambda _: None))
            talking = [asyncio.create_task(_talk(*each)) for each in said * TALKERS]
            try:
                await self._cut(count, chance)
            finally:
                for each in talking:
                    each.cancel()
                await asyncio.gather(*talking, return_exceptions=True)

    def _answered(self, name: str) -> None:
        self.answered.add(name)
        if len(self.answered) >= SAID_BEFORE:
            self.talked.set()

    async def _cut(self, count: int, chance: random.Random) -> None:
        clock = SystemClock()
        await self.talked.wait()
        for _ in range(count):
            await asyncio.sleep(chance.uniform(0.0, 0.15))
            answered, at = set(self.answered), clock.read().wall
            image = await asyncio.to_thread(self.disk.cut)
            self.cuts.append(Cut(image, at, answered))


async def _talk(end: Client, answered: Callable[[str], None]) -> None:
    """Say things as fast as they are answered."""
    for number in range(100_000):
        try:
            answered((await end.ask("send", text=f"message {number}"))["hash"])
        except LocalError:
            return


def judge(cut: Cut, south: list[Kept], key: bytes, place: Path, north: bytes) -> int:
    """Hold an image against what South had been told. Gives how much that was."""
    with mounted(cut.image, place):
        found = {kept.entry.hash: kept.entry for kept in held(place / "north", key)}
        told = told_before(cut.at - SKEW_MS, south, north)
        assert told.own <= found.keys(), f"{cut.image.name}: sent and not on the disk"
        assert told.receipted <= found.keys(), f"{cut.image.name}: receipted and not on the disk"
        assert {bytes.fromhex(each) for each in cut.answered} <= found.keys(), (
            f"{cut.image.name}: answered for"
        )
        verified(place / "north")
    return len(told.own) + len(told.receipted)


async def start_again(cut: Cut, place: Path, south: Path) -> None:
    """A node that starts from an image meets the counterpart that lived on: nothing forks, all comes back."""
    with mounted(cut.image, place), TemporaryDirectory() as folder:
        other = shutil.copytree(south, Path(folder) / "south", ignore=NO_SOCKET)
        before = set(entries_of(other))
        async with running(place / "north") as (_, at_north), running(other) as (_, at_south):
            await until_open(at_north)
            await until_open(at_south)
            await same(at_north, at_south)
        assert before <= entries_of(place / "north").keys()
        verified(place / "north", other)


@covers("I1", "I2", "I3", "I4", "STORE-001", "STORE-042")
@pytest.mark.timeout(3_600)
def test_whenever_the_power_goes_the_disk_holds_what_the_counterpart_was_told() -> None:
    chance, told, restarts = random.Random(SEED), 0, 0
    for first in range(0, IMAGES, IN_ONE_GO):
        with disk() as machine, TemporaryDirectory(prefix="power-") as other:
            folder = Path(other)
            asyncio.run(_paired(folder))
            shutil.move(folder / "north", machine.place / "north")
            machine.settle()
            session = Session(machine, folder / "south")
            asyncio.run(session.live(min(IN_ONE_GO, IMAGES - first), chance))
            key, place = storage_key(machine.place / "north"), folder / "cut"
            south = held(session.south, storage_key(session.south))
            north = ceremony_of(machine.place / "north").offer().party[:16]
            for number, each in enumerate(session.cuts):
                told += judge(each, south, key, place, north)
                if (number + 1) % STARTED_AGAIN == 0:
                    asyncio.run(start_again(each, place, session.south))
                    restarts += 1
                each.image.unlink()
    print(f"{IMAGES} images, {told} statements held against them, {restarts} nodes started again")
    assert told > 30 * IMAGES


async def _paired(folder: Path) -> None:
    async with both(folder):
        pass
