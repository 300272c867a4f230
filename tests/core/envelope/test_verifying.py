"""The two signature checks: what they refuse, and that they never raise."""

from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.asymmetric.mldsa import MLDSA65PrivateKey
from hypothesis import given
from hypothesis import strategies as st

from firebreak.core.base.errors import CounterpartError
from firebreak.core.envelope.points import L, check_ed25519_point
from firebreak.core.envelope.verifying import verify_ed25519, verify_mldsa65
from tests.covering import covers
from tests.public_vectors import read_public_vectors

SECRET = Ed25519PrivateKey.from_private_bytes(bytes(32))
KEY = SECRET.public_key().public_bytes_raw()
PQ_SECRET = MLDSA65PrivateKey.from_seed_bytes(bytes(32))
PQ_KEY = PQ_SECRET.public_key().public_bytes_raw()
MESSAGE = b"the corridor is open until 1800Z"


@covers("POINT-006")
@given(message=st.binary(max_size=300), data=st.data())
def test_a_true_signature_verifies_and_one_flipped_bit_does_not(message: bytes, data: st.DataObject) -> None:
    signature = SECRET.sign(message)
    assert verify_ed25519(KEY, signature, message)
    bit = data.draw(st.integers(0, 64 * 8 - 1))
    turned = (int.from_bytes(signature) ^ (1 << bit)).to_bytes(64)
    assert not verify_ed25519(KEY, turned, message)
    assert not verify_ed25519(KEY, signature, message + b"\x00")


@covers("POINT-006")
def test_the_same_signature_with_the_group_order_added_to_s_is_refused() -> None:
    signature = SECRET.sign(MESSAGE)
    s = int.from_bytes(signature[32:], "little")
    for factor in range(1, 16):
        if (moved := s + factor * L) < 2**256:
            assert not verify_ed25519(KEY, signature[:32] + moved.to_bytes(32, "little"), MESSAGE)


@covers("POINT-006")
def test_a_signature_whose_r_is_of_small_order_is_refused_under_a_good_key() -> None:
    """One public edge case fulfils the equation with R the identity: `cryptography` accepts it."""
    case = next(case for case in edge_cases() if case["flags"] == ["low_order_R"] and good(case))
    key, signature, message = material(case)
    Ed25519PublicKey.from_public_bytes(key).verify(signature, message)
    assert not verify_ed25519(key, signature, message)


@covers("POINT-006")
def test_of_the_public_edge_cases_under_a_good_key_only_the_one_without_flags_verifies() -> None:
    cases = [case for case in edge_cases() if good(case)]
    assert cases
    for case in cases:
        assert verify_ed25519(*material(case)) == (not case["flags"]), case["number"]


def edge_cases() -> list[dict[str, Any]]:
    return read_public_vectors("ed25519/ed25519vectors.json").popitem()[1]


def material(case: dict[str, Any]) -> tuple[bytes, bytes, bytes]:
    return bytes.fromhex(case["key"]), bytes.fromhex(case["sig"]), case["msg"].encode()


def good(case: dict[str, Any]) -> bool:
    try:
        check_ed25519_point(bytes.fromhex(case["key"]))
    except CounterpartError:
        return False
    return True


def test_a_post_quantum_signature_verifies_under_its_own_context_only() -> None:
    signature = PQ_SECRET.sign(MESSAGE, b"one")
    assert verify_mldsa65(PQ_KEY, signature, MESSAGE, b"one")
    assert not verify_mldsa65(PQ_KEY, signature, MESSAGE, b"two")
    assert not verify_mldsa65(PQ_KEY, signature, MESSAGE, b"")
    assert not verify_mldsa65(PQ_KEY, signature, MESSAGE + b".", b"one")


@given(key=st.binary(max_size=40), signature=st.binary(max_size=80))
def test_any_bytes_give_an_answer_and_no_exception(key: bytes, signature: bytes) -> None:
    assert not verify_ed25519(key, signature, MESSAGE)
    assert not verify_ed25519(KEY, signature, MESSAGE)
    assert not verify_mldsa65(key, signature, MESSAGE, b"")
    assert not verify_mldsa65(PQ_KEY, signature, MESSAGE, b"")


@given(filler=st.binary(min_size=1, max_size=40))
def test_material_of_the_right_length_but_no_meaning_gives_no(filler: bytes) -> None:
    def stretched(length: int) -> bytes:
        return (filler * length)[:length]

    assert not verify_ed25519(KEY, stretched(64), MESSAGE)
    assert not verify_mldsa65(stretched(1952), stretched(3309), MESSAGE, b"")


def test_a_context_that_is_too_long_is_our_own_mistake() -> None:
    with pytest.raises(AssertionError):
        verify_mldsa65(PQ_KEY, bytes(3309), MESSAGE, bytes(256))
