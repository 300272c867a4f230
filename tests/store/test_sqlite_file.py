"""Which files are opened, which are refused, and how."""

import itertools
import os
import stat
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from firebreak.core.base.errors import LocalError, StorageError
from firebreak.store.opening import check_sqlite
from firebreak.store.sqlite import SqliteStore
from tests.conformance.store.making import LINE, made, run
from tests.covering import covers
from tests.store.writer import KEY


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A database with three entries."""
    store = SqliteStore.open(tmp_path / "record.db", KEY)
    store.append(run(1, 3))
    store.close()
    return tmp_path / "record.db"


def raw(path: Path, key: bytes | None = KEY) -> dbapi2.Connection:
    """The database past the store."""
    connection = dbapi2.connect(path, isolation_level=None)
    if key is not None:
        connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
    return connection


def without_encryption(path: Path) -> None:
    path.unlink()
    connection = raw(path, None)
    connection.execute("CREATE TABLE diary (entry)")
    connection.close()


def of_another_program(path: Path) -> None:
    path.unlink()
    connection = raw(path)
    connection.execute("CREATE TABLE diary (entry)")
    connection.close()


def of_tomorrow(path: Path) -> None:
    connection = raw(path)
    connection.execute("PRAGMA user_version = 2")
    connection.close()


def of_another_node(path: Path) -> None:
    path.unlink()
    SqliteStore.open(path, bytes(32)).close()


def no_database(path: Path) -> None:
    path.write_bytes(b"Sehr geehrte Damen und Herren" * 500)


def cut_off(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:1000])


def a_folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


REFUSED: dict[Callable[[Path], None], str] = {
    without_encryption: "FB302: .* without encryption",
    of_another_program: "FB302: .* another program",
    of_another_node: "FB303: .* storage key, or is damaged",
    no_database: "FB303: .* storage key, or is damaged",
    cut_off: "FB303: .* storage key, or is damaged",
    of_tomorrow: "FB304: .* schema 2, this Firebreak knows 1",
    a_folder: "FB305: .* Is a directory",
}


@covers("STORE-051")
@pytest.mark.parametrize("spoil", REFUSED, ids=lambda spoil: spoil.__name__)
def test_what_is_not_ours_is_refused_in_its_own_words_and_left_alone(
    path: Path, spoil: Callable[[Path], None]
) -> None:
    spoil(path)
    before = None if path.is_dir() else path.read_bytes()
    for _ in range(2):  # the refusal lets go of lock and file
        with pytest.raises(LocalError, match=REFUSED[spoil]) as refused:
            SqliteStore.open(path, KEY)
        assert refused.value.hint
    assert before is None or path.read_bytes() == before


def test_a_folder_that_does_not_exist_is_named(tmp_path: Path) -> None:
    with pytest.raises(LocalError, match=r"FB305: .*nowhere.* No such file"):
        SqliteStore.open(tmp_path / "nowhere" / "record.db", KEY)


@covers("STORE-052")
def test_an_sqlite_with_the_wal_reset_fault_is_refused() -> None:
    check_sqlite((3, 51, 3))
    with pytest.raises(LocalError, match=r"FB300: SQLite 3\.51\.2 can corrupt"):
        check_sqlite((3, 51, 2))


@covers("STORE-052")
def test_commits_are_synced_and_no_shared_memory_file_is_made(path: Path) -> None:
    store = SqliteStore.open(path, KEY)
    store.append([made(4)])
    settings = {
        name: store._all(f"PRAGMA {name}")[0][0] for name in ("journal_mode", "synchronous", "locking_mode")
    }
    assert settings == {"journal_mode": "wal", "synchronous": 2, "locking_mode": "exclusive"}
    assert sorted(each.name for each in path.parent.iterdir()) == [
        "record.db", "record.db-wal", "record.db.lock", "record.db.side",
    ]  # fmt: skip
    store.close()


@covers("STORE-050")
def test_a_store_that_is_open_in_this_process_is_not_opened_twice(path: Path) -> None:
    store = SqliteStore.open(path, KEY)
    link = path.with_name("link.db")
    link.symlink_to(path)
    for each in (path, link):
        with pytest.raises(LocalError, match=f"FB301: .* process {os.getpid()}$"):
            SqliteStore.open(each, KEY)
    store.close()
    SqliteStore.open(link, KEY).close()


@covers("STORE-050")
def test_a_tool_that_has_the_database_open_is_noticed(path: Path) -> None:
    tool = raw(path)
    tool.execute("BEGIN IMMEDIATE")
    with pytest.raises(LocalError, match=r"FB301: .* unknown"):
        SqliteStore.open(path, KEY)
    tool.close()


@covers("STORE-054")
def test_files_are_for_their_owner_alone(path: Path) -> None:
    old = os.umask(0)
    try:
        path.unlink()
        store = SqliteStore.open(path, KEY)
        store.append([made(1)])
        modes = {each.name: stat.S_IMODE(each.stat().st_mode) for each in path.parent.iterdir()}
        store.close()
    finally:
        os.umask(old)
    assert set(modes.values()) == {0o600}, modes


@covers("STORE-053")
@pytest.mark.parametrize("statement", ["DELETE FROM entries", "UPDATE entries SET at = 0"])
def test_the_database_itself_refuses_to_change_or_delete_entries(path: Path, statement: str) -> None:
    connection = raw(path)
    with pytest.raises(dbapi2.IntegrityError, match="entries stay"):
        connection.execute(statement)
    connection.close()


@covers("STORE-051")
def test_nothing_readable_is_in_the_files(path: Path) -> None:
    store = SqliteStore.open(path, KEY)
    store.append([made(4, b"the firebreak")])
    store.keep("name of a card", b"value of a card")
    files = b"".join(each.read_bytes() for each in path.parent.iterdir())
    canaries = (b"firebreak", b"of a card", b"CREATE TABLE", LINE, made(4, b"the firebreak").entry.payload)
    assert not [canary for canary in canaries if canary in files]
    store.close()


@covers("STORE-010")
def test_a_damaged_page_is_reported_and_not_read(path: Path) -> None:
    data = bytearray(path.read_bytes())
    for page in range(1, len(data) // 4096):
        data[page * 4096 + 2000] ^= 1
    path.write_bytes(data)
    with pytest.raises((LocalError, StorageError), match=r"FB30[38]"):
        list(SqliteStore.open(path, KEY).entries(LINE))


@covers("STORE-010")
@pytest.mark.parametrize(
    "change",
    ["payload = x'a0'", "hash = zeroblob(32)", "payload = (SELECT payload FROM entries WHERE seq = 2)"],
)
def test_an_entry_that_is_not_what_was_stored_is_not_handed_out(path: Path, change: str) -> None:
    connection = raw(path)
    connection.execute("DROP TRIGGER entries_hold")
    connection.execute(f"UPDATE entries SET {change} WHERE seq = 1")
    connection.close()
    store = SqliteStore.open(path, KEY)
    with pytest.raises(StorageError, match="FB308: entry 1 "):
        list(store.entries(LINE))
    assert [position for position, _ in store.entries(LINE, after=1)] == [2, 3]
    store.close()


def append_for_ever(store: SqliteStore) -> None:
    for seq in itertools.count(4):
        store.append([made(seq, bytes(4000))])


def test_a_full_disk_stops_writing_in_plain_words(path: Path) -> None:
    store = SqliteStore.open(path, KEY)
    store._connection.execute("PRAGMA max_page_count = 20")
    with pytest.raises(StorageError, match=r"FB306: .*disk is full"):
        append_for_ever(store)
    held = [kept.entry.header.seq for _, kept in store.entries(LINE)]
    assert held == list(range(1, len(held) + 1))
    store.close()
