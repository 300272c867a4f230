"""The line agreement: bounded data with a hash."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firebreak.core.base.shape import BadShape
from firebreak.core.envelope.agreement import DEFAULT_CLOCKS, Agreement, Calendar, LineAgree, Padding
from firebreak.core.envelope.kinds import Precedence
from tests.covering import covers


@covers("PAIRING-010")
@given(
    ring=st.integers(5, 180),
    languages=st.lists(st.sampled_from(["en", "de", "ru", "uk"]), max_size=4),
    padding=st.sampled_from(Padding),
    holidays=st.lists(st.just("2022-05-09"), max_size=3),
)
def test_an_agreement_reads_back_with_the_same_hash(
    ring: int, languages: list[str], padding: Padding, holidays: list[str]
) -> None:
    agreement = Agreement(
        ring_seconds=ring,
        languages=tuple(languages),
        padding=padding,
        calendar=Calendar(holidays=tuple(holidays)),
    )
    body = LineAgree(agreement=agreement)
    assert LineAgree.from_bytes(body.to_bytes()) == body
    assert LineAgree.from_bytes(body.to_bytes()).agreement.hash == agreement.hash


@covers("PAIRING-010")
def test_another_agreement_has_another_hash() -> None:
    assert Agreement(ring_seconds=61).hash != Agreement().hash


def test_flash_has_the_shortest_clocks() -> None:
    flash = DEFAULT_CLOCKS[Precedence.FLASH]
    assert (flash.node_seconds, flash.desk_seconds, flash.acknowledge_seconds) == (10, 30, 180)


@covers("PAIRING-011")
def test_an_agreement_with_clocks_for_three_precedences_is_refused() -> None:
    with pytest.raises(ValueError, match="clocks for 3"):
        replace(Agreement(), clocks=DEFAULT_CLOCKS[:3])
    with pytest.raises(BadShape):
        Agreement.from_map({6: [each.to_map() for each in DEFAULT_CLOCKS[:3]]})
