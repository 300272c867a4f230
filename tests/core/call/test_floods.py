"""A counterpart with valid keys that never stops talking about one call."""

from dataclasses import replace

from firebreak.core.base.instants import Instant
from firebreak.core.call.asking import CallRequest
from firebreak.core.call.bodies import CallDecline, CallOffer
from firebreak.core.call.events import Outcome
from firebreak.core.call.facts import FACTS_MAX, CallKey
from firebreak.core.call.requests import SPOKEN_MAX, Requests
from firebreak.core.envelope.kinds import Kind
from firebreak.core.envelope.learnt import Draft, Learnt
from firebreak.core.envelope.officer import NO_ENTRY
from tests.core.call.wire import START, Prepared, Side, call_id, entry, signed
from tests.covering import covers

ENTRIES = 3 * FACTS_MAX


def theirs(side: Side, draft: Draft, now: int) -> Learnt:
    """What the counterpart wrote, as we learn it."""
    item = replace(entry(draft, side, Instant(START + now)), ours=False)
    side.seq += 1
    return item


@covers("CALL-029")
def test_a_thousand_offers_under_one_id_do_not_make_a_call_grow() -> None:
    here, there = Side("north"), Side("south")
    offer = Draft(kind=Kind.CALL_OFFER, body=CallOffer(call=call_id(1), desk="air", from_desk="sea"))
    for number in range(ENTRIES):
        here.calls.learn(theirs(there, offer, number))
    call = here.calls.book.calls[CallKey(ours=False, call=call_id(1))]
    assert len(call.facts) == FACTS_MAX
    prepared = here.calls.prepare_decline(call_id(1))
    here.write(here.calls.decline(signed(prepared)), START)
    assert call.account.outcome is Outcome.DECLINED


@covers("CALL-029")
def test_an_officers_word_counts_after_any_number_of_empty_ones() -> None:
    here, there = Side("north"), Side("south")
    body = CallOffer(call=call_id(1), desk="air", from_desk="sea")
    offer = here.write(Draft(kind=Kind.CALL_OFFER, body=body), START)
    empty = CallDecline(call=call_id(1), desk="air")
    for number in range(ENTRIES):
        there.segment = number.to_bytes(16, "big")
        here.calls.learn(theirs(there, Draft(kind=Kind.CALL_DECLINE, body=empty), number))
    call = here.calls.book.calls[CallKey(ours=True, call=call_id(1))]
    assert len(call.facts) == 1 + FACTS_MAX
    word = signed(Prepared(empty, offer.ref.hash, offer.header.commitment))
    here.calls.learn(theirs(there, Draft(kind=Kind.CALL_DECLINE, body=word), ENTRIES))
    assert call.account.outcome is Outcome.DECLINED


@covers("CALL-030")
def test_a_thousand_requests_under_one_id_do_not_make_a_dialogue_grow() -> None:
    requests, there = Requests(), Side("south")
    body = CallRequest(request=call_id(1), level="minister", desk="air", from_desk="sea")
    asked = signed(Prepared(body, NO_ENTRY, NO_ENTRY))
    for number in range(3 * SPOKEN_MAX):
        requests.learn(theirs(there, Draft(kind=Kind.CALL_REQUEST, body=asked), number))
    assert len(requests.all()) == SPOKEN_MAX
