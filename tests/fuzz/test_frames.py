"""Any bytes give frames, entries or a CounterpartError, nothing else."""

from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from firebreak.core.base.cbor import Value, decode, encode
from firebreak.core.base.errors import CounterpartError
from firebreak.core.envelope.header import read_header
from firebreak.core.record.compact import entry_value, read_entry_frame
from firebreak.core.record.frames import (
    FRAMES_BYTES_MAX,
    HAVE_FRAME,
    BadFrame,
    EntryFrame,
    HaveFrame,
    Holding,
    have_value,
    pack,
    read_have,
    unpack,
)
from tests.covering import covers
from tests.fuzz.hostile import Hostile
from tests.pair import Pair

scalars = (
    st.none()
    | st.booleans()
    | st.integers(-(2**64), 2**64 - 1)
    | st.binary(max_size=40)
    | st.text(max_size=8)
)
values: st.SearchStrategy[Any] = st.recursive(
    scalars,
    lambda inner: st.lists(inner, max_size=5) | st.dictionaries(st.integers(0, 40), inner, max_size=5),
    max_leaves=12,
)


def strict(value: Any) -> Any:
    """As the decoder would give it."""
    return decode(encode(value))


@covers("I21", "I22")
@given(st.binary(max_size=200) | st.lists(values, max_size=4).map(encode))
def test_any_packet_gives_frames_or_a_counterpart_error(data: bytes) -> None:
    try:
        frames = unpack(data)
    except CounterpartError:
        return
    assert pack(frames) == data  # type: ignore[arg-type]


@covers("I21")
@given(st.binary(max_size=300) | st.dictionaries(st.integers(0, 33), values, max_size=18).map(encode))
def test_any_header_reads_back_to_the_same_bytes_or_is_refused(data: bytes) -> None:
    try:
        header = read_header(data)
    except CounterpartError:
        return
    assert header.to_bytes() == data


segment = st.binary(min_size=16, max_size=16)
holding = st.builds(
    Holding, segment, st.integers(0, 2**32), st.lists(st.integers(0, 2**32), max_size=4).map(tuple)
)


@covers("I21")
@given(
    st.lists(holding, max_size=4).map(tuple), st.lists(holding, max_size=4).map(tuple), st.booleans(), segment
)
def test_a_have_frame_reads_back_the_same(
    mine: tuple[Holding, ...], yours: tuple[Holding, ...], answer: bool, current: bytes
) -> None:
    frame = HaveFrame(mine, yours, answer, current)
    (read,) = unpack(pack([have_value(frame)]))
    assert read_have(read) == frame


@given(st.lists(values, max_size=6))
def test_any_have_frame_is_read_or_refused(parts: list[Any]) -> None:
    try:
        read_have([HAVE_FRAME, *map(strict, parts)])
    except CounterpartError:
        return


def test_a_have_frame_of_any_log_fits_into_a_packet() -> None:
    crowded = tuple(
        Holding(bytes([n // 256, n % 256]) * 8, 2**40, tuple(range(2**40, 2**40 + 50))) for n in range(3_000)
    )
    frame = HaveFrame(crowded, crowded, False, bytes(16))
    data = pack([have_value(frame)])
    assert len(data) + 14_000 <= FRAMES_BYTES_MAX  # a packet may hold some entries before it
    (read,) = unpack(data)
    assert read_have(read).mine[-1].segment == crowded[-1].segment


@covers("I21")
@given(st.lists(values, min_size=5, max_size=5))
@example([1, {0: b"", 1: 2}, b"", bytes(32), b""])
@example([1, {0: 7, 1: 2, 3: 1, 5: [1, 1]}, b"", bytes(32), b""])
def test_any_entry_frame_is_put_together_or_refused(parts: list[Any]) -> None:
    reader = Pair().north.line._hearing.reader
    try:
        entry = read_entry_frame([0, *map(strict, parts)], reader)
    except CounterpartError:
        return
    assert read_header(entry.payload) == entry.header


fields: st.SearchStrategy[dict[int, Any]] = st.fixed_dictionaries(
    {
        0: st.just(b"ssss"),
        1: st.just(2),
        3: st.integers(0, 2**54),
        5: st.lists(st.integers(0, 2**54), min_size=2, max_size=2),
    },
    optional={
        2: st.lists(values, max_size=2),
        4: st.integers(0, 5),
        6: st.lists(st.lists(values, max_size=3), max_size=2) | values,
        7: st.integers(0, 2**54) | values,
        8: st.binary(max_size=40) | values,
        9: st.lists(st.integers(0, 2**54), max_size=80) | values,
    },
)


@covers("I21", "ENTRY-009")
@given(fields)
def test_a_compact_header_gives_one_that_can_be_read_from_a_disk_or_is_refused(head: dict[int, Any]) -> None:
    hostile = Hostile()
    hostile.send(hostile.say(4, b"\xa1\x01\x60"))
    try:
        entry = read_entry_frame(
            [0, 1, strict(head), bytes(64), bytes(32), b""], hostile.north.line._hearing.reader
        )
    except CounterpartError:
        return
    assert read_header(entry.payload) == entry.header


@covers("ENTRY-009")
def test_a_compact_frame_whose_forerunner_is_not_here_is_refused_and_asked_for_again() -> None:
    hostile = Hostile()
    first, second = hostile.say(4, b"\xa1\x01\x60"), hostile.say(66, b"\xa0")
    reader = hostile.north.line._hearing.reader
    value: list[Value] = entry_value(EntryFrame(second), hostile.signer.key_id)  # type: ignore[assignment]
    with pytest.raises(BadFrame, match="number 1 is not here"):
        read_entry_frame(value, reader)
    hostile.send(first)
    assert read_entry_frame(value, reader) == second
