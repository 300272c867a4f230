"""The machine of messages: a fold over both logs that knows how far each message is proven to have come.

It treats both sides alike: what one side's entry says of the other side's message counts, what it says of
its own does not. Each message is reported once and receipted once however often it arrives, and what is
proven does not depend on the order in which entries are learnt. It keeps no text.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Final

from firebreak.core.base.errors import LocalError
from firebreak.core.base.events import Event
from firebreak.core.base.instants import Instant
from firebreak.core.envelope.header import Ref
from firebreak.core.envelope.kinds import Kind, Precedence
from firebreak.core.envelope.learnt import Draft, Learnt
from firebreak.core.message import receiving
from firebreak.core.message.bodies import Message
from firebreak.core.message.clocks import ClockPlan, Clocks
from firebreak.core.message.coverage import seen_stretch
from firebreak.core.message.expiry import Expiry
from firebreak.core.message.levels import Trace
from firebreak.core.message.proving import Proving
from firebreak.core.message.receipts import (
    BadReason,
    PersonsReceipt,
    ReceiptAcknowledge,
    ReceiptBad,
    ReceiptRead,
    ReceiptRefuse,
    RefusalReason,
)
from firebreak.core.message.relations import Relations
from firebreak.core.message.writing import check_theirs, message_draft, person_draft, shown_drafts
from firebreak.core.record.bodies import Named

Said = list[Draft | Event]

_RECEIVERS: Final[dict[int, Callable[[Proving, Learnt], list[Event]]]] = {
    Kind.RECEIPT_NODE: receiving.node,
    Kind.RECEIPT_DESK: receiving.desk,
    Kind.RECEIPT_READ: receiving.person,
    Kind.RECEIPT_ACKNOWLEDGE: receiving.person,
    Kind.RECEIPT_REFUSE: receiving.person,
    Kind.RECEIPT_BAD: receiving.bad,
    Kind.ESCALATION_MISSED: receiving.missed,
}


@dataclass(slots=True)
class Messages:
    """All messages of a line, both ways."""

    clocks: Clocks
    traces: dict[bytes, Trace]
    "By the hash of the message's entry; to be read only."
    expiry: Expiry
    _asking: dict[bytes, Trace]
    _proving: Proving
    _relations: Relations
    _pool: receiving.Pool

    def __init__(self, plan: ClockPlan | None = None) -> None:
        self.clocks = Clocks(plan or ClockPlan())
        self.expiry = Expiry()
        self._asking = {}
        self._proving = Proving(self.clocks)
        self.traces = self._proving.traces
        self._relations = Relations(self.traces)
        self._pool = receiving.Pool()

    def learn(self, item: Learnt) -> Said:
        """Take in any entry of either log: its field `seen` alone may be a receipt."""
        out: Said = []
        if item.header.seen is not None:
            out += receiving.covered(self._proving, [seen_stretch(item.header.seen)], item)
        if item.header.kind == Kind.MESSAGE:
            return out + self._message(item)
        receive = _RECEIVERS.get(item.header.kind)
        if receive is not None:
            out += receive(self._proving, item)
        return [*out, *self._relations.foreign(item.ref.hash, item.at)]

    def _message(self, item: Learnt) -> Said:
        if item.ref.hash in self.traces:
            return []
        trace = receiving.trace_of(item, self._pool)
        self._proving.add(trace)
        self.expiry.add(trace)
        if trace.ours and trace.answer_by:
            self._asking[trace.hash] = trace
        return [receiving.told(item), *self._relations.add(trace, item.at)]

    def trace(self, entry: bytes) -> Trace:
        """What is known of a message. Raises LocalError when there is none of that hash."""
        found = self.traces.get(entry)
        if found is None:
            text = f"no message {entry.hex()[:16]} on this line"
            raise LocalError(text, code="FB160", hint="list the messages and take the name from there")
        return found

    @property
    def asking(self) -> tuple[Trace, ...]:
        """Messages of ours that asked for an answer by an instant and have none."""
        for trace in [each for each in self._asking.values() if each.answered or each.recalled]:
            del self._asking[trace.hash]
        return tuple(self._asking.values())

    def send(
        self, message: Message, *, precedence: Precedence, now: Instant, about: bytes | None = None
    ) -> Draft:
        """A message to the counterpart; `about` is the hash of the earlier one its relation names."""
        target = None if about is None else self.trace(about)
        return message_draft(message, precedence, target, now)

    def shown(self, desk: str, entries: Iterable[bytes], *, consoles: int = 1) -> list[Draft]:
        """Receipts for what a console has just drawn: usually one, none when all of it was receipted."""
        return shown_drafts((self.trace(each) for each in entries), desk, consoles)

    def prepare_read(self, entry: bytes, desk: str) -> ReceiptRead:
        """What an officer signs who has opened the message."""
        return ReceiptRead(entry=check_theirs(self.trace(entry)).hash, desk=desk)

    def prepare_acknowledge(self, entry: bytes, desk: str, paraphrase: str = "") -> ReceiptAcknowledge:
        """What an officer signs to say that it is understood."""
        return ReceiptAcknowledge(
            entry=check_theirs(self.trace(entry)).hash, desk=desk, paraphrase=paraphrase
        )

    def prepare_refuse(self, entry: bytes, desk: str, reason: RefusalReason, text: str = "") -> ReceiptRefuse:
        """What an officer signs to refuse the message."""
        return ReceiptRefuse(entry=check_theirs(self.trace(entry)).hash, desk=desk, reason=reason, text=text)

    def state(self, body: PersonsReceipt) -> Draft:
        """Record what an officer has signed: read, acknowledged or refused. Raises LocalError."""
        return person_draft(body, self.trace(body.entry))

    def bad(self, ref: Ref, reason: BadReason, text: str, *, precedence: Precedence) -> Draft:
        """Tell the counterpart that its entry is stored and cannot be used."""
        entry = Named(segment=ref.segment, seq=ref.seq, hash=ref.hash)
        body = ReceiptBad(entry=entry, reason=reason, text=text)
        return Draft(kind=Kind.RECEIPT_BAD, body=body, precedence=precedence, refs=(ref,))

    def resume(self, now: Instant) -> Said:
        """To be called once, when the stored record has been learnt again after a start."""
        self.expiry.resume(now)
        self.clocks.resume(now)
        return self.tick(now)

    def tick(self, now: Instant) -> Said:
        """Raise what is due by now."""
        return [*self.clocks.tick(now), *self.expiry.tick(now)]

    @property
    def deadline(self) -> Instant | None:
        """When `tick` has something to say."""
        return min(
            (each for each in (self.clocks.deadline, self.expiry.deadline) if each is not None), default=None
        )
