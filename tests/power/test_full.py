"""A disk that is really full: the node stops signing, says why, and goes on once there is room."""

import asyncio
import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from firebreak.api.client import Client
from firebreak.core.base.errors import FirebreakError
from tests.api.running import both, until_open
from tests.covering import covers
from tests.power.processes import client, process
from tests.power.record import ceremony_of, entries_of, storage_key, verified
from tests.power.talking import LONG, same, talk
from tests.power.told import held, told_before

ROOM = "700k"
MORE = "16m"
FULL = {"FB306", "FB307", "FB335", "FB336"}
"What a desk may hear of it: the failed write, the refusal after it, and that the node is gone."


@pytest.fixture
def small() -> Iterator[Path]:
    """A file system in memory that takes very little."""
    if os.geteuid() != 0:
        pytest.skip("only root may mount a file system")
    with TemporaryDirectory(prefix="full-", ignore_cleanup_errors=True) as name:
        place = Path(name) / "m"
        place.mkdir()
        command = ["mount", "-t", "tmpfs", "-o", f"size={ROOM}", "firebreak-test", place]
        if subprocess.run(command, capture_output=True, check=False).returncode:
            pytest.skip("a file system cannot be mounted here")
        try:
            yield place
        finally:
            subprocess.run(["umount", "--lazy", place], check=True)


async def filled(end: Client, answered: set[bytes]) -> FirebreakError:
    """Say long things until the node refuses."""
    for number in range(10_000):
        try:
            answered.add(bytes.fromhex((await end.ask("send", text=f"{number} {LONG}"))["hash"]))
        except FirebreakError as error:
            return error
    raise AssertionError("a disk without end")


@covers("I1", "I2", "I4", "I29", "STORE-040")
def test_a_full_disk_ends_the_node_and_loses_nothing_that_anybody_was_told(small: Path) -> None:
    folder = small.parent
    answered = set[bytes]()

    async def made() -> None:
        async with both(folder):
            pass

    async def until_full() -> None:
        async with process(folder / "m" / "north") as node, client(folder / "south") as south:
            async with Client.connect(folder / "m" / "north" / "node.sock") as north:
                await until_open(north)
                await until_open(south)
                error = await filled(north, answered)
                assert error.code in FULL, error
            assert node.stdout is not None
            printed = (await node.stdout.read()).decode()
            assert await node.wait() == 1
            assert "error FB306" in printed and "free space" in printed

    async def with_room() -> None:
        async with client(folder / "m" / "north") as north, client(folder / "south") as south:
            await until_open(north)
            await until_open(south)
            await talk(north, south, 1)
            await same(north, south)

    asyncio.run(made())
    shutil.move(folder / "north", folder / "m" / "north")
    asyncio.run(until_full())
    subprocess.run(["mount", "-o", f"remount,size={MORE}", small], check=True)
    north, found = ceremony_of(small / "north").offer().party[:16], entries_of(small / "north").keys()
    told = told_before(1 << 62, held(folder / "south", storage_key(folder / "south")), north)
    assert told.own | told.receipted | answered <= found
    assert len(answered) > 10
    asyncio.run(with_room())
    assert answered <= entries_of(folder / "south").keys()
    verified(small / "north", folder / "south")
