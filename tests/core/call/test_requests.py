"""Requests for calls: turns, clocks, and what does not count."""

from itertools import permutations
from typing import Any

import pytest

from firebreak.core.base.errors import LocalError
from firebreak.core.base.instants import HOUR, MINUTE, Instant
from firebreak.core.call.asking import Answer, CallReply, CallRequest, Interpreter, SubjectClass, Window
from firebreak.core.call.bodies import Reason
from firebreak.core.call.dialogue import OPEN, REPLIES, Dialogue, Standing
from firebreak.core.call.request_events import (
    CallDue,
    RequestAnswered,
    RequestDoubted,
    RequestMade,
    RequestOverdue,
)
from firebreak.core.envelope.kinds import Kind, Precedence
from firebreak.core.envelope.learnt import Draft, Learnt
from tests.core.call.wire import START, Pair, Side, call_id, events_of, signed
from tests.covering import covers

MORNING = Window(opens_at=START + 9 * HOUR, closes_at=START + 10 * HOUR)
EVENING = Window(opens_at=START + 18 * HOUR, closes_at=START + 19 * HOUR)


def ask(pair: Pair, side: Side, number: int = 1, precedence: Precedence = Precedence.PRIORITY) -> Learnt:
    body = CallRequest(
        request=call_id(number),
        level="minister",
        desk="Lagezentrum",
        from_desk="NMCC",
        subject=SubjectClass.INCIDENT,
        windows=(MORNING,),
        language="en",
        interpreter=Interpreter.ASKED_SIDE,
        text="Yavoriv",
    )
    return side.write(
        side.calls.requests.request(signed(side.calls.requests.prepare_request(body)), precedence), pair.now
    )


def reply(pair: Pair, side: Side, answer: Answer, number: int = 1, **more: Any) -> Learnt:
    requests = side.calls.requests
    body = signed(requests.prepare_reply(call_id(number), answer, **more))
    return side.write(requests.reply(body), pair.now)


def standing(side: Side) -> Standing:
    (only,) = side.calls.requests.all()
    return only.standing


def essence(found: Dialogue) -> object:
    return found.request.ref, [each.ref for each in found.replies], found.standing, found.window


def settled(pair: Pair) -> Standing:
    pair.settle()
    north, south = (side.calls.requests.all() for side in pair.sides)
    assert list(map(essence, north)) == list(map(essence, south))
    return standing(pair.north)


@covers("CALL-024")
def test_a_request_is_accepted_with_the_window_it_offers(pair: Pair) -> None:
    ask(pair, pair.north)
    pair.settle()
    reply(pair, pair.south, Answer.ACCEPT)
    assert settled(pair) is Standing.AGREED
    assert [each.window for each in events_of(pair.north, RequestAnswered)] == [MORNING]


@covers("CALL-024")
def test_a_proposal_gives_the_turn_back(pair: Pair) -> None:
    ask(pair, pair.north)
    pair.settle()
    with pytest.raises(LocalError, match="FB158"):
        pair.north.calls.requests.prepare_reply(call_id(1), Answer.ACCEPT)
    reply(pair, pair.south, Answer.PROPOSE, window=EVENING)
    assert settled(pair) is Standing.PROPOSED
    with pytest.raises(LocalError, match="FB158"):
        pair.south.calls.requests.prepare_reply(call_id(1), Answer.DECLINE)
    with pytest.raises(LocalError, match="FB158"):
        pair.north.calls.requests.prepare_reply(call_id(1), Answer.MESSAGE)
    reply(pair, pair.north, Answer.ACCEPT)
    assert settled(pair) is Standing.AGREED
    assert pair.south.calls.requests.all()[0].window == EVENING


@pytest.mark.parametrize(
    ("answer", "end"), [(Answer.DECLINE, Standing.DECLINED), (Answer.MESSAGE, Standing.MESSAGE_TAKEN)]
)
def test_a_request_can_end_without_a_call(pair: Pair, answer: Answer, end: Standing) -> None:
    ask(pair, pair.north)
    pair.settle()
    reply(pair, pair.south, answer, reason=Reason.PRINCIPAL_ABSENT, text="Er ruft zurück")
    assert settled(pair) is end
    (told,) = events_of(pair.north, RequestAnswered)
    assert (told.reason, told.text, told.by_us) == (Reason.PRINCIPAL_ABSENT, "Er ruft zurück", False)
    assert pair.north.calls.requests.deadline is None


@covers("CALL-025", "I18")
@pytest.mark.parametrize(
    ("precedence", "clock"),
    [
        (Precedence.FLASH, 3 * MINUTE),
        (Precedence.IMMEDIATE, 10 * MINUTE),
        (Precedence.PRIORITY, HOUR),
        (Precedence.ROUTINE, 24 * HOUR),
    ],
)
def test_the_clock_of_a_reply_runs_out_once(pair: Pair, precedence: Precedence, clock: int) -> None:
    ask(pair, pair.north, precedence=precedence)
    pair.settle()
    assert [each.reply_by for each in events_of(pair.south, RequestMade)] == [START + clock]
    assert pair.south.calls.deadline == START + clock
    for past in (-1, 0, 1, 2_000_000):
        for side in pair.sides:
            side.tick(Instant(START + clock + past))
    for side in pair.sides:
        assert [each.our_turn for each in events_of(side, RequestOverdue)] == [side is pair.south]


@covers("CALL-025")
def test_a_reply_stops_the_clock_and_a_proposal_starts_the_next_one(pair: Pair) -> None:
    ask(pair, pair.north)
    pair.settle()
    pair.pass_by(600)
    reply(pair, pair.south, Answer.PROPOSE, window=EVENING)
    pair.settle()
    assert pair.north.calls.deadline == START + 10 * MINUTE + HOUR
    pair.pass_by(3600)
    pair.settle()
    assert [each.our_turn for each in events_of(pair.north, RequestOverdue)] == [True]


def test_after_a_restart_an_overdue_clock_runs_out_once_more_and_is_marked(pair: Pair) -> None:
    ask(pair, pair.north)
    pair.settle()
    pair.pass_by(7200)
    pair.south.start()
    pair.south.tick(pair.now)
    pair.south.tick(pair.now)
    assert [each.late for each in events_of(pair.south, RequestOverdue)] == [True]


@covers("CALL-026")
def test_at_the_agreed_time_both_desks_are_told(pair: Pair) -> None:
    ask(pair, pair.north)
    pair.settle()
    reply(pair, pair.south, Answer.ACCEPT)
    pair.settle()
    for side in pair.sides:
        assert side.calls.deadline == MORNING.opens_at
        side.tick(Instant(MORNING.opens_at))
        side.tick(Instant(MORNING.opens_at + 1))
        assert [(each.desk, each.window) for each in events_of(side, CallDue)] == [("Lagezentrum", MORNING)]
        assert side.calls.deadline is None


def test_an_agreed_time_that_is_over_is_not_told(pair: Pair) -> None:
    ask(pair, pair.north)
    pair.settle()
    reply(pair, pair.south, Answer.ACCEPT)
    pair.settle()
    pair.north.tick(Instant(MORNING.closes_at))
    assert events_of(pair.north, CallDue) == []


@covers("CALL-023")
def test_a_request_or_reply_without_its_officer_does_not_count(pair: Pair) -> None:
    plain = CallRequest(request=call_id(1), level="watch", desk="a", from_desk="b")
    with pytest.raises(LocalError, match="FB155"):
        pair.north.calls.requests.request(plain)
    pair.north.write(Draft(kind=Kind.CALL_REQUEST, body=plain), pair.now)
    pair.settle()
    assert pair.south.calls.requests.all() == []
    assert [each.finding.code for each in events_of(pair.south, RequestDoubted)] == ["request-unstated"]


@covers("CALL-023", "CALL-024")
def test_a_second_reply_and_one_out_of_turn_are_doubted(pair: Pair) -> None:
    ask(pair, pair.north)
    pair.settle()
    prepared = pair.south.calls.requests.prepare_reply(call_id(1), Answer.ACCEPT)
    reply(pair, pair.south, Answer.DECLINE)
    pair.south.write(Draft(kind=Kind.CALL_REPLY, body=signed(prepared)), pair.now)
    pair.north.write(Draft(kind=Kind.CALL_REPLY, body=signed(prepared)), pair.now)
    assert settled(pair) is Standing.DECLINED
    for side in pair.sides:
        told = [each.finding.code for each in events_of(side, RequestDoubted)]
        assert told == ["reply-out-of-turn", "reply-out-of-turn"]


@covers("CALL-023")
def test_a_statement_about_an_older_turn_is_refused(pair: Pair) -> None:
    ask(pair, pair.north)
    pair.settle()
    old = signed(pair.south.calls.requests.prepare_reply(call_id(1), Answer.ACCEPT))
    reply(pair, pair.south, Answer.PROPOSE, window=EVENING)
    pair.settle()
    reply(pair, pair.north, Answer.PROPOSE, window=MORNING)
    pair.settle()
    with pytest.raises(LocalError, match="FB155"):
        pair.south.calls.requests.reply(old)


def test_the_order_of_arrival_does_not_matter(pair: Pair) -> None:
    items = [ask(pair, pair.north)]
    pair.settle()
    for side, answer, window in (
        (pair.south, Answer.PROPOSE, EVENING),
        (pair.north, Answer.PROPOSE, MORNING),
        (pair.south, Answer.ACCEPT, None),
    ):
        items.append(reply(pair, side, answer, window=window))
        pair.settle()
    expected = essence(pair.north.calls.requests.all()[0])
    north = [each for each in pair.north.record if each.ref in {item.ref for item in items}]
    for order in permutations(north):
        fresh = Pair()
        for item in order:
            fresh.north.take(item)
        assert essence(fresh.north.calls.requests.all()[0]) == expected
        assert len(events_of(fresh.north, RequestMade)) == 1
        assert len(events_of(fresh.north, RequestAnswered)) == 3


def test_proposing_takes_a_time_and_ids_are_used_once(pair: Pair) -> None:
    ask(pair, pair.north)
    with pytest.raises(LocalError, match="FB150"):
        ask(pair, pair.north)
    pair.settle()
    with pytest.raises(LocalError, match="FB156"):
        pair.south.calls.requests.prepare_reply(call_id(1), Answer.PROPOSE)
    with pytest.raises(LocalError, match="FB158"):
        pair.south.calls.requests.prepare_reply(call_id(2), Answer.ACCEPT)


def test_one_id_used_by_both_sides_makes_two_requests(pair: Pair) -> None:
    ask(pair, pair.north)
    ask(pair, pair.south)
    pair.settle()
    reply(pair, pair.south, Answer.DECLINE)
    pair.settle()
    for side in pair.sides:
        assert {each.standing for each in side.calls.requests.all()} == {Standing.DECLINED, Standing.WAITING}


def test_every_open_standing_has_its_replies() -> None:
    assert {standing for standing, _ in REPLIES} == OPEN
    assert set(REPLIES.values()) == set(Standing)
    assert {answer for _, answer in REPLIES} == set(Answer)
    assert CallReply.ACTION.name == "REPLY"
