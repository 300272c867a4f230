"""Checkpoints: the text, the origin, the signatures under it."""

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.asymmetric.mldsa import MLDSA65PrivateKey
from hypothesis import given
from hypothesis import strategies as st

from firebreak.core.base.errors import CounterpartError
from firebreak.core.base.purposes import Environment
from firebreak.core.record.checkpoint import (
    EXTENSION_BYTES_MAX,
    EXTENSIONS_MAX,
    ORIGIN_BYTES_MAX,
    Checkpoint,
    Origin,
    SignedCheckpoint,
    ed25519_signature,
    mldsa65_context,
    mldsa65_signature,
    parse_text,
    verify_ed25519_signature,
    verify_mldsa65_signature,
)
from firebreak.core.record.merkle import EMPTY_ROOT, TREE_SIZE_MAX
from tests.covering import covers

LOG_KEY = Ed25519PrivateKey.from_private_bytes(bytes(32))
PUBLIC = LOG_KEY.public_key().public_bytes_raw()
PQ_KEY = MLDSA65PrivateKey.from_seed_bytes(bytes(32))
PQ_PUBLIC = PQ_KEY.public_key().public_bytes_raw()
ORIGIN = str(Origin(b"l" * 32, b"p" * 32, b"s" * 16))
CHECKPOINT = Checkpoint(ORIGIN, 5, b"r" * 32)
HASHES = st.binary(min_size=32, max_size=32)


def signed_by_both(environment: Environment) -> SignedCheckpoint:
    text = CHECKPOINT.text
    lines = (
        ed25519_signature(CHECKPOINT, PUBLIC, LOG_KEY.sign(text)),
        mldsa65_signature(CHECKPOINT, PQ_PUBLIC, PQ_KEY.sign(text, mldsa65_context(environment))),
    )
    return SignedCheckpoint(CHECKPOINT, lines)


@covers("CHECKPOINT-005")
@given(size=st.integers(1, TREE_SIZE_MAX), root=HASHES, origin=st.from_regex(r"[!-~]{1,255}", fullmatch=True))
def test_a_checkpoint_reads_back_as_it_was_written(size: int, root: bytes, origin: str) -> None:
    checkpoint = Checkpoint(origin, size, root)
    assert parse_text(checkpoint.text) == checkpoint


@covers("CHECKPOINT-006")
@given(line=HASHES, party=HASHES, segment=st.binary(min_size=16, max_size=16))
def test_an_origin_reads_back_as_it_was_written(line: bytes, party: bytes, segment: bytes) -> None:
    origin = Origin(line, party, segment)
    assert Origin.parse(str(origin)) == origin
    assert len(str(origin)) <= ORIGIN_BYTES_MAX


@covers("CHECKPOINT-006")
@pytest.mark.parametrize(
    "text",
    [
        "",
        "example.com/log",
        ORIGIN.replace("firebreak/1/", "firebreak/2/"),
        ORIGIN[:-1],
        ORIGIN[:-1] + "٢",
        ORIGIN[:-33],
        ORIGIN[:-32] + "0",
        ORIGIN + "\n",
        ORIGIN + "/",
        ORIGIN.replace("6c", "6C"),
        ORIGIN.replace("6c", "", 1),
        f"firebreak/1/{'00' * 32}/{'00' * 16}/{'00' * 16}",
        f"firebreak/1/{'00' * 32}/{'00' * 32}/{'00' * 17}",
    ],
)
def test_an_origin_in_any_other_spelling_is_refused(text: str) -> None:
    with pytest.raises(CounterpartError, match="origin") as caught:
        Origin.parse(text)
    assert caught.value.code == "FB149"


@pytest.mark.parametrize(
    "checkpoint",
    [
        Checkpoint("o" * (ORIGIN_BYTES_MAX + 1), 1, b"r" * 32),
        Checkpoint("o", 1, b"r" * 32, ("e" * (EXTENSION_BYTES_MAX + 1),)),
        Checkpoint("o", 1, b"r" * 32, ("e",) * (EXTENSIONS_MAX + 1)),
        Checkpoint("o", -1, b"r" * 32),
        Checkpoint("o", 0, b"r" * 32),
        Checkpoint("o", 1, b"r" * 31),
        Checkpoint("o\no", 1, b"r" * 32),
        Checkpoint("o", 1, b"r" * 32, ("a\x00b",)),
    ],
)
@covers("CHECKPOINT-007")
def test_a_checkpoint_that_would_not_be_read_back_is_never_given_to_a_signer(checkpoint: Checkpoint) -> None:
    with pytest.raises(AssertionError, match="read back"):
        _ = checkpoint.text


def test_a_text_cut_before_its_newline_is_refused() -> None:
    with pytest.raises(CounterpartError, match="newline"):
        parse_text(CHECKPOINT.text[:-1])


@covers("CHECKPOINT-009")
def test_the_empty_log_has_a_checkpoint() -> None:
    assert parse_text(Checkpoint(ORIGIN, 0, EMPTY_ROOT).text).size == 0


@covers("CHECKPOINT-013", "CHECKPOINT-014", "I12")
@pytest.mark.parametrize("environment", list(Environment))
def test_both_signatures_verify_and_the_second_in_its_environment_only(environment: Environment) -> None:
    signed = SignedCheckpoint.parse(signed_by_both(environment).render())
    other = Environment(1 - environment)
    assert verify_ed25519_signature(signed, PUBLIC)
    assert verify_mldsa65_signature(signed, PQ_PUBLIC, environment)
    assert not verify_mldsa65_signature(signed, PQ_PUBLIC, other)


@covers("CHECKPOINT-011")
def test_a_line_under_another_name_or_algorithm_is_not_the_logs_own() -> None:
    signed = signed_by_both(Environment.REAL)
    first, second = signed.signatures
    renamed = type(first)("someone.example", first.key_hash, first.signature)
    assert not verify_ed25519_signature(SignedCheckpoint(CHECKPOINT, (renamed, second)), PUBLIC)
    assert not verify_ed25519_signature(SignedCheckpoint(CHECKPOINT, ()), PUBLIC)
    assert not verify_mldsa65_signature(signed, PUBLIC, Environment.REAL)


@covers("CHECKPOINT-016")
def test_lines_can_be_added_and_the_others_stay_true() -> None:
    signed = signed_by_both(Environment.REAL)
    more = signed.joined([type(signed.signatures[0])("w.example", b"1234", b"whatever")])
    again = SignedCheckpoint.parse(more.render())
    assert len(again.signatures) == 3
    assert verify_ed25519_signature(again, PUBLIC)


@given(data=st.binary(max_size=300))
def test_any_bytes_give_a_checkpoint_or_a_counterpart_error(data: bytes) -> None:
    try:
        signed = SignedCheckpoint.parse(data)
    except CounterpartError:
        return
    assert signed.render() == data


@given(data=st.data())
def test_a_true_checkpoint_with_a_byte_changed_never_verifies_as_something_else(data: st.DataObject) -> None:
    whole = SignedCheckpoint(CHECKPOINT, signed_by_both(Environment.REAL).signatures[:1]).render()
    place = data.draw(st.integers(0, len(whole) - 1))
    changed = whole[:place] + bytes([data.draw(st.integers(0, 255))]) + whole[place + 1 :]
    try:
        signed = SignedCheckpoint.parse(changed)
    except CounterpartError:
        return
    assert signed.render() == changed
    assert verify_ed25519_signature(signed, PUBLIC) == (changed == whole)
