"""A witness's line: its time and its signature."""

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from hypothesis import given
from hypothesis import strategies as st

from firebreak.core.base.errors import CounterpartError
from firebreak.core.record.checkpoint import Checkpoint, SignedCheckpoint
from firebreak.core.record.cosignature import (
    SECONDS_MAX,
    Cosignature,
    cosigned_bytes,
    find_cosignature,
    parse_cosignature,
    verify_cosignature,
)
from firebreak.core.record.note import COSIGNATURE, ED25519, NoteSignature, key_hash
from tests.covering import covers

WITNESS = Ed25519PrivateKey.from_private_bytes(bytes(32))
PUBLIC = WITNESS.public_key().public_bytes_raw()
NAME = "witness.example/w1"
CHECKPOINT = Checkpoint("example.com/log", 5, b"r" * 32)


def cosigned(seconds: int, algorithm: bytes = COSIGNATURE) -> SignedCheckpoint:
    raw = seconds.to_bytes(8) + WITNESS.sign(cosigned_bytes(CHECKPOINT, seconds))
    return SignedCheckpoint(CHECKPOINT, (NoteSignature(NAME, key_hash(NAME, algorithm, PUBLIC), raw),))


@covers("CHECKPOINT-017")
def test_the_signed_bytes_are_two_lines_and_the_text() -> None:
    text = CHECKPOINT.text
    assert cosigned_bytes(CHECKPOINT, 1679315147) == b"cosignature/v1\ntime 1679315147\n" + text


@covers("CHECKPOINT-017")
@given(seconds=st.integers(1, SECONDS_MAX))
def test_a_cosignature_verifies_for_its_own_time_and_checkpoint_only(seconds: int) -> None:
    found = find_cosignature(cosigned(seconds), NAME, PUBLIC)
    assert found is not None
    assert found.at == seconds * 1000
    assert verify_cosignature(CHECKPOINT, found, PUBLIC)
    assert not verify_cosignature(CHECKPOINT, Cosignature(seconds - 1, found.signature), PUBLIC)
    assert not verify_cosignature(Checkpoint("example.com/log", 6, b"r" * 32), found, PUBLIC)


def test_a_line_under_another_name_key_or_algorithm_is_not_found() -> None:
    assert find_cosignature(cosigned(1), "witness.example/w2", PUBLIC) is None
    assert find_cosignature(cosigned(1), NAME, bytes(32)) is None
    assert find_cosignature(cosigned(1, ED25519), NAME, PUBLIC) is None


@covers("CHECKPOINT-018")
@pytest.mark.parametrize("seconds", [0, SECONDS_MAX + 1, 2**63, 2**64 - 1])
def test_a_time_that_is_no_date_is_refused(seconds: int) -> None:
    with pytest.raises(CounterpartError, match="no date") as caught:
        find_cosignature(cosigned(seconds), NAME, PUBLIC)
    assert caught.value.code == "FB148"


@covers("CHECKPOINT-018")
@pytest.mark.parametrize("length", [0, 64, 71, 73])
def test_a_line_of_another_length_is_refused(length: int) -> None:
    with pytest.raises(CounterpartError, match=f"{length} bytes"):
        parse_cosignature(bytes(length))
