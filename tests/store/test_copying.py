"""A copy is made while entries are being written, and is sound."""

from pathlib import Path
from threading import Event, Thread

import pytest

from firebreak.core.base.errors import LocalError
from firebreak.ports import Kept
from firebreak.store import copying
from firebreak.store.sqlite import SqliteStore
from tests.conformance.store.making import LINE, made, run
from tests.covering import covers

KEY = bytes(range(32))


@covers("RESTORE-006")
def test_a_copy_made_while_others_write_holds_all_that_was_there_before(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(copying, "PAGES", 4)
    store = SqliteStore.open(tmp_path / "node.db", KEY)
    before = run(1, 600)
    store.append(before)
    over, written = Event(), list[Kept]()

    def write() -> None:
        while not over.is_set():
            entry = made(601 + len(written))
            store.append([entry])
            written.append(entry)

    thread = Thread(target=write)
    thread.start()
    store.copy(tmp_path / "copy.db", KEY)
    over.set()
    thread.join()
    assert written, "nothing was written meanwhile"
    store.close()
    copy = SqliteStore.open(tmp_path / "copy.db", KEY)
    held = [kept.entry.hash for _, kept in copy.entries(LINE)]
    assert held == [each.entry.hash for each in (*before, *written)][: len(held)]
    assert len(held) >= len(before)
    assert copy.check() == []
    copy.close()


def test_a_store_that_closes_ends_the_copy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(copying, "PAGES", 1)
    store = SqliteStore.open(tmp_path / "node.db", KEY)
    store.append(run(1, 50))
    store._pause.set()
    with pytest.raises(LocalError, match="FB425"):
        store.copy(tmp_path / "copy.db", KEY)
    store.close()
