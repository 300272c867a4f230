"""What our own side may write about messages: every refusal says which value and what to do instead."""

from collections.abc import Iterable, Iterator
from typing import Final, TypeVar

from firebreak.core.base.errors import LocalError
from firebreak.core.base.instants import Instant, iso
from firebreak.core.base.shape import BODY_BYTES_MAX
from firebreak.core.base.text import check_outgoing
from firebreak.core.envelope.header import Ref
from firebreak.core.envelope.kinds import Kind, Precedence
from firebreak.core.envelope.learnt import Draft
from firebreak.core.message.bodies import AUTHORS_ONLY, SUPERSEDING, Message, Relation
from firebreak.core.message.levels import Level, Trace
from firebreak.core.message.receipts import (
    SHOWN_MAX,
    PersonsReceipt,
    ReceiptAcknowledge,
    ReceiptDesk,
    ReceiptRead,
    ReceiptRefuse,
)
from firebreak.core.message.relations import current, superseded

KINDS: Final = {
    ReceiptRead: Kind.RECEIPT_READ,
    ReceiptAcknowledge: Kind.RECEIPT_ACKNOWLEDGE,
    ReceiptRefuse: Kind.RECEIPT_REFUSE,
}
UTF8_MAX: Final = 4  # bytes of the widest code point

T = TypeVar("T")


def message_draft(message: Message, precedence: Precedence, target: Trace | None, now: Instant) -> Draft:
    """A message to be signed. Raises LocalError."""
    check_outgoing(message.text)
    check_outgoing(message.asked)
    _check_instants(message, now)
    _check_relation(message.relation, target)
    if UTF8_MAX * (len(message.text) + len(message.asked)) > BODY_BYTES_MAX // 2:
        message.to_bytes()  # raises while the officer still has the text on the screen
    refs: tuple[Ref, ...] = () if target is None else (target.ref,)
    return Draft(kind=Kind.MESSAGE, body=message, precedence=precedence, refs=refs)


def _check_instants(message: Message, now: Instant) -> None:
    for name, instant in (("answer_by", message.answer_by), ("expires_at", message.expires_at)):
        if 0 < instant <= now:
            hint = "give an instant to come, or none"
            raise LocalError(f"{name} is {iso(Instant(instant))}, which is past", code="FB161", hint=hint)


def _check_relation(relation: Relation, target: Trace | None) -> None:
    if (relation is Relation.ORIGINAL) != (target is None):
        text = f"a message that is {relation.name.lower()} "
        text += "names no earlier one" if target is not None else "names the earlier one"
        raise LocalError(
            text, code="FB162", hint="give both the relation and the earlier message, or neither"
        )
    if target is None:
        return
    if relation in AUTHORS_ONLY and not target.ours:
        hint = "relate to it or answer it instead"
        raise LocalError(
            f"message {target.ref} is not ours to {relation.name.lower()}", code="FB162", hint=hint
        )
    if relation in SUPERSEDING and superseded(target):
        newest = ", ".join(str(each.ref) for each in current(target))
        hint = f"{relation.name.lower()} the newest one, {newest}"
        raise LocalError(f"message {target.ref} is superseded already", code="FB162", hint=hint)


def shown_drafts(traces: Iterable[Trace], desk: str, consoles: int) -> list[Draft]:
    """Receipts of a desk for what it has not receipted yet; one for each precedence and batch."""
    fresh: dict[Precedence, dict[bytes, None]] = {}
    for trace in traces:
        if not trace.ours and not _receipted(trace, desk):
            fresh.setdefault(trace.precedence, {})[trace.hash] = None
    return [
        Draft(
            kind=Kind.RECEIPT_DESK,
            body=ReceiptDesk(entries=tuple(batch), desk=desk, consoles=consoles),
            precedence=precedence,
        )
        for precedence, entries in sorted(fresh.items(), reverse=True)
        for batch in _batches(list(entries), SHOWN_MAX)
    ]


def _receipted(trace: Trace, desk: str) -> bool:
    return any(each.level is Level.SHOWN and each.who == desk for each in trace.proofs)


def _batches(items: list[T], size: int) -> Iterator[list[T]]:
    for start in range(0, len(items), size):
        yield items[start : start + size]


def check_theirs(trace: Trace) -> Trace:
    """Raise LocalError unless the message is the counterpart's: nobody receipts their own."""
    if trace.ours:
        raise LocalError(
            f"message {trace.ref} is our own", code="FB163", hint="only the counterpart's are receipted"
        )
    return trace


def person_draft(body: PersonsReceipt, trace: Trace) -> Draft:
    """A person's receipt to be signed by the node. Raises LocalError unless the officer's statement fits."""
    check_theirs(trace)
    statement = body.statement
    if statement is None or statement.action is not body.ACTION:
        hint = "let the officer on watch sign it with their own key"
        raise LocalError("no officer has signed this", code="FB164", hint=hint)
    if statement.entry != trace.hash or statement.commitment != trace.commitment:
        hint = "open the message again and sign what is then on the screen"
        raise LocalError(
            f"the officer signed another entry than message {trace.ref}", code="FB164", hint=hint
        )
    if any(each.level is body.LEVEL and each.who == statement.officer for each in trace.proofs):
        text = f"{statement.officer} has said so of message {trace.ref} already"
        raise LocalError(text, code="FB165", hint="the first one counts; nothing more is needed")
    return Draft(kind=KINDS[type(body)], body=body, precedence=trace.precedence, refs=(trace.ref,))
