"""The judgement of a witness: reading a request, and deciding over it."""

import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st
from nacl.signing import SigningKey

from firebreak.core.record.adding import (
    PROOF_LINES_MAX,
    AddCheckpoint,
    Refused,
    Status,
    check_signed,
    judge,
)
from firebreak.core.record.checkpoint import Checkpoint, SignedCheckpoint, ed25519_signature
from firebreak.core.record.merkle import Tree
from tests.covering import covers

KEY = SigningKey(bytes([7]) * 32)
PUBLIC = bytes(KEY.verify_key)
OTHER = SigningKey(bytes([8]) * 32)
SIZES = st.integers(0, 40)


def tree(size: int, salt: str = "") -> Tree:
    return Tree(hashlib.sha256(f"entry {number}{salt}".encode()).digest() for number in range(size))


def checkpoint(size: int, salt: str = "", *extensions: str) -> Checkpoint:
    return Checkpoint("log.example/a", size, tree(size, salt).root(), extensions)


def asked(old: int, size: int, salt: str = "", key: SigningKey = KEY) -> AddCheckpoint:
    new = checkpoint(size, salt)
    line = ed25519_signature(new, PUBLIC, key.sign(new.text).signature)
    proof = tree(max(old, size), salt).consistency_proof(min(old, size), size)
    return AddCheckpoint(old, proof, SignedCheckpoint(new, (line,)))


@given(SIZES, SIZES)
def test_a_request_reads_back(old: int, size: int) -> None:
    request = asked(old, size)
    assert AddCheckpoint.parse(request.render()) == request


@covers("WITNESS-007")
@given(st.binary(max_size=400))
def test_any_bytes_are_a_request_or_malformed(data: bytes) -> None:
    for each in (data, b"old 1\n\n" + data, asked(0, 1).render()[: min(len(data), 150)]):
        with pytest.raises(Refused) as refused:
            AddCheckpoint.parse(each)
        assert refused.value.status is Status.MALFORMED


@covers("I27", "WITNESS-001", "WITNESS-004")
@given(SIZES, SIZES, SIZES)
def test_a_growing_log_is_cosigned_from_what_was_cosigned_last_only(held: int, old: int, size: int) -> None:
    last = checkpoint(held) if held else None
    request = asked(old, size)
    if old == held and size >= held:
        assert judge(request, last) is (size > held or last is None)
        return
    with pytest.raises(Refused) as refused:
        judge(request, last)
    expected = Status.MALFORMED if old > size else Status.CONFLICT
    assert refused.value.status is expected
    if expected is Status.CONFLICT:
        assert refused.value.answer == f"{held}\n"


@covers("I27", "WITNESS-005", "WITNESS-006")
@given(st.integers(1, 40), st.integers(0, 40))
def test_another_story_is_never_cosigned(held: int, more: int) -> None:
    with pytest.raises(Refused) as refused:
        judge(asked(held, held + more, " of another"), checkpoint(held))
    assert refused.value.status is (Status.INCONSISTENT if more else Status.CONFLICT)


@covers("WITNESS-010")
def test_the_same_size_and_root_with_other_words_is_a_conflict() -> None:
    with pytest.raises(Refused) as refused:
        judge(asked(5, 5), checkpoint(5, "", "an extension"))
    assert refused.value.status is Status.CONFLICT


@covers("WITNESS-002", "WITNESS-003")
def test_signatures_count_under_known_keys_only() -> None:
    check_signed(asked(0, 3).signed, [bytes(OTHER.verify_key), PUBLIC])
    for keys, request, status in (
        ([], asked(0, 3), Status.UNKNOWN_ORIGIN),
        ([bytes(OTHER.verify_key)], asked(0, 3), Status.NOT_SIGNED),
        ([PUBLIC], asked(0, 3, key=OTHER), Status.NOT_SIGNED),
    ):
        with pytest.raises(Refused) as refused:
            check_signed(request.signed, keys)
        assert refused.value.status is status


def test_too_many_proof_lines_are_malformed() -> None:
    request = asked(0, 3)
    request = AddCheckpoint(1, (bytes(32),) * (PROOF_LINES_MAX + 1), request.signed)
    with pytest.raises(Refused, match="too long"):
        AddCheckpoint.parse(request.render())
