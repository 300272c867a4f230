"""Evidence classes: monotone, and a fence around wording."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firebreak.core.base.errors import LocalError
from firebreak.core.call.bodies import CallEnd
from firebreak.core.call.evidence import (
    FROM_CLASS,
    Beside,
    Evidence,
    Word,
    check_wording,
    evidence,
    may_say,
    words,
)
from firebreak.core.call.facts import Fact, joined
from firebreak.core.envelope.kinds import Kind
from tests.core.call.anything import calls
from tests.core.call.test_outcome import OFFER, said
from tests.covering import covers

SECURED = Beside(secured=True)
YES_OR_NO = st.booleans()
BESIDE = st.builds(Beside, stamped=YES_OR_NO, uncollected=YES_OR_NO, receipted=YES_OR_NO, secured=YES_OR_NO)


def end(*, by_caller: bool, sound: bool) -> Fact:
    fact = said(Kind.CALL_END, 4, by_caller=by_caller)
    assert isinstance(fact.body, CallEnd)
    return replace(fact, body=replace(fact.body, media_up=sound))


@covers("CALL-020", "I10")
@given(calls(), calls(), BESIDE)
def test_more_entries_never_allow_less(facts: list[Fact], more: list[Fact], beside: Beside) -> None:
    assert words(facts) <= words([*facts, *more]) <= words([*facts, *more], beside)
    assert evidence(facts) <= evidence([*facts, *more]) <= evidence([*facts, *more], beside)


@covers("I10")
@given(calls())
def test_whatever_is_true_of_a_call_is_within_its_class(facts: list[Fact]) -> None:
    assert words(facts) <= may_say(evidence(facts))
    check_wording(evidence(facts), words(facts))


@covers("I10")
@given(calls([Kind.CALL_ANSWER, Kind.CALL_END, Kind.CALL_END, Kind.CALL_END]))
def test_what_a_node_keeps_is_evidence_as_good_as_all_of_it(facts: list[Fact]) -> None:
    kept: tuple[Fact, ...] = ()
    for each in facts:
        before = words(kept, SECURED)
        kept = joined(kept, each)
        assert before <= words(kept, SECURED)
    assert words(kept, SECURED) == words(facts, SECURED)


@covers("CALL-022")
@pytest.mark.parametrize(
    ("kinds", "held"),
    [
        ([], Evidence.E0),
        ([Kind.CALL_CANCEL], Evidence.E0),
        ([Kind.CALL_UNREACHABLE], Evidence.E0),
        ([Kind.RECEIPT_NODE], Evidence.E3),
        ([Kind.CALL_UNATTENDED], Evidence.E3),
        ([Kind.CALL_RINGING], Evidence.E4),
        ([Kind.RECEIPT_DESK], Evidence.E4),
        ([Kind.CALL_NO_ANSWER], Evidence.E4),
        ([Kind.CALL_DECLINE], Evidence.E5),
        ([Kind.CALL_BUSY], Evidence.E5),
        ([Kind.CALL_ANSWER], Evidence.E5),
    ],
)
def test_each_entry_gives_its_class(kinds: list[Kind], held: Evidence) -> None:
    facts = [OFFER, *(said(kind, 2) for kind in kinds)]
    assert evidence(facts) is held
    assert (Word.RANG in words(facts)) <= (held >= Evidence.E4)
    assert (Word.DECLINED in words(facts)) <= (held >= Evidence.E5)


@covers("CALL-022")
def test_that_anybody_talked_takes_an_answer_and_sound_at_both_nodes() -> None:
    answer = said(Kind.CALL_ANSWER, 2)
    heard, deaf = end(by_caller=True, sound=True), end(by_caller=False, sound=False)
    both = [heard, end(by_caller=False, sound=True)]
    assert evidence([OFFER, answer, heard, deaf], SECURED) is Evidence.E5
    assert evidence([OFFER, answer, *both], SECURED) is Evidence.E6
    assert evidence([OFFER, answer, *both]) is Evidence.E5
    assert evidence([OFFER, *both], SECURED) is Evidence.E3


def test_witnesses_fill_the_classes_in_between() -> None:
    assert evidence([OFFER], Beside(stamped=True)) is Evidence.E1
    assert evidence([OFFER], Beside(stamped=True, uncollected=True)) is Evidence.E2
    assert evidence([OFFER], Beside(receipted=True)) is Evidence.E3
    assert evidence([], Beside(stamped=True)) is Evidence.NONE


@covers("I10")
def test_sound_that_was_shown_stays_shown_when_earlier_entries_arrive() -> None:
    ends = [end(by_caller=side, sound=True) for side in (True, False)]
    deaf = [
        replace(each, ref=each.ref._replace(seq=seq, hash=bytes([seq] * 32)))
        for seq in (2, 3)
        for each in ends
    ]
    kept: tuple[Fact, ...] = (OFFER, said(Kind.CALL_ANSWER, 1), *ends)
    for each in deaf:
        assert isinstance(each.body, CallEnd)
        kept = joined(kept, replace(each, body=replace(each.body, media_up=False)))
    assert evidence(kept, SECURED) is Evidence.E6


@covers("CALL-021")
@pytest.mark.parametrize("word", sorted(Word))
def test_wording_beyond_the_class_is_refused(word: Word) -> None:
    for held in Evidence:
        if held >= FROM_CLASS[word]:
            check_wording(held, {word})
        else:
            with pytest.raises(LocalError, match="FB157"):
                check_wording(held, {word})


def test_a_decline_without_its_officer_shows_only_that_their_node_was_there() -> None:
    assert evidence([OFFER, said(Kind.CALL_DECLINE, 2, stated=False)]) is Evidence.E3
