"""What witnesses attest of things left at them, as a stranger reads it out of a bundle."""

import io
from collections.abc import Callable
from pathlib import Path

import pytest

from firebreak.catalogue import speaking
from firebreak.core.call.bodies import CallOffer
from firebreak.core.envelope.kinds import Kind
from firebreak.core.record.deposits import Signed
from firebreak.verify import Report, verify_bundle
from tests.covering import covers
from tests.parties import NORTH, SOUTH
from tests.records import Record
from tests.verify.attesting import AT, SECOND, UNTIL, Institute, institutes, state
from tests.verify.second import first, second

Tell = Callable[[list[Institute], bytes], list[Signed]]


def offered(operators: tuple[str, ...] = ("", "", "")) -> tuple[Record, list[Institute], bytes]:
    """A record with an offer of North, and three agreed witnesses."""
    record = Record().opened()
    found = institutes(record, operators)
    offer = record.say(NORTH, Kind.CALL_OFFER, CallOffer(call=bytes(16), desk="duty", from_desk="duty"))
    return record, found, offer.hash


def judged(folder: Path, record: Record) -> Report:
    """What ours says, after the second verifier said the same."""
    data = record.bundle()
    assert second(folder, [data]) == [first(data)]
    return verify_bundle(io.BytesIO(data))


def lay_there(found: list[Institute], offer: bytes) -> list[Signed]:
    return [each.deposited(offer).attests() for each in found]


def one_was_away(found: list[Institute], offer: bytes) -> list[Signed]:
    told = [each.deposited(offer).was_away(AT + SECOND, AT + 70 * SECOND).attests() for each in found[:1]]
    return told + lay_there(found[1:], offer)


def two_were_away(found: list[Institute], offer: bytes) -> list[Signed]:
    away = [each.deposited(offer).was_away(AT + SECOND, AT + 70 * SECOND).attests() for each in found[:2]]
    return away + lay_there(found[2:], offer)


def ends_too_early(found: list[Institute], offer: bytes) -> list[Signed]:
    return [each.deposited(offer).attests(last=UNTIL - 1) for each in found]


def another_entry(found: list[Institute], offer: bytes) -> list[Signed]:
    return lay_there(found, bytes(32))


def left_by_the_reader(found: list[Institute], offer: bytes) -> list[Signed]:
    return [each.deposited(offer, by=SOUTH).attests() for each in found]


def asked_in_vain(found: list[Institute], offer: bytes) -> list[Signed]:
    told = [found[0].deposited(offer).fetched(AT + SECOND).attests()]
    return told + lay_there(found[1:], offer)


def collected_at_one(found: list[Institute], offer: bytes) -> list[Signed]:
    told = [found[0].deposited(offer).fetched(AT + 7 * SECOND, upto=10).attests()]
    return told + lay_there(found[1:], offer)


def said_to_be_held(found: list[Institute], offer: bytes) -> list[Signed]:
    return [found[0].deposited(offer).fetched(AT + 7 * SECOND, held=10).attests()]


def fetch_of_the_writer(found: list[Institute], offer: bytes) -> list[Signed]:
    told = [found[0].deposited(offer).fetched(AT + 7 * SECOND, upto=10, by=NORTH).attests()]
    return told + lay_there(found[1:], offer)


@covers("WITNESS-024", "WITNESS-025", "WITNESS-045", "I20", "I26")
@pytest.mark.parametrize(
    ("tell", "word"),
    [
        (lay_there, "not collected"),
        (one_was_away, "not collected"),
        (fetch_of_the_writer, "not collected"),
        (two_were_away, None),
        (ends_too_early, None),
        (another_entry, None),
        (left_by_the_reader, None),
        (asked_in_vain, None),
        (collected_at_one, "collected"),
        (said_to_be_held, "collected"),
    ],
)
def test_a_bundle_says_collected_not_collected_or_nothing(
    tmp_path: Path, tell: Tell, word: str | None
) -> None:
    record, found, offer = offered()
    state(record, *tell(found, offer))
    report = judged(tmp_path, record)
    assert report.findings == ()
    assert [each.word.value for each in report.silences] == ([] if word is None else [word])
    for language in ("de", "en", "ru", "uk"):
        said = [each for each in report.summary(speaking("verify", language)) if "example/w" in each]
        assert len(said) == len(report.silences)


@covers("WITNESS-024", "WITNESS-031")
@pytest.mark.parametrize(
    "operators", [("One", " one", ""), ("North", "South", ""), ("", "", "")], ids=["one", "parties", "three"]
)
def test_a_party_and_an_operator_twice_are_no_quorum(tmp_path: Path, operators: tuple[str, ...]) -> None:
    record, found, offer = offered(operators)
    told = lay_there(found, offer)
    state(record, *(told[:2] if operators[0] != "North" else told))
    assert len(judged(tmp_path, record).silences) == (1 if operators == ("", "", "") else 0)


@covers("WITNESS-025", "WITNESS-046")
def test_a_signed_fetch_takes_back_what_others_attested_elsewhere(tmp_path: Path) -> None:
    record, found, offer = offered()
    state(record, *lay_there(found[1:], offer))
    state(record, found[0].deposited(offer).fetched(AT + 7 * SECOND, upto=10).attests(), by=SOUTH)
    assert [each.word.value for each in judged(tmp_path, record).silences] == ["collected"]


@covers("WITNESS-046")
def test_a_later_fetch_does_not_take_it_back(tmp_path: Path) -> None:
    record, found, offer = offered()
    state(record, *lay_there(found[1:], offer))
    later = UNTIL + 20 * SECOND
    state(record, found[0].deposited(offer).fetched(later, upto=10).attests(last=later), until=later)
    assert [each.word.value for each in judged(tmp_path, record).silences] == ["not collected", "collected"]


@covers("WITNESS-026", "WITNESS-047")
def test_what_no_witness_signed_and_what_is_no_attestation_are_findings(tmp_path: Path) -> None:
    record, found, offer = offered()
    first_, second_, third = lay_there(found, offer)
    forged = Signed(payload=first_.payload, signature=bytes(64))
    state(record, forged, Signed(payload=b"\xa0", signature=bytes(64)), second_, third)
    report = judged(tmp_path, record)
    assert sorted(each.code for each in report.findings) == ["attest-signature", "attest-unreadable"]
    assert [each.witnesses for each in report.silences] == [("w1.example/w", "w2.example/w")]


@covers("WITNESS-026")
def test_records_out_of_order_are_not_believed(tmp_path: Path) -> None:
    record, found, offer = offered()
    one = found[0].deposited(offer)
    told = one.attests(records=(*one.records, *one.records))
    state(record, told)
    report = judged(tmp_path, record)
    assert [each.code for each in report.findings] == ["attest-signature"]


@covers("WITNESS-047")
def test_witnesses_on_whom_nobody_agreed_are_counted_and_left_aside(tmp_path: Path) -> None:
    record, _, offer = offered()
    strangers = [Institute(number, record.head.line) for number in (7, 8)]
    state(record, *lay_there(strangers, offer))
    report = judged(tmp_path, record)
    assert "attest-unknown" in [each.code for each in report.remarks]
    assert not report.silences
