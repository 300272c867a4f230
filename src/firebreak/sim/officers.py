"""The people of the world: each verb is what an officer does at a desk, as the commands of a node do it.

An officer acts on what the node shows. What is not there to be acted on is not done; what the node refuses
is refused. Both are part of an ordinary bad day.
"""

from collections.abc import Callable
from dataclasses import replace
from typing import Final

from firebreak.core.base.instants import MINUTE, Instant
from firebreak.core.call.asking import Answer, CallRequest, Window
from firebreak.core.call.bodies import Part, Reason
from firebreak.core.call.dialogue import OPEN
from firebreak.core.call.table import State
from firebreak.core.envelope.kinds import Kind, Precedence
from firebreak.core.envelope.learnt import Draft
from firebreak.core.envelope.officer import Action
from firebreak.core.line.line import Line
from firebreak.core.linecheck.bodies import CheckPerson, CheckRefuse
from firebreak.core.linecheck.suspending import LineClose, LineRestore, LineSuspend, Scope
from firebreak.core.message.bodies import Message, Relation
from firebreak.core.message.levels import Trace
from firebreak.core.message.receipts import RefusalReason
from firebreak.core.watch.bodies import WatchHandOver, WatchTake
from firebreak.sim import matchers, notifiers, speakers
from firebreak.sim.acts import Act
from firebreak.sim.agreeing import agree
from firebreak.sim.crypto import OFFICERS
from firebreak.sim.custodians import release
from firebreak.sim.node import Node
from firebreak.sim.words import Nobody, officer_of, signed, word

Verb = Callable[[Node, Act, Line, Instant], Draft | None]
DESK: Final = "duty"


def _numbers(act: Act) -> list[int]:
    return [int(each) for each in act.words if each.isdecimal()]


def _number(act: Act, default: int = 0) -> int:
    return next(iter(_numbers(act)), default)


def _precedence(act: Act) -> Precedence:
    names = {each.name.lower(): each for each in Precedence}
    return next((names[each] for each in act.words if each in names), Precedence.ROUTINE)


def _identifier(node: Node, act: Act) -> bytes:
    return act.at.to_bytes(8, "big") + node.name.encode()[:5] + (b"+" if node.twin else b" ") + b"id"


# -- messages -------------------------------------------------------------------------------------


def send(node: Node, act: Act, line: Line, now: Instant) -> Draft:
    """`send flash 3000`: a message, with so many letters; `alone`: one officer releases it."""
    precedence = _precedence(act)
    line.machines.suspension.check(Kind.MESSAGE, precedence, now)
    text = f"message of {act.at} " + "x" * _number(act)
    message = _message(text)
    if precedence is Precedence.FLASH and Kind.MESSAGE in line.machines.agreements.in_force.two_person:
        names = OFFICERS[:1] if "alone" in act.words else OFFICERS[:2]
        message = replace(
            message, release=tuple(release(node, message, f"{node.name} {each}") for each in names)
        )
    return line.machines.messages.send(message, precedence=precedence, now=now)


def follow(node: Node, act: Act, line: Line, now: Instant) -> Draft:
    """`follow correct`: relate a message to an earlier one."""
    relation = Relation[act.word(0, "correct").upper()]
    ours = relation is not Relation.ANSWER
    target = _trace(line, act, ours=ours)
    message = replace(_message(f"{act.word(0)} of {act.at}"), relation=relation)
    return line.machines.messages.send(message, precedence=target.precedence, now=now, about=target.hash)


def show(node: Node, act: Act, line: Line, now: Instant) -> Draft | None:
    """A console has drawn all messages of the counterpart."""
    theirs = [each.hash for each in line.machines.messages.traces.values() if not each.ours]
    return next(iter(line.machines.messages.shown(DESK, theirs)), None)


def read(node: Node, act: Act, line: Line, now: Instant) -> Draft:
    """Open the newest message, or an earlier one."""
    trace = _trace(line, act, ours=False)
    body = line.machines.messages.prepare_read(trace.hash, DESK)
    return line.machines.messages.state(signed(node, body, act, trace.hash, trace.commitment))


def acknowledge(node: Node, act: Act, line: Line, now: Instant) -> Draft:
    """Say that it is understood."""
    trace = _trace(line, act, ours=False)
    body = line.machines.messages.prepare_acknowledge(trace.hash, DESK, "understood")
    return line.machines.messages.state(signed(node, body, act, trace.hash, trace.commitment))


def refuse(node: Node, act: Act, line: Line, now: Instant) -> Draft:
    """Refuse it."""
    trace = _trace(line, act, ours=False)
    body = line.machines.messages.prepare_refuse(trace.hash, DESK, RefusalReason.WRONG_DESK)
    return line.machines.messages.state(signed(node, body, act, trace.hash, trace.commitment))


def _message(text: str) -> Message:
    return Message(to=(DESK,), from_desk=DESK, text=text)


def _trace(line: Line, act: Act, *, ours: bool) -> Trace:
    found = [each for each in line.machines.messages.traces.values() if each.ours is ours]
    if not found:
        raise Nobody
    return found[-1 - min(_number(act), len(found) - 1)]


# -- calls ----------------------------------------------------------------------------------------


def place(node: Node, act: Act, line: Line, now: Instant) -> Draft:
    """`place immediate 20`: call, and let it ring so many seconds."""
    precedence = _precedence(act)
    line.machines.suspension.check(Kind.CALL_OFFER, precedence, now)
    return line.machines.calls.place(
        desk=DESK,
        from_desk=DESK,
        call_id=_identifier(node, act),
        now=now,
        precedence=precedence,
        ring_seconds=_number(act, 60),
        media_key=speakers.media_key(node.name) if "sound" in act.words else None,
    )


def answer(node: Node, act: Act, line: Line, now: Instant) -> Draft:
    """Take the newest call."""
    key = speakers.media_key(node.name) if "sound" in act.words else None
    prepared = line.machines.calls.prepare_answer(_call(line, ours=False), media_key=key)
    body = signed(node, prepared.body, act, prepared.entry, prepared.commitment)
    return line.machines.calls.answer(body)


def decline(node: Node, act: Act, line: Line, now: Instant) -> Draft:
    """Do not take it."""
    back = now + _number(act) * MINUTE if _numbers(act) else None
    reason = Reason.NONE_GIVEN if back is None else Reason.NOT_NOW
    prepared = line.machines.calls.prepare_decline(_call(line, ours=False), reason=reason, call_back_at=back)
    body = signed(node, prepared.body, act, prepared.entry, prepared.commitment)
    return line.machines.calls.decline(body)


def busy(node: Node, act: Act, line: Line, now: Instant) -> Draft:
    """Be in another call."""
    prepared = line.machines.calls.prepare_busy(_call(line, ours=False))
    body = signed(node, prepared.body, act, prepared.entry, prepared.commitment)
    return line.machines.calls.busy(body)


def cancel(node: Node, act: Act, line: Line, now: Instant) -> Draft:
    """Withdraw our newest call."""
    return line.machines.calls.cancel(_call(line, ours=True))


def hang_up(node: Node, act: Act, line: Line, now: Instant) -> Draft:
    """End the newest call."""
    calls = [each for each in line.machines.calls.all() if each.state in (State.IN_CALL, State.HUNG_UP)]
    if not calls:
        raise Nobody
    sound = (Part.CALLER if calls[-1].ours else Part.CALLEE) in calls[-1].sound.secured_by
    return line.machines.calls.hang_up(calls[-1].call, now, media_up=sound)


def _call(line: Line, *, ours: bool) -> bytes:
    if not (calls := [each for each in line.machines.calls.all() if each.ours is ours]):
        raise Nobody
    return calls[-1].call


def request(node: Node, act: Act, line: Line, now: Instant) -> Draft:
    """Ask for a call between principals."""
    precedence = _precedence(act)
    line.machines.suspension.check(Kind.CALL_REQUEST, precedence, now)
    body = CallRequest(request=_identifier(node, act), level="minister", desk=DESK, from_desk=DESK)
    return line.machines.calls.requests.request(signed(node, body, act), precedence)


def reply(node: Node, act: Act, line: Line, now: Instant) -> Draft:
    """`reply propose`: answer the newest request, or the time proposed for it."""
    requests = line.machines.calls.requests
    waiting = [each for each in requests.all() if each.our_turn and each.standing in OPEN]
    if not waiting:
        raise Nobody
    kind = Answer[act.word(0, "accept").upper()]
    window = Window(opens_at=now + MINUTE, closes_at=now + 9 * MINUTE) if kind is Answer.PROPOSE else None
    request = waiting[-1].request.body.request
    prepared = requests.prepare_reply(request, kind, window=window)
    return requests.reply(signed(node, prepared.body, act, prepared.entry, prepared.commitment))


# -- watches, suspension, checks --------------------------------------------------------------------


def take(node: Node, act: Act, line: Line, now: Instant) -> Draft:
    """Take the watch."""
    return line.machines.watches.take(signed(node, WatchTake(desk=DESK), act))


def hand_over(node: Node, act: Act, line: Line, now: Instant) -> Draft:
    """Pass the watch from whoever holds it to the officer named."""
    held = line.machines.watches.watch(DESK)
    if held is None:
        raise Nobody
    body = WatchHandOver(desk=DESK)
    relief = word(node, body, f"{node.name} {officer_of(act)}", Action.TAKE_WATCH)
    body = replace(body, relief=relief)
    return line.machines.watches.hand_over(body.stated(word(node, body, held.officer, Action.HAND_OVER)))


def leave(node: Node, act: Act, line: Line, now: Instant) -> Draft:
    """End the watch: nobody is there."""
    held = line.machines.watches.watch(DESK)
    if held is None:
        raise Nobody
    body = WatchHandOver(desk=DESK)
    return line.machines.watches.hand_over(body.stated(word(node, body, held.officer, Action.HAND_OVER)))


def suspend(node: Node, act: Act, line: Line, now: Instant) -> Draft:
    """`suspend voice 30`: suspend something, for so many minutes."""
    scope = next((each for each in Scope if each.name.lower() in act.words), Scope.ALL)
    until = now + _number(act) * MINUTE if _numbers(act) else 0
    body = LineSuspend(scope=scope, reason="a simulated reason", until=until)
    return line.machines.suspension.suspend(signed(node, body, act), now)


def restore(node: Node, act: Act, line: Line, now: Instant) -> Draft:
    """Take back our own suspension."""
    return line.machines.suspension.restore(signed(node, LineRestore(), act))


def close(node: Node, act: Act, line: Line, now: Instant) -> Draft:
    """End the line for good."""
    return line.machines.suspension.close(signed(node, LineClose(reason="the end"), act))


def check(node: Node, act: Act, line: Line, now: Instant) -> Draft:
    """Check the line by hand."""
    return line.machines.checks.check()


def check_person(node: Node, act: Act, line: Line, now: Instant) -> Draft:
    """Say that a person is there."""
    return line.machines.checks.person(signed(node, CheckPerson(desk=DESK), act))


def refuse_check(node: Node, act: Act, line: Line, now: Instant) -> Draft:
    """Refuse the counterpart's newest check, or one that never was."""
    return line.machines.checks.refuse(signed(node, CheckRefuse(nonce=bytes(16)), act))


VERBS: Final[dict[str, Verb]] = {
    each.__name__: each
    for each in (
        send, follow, show, read, acknowledge, refuse, place, answer, decline, busy, cancel, hang_up, request,
        reply, take, hand_over, leave, suspend, restore, close, check, check_person, refuse_check, agree,
    )
} | speakers.VERBS | notifiers.VERBS | matchers.VERBS  # fmt: skip
