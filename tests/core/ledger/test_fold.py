"""What holds for every ledger."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firebreak.core.base.errors import LocalError
from firebreak.core.ledger.days import Window, read_window
from firebreak.core.ledger.facts import REACHED, ContactFact, Evidence, Kind, LeftOut, Outcome, Reason
from firebreak.core.ledger.fold import fold
from firebreak.core.ledger.imported import facts_of
from firebreak.core.ledger.lines import Ledger
from firebreak.core.ledger.timeline import read_timeline
from tests.core.ledger.making import fact, key_of, ledger_of, left_out_of, mentioned, only_line, sheet
from tests.core.ledger.strategies import facts, one_fact, windows
from tests.covering import covers


def aside(ref: str) -> LeftOut:
    return LeftOut(
        ref=ref, reason=Reason.NO_ATTEMPT, text="x", from_party="North", to_party="South", channel="minister"
    )


@given(facts(mixed=True), windows())
@covers("LEDGER-011")
def test_every_fact_appears_exactly_once(given_facts: list[ContactFact], window: Window) -> None:
    ledger = fold(given_facts, [aside("no-attempt")], window)
    assert mentioned(ledger) == sorted(["no-attempt", *(each.ref for each in given_facts)])


@given(facts(mixed=True), windows(), st.randoms(use_true_random=False))
@covers("LEDGER-012")
def test_the_order_of_facts_does_not_matter(
    given_facts: list[ContactFact], window: Window, chance: object
) -> None:
    shuffled = list(given_facts)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    assert fold(shuffled, (), window) == fold(given_facts, (), window)


@given(facts(mixed=True), windows())
@covers("LEDGER-013", "LEDGER-014")
def test_counts_agree_with_one_another(given_facts: list[ContactFact], window: Window) -> None:
    by_ref = {each.ref: each for each in given_facts}
    for line in fold(given_facts, (), window).lines:
        counted = [by_ref[ref] for ref in line.rows]
        assert sum(line.outcomes.values()) == line.attempts_min == sum(each.attempts_min for each in counted)
        assert line.answered_min == line.outcomes.get(Outcome.ANSWERED, 0) <= line.attempts_min
        assert line.attempts_max is None or line.attempts_min <= line.attempts_max
        assert line.answered_max is None or line.answered_min <= line.answered_max
        if line.attempts_max is not None:
            assert line.answered_max is not None
            assert line.answered_max <= line.attempts_max
        if any(each.attempts_max is None for each in counted):
            assert line.attempts_max is None
        assert all(window.holds(each.days) for each in counted)


@given(facts(mixed=True), windows())
@covers("LEDGER-043", "LEDGER-046")
def test_silences_and_contacts_agree_with_one_another(given_facts: list[ContactFact], window: Window) -> None:
    for line in fold(given_facts, (), window).lines:
        known = line.last_contact, line.longest_silence_days, line.longest_silence_days_max
        assert all(each is None for each in known) or None not in known
        if line.longest_silence_days is not None:
            assert line.longest_silence_days_max is not None
            assert 0 <= line.longest_silence_days <= line.longest_silence_days_max
        if line.unanswered_since and line.last_contact:
            assert line.last_contact.earliest <= line.unanswered_since.earliest


@given(facts(mixed=True), windows())
def test_counting_only_what_was_counted_gives_the_same_counts(
    given_facts: list[ContactFact], window: Window
) -> None:
    first = fold(given_facts, (), window)
    counted = {ref for line in first.lines for ref in line.rows}
    again = fold([each for each in given_facts if each.ref in counted], (), window)
    assert counts(again) == {key: value for key, value in counts(first).items() if value[0]}


def counts(ledger: Ledger) -> dict[tuple[str, ...], tuple[int, int, tuple[str, ...]]]:
    return {key_of(line): (line.attempts_min, line.answered_min, line.rows) for line in ledger.lines}


@given(facts(), one_fact("added"), windows())
@covers("LEDGER-021")
def test_a_fact_more_never_lowers_what_reached_the_other_side(
    given_facts: list[ContactFact], added: ContactFact, window: Window
) -> None:
    fewer, more = fold(given_facts, (), window), fold([*given_facts, added], (), window)
    assert reached(fewer) <= reached(more)
    if not any(each.days.overlaps(added.days) for each in given_facts):
        assert sum(line.attempts_min for line in fewer.lines) <= sum(line.attempts_min for line in more.lines)


def reached(ledger: Ledger) -> int:
    return sum(line.outcomes.get(outcome, 0) for line in ledger.lines for outcome in REACHED)


def test_a_ref_that_stands_twice_is_our_own_mistake() -> None:
    with pytest.raises(AssertionError, match="twice"):
        fold([fact("a", "2022-03-01"), fact("a", "2022-03-02")])


@covers("LEDGER-010")
def test_lines_are_listed_by_direction_channel_and_kind_with_checks_first() -> None:
    listed = [
        fact("1", "2022-03-01", kind=Kind.NOTICE, outcome=Outcome.DELIVERED),
        fact("2", "2022-03-01", kind=Kind.CHECK),
        fact("3", "2022-03-01"),
        fact("4", "2022-03-01", channel="air"),
        fact("5", "2022-03-01", from_party="South", to_party="North"),
    ]
    assert [line.rows for line in fold(listed).lines] == [("4",), ("2",), ("3",), ("1",), ("5",)]


@covers("LEDGER-040")
def test_a_decline_or_a_busy_desk_is_contact_and_a_doubtful_decline_is_not() -> None:
    for outcome in (Outcome.DECLINED, Outcome.BUSY, Outcome.ANSWERED, Outcome.DELIVERED):
        assert only_line(fact("a", "2022-03-01", outcome=outcome)).last_contact
        assert not only_line(fact("a", "2022-03-01", outcome=outcome, doubtful=("outcome",))).last_contact
    for outcome in set(Outcome) - REACHED - {Outcome.DECLINED, Outcome.BUSY, Outcome.DOUBTFUL}:
        assert not only_line(fact("a", "2022-03-01", outcome=outcome)).last_contact


@covers("LEDGER-040")
def test_a_certain_decline_ends_a_silence() -> None:
    found = only_line(
        fact("a", "2022-03-01"), fact("b", "2022-03-11", outcome=Outcome.DECLINED), until="2022-03-13"
    )
    assert (found.longest_silence_days, found.declined) == (10, 1)


@covers("LEDGER-007")
def test_unknown_kinds_and_outcomes_are_kept_as_other() -> None:
    rows = read_timeline(sheet({"event_type": "pigeon_post", "outcome": "nested"}))
    (line,) = fold(*facts_of(rows)).lines
    assert (line.kind, line.outcomes) == (Kind.OTHER, {Outcome.OTHER: 1})
    (out,) = fold(*facts_of(read_timeline(sheet({"event_type": "parade", "is_attempt": "0"})))).left_out
    assert out.text == "not an attempt to reach the other side (parade)"


@covers("LEDGER-006", "LEDGER-014")
def test_one_unknown_maximum_makes_the_sum_unknown() -> None:
    found = only_line(fact("a", "2022-03-01"), fact("b", "2022-03-02", attempts_max=None))
    assert (found.attempts_min, found.attempts_max, found.answered_max) == (2, None, None)


@covers("LEDGER-018")
def test_a_request_stands_for_itself_unless_an_answered_call_follows_in_time() -> None:
    request = fact("request", "2022-03-01", kind=Kind.REQUEST)
    call = fact("call", "2022-03-15")
    assert "request" in left_out_of(only_line(request, call))
    for other in (
        replace(call, days=fact("x", "2022-03-16").days),
        replace(call, days=fact("x", "2022-02-28").days),
        replace(call, outcome=Outcome.NO_ANSWER),
        replace(call, channel="air"),
    ):
        assert sorted(ref for line in fold([request, other]).lines for ref in line.rows) == [
            "call",
            "request",
        ]


@covers("LEDGER-018")
def test_the_call_may_come_from_the_side_that_was_asked() -> None:
    back = fact("call", "2022-03-02", from_party="South", to_party="North")
    ledger = fold([fact("request", "2022-03-01", kind=Kind.REQUEST), back])
    assert [line.rows for line in ledger.lines] == [("call",)]
    assert [out.ref for out in ledger.left_out] == ["request"]


@covers("LEDGER-030")
def test_both_ends_of_a_window_belong_to_it() -> None:
    listed = [fact(start, start) for start in ("2022-02-28", "2022-03-01", "2022-03-31", "2022-04-01")]
    assert only_line(*listed, since="2022-03-01", until="2022-03-31").rows == ("2022-03-01", "2022-03-31")


@covers("LEDGER-030")
def test_a_window_that_ends_before_it_begins_is_refused() -> None:
    with pytest.raises(LocalError, match="before it begins on 2022-03-31") as caught:
        read_window("2022-03-31", "2022-03-01")
    assert caught.value.code == "FB207"


@pytest.mark.parametrize(
    "text", ["yesterday", "2022-2-1", "2022-02-30", "20220201", "2022-W05-1", "9999-01-01"]
)
def test_an_end_of_a_window_that_is_no_day_is_refused(text: str) -> None:
    with pytest.raises(LocalError, match=f"until '{text}' is not a day") as caught:
        read_window("", text)
    assert caught.value.code == "FB208"


def test_signed_facts_and_imported_ones_share_a_line_and_stay_apart_as_evidence() -> None:
    signed = fact(
        "7f3a/12", "2022-03-02", evidence=Evidence.E5, outcome=Outcome.DECLINED, sources=("7f3a/12",)
    )
    found = only_line(fact("a", "2022-03-01"), signed)
    assert found.evidence == (Evidence.E5, Evidence.SOURCE)
    assert found.rows == ("a", "7f3a/12")


def test_a_line_that_begins_after_the_window_is_not_listed() -> None:
    ledger = ledger_of("inter-korea", "", "2018-01-03")
    assert [line.channel for line in ledger.lines] == ["panmunjom_line"]
