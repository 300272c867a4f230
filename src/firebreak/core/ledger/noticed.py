"""Notices as contact facts: one for each, as far as the signed entries show how far it came.

A notice is no call: that it was delivered says nothing about whether anybody talks (decisions/0003). Field
`seen` and receipts of the other side's node show that it holds the notice; an officer's answer shows a
person.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from firebreak.core.envelope.learnt import Learnt
from firebreak.core.ledger.facts import Evidence
from firebreak.core.message.receipts import ReceiptNode
from firebreak.core.notice.case import Case
from firebreak.core.notice.notices import Notices

Reach = dict[tuple[bool, bytes], int]


@dataclass(slots=True)
class Noticed:
    """All notices of a record, and what the other side's node said it holds."""

    notices: Notices = field(default_factory=Notices)
    _reach: Reach = field(default_factory=Reach)
    "By whose segment it is, and its id: up to which number the other side holds it."
    _ahead: set[bytes] = field(default_factory=set[bytes])

    def learn(self, item: Learnt) -> None:
        """Take in one entry of any kind."""
        self.notices.learn(item)
        seen = item.header.seen
        if seen is not None:
            self._reached(not item.ours, seen.segment, seen.seq)
        if isinstance(item.body, ReceiptNode):
            for run in item.body.runs:
                self._reached(not item.ours, run.segment, run.last)
            self._ahead |= {each.hash for each in item.body.ahead}

    def all(self) -> Iterator[tuple[Case, Evidence]]:
        """Each notice with its class of evidence."""
        return ((each, self._evidence(each)) for each in self.notices.cases.cases.values())

    def _reached(self, ours: bool, segment: bytes, seq: int) -> None:
        self._reach[ours, segment] = max(seq, self._reach.get((ours, segment), 0))

    def _evidence(self, case: Case) -> Evidence:
        if case.answers:
            return Evidence.E5
        ref, ours = case.notice.ref, case.notice.ours
        held = ref.seq <= self._reach.get((ours, ref.segment), 0) or ref.hash in self._ahead
        return Evidence.E3 if held else Evidence.E0
