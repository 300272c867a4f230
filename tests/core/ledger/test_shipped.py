"""Facts of the two shipped timelines that a ledger must reproduce."""

import pytest

from firebreak.core.ledger.days import Window
from firebreak.core.ledger.facts import Evidence, Kind, Outcome
from firebreak.core.ledger.imported import facts_of
from firebreak.core.ledger.silences import Contacts
from tests.core.ledger.making import SHIPPED, days, ledger_of, left_out_of, line, mentioned, shipped
from tests.covering import covers

WAR = ("2022-02-24", "2022-05-12")
MONTH = ("2022-02-24", "2022-03-23")


def silences(name: str, channel: str, kind: Kind = Kind.CALL) -> list[int]:
    facts, _ = facts_of(shipped(name))
    those = (fact for fact in facts if fact.channel == channel and fact.kind is kind)
    return [gap.days for gap in Contacts.among(those, Window()).silences()]


@pytest.mark.parametrize("name", SHIPPED)
@pytest.mark.parametrize(
    "window", [("", ""), WAR, MONTH, ("2021-08-10", ""), ("", "2018-01-03"), ("2030-01-01", "")]
)
@covers("LEDGER-011")
def test_every_row_is_counted_or_left_out_exactly_once(name: str, window: tuple[str, str]) -> None:
    assert mentioned(ledger_of(name, *window)) == sorted(row.id for row in shipped(name))


def test_the_ministers_of_2022_refused_at_least_four_times_and_talked_three_times() -> None:
    found = line(ledger_of("us-russia-2022"), "US", "RU", "minister")
    assert (found.attempts_min, found.attempts_max) == (7, None)
    assert (found.answered_min, found.answered_max) == (3, 3)
    assert found.attempts_min - found.answered_min == 4
    assert (found.declined, found.no_answer, found.not_known_which) == (0, 1, 3)
    assert (found.longest_silence_days, found.longest_silence_days_max) == (161, 161)
    assert silences("us-russia-2022", "minister") == [84, 161, 2]


@covers("LEDGER-014", "LEDGER-015", "LEDGER-041", "LEDGER-042", "LEDGER-044")
def test_from_the_invasion_to_the_eve_of_the_first_call_no_minister_was_reached() -> None:
    found = line(ledger_of("us-russia-2022", *WAR), "US", "RU", "minister")
    assert (found.attempts_min, found.attempts_max) == (4, None)
    assert (found.answered_min, found.answered_max) == (0, 0)
    assert found.rows == ("UR-05", "UR-19", "UR-21")
    assert found.outcomes == {Outcome.NO_ANSWER: 1, Outcome.NOT_KNOWN_WHICH: 3}
    assert found.last_contact == days("2022-02-18")
    assert found.unanswered_since == days("2022-02-24", "2022-03-23")
    assert found.longest_silence_days == 83
    assert found.evidence == (Evidence.SOURCE,)


@covers("LEDGER-042", "LEDGER-043")
def test_two_reported_dates_of_the_last_contact_are_both_kept() -> None:
    found = line(ledger_of("us-russia-2022", *WAR), "US", "RU", "chief_of_staff")
    assert (found.attempts_min, found.attempts_max, found.answered_max) == (2, None, 0)
    assert str(found.last_contact) == "2022-02-11/2022-02-18"
    assert (found.longest_silence_days, found.longest_silence_days_max) == (83, 90)
    assert left_out_of(found)["UR-02"] == "2022-02-11/2022-02-18 lies outside the window"


@covers("LEDGER-031", "LEDGER-032")
def test_what_the_report_of_23_march_could_count() -> None:
    ledger = ledger_of("us-russia-2022", *MONTH)
    for channel in ("minister", "chief_of_staff"):
        found = line(ledger, "US", "RU", channel)
        assert (found.attempts_min, found.attempts_max, found.not_known_which) == (2, None, 2)
        assert (found.answered_max, found.longest_silence_days) == (0, 33)
    check = line(ledger, "US", "RU", "deconfliction_line", Kind.CHECK)
    assert (check.attempts_min, check.attempts_max, check.answered_min) == (1, None, 1)
    assert check.rows == ("UR-08",)
    assert left_out_of(check)["UR-11"] == "date range 2022-03-04/2022-05-13 reaches beyond the window"
    call = line(ledger, "US", "RU", "deconfliction_line")
    assert (call.attempts_min, call.attempts_max, call.rows) == (0, None, ())
    assert left_out_of(call)["UR-39"] == "date range 2022-03-01/2022-11-28 reaches beyond the window"


@covers("LEDGER-019", "LEDGER-020", "LEDGER-022")
def test_the_first_check_and_the_long_row_of_checks_are_not_added_up() -> None:
    found = line(ledger_of("us-russia-2022"), "US", "RU", "deconfliction_line", Kind.CHECK)
    assert (found.attempts_min, found.attempts_max) == (71, 142)
    assert (found.answered_min, found.answered_max) == (71, 142)
    assert found.rows == ("UR-11",)
    assert "UR-11" in left_out_of(found)["UR-08"]
    assert found.doubtful == {"UR-11": ("attempts_min", "attempts_max", "date_end")}


@covers("LEDGER-016", "LEDGER-046")
def test_the_one_call_on_the_deconfliction_line_proves_no_contact() -> None:
    found = line(ledger_of("us-russia-2022"), "US", "RU", "deconfliction_line")
    assert (found.attempts_min, found.attempts_max) == (1, 1)
    assert (found.answered_min, found.answered_max) == (0, 1)
    assert found.outcomes == {Outcome.DOUBTFUL: 1}
    assert found.last_contact is None
    assert found.longest_silence_days is None


@covers("LEDGER-010")
def test_notices_went_both_ways_all_year_and_are_counted_apart_from_calls() -> None:
    ledger = ledger_of("us-russia-2022")
    notices = {
        (each.from_party, each.channel): each.outcomes for each in ledger.lines if each.kind is Kind.NOTICE
    }
    assert notices == {
        ("RU", "embassy"): {Outcome.DELIVERED: 1},
        ("RU", "syria_deconfliction_line"): {Outcome.DELIVERED: 1},
        ("RU", "treaty_notification"): {Outcome.DELIVERED: 3},
        ("US", "treaty_notification"): {Outcome.DELIVERED: 1},
        ("US", "undisclosed"): {Outcome.DELIVERED: 1},
    }


@covers("LEDGER-017")
def test_what_is_no_attempt_says_what_it_is_instead() -> None:
    ledger = ledger_of("us-russia-2022")
    beside = {out.ref: out.text for out in ledger.left_out}
    assert set(beside) == {"UR-04", "UR-09", "UR-10", "UR-12", "UR-13", "UR-17", "UR-18", "UR-36"}
    assert beside["UR-04"] == "an incident, told for context"
    first = line(ledger, "US", "RU", "deconfliction_line", Kind.CHECK)
    assert left_out_of(first)["UR-38"] == "the line was not used"


@covers("LEDGER-018")
def test_a_request_that_led_to_a_call_is_not_a_second_attempt() -> None:
    ledger = ledger_of("us-russia-2022")
    found = line(ledger, "US", "RU", "foreign_minister")
    assert (found.attempts_min, found.rows) == (1, ("UR-26",))
    assert "UR-26" in left_out_of(found)["UR-25"]
    before = line(ledger_of("us-russia-2022", "", "2022-07-28"), "US", "RU", "foreign_minister", Kind.REQUEST)
    assert before.rows == ("UR-25",)


def test_a_chief_of_staff_who_was_not_reached_in_november_counts_as_not_known_which() -> None:
    found = line(ledger_of("us-russia-2022"), "US", "RU", "chief_of_staff")
    assert (found.attempts_min, found.attempts_max, found.not_known_which) == (5, None, 3)
    assert str(found.unanswered_since) == "2022-11-15"
    assert found.longest_silence_days == 158


def test_the_liaison_line_was_silent_from_its_last_answered_call_to_its_reopening() -> None:
    """Cut on 9 June 2020, 413 days before it reopened; the last answered call was the day before."""
    assert silences("inter-korea", "liaison_line", Kind.CHECK)[:3] == [414, 14, 55]
    found = line(ledger_of("inter-korea", "", "2021-07-26"), "ROK", "DPRK", "liaison_line", Kind.CHECK)
    assert (found.longest_silence_days, found.last_contact) == (413, days("2020-06-08"))
    reopened = line(ledger_of("inter-korea", "", "2021-07-27"), "ROK", "DPRK", "liaison_line", Kind.CHECK)
    assert (reopened.longest_silence_days, reopened.last_contact) == (414, days("2021-07-27"))
    assert reopened.unanswered_since is None


@covers("LEDGER-045")
def test_an_afternoon_call_not_taken_follows_the_morning_call_that_was() -> None:
    found = line(
        ledger_of("inter-korea", "2021-08-10", "2021-09-27"), "ROK", "DPRK", "liaison_line", Kind.CHECK
    )
    assert (found.attempts_min, found.attempts_max, found.answered_min, found.no_answer) == (6, 6, 1, 5)
    assert str(found.unanswered_since) == "2021-08-10"
    day_before = line(ledger_of("inter-korea", "", "2020-06-08"), "ROK", "DPRK", "liaison_line", Kind.CHECK)
    assert (day_before.no_answer, day_before.unanswered_since) == (1, None)


@covers("LEDGER-023")
def test_the_long_silence_of_2023_begins_where_the_day_rows_end() -> None:
    found = line(ledger_of("inter-korea", "2023-04-07"), "ROK", "DPRK", "liaison_line", Kind.CHECK)
    assert (found.attempts_min, found.attempts_max, found.answered_max) == (4, 299, 0)
    assert found.rows == ("IK-41", "IK-42", "IK-47", "IK-50")
    assert str(found.unanswered_since) == "2023-04-07"
    assert (found.longest_silence_days, found.longest_silence_days_max) == (189, 394)


def test_ship_radio_was_silent_for_three_years_with_calls_of_unknown_number() -> None:
    found = line(ledger_of("inter-korea"), "ROK", "DPRK", "ship_radio", Kind.CHECK)
    assert (found.attempts_min, found.attempts_max, found.longest_silence_days) == (3, 842, 1129)


def test_a_line_out_of_order_is_unreachable_not_unanswered_by_anyone() -> None:
    found = line(ledger_of("inter-korea"), "ROK", "DPRK", "military_line_east", Kind.CHECK)
    assert found.outcomes == {Outcome.ANSWERED: 1, Outcome.UNREACHABLE: 1}
    assert found.no_answer == 0
