"""A counterpart that floods with notices: all of it is kept and counts, and a desk is told in one line."""

from hypothesis import given, settings
from hypothesis import strategies as st

from firebreak.core.base.instants import DAY, HOUR, MINUTE, SECOND, Instant
from firebreak.core.envelope.kinds import Precedence
from firebreak.core.notice.answers import Word
from firebreak.core.notice.crowd import AGAIN, FIRST, TOLD_AT_ONCE, TOLD_PER_MINUTE, URGENT_AT_ONCE
from firebreak.core.notice.events import (
    ExplanationOverdue,
    NoticeBegan,
    NoticeCancelled,
    NoticeIssued,
    NoticesCrowd,
    NoticeUnanswered,
)
from firebreak.core.notice.explanations import usual_clock
from firebreak.core.notice.inquiries import ExplanationAsk
from firebreak.core.notice.notices import Notices
from tests.core.notice.two_sides import Pair, Side, answer, cancel, essence, firing
from tests.covering import covers

FLASH = Precedence.FLASH


def flooded(pair: Pair, count: int = 3 * TOLD_AT_ONCE) -> list[bytes]:
    """North issues so many; South has learnt them all."""
    names = [pair.say(pair.north, firing(activity=f"number {each}")) for each in range(count)]
    pair.settle()
    return names


def told(side: Side) -> set[bytes]:
    return {each.notice for each in side.events(NoticeIssued)}


@covers("NOTICE-031", "NOTICE-032")
def test_a_flood_is_kept_whole_and_told_in_one_line(pair: Pair) -> None:
    names = flooded(pair)
    assert told(pair.south) == set(names[:TOLD_AT_ONCE])
    assert essence(pair.north, pair.now) == essence(pair.south, pair.now)
    assert len(pair.south.cases) == len(names)
    assert not pair.south.events(NoticesCrowd)
    pair.pass_by(FIRST)
    assert [each.count for each in pair.south.events(NoticesCrowd)] == [2 * TOLD_AT_ONCE]
    pair.pass_by(AGAIN)
    assert len(pair.south.events(NoticesCrowd)) == 1, "nothing more came"
    assert told(pair.north) == set(names), "what we say ourselves is never hushed"


@covers("NOTICE-032")
def test_more_of_a_flood_is_told_once_a_minute(pair: Pair) -> None:
    flooded(pair)
    for _ in range(120):
        pair.say(pair.north, firing(activity=f"at {pair.now}", now=pair.now))
        pair.settle()
        pair.pass_by(SECOND)
    counts = [each.count for each in pair.south.events(NoticesCrowd)]
    assert 2 <= len(counts) <= 3
    quiet = len(pair.south.cases) - len(told(pair.south))
    pair.pass_by(AGAIN)
    assert sum(each.count for each in pair.south.events(NoticesCrowd)) == quiet
    assert len(told(pair.south)) <= TOLD_AT_ONCE + 2 * TOLD_PER_MINUTE + 1


@covers("NOTICE-031")
def test_a_flash_notice_is_told_in_the_middle_of_a_flood_of_others(pair: Pair) -> None:
    flooded(pair)
    flash = pair.say(pair.north, firing(activity="launch"), precedence=FLASH)
    pair.settle()
    assert flash in told(pair.south)
    more = [pair.say(pair.north, firing(activity=f"{each}"), precedence=FLASH) for each in range(20)]
    pair.settle()
    assert len(told(pair.south) & {flash, *more}) == URGENT_AT_ONCE
    pair.pass_by(HOUR)
    last = pair.say(pair.north, firing(activity="routine again", now=pair.now))
    pair.settle()
    assert last in told(pair.south)


@covers("NOTICE-031")
def test_answers_to_urgent_notices_do_not_use_up_the_share_of_urgent_ones(pair: Pair) -> None:
    ours = [pair.say(pair.south, firing(activity=f"{each}"), precedence=FLASH) for each in range(30)]
    pair.settle()
    for each in ours:
        pair.say(pair.north, answer(each))
    urgent = [pair.say(pair.north, firing(activity=f"{each}"), precedence=FLASH) for each in range(40)]
    pair.settle()
    assert len(told(pair.south) & {*urgent}) == 40, "and what is left of the usual share"


@covers("NOTICE-033")
def test_no_clock_speaks_of_what_was_told_in_one_line(pair: Pair) -> None:
    names = flooded(pair)
    pair.pass_by(24 * HOUR)
    assert {each.notice for each in pair.south.events(NoticeUnanswered)} == set(names[:TOLD_AT_ONCE])
    assert {each.notice for each in pair.north.events(NoticeUnanswered)} == set(names)
    pair.pass_by(3 * DAY)
    assert {each.notice for each in pair.south.events(NoticeBegan)} == set(names[:TOLD_AT_ONCE])


@covers("NOTICE-033")
def test_what_an_officer_of_ours_answers_is_quiet_no_longer(pair: Pair) -> None:
    names = flooded(pair)
    quiet = names[-1]
    pair.say(pair.south, answer(quiet, Word.ACKNOWLEDGE))
    pair.settle()
    pair.pass_by(4 * DAY)
    assert quiet in {each.notice for each in pair.south.events(NoticeBegan)}
    assert names[-2] not in {each.notice for each in pair.south.events(NoticeBegan)}


@covers("NOTICE-033")
def test_the_end_of_what_was_told_is_told_in_any_flood(pair: Pair) -> None:
    names = flooded(pair)
    pair.say(pair.north, cancel(names[0]))
    pair.say(pair.north, cancel(names[-1]))
    pair.settle()
    assert [each.notice for each in pair.south.events(NoticeCancelled)] == [names[0]]
    assert pair.south.cases[names[-1]].ended is not None


@covers("NOTICE-032")
def test_a_flood_of_questions_is_one_too(pair: Pair) -> None:
    by = Instant(pair.now + usual_clock(Precedence.ROUTINE))
    for each in range(2 * TOLD_AT_ONCE):
        pair.say(pair.north, ExplanationAsk(from_desk="duty", desk="duty", question=f"{each}?", reply_by=by))
    pair.settle()
    pair.pass_by(FIRST)
    assert [each.count for each in pair.south.events(NoticesCrowd)] == [TOLD_AT_ONCE]
    pair.pass_by(8 * DAY)
    assert len(pair.south.events(ExplanationOverdue)) == TOLD_AT_ONCE
    assert len(pair.north.events(ExplanationOverdue)) == 2 * TOLD_AT_ONCE


@covers("NOTICE-034")
@settings(max_examples=20, deadline=None)
@given(
    waits=st.lists(
        st.sampled_from((0, 1, SECOND, 10 * SECOND, 20 * MINUTE, 2 * HOUR)), min_size=1, max_size=8
    )
)
def test_after_a_start_the_same_ones_are_quiet(waits: list[int]) -> None:
    pair = Pair()
    for wait in waits:
        for each in range(30):
            pair.say(pair.north, firing(activity=f"{pair.now} {each}", now=pair.now))
        pair.settle()
        pair.pass_by(wait)
    before = pair.south.notices.crowd
    again = Notices()
    for item in pair.south.record:
        again.learn(item)
    first, after = again.resume(pair.now), again.crowd
    assert (after.quiet, after.holds(pair.now)) == (before.quiet, before.holds(pair.now))
    assert after.count == before.count
    told = [*first, *again.tick(Instant(pair.now + 2 * AGAIN))]
    assert not [each for each in told if isinstance(each, NoticesCrowd)], "it is in the list"
