"""Destroying bodies, and small named values."""

import pytest

from firebreak.core.base.errors import LocalError
from firebreak.ports import Kept, Store
from tests.conformance.store.conftest import Adapter
from tests.conformance.store.making import LINE, OTHER_LINE, made, run
from tests.covering import covers


@covers("STORE-020", "I25")
def test_a_destroyed_body_leaves_header_signature_hash_and_place(adapter: Adapter) -> None:
    adapter.store.append(run(1, 3))
    adapter.store.shred(LINE, made(2).entry.hash)
    bare = Kept(made(2).entry.bare(), made(2).at)
    expected = [(1, made(1)), (2, bare), (3, made(3))]
    assert list(adapter.store.entries(LINE)) == expected
    assert adapter.store.find(LINE, made(2).entry.hash) == bare
    assert list(adapter.reopen().entries(LINE)) == expected


@covers("STORE-022")
def test_a_destroyed_body_does_not_come_back_with_the_entry(store: Store) -> None:
    store.append([made(1)])
    store.shred(LINE, made(1).entry.hash)
    store.append([made(1)])
    assert [kept.entry.body for _, kept in store.entries(LINE)] == [None]


@covers("STORE-020")
def test_destroying_twice_or_without_a_body_is_no_error(store: Store) -> None:
    store.append([made(1), made(2, None)])
    for hash in (made(1).entry.hash, made(1).entry.hash, made(2, None).entry.hash):
        store.shred(LINE, hash)
    assert [kept.entry.body for _, kept in store.entries(LINE)] == [None, None]


@covers("STORE-020")
def test_destroying_what_is_not_held_is_refused_and_harms_nothing(store: Store) -> None:
    store.append([made(1)])
    for line in (OTHER_LINE, LINE):
        with pytest.raises(LocalError, match="FB309"):
            store.shred(line, made(2).entry.hash)
    store.append([made(2)])
    assert [kept for _, kept in store.entries(LINE)] == run(1, 2)


@covers("STORE-030")
def test_the_newest_value_of_a_name_is_kept(adapter: Adapter) -> None:
    assert adapter.store.kept("card/north") is None
    adapter.store.keep("card/north", b"\x00 first")
    adapter.store.keep("card/north", b"")
    assert adapter.store.kept("card/north") == b""
    assert adapter.reopen().kept("card/north") == b""


@covers("STORE-031")
def test_names_are_those_that_begin_exactly_so(store: Store) -> None:
    names = ["card/a", "card/б", "card", "Card/a", "card%x", "card_x", "card/A", "line/card/"]
    for name in names:
        store.keep(name, b"")
    assert store.names("card/") == ["card/A", "card/a", "card/б"]
    assert store.names("card%") == ["card%x"]
    assert store.names("") == sorted(names)
    assert store.names("nothing") == []
