"""Standing by what was written under an older log key, apart from a newer one in use (`spec/keys.md`).

When two nodes of a party run on copies of one disk, one of them can begin to use the new log key while the
other goes on with the old one. The counterpart refuses what it then writes. As soon as a node of the party
that has the new key holds these entries, it names each of them in a `log.adopt`; from there on they are taken
in. Whoever has nothing but the old key can name none.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from firebreak.core.envelope.header import Header, Ref
from firebreak.core.envelope.learnt import Learnt
from firebreak.core.line.cards import Cards
from firebreak.core.record.bodies import Adopt
from firebreak.core.record.interlock import runs_of
from firebreak.core.record.log import Log
from firebreak.core.record.segment import Segment


@dataclass(slots=True)
class StandingBy:
    """Of both parties: which entries they named under which key."""

    cards: Cards
    named: dict[Ref, set[bytes]] = field(default_factory=dict[Ref, set[bytes]])
    "By the end of each run that was adopted: the ids of the keys under which."

    def learn(self, item: Learnt) -> None:
        """Remember what a party says that it stands by."""
        if isinstance(item.body, Adopt):
            for each in item.body.runs:
                ref = Ref(each.segment, each.last, each.last_hash)
                self.named.setdefault(ref, set()).add(item.header.key_id)

    def refuses(self, header: Header, ref: Ref) -> bool:
        """Whether an entry of the counterpart comes under an older key than it uses, and is not named."""
        return self.cards.superseded(header) and not self._is_named(ref, header.key_id, ours=False)

    def outdated(self, key: bytes) -> Iterator[Ref]:
        """Entries of ours that the counterpart may refuse until they are named under our present key."""
        log, found = self.cards.logs.ours, dict[Ref, None]()
        for begun in self._first_under(log):
            reach = {segment.id: upto for segment, upto in log.chain(begun)}
            for segment in log.segments.values():
                old = self.cards.segment_keys[segment.id]
                newer = self.cards.newer(old, ours=True)
                if key in newer and self.cards.segment_keys[begun.segment] in newer:
                    found |= dict.fromkeys(_beyond(segment, reach.get(segment.id, 0)))
        return (each for each in found if not self._is_named(each, self._key_of(each), ours=True))

    def _first_under(self, log: Log) -> Iterator[Ref]:
        """The first entry of each segment that continues one under another key."""
        keys = self.cards.segment_keys
        for each in log.segments.values():
            if each.rooted and each.before is not None and keys[each.before[0].id] != keys[each.id]:
                yield Ref(each.id, 1, each.hashes[0])

    def _key_of(self, ref: Ref) -> bytes:
        return self.cards.segment_keys[ref.segment]

    def _is_named(self, ref: Ref, key: bytes, *, ours: bool) -> bool:
        return not self.named.get(ref, set[bytes]()).isdisjoint(self.cards.newer(key, ours=ours))


def _beyond(segment: Segment, reach: int) -> Iterator[Ref]:
    for first, last in runs_of(segment, reach):
        for number in range(first, last + 1):
            hash = segment.hash_at(number)
            assert hash is not None
            yield Ref(segment.id, number, hash)
