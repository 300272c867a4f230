"""A power cut while a mended database takes the place of a damaged one."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from firebreak.core.base.errors import LocalError
from firebreak.store import exchange as module
from firebreak.store.exchange import exchange, take_back
from firebreak.store.sqlite import SqliteStore
from tests.conformance.store.making import run
from tests.covering import covers
from tests.store.writer import KEY

STEPS = 6  # a name, the folder, the log's name, the folder, the new database's name, the folder
MENDED = 5  # the step with which the new database is in its place
HELD, FRESH = 6, 2  # entries


@pytest.fixture
def database(tmp_path: Path) -> Path:
    """As a node leaves it that was killed: half of its entries are in the log only. And a new one."""
    living, folder = tmp_path / "living", tmp_path / "folder"
    for each in (living, folder):
        each.mkdir()
    SqliteStore.open(living / "node.db", KEY).close()
    store = SqliteStore.open(living / "node.db", KEY)
    store.append(run(1, HELD))
    for name in ("node.db", "node.db-wal"):
        shutil.copy(living / name, folder / name)
    store.close()
    fresh = SqliteStore.open(folder / "fresh.db", KEY, side=folder / "side")
    fresh.append(run(1, FRESH))
    fresh.close()
    return folder / "node.db"


class PowerCut(Exception):
    """Nothing after this is done."""


def cut_after(steps: int, monkeypatch: pytest.MonkeyPatch) -> None:
    left = [steps]

    def counted(step: Callable[..., object]) -> Callable[..., object]:
        def taken(*words: object) -> object:
            if not left[0]:
                raise PowerCut
            left[0] -= 1
            return step(*words)

        return taken

    for name in ("hardlink_to", "rename", "unlink"):
        monkeypatch.setattr(Path, name, counted(getattr(Path, name)))
    monkeypatch.setattr(module, "sync_folder", counted(module.sync_folder))


def count(database: Path) -> int:
    store = SqliteStore.open(database, KEY, side=database.with_name("side"))
    try:
        return store.count()
    finally:
        store.close()


def cut_short(database: Path, aside: Path, steps: int) -> None:
    with pytest.MonkeyPatch.context() as patch:
        cut_after(steps, patch)
        with pytest.raises(PowerCut):
            exchange(database, database.with_name("fresh.db"), aside)


@covers("STORE-072")
@pytest.mark.parametrize("steps", range(STEPS))
def test_a_power_cut_in_an_exchange_loses_nothing_of_the_log(database: Path, steps: int) -> None:
    aside = database.with_name("node.db.damaged-1")
    cut_short(database, aside, steps)
    mended = steps >= MENDED
    assert count(database) == (FRESH if mended else HELD)
    assert aside.exists() == mended, "a file that the node writes is no kept one"
    if mended:
        assert count(aside) == HELD


@covers("STORE-072")
@pytest.mark.parametrize("steps", range(4))
def test_a_power_cut_while_an_exchange_is_taken_back_loses_nothing_either(database: Path, steps: int) -> None:
    cut_short(database, database.with_name("node.db.damaged-1"), MENDED - 1)
    with pytest.MonkeyPatch.context() as patch:
        cut_after(steps, patch)
        with pytest.raises(PowerCut):
            take_back(database)
    assert count(database) == HELD


@covers("STORE-072")
def test_what_an_exchange_put_aside_stays_as_it_is(database: Path) -> None:
    aside = database.with_name("node.db.damaged-1")
    exchange(database, database.with_name("fresh.db"), aside)
    assert count(database) == FRESH
    assert count(aside) == HELD
    with pytest.raises(LocalError, match="FB426"):
        exchange(database, database, aside)


@covers("STORE-072")
def test_of_two_logs_of_one_database_none_is_chosen(database: Path) -> None:
    cut_short(database, database.with_name("node.db.damaged-1"), MENDED - 1)
    database.with_name("node.db-wal").write_bytes(b"another")
    with pytest.raises(LocalError, match="FB426"):
        count(database)
