"""What is left at a witness next."""

from hypothesis import given
from hypothesis import strategies as st

from firebreak.app.leaving import CALM, PACKETS_MAX, UNRECEIPTED, URGENT_MAX, Left, due, urgent
from firebreak.core.base.instants import SECOND, Instant
from firebreak.core.envelope.header import Ref
from firebreak.core.envelope.kinds import Kind, Precedence
from firebreak.core.line.owed import Owed
from firebreak.core.record.deposits import ENTRIES_MAX
from tests.covering import covers

NOW = Instant(1_700_000_000_000)


def owed(number: int, kind: Kind = Kind.MESSAGE, *, age: int = 0, level: int = 0) -> Owed:
    ref = Ref(bytes(16), number, number.to_bytes(32))
    return Owed(ref, kind, Precedence(level), Instant(NOW - age))


def filled(packets: int) -> Left:
    left = Left()
    for number in range(packets):
        left.note([(10_000 + number).to_bytes(32)], NOW)
    return left


KINDS = st.sampled_from([Kind.MESSAGE, Kind.CALL_OFFER, Kind.CHECK_PING, Kind.RECEIPT_NODE])


@covers("WITNESS-041")
@given(
    st.lists(st.tuples(KINDS, st.integers(0, 60_000), st.integers(0, 3)), max_size=40),
    st.booleans(),
    st.integers(0, 250),
)
def test_packets_are_bounded_and_in_the_order_of_the_log(
    entries: list[tuple[Kind, int, int]], cut: bool, packets: int
) -> None:
    waiting = [owed(number, kind, age=age, level=level) for number, (kind, age, level) in enumerate(entries)]
    chosen = due(waiting, filled(packets), cut=cut, now=NOW)
    assert len(chosen) <= ENTRIES_MAX
    assert [each for each in waiting if each in chosen] == chosen
    if packets >= PACKETS_MAX:
        assert not chosen or any(urgent(each) for each in chosen)
    if packets >= URGENT_MAX:
        assert not chosen
    if not cut:
        assert all(urgent(each) and each.at <= NOW - UNRECEIPTED for each in chosen)
    ripe = [each for each in waiting if urgent(each) and each.at <= NOW - UNRECEIPTED]
    if ripe and packets < URGENT_MAX:
        assert ripe[0] in chosen


@covers("WITNESS-041")
def test_a_call_goes_at_once_and_the_rest_waits_for_company() -> None:
    calm = [owed(number, age=5 * SECOND) for number in range(3)]
    assert due(calm, Left(), cut=True, now=NOW) == []
    assert due([owed(0, age=CALM)], Left(), cut=True, now=NOW) == [owed(0, age=CALM)]
    offer = owed(3, Kind.CALL_OFFER, age=SECOND)
    assert due([*calm, offer], Left(), cut=True, now=NOW) == [*calm, offer]


def test_what_lies_there_is_left_again_for_a_new_key_only() -> None:
    left, offer = Left(), owed(1, Kind.CALL_OFFER, age=SECOND)
    left.sealed_to(b"a key")
    left.note([offer.ref.hash], NOW)
    left.sealed_to(b"a key")
    assert due([offer], left, cut=True, now=NOW) == []
    left.sealed_to(b"another key")
    assert due([offer], left, cut=True, now=NOW) == [offer]


def test_what_is_receipted_takes_no_room() -> None:
    left = filled(PACKETS_MAX)
    left.forget([])
    assert not left.packets
