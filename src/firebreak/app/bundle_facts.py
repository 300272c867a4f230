"""What a bundle says, for ledgers and readouts: nothing of it is used unless every check passes."""

from dataclasses import dataclass
from pathlib import Path

from firebreak.app.lanes import side_of
from firebreak.core.base.errors import LocalError
from firebreak.core.base.instants import Instant
from firebreak.core.envelope.entry import read_entry
from firebreak.core.envelope.learnt import Learnt
from firebreak.core.envelope.once import Once
from firebreak.core.ledger.entries import Names
from firebreak.core.line.admission import Bad, read_body
from firebreak.core.record.bundle_reader import RawEntry, read_bundle
from firebreak.verify import Report, verify_bundle


@dataclass(frozen=True, slots=True)
class BundleFacts:
    """The entries of a verified bundle as machines learn them."""

    items: tuple[Learnt, ...]
    names: Names
    exercise: bool


def bundle_facts(path: Path) -> BundleFacts:
    """Read and verify a bundle. Raises LocalError when it cannot be read or has findings."""
    with path.open("rb") as stream:
        report = verify_bundle(stream)
    if not report.ok:
        raise LocalError(
            f"the record in {path} has {len(report.findings)} findings",
            code="FB362",
            hint=f"see all of them: `firebreak verify {path}`",
        )
    ours = report.head.parties.index(report.head.exporter)
    names = Names(report.cards.name(ours), report.cards.name(1 - ours))
    exercise = report.head.environment.name == "EXERCISE"
    return BundleFacts(tuple(_items(path, report, ours)), names, exercise)


def _items(path: Path, report: Report, ours: int) -> list[Learnt]:
    sides = [side_of(each[-1].card) for each in report.cards.sides]
    once, items = Once(), list[Learnt]()
    with path.open("rb") as stream:
        for piece in read_bundle(stream):
            if not isinstance(piece, RawEntry):
                continue
            entry = read_entry(*piece)
            side = report.cards.writers[entry.header.writer]
            body = read_body(entry, sides[side], once)
            if isinstance(body, Bad):
                continue
            if body is not None:
                once.note(body, entry.header.writer, entry.hash)
            items.append(Learnt(entry.ref, entry.header, body, side == ours, Instant(entry.header.time.lo)))
    return items
