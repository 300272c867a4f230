"""A store in memory, for tests and simulations: the same port, with faults on demand.

Every write goes through one door, `_write`, which counts. `Fault(at=3)` makes the third write fail;
`reopened()` is the next start of the process, with all that was synced, or without the last few writes to
play a disk that lied about syncing.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from firebreak.core.base.errors import StorageError
from firebreak.ports import Kept
from firebreak.store import faults

NO_FAULT: Final = 0


@dataclass(frozen=True, slots=True)
class Fault:
    """Which write fails, and how."""

    at: int = NO_FAULT
    "The number of the write, from 1."
    took: bool = False
    "Whether the write was durable all the same: the outcome the caller cannot know."


@dataclass(slots=True)
class _State:
    entries: dict[bytes, dict[bytes, Kept]] = field(default_factory=dict[bytes, dict[bytes, Kept]])
    segments: dict[tuple[bytes, bytes, bytes], list[bytes]] = field(
        default_factory=dict[tuple[bytes, bytes, bytes], list[bytes]]
    )
    "Line, writer and segment -> hashes of its entries."
    kept: dict[str, bytes] = field(default_factory=dict[str, bytes])

    def add(self, kept: Kept) -> None:
        header, hash = kept.entry.header, kept.entry.hash
        line = self.entries.setdefault(header.line, {})
        if hash not in line:
            line[hash] = kept
            self.segments.setdefault((header.line, header.writer, header.segment), []).append(hash)


_Change = Callable[[_State], None]


class MemoryStore:
    """A `ports.Store` that ends with the process."""

    def __init__(self, *, fault: Fault = Fault()) -> None:
        self.fault = fault
        self.failed = False
        "Whether a write has failed; every later one is then refused."
        self.writes = 0
        "How many writes were asked for."
        self._written: list[_Change] = []
        self._state = _State()

    def reopened(self, *, lost: int = 0, fault: Fault = Fault()) -> "MemoryStore":
        """The store at the next start. `lost`: how many of the last writes the disk had not really kept."""
        store = MemoryStore(fault=fault)
        for change in self._written[: len(self._written) - lost]:
            store._apply(change)
        return store

    def append(self, entries: Sequence[Kept]) -> None:
        """Take entries; those already held are ignored. Raises StorageError."""
        taken = tuple(entries)

        def change(state: _State) -> None:
            for kept in taken:
                state.add(kept)

        self._write(change)

    def entries(self, line: bytes, *, after: int = 0) -> Iterator[tuple[int, Kept]]:
        """All entries of a line with their position; those appended meanwhile come too."""
        while chunk := list(self._state.entries.get(line, {}).values())[after:]:
            for kept in chunk:
                after += 1
                yield after, kept

    def find(self, line: bytes, hash: bytes) -> Kept | None:
        """One entry by its hash."""
        return self._state.entries.get(line, {}).get(hash)

    def span(self, line: bytes, writer: bytes, segment: bytes, first: int, last: int) -> Iterator[Kept]:
        """Entries first..last of one segment; versions of one number by their hash."""
        held = self._state.entries.get(line, {})
        found = [held[hash] for hash in self._state.segments.get((line, writer, segment), [])]
        chosen = [kept for kept in found if first <= kept.entry.header.seq <= last]
        yield from sorted(chosen, key=lambda kept: (kept.entry.header.seq, kept.entry.hash))

    def shred(self, line: bytes, hash: bytes) -> None:
        """Forget salt and body of an entry. Raises LocalError, StorageError."""
        if self.find(line, hash) is None:
            raise faults.unknown_entry(hash)

        def change(state: _State) -> None:
            kept = state.entries[line][hash]
            state.entries[line][hash] = Kept(kept.entry.bare(), kept.at)

        self._write(change)

    def keep(self, name: str, value: bytes) -> None:
        """Keep a small named value."""
        self._write(lambda state: state.kept.update({name: value}))

    def kept(self, name: str) -> bytes | None:
        """Read a named value."""
        return self._state.kept.get(name)

    def names(self, prefix: str) -> list[str]:
        """Names of kept values that begin so, sorted."""
        return sorted(name for name in self._state.kept if name.startswith(prefix))

    def close(self) -> None:
        """Nothing to close."""

    def _write(self, change: _Change) -> None:
        if self.failed:
            raise faults.refuses()
        self.writes += 1
        failing = self.writes == self.fault.at
        if not failing or self.fault.took:
            self._apply(change)
        if failing:
            self.failed = True
            raise _injected(self.writes)

    def _apply(self, change: _Change) -> None:
        change(self._state)
        self._written.append(change)


def _injected(number: int) -> StorageError:
    return faults.not_written(f"write {number} was made to fail")
