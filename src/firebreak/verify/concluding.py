"""The verdict, once every entry was judged by itself: logs, links between them, checkpoints, sentences."""

from collections.abc import Iterator

from firebreak.core.base.instants import Instant, iso
from firebreak.core.base.purposes import Environment
from firebreak.verify.cards import SIDES, Cards
from firebreak.verify.counting import Counts, proven_sentences
from firebreak.verify.facts import Index
from firebreak.verify.faults import Fault, Faults, fault
from firebreak.verify.hanging import Checks
from firebreak.verify.report import Mark, Party, Report
from firebreak.verify.stamps import Stamps


def conclude(cards: Cards, index: Index, faults: Faults, stamps: Stamps, *, aside: int) -> Report:
    """Check how everything hangs together and put the report together."""
    index.settle()
    counts = Counts()
    for side in SIDES:
        for fact in index.proven(side):
            counts.add(fact)
            stamps.agreed[side].update(fact.witnesses)
    checks = Checks(cards, index, stamps)
    faults.add(*checks.found(), *_openings(cards, counts))
    remarks = Faults()
    remarks.add(*_noted(cards, counts, aside), *checks.noted(counts))
    found = faults.all()
    return Report(
        head=cards.head,
        parties=(_party(0, cards, index, counts), _party(1, cards, index, counts)),
        findings=found,
        remarks=remarks.all(),
        proven=tuple(proven_sentences(cards, counts, {each.code for each in found}, checks.counts())),
        silences=checks.said,
        unjudged=frozenset(each for one in checks.tenures for each in one.unjudged),
        stamps=tuple(checks.quorums.stamps),
        existed=tuple(checks.quorums.existed),
        cards=cards,
        index=index,
    )


def _openings(cards: Cards, counts: Counts) -> Iterator[Fault]:
    if cards.head.whole:
        missing = (side for side in SIDES if side not in counts.opened)
        yield from (fault("not-opened", writer=cards.name(side)) for side in missing)


def _noted(cards: Cards, counts: Counts, aside: int) -> Iterator[Fault]:
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


def _party(side: int, cards: Cards, index: Index, counts: Counts) -> Party:
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
