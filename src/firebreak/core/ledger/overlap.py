"""Rows that overlap in time are never added up: which of them stay.

A row that spans several days may speak of the very attempts another row gives by the day: "several calls
in March" and "a call on 13 March". Adding them could count one call twice. So of rows that share a day,
where at least one spans several, only some stay:

* those that together hold the most attempts which certainly reached the other side, so that an answer
  never gives way to a refusal;
* then those with the most attempts; then the ones whose dates are known more closely.

That is the classical choice of non-overlapping intervals of greatest weight: sort by last day, and for
each interval take the better of "with it" and "without it". Rows of a single day never exclude each
other, so they enter as one interval per day. Adding a row can never lower the first of these sums.
"""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import TypeAlias

from firebreak.core.ledger.days import Days
from firebreak.core.ledger.facts import REACHED, ContactFact, in_order

Weight: TypeAlias = tuple[int, int, int]
"Attempts that certainly reached the other side; attempts; days spanned (negative)."


@dataclass(frozen=True, slots=True)
class _Block:
    """Facts that stay or go together: one range, or all facts of one day."""

    days: Days
    facts: tuple[ContactFact, ...]

    @property
    def weight(self) -> Weight:
        reached = sum(fact.attempts_min for fact in self.facts if fact.tally in REACHED)
        return reached, sum(fact.attempts_min for fact in self.facts), -self.days.count


def choose(facts: Iterable[ContactFact]) -> tuple[list[ContactFact], dict[str, ContactFact]]:
    """Those that stay, in order of time; and for each other ref the one that stays in its place."""
    blocks = _blocks(facts)
    chosen = _heaviest(blocks)
    stay = [fact for block in chosen for fact in block.facts]
    kept = {fact.ref for fact in stay}
    others = (fact for block in blocks for fact in block.facts if fact.ref not in kept)
    ends = [fact.days.latest for fact in stay]
    return stay, {fact.ref: stay[bisect_left(ends, fact.days.earliest)] for fact in others}


def _blocks(facts: Iterable[ContactFact]) -> list[_Block]:
    ordered = sorted(facts, key=in_order)
    ranges = [_Block(fact.days, (fact,)) for fact in ordered if not fact.days.is_one_day]
    days = groupby((fact for fact in ordered if fact.days.is_one_day), key=lambda fact: fact.days)
    whole = ranges + [_Block(day, tuple(those)) for day, those in days]
    return sorted(whole, key=lambda block: (block.days.latest, block.days.earliest, block.facts[0].ref))


def _heaviest(blocks: Sequence[_Block]) -> list[_Block]:
    """Blocks no two of which overlap, of greatest weight together. `blocks` is sorted by last day."""
    ends = [block.days.latest for block in blocks]
    before = [bisect_left(ends, block.days.earliest) for block in blocks]
    best: list[Weight] = [(0, 0, 0)]
    for number, block in enumerate(blocks):
        best.append(max(best[number], _sum(best[before[number]], block.weight)))
    chosen: list[_Block] = []
    number = len(blocks)
    while number:
        taken = best[number] != best[number - 1]
        if taken:
            chosen.append(blocks[number - 1])
        number = before[number - 1] if taken else number - 1
    return chosen[::-1]


def _sum(one: Weight, other: Weight) -> Weight:
    return one[0] + other[0], one[1] + other[1], one[2] + other[2]
