"""Questions with a clock, incidents with two versions, and what clocks tell after a start."""

from dataclasses import replace

import pytest

from firebreak.core.base.errors import LocalError
from firebreak.core.base.instants import DAY, HOUR, MINUTE
from firebreak.core.envelope.kinds import Precedence
from firebreak.core.notice.answers import NoticePassed, NoticeRenewed
from firebreak.core.notice.bodies import Ends, Wording
from firebreak.core.notice.events import (
    ExplanationAsked,
    ExplanationGiven,
    ExplanationOverdue,
    IncidentReported,
    NoticeBegan,
    NoticeDoubted,
    NoticeUnanswered,
)
from firebreak.core.notice.explanations import usual_clock
from firebreak.core.notice.inquiries import ExplanationAsk, ExplanationReply, IncidentReport
from tests.core.notice.two_sides import START, Pair, firing
from tests.covering import covers


def ask(by: int = START + DAY, **more: object) -> ExplanationAsk:
    return ExplanationAsk(from_desk="duty", desk="duty", question="What fell?", reply_by=by, **more)  # type: ignore[arg-type]


def report(text: str, name: int = 1) -> IncidentReport:
    said = (Wording(language="en", text=text),)
    return IncidentReport(
        incident=bytes([name]) * 16, from_at=START, until_at=START + 1, versions=said, from_desk="duty"
    )


@covers("NOTICE-027")
def test_a_question_is_explained_or_overdue(pair: Pair) -> None:
    name = pair.say(pair.north, ask())
    other = pair.say(pair.north, ask())
    pair.settle()
    assert [each.reply_by for each in pair.south.events(ExplanationAsked)] == [START + DAY] * 2
    pair.say(pair.south, ExplanationReply(ask=name, text="A drone."))
    pair.settle()
    pair.pass_by(DAY)
    for side in pair.sides:
        assert [each.ask for each in side.events(ExplanationOverdue)] == [other]
        assert side.notices.explanations.find(other).is_overdue(pair.now)
    pair.pass_by(MINUTE)
    pair.say(pair.south, ExplanationReply(ask=other, text="Another one."))
    pair.settle()
    assert [each.late for each in pair.north.events(ExplanationGiven)] == [False, True]


@covers("NOTICE-028")
def test_only_the_side_that_was_asked_replies(pair: Pair) -> None:
    name = pair.say(pair.north, ask())
    pair.settle()
    for side, about in ((pair.north, name), (pair.south, bytes(32))):
        with pytest.raises(LocalError):
            pair.say(side, ExplanationReply(ask=about, text="x"))
    with pytest.raises(LocalError):
        pair.say(pair.north, ask(START))
    with pytest.raises(LocalError):
        pair.say(pair.north, ask(follows=b"f" * 32))
    pair.say(pair.north, ask(START + 2 * DAY, follows=name))


def test_a_reply_that_comes_before_its_question_waits_for_it(pair: Pair) -> None:
    name = pair.say(pair.north, ask())
    (held,) = pair.north.outgoing
    pair.settle()
    pair.say(pair.south, ExplanationReply(ask=name, text="x"))
    fresh = Pair().north
    fresh.take(pair.south.outgoing[0])
    assert [each.finding.code for each in fresh.events(NoticeDoubted)] == ["explanation-unknown"]
    fresh.take(held)
    fresh.take(held)
    # It is learnt with both entries as ours here: a reply of the asking side itself counts for nothing.
    assert [each.finding.code for each in fresh.events(NoticeDoubted)][1:] == ["explanation-other"]


def test_the_usual_clock_is_two_days_when_it_is_urgent_and_a_week_otherwise() -> None:
    assert usual_clock(Precedence.IMMEDIATE) == 48 * HOUR
    assert usual_clock(Precedence.ROUTINE) == 7 * DAY


@covers("NOTICE-029")
def test_each_side_keeps_every_version_beside_the_others(pair: Pair) -> None:
    for side, text in ((pair.north, "east"), (pair.south, "west"), (pair.north, "north-east")):
        pair.say(side, report(text))
    pair.say(pair.south, report("alone", 2))
    pair.settle()
    found = pair.south.notices.incidents.find(bytes([1]) * 16)
    assert [each.body.versions[0].text for each in found.theirs] == ["east", "north-east"]
    assert [each.body.versions[0].text for each in found.ours] == ["west"]
    assert found.awaited is None
    assert pair.south.notices.incidents.find(bytes([2]) * 16).awaited is False
    assert pair.north.notices.incidents.find(bytes([2]) * 16).awaited is True
    assert [each.versions for each in pair.south.events(IncidentReported)] == [1, 1, 1, 2]
    with pytest.raises(LocalError):
        pair.north.notices.incidents.find(bytes(16))


@covers("NOTICE-030")
def test_a_start_tells_again_what_waits_and_nothing_of_what_began(pair: Pair) -> None:
    pair.say(pair.north, firing(HOUR), precedence=Precedence.FLASH)
    pair.say(pair.north, ask(START + HOUR))
    for each in pair.north.record:
        assert each.ours
    pair.now = type(pair.now)(START + 2 * HOUR)
    pair.restart(pair.north)
    pair.north.tick(pair.now)
    assert not pair.north.events(NoticeBegan)
    assert not pair.north.events(NoticeUnanswered)  # told by `resume`, which the line shows


@covers("NOTICE-030")
def test_resuming_tells_what_is_unanswered_and_unexplained(pair: Pair) -> None:
    pair.say(pair.north, firing(HOUR), precedence=Precedence.FLASH)
    pair.say(pair.north, ask(START + HOUR))
    told = [type(each).__name__ for each in pair.north.notices.resume(type(pair.now)(START + 2 * HOUR))]
    assert told == ["NoticeUnanswered", "ExplanationOverdue"]


def test_nobody_tells_of_what_has_not_happened(pair: Pair) -> None:
    name = pair.say(pair.north, firing())
    pair.settle()
    early = pair.now + MINUTE + 1
    told = NoticePassed(notice=name, to="coast guard", passed_at=early)
    ahead = replace(report("It fell."), from_at=early, until_at=early)
    for side, body in ((pair.south, told), (pair.north, ahead)):
        with pytest.raises(LocalError) as caught:
            pair.say(side, body)
        assert caught.value.code == "FB606"


def test_nobody_promises_what_is_over(pair: Pair) -> None:
    site = pair.say(pair.north, firing(code="I51", windows=(), ends=Ends.UNTIL_CANCELLED))
    with pytest.raises(LocalError) as caught:
        pair.say(pair.north, NoticeRenewed(notice=site, confirm_by=pair.now))
    assert caught.value.code == "FB606"
