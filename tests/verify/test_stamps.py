"""Stamps of witnesses in a bundle: who stamped which checkpoint when, and is it one of this file."""

import io
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from firebreak.catalogue import speaking
from firebreak.core.base.instants import SECOND
from firebreak.core.envelope.card import Witness
from firebreak.core.envelope.kinds import Kind
from firebreak.core.record.checkpoint import SignedCheckpoint
from firebreak.verify import Report, verify_bundle
from firebreak.verify.wording import said
from tests.covering import covers
from tests.parties import NORTH, SOUTH, Party, public
from tests.records import Record
from tests.verify.second import first, second
from tests.verify.stamping import (
    AGREED,
    AT,
    KEY,
    NAME,
    agree,
    agree_on,
    agreed,
    another,
    bundled,
    note_of,
    stamp,
)


def judged(folder: Path, record: Record, *notes: bytes) -> Report:
    """What ours says, after the second verifier said the same."""
    data = bundled(record, *notes)
    assert second(folder, [data]) == [first(data)]
    return verify_bundle(io.BytesIO(data))


def proved(report: Report) -> list[str]:
    return [each.code for each in report.proven]


def codes(report: Report) -> list[str]:
    return [each.code for each in report.findings]


def remarks(report: Report) -> list[str]:
    return [each.code for each in report.remarks]


@covers("BUNDLE-044", "BUNDLE-046", "I20", "I26")
@pytest.mark.parametrize("strong", [False, True], ids=["Ed25519", "ML-DSA-44"])
def test_a_stamp_shows_who_stamped_what_and_when(tmp_path: Path, strong: bool) -> None:
    record = agreed()
    last = record.say(NORTH, Kind.STATUS)
    report = judged(tmp_path, record, stamp(note_of(record), strong=strong))
    assert codes(report) == []
    (held,) = report.stamps
    assert (held.witness, held.at, held.size) == (NAME, AT * SECOND, 4)
    assert held.through == str(last.ref)
    assert "stamps" in [each.code for each in report.proven]
    assert "times-stamped" in [each.code for each in report.not_proven]
    for language in ("de", "en", "ru", "uk"):
        assert any(NAME in each for each in report.summary(speaking("verify", language)))


@covers("BUNDLE-045")
def test_a_witness_on_the_cards_of_both_counts_too(tmp_path: Path) -> None:
    named = {"witnesses": (Witness(name=NAME, key=public(KEY)),)}
    record = Record(cards=[NORTH.signed(**named), SOUTH.signed(**named)]).opened()
    assert len(judged(tmp_path, record, stamp(note_of(record))).stamps) == 1


@covers("BUNDLE-045")
def test_a_witness_whom_only_one_side_names_is_left_aside(tmp_path: Path) -> None:
    record = Record().opened()
    agree(record, NORTH)
    report = judged(tmp_path, record, stamp(note_of(record)))
    assert codes(report) == []
    assert report.stamps == ()
    assert "witness-unknown" in remarks(report)
    assert "times" in [each.code for each in report.not_proven]


@covers("BUNDLE-045", "I20")
@pytest.mark.parametrize(
    "changes", [{"operator": " souTH "}, {"ed25519": public(SOUTH.key("log")), "mldsa44": b""}]
)
def test_a_party_is_no_witness_of_its_own_line(tmp_path: Path, changes: dict[str, Any]) -> None:
    record = Record().opened()
    for party in (NORTH, SOUTH):
        agree(record, party, **changes)
    assert judged(tmp_path, record, stamp(note_of(record))).stamps == ()


@covers("BUNDLE-044")
def test_a_piece_that_is_no_cosigned_checkpoint_is_a_finding(tmp_path: Path) -> None:
    assert codes(judged(tmp_path, agreed(), b"nothing\n")) == ["stamp-unreadable"]


@covers("BUNDLE-044")
def test_a_stamp_on_another_log_is_a_finding(tmp_path: Path) -> None:
    record = agreed()
    foreign = Record(NORTH, Party("South", salt="another")).opened()
    assert codes(judged(tmp_path, record, stamp(note_of(foreign)))) == ["stamp-origin"]


@covers("BUNDLE-044")
def test_a_stamped_checkpoint_has_to_be_signed_by_its_log(tmp_path: Path) -> None:
    record = agreed()
    signed = SignedCheckpoint.parse(stamp(note_of(record)))
    only = SignedCheckpoint(signed.checkpoint, signed.signatures[-1:]).render()
    assert codes(judged(tmp_path, record, only)) == ["stamp-signature"]


@covers("BUNDLE-046")
@pytest.mark.parametrize("strong", [False, True], ids=["Ed25519", "ML-DSA-44"])
def test_a_line_that_its_witness_did_not_write_is_a_finding(tmp_path: Path, strong: bool) -> None:
    record = agreed()
    signed = SignedCheckpoint.parse(stamp(note_of(record), strong=strong))
    *others, line = signed.signatures
    forged = replace(line, signature=line.signature[:-1] + bytes([line.signature[-1] ^ 1]))
    note = SignedCheckpoint(signed.checkpoint, (*others, forged)).render()
    assert codes(judged(tmp_path, record, note)) == ["stamp-cosignature"]


@covers("BUNDLE-047", "I26")
def test_another_record_shown_to_the_witness_is_a_finding(tmp_path: Path) -> None:
    record, other = agreed(), agreed()
    other.say(NORTH, Kind.MESSAGE)
    record.say(NORTH, Kind.STATUS)
    report = judged(tmp_path, record, stamp(note_of(other)))
    assert codes(report) == ["stamp-tree"]
    text = said(speaking("verify"), "finding", report.findings[0])
    assert text.startswith("North had another record stamped")


@covers("BUNDLE-047")
def test_a_stamp_beyond_the_end_of_the_file_accuses_nobody(tmp_path: Path) -> None:
    record, longer = agreed(), agreed()
    longer.say(NORTH, Kind.STATUS)
    report = judged(tmp_path, record, stamp(note_of(longer)))
    assert codes(report) == []
    assert "stamps-not-rebuilt" in remarks(report)


def three(quorum: int = 2, **changes: Any) -> Record:
    """Both sides agreed on three witnesses."""
    record = Record().opened()
    for party in (NORTH, SOUTH):
        agree_on(record, party, AGREED, another("w2", **changes), another("w3"), quorum=quorum)
    record.say(NORTH, Kind.STATUS)
    return record


@covers("BUNDLE-048", "I20", "I26")
def test_a_time_is_proven_by_as_many_operators_as_both_sides_agreed_on_and_by_no_fewer(
    tmp_path: Path,
) -> None:
    record = three()
    note = note_of(record)
    one = judged(tmp_path, record, stamp(note))
    assert (len(one.stamps), one.existed) == (1, ())
    assert "stamps" not in proved(one)
    assert "times-said" in [each.code for each in one.not_proven]
    both = judged(tmp_path, record, stamp(note), stamp(note, name="w2", seconds=AT + 60))
    assert [(each.at, each.operators) for each in both.existed] == [((AT + 60) * SECOND, 2)]
    assert "stamps" in proved(both)
    for language in ("de", "en", "ru", "uk"):
        words = speaking("verify", language)
        assert len(both.summary(words)) == len(one.summary(words)) + 3


@covers("BUNDLE-048", "I20")
def test_two_witnesses_of_one_operator_two_keys_and_many_copies_are_one_voice(tmp_path: Path) -> None:
    record = three(operator="EXAMPLE Institute ")
    note = note_of(record)
    report = judged(tmp_path, record, stamp(note), stamp(note, name="w2"))
    assert (len(report.stamps), report.existed) == (2, ())
    report = judged(tmp_path, record, *[stamp(note)] * 50, stamp(note, strong=True))
    assert (len(report.stamps), report.existed) == (2, ())


@covers("BUNDLE-048")
def test_a_witness_that_a_later_agreement_dropped_counts_for_what_it_stamped_before(tmp_path: Path) -> None:
    record = agreed()
    before = note_of(record)
    for party in (NORTH, SOUTH):
        agree_on(record, party, quorum=1)
    record.say(NORTH, Kind.STATUS)
    after = note_of(record)
    assert len(judged(tmp_path, record, stamp(before)).existed) == 1
    report = judged(tmp_path, record, stamp(after))
    assert (report.stamps, report.existed) == ((), ())
    assert "witness-unknown" in remarks(report)


@covers("WITNESS-031")
@pytest.mark.parametrize(
    ("operator", "party", "counts"),
    [("STRASSE", "Straße", 1), ("north", "North", 0), (" North", "North", 0), ("North\u00a0", "North", 1),
     ("\u0130", "i\u0307", 1), ("\ufeffNorth", "North", 1), ("\u017futh", "Suth", 1), ("\u212a", "k", 1)],
)  # fmt: skip
def test_both_verifiers_compare_the_names_of_operators_alike(
    tmp_path: Path, operator: str, party: str, counts: int
) -> None:
    record = Record(cards=[NORTH.signed(name=party), SOUTH.signed()]).opened()
    for each in (NORTH, SOUTH):
        agree(record, each, operator=operator)
    assert len(judged(tmp_path, record, stamp(note_of(record))).existed) == counts
