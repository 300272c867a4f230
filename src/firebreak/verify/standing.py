"""What holds at each place of a log: the cards of the other side taken in there, and what was agreed by then.

It follows from the entries on the way to that place, so it is known only where the file shows them all. A
hole, an entry whose signature does not hold and a text kept back each hide what they may have said: from
there on only what was said later is known. Every segment is passed once, whatever a hostile file holds.
"""

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from firebreak.core.envelope.header import NOWHERE, Ref
from firebreak.core.record.bundle import KEEPING
from firebreak.verify.cards import SIDES, Cards
from firebreak.verify.facts import Agreed, Fact, Index, Segment


class Held(NamedTuple):
    """What holds at a place."""

    card: int = 0
    "The highest serial of the other side's cards that were taken in on the way; 0 for none."
    agreed: int = 0
    "Which agreement had come into force last, counted from 1; 0 for none."
    shown: bool = True
    "Whether the file shows the way from the first entry of the log on."

    def joined(self, other: "Held") -> "Held":
        """With what one more entry says."""
        return Held(max(self.card, other.card), max(self.agreed, other.agreed), self.shown)


UNSHOWN: Final = Held(shown=False)
NOTHING: Final = Held()


@dataclass(slots=True)
class Standing:
    """What holds along the log of one side."""

    index: Index
    side: int
    marks: Mapping[bytes, Held]
    "Hashes of entries that change something, and to what."
    _points: dict[bytes, list[tuple[int, Held]]] = field(default_factory=dict[bytes, list[tuple[int, Held]]])
    "Segment to the numbers from which on something else holds."
    _depths: dict[bytes, int] = field(default_factory=dict[bytes, int])
    "Segment to the number of entries before it."

    def __post_init__(self) -> None:
        segments = self.index.segments[self.side].values()
        children = dict[bytes, list[tuple[Fact, Segment]]]()
        ready: list[tuple[Segment, Held]] = []
        for segment in segments:
            before = self.index.before(segment)
            if before is None:
                ready.append((segment, NOTHING if segment.parent == NOWHERE else UNSHOWN))
            else:
                children.setdefault(before.segment, []).append((before, segment))
        while ready:
            segment, begin = ready.pop()
            self._pass(segment, begin)
            for place, child in children.get(segment.id, ()):
                self._depths[child.id] = self.depth(place)
                ready.append((child, self.at(place.ref)))

    @property
    def shown(self) -> bool:
        """Whether the file shows this log from its first entry on, as far as it goes."""
        segments = self.index.segments[self.side]
        return all(each in self._points and self._points[each][-1][1].shown for each in segments)

    def at(self, ref: Ref | None) -> Held:
        """What holds where a reference points to."""
        if ref is None:
            return NOTHING
        fact = self.index.at_ref(self.side, ref)
        if fact is None or fact.aside or fact.segment not in self._points:
            return UNSHOWN
        points = self._points[fact.segment]
        return points[bisect_right(points, fact.seq, key=lambda each: each[0]) - 1][1]

    def depth(self, fact: Fact) -> int:
        """How many entries of its log come before an entry, as far as the file shows."""
        return self._depths.get(fact.segment, 0) + fact.seq

    def _pass(self, segment: Segment, held: Held) -> None:
        points = self._points[segment.id] = [(0, held)]
        expected, prev = 1, None
        for fact in segment.chain:
            continues = fact.seq == expected and prev in (None, fact.prev)
            now = held if continues and _is_read(fact) else UNSHOWN
            now = now.joined(self.marks.get(fact.hash, NOTHING))
            if now != held:
                points.append((fact.seq, now))
            held, expected, prev = now, fact.seq + 1, fact.hash


def _is_read(fact: Fact) -> bool:
    """Whether nothing that an entry says about cards, agreements and keys is hidden."""
    return fact.proven and not fact.card_left_out and (fact.has_body or fact.kind not in KEEPING)


@dataclass(slots=True)
class Standings:
    """What holds along both logs."""

    index: Index
    cards: Cards
    history: list[dict[int, Fact]] = field(init=False)
    "Agreements that came into force and where each side signed them, the oldest first."
    taken: tuple[dict[bytes, int], dict[bytes, int]] = field(init=False)
    "By the side whose cards they are: hashes of the entries that took them in, and their serials."
    logs: tuple[Standing, Standing] = field(init=False)
    first: tuple[frozenset[int], frozenset[int]] = field(init=False)
    "Serials of the card that both sides compared at the opening; of all of a side where no opening shows it."
    full: bool = field(init=False)
    "Whether the file shows both logs from their first entries on and claims to leave nothing out."

    def __post_init__(self) -> None:
        self.history = _agreements(self.index)
        self.taken = (self._taken(0), self._taken(1))
        self.logs = (self._standing(0), self._standing(1))
        self.first = (self._first(0), self._first(1))
        self.full = self._full()

    def cards_at(self, side: int, held: Held) -> frozenset[int]:
        """Serials of the cards of a side that may have been in force there: one, if that is shown."""
        if held.card:
            return frozenset({held.card})
        return self.first[side] if held.shown else self._all(side)

    def _full(self) -> bool:
        head = self.cards.head
        ends_late = head.whole or head.selection[1] >= head.made_at
        filled = head.whole or all(self.index.segments)
        return ends_late and filled and all(each.shown for each in self.logs)

    def _first(self, side: int) -> frozenset[int]:
        log = self.logs[side]
        opened = [each for each in self.index.proven(side) if each.opened]
        if not opened:
            return self._all(side)
        return frozenset({min(opened, key=lambda each: (log.depth(each), each.hash)).opened[side]})

    def _all(self, side: int) -> frozenset[int]:
        return frozenset(each.card.serial for each in self.cards.sides[side])

    def _taken(self, side: int) -> dict[bytes, int]:
        serials = {each.hash: each.card.serial for each in self.cards.sides[side]}
        facts = (each for each in self.index.proven(1 - side) if each.taken in serials)
        return {each.hash: serials[each.taken] for each in facts}

    def _standing(self, side: int) -> Standing:
        marks = {hash: Held(card=serial) for hash, serial in self.taken[1 - side].items()}
        marks |= {each[side].hash: Held(agreed=number) for number, each in enumerate(self.history, 1)}
        return Standing(self.index, side, marks)


def _agreements(index: Index) -> list[dict[int, Fact]]:
    found: list[dict[int, Fact]] = []
    newest: dict[int, Fact] = {}
    facts = (each for side in SIDES for each in index.proven(side) if each.agreed is not None)
    held: Agreed | None = None
    for fact in sorted(facts, key=lambda each: each.order):
        newest[fact.side] = fact
        terms = [each.agreed for each in newest.values() if each.agreed]
        alike = len(terms) == len(SIDES) and terms[0].hash == terms[1].hash
        if alike and (held is None or held.hash != terms[0].hash):
            held = terms[0]
            found.append(dict(newest))
    return found
