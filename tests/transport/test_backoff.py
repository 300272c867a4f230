"""Waits between dials: longer each time, bounded, with chance in them."""

from hypothesis import given
from hypothesis import strategies as st

from firebreak.transport.backoff import LONGEST_SECONDS, Backoff
from tests.covering import covers


@covers("TRANSPORT-037")
def test_waits_double_up_to_the_longest_and_begin_anew_after_success() -> None:
    backoff = Backoff(chance=lambda: 1.0)
    assert [backoff.next_seconds() for _ in range(9)] == [0.25, 0.5, 1, 2, 4, 8, 16, 30, 30]
    backoff.worked()
    assert backoff.next_seconds() == 0.25


@covers("TRANSPORT-037")
@given(chances=st.lists(st.floats(0, 1, exclude_max=True), min_size=1, max_size=20))
def test_no_wait_is_less_than_half_or_more_than_the_longest(chances: list[float]) -> None:
    source = iter(chances)
    backoff = Backoff(chance=lambda: next(source))
    full = 0.25
    for _ in chances:
        assert full / 2 <= backoff.next_seconds() <= full
        full = min(full * 2, LONGEST_SECONDS)
