"""A budget in time never gives more than it says, and gives all of it back."""

from hypothesis import given
from hypothesis import strategies as st

from firebreak.core.base.bucket import Bucket
from firebreak.core.base.instants import HOUR, MINUTE, Instant
from tests.covering import covers

spendings = st.lists(st.tuples(st.integers(0, 5 * MINUTE), st.integers(1, 9)), max_size=60)


def test_so_many_at_once_and_so_many_a_minute_after_that() -> None:
    bucket, now = Bucket(2, 3), Instant(0)
    for _ in range(3):
        assert bucket.has(now)
        bucket.take(1, now)
    assert not bucket.has(now)
    assert bucket.again_at(now) == MINUTE // 2
    assert bucket.has(Instant(MINUTE // 2))


def test_what_is_larger_than_the_rest_is_owed() -> None:
    bucket = Bucket(6, 6, HOUR)
    bucket.take(12, Instant(0))
    assert bucket.owes(Instant(HOUR - 1))
    assert not bucket.owes(Instant(HOUR))
    assert bucket.again_at(Instant(0)) == HOUR + HOUR // 6


@given(st.integers(1, 50), st.integers(1, 50), st.integers(1, 5_000))
def test_spending_what_is_not_there_again_and_again_ends_in_a_bounded_debt(
    amount: int, at_once: int, times: int
) -> None:
    bucket = Bucket(amount, at_once)
    for _ in range(times):
        bucket.take(1, Instant(0))
    assert bucket.again_at(Instant(0)) <= -(-(at_once + 1) * MINUTE // amount)


@covers("I22")
@given(st.integers(1, 50), st.integers(1, 50), spendings)
def test_no_order_of_spending_gets_more_than_the_budget(
    amount: int, at_once: int, spendings: list[tuple[int, int]]
) -> None:
    bucket, now, spent = Bucket(amount, at_once), Instant(0), 0
    for pause, wanted in spendings:
        now = Instant(now + pause)
        if bucket.has(now):
            bucket.take(wanted, now)
            spent += wanted
        assert spent <= at_once + amount * now / MINUTE + 9
        assert bucket.has(bucket.again_at(now))


@given(st.integers(1, 50), st.integers(1, 50), spendings)
def test_after_a_long_pause_all_of_it_is_there_again_and_no_more(
    amount: int, at_once: int, spendings: list[tuple[int, int]]
) -> None:
    bucket, now = Bucket(amount, at_once), Instant(0)
    for pause, wanted in spendings:
        now = Instant(now + pause)
        bucket.take(wanted, now)
    rested = Instant(now + 10_000 * MINUTE)
    for _ in range(at_once):
        assert bucket.has(rested)
        bucket.take(1, rested)
    assert not bucket.has(rested)


def test_a_clock_that_runs_backwards_gives_nothing() -> None:
    bucket = Bucket(1, 1)
    bucket.take(1, Instant(HOUR))
    assert not bucket.has(Instant(0))
