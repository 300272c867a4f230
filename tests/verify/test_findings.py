"""Each rule broken once gives exactly the finding that names it, and an unbroken record gives none."""

import io
from dataclasses import replace

import pytest

from firebreak.catalogue import speaking
from firebreak.core.envelope.header import Span
from firebreak.core.envelope.kinds import Kind
from firebreak.core.envelope.officer import StatedBody
from firebreak.core.line.registry import BODIES
from firebreak.core.phrase.wording import LANGUAGES
from firebreak.core.record.bodies import Equivocation
from firebreak.core.record.bundle import withhold
from firebreak.core.record.rooted import CardEntry, CardTaken
from firebreak.verify import Report, verify_bundle
from firebreak.verify.statements import ACTIONS, ALLOWED, SECOND_STATEMENTS, find
from firebreak.verify.wording import FINDINGS, said
from tests.covering import covers
from tests.parties import NORTH, NOW, SOUTH
from tests.records import Record, a_lively_record, named
from tests.verify.bending import BENDS, Bend, opened, restored

COMPARING = {"other-line", "two-cards", "two-versions", "only-first", "only-second", "more"}
"Findings that two bundles give, or many of a sort; tried in `test_comparing` and `test_report`."


OF_OTHERS = {
    "stamp-unreadable", "stamp-origin", "stamp-signature", "stamp-cosignature", "stamp-tree", "inclusion",
    "attest-unreadable", "attest-signature",
}  # fmt: skip
"Findings about stamps, statements and single entries: `test_stamps`, `test_silences`, `test_proofs`."

OVER_TIME = {"key-not-taken", "officer-then", "not-released", "revocation-unsigned", "revocation-claim"}
"Findings about keys over time; tried in `test_tenure`."


def verify(record: Record) -> Report:
    return verify_bundle(io.BytesIO(record.bundle()))


def codes(report: Report) -> list[str]:
    return [each.code for each in report.findings]


def texts(report: Report, language: str = "en") -> list[str]:
    return [said(speaking("verify", language), "finding", each) for each in report.findings]


def remarks(report: Report) -> list[str]:
    return [each.code for each in report.remarks]


@covers("BUNDLE-020", "I26")
def test_a_record_in_order_has_no_findings() -> None:
    report = verify(a_lively_record())
    assert report.ok
    assert codes(report) == []
    assert remarks(report) == ["exercise"]
    assert len(report.proven) == 7


@covers("BUNDLE-021", "BUNDLE-022", "BUNDLE-023", "BUNDLE-024", "BUNDLE-025", "BUNDLE-026", "BUNDLE-027")
@covers("BUNDLE-028", "BUNDLE-029", "BUNDLE-030", "BUNDLE-031", "BUNDLE-032", "BUNDLE-033", "BUNDLE-034")
@covers("BUNDLE-035", "BUNDLE-036", "BUNDLE-037", "BUNDLE-038", "BUNDLE-039", "BUNDLE-006", "BUNDLE-008")
@covers("BUNDLE-009", "BUNDLE-040", "BUNDLE-042", "BUNDLE-043", "BUNDLE-069", "SOUND-007")
@covers("I2", "I7", "I8", "I12", "I15")
@pytest.mark.parametrize(("code", "bend"), [each[1:] for each in BENDS], ids=[each[0] for each in BENDS])
def test_a_broken_rule_gives_exactly_its_finding(code: str, bend: Bend) -> None:
    report = verify(bend())
    assert codes(report) == code.split()
    assert not report.ok
    for language in LANGUAGES:
        for text in texts(report, language):
            assert text.endswith(".")
            assert "{" not in text


def test_every_finding_is_given_by_some_broken_record() -> None:
    assert {code.split()[0] for _, code, _ in BENDS} | COMPARING | OF_OTHERS | OVER_TIME == set(FINDINGS)


def test_every_kind_that_needs_an_officer_is_known_to_the_verifier() -> None:
    stated = {kind: body for kind, body in BODIES.items() if issubclass(body, StatedBody)}
    known = {**ACTIONS, **ALLOWED}
    assert {kind: body.ACTION for kind, body in stated.items()} == {
        kind: action for kind, action in known.items() if kind not in (Kind.LINE_OPEN, Kind.LINE_AGREE)
    }
    assert {kind for kind, body in stated.items() if body.NODE_MAY} == set(ALLOWED) - {Kind.LINE_AGREE}
    assert set(SECOND_STATEMENTS) <= set(stated)


def test_what_is_no_statement_is_not_taken_for_one() -> None:
    entry = named(opened().entries[0])
    assert find(Kind.PROOF_EQUIVOCATION, Equivocation(first=entry, second=entry).to_map()) == []
    assert find(Kind.MESSAGE, {1: "text"}) == []
    assert find(Kind.MESSAGE, {1: [{}, 1, "text"]}) == []


# -- what is unusual and in order -----------------------------------------------------------------


@covers("BUNDLE-030", "BUNDLE-038")
def test_lost_entries_that_were_adopted_are_worth_a_remark_and_checkpoints_go_on() -> None:
    record, lost = restored()
    record.adopt(NORTH, lost)
    record.checkpoint(NORTH)
    record.say(SOUTH, Kind.STATUS)
    report = verify(record)
    assert codes(report) == []
    assert remarks(report) == ["exercise", "restored"]
    assert dict(report.remarks[1].values)["count"] == 2


@covers("BUNDLE-038")
def test_a_second_restore_begins_a_third_tree() -> None:
    record, lost = restored()
    record.adopt(NORTH, lost)
    record.checkpoint(NORTH)
    again = [record.say(NORTH, Kind.STATUS), record.checkpoint(NORTH)]
    record.restart(NORTH, behind=2)
    record.adopt(NORTH, again)
    record.checkpoint(NORTH)
    record.restart(NORTH)
    record.checkpoint(NORTH)
    assert codes(verify(record)) == []


@covers("BUNDLE-033")
def test_seen_may_go_from_one_branch_to_another() -> None:
    record, lost = restored()
    record.say(SOUTH, Kind.STATUS, seen=lost[-1].ref)
    record.say(SOUTH, Kind.STATUS, seen=record.pens["North"].written[-1].ref)
    record.say(SOUTH, Kind.STATUS, seen=lost[-1].ref)
    record.adopt(NORTH, lost)
    assert codes(verify(record)) == []


@covers("BUNDLE-029")
def test_both_versions_of_a_number_are_named_in_the_finding() -> None:
    _, _, bend = next(each for each in BENDS if each[1] == "equivocation")
    record = bend()
    report = verify(record)
    (finding,), (text,) = report.findings, texts(report)
    versions = [each for each in record.entries if str(each.ref) == finding.entry]
    assert len(versions) == 2
    assert all(each.hash.hex()[:16] in text for each in versions)


@covers("BUNDLE-029")
def test_nobody_is_accused_by_a_version_that_was_not_signed() -> None:
    record = opened()
    forged = record.sign(NORTH, Kind.MESSAGE)
    record.say(NORTH, Kind.STATUS)
    record.entries.insert(0, replace(forged, signature=bytes(64)))
    assert codes(verify(record)) == ["signature"]


@covers("BUNDLE-035")
def test_a_founded_accusation_is_no_second_finding() -> None:
    record = opened()
    one = record.sign(NORTH, Kind.MESSAGE)
    other = record.say(NORTH, Kind.STATUS)
    record.entries.append(one)
    record.say(SOUTH, Kind.PROOF_EQUIVOCATION, Equivocation(first=named(one), second=named(other)))
    assert codes(verify(record)) == ["equivocation"]


def test_entries_may_stand_in_the_file_in_any_order() -> None:
    record = a_lively_record()
    assert codes(verify_bundle(io.BytesIO(record.bundle(record.entries[:4] + record.entries[:3:-1])))) == []


@covers("BUNDLE-011", "I25")
def test_a_bundle_without_bodies_proves_everything_but_what_was_said() -> None:
    record = a_lively_record()
    report = verify_bundle(io.BytesIO(record.bundle(withhold(record.entries))))
    assert codes(report) == []
    assert remarks(report) == ["exercise", "bodies-withheld"]
    assert dict(report.remarks[1].values) == {"count": 5, "entries": 14}
    bare = verify_bundle(io.BytesIO(record.bundle(withhold(record.entries, frozenset()))))
    assert codes(bare) == []
    assert "opened" not in [each.code for each in bare.proven]


@covers("BUNDLE-007")
def test_a_part_of_the_record_is_checked_as_far_as_it_goes() -> None:
    record = a_lively_record()
    record.changes = {"selection": (NOW + 5_000, NOW + 60_000)}
    report = verify_bundle(io.BytesIO(record.bundle(record.entries[4:])))
    assert codes(report) == []
    assert set(remarks(report)) == {"exercise", "selection", "not-traced", "checkpoints-not-rebuilt"}


@covers("BUNDLE-007")
def test_a_hole_inside_a_part_is_still_a_hole() -> None:
    record = a_lively_record()
    record.changes = {"selection": (NOW + 5_000, NOW + 60_000)}
    part = record.entries[4:]
    part.remove(next(each for each in part if each.header.kind == Kind.RECEIPT_READ))
    assert codes(verify_bundle(io.BytesIO(record.bundle(part)))) == ["gap"]


def test_a_clock_set_back_between_two_starts_is_a_remark() -> None:
    record = opened()
    record.say(NORTH, Kind.STATUS)
    record.now -= 30_000
    record.restart(NORTH)
    record.now += 60_000
    assert remarks(verify(record)) == ["exercise", "clocks-apart", "clock-set-back"]


def test_clocks_that_are_far_apart_are_a_remark() -> None:
    record = opened()
    record.say(SOUTH, Kind.STATUS, time=Span(NOW + 90_000, NOW + 90_001))
    record.say(NORTH, Kind.STATUS)
    report = verify(record)
    assert remarks(report) == ["exercise", "clocks-apart"]
    assert codes(report) == []


def test_an_unknown_kind_is_a_remark_and_its_body_is_not_looked_into() -> None:
    record = opened()
    record.say(NORTH, 4_000, b"\xff not even CBOR")
    report = verify(record)
    assert codes(report) == []
    assert "kinds-unknown" in remarks(report)


@covers("BUNDLE-022")
def test_a_new_card_with_a_new_key_is_followed() -> None:
    record = opened()
    second = NORTH.next_card(record.cards[0], log_key=NORTH.key("second log").public_key().public_bytes_raw())
    record.cards.append(second)
    record.say(NORTH, Kind.CARD, CardEntry(card=second.to_bytes()))
    record.say(SOUTH, Kind.CARD_TAKEN, CardTaken(card=second.to_bytes()))
    record.pens["North"].role = "second log"
    record.say(NORTH, Kind.STATUS)
    record.say(SOUTH, Kind.STATUS)
    report = verify(record)
    assert codes(report) == []
    assert [serial for serial, _ in report.parties[1].cards] == [1, 2]


@covers("BUNDLE-040")
def test_a_card_that_its_party_did_not_sign_gives_it_neither_a_name_nor_a_key() -> None:
    bend = next(bend for name, _, bend in BENDS if name == "a_next_card_that_its_party_did_not_sign")
    record = bend()
    record.pens["North"].role = "thief"
    report = verify(record)
    assert [(each.name, [serial for serial, _ in each.cards]) for each in report.parties] == [
        ("South", [1]),
        ("North", [1]),
    ]
    assert dict(report.findings[0].values)["party"] == "North"
    assert [each.code for each in report.proven][:2] == ["opened", "signed"]
    assert all(each.card.name != "Somebody else" for key in report.cards.keys.values() for each in key.cards)


@covers("BUNDLE-043")
def test_an_opening_may_be_said_again() -> None:
    record = opened()
    opening = record.compared(NORTH, record.line_open())
    for _ in range(2):
        record.say(NORTH, Kind.LINE_OPEN, opening)
    assert codes(verify(record)) == []
