"""The index of a log: gaps, segments, branches and second versions, in any order of arrival."""

from hypothesis import given
from hypothesis import strategies as st

from firebreak.core.base.purposes import Environment
from firebreak.core.envelope.header import NOWHERE, Header, Ref, Span
from firebreak.core.record.log import Log
from firebreak.core.record.segment import Place
from tests.covering import covers

Item = tuple[Header, bytes]


def header(segment: bytes, seq: int, prev: bytes) -> Header:
    return Header(
        environment=Environment.EXERCISE,
        line=bytes(32),
        writer=bytes(16),
        segment=segment * 16,
        seq=seq,
        prev=prev,
        seen=None,
        kind=16,
        time=Span(0, 0),
        commitment=bytes(32),
        key_id=bytes(8),
    )


def name(segment: bytes, seq: int) -> bytes:
    return (segment + seq.to_bytes(2, "big")).ljust(32, b".")


def chain(*lengths: tuple[bytes, int]) -> list[Item]:
    """Segments one behind the other."""
    items: list[Item] = []
    prev = NOWHERE
    for segment, length in lengths:
        for seq in range(1, length + 1):
            items.append((header(segment, seq, prev), name(segment, seq)))
            prev = name(segment, seq)
    return items


THREE = chain((b"a", 4), (b"b", 3), (b"c", 5))


@covers("I7", "I8", "RECORD-004", "RECORD-005")
@given(st.permutations(THREE))
def test_any_order_of_arrival_ends_in_the_same_log(items: list[Item]) -> None:
    log = Log(bytes(16))
    for each in items:
        log.add(*each)
        if log.tip:
            held = {
                (h.segment, h.seq)
                for h, _ in THREE
                if log.holds(Ref(h.segment, h.seq, name(h.segment[:1], h.seq)))
            }
            before = THREE[: 1 + next(i for i, (_, n) in enumerate(THREE) if n == log.tip.hash)]
            assert {(h.segment, h.seq) for h, _ in before} <= held
    assert log.tip == Ref(b"c" * 16, 5, name(b"c", 5))
    assert log.count == 12
    assert log.missing() == 0


@covers("I7")
@given(st.sets(st.sampled_from(range(12))))
def test_every_gap_is_visible(missing: set[int]) -> None:
    log = Log(bytes(16))
    for number, each in enumerate(THREE):
        if number not in missing:
            log.add(*each)
    inside = 0
    for first, last in ((0, 4), (4, 7), (7, 12)):
        present = [n for n in range(first, last) if n not in missing]
        inside += sum(n < max(present) for n in range(first, last) if n in missing) if present else 0
    assert log.missing() == inside


@covers("RECORD-010")
def test_a_second_version_of_a_number_is_kept_beside_the_first() -> None:
    log = Log(bytes(16))
    for each in THREE[:3]:
        assert log.add(*each) is Place.NEXT
    twin = (header(b"a", 2, name(b"a", 1)), b"twin".ljust(32))
    assert log.add(*twin) is Place.SECOND
    assert log.add(*twin) is Place.HELD
    assert log.add(*THREE[1]) is Place.HELD
    assert log.holds(Ref(b"a" * 16, 2, twin[1]))
    assert log.hash_at(b"a" * 16, 2) == name(b"a", 2)


def test_an_entry_that_does_not_continue_the_one_before_is_broken_and_never_seen() -> None:
    log = Log(bytes(16))
    log.add(*THREE[0])
    assert log.add(header(b"a", 2, b"x" * 32), name(b"a", 2)) is Place.BROKEN
    assert log.tip == Ref(b"a" * 16, 1, name(b"a", 1))


@covers("RECORD-009")
def test_two_segments_behind_one_entry_are_both_kept() -> None:
    log = Log(bytes(16))
    for each in THREE[:4]:
        log.add(*each)
    for segment in (b"b", b"d"):
        log.add(header(segment, 1, name(b"a", 4)), name(segment, 1))
    assert [each.id[:1] for each in log.following(name(b"a", 4))] == [b"b", b"d"]
    assert log.tip == Ref(b"d" * 16, 1, name(b"d", 1))
