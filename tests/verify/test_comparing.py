"""The bundles of both sides agree where both speak (I26)."""

import io
import json
from dataclasses import replace

from firebreak.catalogue import speaking
from firebreak.core.envelope.entry import Entry
from firebreak.core.envelope.kinds import Kind
from firebreak.verify import Comparison, Report, compare, verify_bundle
from tests.covering import covers
from tests.parties import NORTH, SOUTH, Party
from tests.records import Record, a_lively_record, body_of
from tests.verify.bending import opened


def verify(record: Record, entries: list[Entry] | None = None) -> Report:
    return verify_bundle(io.BytesIO(record.bundle(entries)))


def codes(comparison: Comparison) -> list[str]:
    return [each.code for each in comparison.findings]


@covers("BUNDLE-041", "I26")
def test_both_sides_agree_although_one_has_newer_entries_and_another_order() -> None:
    record = a_lively_record()
    newer = verify(record)
    older = verify(record, [*record.entries[1::-1], *record.entries[2:10]])
    comparison = compare(older, newer)
    assert comparison.ok
    assert (comparison.common, comparison.only_first, comparison.only_second) == (10, 0, 4)
    assert json.loads(json.dumps(comparison.to_json(speaking("verify"))))["ok"] is True


@covers("BUNDLE-041", "I3")
def test_two_signed_versions_show_when_each_side_holds_one() -> None:
    record = opened()
    other = record.sign(NORTH, Kind.MESSAGE, body_of(k1="come"))
    entry = record.say(NORTH, Kind.MESSAGE, body_of(k1="stay away"))
    first = verify(record)
    second = verify(record, [other if each is entry else each for each in record.entries])
    assert first.ok
    assert second.ok
    comparison = compare(first, second)
    assert codes(comparison) == ["two-versions"]
    assert comparison.findings[0].entry == str(entry.ref)


@covers("BUNDLE-041")
def test_an_entry_that_one_side_left_out_shows_in_the_common_range() -> None:
    record = opened()
    entry = record.say(NORTH, Kind.STATUS)
    record.say(NORTH, Kind.STATUS)
    without = [each for each in record.entries if each is not entry]
    assert codes(compare(verify(record), verify(record, without))) == ["only-first"]
    assert codes(compare(verify(record, without), verify(record))) == ["only-second"]


@covers("BUNDLE-041")
def test_a_forged_entry_of_one_side_is_no_second_version() -> None:
    record = opened()
    entry = record.say(NORTH, Kind.STATUS)
    forged = [replace(each, signature=bytes(64)) if each is entry else each for each in record.entries]
    assert compare(verify(record), verify(record, forged)).ok


@covers("BUNDLE-041")
def test_different_lines_are_not_compared() -> None:
    other = Record(NORTH, Party("South", salt="another")).opened()
    assert codes(compare(verify(opened()), verify(other))) == ["other-line"]


@covers("BUNDLE-041", "I24")
def test_two_cards_of_one_serial_show() -> None:
    one, other = opened(), opened()
    one.cards.append(SOUTH.next_card(one.cards[1]))
    other.cards.append(SOUTH.next_card(other.cards[1], paths=("127.0.0.1:7402",)))
    assert codes(compare(verify(one), verify(other))) == ["two-cards"]


@covers("BUNDLE-041")
def test_a_card_that_nobody_signed_is_no_second_card() -> None:
    one, other = opened(), opened()
    one.cards.append(SOUTH.next_card(one.cards[1]))
    forged = SOUTH.next_card(other.cards[1], paths=("127.0.0.1:7402",))
    other.cards.append(replace(forged, signature_ed25519=bytes(64)))
    assert codes(compare(verify(one), verify(other))) == []
