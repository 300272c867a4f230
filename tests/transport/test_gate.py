"""Who may connect how often."""

from hypothesis import given
from hypothesis import strategies as st

from firebreak.core.base.instants import MINUTE, Instant
from firebreak.transport.gate import ADDRESSES_MAX, STRANGERS, Gate, owner
from tests.covering import covers

NOW = Instant(0)


@covers("LIMITS-012")
def test_each_address_has_its_budget() -> None:
    gate = Gate(per_minute=6, at_once=3)
    assert [gate.admits("192.0.2.1", NOW) for _ in range(4)] == [True, True, True, False]
    assert gate.admits("192.0.2.2", NOW)
    assert gate.admits("192.0.2.1", Instant(MINUTE // 6))
    assert gate.refused == 1


@covers("LIMITS-012", "I22")
def test_many_strangers_cost_no_more_than_a_few() -> None:
    gate = Gate(per_minute=1, at_once=3)
    admitted = sum(gate.admits(f"198.51.{high}.{low}", NOW) for high in range(16) for low in range(250))
    assert admitted == STRANGERS * 3
    assert len(gate._addresses) <= ADDRESSES_MAX


@covers("LIMITS-013")
def test_strangers_do_not_keep_a_counterpart_out() -> None:
    gate = Gate(per_minute=1, at_once=2)
    gate.proved("203.0.113.9")
    for number in range(200):
        gate.admits(f"198.51.100.{number}", NOW)
    assert gate.admits("203.0.113.9", NOW)
    assert gate.admits("203.0.113.9", NOW)
    assert not gate.admits("203.0.113.9", NOW), "its own budget holds for it too"


def test_the_half_of_an_address_that_its_owner_can_change_does_not_count() -> None:
    assert owner("2001:db8::1") == owner("2001:db8::ffff:1") != owner("2001:db8:0:1::1")
    assert owner("fe80::1%eth0") == owner("fe80::2%eth0")
    assert owner("::ffff:192.0.2.1") != owner("::ffff:192.0.2.2")


@given(st.text(max_size=30))
def test_any_address_has_an_owner(address: str) -> None:
    assert isinstance(owner(address), str)
