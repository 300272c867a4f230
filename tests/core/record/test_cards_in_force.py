"""What is handed out as the cards of a line: those in force, whatever else a counterpart wrote down."""

from dataclasses import replace

import pytest

from firebreak.core.base.errors import LocalError
from firebreak.core.envelope.card import SignedCard
from firebreak.core.envelope.kinds import Kind
from firebreak.core.record.cards_in_force import cards_for, cards_in_force
from firebreak.core.record.rooted import CardEntry, CardTaken
from tests.covering import covers
from tests.parties import NORTH, SOUTH
from tests.records import Record
from tests.verify.test_tenure import rotated, taken_over


def serials(record: Record, compared: list[SignedCard]) -> list[tuple[str, int]]:
    return sorted((each.card.name, each.card.serial) for each in cards_in_force(compared, record.entries))


@covers("BUNDLE-008")
def test_a_card_that_was_taken_in_is_handed_out() -> None:
    record = Record().opened()
    compared = record.cards[:]
    card = NORTH.next_card(record.cards[0])
    record.say(NORTH, Kind.CARD, CardEntry(card=card.to_bytes()))
    assert serials(record, compared) == [("North", 1), ("South", 1)]
    record.say(SOUTH, Kind.CARD_TAKEN, CardTaken(card=card.to_bytes()))
    assert serials(record, compared) == [("North", 1), ("North", 2), ("South", 1)]


@covers("BUNDLE-008")
def test_a_card_in_our_name_that_we_did_not_sign_is_not_handed_out() -> None:
    record = Record().opened()
    forged = replace(NORTH.card(), name="Somebody else", serial=2, previous=record.cards[0].hash)
    signed = SignedCard(forged, forged.to_bytes(), bytes(64), bytes(3_309))
    for kind, body in ((Kind.CARD, CardEntry), (Kind.CARD_TAKEN, CardTaken)):
        record.say(SOUTH, kind, body(card=signed.to_bytes()))
    assert serials(record, record.cards) == [("North", 1), ("South", 1)]


def test_the_card_for_a_proof_is_the_one_of_the_time() -> None:
    record = rotated()
    early, late = record.pens["North"].written[0], record.pens["North"].written[-1]
    assert [each.card.serial for each in cards_for(early, record.cards)] == [2]
    assert [each.card.serial for each in cards_for(late, record.cards)] == [3]
    early_only = [each for each in record.cards if each.card.serial == 1]
    with pytest.raises(LocalError):
        cards_for(late, early_only)


def test_after_a_takeover_the_cards_before_it_go_along() -> None:
    record = taken_over()
    entry = record.say(NORTH, Kind.STATUS)
    assert [each.card.serial for each in cards_for(entry, record.cards)] == [2, 1]
