"""Bit rot on one node's disk: no silent wrong answer, a clear word, and what is lost comes back."""

import asyncio
import errno
import os
import random
import shutil
from pathlib import Path
from typing import Any

import pytest

from firebreak.app.house import House
from firebreak.app.repairing import look_through, repair
from firebreak.app.running import build
from firebreak.core.base.errors import FirebreakError, StorageError
from firebreak.core.linecheck.bodies import Trouble
from firebreak.runtime.clocks import SystemClock
from firebreak.store.pages import PAGE_BYTES, SALT_BYTES
from tests.api.running import both, played, running, until_open
from tests.covering import covers
from tests.plays.paired import PASSPHRASE
from tests.power.processes import client
from tests.power.record import entries_of, opened, verified
from tests.power.talking import line_state, same, talk

LONG_RUN = bool(os.environ.get("FIREBREAK_POWER"))
SAMPLE = 2
SEED = 0x0B17


def spoil(database: Path, page: int, chance: random.Random) -> None:
    """Turn one bit of a page; the salt of the first is left, since another salt is another key."""
    data = bytearray(database.read_bytes())
    at = chance.randrange(SALT_BYTES if page == 1 else 0, PAGE_BYTES)
    data[(page - 1) * PAGE_BYTES + at] ^= 1 << chance.randrange(8)
    database.write_bytes(data)


def page_count(folder: Path) -> int:
    return (folder / "node.db").stat().st_size // PAGE_BYTES


def copied(lived: Path, folder: Path) -> Path:
    """The two parties once more."""
    for name in ("north", "south"):
        shutil.copytree(lived / name, folder / name)
    return folder


def mended(folder: Path, *, from_nothing: bool = False) -> dict[str, Any]:
    return repair(House.at(folder), PASSPHRASE, SystemClock().read().wall, from_nothing=from_nothing)


@pytest.fixture(scope="module")
def lived(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two parties that have talked; no node runs."""
    folder = tmp_path_factory.mktemp("lived")

    async def work() -> None:
        async with both(folder) as (north, south):
            await talk(north, south, 12)
            await same(north, south)

    played(work)
    return folder


def meet(folder: Path) -> None:
    """Both nodes run until they hold the same."""

    async def work() -> None:
        async with running(folder / "north") as (_, north), running(folder / "south") as (_, south):
            await until_open(north)
            await until_open(south)
            await same(north, south)

    played(work)


def test_a_sound_record_is_left_alone(lived: Path) -> None:
    before = (lived / "north" / "node.db").read_bytes()
    found = mended(lived / "north")
    assert found["sound"] and found["aside"] is None
    assert found["entries"] == len(entries_of(lived / "north"))
    assert (lived / "north" / "node.db").read_bytes() == before


@covers("STORE-010", "STORE-072", "STORE-074")
def test_every_page_that_rots_is_found_and_the_rest_is_taken_over(lived: Path, tmp_path: Path) -> None:
    chance = random.Random(SEED)
    whole = entries_of(lived / "north")
    for page in range(2, page_count(lived / "north") + 1, 1 if LONG_RUN else 8):
        folder = shutil.copytree(lived / "north", tmp_path / str(page) / "north")
        spoil(folder / "node.db", page, chance)
        assert look_through(House.at(folder), PASSPHRASE)["pages"] == [page]
        found = mended(folder)
        assert Path(found["aside"]).exists()
        held = entries_of(folder)
        assert found["entries"] == len(held)
        assert all(entry in (whole[hash], whole[hash].bare()) for hash, entry in held.items())
        assert mended(folder)["sound"]


def _starts(folder: Path) -> FirebreakError | None:
    """What a node says that starts in a folder; None when it runs."""

    async def work() -> None:
        async with running(folder):
            pass

    try:
        played(work)
    except FirebreakError as error:
        return error
    return None


@covers("I1", "STORE-071", "STORE-072")
def test_what_rotted_comes_back_from_the_counterpart(lived: Path, tmp_path: Path) -> None:
    chance = random.Random(SEED + 1)
    pages = range(2, page_count(lived / "north") + 1)
    for page in pages if LONG_RUN else chance.sample(pages, SAMPLE):
        folder = copied(lived, tmp_path / str(page))
        spoil(folder / "north" / "node.db", page, chance)
        refused = _starts(folder / "north")
        assert refused is None or (refused.code == "FB308" and "firebreak repair" in refused.hint), refused
        mended(folder / "north")
        meet(folder)
        assert set(entries_of(lived / "south")) <= set(entries_of(folder / "north"))
        verified(folder / "north", folder / "south")


ALTERED = {  # reason: what was done to the database under its own key
    "body is not the one that was signed": "UPDATE bodies SET body = zeroblob(length(body)) WHERE number = 3",
    "signature does not verify": "UPDATE entries SET signature = zeroblob(64) WHERE place & 65535 = 9",
}


@covers("STORE-070", "STORE-072")
@pytest.mark.parametrize("reason", ALTERED)
def test_an_entry_that_is_not_what_was_signed_is_found_and_comes_back(
    lived: Path, tmp_path: Path, reason: str
) -> None:
    folder = copied(lived, tmp_path)
    with opened(folder / "north") as store:
        store._connection.execute("DROP TRIGGER entries_hold")
        assert store._connection.execute(ALTERED[reason]).rowcount == 1

    async def work() -> None:
        async with running(folder / "north") as (_, north):
            await north.subscribe()
            found = await north.ask("scrub")
            assert [reason in each for each in found["wrong"]] == [True]

    played(work)
    assert [reason in each for each in look_through(House.at(folder / "north"), PASSPHRASE)["wrong"]] == [
        True
    ]
    mended(folder / "north")
    meet(folder)
    assert set(entries_of(lived / "south")) <= set(entries_of(folder / "north"))
    verified(folder / "north", folder / "south")


@covers("I29", "STORE-071")
def test_a_page_that_fails_while_it_is_used_ends_the_node_before_anything_leaves_it(
    lived: Path, tmp_path: Path
) -> None:
    folder = copied(lived, tmp_path)
    with opened(folder / "north") as store:
        (index,) = store._all("SELECT rootpage FROM sqlite_schema WHERE name = 'sqlite_autoindex_entries_1'")
    spoil(folder / "north" / "node.db", index[0], random.Random(SEED))

    async def work() -> None:
        async with running(folder / "south") as (_, south):
            before = await line_state(south)
            node = build(House.at(folder / "north"), PASSPHRASE, lambda _line, _text: None)
            with pytest.raises(StorageError, match="FB308"):
                await node.run()
            assert (await line_state(south))["entries"]["North"] == before["entries"]["North"]

    played(work)


@covers("I1", "I3", "STORE-060")
def test_a_log_of_writes_that_rots_after_a_kill_takes_entries_along_and_is_noticed(
    lived: Path, tmp_path: Path
) -> None:
    folder = copied(lived, tmp_path)
    north = folder / "north"

    async def work() -> None:
        async with client(north) as at_north, client(folder / "south") as at_south:
            await until_open(at_north)
            await until_open(at_south)
            await talk(at_north, at_south, 3)
            await same(at_north, at_south)

    asyncio.run(work())
    log = north / "node.db-wal"
    data = bytearray(log.read_bytes())
    data[len(data) // 2] ^= 1  # SQLite takes what stands before it for the whole
    log.write_bytes(data)
    found = look_through(House.at(north), PASSPHRASE)
    assert found["behind"]
    told = entries_of(folder / "south")
    assert not told.keys() <= entries_of(north).keys()
    meet(folder)
    assert told.keys() <= entries_of(north).keys()
    verified(north, folder / "south")


@covers("I1", "STORE-073")
def test_a_database_without_its_first_page_begins_anew_and_gets_both_logs_back(
    lived: Path, tmp_path: Path
) -> None:
    folder = copied(lived, tmp_path)
    north = folder / "north"
    spoil(north / "node.db", 1, random.Random(SEED))
    before = (north / "node.db").read_bytes()
    refused = _starts(north)
    assert refused is not None and refused.code == "FB303" and "--from-nothing" in refused.hint
    with pytest.raises(FirebreakError, match="FB440"):
        mended(north)
    assert (north / "node.db").read_bytes() == before
    found = mended(north, from_nothing=True)
    assert Path(found["aside"]).read_bytes() == before
    meet(folder)
    assert set(entries_of(lived / "south")) <= set(entries_of(north))
    verified(north, folder / "south")


@covers("STORE-072")
def test_a_page_that_the_disk_does_not_read_is_a_damaged_page(
    lived: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = shutil.copytree(lived / "north", tmp_path / "north")
    last, read = page_count(folder), os.pread

    def failing(file: int, size: int, at: int) -> bytes:
        """A bad sector in the original, and none in the copy."""
        name = Path(f"/proc/self/fd/{file}").readlink()
        if name.parent == folder and at == (last - 1) * PAGE_BYTES:
            raise OSError(errno.EIO, "Input/output error")
        return read(file, size, at)

    monkeypatch.setattr(os, "pread", failing)
    assert look_through(House.at(folder), PASSPHRASE)["pages"] == [last]


@covers("STORE-070")
def test_a_running_node_finds_a_rotten_page_says_so_and_goes_on(lived: Path, tmp_path: Path) -> None:
    folder = copied(lived, tmp_path)

    async def work() -> None:
        async with running(folder / "north") as (node, north), running(folder / "south") as (_, south):
            await until_open(north)
            await until_open(south)
            page = page_count(folder / "north")
            with (folder / "north" / "node.db").open("r+b") as file:
                file.seek((page - 1) * PAGE_BYTES + 100)
                byte = file.read(1)
                file.seek((page - 1) * PAGE_BYTES + 100)
                file.write(bytes([byte[0] ^ 1]))
            found = await north.ask("scrub")
            assert found["pages"] == [page] and not found["sound"]
            event = await _shown(north, "RecordDamaged")
            assert event["pages"] == 1
            assert "our_storage" in (await line_state(north))["reasons"]
            await south.ask("check")
            assert (await _shown(south, "CheckAnswered"))["trouble"] & Trouble.STORAGE
            await talk(north, south, 1)
            assert node.store.fault is None

    played(work)


async def _shown(client: Any, name: str) -> dict[str, Any]:
    events = client.events()
    while (event := await anext(events))["event"] != name:
        pass
    return event
