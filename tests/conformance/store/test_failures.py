"""After a write that failed, nothing more is written, and the next start finds a sound record."""

from collections.abc import Callable

import pytest

from firebreak.core.base.errors import StorageError
from firebreak.ports import Kept, Store
from tests.conformance.store.conftest import Adapter
from tests.conformance.store.making import LINE, made, run
from tests.covering import covers

WRITES: dict[str, Callable[[Store], None]] = {
    "append": lambda store: store.append([made(9)]),
    "shred": lambda store: store.shred(LINE, made(1).entry.hash),
    "keep": lambda store: store.keep("name", b"value"),
}


def seqs(store: Store) -> list[int]:
    return [kept.entry.header.seq for _, kept in store.entries(LINE)]


@covers("STORE-040", "STORE-041", "I29")
@pytest.mark.parametrize("took", [False, True])
@pytest.mark.parametrize("write", WRITES)
def test_every_write_after_a_failed_one_is_refused_and_reading_goes_on(
    adapter: Adapter, write: str, took: bool
) -> None:
    adapter.store.append(run(1, 2))
    adapter.store.keep("name", b"old")
    adapter.fail_at(1, took=took)
    with pytest.raises(StorageError, match="FB306"):
        WRITES[write](adapter.store)
    for each in WRITES.values():
        with pytest.raises(StorageError, match="FB307"):
            each(adapter.store)
    assert seqs(adapter.store)[:2] == [1, 2]
    assert adapter.store.find(LINE, made(2).entry.hash) == made(2)
    assert adapter.store.kept("name") in {b"old", b"value"}


@covers("STORE-040")
def test_the_next_start_writes_again(adapter: Adapter) -> None:
    adapter.store.append([made(1)])
    adapter.fail_at(1, took=False)
    with pytest.raises(StorageError):
        adapter.store.append([made(2)])
    store = adapter.reopen()
    store.append([made(3)])
    assert seqs(store) == [1, 3]


def day(store: Store, acknowledged: list[Kept]) -> None:
    """Some work; `acknowledged` grows as the store says yes."""
    for first, last in ((1, 1), (2, 4), (3, 5), (6, 6)):
        store.append(run(first, last))
        acknowledged += [kept for kept in run(first, last) if kept not in acknowledged]
    store.keep("card", b"serial 2")
    store.shred(LINE, made(2).entry.hash)
    store.append([made(7)])
    acknowledged.append(made(7))


@covers("STORE-002", "STORE-042", "I4", "I29")
@pytest.mark.parametrize("took", [False, True])
@pytest.mark.parametrize("number", range(1, 32))
def test_whichever_write_fails_the_record_is_sound_afterwards(
    adapter: Adapter, number: int, took: bool
) -> None:
    acknowledged: list[Kept] = []
    adapter.fail_at(number, took=took)
    failed = False
    try:
        day(adapter.store, acknowledged)
    except StorageError:
        failed = True
    store = adapter.reopen()
    found = [kept.entry.hash for _, kept in store.entries(LINE)]
    assert found[: len(acknowledged)] == [kept.entry.hash for kept in acknowledged]
    whole = [0, 1, 4, 5, 6, 7]  # after each batch
    assert len(found) in whole
    assert failed or len(found) == 7
    assert [position for position, _ in store.entries(LINE)] == list(range(1, len(found) + 1))
    if failed:
        day(store, [])
    assert sorted(seqs(store)) == [1, 2, 3, 4, 5, 6, 7]
