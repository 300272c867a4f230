"""The proof of a single entry: made from a log, read by other tools of its form, and checked."""

import json
from dataclasses import replace

import pytest
from hypothesis import event, given
from hypothesis import strategies as st

from firebreak.catalogue import speaking
from firebreak.core.base.errors import LocalError
from firebreak.core.base.purposes import Environment
from firebreak.core.envelope.card import Witness
from firebreak.core.envelope.entry import Entry
from firebreak.core.envelope.kinds import Kind
from firebreak.core.phrase.wording import LANGUAGES
from firebreak.core.record.merkle import Tree
from firebreak.core.record.proof import EntryProof, Shown
from firebreak.core.record.summing import proof_in
from firebreak.verify import ProofReport, verify_proof
from tests.carded import Roots
from tests.covering import covers
from tests.parties import NORTH, SOUTH, Party, public
from tests.records import Record, body_of
from tests.verify.stamping import KEY, NAME, note_of, stamp

NAMED = (Witness(name=NAME, key=public(KEY)),)
CARD = NORTH.signed(witnesses=NAMED)
OTHER = SOUTH.signed(witnesses=NAMED)
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


def remarks(report: ProofReport) -> list[str]:
    return [each.code for each in report.remarks]


def proved(report: ProofReport) -> list[str]:
    return [each.code for each in report.proven]


@covers("PROOF-001", "PROOF-002", "PROOF-005", "PROOF-007", "PROOF-010", "I25", "I26")
def test_a_proof_and_a_card_show_who_signed_what_and_on_which_card_that_rests() -> None:
    report = verify_proof(DATA, [CARD])
    assert codes(report) == []
    assert remarks(report) == ["card-to-compare"]
    assert proved(report) == ["entry", "text", "in-tree"]
    for language in LANGUAGES:
        lines = report.summary(speaking("verify", language))
        assert len(lines) == 8
        assert CARD.hash.hex() in lines[1]
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


@covers("PROOF-010")
def test_without_a_card_it_is_not_shown_whose_key_it_is() -> None:
    report = verify_proof(DATA)
    assert codes(report) == []
    assert remarks(report) == ["key-unconfirmed"]
    assert proved(report) == ["entry-by-key", "text", "in-tree"]
    assert "Every check passed." not in report.summary(speaking("verify"))[0]
    assert report.to_json(speaking("verify"))["card"] is None


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
def test_a_card_that_breaks_a_rule_of_import_does_not_do() -> None:
    stranger = replace(SOUTH.card(), party=NORTH.card().party)
    for code, card in (
        ("card-signature", replace(CARD, signature_ed25519=bytes(64))),
        ("card-refused", Roots("South").card(stranger)),
        ("card-refused", Party("North", Environment.REAL).signed()),
    ):
        report = verify_proof(DATA, [card])
        assert codes(report) == [code]
        assert report.proven == ()


@covers("PROOF-007", "PROOF-010")
def test_root_keys_that_anybody_made_give_nobody_the_name_of_a_party() -> None:
    """A whole log in North's name, with a card that fits it in everything but the root keys."""
    thief = replace(NORTH.card(), root_ed25519=Roots("Thief").ed25519, root_mldsa65=Roots("Thief").mldsa65)
    report = verify_proof(DATA, [Roots("Thief").card(thief)])
    assert codes(report) == ["card-refused"]
    assert report.proven == ()


@covers("PROOF-007")
def test_a_card_that_was_not_in_force_when_the_entry_was_written_is_a_finding() -> None:
    card = NORTH.signed(valid_until=ENTRY.header.time.lo - 1)
    assert codes(verify_proof(DATA, [card])) == ["card-validity"]


@covers("PROOF-009")
def test_a_card_of_another_time_or_of_the_other_party_accuses_nobody() -> None:
    newest = NORTH.next_card(CARD, log_key=public(NORTH.key("second log")))
    for card, code in ((newest, "card-of-another-time"), (OTHER, "card-of-another-party")):
        report = verify_proof(DATA, [card])
        assert codes(report) == []
        assert remarks(report) == [code, "key-unconfirmed"]
        assert proved(report) == ["entry-by-key", "text", "in-tree"]
    assert remarks(verify_proof(DATA, [newest, CARD])) == ["card-to-compare"]


@covers("PROOF-008")
def test_a_witness_counts_only_if_the_cards_of_both_name_it_and_proves_no_time_alone() -> None:
    assert "witness-says" not in remarks(verify_proof(DATA, [CARD, SOUTH.signed()]))
    report = verify_proof(DATA, [CARD, OTHER])
    assert remarks(report) == ["card-to-compare", "witness-says"]
    assert proved(report) == ["entry", "text", "in-tree"]


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
