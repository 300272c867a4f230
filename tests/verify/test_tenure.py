"""Keys over time in a bundle: what counted at the place of an entry, and what is said of the rest."""

import io
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from firebreak.core.envelope.kinds import Kind
from firebreak.core.notice.bodies import Notice
from firebreak.core.record.choice import Choice, choose
from firebreak.core.record.rooted import CardEntry, CardTaken
from firebreak.verify import Report, compare, verify_bundle
from firebreak.verify.wording import FINDINGS
from tests.carded import Roots
from tests.covering import covers
from tests.parties import NORTH, SOUTH, public
from tests.records import Record
from tests.verify.keeping import (
    agreed,
    checked,
    claiming_everything,
    flash,
    flash_notice,
    in_a_ring,
    of_kind,
    officer,
    renewed,
    revoked,
    revoked_by_the_thief,
    rotated,
    taken_over,
)
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


@covers("BUNDLE-062", "KEYS-041", "KEYS-044", "I14")
def test_whoever_issues_a_flash_notice_is_one_of_the_two() -> None:
    good, alone, routine = agreed(), agreed(), agreed()
    for record in (good, alone, routine):
        record.say(NORTH, Kind.STATUS)
    flash_notice(good, "Vogt", "Reis")
    assert codes(good) == []
    flash_notice(alone, "Vogt")
    assert codes(alone) == ["not-released"]
    body = Notice(from_desk="duty", to=("duty",), code="DF0")
    routine.say(NORTH, Kind.NOTICE, routine.stated(NORTH, body, officer="Vogt"))
    assert codes(routine) == []


@covers("BUNDLE-043", "KEYS-044")
def test_a_release_of_a_notice_stands_in_one_entry_only() -> None:
    record = agreed()
    record.say(NORTH, Kind.STATUS)
    flash_notice(record, "Vogt", "Reis")
    (sent,) = of_kind(record, Kind.NOTICE)
    assert sent.body is not None
    record.say(NORTH, Kind.NOTICE, sent.body)
    assert set(codes(record)) == {"statement-reused"}


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


@covers("BUNDLE-063", "KEYS-021")
def test_what_was_claimed_falsely_stays_void() -> None:
    told = remarks(claiming_everything())
    assert told["entries-void"]["count"] == 2
    assert "entries-disputed" not in told
    assert "entries-void" not in remarks(revoked_by_the_thief())


@covers("BUNDLE-065")
def test_two_segments_that_name_each_other_as_their_beginning_end_the_search() -> None:
    assert codes(in_a_ring()) == ["chain"]


@covers("BUNDLE-066")
def test_what_the_other_side_never_took_in_is_told() -> None:
    record = Record().opened()
    card = NORTH.next_card(record.cards[0], officers=(officer("Kern"),))
    record.cards.append(card)
    record.say(NORTH, Kind.CARD, CardEntry(card=card.to_bytes()))
    assert remarks(record)["card-unanswered"] == {"writer": "North", "other": "South"}
    record.say(SOUTH, Kind.CARD_TAKEN, CardTaken(card=card.to_bytes()))
    assert "card-unanswered" not in remarks(record)
    assert remarks(revoked(taken=False))["revocation-unanswered"] == {"writer": "North", "other": "South"}
    assert "revocation-unanswered" not in remarks(revoked())


# -- what the file does not show ------------------------------------------------------------------


@covers("BUNDLE-064")
def test_who_leaves_a_card_out_accuses_nobody() -> None:
    record = rotated()
    record.cards.pop()
    found = set(codes(record))
    assert {"card-needed", "unknown-key"} <= found
    assert {FINDINGS[each] for each in found} == {"missing", "cards"}


@covers("BUNDLE-064", "BUNDLE-007")
@pytest.mark.parametrize("made", [rotated, revoked, taken_over, agreed])
def test_no_chosen_part_accuses_anybody(made: Callable[[], Record]) -> None:
    record = made()
    instants = [each.header.time.lo for each in record.entries]
    for begin in instants[::2]:
        for end in (begin, instants[-1]):
            assert codes(part(made(), begin, end)) == []


def part(record: Record, first: int, last: int) -> Record:
    choice = Choice(first=first, last=last)
    record.entries = list(choose(choice, record.entries).entries(record.entries))
    record.changes = {"selection": choice.selection}
    return record


@covers("BUNDLE-068", "BUNDLE-007")
def test_a_part_names_what_could_not_be_judged() -> None:
    record = rotated()
    record.say(SOUTH, Kind.STATUS)
    last = checked(record, "Kern").header.time
    said = {each.code for each in verify(part(record, last.lo, last.hi)).not_proven}
    assert {"part-keys", "part-officers"} <= said
    whole = {each.code for each in verify(rotated()).not_proven}
    assert not {each for each in whole if each.startswith("part-")}


@covers("BUNDLE-067")
def test_a_part_keeps_what_decides_from_before_its_beginning() -> None:
    record = revoked()
    taken = record.entries[-1]
    record.say(SOUTH, Kind.STATUS)
    last = record.say(NORTH, Kind.STATUS)
    kept = part(record, last.header.time.lo, last.header.time.hi)
    assert kept.entries == [taken, last]
    assert remarks(kept)["entries-void"]["count"] == 1
    assert codes(kept) == []


@covers("BUNDLE-067", "BUNDLE-007")
def test_a_hole_in_what_a_part_keeps_is_none_but_one_inside_the_part_is() -> None:
    record = rotated()
    for _ in range(4):
        record.say(SOUTH, Kind.STATUS)
    first, last = record.entries[-3].header.time.lo, record.entries[-1].header.time.hi
    kept = part(record, first, last)
    assert codes(kept) == []
    assert codes(replace(kept, entries=[each for each in kept.entries if each is not kept.entries[-2]])) == [
        "gap"
    ]


@covers("BUNDLE-041")
def test_a_part_and_the_whole_record_agree() -> None:
    record = rotated()
    for _ in range(4):
        record.say(SOUTH, Kind.STATUS)
    whole = verify(record)
    kept = part(record, record.entries[-2].header.time.lo, record.entries[-1].header.time.hi)
    assert compare(whole, verify(kept)).ok


def test_the_second_verifier_says_the_same(tmp_path: Path) -> None:
    parts: list[Record] = []
    for made in (rotated, revoked, agreed, taken_over):
        instants = [each.header.time.lo for each in made().entries]
        parts += [part(made(), first, instants[-1]) for first in instants[::3]]
    parts += [in_a_ring(), revoked(taken=False)]
    dropped = rotated()
    dropped.cards.pop()
    parts.append(dropped)
    released = agreed()
    flash(released, "Vogt", "Reis")
    flash(released, "Vogt")
    records = [rotated(), taken_over(), revoked(), revoked(Roots("South")), revoked(claim=True), released]
    late = Record().opened()
    renewed(late, officers=(officer("Vogt"),))
    checked(late, "Reis")
    data = [each.bundle() for each in (*records, *parts, late)]
    assert second(tmp_path, data) == [first(each) for each in data]
