"""Silences with uncertain dates: the certain length and the longest possible one."""

from datetime import date
from itertools import pairwise, product

from hypothesis import given, settings
from hypothesis import strategies as st

from firebreak.core.ledger.days import Days, Window
from firebreak.core.ledger.facts import ContactFact, Outcome
from firebreak.core.ledger.silences import Contacts, Silence
from tests.core.ledger.making import fact, only_line
from tests.core.ledger.strategies import day, one_fact
from tests.covering import covers


def contacts(*facts: ContactFact, window: Window | None = None) -> Contacts:
    return Contacts.among(facts, window or Window())


@covers("LEDGER-043")
def test_a_silence_between_uncertain_days_has_two_lengths() -> None:
    both = contacts(fact("a", "2022-02-11", "2022-02-18"), fact("b", "2022-05-19"))
    assert both.silences() == [Silence(date(2022, 2, 18), date(2022, 5, 19), ongoing=False)]
    assert (both.longest(), both.longest_possible()) == (90, 97)


@covers("LEDGER-041")
def test_a_contact_of_the_other_side_ends_a_silence_too() -> None:
    back = fact("b", "2022-03-11", from_party="South", to_party="North")
    found = only_line(fact("a", "2022-03-01"), back, until="2022-03-20")
    assert (str(found.last_contact), found.longest_silence_days) == ("2022-03-11", 10)


@covers("LEDGER-041")
def test_contacts_before_the_window_count_for_silence_but_not_as_attempts() -> None:
    found = only_line(fact("a", "2022-01-01"), since="2022-03-01", until="2022-03-31")
    assert (found.attempts_min, str(found.last_contact), found.longest_silence_days) == (0, "2022-01-01", 89)


@covers("LEDGER-043")
def test_a_silence_that_ended_before_the_window_is_not_its_longest() -> None:
    old = fact("a", "2020-01-01"), fact("b", "2022-01-01"), fact("c", "2022-03-02")
    assert only_line(*old, since="2022-03-01", until="2022-03-31").longest_silence_days == 60


@covers("LEDGER-044")
def test_without_an_end_a_silence_is_measured_to_the_last_attempt_of_either_side() -> None:
    tries = [
        fact("b", "2022-03-05", outcome=Outcome.NO_ANSWER),
        fact("c", "2022-03-09", outcome=Outcome.NO_ANSWER, from_party="South", to_party="North"),
    ]
    found = only_line(fact("a", "2022-03-01"), *tries)
    assert (found.longest_silence_days, str(found.unanswered_since)) == (8, "2022-03-05")


def test_one_contact_alone_is_no_silence() -> None:
    alone = contacts(fact("a", "2022-03-01", "2022-03-20"))
    assert (alone.longest(), alone.longest_possible()) == (0, 0)


@covers("LEDGER-016", "LEDGER-043")
def test_a_doubtful_contact_shortens_the_certain_silence_only() -> None:
    doubtful = fact("b", "2022-03-11", doubtful=("outcome",))
    found = contacts(fact("a", "2022-03-01"), doubtful, fact("c", "2022-03-31"))
    assert (found.longest(), found.longest_possible()) == (20, 30)
    assert str(found.last()) == "2022-03-31"


@covers("LEDGER-046")
def test_nothing_is_a_silence_before_the_first_certain_contact() -> None:
    doubtful = fact("a", "2022-01-01", doubtful=("outcome",))
    found = contacts(doubtful, fact("b", "2022-03-01"), fact("c", "2022-03-11"))
    assert [gap.days for gap in found.silences()] == [10]


def test_of_contacts_that_may_begin_on_one_day_the_first_to_be_certain_ends_the_silence() -> None:
    found = contacts(fact("a", "2022-03-01"), fact("b", "2022-03-11"), fact("c", "2022-03-11", "2022-03-16"))
    assert (found.longest(), found.longest_possible()) == (10, 10)


def test_a_later_contact_that_may_lie_in_the_window_widens_the_last_contact() -> None:
    window = Window(until=date(2022, 3, 23))
    found = contacts(
        fact("a", "2022-03-01", "2022-03-04"), fact("b", "2022-03-04", "2022-05-13"), window=window
    )
    assert str(found.last()) == "2022-03-01/2022-03-23"


@covers("LEDGER-045")
def test_on_one_day_only_known_times_of_one_zone_tell_what_came_first() -> None:
    answered = fact("a", "2022-03-01", minute=540, zone="UTC")
    later = fact("b", "2022-03-01", minute=600, zone="UTC", outcome=Outcome.NO_ANSWER)
    assert str(only_line(answered, later).unanswered_since) == "2022-03-01"
    for unsure in ({"minute": None}, {"minute": 539}, {"zone": "Asia/Seoul"}):
        other = fact(
            "b", "2022-03-01", **{"minute": 600, "zone": "UTC", "outcome": Outcome.NO_ANSWER} | unsure
        )
        assert only_line(answered, other).unanswered_since is None
    unknown = fact("a", "2022-03-01", zone="UTC")
    assert only_line(unknown, later).unanswered_since is None


@covers("LEDGER-045")
def test_what_the_caller_withdrew_is_not_unanswered() -> None:
    for outcome in (Outcome.WITHDRAWN, Outcome.OTHER, Outcome.DECLINED, Outcome.BUSY):
        found = only_line(fact("a", "2022-03-01"), fact("b", "2022-03-05", outcome=outcome))
        assert found.unanswered_since is None


@st.composite
def few_contacts(draw: st.DrawFn) -> list[ContactFact]:
    """Up to four single contacts within a few days of doubt each."""
    found: list[ContactFact] = []
    for number in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, 12))
        these = Days(day(start), day(start + draw(st.integers(0, 4))))
        found.append(fact(f"F-{number}", f"{these.earliest}", f"{these.latest}"))
    return found


def longest_gap(days: tuple[date, ...], end: date) -> int:
    ordered = sorted((*days, end))
    return max((later - earlier).days for earlier, later in pairwise(ordered))


@given(few_contacts())
@settings(max_examples=40)
@covers("LEDGER-043")
def test_the_two_lengths_hold_for_every_way_the_contacts_can_have_been(
    given_facts: list[ContactFact],
) -> None:
    end = day(20)
    found = contacts(*given_facts, window=Window(until=end))
    ways = product(
        *([day(n) for n in range(17) if each.days.overlaps(Days(day(n), day(n)))] for each in given_facts)
    )
    lengths = [longest_gap(way, end) for way in ways]
    certain, possible = found.longest(), found.longest_possible()
    assert certain is not None
    assert certain <= min(lengths)
    assert possible == max(lengths)


@given(
    st.lists(st.integers(0, 3), max_size=3).flatmap(
        lambda n: st.tuples(*(one_fact(f"F-{i}") for i, _ in enumerate(n)))
    )
)
def test_certain_silences_follow_one_another(given_facts: tuple[ContactFact, ...]) -> None:
    found = contacts(*given_facts).silences()
    assert all(one.ended <= other.began for one, other in pairwise(found))
    assert all(each.days > 0 for each in found)
    assert not any(each.ongoing for each in found[:-1])
