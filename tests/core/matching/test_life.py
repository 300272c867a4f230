"""Matchings: proposed, accepted, committed, run, concluded; what is refused; what does not count."""

from collections.abc import Callable
from typing import Any

import pytest

from firebreak.core.base.errors import CounterpartError, LocalError
from firebreak.core.base.instants import DAY, HOUR, Instant
from firebreak.core.envelope.kinds import Kind, Precedence
from firebreak.core.envelope.learnt import Draft
from firebreak.core.matching.bodies import (
    ITEMS_MAX,
    PARTS_MAX,
    Expander,
    MatchingAnswer,
    MatchingCommit,
    MatchingPart,
    Role,
    Word,
    message_bytes_max,
    parts_max,
    whole_of,
)
from firebreak.core.matching.cases import WAITING_MAX
from firebreak.core.matching.events import (
    MatchingAnswered,
    MatchingCommitted,
    MatchingCompleted,
    MatchingConcluded,
    MatchingLapsed,
    MatchingMessageWhole,
    MatchingProposed,
)
from firebreak.core.matching.life import State
from firebreak.core.matching.limits import Limits
from firebreak.core.matching.matchings import ANSWERS_A_DAY, TOLD_AT_ONCE
from tests.core.learning import statement_on
from tests.core.matching.two_sides import (
    START,
    WILLING,
    Pair,
    Side,
    answer,
    done,
    essence,
    parts,
    proposal,
)
from tests.covering import covers


def refused(make: Callable[[], Any]) -> str:
    with pytest.raises(LocalError) as raised:
        make()
    return raised.value.code


def settled(pair: Pair) -> None:
    pair.settle()
    assert essence(pair.north, pair.now) == essence(pair.south, pair.now)


def state(pair: Pair, name: bytes) -> State:
    settled(pair)
    return pair.south.cases[name].state(pair.now)


@covers("MATCHING-001", "MATCHING-003", "MATCHING-016", "MATCHING-019")
def test_a_matching_goes_through_its_life_and_both_sides_tell_it_alike(pair: Pair) -> None:
    name = pair.say(pair.north, proposal())
    assert state(pair, name) is State.PROPOSED
    pair.say(pair.south, answer(name))
    assert state(pair, name) is State.ACCEPTED
    pair.commit(pair.north, name)
    assert state(pair, name) is State.ACCEPTED
    pair.commit(pair.south, name)
    assert state(pair, name) is State.COMMITTED
    pair.send(pair.north, name, Role.REQUEST)
    assert state(pair, name) is State.RUNNING
    for side in pair.sides:
        for role in Role:
            if (side, role) != (pair.north, Role.REQUEST):
                assert state(pair, name) is State.RUNNING
                assert refused(lambda: pair.say(pair.north, done(name))) == "FB692"
                pair.send(side, name, role)
    assert state(pair, name) is State.COMPLETE
    pair.say(pair.north, done(name, hits=2))
    assert state(pair, name) is State.DONE
    assert refused(lambda: pair.say(pair.north, done(name))) == "FB692"
    pair.say(pair.south, done(name))
    settled(pair)
    for side in pair.sides:
        kinds = [MatchingProposed, MatchingAnswered, MatchingCommitted, MatchingCompleted]
        assert [len(side.events(each)) for each in kinds] == [1, 1, 2, 1]
        assert len(side.events(MatchingMessageWhole)) == 6
        assert [each.hits for each in side.events(MatchingConcluded)] == [2, 0]
        assert not side.doubts


def test_who_expands_is_said_from_each_sides_own_view(pair: Pair) -> None:
    for index, expander in enumerate(Expander):
        name = pair.say(pair.north, proposal(START + index * DAY, expander=expander))
        pair.settle()
        wanted = expander is Expander.PROPOSER
        assert [side.cases[name].we_expand for side in pair.sides] == [wanted, not wanted]


@covers("MATCHING-004", "MATCHING-005")
def test_a_node_that_is_not_switched_on_says_so_and_nothing_else(pair: Pair) -> None:
    pair.south.matchings.speaking.limits = Limits()
    name = pair.say(pair.north, proposal())
    assert state(pair, name) is State.DECLINED
    (told,) = pair.north.events(MatchingAnswered)
    assert (told.word, told.officer) == (Word.OFF, "")
    assert refused(lambda: pair.say(pair.south, proposal(START + DAY))) == "FB690"
    assert refused(lambda: pair.commit(pair.south, name)) == "FB690"
    pair.south.matchings.speaking.limits = WILLING
    other = pair.bound(from_at=START + DAY)
    pair.south.matchings.speaking.limits = Limits()
    assert refused(lambda: pair.send(pair.south, other, Role.REQUEST)) == "FB690"


@covers("MATCHING-005")
def test_a_flood_of_proposals_is_not_answered_one_for_one(pair: Pair) -> None:
    pair.south.matchings.speaking.limits = Limits()
    for index in range(3 * ANSWERS_A_DAY):
        pair.say(pair.north, proposal(START + index * DAY))
    settled(pair)
    assert len(pair.north.events(MatchingAnswered)) == ANSWERS_A_DAY
    pair.restart(pair.south)
    assert not pair.south.owed
    pair.pass_by(DAY // ANSWERS_A_DAY)
    pair.restart(pair.south)
    settled(pair)
    assert len(pair.north.events(MatchingAnswered)) == ANSWERS_A_DAY + 1


def test_an_answer_that_had_to_wait_is_not_said_when_another_came_back(pair: Pair) -> None:
    name = pair.say(pair.north, proposal())
    body = MatchingAnswer(matching=name, word=Word.OFF, desk="duty")
    pair.settle()
    assert pair.south.matchings.owes(body)
    pair.say(pair.south, answer(name))
    assert not pair.south.matchings.owes(body)


@covers("MATCHING-002", "MATCHING-006")
def test_what_nobody_signed_or_for_another_entry_or_by_the_own_side_does_not_count(pair: Pair) -> None:
    pair.write(pair.north, Draft(kind=Kind.MATCHING_PROPOSED, body=proposal()))
    name = pair.say(pair.north, proposal())
    pair.settle()
    bare = answer(name)
    pair.write(pair.south, Draft(kind=Kind.MATCHING_ANSWER, body=bare))
    pair.write(pair.south, Draft(kind=Kind.MATCHING_ANSWER, body=bare.stated(statement_on(bare))))
    case = pair.north.cases[name]
    about: dict[str, Any] = {"entry": name, "commitment": case.proposal.commitment}
    word = statement_on(bare, **about)
    pair.write(pair.north, Draft(kind=Kind.MATCHING_ANSWER, body=bare.stated(word)))
    pair.write(pair.south, Draft(kind=Kind.MATCHING_DONE, body=done(name)))
    settled(pair)
    doubts = ["matching-unstated", "matching-other", "matching-own", "matching-unstated"]
    assert sorted(pair.south.doubts) == sorted([*doubts, "matching-unstated"])
    assert state(pair, name) is State.PROPOSED
    pair.say(pair.south, answer(name))
    second = answer(name, Word.DECLINE)
    pair.write(
        pair.south, Draft(kind=Kind.MATCHING_ANSWER, body=second.stated(statement_on(second, **about)))
    )
    assert state(pair, name) is State.ACCEPTED
    assert pair.north.doubts[-1] == "matching-twice"
    assert refused(lambda: pair.say(pair.south, answer(name))) == "FB692"
    assert refused(lambda: pair.say(pair.north, answer(name))) == "FB692"


@covers("MATCHING-002")
def test_a_person_does_not_say_what_only_a_node_says() -> None:
    off = MatchingAnswer(matching=bytes(32), word=Word.OFF, desk="duty")
    with pytest.raises(ValueError, match="no officer"):
        off.stated(statement_on(off))


@covers("MATCHING-001")
def test_an_entry_above_routine_counts_for_nothing(pair: Pair) -> None:
    body = proposal()
    signed = body.stated(statement_on(body))
    draft = Draft(kind=Kind.MATCHING_PROPOSED, body=signed, precedence=Precedence.FLASH)
    pair.write(pair.north, draft)
    name = pair.bound(from_at=START + DAY)
    case = pair.north.cases[name]
    refs = [each.ref for ours in (True, False) if (each := case.commitment(ours=ours))]
    (part,) = parts(name, Role.SETUP, b"x")
    pair.forge(pair.north, part, *refs, precedence=Precedence.IMMEDIATE)
    settled(pair)
    assert pair.south.doubts == ["matching-urgent", "matching-urgent"]
    assert len(pair.south.cases) == 1
    assert state(pair, name) is State.COMMITTED


@covers("MATCHING-007")
def test_one_run_of_a_bucket(pair: Pair) -> None:
    name = pair.accepted()
    for from_at in (START, START + 5 * HOUR, START - 5 * HOUR):
        for side in pair.sides:
            assert refused(lambda at=from_at, side=side: pair.say(side, proposal(at))) == "FB694"
    other = pair.say(pair.north, proposal(START + 6 * HOUR))
    pair.settle()
    assert refused(lambda: pair.say(pair.south, proposal(START + 7 * HOUR))) == "FB694"
    pair.say(pair.south, answer(other, Word.DECLINE))
    pair.settle()
    pair.say(pair.south, proposal(START + 7 * HOUR))
    pair.pass_by(3 * DAY)
    assert refused(lambda: pair.say(pair.north, proposal())) == "FB694"
    assert state(pair, name) is State.LAPSED


@covers("MATCHING-007")
def test_a_node_that_accepts_two_of_one_bucket_gets_one_run(pair: Pair) -> None:
    """The other side's node lets its officer accept what ours would not have proposed."""
    name = pair.accepted()
    forged = proposal(START + HOUR)
    second = pair.write(
        pair.north, Draft(kind=Kind.MATCHING_PROPOSED, body=forged.stated(statement_on(forged)))
    )
    pair.settle()
    assert refused(lambda: pair.say(pair.south, answer(second))) == "FB694"
    word = answer(second)
    case = pair.north.cases[second]
    about: dict[str, Any] = {"entry": second, "commitment": case.proposal.commitment}
    pair.write(pair.south, Draft(kind=Kind.MATCHING_ANSWER, body=word.stated(statement_on(word, **about))))
    pair.settle()
    pair.commit(pair.north, name)
    pair.pass_by(HOUR)
    assert refused(lambda: pair.commit(pair.north, second)) == "FB694"


@covers("MATCHING-008")
def test_of_two_proposals_that_cross_the_lower_name_goes_on(pair: Pair) -> None:
    names = [pair.say(side, proposal()) for side in pair.sides]
    pair.settle()
    lower = min(names)
    accepts, waits = (pair.south, pair.north) if lower == names[0] else (pair.north, pair.south)
    assert refused(lambda: pair.say(waits, answer(max(names)))) == "FB694"
    pair.say(accepts, answer(lower))
    assert state(pair, lower) is State.ACCEPTED
    assert state(pair, max(names)) is State.PROPOSED
    pair.say(waits, answer(max(names), Word.DECLINE))


@covers("MATCHING-009")
def test_runs_are_apart_and_sets_no_larger_than_a_party_allows(pair: Pair) -> None:
    pair.south.matchings.speaking.limits = Limits(enabled=True, items_max=500, hours_between=6)
    first = pair.bound(items_max=500)
    ahead = pair.now + DAY
    pair.pass_by(3 * HOUR)
    large = pair.say(pair.north, proposal(ahead, items_max=501))
    small = pair.say(pair.north, proposal(ahead + DAY, items_max=500))
    pair.settle()
    assert refused(lambda: pair.say(pair.south, proposal(ahead + 2 * DAY, items_max=501))) == "FB694"
    assert refused(lambda: pair.say(pair.south, proposal(ahead + 2 * DAY, items_max=500))) == "FB694"
    assert refused(lambda: pair.say(pair.south, answer(large))) == "FB694"
    assert refused(lambda: pair.say(pair.south, answer(small))) == "FB694"
    pair.pass_by(3 * HOUR)
    assert refused(lambda: pair.say(pair.south, answer(large))) == "FB694"
    pair.say(pair.south, answer(small))
    pair.restart(pair.south)
    pair.south.matchings.speaking.limits = Limits(enabled=True, items_max=499, hours_between=6)
    assert refused(lambda: pair.commit(pair.south, small)) == "FB694"
    pair.south.matchings.speaking.limits = Limits(enabled=True, items_max=500, hours_between=6)
    pair.commit(pair.south, small)
    assert state(pair, first) is State.COMMITTED


@covers("MATCHING-006", "MATCHING-011")
def test_a_commitment_counts_when_it_names_the_acceptance_and_the_first_holds(pair: Pair) -> None:
    name = pair.accepted()
    wrong = MatchingCommit(matching=name, answer=bytes(32), commitment=bytes(32))
    pair.forge(pair.north, wrong)
    settled(pair)
    assert pair.south.doubts == ["matching-commit-early"]
    assert pair.south.cases[name].commitment(ours=False) is None
    assert refused(lambda: pair.commit(pair.north, name)) == "FB692"
    pair.commit(pair.south, name)
    accepted = pair.north.cases[name].answer
    assert accepted is not None
    pair.forge(pair.south, MatchingCommit(matching=name, answer=accepted.ref.hash, commitment=bytes(32)))
    settled(pair)
    assert pair.north.doubts == ["matching-commit-early", "matching-twice"]
    found = pair.north.cases[name].commitment(ours=False)
    assert found is not None
    assert found.commitment == b"south".ljust(32)


@covers("MATCHING-012")
def test_no_part_is_said_and_none_counts_before_both_commitments(pair: Pair) -> None:
    name = pair.accepted()
    assert refused(lambda: pair.send(pair.north, name, Role.REQUEST)) == "FB692"
    ours = pair.commit(pair.north, name)
    pair.settle()
    assert refused(lambda: pair.send(pair.north, name, Role.REQUEST)) == "FB692"
    assert refused(lambda: pair.send(pair.south, name, Role.REQUEST)) == "FB692"
    case = pair.north.cases[name]
    bound = case.commitment(ours=True)
    assert bound is not None
    assert bound.ref.hash == ours
    (part,) = parts(name, Role.REQUEST, b"too early")
    pair.forge(pair.north, part, bound.ref)
    pair.settle()
    pair.commit(pair.south, name)
    assert state(pair, name) is State.COMMITTED
    theirs = pair.north.cases[name].commitment(ours=False)
    assert theirs is not None
    (setup,) = parts(name, Role.SETUP, b"refers the other way round")
    pair.forge(pair.north, setup, theirs.ref, bound.ref)
    assert state(pair, name) is State.COMMITTED
    assert pair.south.doubts == ["matching-part-early", "matching-part-early"]
    assert refused(lambda: pair.send(pair.north, name, Role.REQUEST)) == "FB692"


@covers("MATCHING-013")
def test_a_part_of_more_than_the_agreed_set_may_need_does_not_count(pair: Pair) -> None:
    name = pair.bound(items_max=100)
    assert parts_max(100) == 1
    (part,) = parts(name, Role.REQUEST, b"x" * message_bytes_max(100))
    large = MatchingPart(matching=name, role=Role.SETUP, number=1, of=2, whole=whole_of(b"x"), data=b"x")
    assert refused(lambda: pair.part(pair.north, large)) == "FB693"
    refs = [each.ref for ours in (True, False) if (each := pair.north.cases[name].commitment(ours=ours))]
    pair.forge(pair.north, large, *refs)
    pair.part(pair.north, part)
    settled(pair)
    assert pair.south.doubts == ["matching-part-beyond"]
    assert pair.south.cases[name].message(Role.SETUP, ours=False) is None
    assert pair.south.cases[name].whole(Role.REQUEST, ours=False)
    assert parts_max(ITEMS_MAX) == PARTS_MAX


@covers("MATCHING-006", "MATCHING-014")
def test_of_parts_with_one_number_the_first_is_looked_at_and_others_of_another_whole_are_not(
    pair: Pair,
) -> None:
    name = pair.bound()
    one, two = parts(name, Role.SETUP, b"a" * 20_000)
    pair.part(pair.north, one)
    refs = [each.ref for ours in (True, False) if (each := pair.north.cases[name].commitment(ours=ours))]
    assert refused(lambda: pair.part(pair.north, one)) == "FB692"
    other_one, other_two = parts(name, Role.SETUP, b"b" * 20_000)
    assert refused(lambda: pair.part(pair.north, other_two)) == "FB693"
    pair.forge(pair.north, other_one, *refs)
    pair.forge(pair.north, other_two, *refs)
    settled(pair)
    assert pair.south.doubts == ["matching-twice", "matching-part-other"]
    pair.forge(pair.north, two, *refs)
    settled(pair)
    found = pair.south.cases[name].message(Role.SETUP, ours=False)
    assert found is not None
    assert found.whole == one.whole
    assert not found.complete


@covers("MATCHING-017")
def test_the_machine_keeps_no_bytes_of_a_part(pair: Pair) -> None:
    name = pair.bound()
    data = bytes(range(256)) * 40
    pair.send(pair.north, name, Role.REQUEST, data)
    pair.settle()
    for side in pair.sides:
        assert data[:64] not in repr(side.matchings).encode("latin-1", "replace")
        assert str(data[:64])[2:-1] not in repr(side.matchings)
        assert side.cases[name].whole(Role.REQUEST, ours=side is pair.north)


@covers("MATCHING-018")
def test_a_matching_lapses_a_day_after_its_bucket_and_nothing_more_is_said(pair: Pair) -> None:
    over = pair.say(pair.north, proposal(START - 3 * DAY))
    name = pair.bound()
    pair.pass_by(DAY - 1)
    assert state(pair, over) is State.PROPOSED
    pair.pass_by(1)
    assert state(pair, over) is State.LAPSED
    assert state(pair, name) is State.COMMITTED
    pair.pass_by(6 * HOUR)
    assert state(pair, name) is State.LAPSED
    assert refused(lambda: pair.send(pair.north, name, Role.REQUEST)) == "FB692"
    assert refused(lambda: pair.say(pair.south, answer(over))) == "FB692"
    for side in pair.sides:
        assert [each.matching for each in side.events(MatchingLapsed)] == [over, name]
        assert side.matchings.deadline is None


@covers("MATCHING-018")
def test_what_the_other_side_said_in_time_still_completes_a_matching_that_lapsed_here(pair: Pair) -> None:
    name = pair.bound()
    for side in pair.sides:
        for role in Role:
            pair.send(side, name, role)
    pair.carry(pair.north)
    pair.pass_by(2 * DAY)
    assert pair.north.cases[name].state(pair.now) is State.LAPSED
    assert state(pair, name) is State.COMPLETE
    assert not pair.south.events(MatchingLapsed)


def test_what_names_a_matching_that_is_not_here_waits_for_it(pair: Pair) -> None:
    name = pair.say(pair.north, proposal())
    pair.carry(pair.north)
    pair.say(pair.south, answer(name))
    pair.carry(pair.south)
    pair.commit(pair.north, name)
    fresh = Side("fresh")
    for item in reversed(pair.north.record):
        fresh.take(item)
    assert fresh.doubts.count("matching-unknown") == 2
    assert essence(fresh, pair.now) == essence(pair.north, pair.now)


@covers("MATCHING-007")
def test_our_own_word_is_not_forgotten_in_a_flood_about_matchings_that_are_not_here(pair: Pair) -> None:
    """After a restore our own entries come back from the other side, in the order that it likes."""
    name = pair.accepted()
    pair.commit(pair.north, name)
    for at in range(2 * WAITING_MAX):
        pair.forge(pair.south, MatchingCommit(matching=at.to_bytes(32), answer=name, commitment=name))
    pair.carry(pair.south, 2 * WAITING_MAX)
    (own,) = [each for each in pair.north.record if isinstance(each.body, MatchingCommit) and each.ours]
    pair.north.record.remove(own)
    pair.north.record = [own, *reversed(pair.north.record)]
    pair.restart(pair.north)
    assert True in pair.north.cases[name].commits
    taken = proposal(pair.now)
    assert refused(lambda: pair.say(pair.north, taken)) == "FB694"


def test_a_proposal_that_makes_no_sense_is_not_signed(pair: Pair) -> None:
    for body in (
        proposal(grid="s2"),
        proposal(resolution=16),
        proposal(START + 40 * DAY),
    ):
        assert refused(lambda body=body: pair.say(pair.north, body)) == "FB693"
    for hours in (0, 169):
        with pytest.raises(ValueError, match="a bucket is"):
            proposal(hours=hours)
    assert refused(lambda: pair.say(pair.north, answer(bytes(32)))) == "FB691"
    name = pair.complete(items_max=200)
    assert refused(lambda: pair.say(pair.north, done(name, hits=201))) == "FB693"
    pair.pass_by(HOUR)
    body = answer(pair.say(pair.north, proposal(START + 2 * DAY)))
    pair.settle()
    assert refused(lambda: pair.south.matchings.speaking.state(body, pair.now)) == "FB693"


@pytest.mark.parametrize("bent", [{3: 0}, {4: 15}, {6: b""}, {3: 3}, {2: 4}, {7: 1}])
def test_a_part_out_of_bounds_is_no_part(bent: dict[int, Any]) -> None:
    body = MatchingPart(matching=bytes(32), role=Role.SETUP, number=1, of=2, whole=bytes(32), data=b"x")
    with pytest.raises(CounterpartError):
        MatchingPart.from_map({**body.to_map(), **bent})


@covers("MATCHING-020")
def test_a_flood_of_proposals_is_told_in_part_and_listed_in_full(pair: Pair) -> None:
    for index in range(3 * TOLD_AT_ONCE):
        body = proposal(START + index * DAY)
        signed = body.stated(statement_on(body))
        pair.write(pair.north, Draft(kind=Kind.MATCHING_PROPOSED, body=signed))
    pair.settle()
    assert len(pair.south.events(MatchingProposed)) == TOLD_AT_ONCE
    assert len(pair.north.events(MatchingProposed)) == len(pair.south.cases) == 3 * TOLD_AT_ONCE
    bare = answer(bytes(32))
    for _ in range(TOLD_AT_ONCE):
        pair.write(pair.north, Draft(kind=Kind.MATCHING_ANSWER, body=bare))
    pair.settle()
    assert not pair.south.doubts
    pair.now = Instant(pair.now + HOUR)
    pair.write(pair.north, Draft(kind=Kind.MATCHING_ANSWER, body=bare))
    pair.settle()
    assert pair.south.doubts == ["matching-unknown"]
