"""How the entries of a bundle hang together: everything that looks at more than one of them."""

from collections.abc import Iterator

from firebreak.core.base.instants import SECOND
from firebreak.verify.cards import SIDES, Cards
from firebreak.verify.chains import Chains
from firebreak.verify.checkpoints import Trees
from firebreak.verify.counting import Counts
from firebreak.verify.facts import Index
from firebreak.verify.faults import Fault, fault
from firebreak.verify.links import Links
from firebreak.verify.quorums import Quorums
from firebreak.verify.silences import Silences
from firebreak.verify.sounds import Sounds
from firebreak.verify.stamps import Stamps
from firebreak.verify.standing import Standings
from firebreak.verify.tenure import Tenure


class Checks:
    """What looks at more than one entry, for both sides. `found` comes first, then what it noted."""

    def __init__(self, cards: Cards, index: Index, stamps: Stamps) -> None:
        self.stamps, held = stamps, stamps.held()
        standings = Standings(index, cards)
        self.chains = [Chains(index, side, cards) for side in SIDES]
        self.links = [Links(index, side, cards) for side in SIDES]
        self.trees = [
            Trees(index, side, cards, [each for each in held if each.side == side]) for side in SIDES
        ]
        self.tenures = [Tenure(index, side, cards, standings) for side in SIDES]
        self.silences = Silences(cards, index)
        self.said = self.silences.said()
        self.sounds = Sounds(index, cards)
        self.quorums = Quorums(cards, index)

    def found(self) -> Iterator[Fault]:
        """Broken rules."""
        yield from self.stamps.faults
        yield from self.silences.faults
        for check in (*self.chains, *self.links, *self.trees, self.sounds, *self.tenures):
            yield from check.check()
        self.quorums.take(each for one in self.trees for each in one.fitting)

    def noted(self, counts: Counts) -> Iterator[Fault]:
        """Remarks."""
        yield from _from_links(self.links)
        for one in (*self.chains, *self.tenures):
            yield from one.remarks
        rebuilt = self.counts()["checkpoints"]
        if rebuilt < counts.checkpoints:
            yield fault("checkpoints-not-rebuilt", count=counts.checkpoints - rebuilt)
        yield from _from_stamps(self.trees, self.stamps.unknown + self.quorums.dropped)
        if self.silences.unknown:
            yield fault("attest-unknown", count=self.silences.unknown)

    def counts(self) -> dict[str, int]:
        """Numbers for the sentences on what is proven."""
        return {
            "seen": sum(each.seen for each in self.links),
            "checkpoints": sum(each.rebuilt for each in self.trees),
            "stamps": len(self.quorums.existed),
        }


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
