"""Which cards may be taken in: one test for each rule."""

from dataclasses import replace
from typing import Any

import pytest

from firebreak.core.base.errors import FirebreakError
from firebreak.core.base.instants import DAY, Instant
from firebreak.core.base.purposes import Environment
from firebreak.core.envelope.card import KEM_KEY_BYTES, Desk, Officer, SignedCard
from firebreak.core.envelope.card_import import KeyUse, check_import
from tests.core.envelope.test_points import SMALL_ORDER
from tests.covering import covers
from tests.parties import NORTH, NOW, SOUTH, Party, identity, public


def refusal(
    signed: SignedCard,
    *,
    environment: Environment = Environment.EXERCISE,
    previous: SignedCard | None = None,
    known: dict[bytes, KeyUse] | None = None,
    now: Instant = NOW,
) -> str:
    """The code with which a card is refused; empty when it is taken in."""
    try:
        check_import(
            signed,
            environment=environment,
            previous=previous,
            known_keys=OURS if known is None else known,
            now=now,
        )
    except FirebreakError as error:
        return error.code if error.hint else f"{error.code} without a hint"
    return ""


OURS = SOUTH.keys(ours=True)


@covers("CARD-010")
def test_a_good_card_is_taken_in_and_so_is_its_successor_with_the_same_keys() -> None:
    first = NORTH.signed()
    assert refusal(first) == ""
    assert refusal(NORTH.next_card(first), previous=first, known=OURS | NORTH.keys()) == ""


@covers("CARD-011", "I12")
def test_a_card_for_the_other_environment_is_refused() -> None:
    assert refusal(NORTH.signed(), environment=Environment.REAL) == "FB129"
    assert refusal(Party("North", Environment.REAL).signed()) == "FB129"


@covers("CARD-012")
def test_a_party_id_that_is_not_that_of_the_root_keys_is_refused() -> None:
    assert refusal(NORTH.signed(party=bytes(32))) == "FB135"


@covers("CARD-012")
def test_a_card_of_another_party_does_not_follow() -> None:
    other = Party("North", salt="other").signed(serial=2)
    assert refusal(other, previous=NORTH.signed()) == "FB135"


@covers("CARD-013")
def test_a_signature_that_does_not_hold_is_refused() -> None:
    assert refusal(replace(NORTH.signed(), signature_mldsa65=bytes(3309))) == "FB126"


@covers("CARD-014", "I24")
@pytest.mark.parametrize("serial", [1, 2, 3])
def test_a_serial_that_is_not_higher_is_refused(serial: int) -> None:
    held = NORTH.signed(serial=3)
    assert refusal(NORTH.signed(serial=serial, previous=held.hash), previous=held) == "FB127"


@covers("CARD-015")
def test_a_card_that_does_not_name_the_one_before_is_refused() -> None:
    first = NORTH.signed()
    assert refusal(NORTH.next_card(first, previous=bytes([1]) * 32), previous=first) == "FB128"
    assert refusal(NORTH.signed(previous=bytes([1]) * 32)) == "FB128"


@covers("CARD-016")
@pytest.mark.parametrize(
    ("role", "value"),
    [
        ("log_key", public(SOUTH.key("log"))),
        ("checkpoint_key", SOUTH.card().checkpoint_key),
        ("kem_key", NORTH.card().kem_key[:1184] + SOUTH.card().kem_key[1184:]),
        ("officers", (Officer(name="Vogt", key=public(SOUTH.key("Vogt"))),)),
    ],
)
def test_a_key_of_our_own_is_a_reflection(role: str, value: Any) -> None:
    assert refusal(NORTH.signed(**{role: value})) == "FB131"


@covers("CARD-016")
def test_our_own_card_is_a_reflection() -> None:
    assert refusal(SOUTH.signed()) == "FB131"


@covers("CARD-017", "I12")
@pytest.mark.parametrize(
    "use",
    [
        {"party": bytes(32)},
        {"environment": Environment.REAL},
        {"role": "officer"},
    ],
)
def test_a_key_of_another_party_role_or_environment_is_refused(use: dict[str, Any]) -> None:
    known = {key: used._replace(**use) for key, used in NORTH.keys().items() if used.role == "log"}
    assert refusal(NORTH.signed(), known=known) == "FB130"


@covers("CARD-017")
def test_a_key_used_twice_inside_the_card_is_refused() -> None:
    assert refusal(NORTH.signed(log_key=NORTH.card().root_ed25519)) == "FB130"
    vogt = NORTH.card().officers[0]
    assert refusal(NORTH.signed(officers=(vogt, replace(vogt, name="Reis")))) == "FB130"


@covers("CARD-018")
@pytest.mark.parametrize("point", SMALL_ORDER)
def test_a_weak_point_is_refused_wherever_it_stands(point: str) -> None:
    weak = bytes.fromhex(point)
    assert refusal(NORTH.signed(log_key=weak))
    assert refusal(NORTH.signed(officers=(Officer(name="Vogt", key=weak),)))


@covers("CARD-019")
@pytest.mark.parametrize(
    "bad",
    [
        b"\xff\xff\xff" + NORTH.card().kem_key[3:],
        NORTH.card().kem_key[:1184] + bytes(32),
        NORTH.card().kem_key[:1184] + b"\x01" + bytes(31),
        NORTH.card().kem_key[:1184] + b"\xee" + b"\xff" * 30 + b"\x7f",
        NORTH.card().kem_key[:1184] + b"\x09" + bytes(30) + b"\x80",
    ],
)
def test_a_malformed_kem_key_is_refused(bad: bytes) -> None:
    assert len(bad) == KEM_KEY_BYTES
    assert refusal(NORTH.signed(kem_key=bad)) == "FB132"


@covers("CARD-020")
def test_a_certificate_must_be_readable_and_have_the_hash_that_is_named() -> None:
    assert refusal(NORTH.signed(certificate=identity("stranger").certificate)) == "FB132"
    junk = b"0\x03\x02\x01\x01"
    assert (
        refusal(NORTH.signed(certificate=junk, certificate_hash=__import__("hashlib").sha256(junk).digest()))
        == "FB132"
    )


@covers("CARD-021")
def test_a_card_before_or_after_its_time_is_refused() -> None:
    card = NORTH.signed()
    assert refusal(card, now=Instant(card.card.valid_until)) == "FB134"
    assert refusal(card, now=Instant(card.card.valid_from - 1)) == "FB134"
    assert refusal(NORTH.signed(valid_until=NORTH.card().valid_from)) == "FB134"
    assert refusal(card, now=Instant(card.card.valid_until - DAY)) == ""


@covers("CARD-022", "I24")
def test_a_card_without_a_version_that_we_speak_is_refused() -> None:
    assert refusal(NORTH.signed(version_min=2, version_max=3)) == "FB134"
    assert refusal(NORTH.signed(version_min=1, version_max=3)) == ""


@covers("CARD-023")
def test_two_desks_or_officers_of_one_name_are_refused() -> None:
    assert refusal(NORTH.signed(desks=(Desk(name="duty"), Desk(name="duty", level="chief")))) == "FB125"
    vogt = NORTH.card().officers[0]
    assert refusal(NORTH.signed(officers=(vogt, replace(NORTH.card().officers[1], name="Vogt")))) == "FB125"
