"""Which Ed25519 keys a card may carry."""

from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from hypothesis import given
from hypothesis import strategies as st

from firebreak.core.base.errors import CounterpartError
from firebreak.core.envelope import points
from firebreak.core.envelope.points import D, P, check_ed25519_point
from tests.covering import covers
from tests.public_vectors import read_public_vectors

SMALL_ORDER = [  # the eight points of the torsion subgroup in their canonical spelling
    "0100000000000000000000000000000000000000000000000000000000000000",
    "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
    "0000000000000000000000000000000000000000000000000000000000000000",
    "0000000000000000000000000000000000000000000000000000000000000080",
    "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
    "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc85",
    "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
    "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03fa",
]


def code_for(key: bytes) -> str | None:
    try:
        check_ed25519_point(key)
    except CounterpartError as error:
        return error.code
    return None


def public(seed: bytes) -> bytes:
    return Ed25519PrivateKey.from_private_bytes(seed).public_key().public_bytes_raw()


@given(seed=st.binary(min_size=32, max_size=32))
@covers("POINT-001")
def test_every_key_made_the_ordinary_way_is_accepted(seed: bytes) -> None:
    assert code_for(public(seed)) is None


@covers("POINT-001")
@pytest.mark.parametrize("length", [0, 31, 33, 64])
def test_a_key_of_another_length_is_refused(length: int) -> None:
    assert code_for(bytes([1]) * length) == "FB123"


@covers("POINT-002")
@given(low=st.integers(0, 18), sign=st.booleans())
def test_no_y_at_or_above_p_is_accepted(low: int, sign: bool) -> None:
    assert code_for((P + low + (sign << 255)).to_bytes(32, "little")) == "FB124"


@covers("POINT-002")
@pytest.mark.parametrize("y", [1, P - 1])
def test_x_of_zero_with_the_sign_bit_set_is_a_second_spelling(y: int) -> None:
    assert code_for((y + (1 << 255)).to_bytes(32, "little")) == "FB124"
    assert code_for(y.to_bytes(32, "little")) == "FB138"


@covers("POINT-003")
@given(y=st.integers(2, P - 2), sign=st.booleans())
def test_bytes_that_name_no_point_are_refused_and_only_they(y: int, sign: bool) -> None:
    square = (y * y - 1) * pow(D * y * y + 1, -1, P) % P
    on_curve = pow(square, (P - 1) // 2, P) == 1
    key = (y + (sign << 255)).to_bytes(32, "little")
    assert (code_for(key) == "FB137") == (not on_curve)


@covers("POINT-004")
@pytest.mark.parametrize("key", SMALL_ORDER)
def test_each_of_the_eight_points_of_small_order_is_refused(key: str) -> None:
    assert code_for(bytes.fromhex(key)) == "FB138"


@covers("POINT-005")
@pytest.mark.parametrize("torsion", SMALL_ORDER[1:])
def test_a_good_key_moved_by_a_point_of_small_order_is_refused(torsion: str) -> None:
    """Seven more keys for the secret of the first: each would sign, none is the key it was made from."""
    moved = points._add(points._decode(public(bytes(32))), points._decode(bytes.fromhex(torsion)))
    assert code_for(encoded(moved)) == "FB139"


def encoded(point: points.Point) -> bytes:
    x, y, z = point
    inverse = pow(z, -1, P)
    return (y * inverse % P + ((x * inverse % P % 2) << 255)).to_bytes(32, "little")


@covers("POINT-002", "POINT-004", "POINT-005")
def test_of_the_public_edge_cases_exactly_the_unflagged_keys_are_accepted() -> None:
    cases: list[dict[str, Any]] = read_public_vectors("ed25519/ed25519vectors.json").popitem()[1]
    codes = {"non_canonical_A": "FB124", "low_order_A": "FB138", "low_order_component_A": "FB139"}
    for case in cases:
        flags = case["flags"] or []
        expected = next((code for flag, code in codes.items() if flag in flags), None)
        assert code_for(bytes.fromhex(case["key"])) == expected, case["number"]
