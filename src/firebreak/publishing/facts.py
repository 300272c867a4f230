"""What a bundle says, for ledgers and readouts: nothing of it is used unless every check passes."""

from dataclasses import dataclass
from pathlib import Path

from firebreak.core.base.errors import LocalError
from firebreak.core.base.instants import Instant
from firebreak.core.call.book import Witnessed
from firebreak.core.envelope.entry import read_entry
from firebreak.core.envelope.learnt import Learnt
from firebreak.core.envelope.once import Once
from firebreak.core.ledger.entries import Names
from firebreak.core.line.admission import Bad, read_body
from firebreak.core.line.cards import Cards
from firebreak.core.line.identity import Identity, Side
from firebreak.core.line.revoking import Mark, Revocations
from firebreak.core.record.bundle_reader import RawEntry, read_bundle
from firebreak.core.record.collecting import Word
from firebreak.core.record.interlock import Interlock
from firebreak.core.record.log import Log
from firebreak.verify import Report, verify_bundle


@dataclass(frozen=True, slots=True)
class BundleFacts:
    """The entries of a verified bundle as machines learn them."""

    items: tuple[Learnt, ...]
    names: Names
    exercise: bool
    witnessed: Witnessed
    "What witnesses attest of calls, as the bundle proves."


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
    return BundleFacts(tuple(_items(path, report, ours)), names, exercise, _witnessed(report))


def _witnessed(report: Report) -> Witnessed:
    of = {
        word: frozenset(each.hash for each in report.silences if each.word is word)
        for word in (Word.COLLECTED, Word.NOT_COLLECTED)
    }
    return Witnessed(collected=of[Word.COLLECTED], uncollected=of[Word.NOT_COLLECTED])


def _items(path: Path, report: Report, ours: int) -> list[Learnt]:
    cards, revocations = _folds(report, ours)
    once, items = Once(), list[Learnt]()
    with path.open("rb") as stream:
        for piece in read_bundle(stream):
            if not isinstance(piece, RawEntry):
                continue
            entry = read_entry(*piece)
            mine = report.cards.writers[entry.header.writer] == ours
            (cards.logs.ours if mine else cards.logs.theirs).add(entry.header, entry.hash)
            cards.enter(entry.header)
            body = read_body(entry, cards.side_at(entry.header.seen, ours=mine), once)
            if isinstance(body, Bad):
                continue
            item = Learnt(entry.ref, entry.header, body, mine, Instant(entry.header.time.lo))
            cards.learn(item)
            revocations.learn(item)
            if revocations.mark(entry.header, entry.ref, ours=mine) is Mark.VOID:
                continue
            if body is not None:
                once.note(body, entry.header.writer, entry.hash)
            items.append(item)
    return items


def _folds(report: Report, ours: int) -> tuple[Cards, Revocations]:
    """Which card holds for an entry, and which keys were revoked, as the bundle itself says."""
    first = [Side.of(each[0]) for each in report.cards.sides]
    identity = Identity(report.head.line, report.head.environment, first[ours], first[1 - ours])
    logs = Interlock(Log(identity.ours.writer), Log(identity.theirs.writer))
    cards = Cards(identity, logs)
    return cards, Revocations(cards, lambda _ref: False)
