"""What a bundle holds of one matching, for a neutral witness: by the order of each log, as nodes read it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO, Final

from firebreak.core.base.errors import CounterpartError, LocalError
from firebreak.core.base.shape import BadShape
from firebreak.core.envelope.entry import Entry, read_entry
from firebreak.core.envelope.kinds import Kind
from firebreak.core.envelope.spoken import Order
from firebreak.core.matching.bodies import MatchingCommit, MatchingPart, MatchingPropose, Role, whole_of
from firebreak.core.record.bundle_reader import BundleReader, RawEntry

KINDS: Final = frozenset({Kind.MATCHING_PROPOSED, Kind.MATCHING_COMMIT, Kind.MATCHING_PART})
Parts = dict[int, MatchingPart]


@dataclass(slots=True)
class Found:
    """What a bundle holds of one matching, by the first entries of each author."""

    proposal: MatchingPropose | None = None
    proposer: bytes = b""
    commits: dict[bool, bytes] = field(default_factory=dict[bool, bytes])
    "By whether the proposer says it."
    parts: dict[tuple[bool, Role], Parts] = field(default_factory=dict[tuple[bool, Role], Parts])
    twice: set[bool] = field(default_factory=set[bool])
    "The sides that bound themselves to a second set, or sent other bytes for a part that they had sent."

    def message(self, role: Role, *, proposer: bool) -> bytes | None:
        """A whole message; None where a part of it is missing."""
        parts = self.parts.get((proposer, role), {})
        first = next(iter(parts.values()), None)
        if first is None or set(parts) != set(range(1, first.of + 1)):
            return None
        data = b"".join(parts[number].data for number in range(1, first.of + 1))
        return data if whole_of(data) == first.whole else None


def find(bundle: Path, matching: bytes) -> Found:
    """Read a bundle for one matching. Raises LocalError when it is not proposed there."""
    try:
        with bundle.open("rb") as stream:
            entries = [each for each in _entries(stream) if _about(each, matching)]
    except OSError as error:
        hint = "check the path"
        raise LocalError(f"cannot read {bundle}: {error.strerror}", code="FB350", hint=hint) from error
    return gather(entries, matching)


def gather(entries: Iterable[Entry], matching: bytes) -> Found:
    """The same of entries in any order. Raises LocalError."""
    found = Found()
    for each in sorted(entries, key=_order):
        _take(found, each, matching)
    if found.proposal is None:
        raise LocalError(
            f"the bundle has no matching {matching.hex()[:16]}",
            code="FB699",
            hint="take the bundle of its line",
        )
    return found


def _entries(stream: BinaryIO) -> Iterator[Entry]:
    for piece in BundleReader(stream).pieces():
        if isinstance(piece, RawEntry) and piece.body is not None:
            yield read_entry(piece.payload, piece.signature, piece.salt, piece.body)


def _about(entry: Entry, matching: bytes) -> bool:
    """Whether it may be looked at: a bundle may hold more parts of other runs than fit into memory."""
    return entry.header.kind in KINDS and (entry.hash == matching or matching in (entry.body or b""))


def _order(entry: Entry) -> tuple[int, Order, bytes]:
    """The proposal first, then what each side says as it stands in its log, as nodes order it."""
    header = entry.header
    return header.kind, Order(header.time.lo, header.segment, header.seq), entry.hash


def _take(found: Found, entry: Entry, matching: bytes) -> None:
    assert entry.body is not None
    by_proposer = entry.header.writer == found.proposer
    try:
        match entry.header.kind:
            case Kind.MATCHING_PROPOSED if entry.hash == matching:
                found.proposal, found.proposer = MatchingPropose.from_bytes(entry.body), entry.header.writer
            case Kind.MATCHING_COMMIT:
                _bind(found, MatchingCommit.from_bytes(entry.body), matching, by_proposer=by_proposer)
            case Kind.MATCHING_PART:
                _add(found, MatchingPart.from_bytes(entry.body), matching, by_proposer=by_proposer)
            case _:
                pass
    except (BadShape, CounterpartError):
        return  # the record's own check names it


def _bind(found: Found, said: MatchingCommit, matching: bytes, *, by_proposer: bool) -> None:
    if said.matching == matching:
        first = found.commits.setdefault(by_proposer, said.commitment)
        if first != said.commitment:
            found.twice.add(by_proposer)


def _add(found: Found, part: MatchingPart, matching: bytes, *, by_proposer: bool) -> None:
    if part.matching == matching:
        first = found.parts.setdefault((by_proposer, part.role), {}).setdefault(part.number, part)
        if first != part:
            found.twice.add(by_proposer)
