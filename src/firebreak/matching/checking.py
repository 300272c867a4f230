"""What a neutral witness can say who is given one side's opening file and a bundle of the record.

The commitment binds that side to one set before it learnt anything. The keys show that this set and no other
went into its request and its setup, and that its response was computed from what the other side asked. What
they cannot show is that the set was honest: that everything in it was there, and nothing of it left out.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from firebreak.core.base.errors import CounterpartError, LocalError
from firebreak.core.base.shape import BadShape
from firebreak.core.envelope.entry import Entry, read_entry
from firebreak.core.envelope.kinds import Kind
from firebreak.core.matching.bodies import MatchingCommit, MatchingPart, MatchingPropose, Role, whole_of
from firebreak.core.record.bundle_reader import BundleReader, RawEntry
from firebreak.matching.extra import grid
from firebreak.matching.opening import Opening
from firebreak.matching.running import first_messages
from firebreak.matching.sets import cell_of
from firebreak.matching.stepping import answer

KINDS: Final = frozenset({Kind.MATCHING_PROPOSED, Kind.MATCHING_COMMIT, Kind.MATCHING_PART})
Parts = dict[int, MatchingPart]


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that was checked."""

    name: str
    good: bool | None
    "None: it could not be checked, since the bundle lacks what it takes."
    text: str


@dataclass(slots=True)
class Found:
    """What a bundle holds of one matching, by the first entries of each author."""

    proposal: MatchingPropose | None = None
    proposer: bytes = b""
    commits: dict[bool, bytes] = field(default_factory=dict[bool, bytes])
    "By whether the proposer says it."
    parts: dict[tuple[bool, Role], Parts] = field(default_factory=dict[tuple[bool, Role], Parts])

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
    entries: list[Entry] = []
    try:
        with bundle.open("rb") as stream:
            for piece in BundleReader(stream).pieces():
                if isinstance(piece, RawEntry) and piece.body is not None:
                    entry = read_entry(piece.payload, piece.signature, piece.salt, piece.body)
                    if entry.header.kind in KINDS:
                        entries.append(entry)
    except OSError as error:
        hint = "check the path"
        raise LocalError(f"cannot read {bundle}: {error.strerror}", code="FB350", hint=hint) from error
    found = Found()
    for each in sorted(entries, key=lambda each: (each.header.kind, each.header.segment, each.header.seq)):
        _take(found, each, matching)
    if found.proposal is None:
        raise LocalError(
            f"the bundle has no matching {matching.hex()[:16]}",
            code="FB699",
            hint="take the bundle of its line",
        )
    return found


def _take(found: Found, entry: Entry, matching: bytes) -> None:
    assert entry.body is not None
    try:
        if entry.header.kind == Kind.MATCHING_PROPOSED:
            if entry.hash == matching:
                found.proposal, found.proposer = MatchingPropose.from_bytes(entry.body), entry.header.writer
            return
        if entry.header.kind == Kind.MATCHING_COMMIT:
            said = MatchingCommit.from_bytes(entry.body)
            if said.matching == matching:
                found.commits.setdefault(entry.header.writer == found.proposer, said.commitment)
            return
        part = MatchingPart.from_bytes(entry.body)
    except (BadShape, CounterpartError):
        return  # the record's own check names it
    if part.matching == matching:
        side = entry.header.writer == found.proposer, part.role
        found.parts.setdefault(side, {}).setdefault(part.number, part)


def check(opening: Opening, found: Found) -> Iterator[Check]:
    """Everything that the file can be held against."""
    assert found.proposal is not None
    committed = found.commits.get(opening.proposer)
    yield Check(
        "commitment",
        None if committed is None else committed == opening.commitment,
        "The file opens the commitment in the record, to this set and no other.",
    )
    yield Check("set", _fits(opening, found.proposal), "The set has the size and the cells that were agreed.")
    own = first_messages(opening)
    for role, name in ((Role.REQUEST, "request"), (Role.SETUP, "setup")):
        sent = found.message(role, proposer=opening.proposer)
        text = f"The {name} in the record was computed from this set and these keys."
        yield Check(name, None if sent is None else sent == own[name], text)
    yield Check(
        "response",
        _answered(opening, found),
        "The response in the record was computed from what the other side had asked, under the same key.",
    )


def _fits(opening: Opening, agreed: MatchingPropose) -> bool:
    h3 = grid()
    cells = [each for each in map(cell_of, opening.items) if each is not None]
    good = all(h3.is_valid_cell(each) and h3.get_resolution(each) == agreed.resolution for each in cells)
    return good and len(opening.items) == agreed.items_max


def _answered(opening: Opening, found: Found) -> bool | None:
    sent = found.message(Role.RESPONSE, proposer=opening.proposer)
    asked = found.message(Role.REQUEST, proposer=not opening.proposer)
    if sent is None or asked is None:
        return None
    try:
        return answer(opening.keys, asked, len(opening.items)) == sent
    except CounterpartError:
        return None  # what was asked is no request: there was nothing to answer
