"""Which messages a node's receipt covers, at a cost that does not grow with their number.

The field `seen` of one entry can cover thousands of messages. Those of one author and segment that wait
for their receipt stand in the order of their numbers; a receipt takes a stretch out of that order, so that
each message is touched once.
"""

from bisect import bisect_left, bisect_right, insort
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from firebreak.core.envelope.header import Ref
from firebreak.core.message.levels import Proof, Trace
from firebreak.core.message.receipts import ReceiptNode

RUNS_MAX: Final = 64  # kept of one segment; one is written when disks of both sides have lost something


class Stretch(NamedTuple):
    """Entries first..last of one segment, and the hash of the last."""

    segment: bytes
    first: int
    last: int
    last_hash: bytes


Said = tuple[Stretch, Proof]


class Contradicted(Exception):
    """A receipt names another hash than the entry with that number has."""

    def __init__(self, trace: Trace) -> None:
        super().__init__(str(trace.ref))
        self.trace = trace


def seen_stretch(seen: Ref) -> Stretch:
    """What a field `seen` covers: its segment from the beginning."""
    return Stretch(seen.segment, 1, seen.seq, seen.hash)


def stretches(receipt: ReceiptNode) -> list[Stretch]:
    """What a receipt covers: its runs, and each entry beyond a gap by itself."""
    runs = [Stretch(each.segment, each.first, each.last, each.last_hash) for each in receipt.runs]
    return runs + [Stretch(each.segment, each.seq, each.seq, each.hash) for each in receipt.ahead]


def _seq(trace: Trace) -> int:
    return trace.ref.seq


@dataclass(slots=True)
class Shelf:
    """The messages of one author that wait for their first receipt."""

    _waiting: dict[bytes, list[Trace]] = field(default_factory=dict[bytes, list[Trace]])
    _reach: dict[bytes, Said] = field(default_factory=dict[bytes, Said])
    "What covers a segment from its beginning, as far as any does."
    _runs: dict[bytes, list[Said]] = field(default_factory=dict[bytes, list[Said]])
    "What begins later, the first said first: messages that it covers may come back after it."

    def put(self, trace: Trace) -> Proof | None:
        """Let a message wait; the proof at once when an earlier receipt covers it already."""
        for stretch, proof in self._said(trace.ref.segment):
            if _covers(stretch, trace.ref):
                return proof
        waiting = self._waiting.setdefault(trace.ref.segment, [])
        if waiting and waiting[-1].ref.seq > trace.ref.seq:
            insort(waiting, trace, key=_seq)
        else:
            waiting.append(trace)
        return None

    def take(self, stretch: Stretch, proof: Proof) -> list[Trace]:
        """The waiting messages that the stretch covers. Raises Contradicted, and then takes none."""
        if not self._advances(stretch):
            return []
        waiting = self._waiting.get(stretch.segment, [])
        first = bisect_left(waiting, stretch.first, key=_seq)
        last = bisect_right(waiting, stretch.last, lo=first, key=_seq)
        taken = waiting[first:last]
        _check(taken, stretch)
        del waiting[first:last]
        self._keep(stretch, proof)
        return taken

    def _keep(self, stretch: Stretch, proof: Proof) -> None:
        runs = self._runs.get(stretch.segment, [])
        if stretch.first == 1:
            self._reach[stretch.segment] = (stretch, proof)
            runs = [each for each in runs if each[0].last > stretch.last]
        elif not any(_contains(each, stretch) for each, _ in runs):
            runs = [*runs, (stretch, proof)][-RUNS_MAX:]
        self._runs[stretch.segment] = runs

    def _said(self, segment: bytes) -> list[Said]:
        reach = self._reach.get(segment)
        return [*([] if reach is None else [reach]), *self._runs.get(segment, ())]

    def _advances(self, stretch: Stretch) -> bool:
        reach = self._reach.get(stretch.segment)
        return reach is None or stretch.last > reach[0].last


def _covers(stretch: Stretch, ref: Ref) -> bool:
    inside = stretch.first <= ref.seq < stretch.last
    return inside or (ref.seq == stretch.last and ref.hash == stretch.last_hash)


def _contains(stretch: Stretch, other: Stretch) -> bool:
    return stretch.first <= other.first and other.last <= stretch.last


def _check(taken: list[Trace], stretch: Stretch) -> None:
    for trace in reversed(taken):
        if trace.ref.seq < stretch.last:
            return
        if trace.ref.hash != stretch.last_hash:
            raise Contradicted(trace)
