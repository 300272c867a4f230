"""Keys over time in a bundle: what counted at the place of an entry, and what is said of the rest."""

import io
from dataclasses import replace
from pathlib import Path
from typing import Any

from firebreak.core.base.purposes import REVOKE
from firebreak.core.envelope.card import Officer, Power, SignedCard
from firebreak.core.envelope.entry import Entry
from firebreak.core.envelope.kinds import Kind, Precedence
from firebreak.core.envelope.officer import Action
from firebreak.core.line.agreement import Agreement, LineAgree
from firebreak.core.linecheck.bodies import CheckPerson
from firebreak.core.message.bodies import Message
from firebreak.core.record.bodies import Named, Run
from firebreak.core.record.rooted import CardEntry, CardTaken, Revocation, Revoke, RevokeTaken
from firebreak.verify import Report, verify_bundle
from tests.carded import Roots
from tests.covering import covers
from tests.parties import NORTH, SOUTH, public
from tests.records import Record
from tests.verify.second import first, second

POWERS = (Power.DUTY, Power.PAIR, Power.RELEASE)


def verify(record: Record) -> Report:
    return verify_bundle(io.BytesIO(record.bundle()))


def codes(record: Record) -> list[str]:
    return [each.code for each in verify(record).findings]


def remarks(record: Record) -> dict[str, dict[str, Any]]:
    return {each.code: dict(each.values) for each in verify(record).remarks}


def officer(name: str, *powers: Power) -> Officer:
    return Officer(name=name, key=public(NORTH.key(name)), powers=powers or POWERS)


def renewed(record: Record, **changes: Any) -> SignedCard:
    """North publishes its next card and South takes it in."""
    before = [each for each in record.cards if each.card.party == record.party_id(NORTH)][-1]
    card = NORTH.next_card(before, **changes)
    record.cards.append(card)
    record.say(NORTH, Kind.CARD, CardEntry(card=card.to_bytes()))
    record.say(SOUTH, Kind.CARD_TAKEN, CardTaken(card=card.to_bytes()))
    return card


def checked(record: Record, name: str, **changes: Any) -> Entry:
    body = record.stated(NORTH, CheckPerson(desk="duty"), officer=name)
    return record.say(NORTH, Kind.CHECK_PERSON, body, **changes)


def rotated() -> Record:
    """A new roster, then a new log key, each from its place on."""
    record = Record().opened()
    checked(record, "Reis")
    renewed(record, officers=(officer("Vogt"), officer("Kern")))
    checked(record, "Kern")
    renewed(record, officers=(officer("Kern"),), log_key=public(NORTH.key("second log")))
    record.pens["North"].role = "second log"
    record.restart(NORTH)
    checked(record, "Kern")
    return record


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


def taken_over() -> Record:
    """North's next root keys have signed its second card."""
    record, following = Record().opened(), Roots("North", "next root")
    before = record.cards[0]
    fields: dict[str, Any] = {"root_ed25519": following.ed25519, "root_mldsa65": following.mldsa65}
    fields |= {"next_root": b"\x09" * 32, "serial": 2, "previous": before.hash}
    card = following.card(replace(before.card, **fields))
    record.cards.append(card)
    record.say(NORTH, Kind.CARD, CardEntry(card=card.to_bytes()))
    record.say(SOUTH, Kind.CARD_TAKEN, CardTaken(card=card.to_bytes()))
    return record


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


def agreed() -> Record:
    """Both sides have agreed that two officers release a flash; North's have the power to."""
    officers = (officer("Vogt"), officer("Reis"))
    record = Record(cards=[NORTH.signed(officers=officers), SOUTH.signed()]).opened()
    body = LineAgree(agreement=Agreement(two_person=(int(Kind.MESSAGE),)))
    for party in (NORTH, SOUTH):
        said = record.statement(party, Action.COMPARE, body.detail())
        record.say(party, Kind.LINE_AGREE, replace(body, statements=(said,)))
    return record


def flash(record: Record, *names: str) -> None:
    body = Message(to=("duty",), from_desk="duty", text="rockets on the harbour")
    said = tuple(record.statement(NORTH, Action.RELEASE, body.detail(), officer=each) for each in names)
    record.say(NORTH, Kind.MESSAGE, replace(body, release=said), precedence=Precedence.FLASH)


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


def revoked(roots: Roots | None = None, *, claim: bool = False) -> Record:
    """North revokes its key after one good entry; South had acknowledged one more and not the last."""
    record = Record().opened()
    good = record.say(NORTH, Kind.STATUS)
    later = record.say(NORTH, Kind.STATUS)
    record.say(SOUTH, Kind.STATUS)
    void = record.say(NORTH, Kind.STATUS)
    said = Revocation(
        environment=NORTH.environment,
        line=record.head.line,
        party=record.party_id(NORTH),
        key=public(NORTH.key("log")),
        last_good=named(good),
        time=record.now,
    )
    rooted = (roots or Roots("North")).rooted(REVOKE, said.to_bytes())
    body = Revoke(revocation=rooted)
    record.say(NORTH, Kind.REVOKE, body)
    last = void if claim else later
    run = Run(segment=last.ref.segment, first=later.ref.seq, last=last.ref.seq, last_hash=last.hash)
    record.say(SOUTH, Kind.REVOKE_TAKEN, RevokeTaken(revocation=rooted, acknowledged=(run,)))
    return record


def named(entry: Entry) -> Named:
    return Named(segment=entry.ref.segment, seq=entry.ref.seq, hash=entry.hash)


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
