"""The verdict, once every entry was judged by itself: logs, links between them, checkpoints, sentences."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from firebreak.core.base.instants import SECOND, Instant, iso
from firebreak.core.base.purposes import Environment
from firebreak.core.envelope.kinds import Kind, known
from firebreak.verify.cards import SIDES, Cards
from firebreak.verify.chains import Chains
from firebreak.verify.checkpoints import Trees
from firebreak.verify.facts import Fact, Index
from firebreak.verify.faults import Fault, Faults, fault
from firebreak.verify.links import Links
from firebreak.verify.quorums import Quorums
from firebreak.verify.report import Mark, Party, Report
from firebreak.verify.silences import Silences
from firebreak.verify.stamps import Stamps
from firebreak.verify.standing import Standings
from firebreak.verify.tenure import Tenure
from firebreak.verify.wording import PROVEN


@dataclass(slots=True)
class _Counts:
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


def conclude(cards: Cards, index: Index, faults: Faults, stamps: Stamps, *, aside: int) -> Report:
    """Check how everything hangs together and put the report together."""
    index.settle()
    counts = _Counts()
    for side in SIDES:
        for fact in index.proven(side):
            counts.add(fact)
            stamps.agreed[side].update(fact.witnesses)
    chains = [Chains(index, side, cards) for side in SIDES]
    links = [Links(index, side, cards) for side in SIDES]
    held = stamps.held()
    trees = [Trees(index, side, cards, [each for each in held if each.side == side]) for side in SIDES]
    silences = Silences(cards, index)
    said = silences.said()
    faults.add(*stamps.faults, *silences.faults)
    standings = Standings(index, cards)
    tenures = [Tenure(index, side, cards, standings) for side in SIDES]
    for check in (*chains, *links, *trees, *tenures):
        faults.add(*check.check())
    faults.add(*_openings(cards, counts))
    noted = [
        *_noted(cards, counts, aside),
        *_from_links(links),
        *(each for one in chains for each in one.remarks),
        *(each for one in tenures for each in one.remarks),
    ]
    rebuilt = sum(each.rebuilt for each in trees)
    if rebuilt < counts.checkpoints:
        noted.append(fault("checkpoints-not-rebuilt", count=counts.checkpoints - rebuilt))
    quorums = Quorums(cards, index)
    quorums.take(each for one in trees for each in one.fitting)
    noted += _from_stamps(trees, stamps.unknown + quorums.dropped)
    if silences.unknown:
        noted.append(fault("attest-unknown", count=silences.unknown))
    remarks = Faults()
    remarks.add(*noted)
    found = faults.all()
    more = {"seen": sum(each.seen for each in links), "checkpoints": rebuilt, "stamps": len(quorums.existed)}
    return Report(
        head=cards.head,
        parties=(_party(0, cards, index, counts), _party(1, cards, index, counts)),
        findings=found,
        remarks=remarks.all(),
        proven=tuple(_proven(cards, counts, {each.code for each in found}, more)),
        silences=said,
        unjudged=frozenset(each for one in tenures for each in one.unjudged),
        stamps=tuple(quorums.stamps),
        existed=tuple(quorums.existed),
        cards=cards,
        index=index,
    )


def _openings(cards: Cards, counts: _Counts) -> Iterator[Fault]:
    if cards.head.whole:
        missing = (side for side in SIDES if side not in counts.opened)
        yield from (fault("not-opened", writer=cards.name(side)) for side in missing)


def _noted(cards: Cards, counts: _Counts, aside: int) -> Iterator[Fault]:
    head, signed = cards.head, sum(counts.signed)
    if head.environment == Environment.EXERCISE:
        yield fault("exercise")
    if not signed:
        yield fault("no-entries")
    if not head.whole:
        first, last = (iso(Instant(each)) for each in head.selection)
        yield fault("selection", first=first, last=last)
    if counts.bodies < signed:
        yield fault("bodies-withheld", count=signed - counts.bodies, entries=signed)
    if counts.unknown:
        yield fault("kinds-unknown", count=counts.unknown)
    if aside:
        yield fault("pieces-aside", count=aside)


def _from_links(links: list[Links]) -> Iterator[Fault]:
    outside = sum(each.outside for each in links)
    if outside:
        yield fault("not-traced", count=outside)
    apart, entry = max(each.apart for each in links)
    if apart:
        yield fault("clocks-apart", entry, seconds=apart // SECOND)


def _from_stamps(trees: list[Trees], unknown: int) -> Iterator[Fault]:
    left = sum(each.not_compared for each in trees)
    if left:
        yield fault("stamps-not-rebuilt", count=left)
    if unknown:
        yield fault("witness-unknown", count=unknown)


def _party(side: int, cards: Cards, index: Index, counts: _Counts) -> Party:
    ends = counts.ends[side]
    return Party(
        id=cards.head.parties[side],
        name=cards.name(side),
        cards=tuple((each.card.serial, each.hash) for each in cards.sides[side]),
        entries=counts.signed[side],
        segments=len(index.segments[side]),
        first=Mark(Instant(ends[0].lo), str(ends[0])) if ends else None,
        last=Mark(Instant(ends[1].hi), str(ends[1])) if ends else None,
    )


_SPOILT_BY = {
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


def _proven(cards: Cards, counts: _Counts, found: set[str], more: dict[str, int]) -> Iterator[Fault]:
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
