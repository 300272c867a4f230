"""Keys over time in a bundle: what counted at the place of an entry, and what is said of the rest."""

import io
from dataclasses import replace
from pathlib import Path
from typing import Any

from firebreak.core.envelope.kinds import Kind
from firebreak.core.record.rooted import CardEntry, CardTaken
from firebreak.verify import Report, verify_bundle
from tests.carded import Roots
from tests.covering import covers
from tests.parties import NORTH, SOUTH, public
from tests.records import Record
from tests.verify.keeping import agreed, checked, flash, officer, renewed, revoked, rotated, taken_over
from tests.verify.second import first, second


def verify(record: Record) -> Report:
    return verify_bundle(io.BytesIO(record.bundle()))


def codes(record: Record) -> list[str]:
    return [each.code for each in verify(record).findings]


def remarks(record: Record) -> dict[str, dict[str, Any]]:
    return {each.code: dict(each.values) for each in verify(record).remarks}


@covers("BUNDLE-060", "KEYS-003", "I15")
def test_what_counted_in_its_time_gives_no_finding() -> None:
    assert codes(rotated()) == []


@covers("BUNDLE-060", "KEYS-003", "I15")
def test_an_officer_counts_neither_before_nor_after_the_card() -> None:
    early, late = Record().opened(), Record().opened()
    card = NORTH.next_card(early.cards[0], officers=(officer("Vogt"), officer("Kern")))
    early.cards.append(card)
    early.say(NORTH, Kind.CARD, CardEntry(card=card.to_bytes()))
    checked(early, "Kern")
    early.say(SOUTH, Kind.CARD_TAKEN, CardTaken(card=card.to_bytes()))
    assert codes(early) == ["officer-then"]
    renewed(late, officers=(officer("Vogt"),))
    checked(late, "Reis")
    assert codes(late) == ["officer-then"]


@covers("BUNDLE-061", "KEYS-007")
def test_a_key_that_no_card_brought_into_force_shows() -> None:
    record = Record().opened()
    before = record.cards[0]
    record.cards.append(NORTH.next_card(before, log_key=public(NORTH.key("second log"))))
    record.pens["North"].role = "second log"
    record.restart(NORTH)
    record.say(NORTH, Kind.STATUS)
    assert codes(record) == ["key-not-taken"]


@covers("CARD-024")
def test_the_next_root_keys_take_over_and_no_others_do() -> None:
    assert codes(taken_over()) == []
    record = Record().opened()
    stranger = Roots("North", "another root")
    before = record.cards[0]
    fields: dict[str, Any] = {"root_ed25519": stranger.ed25519, "root_mldsa65": stranger.mldsa65}
    record.cards.append(stranger.card(replace(before.card, **fields, serial=2, previous=before.hash)))
    assert codes(record) == ["card-refused"]


# -- release --------------------------------------------------------------------------------------


@covers("BUNDLE-062", "KEYS-041", "I14")
def test_a_flash_that_two_officers_released_is_as_agreed_and_one_that_one_did_is_not() -> None:
    good, bad = agreed(), agreed()
    for record in (good, bad):
        record.say(NORTH, Kind.STATUS)
    flash(good, "Vogt", "Reis")
    assert codes(good) == []
    flash(bad, "Vogt")
    assert codes(bad) == ["not-released"]


@covers("BUNDLE-062", "KEYS-043")
def test_before_the_agreement_nobody_had_to_release_anything() -> None:
    record = Record().opened()
    flash(record)
    assert codes(record) == []


# -- revocation -----------------------------------------------------------------------------------


@covers("BUNDLE-063", "KEYS-021", "I16")
def test_a_reader_is_told_what_is_disputed_and_what_is_void() -> None:
    record = revoked()
    assert codes(record) == []
    told = remarks(record)
    assert (told["entries-disputed"]["count"], told["entries-void"]["count"]) == (1, 1)
    record.say(NORTH, Kind.STATUS)
    assert remarks(record)["entries-void"]["count"] == 2


@covers("BUNDLE-063", "KEYS-025")
def test_a_revocation_that_its_owner_did_not_sign_shows() -> None:
    record = revoked(Roots("South"))
    assert codes(record) == ["revocation-unsigned"]
    assert "entries-void" not in remarks(record)


@covers("BUNDLE-063")
def test_nobody_can_claim_afterwards_to_have_acknowledged_more() -> None:
    assert codes(revoked(claim=True)) == ["revocation-claim"]


def test_the_second_verifier_says_the_same(tmp_path: Path) -> None:
    released = agreed()
    flash(released, "Vogt", "Reis")
    flash(released, "Vogt")
    records = [rotated(), taken_over(), revoked(), revoked(Roots("South")), revoked(claim=True), released]
    late = Record().opened()
    renewed(late, officers=(officer("Vogt"),))
    checked(late, "Reis")
    data = [each.bundle() for each in (*records, late)]
    assert second(tmp_path, data) == [first(each) for each in data]
