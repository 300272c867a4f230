"""What one side had acknowledged of the other's log before an entry of its own, by `seen` and by receipts."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from firebreak.core.envelope.header import Ref
from firebreak.core.envelope.kinds import Kind
from firebreak.verify.facts import Fact, Index, Name
from firebreak.verify.links import Covered


@dataclass(slots=True)
class Acknowledged:
    """Gathered in one walk back from the entry, which itself does not count."""

    index: Index
    side: int
    "Whose acknowledgements they are."
    before: Fact
    segments: set[bytes]
    "Segments of the other log that are asked about."
    hidden: Fact | None = None
    "A receipt whose text is not in the file."
    _covered: Covered = field(init=False)
    _hashes: set[bytes] = field(default_factory=set[bytes])
    _beyond: dict[bytes, int] = field(default_factory=dict[bytes, int])
    "Of entries that are not in the file: segment to the highest number named in `seen`."
    _runs: dict[bytes, list[Name]] = field(default_factory=dict[bytes, list[Name]])

    def __post_init__(self) -> None:
        self._covered = Covered(self.index, 1 - self.side)
        for fact in self._way():
            if fact.seen is not None:
                self._see(fact.seen)
            if fact.kind == Kind.RECEIPT_NODE and not fact.has_body:
                self.hidden = fact
            for name in fact.names:
                if name.how == "receipt":
                    self._hashes.add(name.hash)
                    if name.segment in self.segments:
                        self._runs.setdefault(name.segment, []).append(name)

    def _way(self) -> Iterator[Fact]:
        for segment, upto in self.index.back(self.side, self.before.ref):
            for fact in segment.chain:
                if fact.seq <= upto and fact.proven and fact is not self.before:
                    yield fact

    def _see(self, seen: Ref) -> None:
        if seen.hash in self._hashes:
            return
        self._hashes.add(seen.hash)
        named = self.index.at_ref(1 - self.side, seen)
        if named is not None:
            self._covered.name(named)
        else:
            self._beyond[seen.segment] = max(seen.seq, self._beyond.get(seen.segment, 0))

    def holds(self, name: Name) -> bool:
        """Whether the last entry of a run was acknowledged."""
        versions = self.index.at(1 - self.side, name.segment, name.seq)
        if self.names_another(name, versions):
            return False
        covered = self._covered.upto.get(name.segment, 0) if versions else self._beyond.get(name.segment, 0)
        runs = self._runs.get(name.segment, ())
        return (
            name.hash in self._hashes
            or name.seq <= covered
            or any((each.first or each.seq) <= name.seq <= each.seq for each in runs)
        )

    def names_another(self, name: Name, versions: Sequence[Fact]) -> bool:
        """Whether the file shows that the last entry of a run is another one than it says."""
        held = self.index.hashes.get(name.hash)
        if held is not None:
            return held not in versions
        return bool(versions) and name.hash not in self._hashes and all(each.proven for each in versions)
