"""Officers' words on a line: made for it, by who may, and counted once."""

from dataclasses import replace

import pytest

from firebreak.core.base.errors import LocalError
from firebreak.core.envelope.card import Power
from firebreak.core.envelope.kinds import Kind
from firebreak.core.envelope.learnt import Draft
from firebreak.core.line import saying
from firebreak.core.line.events import EntryUnreadable
from firebreak.core.linecheck.bodies import CheckPerson
from firebreak.core.linecheck.suspending import LineRestore, LineSuspend, Scope
from firebreak.core.watch.bodies import WatchHandOver, WatchTake
from tests.covering import covers
from tests.pair import End, Pair, officer_key


def taken(end: End) -> Draft:
    body = end.sign(WatchTake(desk="duty"), f"{end.name} one")
    return Draft(kind=Kind.WATCH_TAKE, body=body)


def forced(end: End, draft: Draft) -> None:
    """A node that does not follow the rules writes what it likes."""
    end.line.memory.once._carried.clear()  # pyright: ignore[reportPrivateUsage]
    end.say(draft)


@covers("ENTRY-011")
def test_a_node_cannot_say_again_what_an_officer_said_once() -> None:
    pair, draft = Pair(), None
    draft = taken(pair.north)
    pair.north.say(draft)
    left = pair.north.sign(WatchHandOver(desk="duty"), "North one")
    pair.north.say(Draft(kind=Kind.WATCH_HAND_OVER, body=left))
    pair.settle()
    watches = pair.south.line.machines.watches
    assert not watches.attended("duty", ours=False)
    with pytest.raises(LocalError, match="FB143"):
        pair.north.say(draft)
    forced(pair.north, draft)
    pair.settle()
    assert not watches.attended("duty", ours=False)
    (event,) = pair.south.events(EntryUnreadable)
    assert event.reason == "the statement of officer 'North one' stands in another entry already"
    assert len(pair.south.line.logs.theirs.segments) == len(pair.north.line.logs.ours.segments)


@covers("ENTRY-011")
def test_the_rule_holds_after_a_restart() -> None:
    pair = Pair()
    suspended = Draft(
        kind=Kind.LINE_SUSPEND,
        body=pair.north.sign(LineSuspend(scope=Scope.ALL, reason="maintenance"), "North one"),
    )
    pair.north.say(suspended)
    pair.north.say(Draft(kind=Kind.LINE_RESTORE, body=pair.north.sign(LineRestore(), "North one")))
    pair.settle()
    for end in pair.ends():
        end.start()
    pair.greet()
    with pytest.raises(LocalError, match="FB143"):
        pair.north.say(suspended)
    forced(pair.north, suspended)
    pair.settle()
    assert not pair.south.line.machines.suspension.held


@covers("ENTRY-011")
def test_the_same_entry_may_come_twice_and_a_new_word_counts() -> None:
    pair = Pair()
    pair.north.say(taken(pair.north))
    again = pair.north.sent[:]
    pair.settle()
    pair.south.hear(again)
    pair.world.now += 1
    check = pair.north.sign(CheckPerson(desk="duty"), "North one")
    pair.north.say(Draft(kind=Kind.CHECK_PERSON, body=check))
    pair.settle()
    assert pair.south.line.machines.watches.attended("duty", ours=False)
    assert False in pair.south.line.machines.checks.person_at
    assert not pair.south.events(EntryUnreadable)


@covers("ENTRY-010")
def test_a_word_given_on_another_line_does_not_count_here(monkeypatch: pytest.MonkeyPatch) -> None:
    pair = Pair()
    draft = taken(pair.north)
    statement = draft.body.statement  # type: ignore[attr-defined]
    message = statement.signed_bytes(pair.north.environment, b"\x07" * 32)
    elsewhere = replace(statement, signature=officer_key("North one").sign(message).signature)
    wrong = replace(draft, body=draft.body.stated(elsewhere))  # type: ignore[attr-defined]
    with pytest.raises(LocalError, match="FB346"):
        pair.north.say(wrong)
    monkeypatch.setattr(saying, "wrong_statement", lambda *_: "")
    pair.north.say(wrong)
    pair.settle()
    assert not pair.south.line.machines.watches.attended("duty", ours=False)
    (event,) = pair.south.events(EntryUnreadable)
    assert event.reason == "the signature of officer 'North one' does not verify"


@covers("ENTRY-012")
@pytest.mark.parametrize(("power", "acted"), [(Power.DUTY, False), (Power.SUSPEND, True)])
def test_only_an_officer_with_the_power_for_it_suspends(power: Power, acted: bool) -> None:
    pair = Pair()
    pair.south.line.identity.theirs.powers["North one"] = (power,)
    body = pair.north.sign(LineSuspend(scope=Scope.ALL), "North one")
    pair.north.say(Draft(kind=Kind.LINE_SUSPEND, body=body))
    pair.settle()
    assert (False in pair.south.line.machines.suspension.held) is acted
    assert bool(pair.south.events(EntryUnreadable)) is not acted
