"""Strict CBOR: one value, one encoding."""

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firebreak.core.base.cbor import DEPTH_MAX, NotStrict, Value, decode, encode, encode_sorted
from tests.covering import covers

SCALARS = (
    st.none()
    | st.booleans()
    | st.integers(-(1 << 64), (1 << 64) - 1)
    | st.binary(max_size=40)
    | st.text(st.characters(codec="utf-8"), max_size=20)
)
VALUES = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=5) | st.dictionaries(st.integers(0, 300), inner, max_size=5),
    max_leaves=12,
)


@covers("I21", "CBOR-001")
@given(VALUES)
def test_what_is_written_reads_back_as_the_same_bytes(value: Value) -> None:
    data = encode(value)
    assert decode(data) == value
    assert encode_sorted(decode(data)) == data


@covers("I21", "CBOR-003")
@given(st.binary(max_size=80))
def test_any_bytes_are_refused_or_the_only_encoding_of_a_value(data: bytes) -> None:
    try:
        value = decode(data)
    except NotStrict:
        return
    assert encode(value) == data


@covers("I21")
@given(VALUES, st.data())
def test_a_flipped_bit_is_refused_or_another_value(value: Value, draw: st.DataObject) -> None:
    data = bytearray(encode(value))
    data[draw.draw(st.integers(0, len(data) - 1))] ^= 1 << draw.draw(st.integers(0, 7))
    with contextlib.suppress(NotStrict):
        assert encode(decode(bytes(data))) == bytes(data)


@covers("CBOR-001", "CBOR-002", "CBOR-003")
@pytest.mark.parametrize(
    ("why", "data"),
    [
        ("duplicate keys", "a200010002"),
        ("keys out of order", "a202000100"),
        ("a text key", "a1616100"),
        ("a negative key", "a12000"),
        ("a long integer", "1801"),
        ("an indefinite array", "9f01ff"),
        ("bytes after the end", "0100"),
        ("a float", "f97e00"),
        ("a date tag", "c074323031332d30332d32315432303a30343a30305a"),
        ("a shared reference to itself", "d81c81d81d00"),
        ("undefined", "f7"),
        ("a bignum", "c249010000000000000000"),
        ("an array longer than the input", "9bffffffffffffffff"),
        ("a text longer than the input", "7bffffffffffffffff"),
        ("not UTF-8", "61ff"),
        ("nothing", ""),
    ],
)
def test_other_cbor_is_refused(why: str, data: str) -> None:
    with pytest.raises(NotStrict):
        decode(bytes.fromhex(data))


def tagged(tag: int, data: bytes) -> bytes:
    head = [bytes([0xC0 + tag])] if tag < 24 else [b"\xd8" + bytes([tag])] if tag < 256 else []
    return (head or [b"\xd9" + tag.to_bytes(2, "big")])[0] + data


@covers("CBOR-001", "CBOR-004")
def test_a_tag_is_refused_before_its_meaning_is_looked_at() -> None:
    """What is read first and refused later could cost any time: dates, numbers, patterns, references."""
    for tag in range(1 << 16):
        with pytest.raises(NotStrict, match="CBORDecodeError while reading"):
            decode(tagged(tag, b"\x80"))


@covers("CBOR-004", "I22")
def test_references_to_references_unfold_into_nothing() -> None:
    """Six lists, each of 400 references to the one before: 7 kB that stand for 10^18 values."""
    lists = [tagged(28, b"\x99\x01\x90" + bytes(400))]
    lists += [tagged(28, b"\x99\x01\x90" + tagged(29, bytes([each])) * 400) for each in range(6)]
    with pytest.raises(NotStrict, match="CBORDecodeError while reading"):
        decode(bytes([0x80 + len(lists)]) + b"".join(lists))


@covers("CBOR-004", "I22")
def test_deep_wide_and_long_input_is_refused_at_once() -> None:
    for data in (
        b"\x81" * (DEPTH_MAX + 1) + b"\x00",
        encode_sorted(dict.fromkeys(range(65), 0)),
        b"\x58\x64" + bytes(100),
    ):
        with pytest.raises(NotStrict):
            decode(data, size_max=len(data) - 1 if data[0] == 0x58 else 65_536)
    assert decode(b"\x81" * DEPTH_MAX + b"\x00")
