"""What a hostile holder of a party's keys does (`forger.py`): each trick is one lie, or a few of a kind."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Final

from firebreak.core.base.purposes import Environment
from firebreak.core.base.shape import Body
from firebreak.core.call.bodies import CallAnswer, CallBusy, CallDecline, CallNoAnswer, CallRinging
from firebreak.core.envelope.header import Ref, Span
from firebreak.core.envelope.kinds import Kind, Precedence
from firebreak.core.envelope.officer import NO_ENTRY, Action, StatedBody
from firebreak.core.linecheck.bodies import CheckPong
from firebreak.core.linecheck.suspending import LineRestore, LineSuspend, Scope
from firebreak.core.message.bodies import Message
from firebreak.core.message.receipts import ReceiptAcknowledge, ReceiptNode
from firebreak.core.record.bodies import Run
from firebreak.core.record.frames import HaveFrame, Holding, have_value, pack
from firebreak.core.watch.bodies import WatchTake
from firebreak.sim import words
from firebreak.sim.acts import Act
from firebreak.sim.forger import Forger
from firebreak.sim.forgeries import FORGERIES
from firebreak.sim.meddling import MEDDLING
from firebreak.sim.node import Node
from firebreak.sim.world import World

Trick = Callable[[Forger], None]


def junk(forger: Forger) -> None:
    """A valid signature over bytes that are no body."""
    forger.write(forger.world.chance.choice(list(Kind)), forger.world.chance.randbytes(40))


def unknown(forger: Forger) -> None:
    """A kind of the future, and a field that must be understood."""
    forger.write(200, b"\xa0")
    forger.write(Kind.MESSAGE, b"\xa0", critical=(99,))


def other_environment(forger: Forger) -> None:
    """Signed for a real line, sent over the exercise."""
    body = Message(to=("duty",), from_desk="duty", text="this is not an exercise").to_bytes()
    forger.put(forger.entry(forger.header(Kind.MESSAGE, body, environment=Environment.REAL), body))


def other_line(forger: Forger) -> None:
    """Signed for another line, and by a stranger for this one."""
    body = Message(to=("duty",), from_desk="duty", text="from elsewhere").to_bytes()
    forger.put(forger.entry(forger.header(Kind.MESSAGE, body, line=bytes(32)), body))
    forger.put(forger.entry(forger.header(Kind.MESSAGE, body, writer=bytes(16)), body))
    forger.put(forger.entry(forger.header(Kind.MESSAGE, body), body, "a stranger"))


def other_body(forger: Forger) -> None:
    """The body is not the one that was signed."""
    said = Message(to=("duty",), from_desk="duty", text="hold your fire").to_bytes()
    shown = Message(to=("duty",), from_desk="duty", text="open fire").to_bytes()
    forger.put(replace(forger.entry(forger.header(Kind.MESSAGE, said), said), body=shown))


def unsigned(forger: Forger) -> None:
    """A node declines, answers, acknowledges and takes the watch, without any officer."""
    call, entry, _ = forger.call()
    bodies: tuple[tuple[Kind, Body], ...] = (
        (Kind.CALL_DECLINE, CallDecline(call=call, desk="duty")),
        (Kind.CALL_ANSWER, CallAnswer(call=call, desk="duty")),
        (Kind.CALL_BUSY, CallBusy(call=call, desk="duty")),
        (Kind.RECEIPT_ACKNOWLEDGE, ReceiptAcknowledge(entry=_message(forger), desk="duty")),
        (Kind.WATCH_TAKE, WatchTake(desk="duty")),
    )
    for kind, body in bodies:
        forger.write(kind, body)
    assert entry is not None


def stranger(forger: Forger) -> None:
    """An officer who is on no roster, and one of the other party."""
    call, entry, shown = forger.call()
    for officer in (f"{forger.node.name} nobody", f"{forger.node.other} one"):
        forger.world.keys.public(officer)
        body = CallDecline(call=call, desk="duty")
        forger.write(Kind.CALL_DECLINE, forger.stated(body, officer, entry, shown))


def other_call(forger: Forger) -> None:
    """What an officer said of one call is put under another."""
    call, _, _ = forger.call()
    first = next((each for each in forger.victim.of_kind(Kind.CALL_OFFER) if each.ours), None)
    if first is not None:
        body = CallDecline(call=call, desk="duty")
        stated = forger.stated(body, f"{forger.node.name} one", first.hash, first.header.commitment)
        forger.write(Kind.CALL_DECLINE, stated)


def powerless(forger: Forger) -> None:
    """An officer who may not suspend the line does it."""
    body = LineSuspend(scope=Scope.ALL, reason="I want to")
    forger.write(Kind.LINE_SUSPEND, forger.stated(body, f"{forger.node.name} three"))


def wrong_signature(forger: Forger) -> None:
    """The officer's name stands there, another has signed."""
    body = WatchTake(desk="duty", role="impostor")
    statement = words.word(forger.node, body, f"{forger.node.name} one", Action.TAKE_WATCH)
    forger.write(Kind.WATCH_TAKE, body.stated(replace(statement, signature=bytes(64))))


def other_words(forger: Forger) -> None:
    """An officer's true word under other words than the officer's."""
    body = LineSuspend(scope=Scope.VOICE, reason="a short test")
    statement = words.word(forger.node, body, f"{forger.node.name} one", body.ACTION)
    wider = LineSuspend(scope=Scope.ALL, reason="until the end of time")
    forger.write(Kind.LINE_SUSPEND, wider.stated(statement))


def replayed(forger: Forger) -> None:
    """Whatever officers of this party have stated before, said once more."""
    spoken = [
        each for each in forger.victim.items.values() if not each.ours and isinstance(each.body, StatedBody)
    ]
    for item in spoken[-4:]:
        assert item.body is not None
        forger.write(item.header.kind, item.body)


def twice(forger: Forger) -> None:
    """An officer takes the watch and suspends the line; both words are written twice."""
    for kind, body in (
        (Kind.WATCH_TAKE, WatchTake(desk="duty", role="twice")),
        (Kind.LINE_SUSPEND, LineSuspend(scope=Scope.VOICE, reason="twice")),
    ):
        said = forger.stated(body, f"{forger.node.name} one")
        forger.write(kind, said)
        forger.write(kind, said)


def equivocate(forger: Forger) -> None:
    """Two messages under one number."""
    for text in ("we withdraw at dawn", "we attack at dawn"):
        body = Message(to=("duty",), from_desk="duty", text=text).to_bytes()
        forger.put(forger.entry(forger.header(Kind.MESSAGE, body), body))


def gap(forger: Forger) -> None:
    """Numbers are left out, and one does not follow the one before."""
    body = Message(to=("duty",), from_desk="duty", text="after a gap")
    forger.write(Kind.MESSAGE, body)
    forger.write(Kind.MESSAGE, body, seq=forger.seq + 5)
    forger.write(Kind.MESSAGE, body, seq=3, prev=bytes(range(32)))


def false_receipt(forger: Forger) -> None:
    """Receipts for what was never sent, and for another content than was sent."""
    segment = forger.world.chance.randbytes(16)
    run = Run(segment=segment, first=1, last=9, last_hash=bytes(32))
    forger.write(Kind.RECEIPT_NODE, ReceiptNode(runs=(run,)), seen=Ref(segment, 4, bytes(32)))
    ours = [each for each in forger.victim.items.values() if each.ours]
    if ours:
        ref = ours[-1].kept.entry.ref
        forger.write(Kind.RECEIPT_NODE, ReceiptNode(), seen=Ref(ref.segment, ref.seq, bytes(32)))


def lift(forger: Forger) -> None:
    """Restore what the other side has suspended."""
    forger.write(Kind.LINE_RESTORE, forger.stated(LineRestore(), f"{forger.node.name} one"))


def false_pong(forger: Forger) -> None:
    """Answer a check that nobody asked, and an old one once more."""
    forger.write(Kind.CHECK_PONG, CheckPong(nonce=bytes(16), number=1))
    for item in list(forger.victim.of_kind(Kind.CHECK_PONG))[-1:]:
        if not item.ours and item.body is not None:
            forger.write(Kind.CHECK_PONG, item.body)


def ring(forger: Forger) -> None:
    """The node says it rang out at once."""
    call, _, _ = forger.call()
    forger.write(Kind.CALL_RINGING, CallRinging(call=call, consoles=1))
    forger.write(Kind.CALL_NO_ANSWER, CallNoAnswer(call=call, rang_seconds=1))


def future(forger: Forger) -> None:
    """A message from the year 3000, as a flash."""
    body = Message(to=("duty",), from_desk="duty", text="from the future", expires_at=1)
    at = 32_503_680_000_000
    forger.write(Kind.MESSAGE, body, time=Span(at, at), precedence=Precedence.FLASH)


def boast(forger: Forger) -> None:
    """Claim to hold a thousand entries of the other side that it never wrote."""
    segment = forger.world.chance.randbytes(16)
    forger.frames.append(have_value(HaveFrame((), (Holding(segment, 1_000),), answer=False)))


def deny(forger: Forger) -> None:
    """Claim to hold nothing at all."""
    forger.frames.append(have_value(HaveFrame((), (), answer=True)))


def _message(forger: Forger) -> bytes:
    messages = [each for each in forger.victim.of_kind(Kind.MESSAGE) if each.ours]
    return messages[-1].hash if messages else NO_ENTRY


TRICKS: Final[dict[str, Trick]] = {
    each.__name__: each
    for each in (
        junk, unknown, other_environment, other_line, other_body, unsigned, stranger, other_call, powerless,
        wrong_signature, other_words, replayed, twice, equivocate, gap, false_receipt, lift, false_pong, ring,
        future, boast, deny,
    )
} | FORGERIES  # fmt: skip


def forge(world: World, node: Node, act: Act) -> None:
    """`forge junk`: do it over the newest path to the other party's node."""
    for link in node.links[-1:]:
        way = link.way_from(node)
        victim = world.oracles.watched[way.receiver].view
        forger = Forger(world, node, victim)
        (TRICKS | MEDDLING)[act.word(0)](forger)
        arrive = partial(way.receiver.arrive, pack(forger.frames))
        world.later(world.now + link.manner.latency_ms, arrive)
