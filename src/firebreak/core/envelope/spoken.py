"""An entry with an officer's word in it, as the machines keep it."""

from dataclasses import dataclass
from typing import Generic, NamedTuple, TypeVar

from firebreak.core.base.instants import Instant
from firebreak.core.envelope.header import Ref, Span
from firebreak.core.envelope.kinds import Precedence
from firebreak.core.envelope.learnt import Learnt
from firebreak.core.envelope.officer import NO_ENTRY, StatedBody

B = TypeVar("B", bound=StatedBody)
B_co = TypeVar("B_co", bound=StatedBody, covariant=True)


class Order(NamedTuple):
    """Where an entry stands in its author's log, the same for everybody: `time.lo` never decreases in it."""

    time: int
    segment: bytes
    seq: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Said(Generic[B_co]):
    """One entry."""

    ref: Ref
    commitment: bytes
    ours: bool
    at: Instant
    time: Span
    precedence: Precedence
    officer: str
    "Empty when no officer stated it: it does not count."
    about: bytes
    shown: bytes
    "Entry and commitment that the officer's statement names."
    body: B_co

    @property
    def order(self) -> Order:
        """See `Order`."""
        return Order(self.time.lo, self.ref.segment, self.ref.seq)


def said(item: Learnt, body: B) -> Said[B]:
    """What a learnt entry says, with the statement in it if it fits the body."""
    statement = body.statement
    return Said(
        ref=item.ref,
        commitment=item.header.commitment,
        ours=item.ours,
        at=item.at,
        time=item.header.time,
        precedence=item.header.precedence,
        officer=statement.officer if statement is not None and body.holds else "",
        about=statement.entry if statement is not None else NO_ENTRY,
        shown=statement.commitment if statement is not None else NO_ENTRY,
        body=body,
    )


@dataclass(frozen=True, slots=True)
class Prepared(Generic[B]):
    """What an officer is asked to sign."""

    body: B
    "Everything that will be said, without the statement."
    entry: bytes
    "Hash of the entry that the statement is about."
    commitment: bytes
    "Commitment of that entry's body, which the officer has on the screen."
