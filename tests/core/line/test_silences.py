"""Silence warnings: facts, each told once, from our own record and clock alone."""

from firebreak.core.base.instants import HOUR, MINUTE, SECOND
from firebreak.core.envelope.kinds import Kind, Precedence
from firebreak.core.envelope.learnt import Draft
from firebreak.core.envelope.opening import LineOpen
from firebreak.core.line.silences import WentOverdue
from firebreak.core.message.bodies import Message
from firebreak.core.silence.overdue import OverdueKind
from tests.pair import START, End, Pair


def opened() -> Pair:
    """A pair whose line is open in both logs."""
    pair = Pair()
    sides = sorted(end.line.identity.ours.party for end in pair.ends())
    body = LineOpen(parties=tuple(sides), cards=(bytes(32),) * 2, nonces=(bytes(32),) * 2)
    for end in pair.ends():
        end.say(Draft(kind=Kind.LINE_OPEN, body=body))
    pair.settle()
    return pair


def told(end: End) -> list[OverdueKind]:
    return [each.fact.kind for each in end.events(WentOverdue)]


def test_a_line_that_is_not_open_owes_nothing() -> None:
    pair = Pair()
    pair.cut()
    pair.later(3 * HOUR)
    assert told(pair.north) == []


def test_no_answer_and_no_entry_are_told_once_each_and_no_cause_is_named() -> None:
    pair = opened()
    pair.cut()
    pair.later(3 * HOUR)
    assert told(pair.north) == [OverdueKind.CHECK, OverdueKind.CONTACT]
    check = pair.north.events(WentOverdue)[0]
    assert check.at - START == 15 * MINUTE
    assert "no answer to a line check has come" in check.text
    assert {each.kind for each in pair.north.line.machines.silences.facts(check.at)} == {OverdueKind.CHECK}


def test_contact_ends_the_warning_and_a_new_silence_is_a_new_one() -> None:
    pair = opened()
    pair.cut()
    pair.later(2 * HOUR)
    pair.greet()
    pair.later(10 * MINUTE)
    now = pair.north.line.time.at(pair.world.moment())
    assert pair.north.line.machines.silences.facts(now) == []
    pair.cut()
    pair.later(2 * HOUR)
    assert told(pair.north).count(OverdueKind.CHECK) == 2


def test_a_message_that_asked_for_an_answer_is_overdue_when_none_has_come() -> None:
    pair = opened()
    by = pair.world.moment().wall + 30 * SECOND
    for text in ("first", "second"):
        message = Message(to=("duty",), from_desk="duty", text=text, answer_by=by)
        draft = pair.north.line.machines.messages.send(
            message, precedence=Precedence.ROUTINE, now=pair.world.moment().wall
        )
        pair.north.say(draft)
        pair.settle()
        pair.later(SECOND)
    pair.later(MINUTE)
    assert told(pair.north) == [OverdueKind.ANSWER, OverdueKind.ANSWER]
    assert told(pair.south) == []
