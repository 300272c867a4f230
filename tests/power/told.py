"""What a counterpart had been told before an instant, and whether a disk holds it."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from firebreak.core.base.errors import CounterpartError
from firebreak.core.envelope.entry import Entry
from firebreak.core.envelope.kinds import Kind
from firebreak.core.message.receipts import ReceiptNode
from firebreak.core.record.bodies import Run
from firebreak.ports import Kept
from tests.power.record import ceremony_of, opened


@dataclass
class Told:
    """What North had said to South before an instant, taken from what South holds."""

    own: set[bytes] = field(default_factory=set)
    "Entries of North (I4)."
    receipted: set[bytes] = field(default_factory=set)
    "Entries of South that North had said it holds (I1, I2)."


def held(folder: Path, key: bytes) -> list[Kept]:
    """Everything that a party's database holds, in the order in which it was stored."""
    with opened(folder, key) as store:
        return [kept for _, kept in store.entries(ceremony_of(folder).line_id)]


def told_before(at: int, south: Iterable[Kept], north: bytes) -> Told:
    """What had come to South when `at` was its time; `north` is how headers name North."""
    entries = [kept for kept in south if kept.at < at]
    theirs = {(each.entry.header.segment, each.entry.header.seq): each.entry for each in entries}
    told = Told()
    for each in (kept.entry for kept in entries if kept.entry.header.writer == north):
        told.own.add(each.hash)
        for run in _receipts(each):
            told.receipted.update(
                theirs[run.segment, seq].hash
                for seq in range(run.first, run.last + 1)
                if (run.segment, seq) in theirs
            )
    return told


def _receipts(entry: Entry) -> list[Run]:
    """Which entries its writer says to hold: all up to `seen`, and those of a receipt."""
    seen = entry.header.seen
    runs = [] if seen is None else [Run(segment=seen.segment, first=1, last=seen.seq, last_hash=seen.hash)]
    if entry.header.kind == Kind.RECEIPT_NODE and entry.body is not None:
        try:
            runs += ReceiptNode.from_bytes(entry.body).runs
        except CounterpartError:
            return runs
    return runs
