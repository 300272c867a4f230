"""The proof of a single entry: made from a log, read by other tools of its form, and checked."""

import json
from dataclasses import replace

import pytest
from hypothesis import event, given
from hypothesis import strategies as st

from firebreak.catalogue import speaking
from firebreak.core.base.errors import LocalError
from firebreak.core.envelope.card import Witness
from firebreak.core.envelope.entry import Entry
from firebreak.core.envelope.kinds import Kind
from firebreak.core.phrase.wording import LANGUAGES
from firebreak.core.record.merkle import Tree
from firebreak.core.record.proof import EntryProof, Shown
from firebreak.core.record.summing import proof_in
from firebreak.verify import ProofReport, verify_proof
from tests.covering import covers
from tests.parties import NORTH, SOUTH, public
from tests.records import Record, body_of
from tests.verify.stamping import KEY, NAME, note_of, stamp

CARD = NORTH.signed(witnesses=(Witness(name=NAME, key=public(KEY)),))
LOG_KEY = public(NORTH.key("log"))


def proven(*, stamped: bool = False) -> tuple[Record, Entry, EntryProof]:
    record = Record().opened()
    entry = record.say(NORTH, Kind.MESSAGE, body_of(k1="the road is open"))
    record.say(NORTH, Kind.STATUS)
    notes = [stamp(note_of(record))] if stamped else []
    record.checkpoint(NORTH)
    return record, entry, proof_in(record.pens["North"].written, entry, LOG_KEY, notes)


RECORD, ENTRY, PROOF = proven(stamped=True)
DATA = PROOF.render()


def codes(report: ProofReport) -> list[str]:
    return [each.code for each in report.findings]


def proved(report: ProofReport) -> list[str]:
    return [each.code for each in report.proven]


@covers("PROOF-001", "PROOF-002", "PROOF-005", "PROOF-008", "I25", "I26")
def test_a_proof_and_a_card_show_who_signed_what_and_by_when() -> None:
    report = verify_proof(DATA, [CARD])
    assert codes(report) == []
    assert report.remarks == ()
    assert proved(report) == ["entry", "text", "in-tree", "stamped-entry"]
    for language in LANGUAGES:
        assert len(report.summary(speaking("verify", language))) == 8
    assert json.loads(json.dumps(report.to_json(speaking("verify"))))["entry"] == str(ENTRY.ref)


@covers("PROOF-001")
def test_the_file_has_the_lines_of_its_public_form() -> None:
    first, extra, index, *hashes = DATA.decode().partition("\n\n")[0].split("\n")
    assert first == "c2sp.org/tlog-proof@v1"
    assert extra.startswith("extra ")
    assert index == "index 2"
    assert len(hashes) == len(
        Tree([each.hash for each in RECORD.pens["North"].written[:4]]).inclusion_proof(2)
    )
    assert EntryProof.parse(DATA) == PROOF


@covers("PROOF-007")
def test_without_a_card_it_is_not_shown_whose_key_it_is() -> None:
    report = verify_proof(DATA)
    assert codes(report) == []
    assert [each.code for each in report.remarks] == ["key-unconfirmed"]
    assert "stamped-entry" not in proved(report)


def test_the_first_checkpoint_serves_where_no_witness_stamped() -> None:
    _, _, proof = proven()
    assert proved(verify_proof(proof.render(), [CARD])) == ["entry", "text", "in-tree"]


@covers("PROOF-002")
def test_a_withheld_body_is_no_finding() -> None:
    shown = Shown.of(ENTRY.bare(), LOG_KEY)
    report = verify_proof(replace(PROOF, shown=shown).render(), [CARD])
    assert codes(report) == []
    assert "text" not in proved(report)


@covers("PROOF-004", "PROOF-005", "PROOF-006", "PROOF-007")
@pytest.mark.parametrize(
    ("code", "changed"),
    [
        ("signature", replace(PROOF, shown=replace(PROOF.shown, signature=bytes(64)))),
        ("commitment", replace(PROOF, shown=replace(PROOF.shown, body=body_of(k1="the road is shut")))),
        ("inclusion", replace(PROOF, index=1)),
        ("inclusion", replace(PROOF, hashes=PROOF.hashes[:-1])),
        ("checkpoint-unreadable", replace(PROOF, checkpoint=b"nothing\n")),
        ("checkpoint-origin", replace(PROOF, checkpoint=note_of(Record().opened(), SOUTH))),
        ("checkpoint-signature", replace(PROOF, checkpoint=PROOF.checkpoint.replace(b"\n4\n", b"\n5\n"))),
    ],
)
def test_a_broken_rule_gives_its_finding(code: str, changed: EntryProof) -> None:
    assert codes(verify_proof(changed.render(), [CARD])) == [code]


@covers("PROOF-007")
def test_a_card_with_another_key_does_not_do() -> None:
    other = NORTH.signed(log_key=public(NORTH.key("second log")))
    assert "unknown-key" in codes(verify_proof(DATA, [other]))
    forged = replace(CARD, signature_ed25519=bytes(64))
    assert "card-signature" in codes(verify_proof(DATA, [forged]))


def test_an_entry_that_no_checkpoint_sums_up_has_no_proof_yet() -> None:
    record = Record().opened()
    entry = record.say(NORTH, Kind.STATUS)
    with pytest.raises(LocalError) as caught:
        proof_in(record.pens["North"].written, entry, LOG_KEY, ())
    assert caught.value.code == "FB348"


def test_an_entry_of_a_later_tree_is_proven_under_a_checkpoint_of_that_tree() -> None:
    record = Record().opened()
    lost = [record.say(NORTH, Kind.STATUS) for _ in range(2)]
    record.restart(NORTH, behind=2)
    record.adopt(NORTH, lost)
    entry = record.say(NORTH, Kind.STATUS)
    record.checkpoint(NORTH)
    proof = proof_in(record.pens["North"].written, entry, LOG_KEY, ())
    assert codes(verify_proof(proof.render(), [CARD])) == []


@covers("PROOF-003")
@given(st.integers(0, len(DATA) - 1), st.integers(1, 255))
def test_a_changed_byte_is_refused_or_found_or_beside_the_point(at: int, flip: int) -> None:
    data = DATA[:at] + bytes([DATA[at] ^ flip]) + DATA[at + 1 :]
    try:
        report = verify_proof(data, [CARD])
    except LocalError as error:
        event(error.code)
        return
    assert report.findings or proved(report)[:3] == ["entry", "text", "in-tree"]


@covers("PROOF-003")
@given(st.binary(max_size=300))
def test_any_bytes_are_judged_or_refused(data: bytes) -> None:
    for each in (data, b"c2sp.org/tlog-proof@v1\n" + data):
        try:
            verify_proof(each)
        except LocalError as error:
            event(error.code)
