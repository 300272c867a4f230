"""Messages of two sides for the tests of this package."""

from dataclasses import replace
from typing import TypeVar

from firebreak.core.envelope.header import Ref
from firebreak.core.envelope.kinds import Kind, Precedence
from firebreak.core.envelope.learnt import Learnt
from firebreak.core.message.bodies import Message, Relation
from firebreak.core.message.receipts import (
    PersonsReceipt,
    ReceiptAcknowledge,
    ReceiptDesk,
    ReceiptNode,
    ReceiptRead,
    ReceiptRefuse,
)
from firebreak.core.record.bodies import Named, Run
from tests.core.learning import Record, statement_on

T = 1_650_000_000_000
"An instant in April 2022."


def letter(text: str = "We close the corridor at noon.", **fields: object) -> Message:
    """A message from the air desk to the air desk."""
    return replace(Message(to=("air",), from_desk="air", text=text, language="en"), **fields)  # type: ignore[arg-type]


class Post:
    """Writes messages and receipts into two logs."""

    def __init__(self) -> None:
        self.record = Record()

    def message(
        self,
        *,
        ours: bool = True,
        at: int = T,
        text: str = "We close the corridor at noon.",
        precedence: Precedence = Precedence.ROUTINE,
        relation: Relation = Relation.ORIGINAL,
        about: Ref | None = None,
        answer_by: int = 0,
        expires_at: int = 0,
    ) -> Learnt:
        """A message as learnt."""
        body = letter(text, relation=relation, answer_by=answer_by, expires_at=expires_at)
        refs = () if about is None else (about,)
        return self.record.note(Kind.MESSAGE, body, at=at, ours=ours, precedence=precedence, refs=refs)

    def node(self, *refs: Ref, ours: bool = False, at: int = T) -> Learnt:
        """A receipt that names single entries."""
        ahead = tuple(Named(segment=each.segment, seq=each.seq, hash=each.hash) for each in refs)
        return self.record.note(Kind.RECEIPT_NODE, ReceiptNode(ahead=ahead), at=at, ours=ours)

    def runs(self, *runs: Run, ours: bool = False, at: int = T) -> Learnt:
        """A receipt that names runs of entries."""
        return self.record.note(Kind.RECEIPT_NODE, ReceiptNode(runs=runs), at=at, ours=ours)

    def seen(self, ref: Ref, *, ours: bool = False, at: int = T) -> Learnt:
        """Any entry whose field `seen` names `ref`."""
        return self.record.note(Kind.RECEIPT_NODE, ReceiptNode(), at=at, ours=ours, seen=ref)

    def shown(self, *items: Learnt, desk: str = "air", ours: bool = False, at: int = T) -> Learnt:
        """R2."""
        body = ReceiptDesk(entries=tuple(each.ref.hash for each in items), desk=desk)
        return self.record.note(Kind.RECEIPT_DESK, body, at=at, ours=ours)

    def person(
        self,
        kind: Kind,
        body: PersonsReceipt,
        item: Learnt,
        *,
        officer: str = "Berg",
        ours: bool = False,
        at: int = T,
    ) -> Learnt:
        """R3, R4 or a refusal by an officer who saw `item`."""
        return self.record.note(kind, by_officer(body, item, officer), at=at, ours=ours)


R = TypeVar("R", bound=ReceiptRead | ReceiptAcknowledge | ReceiptRefuse)


def by_officer(body: R, item: Learnt, officer: str = "Berg") -> R:
    """A person's receipt with a statement that fits the message."""
    statement = statement_on(body, officer, entry=body.entry, commitment=item.header.commitment)
    return body.stated(statement)
