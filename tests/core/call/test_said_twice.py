"""What the two live nodes of one party say of a call: the other side is told of it once."""

import pytest

from firebreak.core.call.bodies import CallBusy
from firebreak.core.call.events import CallEvent, Rang, WasBusy, WasUnattended
from firebreak.core.call.facts import CallKey
from tests.core.call.wire import Pair, Side, call_id, events_of, received, signed
from tests.covering import covers


def second(pair: Pair) -> Side:
    """Another live node of South, which knows what South knows."""
    twin = Side("south", watch=pair.south.watch)
    twin.record, twin.starts = list(pair.south.record), 7
    twin.start()
    return twin


def told(pair: Pair, twin: Side, kind: type[CallEvent], *, twin_first: bool) -> int:
    """How often North is told something when the words of both have come, in this order."""
    first, last = (twin, pair.south) if twin_first else (pair.south, twin)
    for item in [*first.outgoing, *last.outgoing]:
        pair.north.take(received(item, pair.now))
    return len(events_of(pair.north, kind))


@covers("CALL-031", "I6")
@pytest.mark.parametrize("twin_first", [True, False])
@pytest.mark.parametrize("watched", [True, False])
def test_what_two_nodes_say_alike_is_told_once(*, twin_first: bool, watched: bool) -> None:
    pair = Pair()
    pair.south.watch.by_desk["south desk"] = int(watched)
    pair.place(pair.north)
    pair.carry(pair.north)
    twin = second(pair)
    for each in (pair.south, twin):
        each.tick(pair.now)
    assert told(pair, twin, Rang if watched else WasUnattended, twin_first=twin_first) == 1


@covers("CALL-031", "I6")
@pytest.mark.parametrize("twin_first", [True, False])
def test_that_a_call_rings_is_told_once_although_the_consoles_are_counted_twice(*, twin_first: bool) -> None:
    pair = Pair()
    pair.place(pair.north)
    pair.carry(pair.north)
    twin = second(pair)
    for consoles, each in ((2, pair.south), (1, twin)):
        each.watch.by_desk["south desk"] = consoles
        each.tick(pair.now)
    assert told(pair, twin, Rang, twin_first=twin_first) == 1


@covers("CALL-031")
@pytest.mark.parametrize("twin_first", [True, False])
def test_another_officers_word_that_counts_instead_is_told(*, twin_first: bool) -> None:
    pair = Pair()
    pair.place(pair.north)
    pair.carry(pair.north)
    twin = second(pair)
    for number, side in enumerate((pair.south, twin)):
        prepared = side.calls.prepare_busy(call_id(1))
        body = signed(prepared, f"Duty Officer {number}")
        assert isinstance(body, CallBusy)
        side.write(side.calls.busy(body), pair.now)
    count = told(pair, twin, WasBusy, twin_first=twin_first)
    word = pair.north.calls.book.calls[CallKey(ours=True, call=call_id(1))].account.word
    assert word is not None
    assert [each.officer for each in events_of(pair.north, WasBusy)][-1] == word.officer
    assert count in {1, 2}
