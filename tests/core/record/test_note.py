"""Signed notes: the outer form of every checkpoint."""

import base64

import pytest

from firebreak.core.base.errors import CounterpartError
from firebreak.core.envelope.verifying import verify_ed25519
from firebreak.core.record.note import (
    ED25519,
    KEY_NAME_BYTES_MAX,
    MLDSA65,
    NOTE_BYTES_MAX,
    SIGNATURE_BYTES_MAX,
    SIGNATURES_MAX,
    Note,
    NoteSignature,
    key_hash,
    parse_note,
)
from tests.covering import covers

# The example that the documentation of the first implementation of notes has carried since 2019.
FIRST_NOTE = """\
If you think cryptography is the answer to your problem,
then you don't know what your problem is.

— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=
"""


@covers("CHECKPOINT-010", "CHECKPOINT-012")
def test_the_first_note_ever_documented_verifies() -> None:
    note = parse_note(FIRST_NOTE.encode())
    key = base64.b64decode("ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW")
    assert (key[:1], key_hash("PeterNeumann", ED25519, key[1:]).hex()) == (ED25519, "c74f20a3")
    signature = note.under("PeterNeumann", bytes.fromhex("c74f20a3"))
    assert signature is not None
    assert verify_ed25519(key[1:], signature, note.text)
    assert note.render() == FIRST_NOTE.encode()


@covers("CHECKPOINT-010")
@pytest.mark.parametrize(
    "verifier_key",
    [
        "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
        "remora.n621.de+da77ade7+BOvN63jn/bLvkieywe8R6UYAtVtNbZpXh34x7onlmtw2",
    ],
)
def test_key_hashes_are_those_that_others_publish(verifier_key: str) -> None:
    name, published, key = verifier_key.split("+", 2)
    algorithm, public = base64.b64decode(key)[:1], base64.b64decode(key)[1:]
    assert key_hash(name, algorithm, public).hex() == published


@covers("CHECKPOINT-014")
def test_one_key_has_another_hash_under_another_algorithm() -> None:
    assert key_hash("n", ED25519, b"k") != key_hash("n", MLDSA65, b"k")
    assert MLDSA65 == b"\xff" + b"firebreak-mldsa65"


def test_a_text_with_empty_lines_ends_at_the_last_one() -> None:
    note = Note(b"one\n\ntwo\n", (NoteSignature("w.example", b"1234", b"5"),))
    assert parse_note(note.render()) == note


@covers("CHECKPOINT-015")
def test_each_bound_holds_at_its_last_value_and_refuses_the_next() -> None:
    def note(**change: int) -> bytes:
        sizes = {"lines": 1, "name": 9, "signature": 64} | change
        name, signature = "n" * sizes["name"], bytes(sizes["signature"])
        lines = (NoteSignature(name, number.to_bytes(4), signature) for number in range(sizes["lines"]))
        return Note(b"text\n", tuple(lines)).render()

    bounds = {"lines": SIGNATURES_MAX, "name": KEY_NAME_BYTES_MAX, "signature": SIGNATURE_BYTES_MAX}
    largest = note(**bounds)
    assert parse_note(largest).render() == largest
    for bound, value in bounds.items():
        with pytest.raises(CounterpartError) as caught:
            parse_note(note(**{bound: value + 1}))
        assert caught.value.code == "FB148"
    with pytest.raises(CounterpartError, match="more than"):
        parse_note(b"x" * (NOTE_BYTES_MAX + 1))
