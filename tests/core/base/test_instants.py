"""Instants as people read them."""

import pytest

from firebreak.core.base.instants import FIRST, LAST, Instant, iso


@pytest.mark.parametrize(
    ("instant", "text"),
    [
        (0, "1970-01-01T00:00:00Z"),
        (FIRST, "0001-01-01T00:00:00Z"),
        (LAST, "9999-12-31T23:59:59Z"),
        (LAST + 1, "253402300800000 ms after 1970"),
        ((1 << 63) - 1, "9223372036854775807 ms after 1970"),
    ],
)
def test_an_instant_that_no_calendar_reaches_is_shown_all_the_same(instant: int, text: str) -> None:
    assert iso(Instant(instant)).rjust(len(text), "0") == text
