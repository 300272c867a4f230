"""One fact: what a single signed entry says about a call.

Which side may say what follows from the kind: each kind is either the caller's or the callee's to write. A
call is therefore named by its id *and* by the side that offered it; an entry of the wrong side speaks of
a call that nobody offered, and a counterpart that reuses our id can touch nothing but its own call.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Final, NamedTuple, TypeAlias

from firebreak.core.base.instants import Instant
from firebreak.core.base.shape import Body
from firebreak.core.call.bodies import (
    CallAnswer,
    CallBusy,
    CallCancel,
    CallDecline,
    CallEnd,
    CallGlare,
    CallNoAnswer,
    CallOffer,
    CallRinging,
    CallUnattended,
    CallUnreachable,
    Part,
)
from firebreak.core.envelope.header import Header, Ref, Span
from firebreak.core.envelope.kinds import Kind, Precedence, known
from firebreak.core.envelope.learnt import Learnt
from firebreak.core.envelope.officer import Statement

CallBody: TypeAlias = (
    CallOffer
    | CallRinging
    | CallAnswer
    | CallDecline
    | CallBusy
    | CallNoAnswer
    | CallUnattended
    | CallCancel
    | CallUnreachable
    | CallEnd
    | CallGlare
)
Stated: TypeAlias = CallAnswer | CallDecline | CallBusy

BODIES: Final[dict[Kind, type[Body]]] = {
    Kind.CALL_OFFER: CallOffer,
    Kind.CALL_RINGING: CallRinging,
    Kind.CALL_ANSWER: CallAnswer,
    Kind.CALL_DECLINE: CallDecline,
    Kind.CALL_BUSY: CallBusy,
    Kind.CALL_NO_ANSWER: CallNoAnswer,
    Kind.CALL_UNATTENDED: CallUnattended,
    Kind.CALL_CANCEL: CallCancel,
    Kind.CALL_UNREACHABLE: CallUnreachable,
    Kind.CALL_END: CallEnd,
    Kind.CALL_GLARE: CallGlare,
}
"The body of each kind of entry about a call."

OFFICERS: Final = frozenset({Kind.CALL_ANSWER, Kind.CALL_DECLINE, Kind.CALL_BUSY})
"What only a person makes."
WORDS: Final = OFFICERS | {Kind.CALL_NO_ANSWER, Kind.CALL_UNATTENDED}
"How the callee ends the waiting."
FAREWELLS: Final = frozenset({Kind.CALL_CANCEL, Kind.CALL_UNREACHABLE, Kind.CALL_GLARE})
"How the caller gives up."
CALLERS: Final = FAREWELLS | {Kind.CALL_OFFER, Kind.CALL_END}
CALLEES: Final = WORDS | {Kind.CALL_RINGING, Kind.CALL_END, Kind.RECEIPT_NODE, Kind.RECEIPT_DESK}

FACTS_MAX: Final = 64  # of one side in one call, words of officers apart; an honest call has some ten


class CallKey(NamedTuple):
    """Names one call on one line."""

    ours: bool
    "Whether our side is the caller."
    call: bytes
    "The id that the caller gave it."


class Position(NamedTuple):
    """Where an entry stands in its writer's log; without its hash."""

    segment: bytes
    seq: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """What one entry contributes. Two facts of one entry are equal at both nodes but for `at`."""

    kind: Kind
    by_caller: bool
    ref: Ref
    seen: Position | None
    "The newest entry of the other log that the writer knew of."
    time: Span
    "The writer's clock. Nothing is decided by it."
    precedence: Precedence
    commitment: bytes
    body: CallBody | None
    "Without its statement; None for a receipt."
    officer: str = ""
    "Who stated it; empty where no officer did."
    about: bytes = b""
    "Hash of the entry that the officer's statement names."
    shown: bytes = b""
    "Commitment of the body that the officer had before them."
    at: Instant
    "Line time at this node when it was stored."


def read_fact(item: Learnt) -> tuple[CallKey, Fact] | None:
    """The fact of a learnt entry and the call it belongs to; None when it is about no call."""
    body = item.body
    kind = known(item.header.kind)
    if kind is None or not isinstance(body, CallBody) or type(body) is not BODIES.get(kind):
        return None
    by_caller = _by_caller(kind, body)
    return CallKey(item.ours is by_caller, body.call), fact_of(item, body, by_caller=by_caller)


def fact_of(item: Learnt, body: CallBody | None, *, by_caller: bool) -> Fact:
    """The fact of an entry whose side is known."""
    statement = _own_statement(body) if isinstance(body, Stated) else None
    return Fact(
        kind=Kind(item.header.kind),
        by_caller=by_caller,
        ref=item.ref,
        seen=position(item.header),
        time=item.header.time,
        precedence=item.header.precedence,
        commitment=item.header.commitment,
        body=_bare(body),
        officer=statement.officer if statement else "",
        about=statement.entry if statement else b"",
        shown=statement.commitment if statement else b"",
        at=item.at,
    )


def position(header: Header) -> Position | None:
    """Where the newest entry of the other log stands that the writer of a header knew of."""
    return None if header.seen is None else Position(header.seen.segment, header.seen.seq)


def knew_of(fact: Fact, other: Fact) -> bool:
    """Whether the writer of a fact had the other side's entry when it wrote; by proof, not by clock."""
    seen = fact.seen
    return seen is not None and seen.segment == other.ref.segment and seen.seq >= other.ref.seq


def in_order(fact: Fact) -> tuple[bytes, int, bytes]:
    """An order of facts that is the same at both nodes; inside a segment it is the order of writing."""
    return fact.ref.segment, fact.ref.seq, fact.ref.hash


def joined(facts: tuple[Fact, ...], fact: Fact) -> tuple[Fact, ...]:
    """The facts with one more, in order and bounded; the result does not depend on the order of joining.

    What a node says by itself counts at most once, so that of each kind and segment two are kept: the
    first, and one that shows the repetition. Offers and officers' words are kept: they are evidence. Beyond
    `FACTS_MAX` an entry stays in the record only, so that nobody can make one call grow for ever.
    """
    if any(each.ref == fact.ref for each in facts) or _full(facts, fact):
        return facts
    ordered = sorted((*facts, fact), key=in_order)
    if fact.kind is Kind.CALL_OFFER or fact.officer:
        return tuple(ordered)
    alike = [each for each in ordered if _repeats(each, fact)]
    return tuple(each for each in ordered if each not in alike[2:])


def _full(facts: tuple[Fact, ...], fact: Fact) -> bool:
    sort = (fact.by_caller, bool(fact.officer))
    return sum((each.by_caller, bool(each.officer)) == sort for each in facts) >= FACTS_MAX


def _repeats(one: Fact, other: Fact) -> bool:
    return not one.officer and _saying(one) == _saying(other)


def _saying(fact: Fact) -> tuple[Kind, bool, bytes, bool]:
    return fact.kind, fact.by_caller, fact.ref.segment, had_sound(fact)


def had_sound(fact: Fact) -> bool:
    """Whether the entry closes a call in which its writer had sound from the other side."""
    return isinstance(fact.body, CallEnd) and fact.body.media_up


def _by_caller(kind: Kind, body: CallBody) -> bool:
    return body.by is Part.CALLER if isinstance(body, CallEnd) else kind in CALLERS


def _own_statement(body: Stated) -> Statement | None:
    """The statement, if it states this action over these words. Its signature was verified before."""
    statement = body.statement
    if statement is None or statement.action is not body.ACTION or statement.detail != body.detail():
        return None
    return statement


def _bare(body: CallBody | None) -> CallBody | None:
    return replace(body, statement=None) if isinstance(body, Stated) else body


def written(facts: Iterable[Fact], kinds: frozenset[Kind], *, by_caller: bool) -> list[Fact]:
    """The facts of some kinds that one side wrote."""
    return [each for each in facts if each.kind in kinds and each.by_caller is by_caller]
