"""What the entries of a bundle come to, and which sentences the bundle proves."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from firebreak.core.envelope.kinds import Kind, known
from firebreak.verify.cards import SIDES, Cards
from firebreak.verify.facts import Fact
from firebreak.verify.faults import Fault, fault
from firebreak.verify.wording import PROVEN


@dataclass(slots=True)
class Counts:
    """What the sentences of the report count."""

    signed: list[int] = field(default_factory=lambda: [0, 0])
    bodies: int = 0
    unknown: int = 0
    statements: int = 0
    checkpoints: int = 0
    opened: set[int] = field(default_factory=set[int])
    compared: set[int] = field(default_factory=set[int])
    "Sides whose `line.open` came with its body."
    ends: list[tuple[Fact, Fact] | None] = field(default_factory=lambda: [None, None])

    def add(self, fact: Fact) -> None:
        """Count one entry whose signature holds."""
        self.signed[fact.side] += 1
        self.bodies += fact.has_body
        self.unknown += known(fact.kind) is None
        self.statements += fact.statements
        self.checkpoints += fact.tree is not None
        if fact.kind == Kind.LINE_OPEN:
            self.opened.add(fact.side)
            self.compared |= {fact.side} if fact.has_body else set()
        if fact.early:
            return
        first, last = self.ends[fact.side] or (fact, fact)
        self.ends[fact.side] = (fact if fact.lo < first.lo else first, fact if fact.hi >= last.hi else last)


_SPOILT_BY: Final = {
    "cards": {
        "line-id",
        "no-card",
        "card-unreadable",
        "card-foreign",
        "card-signature",
        "card-refused",
        "card-order",
    },
    "opened": {"not-opened", "open-other", "not-compared", "commitment"},
    "signed": {
        "signature",
        "unknown-key",
        "unreadable",
        "foreign-line",
        "foreign-environment",
        "foreign-writer",
        "key-not-taken",
        "text-needed",
        "card-needed",
    },
    "unbroken": {"gap", "chain", "chain-start", "equivocation", "branch", "signature", "unknown-key"},
    "interlocked": {"seen-unknown", "seen-other", "seen-backwards"},
    "officers": {
        "statement-missing",
        "statement-unreadable",
        "statement-action",
        "statement-detail",
        "statement-signature",
        "statement-reused",
        "statement-entry",
        "officer-unknown",
        "officer-power",
        "officer-then",
        "text-needed",
        "card-needed",
    },
    "checkpoints": {
        "checkpoint-unreadable",
        "checkpoint-origin",
        "checkpoint-signature",
        "checkpoint-tree",
        "checkpoint-fork",
    },
    "stamps": {"stamp-cosignature", "stamp-tree"},
}
"A sentence is left out when one of these findings takes it back."


def proven_sentences(cards: Cards, counts: Counts, found: set[str], more: dict[str, int]) -> Iterator[Fault]:
    """What is proven, in the order in which it is said."""
    if found & {"line-id", "no-card"} or not all(cards.sides):
        return  # all rest on the cards of both; one that does not count takes nothing from those that do
    entries = sum(counts.signed)
    has = {
        "cards": True,
        "opened": counts.compared == set(SIDES),
        "signed": entries > 0,
        "unbroken": entries > 0,
        "interlocked": more["seen"] > 0,
        "officers": counts.statements > 0,
        "checkpoints": more["checkpoints"] > 0,
        "stamps": more["stamps"] > 0,
    }
    lower, higher = (cards.name(side) for side in SIDES)
    names = {"lower": lower, "higher": higher, "statements": counts.statements, "entries": entries}
    values = {**names, "lower_count": counts.signed[0], "higher_count": counts.signed[1], **more}
    for code in PROVEN:
        if has[code] and not found & _SPOILT_BY[code]:
            yield fault(code, **values)
