"""Entries of ours that the counterpart has not said it holds: what is left at witnesses while it is away.

Receipts enter only as far as they are true (`claims`), and a `seen` covers everything before it.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from firebreak.core.base.instants import Instant
from firebreak.core.envelope.header import Ref
from firebreak.core.envelope.kinds import Precedence
from firebreak.core.envelope.learnt import Learnt
from firebreak.core.message.receipts import ReceiptNode
from firebreak.core.record.bodies import Run


@dataclass(frozen=True, slots=True)
class Owed:
    """An entry of ours that is not receipted."""

    ref: Ref
    kind: int
    precedence: Precedence
    at: Instant
    "When we stored it, in line time."


@dataclass(slots=True)
class Unreceipted:
    """All of them, the oldest first."""

    _waiting: dict[bytes, Owed] = field(default_factory=dict[bytes, Owed])
    _order: dict[bytes, int] = field(default_factory=dict[bytes, int])
    "Segments of our log, as they began."

    def learn(self, item: Learnt) -> None:
        """Take in an entry of either log, in the order of the record."""
        if item.ours:
            self._order.setdefault(item.ref.segment, len(self._order))
            header = item.header
            self._waiting[item.ref.hash] = Owed(item.ref, header.kind, header.precedence, item.at)
            return
        if item.header.seen is not None:
            self._seen(item.header.seen)
        if isinstance(item.body, ReceiptNode):
            for each in item.body.runs:
                self._covered(each)
            for each in item.body.ahead:
                self._waiting.pop(each.hash, None)

    def __iter__(self) -> Iterator[Owed]:
        return iter(self._waiting.values())

    def __contains__(self, hash: bytes) -> bool:
        return hash in self._waiting

    def __len__(self) -> int:
        return len(self._waiting)

    def _seen(self, seen: Ref) -> None:
        """Everything up to the entry that is named; entries stand here in the order of the log."""
        newest = self._order.get(seen.segment, -1), seen.seq
        while self._waiting:
            first = next(iter(self._waiting.values())).ref
            if (self._order[first.segment], first.seq) > newest:
                return
            del self._waiting[first.hash]

    def _covered(self, run: Run) -> None:
        for each in list(self._waiting.values()):
            if each.ref.segment == run.segment and run.first <= each.ref.seq <= run.last:
                del self._waiting[each.ref.hash]
