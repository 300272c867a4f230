"""One call after the other, on a wire of lists."""

from dataclasses import replace

import pytest

from firebreak.core.base.errors import LocalError
from firebreak.core.call.bodies import CallDecline, CallOffer, Reason
from firebreak.core.call.events import (
    CallBackAsked,
    CallDoubted,
    Declined,
    NotReached,
    Outcome,
    OutcomeCorrected,
    Placed,
    Rang,
    RangOut,
    RingCoalesced,
    Why,
    Withdrawn,
)
from firebreak.core.call.evidence import Evidence, Word
from firebreak.core.call.table import State
from firebreak.core.envelope.header import Ref
from firebreak.core.envelope.kinds import Kind, Precedence
from firebreak.core.envelope.learnt import Draft, Learnt
from tests.core.call.wire import START, Pair, call_id, events_of, signed
from tests.covering import covers


def both(pair: Pair, number: int = 1) -> set[Outcome]:
    """The outcome of north's call at both sides."""
    return {pair.north.view(number, ours=True).outcome, pair.south.view(number, ours=False).outcome}


@covers("CALL-013")
def test_a_call_rings_at_a_desk_that_is_watched(pair: Pair) -> None:
    pair.place(pair.north)
    pair.settle()
    assert pair.south.kinds() == ["CALL_RINGING"]
    assert [each.consoles for each in events_of(pair.north, Rang)] == [2]
    assert both(pair) == {Outcome.RINGING}
    assert pair.north.view(1, ours=True).evidence is Evidence.E4


@covers("CALL-013")
def test_a_desk_without_a_watch_does_not_ring(pair: Pair) -> None:
    pair.south.watch.by_desk["south desk"] = 0
    pair.place(pair.north)
    pair.settle()
    assert pair.south.kinds() == ["CALL_UNATTENDED"]
    assert both(pair) == {Outcome.UNATTENDED}
    assert pair.north.view(1, ours=True).evidence is Evidence.E3
    assert Word.RANG not in pair.north.view(1, ours=True).words


def test_an_answered_call_ends_when_both_have_hung_up(pair: Pair) -> None:
    pair.place(pair.north)
    pair.settle()
    pair.answer(pair.south)
    pair.settle()
    assert pair.north.view(1, ours=True).state is State.IN_CALL
    pair.wait(42)
    pair.north.write(pair.north.calls.hang_up(call_id(1), pair.now), pair.now)
    pair.settle()
    assert pair.south.view(1, ours=False).state is State.HUNG_UP
    pair.south.write(pair.south.calls.hang_up(call_id(1), pair.now), pair.now)
    pair.settle()
    seen = pair.north.view(1, ours=True)
    assert (seen.state, seen.outcome, seen.evidence) == (State.ENDED, Outcome.ANSWERED, Evidence.E5)
    assert seen.officer == "Duty Officer 4"
    assert seen.findings == ()


@covers("CALL-019")
def test_each_side_hangs_up_once(pair: Pair) -> None:
    pair.place(pair.north)
    pair.settle()
    with pytest.raises(LocalError, match="FB154"):
        pair.north.calls.hang_up(call_id(1), pair.now)
    pair.answer(pair.south)
    pair.settle()
    pair.north.write(pair.north.calls.hang_up(call_id(1), pair.now), pair.now)
    with pytest.raises(LocalError, match="FB154"):
        pair.north.calls.hang_up(call_id(1), pair.now)
    pair.settle()
    pair.south.calls.hang_up(call_id(1), pair.now)


@covers("CALL-007")
def test_a_declined_call_is_an_answer_not_silence(pair: Pair) -> None:
    pair.place(pair.north, subject="Yavoriv")
    pair.settle()
    pair.decline(pair.south, reason=Reason.NEEDS_AGENDA, message="Bitte mit Tagesordnung")
    pair.settle()
    seen = pair.north.view(1, ours=True)
    assert both(pair) == {Outcome.DECLINED}
    assert seen.is_contact
    assert seen.is_attempt
    assert (seen.reason, seen.officer, seen.evidence) == (Reason.NEEDS_AGENDA, "Duty Officer 4", Evidence.E5)
    assert [each.message for each in events_of(pair.north, Declined)] == ["Bitte mit Tagesordnung"]


def test_a_decline_that_names_a_time_asks_to_call_back_then(pair: Pair) -> None:
    pair.place(pair.north)
    pair.settle()
    pair.decline(pair.south, reason=Reason.NOT_NOW, call_back_at=START + 3_600_000)
    pair.settle()
    asked = events_of(pair.north, CallBackAsked)
    assert [(each.why, each.call_back_at) for each in asked] == [(Why.PROPOSED, START + 3_600_000)]


def test_busy_is_the_word_of_a_person(pair: Pair) -> None:
    pair.place(pair.north)
    pair.settle()
    pair.busy(pair.south)
    pair.settle()
    assert both(pair) == {Outcome.BUSY}
    assert pair.north.view(1, ours=True).evidence is Evidence.E5


@covers("CALL-014")
def test_a_call_rings_out_at_the_callee(pair: Pair) -> None:
    pair.place(pair.north, ring_seconds=20)
    pair.settle()
    pair.wait(19)
    assert both(pair) == {Outcome.RINGING}
    pair.wait(1)
    assert both(pair) == {Outcome.NO_ANSWER}
    assert [(each.rang_seconds, each.late) for each in events_of(pair.north, RangOut)] == [(20, False)]
    pair.wait(100)
    assert pair.south.kinds() == ["CALL_RINGING", "CALL_NO_ANSWER"]
    assert pair.north.kinds() == ["CALL_OFFER"]


def test_a_caller_who_gives_up_has_withdrawn(pair: Pair) -> None:
    pair.place(pair.north)
    pair.settle()
    pair.north.write(pair.north.calls.cancel(call_id(1)), pair.now)
    pair.settle()
    assert both(pair) == {Outcome.WITHDRAWN}
    with pytest.raises(LocalError, match="FB154"):
        pair.south.calls.prepare_answer(call_id(1))
    pair.wait(200)
    assert pair.south.kinds() == ["CALL_RINGING"]


@covers("CALL-015")
def test_no_sign_of_their_node_makes_a_call_unreachable(pair: Pair) -> None:
    pair.place(pair.north, ring_seconds=60)
    pair.pass_by(89)
    pair.north.tick(pair.now)
    assert pair.north.view(1, ours=True).outcome is Outcome.PLACED
    pair.pass_by(1)
    pair.north.tick(pair.now)
    pair.north.tick(pair.now)
    assert [each.tried_seconds for each in events_of(pair.north, NotReached)] == [90]
    assert pair.north.view(1, ours=True).outcome is Outcome.UNREACHABLE
    assert pair.north.view(1, ours=True).evidence is Evidence.E0


@covers("CALL-015")
def test_a_receipt_alone_makes_a_silent_call_withdrawn_and_never_unreachable(pair: Pair) -> None:
    pair.place(pair.north, ring_seconds=60)
    pair.settle()
    pair.south.outgoing.clear()
    north = pair.north
    pair.place(pair.south, 2, desk="another", from_desk="another too")
    pair.south.outgoing = pair.south.outgoing[-1:]
    pair.carry(pair.south)
    assert north.view(1, ours=True).evidence >= Evidence.E3
    pair.pass_by(90)
    north.tick(pair.now)
    given_up = events_of(north, Withdrawn)
    assert [(each.by_timer, each.late) for each in given_up] == [(True, False)]
    assert north.view(1, ours=True).outcome is Outcome.WITHDRAWN


@covers("CALL-027")
def test_an_offer_that_comes_with_its_withdrawal_does_not_ring(pair: Pair) -> None:
    pair.place(pair.north)
    pair.north.write(pair.north.calls.cancel(call_id(1)), pair.now)
    pair.settle()
    assert pair.south.kinds() == []
    assert both(pair) == {Outcome.WITHDRAWN}


@covers("CALL-017")
def test_after_a_restart_an_overdue_ring_ends_once_and_is_marked(pair: Pair) -> None:
    pair.place(pair.north, ring_seconds=30)
    pair.settle()
    pair.pass_by(500)
    pair.south.start()
    for _ in range(3):
        pair.south.tick(pair.now)
    assert pair.south.kinds() == ["CALL_RINGING", "CALL_NO_ANSWER"]
    rung = events_of(pair.south, RangOut)
    assert [(each.rang_seconds, each.late) for each in rung] == [(30, True)]


@covers("CALL-017")
def test_a_node_that_was_down_does_not_call_the_other_unreachable(pair: Pair) -> None:
    pair.place(pair.north, ring_seconds=30)
    pair.pass_by(500)
    pair.north.start()
    pair.north.tick(pair.now)
    assert pair.north.kinds() == ["CALL_OFFER", "CALL_CANCEL"]
    given_up = events_of(pair.north, Withdrawn)
    assert [(each.by_timer, each.late) for each in given_up] == [(True, True)]


@covers("CALL-017")
def test_an_offer_that_lay_while_the_node_was_down_was_unattended(pair: Pair) -> None:
    pair.place(pair.north, ring_seconds=30)
    pair.carry(pair.north)
    pair.pass_by(31)
    pair.south.start()
    pair.south.tick(pair.now)
    assert pair.south.kinds() == ["CALL_UNATTENDED"]


@covers("CALL-016", "I20")
def test_the_clock_of_the_counterpart_moves_no_timer(pair: Pair) -> None:
    pair.place(pair.north, ring_seconds=20)
    pair.now = START + 10_000_000  # type: ignore[assignment]
    pair.carry(pair.north)
    pair.south.tick(pair.now)
    deadline = pair.south.calls.deadline
    assert deadline == pair.now + 20_000
    pair.pass_by(20)
    pair.south.tick(pair.now)
    assert pair.south.kinds() == ["CALL_RINGING", "CALL_NO_ANSWER"]


@covers("I18")
def test_each_deadline_is_named_before_it_comes_and_fires_once(pair: Pair) -> None:
    pair.place(pair.north, ring_seconds=20)
    assert pair.north.calls.deadline == START + 50_000
    pair.carry(pair.north)
    assert pair.south.calls.deadline == START
    asked = pair.south.calls.tick(START)
    assert len(asked) == 1
    assert pair.south.calls.tick(START) == []
    assert pair.south.calls.deadline is None


@covers("I11")
def test_a_last_word_that_waits_for_its_signature_is_not_followed_by_another(pair: Pair) -> None:
    pair.place(pair.north, ring_seconds=20)
    pair.pass_by(51)
    assert [each.kind for each in pair.north.calls.tick(pair.now) if isinstance(each, Draft)] == [
        Kind.CALL_UNREACHABLE
    ]
    pair.pass_by(60)  # late by now: it would be a cancel
    assert pair.north.calls.tick(pair.now) == []


@covers("CALL-018")
def test_the_seventh_offer_within_a_minute_is_refused_to_ourselves(pair: Pair) -> None:
    for number in range(1, 7):
        pair.place(pair.north, number, from_desk=f"desk {number}")
    with pytest.raises(LocalError, match="FB151"):
        pair.place(pair.north, 7, from_desk="desk 7")
    pair.pass_by(60)
    pair.place(pair.north, 7, from_desk="desk 7")


@covers("CALL-018")
def test_a_flood_of_offers_sounds_six_times_and_is_stored_in_full(pair: Pair) -> None:
    for number in range(1, 10):
        pair.place(pair.north, number, from_desk=f"desk {number}")
        pair.north.calls.book._offered_at[True].clear()  # a counterpart that does not keep the rule
    pair.settle()
    assert pair.south.kinds().count("CALL_RINGING") == 6
    assert len(events_of(pair.south, RingCoalesced)) == 3
    assert len(pair.south.calls.all()) == 9
    pair.answer(pair.south, 9)
    pair.settle()
    assert pair.north.view(9, ours=True).outcome is Outcome.ANSWERED


def test_a_flood_whose_caller_never_gives_up_is_not_looked_after_for_ever(pair: Pair) -> None:
    for number in range(1, 10):
        pair.place(pair.north, number, from_desk=f"desk {number}")
        pair.north.calls.book._offered_at[True].clear()
    pair.carry(pair.north)
    for _ in range(300):
        pair.pass_by(1)
        pair.south.tick(pair.now)
    assert not pair.south.calls.book.waiting
    assert len(pair.south.calls.all()) == 9


def test_a_late_answer_corrects_the_outcome_of_a_call_that_was_over(pair: Pair) -> None:
    pair.place(pair.north)
    pair.settle()
    pair.answer(pair.south)
    pair.north.write(pair.north.calls.cancel(call_id(1)), pair.now)
    pair.settle()
    corrected = events_of(pair.north, OutcomeCorrected)
    assert [(each.before, each.outcome) for each in corrected] == [(Outcome.WITHDRAWN, Outcome.ANSWERED)]
    assert events_of(pair.south, OutcomeCorrected) == []


def test_a_desk_does_not_call_where_a_call_is_waiting(pair: Pair) -> None:
    pair.place(pair.north)
    with pytest.raises(LocalError, match="FB152"):
        pair.place(pair.north, 2)
    pair.settle()
    with pytest.raises(LocalError, match="FB152") as refused:
        pair.place(pair.south, 3)
    assert refused.value.hint == "answer that one"


@covers("CALL-001")
def test_an_id_is_used_once(pair: Pair) -> None:
    pair.place(pair.north)
    with pytest.raises(LocalError, match="FB150"):
        pair.place(pair.north, 1, from_desk="another")


def test_a_refused_command_changes_nothing(pair: Pair) -> None:
    pair.place(pair.north)
    pair.settle()
    before = pair.north.calls.all(), pair.south.calls.all()
    for attempt in (
        lambda: pair.north.calls.prepare_answer(call_id(1)),
        lambda: pair.south.calls.cancel(call_id(1)),
        lambda: pair.south.calls.prepare_decline(call_id(1), reason=Reason.NOT_NOW),
        lambda: pair.south.calls.decline(CallDecline(call=call_id(1), desk="x")),
        lambda: pair.place(pair.north, 9, ring_seconds=181),
        lambda: pair.place(pair.north, 9, subject="a\u202eb"),
    ):
        with pytest.raises(LocalError):
            attempt()
    assert (pair.north.calls.all(), pair.south.calls.all()) == before


@covers("CALL-004", "I15")
def test_a_statement_fits_one_body_and_one_offer(pair: Pair) -> None:
    pair.place(pair.north)
    pair.place(pair.north, 2, from_desk="another")
    pair.settle()
    first = signed(pair.south.calls.prepare_decline(call_id(1), reason=Reason.BUSY))
    second = pair.south.calls.prepare_decline(call_id(2), reason=Reason.BUSY).body
    wrong = [
        CallDecline(call=call_id(1), desk="south desk"),
        CallDecline(call=call_id(1), desk="south desk", reason=Reason.REFUSED, statement=first.statement),
        replace(second, statement=first.statement),
    ]
    for body in wrong:
        with pytest.raises(LocalError, match="FB155"):
            pair.south.calls.decline(body)
    assert pair.south.calls.decline(first).kind is Kind.CALL_DECLINE


@covers("CALL-004", "I15")
def test_a_decline_under_another_statement_is_stored_and_is_nobodys_word(pair: Pair) -> None:
    pair.place(pair.north)
    pair.settle()
    friendly = signed(pair.south.calls.prepare_decline(call_id(1), reason=Reason.NEEDS_AGENDA))
    other = signed(pair.south.calls.prepare_busy(call_id(1)))
    for body in (replace(friendly, reason=Reason.REFUSED), replace(friendly, statement=other.statement)):
        pair.south.write(Draft(kind=Kind.CALL_DECLINE, body=body), pair.now)
    pair.settle()
    assert both(pair) == {Outcome.RINGING}
    assert pair.north.view(1, ours=True).evidence is Evidence.E4
    told = [each.finding.code for each in events_of(pair.north, CallDoubted)]
    assert told == ["call-unstated", "call-unstated"]


@covers("CALL-002")
def test_a_caller_who_declines_its_own_call_changes_nothing_and_is_found_out(pair: Pair) -> None:
    pair.place(pair.north)
    pair.settle()
    body = signed(pair.south.calls.prepare_decline(call_id(1)))
    pair.north.write(Draft(kind=Kind.CALL_DECLINE, body=body), pair.now)
    pair.settle()
    assert both(pair) == {Outcome.RINGING}
    for side, ours in ((pair.north, True), (pair.south, False)):
        assert [each.code for each in side.view(1, ours=ours).findings] == ["call-without-offer"]


@covers("CALL-002")
def test_a_counterpart_that_takes_our_id_makes_a_call_of_its_own(pair: Pair) -> None:
    pair.place(pair.north)
    pair.carry(pair.north)
    offer = CallOffer(call=call_id(1), desk="north desk", from_desk="south desk")
    pair.south.write(Draft(kind=Kind.CALL_OFFER, body=offer), pair.now)
    pair.settle()
    assert pair.north.view(1, ours=True).outcome is Outcome.RINGING
    assert pair.north.view(1, ours=False).outcome is Outcome.RINGING
    pair.decline(pair.north)
    pair.settle()
    assert pair.north.view(1, ours=True).outcome is Outcome.RINGING
    assert pair.south.view(1, ours=True).outcome is Outcome.DECLINED


@covers("I10")
def test_a_receipt_that_was_given_once_is_not_taken_back(pair: Pair) -> None:
    offer = pair.place(pair.north)
    pair.carry(pair.north)
    reached = pair.place(pair.south, 2, desk="x", from_desk="y")
    pair.carry(pair.south)
    assert pair.north.view(1, ours=True).evidence is Evidence.E3
    assert reached.header.seen == offer.ref
    older = replace(reached.header, seen=offer.ref._replace(seq=0), seq=9, kind=int(Kind.STATUS))
    pair.north.take(Learnt(Ref(older.segment, 9, bytes(32)), older, None, False, pair.now))
    assert pair.north.view(1, ours=True).evidence is Evidence.E3


def test_a_receipt_that_names_the_offer_counts_as_one(pair: Pair) -> None:
    offer = pair.place(pair.north)
    pair.carry(pair.north)
    pair.south.seen = None
    for kind, held in ((Kind.RECEIPT_NODE, Evidence.E3), (Kind.RECEIPT_DESK, Evidence.E4)):
        body = CallOffer(call=call_id(7), desk="no matter", from_desk="what")
        pair.south.write(Draft(kind=kind, body=body, refs=(offer.ref,)), pair.now)
        pair.carry(pair.south)
        assert pair.north.view(1, ours=True).evidence is held


def test_automatic_entries_have_the_precedence_of_their_call_and_name_its_offer(pair: Pair) -> None:
    offer = pair.place(pair.north, precedence=Precedence.FLASH)
    pair.settle()
    ringing = pair.south.record[-1].header
    assert ringing.precedence is Precedence.FLASH
    assert [ref.hash for ref in ringing.refs] == [offer.ref.hash]


def test_replaying_a_record_asks_for_nothing_and_gives_the_same_calls(pair: Pair) -> None:
    pair.place(pair.north)
    pair.settle()
    pair.decline(pair.south)
    pair.settle()
    before = pair.south.calls.all()
    pair.south.start()
    assert pair.south.calls.all() == before
    assert pair.south.calls.deadline is None
    assert pair.south.calls.tick(pair.now) == []


def test_an_entry_that_is_given_back_counts_once(pair: Pair) -> None:
    pair.place(pair.north)
    item = pair.north.record[0]
    assert pair.north.calls.learn(item) == []
    assert len(events_of(pair.north, Placed)) == 1
