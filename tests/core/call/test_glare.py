"""Both call at once; both end at once."""

from itertools import permutations

from firebreak.core.call.bodies import CallGlare
from firebreak.core.call.events import CallBackAsked, Outcome, Why
from firebreak.core.call.table import State
from firebreak.core.envelope.kinds import Kind
from firebreak.core.envelope.learnt import Draft
from tests.core.call.wire import Pair, Side, call_id, events_of
from tests.covering import covers


def both_call(pair: Pair) -> tuple[Side, Side]:
    """Both call before they hear of the other's call. First comes the side whose offer has the lower hash."""
    offers = [(pair.place(side, number).ref.hash, side) for number, side in enumerate(pair.sides, start=1)]
    first, second = sorted(offers, key=lambda each: each[0])
    return first[1], second[1]


def number_of(pair: Pair, side: Side) -> int:
    return 1 if side is pair.north else 2


@covers("CALL-011", "CALL-012")
def test_of_two_calls_at_once_the_one_with_the_lower_hash_stands(pair: Pair) -> None:
    kept, given_up = both_call(pair)
    pair.settle()
    lost = given_up.view(number_of(pair, given_up), ours=True)
    stands = given_up.view(number_of(pair, kept), ours=False)
    assert lost.outcome is Outcome.GLARE
    assert not lost.is_attempt
    assert stands.outcome is Outcome.RINGING
    assert stands.mutual
    assert kept.kinds() == ["CALL_OFFER"], "the side whose call stands does not ring for the other one"
    assert given_up.kinds() == ["CALL_OFFER", "CALL_GLARE", "CALL_RINGING"]
    assert not lost.findings
    assert not stands.findings


def test_a_call_that_stands_for_both_can_be_answered(pair: Pair) -> None:
    kept, given_up = both_call(pair)
    pair.settle()
    pair.answer(given_up, number_of(pair, kept))
    pair.settle()
    for side in pair.sides:
        views = {view.outcome for view in side.calls.all()}
        assert views == {Outcome.GLARE, Outcome.ANSWERED}


def test_a_kept_call_that_is_withdrawn_asks_both_to_call_back(pair: Pair) -> None:
    kept, _ = both_call(pair)
    pair.settle()
    kept.write(kept.calls.cancel(call_id(number_of(pair, kept))), pair.now)
    pair.settle()
    for side in pair.sides:
        assert [each.why for each in events_of(side, CallBackAsked)] == [Why.GLARE]


def test_a_withdrawal_that_is_known_before_the_glare_asks_both_to_call_back(pair: Pair) -> None:
    kept, given_up = both_call(pair)
    glare = CallGlare(call=call_id(number_of(pair, given_up)), kept=call_id(number_of(pair, kept)))
    draft = Draft(kind=Kind.CALL_GLARE, body=glare)
    kept.write(kept.calls.cancel(call_id(number_of(pair, kept))), pair.now)
    pair.carry(kept)
    given_up.write(draft, pair.now)
    pair.carry(given_up)
    for side in pair.sides:
        assert [each.why for each in events_of(side, CallBackAsked)] == [Why.GLARE]


def test_calls_of_other_desks_are_no_glare(pair: Pair) -> None:
    pair.place(pair.north, 1)
    pair.place(pair.south, 2, from_desk="another")
    pair.settle()
    assert {view.outcome for view in pair.north.calls.all()} == {Outcome.RINGING}


def test_a_call_that_was_withdrawn_first_gives_way_to_nothing(pair: Pair) -> None:
    kept, given_up = both_call(pair)
    kept.write(kept.calls.cancel(call_id(number_of(pair, kept))), pair.now)
    pair.settle()
    assert given_up.view(number_of(pair, given_up), ours=True).outcome is Outcome.RINGING


@covers("CALL-010")
def test_an_answer_that_crosses_the_withdrawal_asks_both_to_call_back(pair: Pair) -> None:
    pair.place(pair.north)
    pair.settle()
    pair.answer(pair.south)
    pair.north.write(pair.north.calls.cancel(call_id(1)), pair.now)
    pair.settle()
    for side, ours in ((pair.north, True), (pair.south, False)):
        seen = side.view(1, ours=ours)
        assert (seen.outcome, seen.crossed, seen.state) == (Outcome.ANSWERED, True, State.ENDED)
        assert [each.why for each in events_of(side, CallBackAsked)] == [Why.CROSSED]
        assert seen.findings == ()


def test_in_every_order_of_arrival_the_call_back_is_asked_for_once(pair: Pair) -> None:
    pair.place(pair.north)
    pair.settle()
    pair.answer(pair.south)
    pair.north.write(pair.north.calls.cancel(call_id(1)), pair.now)
    items = [each for each in pair.north.record if each.ours] + [
        each for each in pair.south.record if each.ours
    ]
    for order in permutations(range(len(items))):
        fresh = Pair()
        for index in order:
            item = items[index]
            ours = item in pair.north.record
            fresh.north.take(type(item)(item.ref, item.header, item.body, ours, item.at))
        assert len(events_of(fresh.north, CallBackAsked)) == 1
