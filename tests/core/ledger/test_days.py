"""The day on which something stands in the ledger."""

from datetime import date

import pytest

from firebreak.core.ledger.entries import days_of


@pytest.mark.parametrize(
    ("instant", "day"),
    [(0, date(1970, 1, 1)), (1_648_044_309_000, date(2022, 3, 23)), ((1 << 63) - 1, date(9999, 12, 31))],
)
def test_every_instant_that_can_be_signed_has_a_day(instant: int, day: date) -> None:
    assert days_of(instant).earliest == day
