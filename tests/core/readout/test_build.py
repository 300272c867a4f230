"""The readout of 2022 as of 23 March, and what a readout holds in general."""

import re
from datetime import date

import pytest

from firebreak.core.base.errors import LocalError
from firebreak.core.ledger.days import Window, read_window
from firebreak.core.ledger.facts import Evidence, Kind, Outcome
from firebreak.core.ledger.fold import fold
from firebreak.core.readout.build import build_readout
from firebreak.core.readout.material import Detail, Facts
from firebreak.core.readout.plain import readout_json
from firebreak.core.readout.sentences import Part, Readout
from tests.core.readout.making import (
    MARCH,
    exercise_of,
    read_out,
    reported_fact,
    said,
    sentences,
    shipped,
    signed_fact,
)
from tests.covering import covers


@pytest.fixture(scope="module")
def march() -> Readout:
    return read_out(shipped())


@covers("READOUT-007", "READOUT-008")
@pytest.mark.parametrize("channel", ["minister", "chief_of_staff"])
def test_a_month_of_calls_of_the_two_most_senior_was_not_taken(march: Readout, channel: str) -> None:
    assert said(march, "en", channel)[:3] == [
        (
            "Between 24 February and 23 March 2022 there were at least 2 attempts by the United States"
            " to call Russia; the number is not published."
        ),
        "None of them was answered.",
        "The sources do not say whether they were declined or not answered.",
    ]


def test_the_last_contact_and_the_silence_since_are_told(march: Readout) -> None:
    assert said(march, "en", "minister")[-2:] == [
        "The last contact listed before the end of the period was on 18 February 2022.",
        "From then until 23 March 2022 no contact is listed: 33 days.",
    ]


@covers("READOUT-009")
def test_a_date_on_which_sources_differ_stays_both(march: Readout) -> None:
    assert said(march, "en", "chief_of_staff")[-2:] == [
        (
            "The last contact listed before the end of the period was on a day between 11 and 18 February"
            " 2022; the sources give different dates."
        ),
        "From then until 23 March 2022 no contact is listed: 33 to 40 days.",
    ]


@covers("READOUT-024")
def test_the_line_was_set_up_and_its_checks_answered(march: Readout) -> None:
    assert said(march, "en", "deconfliction_line") == [
        "On 1 March 2022 this line was set up between the United States and Russia.",
        "On a day between 1 and 4 March 2022 a line check by the United States was answered by Russia.",
        "Marked as uncertain: the dates.",
        (
            "From 4 March 2022 to beyond the end of the period line checks are listed, answered each time;"
            " how many of them fall into the period is not known."
        ),
    ]


@covers("READOUT-022")
def test_an_incident_is_no_contact_and_keeps_both_distances(march: Readout) -> None:
    context = next(each for each in march.sections if each.part is Part.CONTEXT)
    assert {ref for each in context.sentences for ref in each.refs} == {"UR-04", "UR-13"}
    assert "Distance given in the sources: 16 to 30 km; the sources differ." in said(march)
    assert all("UR-13" not in mark.ref for lane in march.strip for mark in lane.marks)


@covers("READOUT-021")
@pytest.mark.parametrize("until", ["2022-03-23", "2022-12-31"])
def test_everything_known_is_counted_or_left_out_with_a_reason(until: str) -> None:
    facts = shipped()
    period = read_window("2022-02-24", until)
    ledger = fold(facts.contacts, facts.aside, period)
    readout = read_out(facts, period)
    out = [ref for each in readout.sections[-1].sentences for ref in each.refs]
    counted = [ref for line in ledger.lines for ref in line.rows]
    assert sorted(out + counted) == sorted(each.ref for each in (*facts.contacts, *facts.context))
    assert (readout.counted, readout.known) == (len(counted), len(out) + len(counted))


@covers("READOUT-020")
def test_every_sentence_is_numbered_and_its_sources_are_listed(march: Readout) -> None:
    numbered = list(march.numbered())
    assert [number for number, _, _ in numbered] == list(range(1, len(numbered) + 1))
    told = {ref for _, section, each in numbered if section.part is not Part.LEFT_OUT for ref in each.refs}
    assert all(each.refs for _, _, each in numbered)
    assert told == {each.ref for each in march.sources}
    assert all(each.where for each in march.sources)


def test_the_year_tells_answers_refusals_and_the_longest_silence() -> None:
    year = read_out(shipped(), read_window("2022-02-24", "2022-12-31"))
    assert "2 of them were answered: on 13 May 2022 and on 21 October 2022." in said(year, "en", "minister")
    longest = "The longest stretch without a listed contact that reaches into the period is 161 days."
    assert longest in said(year, "en", "minister")
    since = "To the attempts that the United States made on 15 November 2022 or later no answer is listed."
    assert since in said(year, "en", "chief_of_staff")
    assert said(year, "en", "treaty_notification")[:2] == [
        "Between 20 April and 25 October 2022 there were 3 notices from Russia to the United States.",
        "Each of them was delivered.",
    ]


@covers("READOUT-031")
def test_the_facts_know_no_language(march: Readout) -> None:
    assert readout_json(march) == readout_json(read_out(shipped()))
    assert not re.search("[А-я]", str(readout_json(march)))


def test_the_facts_for_machines_say_what_each_sentence_says(march: Readout) -> None:
    plain = readout_json(march)
    sections = plain["sections"]
    assert isinstance(sections, list)
    first = sections[0]
    assert isinstance(first, dict)
    assert isinstance(first["sentences"], list)
    assert first["sentences"][1] == {
        "number": 2,
        "key": "none-answered",
        "parameters": {"kind": "call", "count": 2},
        "refs": ["UR-05"],
        "evidence": "source",
    }


@covers("READOUT-005")
def test_a_sentence_about_several_facts_rests_on_the_weakest() -> None:
    readout = exercise_of(
        [signed_fact("5f/1", evidence=Evidence.E4), signed_fact("5f/2", evidence=Evidence.E0)]
    )
    assert {each.key: each.evidence for each in sentences(readout)} == {
        "attempts": Evidence.E0,
        "none-answered-recorded": Evidence.E0,
        "signed-rang-out": Evidence.E4,
        "signed-attempted": Evidence.E0,
        "no-contact-before": Evidence.E0,
    }


def test_a_signed_decline_names_officer_and_reason() -> None:
    fact = signed_fact(outcome=Outcome.DECLINED, evidence=Evidence.E5)
    detail = Detail(to_desk="air", officer="O. Watch", reason="needs_agenda")
    assert said(exercise_of([fact], {fact.ref: detail}))[0] == (
        "On 1 March 2022 at 09:30 (UTC): one call by “North” to “South”, declined by officer “O. Watch”,"
        " reason given: an agenda is needed first."
    )


def test_an_officer_is_not_named_where_the_class_does_not_show_one() -> None:
    fact = signed_fact(outcome=Outcome.DECLINED, evidence=Evidence.E4)
    detail = Detail(officer="O. Watch", reason="refused")
    told = said(exercise_of([fact], {fact.ref: detail}))[0]
    assert "Watch" not in told
    assert "declined" not in told


def test_alike_signed_checks_are_told_together() -> None:
    checks = [
        signed_fact(
            f"5f/{number}", Outcome.ANSWERED, Evidence.E3, Kind.CHECK, day=date(2022, 3, number), minute=None
        )
        for number in (1, 2, 3)
    ]
    assert said(exercise_of(checks))[:2] == [
        "Between 1 and 3 March 2022 there were 3 line checks by “North”.",
        "Between 1 and 3 March 2022: 3 line checks by “North” to “South”, answered by the node of “South”.",
    ]


@covers("READOUT-008")
def test_bounds_stay_bounds() -> None:
    facts = Facts(name="t", contacts=(reported_fact("A-1", Outcome.NO_ANSWER, attempts=(2, 5)),))
    assert said(read_out(facts))[0].startswith("On 1 March 2022 there were 2 to 5 attempts")


def test_a_doubtful_answer_is_told_as_doubtful() -> None:
    facts = Facts(name="t", contacts=(reported_fact("A-1", doubtful=("outcome",)),))
    assert said(read_out(facts))[1:3] == [
        "It is not certain whether there was an answer.",
        "Marked as uncertain: the outcome.",
    ]


@covers("READOUT-025")
@pytest.mark.parametrize("period", [Window(), Window(until=date(2022, 3, 24))])
def test_a_readout_does_not_speak_of_days_after_itself(period: Window) -> None:
    facts = shipped()
    ledger = fold(facts.contacts, facts.aside, period)
    with pytest.raises(LocalError, match="FB211"):
        build_readout(facts, ledger, title="t", period=period, as_of=date(2022, 3, 23), exercise=False)


@covers("READOUT-025")
def test_a_ledger_of_other_facts_or_another_period_is_refused() -> None:
    facts = shipped()
    other = fold(facts.contacts, facts.aside, read_window("2022-02-24", "2022-03-22"))
    strange = fold([reported_fact("A-1")], (), MARCH)
    for ledger in (other, strange):
        with pytest.raises(LocalError, match="FB212"):
            build_readout(facts, ledger, title="t", period=MARCH, as_of=date(2022, 3, 23), exercise=False)


@pytest.mark.parametrize("outcome", [each for each in Outcome if each is not Outcome.DOUBTFUL])
@pytest.mark.parametrize("kind", list(Kind))
def test_any_reported_outcome_of_any_kind_can_be_told_in_every_language(kind: Kind, outcome: Outcome) -> None:
    contacts = (
        reported_fact("A-1", outcome, kind=kind),
        reported_fact("A-2", outcome, kind=kind, days=("2022-03-03", "2022-03-05"), attempts=(2, None)),
        reported_fact("A-3", Outcome.ANSWERED, kind=kind, days=("2022-03-10", "2022-03-10")),
    )
    readout = read_out(Facts(name="t", contacts=contacts))
    for language in ("de", "en", "ru", "uk"):
        assert all(re.search("[.“”»]$", text) for text in said(readout, language))


def test_a_single_attempt_is_told_in_the_singular() -> None:
    facts = Facts(name="t", contacts=(reported_fact("A-1", Outcome.NOT_KNOWN_WHICH),))
    assert said(read_out(facts))[1:3] == [
        "It was not answered.",
        "The sources do not say whether it was declined or not answered.",
    ]
