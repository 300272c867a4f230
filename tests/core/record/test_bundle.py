"""The file itself: written and read back, and refused whenever a byte is not what was written."""

import hashlib
import io
from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firebreak.core.base.cbor import Value, encode
from firebreak.core.base.errors import LocalError
from firebreak.core.base.instants import Instant
from firebreak.core.base.purposes import Environment
from firebreak.core.base.shape import BadShape
from firebreak.core.envelope.kinds import Kind
from firebreak.core.envelope.pairing import Offer, line_id
from firebreak.core.record import bundle as bundle_module
from firebreak.core.record import bundle_reader
from firebreak.core.record.bundle import (
    MAGIC,
    OPTIONAL,
    PIECE_BYTES_MAX,
    BundleWriter,
    End,
    Head,
    Sort,
    line_id_of,
    withhold,
    write_bundle,
)
from firebreak.core.record.bundle_reader import Optional, RawCard, RawEntry, Unreadable, read_bundle
from tests.covering import covers
from tests.parties import NORTH, SOUTH
from tests.records import Record, a_lively_record, body_of

RECORD = a_lively_record()
DATA = RECORD.bundle()


def pieces(data: bytes) -> list[object]:
    return list(read_bundle(io.BytesIO(data)))


def refused(data: bytes) -> Unreadable:
    with pytest.raises(Unreadable) as caught:
        pieces(data)
    assert caught.value.hint
    return caught.value


def boundaries(data: bytes) -> Iterator[int]:
    """Where each piece begins, and the end of the file."""
    at = len(MAGIC)
    while at < len(data):
        yield at
        at += 4 + int.from_bytes(data[at : at + 4], "big")
    yield at


def piece(*parts: Value) -> bytes:
    data = encode(list(parts))
    return len(data).to_bytes(4, "big") + data


def ended(data: bytes, *, cards: int = 2, entries: int = 0, optional: int = 0) -> bytes:
    """The bytes with an end that is true of them."""
    end = End(cards=cards, entries=entries, optional=optional, sha256=hashlib.sha256(data).digest())
    return data + piece(int(Sort.END), end.to_map())


def beginning() -> bytes:
    """A bundle up to the last card."""
    return DATA[: list(boundaries(DATA))[3]]


@covers("BUNDLE-001", "BUNDLE-002", "BUNDLE-004", "BUNDLE-012")
def test_what_was_written_is_read_back_piece_by_piece() -> None:
    head, *rest, end = pieces(DATA)
    assert head == RECORD.head
    assert rest[:2] == [
        RawCard(each.payload, each.signature_ed25519, each.signature_mldsa65) for each in RECORD.cards
    ]
    assert rest[2:] == [
        RawEntry(each.payload, each.signature, each.salt, each.body) for each in RECORD.entries
    ]
    assert isinstance(end, End)
    assert (end.cards, end.entries) == (2, len(RECORD.entries))


@covers("BUNDLE-013")
def test_the_end_holds_the_hash_that_any_tool_gives_for_the_bytes_before_it() -> None:
    *_, last, size = boundaries(DATA)
    end = pieces(DATA)[-1]
    assert isinstance(end, End)
    assert end.sha256 == hashlib.sha256(DATA[:last]).digest()
    assert size == len(DATA)


@covers("BUNDLE-006")
def test_the_line_id_of_a_head_is_that_of_the_pairing() -> None:
    offers = [Offer(each.signed(), RECORD.nonce(each)) for each in (NORTH, SOUTH)]
    assert RECORD.head.line == line_id(Environment.EXERCISE, *offers)
    assert line_id_of(Environment.EXERCISE, RECORD.head.parties, RECORD.head.nonces) == RECORD.head.line


@covers("BUNDLE-005")
@pytest.mark.parametrize(
    "changes",
    [
        {"parties": RECORD.head.parties[::-1]},
        {"parties": RECORD.head.parties[:1]},
        {"nonces": RECORD.head.nonces[:1]},
        {"exporter": bytes(32)},
        {"selection": (1,)},
        {"selection": (2, 1)},
    ],
)
def test_a_head_that_contradicts_itself_is_refused(changes: dict[str, tuple[bytes, ...]]) -> None:
    with pytest.raises(ValueError, match="names"):
        replace(RECORD.head, **changes)  # type: ignore[arg-type]


def test_a_head_with_an_unknown_field_is_damage() -> None:
    with pytest.raises(BadShape):
        Head.from_map({**RECORD.head.to_map(), 9: 1})


@covers("BUNDLE-003", "BUNDLE-014")
@given(st.data())
def test_a_bundle_cut_off_anywhere_says_where_it_ends(data: st.DataObject) -> None:
    length = data.draw(st.integers(0, len(DATA) - 1))
    error = refused(DATA[:length])
    assert error.code == "FB342"
    assert f"at byte {length}" in error.text


@covers("BUNDLE-015", "I21")
@given(st.data())
def test_a_bundle_with_any_byte_changed_is_refused(data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(DATA) - 1))
    flip = data.draw(st.integers(1, 255))
    error = refused(DATA[:at] + bytes([DATA[at] ^ flip]) + DATA[at + 1 :])
    assert error.code in {"FB340", "FB341", "FB342", "FB343"}


@covers("BUNDLE-015")
@given(st.binary(max_size=300), st.integers(0, 40))
def test_junk_is_an_error_and_nothing_else(junk: bytes, kept: int) -> None:
    assert refused(DATA[:kept] + junk).code in {"FB340", "FB341", "FB342", "FB343"}


@covers("BUNDLE-015")
@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.binary(max_size=80) | st.text(max_size=8),
        lambda each: st.lists(each, max_size=5) | st.dictionaries(st.integers(0, 70), each, max_size=4),
        max_leaves=12,
    )
)
def test_any_piece_in_the_middle_is_taken_left_aside_or_refused(value: object) -> None:
    data = encode(value)  # type: ignore[arg-type]
    begun = beginning() + len(data).to_bytes(4, "big") + data
    with pytest.raises(Unreadable) as caught:
        pieces(begun)
    assert caught.value.code in {"FB341", "FB342", "FB343"}


@covers("BUNDLE-001")
@pytest.mark.parametrize(
    ("begin", "code"),
    [
        (b"", "FB342"),
        (MAGIC[:10], "FB342"),
        (b"%PDF-1.7\n", "FB340"),
        (b"SQLite format 3\x00 and more", "FB340"),
        (MAGIC[:-1] + b"\r\n", "FB340"),
        (b"FIREBREAK BUNDLE 2\n", "FB341"),
        (b"FIREBREAK BUNDLE 10\n", "FB341"),
    ],
)
def test_a_file_of_another_sort_or_version_is_named(begin: bytes, code: str) -> None:
    assert refused(begin).code == code
    assert refused(begin[: len(MAGIC)]).code == code


@covers("BUNDLE-003")
@pytest.mark.parametrize("size", [0, PIECE_BYTES_MAX + 1, 2**32 - 1])
def test_no_piece_is_empty_or_larger_than_a_packet(size: int) -> None:
    error = refused(beginning() + size.to_bytes(4, "big") + bytes(10))
    assert error.code == "FB343"
    assert str(size) in error.text


@covers("BUNDLE-004", "BUNDLE-010")
def test_pieces_out_of_order_are_damage() -> None:
    head, card, *_, last = boundaries(DATA)
    first_entry = list(boundaries(DATA))[3]
    assert refused(MAGIC + DATA[card:first_entry]).code == "FB343"
    assert refused(ended(DATA[:card] + DATA[head:card] + DATA[card:first_entry])).code == "FB343"
    second = list(boundaries(DATA))[4]
    late_card = DATA[:second] + DATA[card : list(boundaries(DATA))[2]]
    assert "a card after the first entry" in refused(ended(late_card, cards=3, entries=1)).text
    assert refused(DATA + b"\x00").code == "FB343"
    assert last == len(DATA)


@covers("BUNDLE-012", "BUNDLE-013")
def test_an_end_that_counts_wrongly_is_damage() -> None:
    assert pieces(ended(beginning()))
    assert refused(ended(beginning(), cards=1)).code == "FB343"
    assert refused(ended(beginning(), entries=1)).code == "FB343"


@covers("BUNDLE-016")
def test_an_unknown_piece_is_left_aside_above_64_and_refused_below() -> None:
    data = ended(beginning() + piece(OPTIONAL, b"a cosignature"), optional=1)
    assert pieces(data)[3] == Optional(OPTIONAL)
    assert refused(ended(beginning() + piece(4, b"a redacted entry"))).code == "FB341"


@covers("BUNDLE-002")
@pytest.mark.parametrize(
    "value",
    [
        [],
        [True, b"", b"", b""],
        [False, {}],
        [-1],
        "text",
        [1, b"", bytes(63), bytes(3309)],
        [1, b"", bytes(64), bytes(3308)],
        [2, b"", bytes(63), None, None],
        [2, b"", bytes(64), bytes(32), None],
        [2, b"", bytes(64), None, b""],
        [2, b"", bytes(64), bytes(31), b""],
        [2, b"", bytes(64), bytes(32), bytes(16_385)],
        [2, bytes(1_025), bytes(64), None, None],
        [2, b"", bytes(64), None],
        [3, {}],
    ],
)
def test_a_piece_of_the_wrong_form_is_damage(value: Value) -> None:
    data = encode(value)
    assert refused(beginning() + len(data).to_bytes(4, "big") + data).code == "FB343"


@covers("BUNDLE-002", "I21")
def test_a_piece_that_is_not_in_its_one_encoding_is_damage() -> None:
    loose = bytes.fromhex("9f1840ff")
    assert refused(beginning() + len(loose).to_bytes(4, "big") + loose).code == "FB343"


@covers("BUNDLE-011", "I25")
def test_bodies_can_be_withheld_without_touching_what_is_signed() -> None:
    bare = list(withhold(RECORD.entries))
    assert [each.payload for each in bare] == [each.payload for each in RECORD.entries]
    kinds = {each.header.kind for each in bare if each.body is None}
    assert kinds == {
        Kind.MESSAGE,
        Kind.STATUS,
        Kind.RECEIPT_DESK,
        Kind.RECEIPT_READ,
        Kind.RECEIPT_ACKNOWLEDGE,
    }
    assert b"the road is open" in DATA
    assert b"the road is open" not in RECORD.bundle(bare)


def test_an_entry_of_another_line_is_not_written() -> None:
    foreign = RECORD.sign(NORTH, Kind.STATUS, line=bytes(32))
    with pytest.raises(LocalError) as caught:
        write_bundle(io.BytesIO(), RECORD.head, RECORD.cards, [foreign])
    assert caught.value.code == "FB345"


@covers("BUNDLE-017")
def test_there_is_a_largest_bundle(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bundle_module, "ENTRIES_MAX", 3)
    with pytest.raises(LocalError) as caught:
        RECORD.bundle()
    assert caught.value.code == "FB344"
    with pytest.raises(LocalError) as caught:
        BundleWriter(io.BytesIO(), RECORD.head, RECORD.cards * 129)
    assert caught.value.code == "FB344"
    monkeypatch.setattr(bundle_reader, "ENTRIES_MAX", 3)
    assert refused(DATA).code == "FB343"


class Drop:
    """A stream that gives one byte at a time, as a pipe may."""

    def __init__(self, data: bytes) -> None:
        self.source = io.BytesIO(data)

    def read(self, size: int, /) -> bytes:
        return self.source.read(min(size, 1))


def test_a_stream_may_give_its_bytes_in_drops() -> None:
    assert list(read_bundle(Drop(DATA))) == pieces(DATA)


def test_a_range_is_written_into_the_head() -> None:
    party = (bytes(32), bytes(32))
    head = Head.of(Environment.REAL, party, (b"\x01" * 32, bytes(32)), made_at=Instant(5), selection=(1, 2))
    assert not head.whole
    assert Head.from_map(head.to_map()) == head
    assert Record().head.whole


def test_the_largest_card_fits_into_a_piece() -> None:
    largest = [1, bytes(60 * 1_024), bytes(64), bytes(3_309)]
    assert len(encode(largest)) <= PIECE_BYTES_MAX  # type: ignore[arg-type]
    assert body_of(k1=1) == b"\xa1\x01\x01"
