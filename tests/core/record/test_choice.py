"""What goes into a bundle: some bodies, some days; what is left still verifies."""

import io
from collections.abc import Callable

import pytest

from firebreak.core.base.errors import LocalError
from firebreak.core.base.instants import SECOND
from firebreak.core.envelope.kinds import Kind
from firebreak.core.record.bundle import RECORD_KINDS, withhold
from firebreak.core.record.choice import Choice, choose, kind_named
from firebreak.verify import Report, verify_bundle
from tests.covering import covers
from tests.parties import NOW
from tests.records import Record, a_lively_record
from tests.verify.keeping import agreed, revoked, rotated, taken_over


def verified(record: Record, choice: Choice) -> Report:
    record.changes = {"selection": choice.selection}
    entries = choose(choice, record.entries).entries(record.entries)
    return verify_bundle(io.BytesIO(record.bundle(entries)))


def shown(choice: Choice) -> set[int]:
    record = a_lively_record()
    kept = choose(choice, record.entries).entries(record.entries)
    return {each.header.kind for each in kept if each.body is not None}


def codes(report: Report) -> list[str]:
    return [each.code for each in report.findings]


@covers("BUNDLE-011", "I25")
def test_bodies_are_withheld_by_kind_and_the_rest_verifies() -> None:
    assert shown(Choice(kinds=frozenset({Kind.MESSAGE}))) <= {Kind.MESSAGE, *RECORD_KINDS}
    assert Kind.RECEIPT_READ not in shown(Choice(kinds=frozenset()))
    assert codes(verified(a_lively_record(), Choice(kinds=frozenset({Kind.MESSAGE})))) == []


@covers("BUNDLE-011", "I25")
def test_bodies_are_withheld_by_name_and_the_rest_verifies() -> None:
    record = a_lively_record()
    one, other = (each for each in record.entries if each.header.kind in (Kind.MESSAGE, Kind.RECEIPT_READ))
    report = verified(record, Choice(withheld=(str(one.ref), other.hash.hex()[:8])))
    assert codes(report) == []
    assert [dict(each.values) for each in report.remarks if each.code == "bodies-withheld"] == [
        {"count": 2, "entries": 14}
    ]


ONLY_CALLS = Choice(kinds=frozenset({Kind.CALL_DECLINE}))


@covers("BUNDLE-011", "KEYS-003")
@pytest.mark.parametrize("choice", [Choice(kinds=frozenset()), ONLY_CALLS], ids=["no bodies", "only calls"])
@pytest.mark.parametrize("made", [rotated, revoked, taken_over, agreed])
def test_a_record_whose_keys_changed_verifies_without_what_people_said(
    made: Callable[[], Record], choice: Choice
) -> None:
    record = made()
    assert codes(verified(record, choice)) == []
    record = made()
    data = record.bundle(withhold(record.entries))
    assert codes(verify_bundle(io.BytesIO(data))) == []


def test_a_name_without_an_entry_is_refused() -> None:
    with pytest.raises(LocalError) as caught:
        choose(Choice(withheld=("ffffffff/9",)), a_lively_record().entries)
    assert caught.value.code == "FB347"
    with pytest.raises(LocalError):
        kind_named("telegram")
    assert kind_named("call.no-answer") is Kind.CALL_NO_ANSWER


@covers("BUNDLE-007")
@pytest.mark.parametrize(("first", "last"), [(4, 9), (0, 5), (8, None), (None, 3), (30, 40)])
def test_a_range_has_no_hole_and_verifies(first: int | None, last: int | None) -> None:
    ends = [None if each is None else NOW + each * SECOND for each in (first, last)]
    report = verified(a_lively_record(), Choice(first=ends[0], last=ends[1]))
    assert codes(report) == []
    assert "selection" in [each.code for each in report.remarks]
