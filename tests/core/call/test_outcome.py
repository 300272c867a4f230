"""The outcome: total, symmetric, the same for every order of arrival."""

from dataclasses import replace
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firebreak.core.base.instants import Instant
from firebreak.core.call.bodies import CallRinging
from firebreak.core.call.events import Outcome
from firebreak.core.call.facts import FAREWELLS, OFFICERS, WORDS, Fact, Position, in_order, joined
from firebreak.core.call.outcome import OUTCOME_OF, Account, account, outcome
from firebreak.core.call.table import OPEN, OVER, State
from firebreak.core.envelope.header import Span
from firebreak.core.envelope.kinds import Kind, Precedence
from tests.core.call.anything import COMMITMENT, body_of, calls, ref_of
from tests.covering import covers


def said(
    kind: Kind,
    seq: int,
    *,
    segment: int = 0,
    knows: int = 0,
    stated: bool = True,
    by_caller: bool | None = None,
) -> Fact:
    """An entry by the side whose kind it is."""
    side = kind in FAREWELLS | {Kind.CALL_OFFER} if by_caller is None else by_caller
    offer = ref_of(by_caller=True, segment=0, seq=1)
    officer = kind in OFFICERS and stated
    return Fact(
        kind=kind,
        by_caller=side,
        ref=ref_of(by_caller=side, segment=segment, seq=seq),
        seen=Position(ref_of(by_caller=not side, segment=0, seq=1).segment, knows) if knows else None,
        time=Span(0, 0),
        precedence=Precedence.ROUTINE,
        commitment=COMMITMENT,
        body=body_of(kind, by_caller=side),
        officer="O" if officer else "",
        about=offer.hash if officer else b"",
        shown=COMMITMENT if officer else b"",
        at=Instant(0),
    )


OFFER = said(Kind.CALL_OFFER, 1)
REPEATED = [Kind.CALL_ANSWER, Kind.CALL_CANCEL, Kind.CALL_NO_ANSWER, Kind.CALL_END]


def codes(facts: list[Fact]) -> list[str]:
    return [each.code for each in account(facts).findings]


def essence(found: Account) -> object:
    """All of an account that both nodes have in common."""
    return replace(found, offer=None, word=None, counted=()), [each.ref for each in found.counted]


@covers("CALL-005", "I11")
@given(calls(), st.randoms(use_true_random=False))
def test_the_order_of_arrival_does_not_matter(facts: list[Fact], random: Random) -> None:
    shuffled = [replace(each, at=Instant(index), time=Span(index, index)) for index, each in enumerate(facts)]
    random.shuffle(shuffled)
    assert essence(account(shuffled)) == essence(account(facts))


@covers("I11")
@given(calls())
def test_every_pair_of_logs_has_an_outcome_and_each_side_ends_a_call_once_at_most(facts: list[Fact]) -> None:
    found = account(facts)
    assert isinstance(found.outcome, Outcome)
    counted = [each.kind for each in found.counted]
    assert len([kind for kind in counted if kind in WORDS]) <= 1
    assert len([kind for kind in counted if kind in FAREWELLS]) <= 1
    assert len(counted) == len({(each.kind, each.by_caller) for each in found.counted})


@given(calls())
def test_outcome_and_state_agree(facts: list[Fact]) -> None:
    found = account(facts)
    if found.outcome is Outcome.UNOFFERED:
        assert found.state is State.IDLE
    elif found.outcome in (Outcome.PLACED, Outcome.RINGING):
        assert found.state in OPEN
    elif found.outcome is Outcome.ANSWERED:
        assert found.state is State.IN_CALL or found.state in OVER
    else:
        assert found.state is State.ENDED


@covers("CALL-004")
@given(calls())
def test_only_an_officers_word_about_this_offer_answers_declines_or_is_busy(facts: list[Fact]) -> None:
    found = account(facts)
    if found.outcome in (Outcome.ANSWERED, Outcome.DECLINED, Outcome.BUSY):
        assert found.word is not None
        assert found.word.officer
        assert found.word.about in {each.ref.hash for each in facts if each.kind is Kind.CALL_OFFER}


@given(calls(REPEATED), st.randoms(use_true_random=False))
def test_keeping_less_does_not_change_the_account_and_does_not_depend_on_the_order(
    facts: list[Fact], random: Random
) -> None:
    kept: tuple[Fact, ...] = ()
    for each in facts:
        kept = joined(kept, each)
    shuffled = list(facts)
    random.shuffle(shuffled)
    again: tuple[Fact, ...] = ()
    for each in shuffled:
        again = joined(again, each)
    assert kept == again
    assert essence(replace(account(kept), findings=())) == essence(replace(account(facts), findings=()))


def test_what_a_node_repeats_is_kept_twice_and_no_more() -> None:
    kept: tuple[Fact, ...] = (OFFER,)
    for seq in range(1, 300):
        ringing = said(Kind.CALL_RINGING, 1, by_caller=False)
        kept = joined(kept, replace(ringing, ref=ringing.ref._replace(seq=seq, hash=seq.to_bytes(32, "big"))))
    assert [each.ref.seq for each in kept if not each.by_caller] == [1, 2]
    assert len(kept) == 3


@pytest.mark.parametrize("kind", sorted(WORDS | FAREWELLS))
def test_each_last_word_by_itself_makes_its_outcome(kind: Kind) -> None:
    assert outcome([OFFER, said(kind, 2)]) is OUTCOME_OF[kind]


@covers("CALL-008")
@pytest.mark.parametrize("farewell", sorted(FAREWELLS))
@pytest.mark.parametrize("word", sorted(WORDS))
def test_the_word_of_the_callee_outweighs_the_farewell_of_the_caller(word: Kind, farewell: Kind) -> None:
    found = account([OFFER, said(word, 1), said(farewell, 2)])
    assert found.outcome is OUTCOME_OF[word]
    assert found.crossed is (word is Kind.CALL_ANSWER)
    assert found.state is State.ENDED
    assert not found.findings


@covers("CALL-028")
def test_a_ring_that_is_learnt_later_takes_back_the_unreachable() -> None:
    given_up = [OFFER, said(Kind.CALL_UNREACHABLE, 2)]
    assert outcome(given_up) is Outcome.UNREACHABLE
    assert outcome([*given_up, said(Kind.CALL_RINGING, 1)]) is Outcome.WITHDRAWN


@covers("CALL-009")
@pytest.mark.parametrize("word", sorted(WORDS))
def test_a_word_in_the_knowledge_of_the_withdrawal_does_not_count(word: Kind) -> None:
    facts = [OFFER, said(Kind.CALL_CANCEL, 2), said(word, 3, knows=2)]
    assert outcome(facts) is Outcome.WITHDRAWN
    assert codes(facts) == ["call-ended-twice"]


@covers("CALL-009")
def test_a_withdrawal_in_the_knowledge_of_the_answer_does_not_count() -> None:
    facts = [OFFER, said(Kind.CALL_ANSWER, 1), said(Kind.CALL_CANCEL, 2, knows=1)]
    found = account(facts)
    assert (found.outcome, found.crossed, found.state) == (Outcome.ANSWERED, False, State.IN_CALL)
    assert codes(facts) == ["call-ended-twice"]


@covers("CALL-006")
def test_the_first_word_in_a_log_counts_and_the_second_is_a_finding() -> None:
    facts = [OFFER, said(Kind.CALL_NO_ANSWER, 2), said(Kind.CALL_ANSWER, 3)]
    assert outcome(facts) is Outcome.NO_ANSWER
    assert codes(facts) == ["call-ended-twice"]


@covers("CALL-006", "CALL-009", "I11")
def test_who_signs_one_number_twice_gets_no_other_word_counted_than_its_first() -> None:
    cancel, first = said(Kind.CALL_CANCEL, 2), said(Kind.CALL_NO_ANSWER, 2, knows=2)
    second = said(Kind.CALL_NO_ANSWER, 3, knows=2)
    other = replace(said(Kind.CALL_NO_ANSWER, 3), ref=ref_of(by_caller=False, segment=0, seq=3, version=1))
    facts = [OFFER, cancel, first, second, other]
    kept: tuple[Fact, ...] = ()
    for each in facts:
        kept = joined(kept, each)
    assert other not in kept, "of what a node says by itself two are kept"
    assert outcome(kept) is outcome(facts) is Outcome.WITHDRAWN


@covers("CALL-006")
def test_between_segments_an_officers_word_goes_before_a_nodes() -> None:
    restored = [OFFER, said(Kind.CALL_NO_ANSWER, 1, segment=1), said(Kind.CALL_ANSWER, 4)]
    assert outcome(restored) is Outcome.ANSWERED
    other_way = [OFFER, said(Kind.CALL_NO_ANSWER, 4), said(Kind.CALL_ANSWER, 1, segment=1)]
    assert outcome(other_way) is Outcome.ANSWERED


@covers("CALL-002")
@pytest.mark.parametrize("kind", sorted(WORDS | {Kind.CALL_RINGING}))
def test_what_the_caller_says_in_the_callees_place_is_a_finding(kind: Kind) -> None:
    facts = [OFFER, said(kind, 2, by_caller=True)]
    assert outcome(facts) is Outcome.PLACED
    assert codes(facts) == ["call-wrong-side"]


@covers("CALL-004")
@pytest.mark.parametrize("kind", sorted(OFFICERS))
def test_without_a_statement_a_word_is_nobodys(kind: Kind) -> None:
    facts = [OFFER, said(kind, 2, stated=False)]
    assert outcome(facts) is Outcome.PLACED
    assert codes(facts) == ["call-unstated"]
    for wrong in ({"about": bytes(32)}, {"shown": b"another body".ljust(32)}):
        assert outcome([OFFER, replace(said(kind, 2), **wrong)]) is Outcome.PLACED


def test_hanging_up_where_nobody_answered_is_a_finding() -> None:
    assert codes([OFFER, said(Kind.CALL_END, 2, by_caller=True)]) == ["call-end-without-call"]


def test_an_offer_under_a_used_id_is_a_finding_and_a_second_ring_is_not() -> None:
    again = replace(OFFER, ref=ref_of(by_caller=True, segment=0, seq=2))
    ringing = said(Kind.CALL_RINGING, 3, by_caller=False)
    assert codes([OFFER, again]) == ["call-id-used-twice"]
    assert codes([OFFER, ringing, replace(ringing, ref=ref_of(by_caller=False, segment=0, seq=4))]) == []
    assert isinstance(ringing.body, CallRinging)


def test_without_an_offer_there_is_no_call() -> None:
    assert outcome([]) is Outcome.UNOFFERED
    assert codes([said(Kind.CALL_RINGING, 1)]) == ["call-without-offer"]
    assert in_order(OFFER) == OFFER.ref
