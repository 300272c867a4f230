"""Which of our entries the counterpart's entries receipt, read from those entries alone."""

from collections.abc import Iterator

from firebreak.core.message.receipts import ReceiptNode
from firebreak.sim.oracles.view import Item, View


def stretches(item: Item) -> Iterator[tuple[bytes, int, int, bytes]]:
    """Segment, first and last number, hash of the last: what an entry says its writer holds."""
    seen = item.header.seen
    if seen is not None:
        yield seen.segment, 1, seen.seq, seen.hash
    if isinstance(item.body, ReceiptNode):
        yield from ((run.segment, run.first, run.last, run.last_hash) for run in item.body.runs)
        yield from ((named.segment, named.seq, named.seq, named.hash) for named in item.body.ahead)


def covered(view: View, item: Item) -> Iterator[bytes]:
    """The entries of the other side that an entry says its writer holds, as far as they are held here."""
    other = view.identity.theirs.writer if item.ours else view.identity.ours.writer
    for segment, first, last, hash in stretches(item):
        held = view.numbers.get((other, segment), {})
        if hash in held.get(last, ()):
            for seq in range(first, last):
                yield from held.get(seq, ())[:1]
            yield hash
