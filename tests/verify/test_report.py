"""What a report says to people and to programs, and that no bytes make the verifier fail in any other way."""

import io
import json
import random
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firebreak.catalogue import speaking, words
from firebreak.core.base.errors import LocalError
from firebreak.core.envelope.kinds import Kind
from firebreak.core.phrase.wording import LANGUAGES
from firebreak.core.record.bundle_reader import Unreadable
from firebreak.verify import Report, verify_bundle
from firebreak.verify.faults import SHOWN_MAX
from firebreak.verify.silences import SENTENCES
from firebreak.verify.wording import FINDINGS, PROVEN, PROVEN_OF_ENTRY, REMARKS, said
from tests.covering import covers
from tests.parties import NORTH, SOUTH, Party
from tests.records import Record, a_lively_record, body_of
from tests.verify.bending import opened

WORDS = speaking("verify")
RECORD = a_lively_record()
DATA = RECORD.bundle()
OTHER = b"\x07" * 32


def verify(data: bytes) -> Report:
    return verify_bundle(io.BytesIO(data))


@covers("BUNDLE-020")
def test_the_machine_readable_report_is_plain_json() -> None:
    report = json.loads(json.dumps(verify(DATA).to_json(WORDS)))
    assert report["ok"] is True
    assert report["entries"] == {"North": 7, "South": 7}
    assert report["findings"] == []
    assert [each["name"] for each in report["parties"]] == ["South", "North"]
    assert report["range"]["first"]["entry"] == str(RECORD.entries[0].ref)
    assert report["range"]["last"]["entry"] == str(RECORD.entries[-1].ref)
    assert report["environment"] == "exercise"


def test_two_parties_of_one_name_are_told_apart() -> None:
    record = Record(NORTH, Party("North", salt="another"))
    record.pens = {}
    report = verify(record.bundle())
    assert len(report.entries()) == 2


def test_a_finding_stands_in_the_report_with_code_entry_and_text() -> None:
    record = opened()
    entry = record.say(NORTH, Kind.STATUS, prev=b"\x09" * 32)
    (found,) = verify(record.bundle()).to_json(WORDS)["findings"]
    assert found == {
        "code": "chain",
        "entry": str(entry.ref),
        "text": "The entry does not continue the entry of North before it, although both are numbered in a "
        "row.",
    }


@covers("BUNDLE-019")
def test_many_findings_of_one_sort_are_counted_and_hide_no_other() -> None:
    record = opened()
    begun = len(record.entries)
    for _ in range(SHOWN_MAX + 7):
        record.say(NORTH, Kind.STATUS)
    record.entries[begun:] = [replace(each, signature=bytes(64)) for each in record.entries[begun:]]
    record.say(SOUTH, Kind.STATUS, seen=None)
    report = verify(record.bundle())
    codes = [each.code for each in report.findings]
    assert codes.count("signature") == SHOWN_MAX
    assert codes.count("seen-backwards") == 1
    assert said(WORDS, "finding", report.findings[-1]) == "There are 7 more findings of the sort signature."


def test_names_from_the_record_cannot_mislead_the_reader() -> None:
    north = Party("North\u202ehtuoS\nNothing was found.")
    record = Record(north, SOUTH).opened()
    record.say(north, Kind.STATUS, prev=b"\x09" * 32)
    report = verify(record.bundle())
    lines = report.summary(WORDS)
    assert not any("\u202e" in each or "\n" in each for each in lines)
    assert "⟦U+202E⟧" in said(WORDS, "finding", report.findings[0])


def test_the_summary_says_what_is_proven_and_what_is_not() -> None:
    lines = verify(DATA).summary(WORDS)
    assert lines[0] == "Record of the line between South and North. Every check passed."
    assert any(each.startswith("Proven: Every one of the 14 entries") for each in lines)
    assert any(each.startswith("Not proven: Nothing here proves what a side did not do") for each in lines)


def test_a_sentence_is_not_claimed_once_a_finding_takes_it_back() -> None:
    record = opened()
    record.say(NORTH, Kind.STATUS, prev=b"\x09" * 32)
    proven = [each.code for each in verify(record.bundle()).proven]
    assert "unbroken" not in proven
    assert "signed" in proven
    record.cards[0] = replace(record.cards[0], signature_ed25519=bytes(64))
    assert verify(record.bundle()).proven == ()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_sentence_of_the_verifier_has_a_text_and_no_text_is_left_over(language: str) -> None:
    keys = {f"finding-{code}" for code in FINDINGS} | {f"meaning-{each}" for each in FINDINGS.values()}
    keys |= {f"remark-{code}" for code in REMARKS}
    keys |= {
        f"proven-{code}" for code in (*PROVEN, *PROVEN_OF_ENTRY, "stamp", "existed", *SENTENCES.values())
    }
    held = words("verify").keys(language)
    assert keys <= held
    families = ("finding-", "meaning-", "remark-", "proven-")
    assert {each for each in held if each.startswith(families)} == keys


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_summary_is_told_in_every_language(language: str) -> None:
    lines = verify(DATA).summary(speaking("verify", language))
    assert len(lines) == 14
    assert language == "en" or not set(lines) & set(verify(DATA).summary(WORDS))


def test_a_language_that_is_not_there_is_refused() -> None:
    with pytest.raises(LocalError) as caught:
        speaking("verify", "fr")
    assert caught.value.code == "FB183"


def test_progress_is_told_in_bytes_read() -> None:
    told: list[int] = []
    verify_bundle(io.BytesIO(DATA), progress=told.append)
    assert told == [len(DATA)]


def test_several_processes_come_to_the_same_report() -> None:
    record = a_lively_record()
    record.entries[5] = replace(record.entries[5], signature=bytes(64))
    record.say(NORTH, Kind.MESSAGE, b"\x01")
    data = record.bundle()
    assert verify_bundle(io.BytesIO(data), jobs=2).to_json(WORDS) == verify(data).to_json(WORDS)


def test_an_empty_record_is_a_record() -> None:
    record = Record()
    record.changes = {"selection": (0, 1)}
    report = verify(record.bundle())
    assert report.ok
    assert report.range is None


@pytest.mark.parametrize("language", LANGUAGES)
def test_of_a_file_without_entries_nothing_is_said_to_be_checked(language: str) -> None:
    record = Record()
    record.changes = {"selection": (0, 1)}
    report, words = verify(record.bundle()), speaking("verify", language)
    assert report.empty
    assert words.say("verdict-empty") in report.summary(words)[0]
    assert words.say("verdict-good") not in report.summary(words)[0]
    assert report.to_json(words)["empty"]


@covers("BUNDLE-015", "BUNDLE-018", "I21", "I26")
@given(st.integers(0, len(DATA) - 1), st.integers(1, 255))
def test_no_changed_byte_is_ever_reported_upon(at: int, flip: int) -> None:
    with pytest.raises(Unreadable):
        verify(DATA[:at] + bytes([DATA[at] ^ flip]) + DATA[at + 1 :])


@covers("BUNDLE-014", "BUNDLE-018")
@given(st.integers(0, len(DATA) - 1))
def test_no_shortened_bundle_is_ever_reported_upon(length: int) -> None:
    with pytest.raises(Unreadable):
        verify(DATA[:length])


@covers("BUNDLE-018", "I26")
@given(st.randoms(use_true_random=False))
def test_a_record_bent_at_random_gives_findings_and_never_a_crash(chance: random.Random) -> None:
    """Whole pieces are changed and the end is made true again, as somebody would who means to deceive."""
    record = Record(cards=list(RECORD.cards), entries=list(RECORD.entries))
    for _ in range(chance.randint(1, 3)):
        bend(record, chance)
    report = verify(record.bundle())
    assert not report.ok
    assert json.dumps(report.to_json(WORDS))
    assert report.summary(WORDS)


def bend(record: Record, chance: random.Random) -> None:
    """One change that nobody can make without a trace. The newest entries could be cut off without one."""
    at = chance.randrange(4)
    entry = record.entries[at]
    choice = chance.randrange(4)
    if choice == 0:
        record.entries.remove(entry)
    elif choice == 1:
        record.entries[at] = replace(entry, payload=flipped(entry.payload, chance))
    elif choice == 2:
        record.entries[at] = replace(entry, signature=flipped(entry.signature, chance))
    else:
        record.entries[at] = replace(entry, salt=bytes(32), body=flipped(entry.body or b"\xa0", chance))


def flipped(data: bytes, chance: random.Random) -> bytes:
    at = chance.randrange(len(data))
    return data[:at] + bytes([data[at] ^ chance.randint(1, 255)]) + data[at + 1 :]


@covers("BUNDLE-023")
@pytest.mark.parametrize("at", range(len(RECORD.entries)))
def test_whoever_changes_a_file_without_keys_makes_it_accuse_nobody(at: int) -> None:
    """Whatever is changed: what no signature holds for contradicts nothing that was signed."""
    entry, meanings = RECORD.entries[at], set[str]()
    for field, part in (("commitment", OTHER), ("prev", OTHER), ("seq", 99), ("segment", OTHER[:16])):
        bare = entry.bare()
        payload = replace(entry.header, **{field: part}).to_bytes()
        record = Record(cards=RECORD.cards, entries=RECORD.entries[:])
        record.entries[at] = replace(bare, payload=payload)
        report = verify(record.bundle())
        assert "signature" in [each.code for each in report.findings]
        meanings |= {FINDINGS[each.code] for each in report.findings}
    assert meanings <= {"altered", "missing"}


KINDS = st.sampled_from([int(each) for each in Kind])
BODIES = st.recursive(
    st.none() | st.booleans() | st.integers(-5, 2**40) | st.binary(max_size=40) | st.text(max_size=6),
    lambda each: st.lists(each, max_size=4) | st.dictionaries(st.integers(0, 9), each, max_size=6),
    max_leaves=16,
)


@covers("I9", "I26")
@given(KINDS, st.dictionaries(st.integers(0, 9), BODIES, max_size=6))
def test_a_signed_entry_with_any_body_is_counted_and_judged(kind: int, body: dict[int, object]) -> None:
    record = opened()
    record.say(NORTH, kind, body_of(**{f"k{key}": value for key, value in body.items()}))
    assert verify(record.bundle()).parties[1].entries == 3
