"""Notices: issued, ended, answered, and what does not count."""

import pytest

from firebreak.core.base.errors import LocalError
from firebreak.core.base.instants import DAY, HOUR, MINUTE, Instant
from firebreak.core.envelope.kinds import Kind, Precedence
from firebreak.core.envelope.learnt import Draft
from firebreak.core.envelope.officer import StatedBody
from firebreak.core.envelope.spoken import B
from firebreak.core.geo.area import NOWHERE, Area, AreaKind
from firebreak.core.geo.place import Place
from firebreak.core.notice.answers import NoticePassed, NoticeRenewed, Objection, ReadBack, Word
from firebreak.core.notice.bodies import Ends
from firebreak.core.notice.events import (
    NoticeAnswered,
    NoticeBegan,
    NoticeCancelled,
    NoticeConfirmedAgain,
    NoticeDoubted,
    NoticeExpired,
    NoticeIssued,
    NoticeNotConfirmed,
    NoticePassedOn,
    NoticeReplaced,
    NoticeUnanswered,
    ReadBackDiffered,
)
from firebreak.core.notice.life import TRANSITIONS, End, State, follow
from firebreak.core.notice.speaking import KINDS
from tests.core.learning import statement_on
from tests.core.notice.two_sides import AREA, START, Pair, Side, answer, cancel, essence, firing, read_back
from tests.covering import covers


def settled(pair: Pair) -> None:
    pair.settle()
    assert essence(pair.north, pair.now) == essence(pair.south, pair.now)


def doubts(side: Side) -> list[str]:
    return [each.finding.code for each in side.events(NoticeDoubted)]


@covers("NOTICE-002", "NOTICE-015")
def test_a_notice_reaches_the_other_side_with_its_findings(pair: Pair) -> None:
    name = pair.say(pair.north, firing(DAY))
    settled(pair)
    for side in pair.sides:
        (issued,) = side.events(NoticeIssued)
        assert issued.notice == name
        assert issued.lead_short
        assert [each.code for each in issued.findings] == ["lead-short"]
    assert pair.south.cases[name].state(pair.now) is State.ISSUED


@covers("NOTICE-010")
def test_every_row_of_the_table_is_reached_and_nothing_else_changes_a_state() -> None:
    for state in State:
        for end in End:
            assert follow(state, end) is TRANSITIONS.get((state, end), state)
    assert {follow(State.REPLACED, end) for end in End} == {State.REPLACED}
    assert {follow(State.CANCELLED, end) for end in End} == {State.CANCELLED}


@covers("NOTICE-010")
def test_a_replacement_ends_the_notice_it_names(pair: Pair) -> None:
    name = pair.say(pair.north, firing())
    by = pair.say(pair.north, firing(5 * DAY, replaces=name))
    settled(pair)
    assert pair.south.cases[name].state(pair.now) is State.REPLACED
    assert [each.by for each in pair.south.events(NoticeReplaced)] == [by]
    with pytest.raises(LocalError, match="replaced"):
        pair.say(pair.south, answer(name))
    with pytest.raises(LocalError, match="replaced"):
        pair.say(pair.north, cancel(name))


@covers("NOTICE-010", "NOTICE-022")
def test_a_cancellation_ends_it_and_an_answer_that_crossed_it_counts_as_late(pair: Pair) -> None:
    name = pair.say(pair.north, firing())
    pair.settle()
    pair.say(pair.north, cancel(name, "weather"))
    pair.pass_by(MINUTE)
    pair.say(pair.south, answer(name, Word.COMPLY))
    settled(pair)
    assert pair.south.cases[name].state(pair.now) is State.CANCELLED
    assert [each.text for each in pair.south.events(NoticeCancelled)] == ["weather"]
    assert [each.late for each in pair.north.events(NoticeAnswered)] == [True]


@covers("NOTICE-012")
def test_of_two_ends_the_first_of_the_authors_log_holds(pair: Pair) -> None:
    name = pair.say(pair.north, firing())
    draft = _draft(pair, pair.north, cancel(name, "first"), name)
    other = _draft(pair, pair.north, cancel(name, "second"), name)
    first = pair.write(pair.north, draft)
    pair.write(pair.north, other)
    pair.north.outgoing.reverse()
    settled(pair)
    ended = pair.south.cases[name].ended
    assert ended is not None
    assert ended.ref.hash == first
    assert doubts(pair.north) == ["notice-ended-twice"]


@covers("NOTICE-010", "NOTICE-012")
def test_a_notice_expires_of_itself_and_may_still_be_cancelled(pair: Pair) -> None:
    name = pair.say(pair.north, firing())
    pair.settle()
    pair.pass_by(4 * DAY)
    assert [each.until for each in pair.south.events(NoticeBegan)] == [START + 4 * DAY + 6 * HOUR]
    assert pair.south.notices.deadline == START + 4 * DAY + 6 * HOUR
    pair.pass_by(6 * HOUR)
    assert len(pair.south.events(NoticeExpired)) == 1
    assert pair.south.cases[name].state(pair.now) is State.EXPIRED
    pair.say(pair.north, cancel(name))
    settled(pair)
    assert pair.south.cases[name].state(pair.now) is State.CANCELLED
    assert pair.south.notices.deadline is None


@covers("NOTICE-010")
@pytest.mark.parametrize("ends", [Ends.ESTIMATED, Ends.UNTIL_CANCELLED])
def test_an_estimated_end_expires_nothing(pair: Pair, ends: Ends) -> None:
    name = pair.say(pair.north, firing(ends=ends))
    pair.pass_by(90 * DAY)
    assert pair.north.cases[name].is_live(pair.now)


@covers("NOTICE-019")
def test_the_side_that_is_told_answers_each_word_by_itself(pair: Pair) -> None:
    name = pair.say(pair.north, firing(), precedence=Precedence.PRIORITY)
    pair.settle()
    pair.say(pair.south, answer(name))
    pair.say(pair.south, answer(name, Word.REJECT, reason=Objection.TIME, text="too long"))
    pair.say(pair.south, answer(name, Word.COMPLY))
    settled(pair)
    assert pair.north.cases[name].stance is Word.COMPLY
    assert [each.word for each in pair.north.events(NoticeAnswered)] == [
        Word.ACKNOWLEDGE,
        Word.REJECT,
        Word.COMPLY,
    ]
    assert {each.header.precedence for each in pair.north.record} == {Precedence.PRIORITY}


@covers("NOTICE-013", "NOTICE-019")
def test_a_side_answers_no_notice_of_its_own_and_ends_none_of_the_others(pair: Pair) -> None:
    name = pair.say(pair.north, firing())
    pair.settle()
    for side, body in (
        (pair.north, answer(name)),
        (pair.south, cancel(name)),
        (pair.south, firing(replaces=name)),
    ):
        with pytest.raises(LocalError) as refused:
            pair.say(side, body)
        assert refused.value.code == "FB604"
    for side, body in ((pair.north, answer(name)), (pair.south, cancel(name))):
        pair.write(side, _draft(pair, side, body, name))
    replacing = pair.write(pair.south, _draft(pair, pair.south, firing(replaces=name), name))
    settled(pair)
    assert pair.north.cases[name].state(pair.now) is State.ISSUED
    assert pair.north.cases[replacing].state(pair.now) is State.ISSUED
    assert sorted(doubts(pair.north)) == ["notice-foreign", "notice-foreign", "notice-own"]


@covers("NOTICE-014")
def test_a_word_about_an_unknown_notice_waits_for_it(pair: Pair) -> None:
    name = pair.say(pair.north, firing())
    pair.say(pair.north, cancel(name))
    pair.north.outgoing.reverse()
    pair.carry(pair.north, 1)
    assert doubts(pair.south) == ["notice-unknown"]
    assert not pair.south.cases
    settled(pair)
    assert pair.south.cases[name].state(pair.now) is State.CANCELLED
    with pytest.raises(LocalError) as refused:
        pair.say(pair.south, answer(bytes(32)))
    assert refused.value.code == "FB603"


@covers("NOTICE-021")
def test_a_read_back_that_differs_is_told_to_both(pair: Pair) -> None:
    name = pair.say(pair.north, firing())
    pair.settle()
    wrong = ReadBack(number=2, digits=f"{(int(AREA.places[1].check_digits()) + 1) % 100:02}")
    pair.say(pair.south, answer(name, Word.CONFIRM, read_back=(*read_back(1), wrong)))
    settled(pair)
    for side in pair.sides:
        assert [each.numbers for each in side.events(ReadBackDiffered)] == [(2,)]
        assert side.cases[name].differing == (2,)
        assert side.cases[name].confirmed == (1,)
    pair.say(pair.south, answer(name, Word.CONFIRM, read_back=read_back(2, 3, 4)))
    settled(pair)
    assert pair.north.cases[name].differing == ()
    assert pair.north.cases[name].confirmed == (1, 2, 3, 4)


@covers("NOTICE-021")
def test_a_place_read_back_in_full_is_compared_to_the_last_digit(pair: Pair) -> None:
    name = pair.say(pair.north, firing())
    pair.settle()
    other = ReadBack(number=1, digits=AREA.places[0].check_digits(), place=AREA.places[1])
    same = ReadBack(number=2, digits=AREA.places[1].check_digits(), place=AREA.places[1])
    pair.say(pair.south, answer(name, Word.CONFIRM, read_back=(other, same)))
    settled(pair)
    assert pair.north.cases[name].differing == (1,)
    with pytest.raises(LocalError) as refused:
        pair.say(pair.south, answer(name, Word.CONFIRM, read_back=(ReadBack(number=5, digits="02"),)))
    assert refused.value.code == "FB608"


@covers("NOTICE-023")
def test_an_unanswered_notice_is_told_once_by_the_clock_of_its_precedence(pair: Pair) -> None:
    pair.say(pair.north, firing(), precedence=Precedence.FLASH)
    answered = pair.say(pair.north, firing(), precedence=Precedence.FLASH)
    pair.settle()
    pair.say(pair.south, answer(answered))
    pair.settle()
    assert pair.south.notices.deadline == START + 3 * MINUTE
    pair.pass_by(3 * MINUTE)
    pair.pass_by(3 * MINUTE)
    for side in pair.sides:
        assert len(side.events(NoticeUnanswered)) == 1


@covers("NOTICE-024")
def test_either_side_says_to_whom_it_passed_a_notice_and_says_it_again(pair: Pair) -> None:
    name = pair.say(pair.north, firing())
    pair.settle()
    for side, to in ((pair.south, "coast guard"), (pair.north, "range"), (pair.south, "coast guard")):
        pair.say(side, NoticePassed(notice=name, to=to, passed_at=pair.now))
    settled(pair)
    told = [(each.by_us, each.to, each.again) for each in pair.north.events(NoticePassedOn)]
    assert sorted(told) == [
        (False, "coast guard", False),
        (False, "coast guard", True),
        (True, "range", False),
    ]
    assert len(pair.south.cases[name].passed) == 3


@covers("NOTICE-025")
def test_a_protected_site_is_confirmed_again_or_overdue(pair: Pair) -> None:
    due = Instant(START + 30 * DAY)
    name = pair.say(pair.north, firing(code="I51", windows=(), ends=Ends.UNTIL_CANCELLED, confirm_by=due))
    pair.say(pair.north, NoticeRenewed(notice=name, confirm_by=due + 30 * DAY))
    settled(pair)
    assert pair.south.cases[name].is_site
    assert [each.confirm_by for each in pair.south.events(NoticeConfirmedAgain)] == [due + 30 * DAY]
    pair.pass_by(30 * DAY)
    assert not pair.south.events(NoticeNotConfirmed)
    pair.pass_by(30 * DAY)
    assert [each.due for each in pair.south.events(NoticeNotConfirmed)] == [due + 30 * DAY]


@covers("NOTICE-001", "NOTICE-011")
def test_what_no_officer_signed_is_nobodys_word(pair: Pair) -> None:
    unsigned = pair.write(pair.north, Draft(kind=Kind.NOTICE, body=firing()))
    name = pair.say(pair.north, firing())
    pair.write(pair.north, Draft(kind=Kind.NOTICE_CANCEL, body=cancel(name)))
    pair.write(pair.north, Draft(kind=Kind.NOTICE_CANCEL, body=_other(cancel(name))))
    settled(pair)
    assert unsigned not in pair.south.cases
    assert pair.south.cases[name].state(pair.now) is State.ISSUED
    assert doubts(pair.south) == ["notice-unstated", "notice-unstated", "notice-other"]
    for body in (cancel(name), _other(cancel(name))):
        with pytest.raises(LocalError) as refused:
            pair.north.notices.speaking.state(body, pair.now)
        assert refused.value.code == "FB605"


@covers("NOTICE-026")
def test_a_side_that_floods_one_notice_is_counted_up_to_a_bound(pair: Pair) -> None:
    name = pair.say(pair.north, firing())
    pair.settle()
    for _ in range(300):
        pair.say(pair.south, answer(name))
    pair.say(pair.north, cancel(name))
    settled(pair)
    case = pair.north.cases[name]
    assert len(case.answers) == 256
    assert case.state(pair.now) is State.CANCELLED


@covers("NOTICE-026")
def test_an_issuer_that_said_much_of_its_notice_can_still_end_it(pair: Pair) -> None:
    name = pair.say(pair.north, firing())
    for _ in range(257):
        pair.say(pair.north, NoticeRenewed(notice=name))
    pair.say(pair.north, cancel(name))
    settled(pair)
    assert len(pair.south.cases[name].renewed) == 256
    assert pair.south.cases[name].state(pair.now) is State.CANCELLED


def test_a_large_area_is_kept_as_it_travelled_and_read_back_all_the_same(pair: Pair) -> None:
    row = tuple(Place(each * 1_000, each % 2 * 1_000) for each in range(1_000))
    name = pair.say(pair.north, firing(area=Area.of(AreaKind.LINE, *row)))
    pair.settle()
    case = pair.south.cases[name]
    assert case.body.area is NOWHERE
    assert case.area.places == row
    assert [each.code for each in case.findings] == []
    pair.say(pair.south, answer(name, Word.CONFIRM, read_back=read_back(1_000, 1, places=row)))
    settled(pair)
    assert pair.north.cases[name].confirmed == (1, 1_000)


def test_a_restart_tells_again_what_still_waits_and_not_what_expired(pair: Pair) -> None:
    pair.say(pair.north, firing(), precedence=Precedence.FLASH)
    pair.pass_by(5 * DAY)
    pair.north.shown.clear()
    pair.restart(pair.north)
    pair.north.tick(pair.now)
    assert not pair.north.shown


def _draft(pair: Pair, side: Side, body: StatedBody, named: bytes) -> Draft:
    """What a node without our rules would write."""
    target = pair.north.cases[named].notice
    word = statement_on(body, entry=named, commitment=target.commitment)
    return Draft(kind=KINDS[type(body)], body=body.stated(word))


def _other(body: B) -> B:
    return body.stated(statement_on(body, entry=b"x" * 32))
