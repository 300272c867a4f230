"""What each entry says of messages: from a learnt entry to traces, proofs and events."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from firebreak.core.base.errors import Finding
from firebreak.core.base.events import Event
from firebreak.core.envelope.header import Ref
from firebreak.core.envelope.learnt import Learnt
from firebreak.core.message.bodies import Message, Relation
from firebreak.core.message.coverage import Contradicted, Stretch, stretches
from firebreak.core.message.events import (
    CounterpartMissed,
    MessageArrived,
    MessageBad,
    MessageDoubted,
    MessageSent,
    MessagesShown,
    MessagesStored,
    PersonStated,
)
from firebreak.core.message.levels import Level, Proof, Trace
from firebreak.core.message.proving import Proving
from firebreak.core.message.receipts import (
    EscalationMissed,
    ReceiptAcknowledge,
    ReceiptBad,
    ReceiptDesk,
    ReceiptNode,
    ReceiptRead,
    ReceiptRefuse,
)


@dataclass(slots=True)
class Pool:
    """One object for equal values: thousands of messages share a segment and a few desks."""

    _segments: dict[bytes, bytes] = field(default_factory=dict[bytes, bytes])
    _desks: dict[tuple[str, ...], tuple[str, ...]] = field(
        default_factory=dict[tuple[str, ...], tuple[str, ...]]
    )

    def ref(self, ref: Ref) -> Ref:
        """The same reference with a shared segment."""
        return ref._replace(segment=self._segments.setdefault(ref.segment, ref.segment))

    def desks(self, desks: tuple[str, ...]) -> tuple[str, ...]:
        """The same names, shared."""
        return self._desks.setdefault(desks, desks)


def trace_of(item: Learnt, pool: Pool) -> Trace:
    """A new trace for a message."""
    trace = Trace(
        ref=pool.ref(item.ref),
        ours=item.ours,
        at=item.at,
        precedence=item.header.precedence,
        commitment=item.header.commitment,
        readable=isinstance(item.body, Message),
    )
    if isinstance(item.body, Message):
        trace.from_desk, *_ = pool.desks((item.body.from_desk,))
        trace.to = pool.desks(item.body.to)
        trace.relation = item.body.relation
        if item.header.refs and trace.relation is not Relation.ORIGINAL:
            trace.target = item.header.refs[0].hash
        trace.answer_by, trace.expires_at = item.body.answer_by, item.body.expires_at
    return trace


def told(item: Learnt) -> MessageSent | MessageArrived:
    """The event of a new message."""
    kind = MessageSent if item.ours else MessageArrived
    message = item.body if isinstance(item.body, Message) else None
    return kind(at=item.at, ref=item.ref, precedence=item.header.precedence, message=message)


def node(proving: Proving, item: Learnt) -> list[Event]:
    """R1 in an entry of its own."""
    return covered(proving, stretches(item.body), item) if isinstance(item.body, ReceiptNode) else []


def covered(proving: Proving, said: Iterable[Stretch], item: Learnt) -> list[Event]:
    """R1: the writer of the item holds these entries of the other side's log."""
    proof = Proof(Level.STORED, item.at, item.ref)
    fresh: list[Trace] = []
    out: list[Event] = []
    for stretch in said:
        try:
            taken, met = proving.cover(stretch, proof, ours=not item.ours)
        except Contradicted as contradiction:
            text = f"a receipt names another content than message {contradiction.trace.ref} has"
            out.append(_doubt(item, "receipt-contradicts", text))
        else:
            fresh += taken
            out += met
    if fresh:
        entries = tuple(trace.hash for trace in fresh)
        out.append(MessagesStored(at=item.at, entries=entries, by=item.ref, ours=not item.ours))
    return out


def desk(proving: Proving, item: Learnt) -> list[Event]:
    """R2."""
    body = item.body
    if not isinstance(body, ReceiptDesk):
        return []
    proof = Proof(Level.SHOWN, item.at, item.ref, body.desk)
    fresh, out = proving.state(body.entries, proof, ours=item.ours)
    if fresh:
        entries = tuple(trace.hash for trace in fresh)
        shown = MessagesShown(
            at=item.at,
            entries=entries,
            by=item.ref,
            ours=not item.ours,
            desk=body.desk,
            consoles=body.consoles,
        )
        out.append(shown)
    return out + _own(proving, body.entries, item)


def person(proving: Proving, item: Learnt) -> list[Event]:
    """R3, R4 or a refusal. Without an officer's statement on this very entry it counts for nothing."""
    body = item.body
    if not isinstance(body, ReceiptRead | ReceiptAcknowledge | ReceiptRefuse):
        return []
    statement = body.statement
    if statement is None or statement.action is not body.ACTION or statement.entry != body.entry:
        return [
            _doubt(item, "statement-missing", f"entry {item.ref} carries no officer's word on that message")
        ]
    trace = proving.traces.get(body.entry)
    if trace is not None and statement.commitment != trace.commitment:
        return [
            _doubt(item, "statement-other", f"the officer in entry {item.ref} had another text on the screen")
        ]
    proof = Proof(body.LEVEL, item.at, item.ref, statement.officer)
    fresh, out = proving.state([body.entry], proof, ours=item.ours, commitment=statement.commitment)
    if fresh:
        stated = PersonStated(
            at=item.at,
            entry=body.entry,
            by=item.ref,
            ours=not item.ours,
            level=body.LEVEL,
            officer=statement.officer,
            body=body,
        )
        out.append(stated)
    return out + _own(proving, [body.entry], item)


def bad(proving: Proving, item: Learnt) -> list[Event]:
    """The other node holds a message and cannot use it."""
    body = item.body
    if not isinstance(body, ReceiptBad):
        return []
    proof = Proof(Level.BAD, item.at, item.ref)
    fresh, out = proving.state([body.entry.hash], proof, ours=item.ours)
    if fresh:
        told_bad = MessageBad(
            at=item.at,
            entry=body.entry.hash,
            by=item.ref,
            ours=not item.ours,
            reason=body.reason,
            text=body.text,
        )
        out.append(told_bad)
    return out + _own(proving, [body.entry.hash], item)


def missed(proving: Proving, item: Learnt) -> list[Event]:
    """A statement that a receipt was overdue: ours stops the clock, theirs is shown."""
    body = item.body
    if not isinstance(body, EscalationMissed):
        return []
    if item.ours:
        proving.clocks.stated(body.entry, body.level)
        return []
    return [CounterpartMissed(at=item.at, entry=body.entry, level=body.level, precedence=body.precedence)]


def _own(proving: Proving, entries: Iterable[bytes], item: Learnt) -> list[Event]:
    """Nobody can receipt their own message."""
    own = [each for each in entries if (trace := proving.traces.get(each)) and trace.ours == item.ours]
    return [_doubt(item, "receipt-own", f"entry {item.ref} receipts its writer's own message")] if own else []


def _doubt(item: Learnt, code: str, text: str) -> MessageDoubted:
    return MessageDoubted(at=item.at, finding=Finding(code=code, text=text, entry=str(item.ref)))
