"""Which of overlapping facts stay."""

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from firebreak.core.ledger.facts import REACHED, ContactFact, Outcome
from firebreak.core.ledger.overlap import choose
from tests.core.ledger.making import fact, left_out_of, only_line
from tests.core.ledger.strategies import facts
from tests.covering import covers


def clash(one: ContactFact, other: ContactFact) -> bool:
    return one.days.overlaps(other.days) and not (one.days.is_one_day and other.days.is_one_day)


def weight(those: tuple[ContactFact, ...]) -> tuple[int, int]:
    reached = sum(each.attempts_min for each in those if each.tally in REACHED)
    return reached, sum(each.attempts_min for each in those)


@covers("LEDGER-020")
def test_facts_of_one_day_are_all_counted() -> None:
    found = only_line(fact("a", "2022-03-01"), fact("b", "2022-03-01"), fact("c", "2022-03-02"))
    assert found.attempts_min == 3


@covers("LEDGER-021", "LEDGER-022")
def test_the_range_with_more_attempts_stays_and_the_day_names_it() -> None:
    several = fact(
        "range", "2022-03-01", "2022-03-31", outcome=Outcome.NO_ANSWER, attempts_min=2, attempts_max=None
    )
    found = only_line(several, fact("day", "2022-03-13", outcome=Outcome.DECLINED))
    assert (found.attempts_min, found.attempts_max, found.rows) == (2, None, ("range",))
    assert left_out_of(found) == {
        "day": "2022-03-13 overlaps range (2022-03-01/2022-03-31), which stays; "
        "both may tell of the same attempts"
    }


@covers("LEDGER-021")
def test_an_answer_never_gives_way_to_a_refusal() -> None:
    refusals = fact(
        "range", "2022-03-01", "2022-03-31", outcome=Outcome.DECLINED, attempts_min=10, attempts_max=10
    )
    found = only_line(refusals, fact("day", "2022-03-13"))
    assert (found.attempts_min, found.answered_min, found.rows) == (1, 1, ("day",))


def test_of_equals_the_more_closely_dated_one_stays() -> None:
    found = only_line(fact("range", "2022-03-01", "2022-03-31"), fact("day", "2022-03-13"))
    assert found.rows == ("day",)


@covers("LEDGER-023")
def test_ranges_that_touch_are_both_counted() -> None:
    found = only_line(fact("a", "2022-03-01", "2022-03-10"), fact("b", "2022-03-11", "2022-03-20"))
    assert found.rows == ("a", "b")


def test_a_left_out_fact_still_tells_of_the_last_contact() -> None:
    checks = fact("range", "2022-03-04", "2022-05-13", attempts_min=71, attempts_max=142)
    found = only_line(checks, fact("day", "2022-05-13"))
    assert str(found.last_contact) == "2022-05-13"


@given(facts(size_max=8))
@covers("LEDGER-020", "LEDGER-021")
def test_no_other_choice_holds_more(given_facts: list[ContactFact]) -> None:
    stay, instead = choose(given_facts)
    assert not any(clash(one, other) for one, other in combinations(stay, 2))
    others = (
        those
        for size in range(len(given_facts) + 1)
        for those in combinations(given_facts, size)
        if not any(clash(one, other) for one, other in combinations(those, 2))
    )
    assert weight(tuple(stay)) == max(weight(those) for those in others)
    by_ref = {each.ref: each for each in given_facts}
    assert {each.ref for each in stay} | instead.keys() == by_ref.keys()
    assert all(clash(by_ref[ref], other) and other in stay for ref, other in instead.items())


@given(facts(), st.randoms(use_true_random=False))
@covers("LEDGER-012")
def test_the_choice_does_not_depend_on_the_order(given_facts: list[ContactFact], chance: object) -> None:
    shuffled = list(given_facts)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    assert choose(shuffled) == choose(given_facts)
