"""The card: its bytes, its hash, and both root signatures."""

import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firebreak.core.base.cbor import encode
from firebreak.core.base.errors import CounterpartError, LocalError
from firebreak.core.base.purposes import Environment
from firebreak.core.envelope.card import (
    BadCard,
    Card,
    Officer,
    SignedCard,
    card_hash,
    read_signed_card,
    root_signatures_hold,
)
from tests.covering import covers
from tests.parties import NORTH, SOUTH, Party, public


@covers("CARD-001", "CARD-002")
def test_a_card_file_reads_back_as_it_was_signed() -> None:
    signed = NORTH.signed()
    assert read_signed_card(signed.to_bytes()) == signed
    assert 8_000 < len(signed.to_bytes()) < 11_000


@covers("CARD-003")
def test_the_party_id_is_the_hash_of_both_root_keys() -> None:
    card = NORTH.card()
    assert card.party == hashlib.sha256(card.root_ed25519 + card.root_mldsa65).digest()


@covers("CARD-004")
def test_the_hash_of_a_card_says_nothing_of_its_signatures() -> None:
    signed = NORTH.signed()
    other = SignedCard(signed.card, signed.payload, bytes(64), bytes(3309))
    assert other.hash == signed.hash == card_hash(signed.payload)


@covers("CARD-005")
def test_both_root_signatures_must_hold() -> None:
    good, foreign = NORTH.signed(), SOUTH.signed()
    assert root_signatures_hold(good)
    for ed25519, mldsa65 in (
        (foreign.signature_ed25519, good.signature_mldsa65),
        (good.signature_ed25519, foreign.signature_mldsa65),
    ):
        assert not root_signatures_hold(SignedCard(good.card, good.payload, ed25519, mldsa65))


@covers("CARD-006", "I12")
def test_a_card_signed_for_an_exercise_does_not_verify_as_a_real_one() -> None:
    exercise = NORTH.signed()
    real = NORTH.card(environment=Environment.REAL)
    claimed = SignedCard(real, real.to_bytes(), exercise.signature_ed25519, exercise.signature_mldsa65)
    assert not root_signatures_hold(claimed)


@covers("CARD-002")
@given(data=st.binary(max_size=300))
def test_any_bytes_are_a_card_or_a_counterpart_error(data: bytes) -> None:
    with pytest.raises(BadCard):
        read_signed_card(data)


def holds(data: bytes) -> bool:
    try:
        return root_signatures_hold(read_signed_card(data))
    except CounterpartError:
        return False


def test_the_card_that_is_changed_below_was_good() -> None:
    assert holds(NORTH_FILE)


@given(at=st.integers(0, 9_000), bit=st.integers(0, 7))
def test_a_card_with_one_bit_changed_is_refused_or_does_not_verify(at: int, bit: int) -> None:
    data = bytearray(NORTH_FILE)
    data[at % len(data)] ^= 1 << bit
    assert not holds(bytes(data))


NORTH_FILE = NORTH.signed().to_bytes()


@covers("CARD-007")
def test_a_card_that_is_too_long_is_neither_written_nor_read() -> None:
    many = tuple(Officer(name=f"{n:064}", role="ж" * 64, key=bytes(32)) for n in range(256))
    with pytest.raises(LocalError) as refused:
        NORTH.card(officers=many, desks=NORTH.card().desks * 64, paths=("x" * 250,) * 16).to_bytes()
    assert refused.value.code == "FB125"
    with pytest.raises(BadCard):
        read_signed_card(encode([bytes(66_000), bytes(64), bytes(3309)]))


def test_an_unknown_field_below_thirty_two_is_refused() -> None:
    with pytest.raises(BadCard, match="unknown key 23"):
        Card.from_bytes(encode(NORTH.card().to_map() | {23: 1}))


def test_keys_of_two_parties_differ() -> None:
    assert public(Party("a").key("log")) != public(Party("b").key("log"))
