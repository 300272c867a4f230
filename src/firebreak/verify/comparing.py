"""Two bundles of one line, one from each side: where both speak, they must say the same (I26)."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from firebreak.verify.cards import SIDES
from firebreak.verify.facts import Fact, Segment
from firebreak.verify.faults import Fault, Faults, fault
from firebreak.verify.report import Report
from firebreak.verify.wording import Words, listed


@dataclass(frozen=True, slots=True)
class Comparison:
    """How two verified bundles of one line relate."""

    common: int
    "Entries that both hold."
    only_first: int
    only_second: int
    findings: tuple[Fault, ...]

    @property
    def ok(self) -> bool:
        """Whether they agree on the range that both cover."""
        return not self.findings

    def to_json(self, words: Words) -> dict[str, Any]:
        """For machines."""
        return {
            "ok": self.ok,
            "common": self.common,
            "only_first": self.only_first,
            "only_second": self.only_second,
            "findings": [listed(words, "finding", each) for each in self.findings],
        }


def compare(first: Report, second: Report) -> Comparison:
    """Hold two reports against each other. What only one holds is a finding only inside the common range."""
    if first.head.line != second.head.line:
        return Comparison(0, len(first.index.hashes), len(second.index.hashes), (fault("other-line"),))
    faults = Faults()
    for side in SIDES:
        faults.add(*_cards(first, second, side), *_log(first, second, side))
    one, other = (
        {fact.hash for side in SIDES for fact in each.index.proven(side)} for each in (first, second)
    )
    return Comparison(len(one & other), len(one - other), len(other - one), faults.all())


def _cards(first: Report, second: Report, side: int) -> Iterator[Fault]:
    held = {each.card.serial: each.hash for each in first.cards.sides[side]}
    for each in second.cards.sides[side]:
        if held.get(each.card.serial, each.hash) != each.hash:
            yield fault("two-cards", party=first.cards.name(side), serial=each.card.serial)


def _log(first: Report, second: Report, side: int) -> Iterator[Fault]:
    one, other = first.index.segments[side], second.index.segments[side]
    for each in sorted(one.keys() & other.keys()):
        yield from _segment(one[each], other[each], first.cards.name(side))


def _segment(one: Segment, other: Segment, writer: str) -> Iterator[Fault]:
    begin = max(_begin(one), _begin(other))
    end = min(one.numbers[-1], other.numbers[-1])
    for code, here, there in (("only-first", one, other), ("only-second", other, one)):
        lacking = [number for number in here.numbers if begin <= number <= end and number not in there.facts]
        if lacking:
            yield fault(code, here.facts[lacking[0]][0], writer=writer, count=len(lacking), number=lacking[0])
    for number in one.numbers:
        if (
            begin <= number <= end
            and number in other.facts
            and _differ(one.facts[number], other.facts[number])
        ):
            yield fault("two-versions", one.facts[number][0], writer=writer, number=number)


def _begin(segment: Segment) -> int:
    """From where on a file claims to hold all; what a chosen part keeps from before stands alone."""
    later = (number for number in segment.numbers if not segment.facts[number][0].early)
    return next(later, segment.numbers[-1])


def _differ(one: list[Fact], other: list[Fact]) -> bool:
    """Whether both sides hold signed versions and not the same ones."""
    here, there = ({each.hash for each in versions if each.proven} for versions in (one, other))
    return bool(here) and bool(there) and here != there
