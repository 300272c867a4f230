"""Storing and reading entries."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from firebreak.ports import Kept, Store
from tests.conformance.store.conftest import Adapter
from tests.conformance.store.making import LINE, NORTH, OTHER_LINE, SEGMENT, SOUTH, made, run
from tests.covering import covers


def held(store: Store, line: bytes = LINE) -> list[Kept]:
    return [kept for _, kept in store.entries(line)]


@covers("STORE-008")
def test_an_unknown_line_is_empty_and_stays_unknown(adapter: Adapter) -> None:
    assert held(adapter.store) == []
    assert adapter.store.find(LINE, made(1).entry.hash) is None
    assert held(adapter.reopen()) == []


@covers("STORE-004", "STORE-005")
def test_entries_come_back_in_order_as_they_were(store: Store) -> None:
    batch = [made(1), made(1, b"two", writer=SOUTH), made(2, None), made(3, b"")]
    store.append(batch[:1])
    store.append(batch[1:])
    assert list(store.entries(LINE)) == list(enumerate(batch, 1))


def test_an_empty_batch_is_nothing(store: Store) -> None:
    store.append([])
    assert held(store) == []


@covers("STORE-004")
def test_reading_after_a_position_gives_the_rest(store: Store) -> None:
    store.append(run(1, 5))
    assert [position for position, _ in store.entries(LINE, after=3)] == [4, 5]
    assert list(store.entries(LINE, after=5)) == []


@covers("STORE-001", "STORE-004")
def test_another_start_finds_the_same_and_goes_on_from_there(adapter: Adapter) -> None:
    adapter.store.append(run(1, 3))
    store = adapter.reopen()
    store.append([*run(2, 3), made(4)])
    assert list(store.entries(LINE)) == list(enumerate(run(1, 4), 1))


@covers("STORE-003")
def test_a_duplicate_is_ignored_wherever_it_stands(store: Store) -> None:
    store.append([made(1), made(1), made(2)])
    store.append([made(2), made(3), made(1), made(3)])
    assert held(store) == run(1, 3)


@covers("STORE-003")
def test_the_first_time_of_storing_stays(store: Store) -> None:
    first = made(1)
    store.append([first])
    store.append([Kept(first.entry, made(9).at)])
    assert held(store) == [first]


@covers("STORE-003", "STORE-004")
def test_entries_that_come_late_are_taken(store: Store) -> None:
    store.append([made(3), made(1)])
    store.append([made(2), made(1), made(3)])
    assert held(store) == [made(3), made(1), made(2)]


@covers("STORE-007")
def test_two_entries_under_one_number_are_both_kept(adapter: Adapter) -> None:
    one, other = made(1, b"we stay"), made(1, b"we leave")
    adapter.store.append([one, other])
    assert held(adapter.store) == [one, other]
    third = made(1, b"we wait")
    store = adapter.reopen()
    store.append([other, third])
    assert held(store) == [one, other, third]


@covers("STORE-006")
def test_lines_are_kept_apart(store: Store) -> None:
    here, there = made(1), made(1, line=OTHER_LINE)
    store.append([there, here, made(2, line=OTHER_LINE)])
    assert held(store) == [here]
    assert [position for position, _ in store.entries(OTHER_LINE)] == [1, 2]
    assert store.find(LINE, there.entry.hash) is None
    assert store.find(OTHER_LINE, there.entry.hash) == there


def test_an_entry_is_found_by_its_hash_however_late_it_came(store: Store) -> None:
    store.append(run(1, 3))
    assert store.find(LINE, made(2).entry.hash) == made(2)
    assert store.find(LINE, made(4).entry.hash) is None
    store.append([made(4)])
    assert store.find(LINE, made(4).entry.hash) == made(4)


@covers("STORE-009")
def test_reading_does_not_keep_a_write_from_happening(store: Store) -> None:
    store.append(run(1, 600))
    reading = store.entries(LINE)
    assert next(reading)[0] == 1
    store.append([made(601)])
    store.shred(LINE, made(601).entry.hash)
    assert [position for position, _ in reading][-1] == 601


@covers("STORE-011")
def test_a_span_is_the_part_of_one_segment_with_every_version(adapter: Adapter) -> None:
    versions = [made(2, b"we stay"), made(2, b"we leave")]
    elsewhere = [made(2, writer=SOUTH), made(2, segment=bytes(16)), made(2, line=OTHER_LINE)]
    adapter.store.append([made(4), *versions, made(1), *elsewhere, made(3)])
    store = adapter.reopen()
    both = sorted(versions, key=lambda kept: kept.entry.hash)
    assert list(store.span(LINE, NORTH, SEGMENT, 2, 3)) == [*both, made(3)]
    assert list(store.span(LINE, NORTH, SEGMENT, 1, 99)) == [made(1), *both, made(3), made(4)]
    assert list(store.span(LINE, NORTH, SEGMENT, 5, 9)) == []
    assert list(store.span(LINE, NORTH, SEGMENT, 3, 2)) == []
    assert list(store.span(LINE, NORTH, bytes(range(1, 17)), 1, 9)) == []
    assert list(store.span(bytes(32), NORTH, SEGMENT, 1, 9)) == []


@covers("STORE-009", "STORE-011")
def test_a_long_span_comes_whole_while_others_are_written(store: Store) -> None:
    store.append(run(1, 700))
    span = store.span(LINE, NORTH, SEGMENT, 100, 650)
    first = next(span)
    store.append([made(701)])
    assert [first, *span] == run(100, 650)


ITEMS = st.tuples(st.integers(1, 6), st.integers(0, 1), st.sampled_from([SOUTH, bytes(16)]))


@covers("STORE-003", "STORE-004")
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=30)
@given(batches=st.lists(st.lists(ITEMS, max_size=5), max_size=5), line=st.binary(min_size=32, max_size=32))
def test_any_order_of_batches_gives_each_entry_once(
    adapter: Adapter, batches: list[list[tuple[int, int, bytes]]], line: bytes
) -> None:
    expected = {kept.entry.hash: kept for kept in held(adapter.store, line)}
    for batch in batches:
        entries = [made(seq, b"body %d" % body, line=line, writer=writer) for seq, body, writer in batch]
        adapter.store.append(entries)
        for kept in entries:
            expected.setdefault(kept.entry.hash, kept)
    assert list(adapter.reopen().entries(line)) == list(enumerate(expected.values(), 1))
