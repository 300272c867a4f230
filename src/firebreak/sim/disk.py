"""The disk of one machine: the commits that it holds, and everything that can happen to them.

A commit is there as a whole or not at all, which is what the write-ahead log of the real store gives; that
is tested with the real store. Here the question is what the node says after it.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from random import Random
from typing import Final

from firebreak.ports import Kept
from firebreak.store import faults
from firebreak.store.memory import MemoryStore

Watch = Callable[[Sequence[Kept]], None]
BEFORE: Final = "before"
TOOK: Final = "took"


class WatchedStore(MemoryStore):
    """A store in memory whose every commit is seen, and can fail."""

    def __init__(
        self, before: Watch, after: Watch, fails: Callable[[], str], read: Callable[[], None]
    ) -> None:
        super().__init__()
        self._before, self._after, self._fails, self._read = before, after, fails, read

    def span(self, line: bytes, writer: bytes, segment: bytes, first: int, last: int) -> Iterator[Kept]:
        """A stretch of a log. Raises StorageError."""
        self._read()
        return super().span(line, writer, segment, first, last)

    def load(self, commits: Sequence[Sequence[Kept]]) -> None:
        """What the disk held when the process started."""
        for each in commits:
            super().append(each)

    def append(self, entries: Sequence[Kept]) -> None:
        """Take entries. Raises StorageError."""
        self._before(entries)
        failure = "" if self.failed else self._fails()
        if failure != BEFORE:
            super().append(entries)
            self._after(entries)
        if failure:
            self.failed = True
            raise faults.not_written("the disk said so")


@dataclass(slots=True)
class Disk:
    """Commits in their order."""

    commits: list[tuple[Kept, ...]] = field(default_factory=list[tuple[Kept, ...]])
    backup: list[tuple[Kept, ...]] = field(default_factory=list[tuple[Kept, ...]])
    failing: str = ""
    "How the next write fails: before it took, or although it took."
    full_until: int = 0
    unreadable_until: int = 0
    sync_ms: int = 0
    lineage: int = 0
    "Changes whenever the disk forgets something: what was shown once may then be shown again."

    def fails(self, now: int) -> str:
        """How this write fails; empty when it does not."""
        failing, self.failing = self.failing, ""
        return BEFORE if now < self.full_until else failing

    def check_readable(self, now: int) -> None:
        """Raises StorageError."""
        if now < self.unreadable_until:
            raise faults.damaged("the disk", "it said so")

    def lose(self, count: int) -> None:
        """The disk had not really kept its last commits."""
        if count and self.commits:
            self.commits = self.commits[: max(0, len(self.commits) - count)]
            self.lineage += 1

    def save(self) -> None:
        """Somebody makes a backup."""
        self.backup = list(self.commits)

    def restore(self) -> None:
        """The backup takes the place of everything."""
        self.commits = list(self.backup)
        self.lineage += 1

    def rot(self, count: int, chance: Random) -> None:
        """Some entries are damaged and dropped when the disk is read the next time."""
        held = [each for commit in self.commits for each in commit]
        gone = {each.entry.hash for each in chance.sample(held, min(count, len(held)))}
        kept = (tuple(each for each in commit if each.entry.hash not in gone) for commit in self.commits)
        self.commits = [commit for commit in kept if commit]
        self.lineage += 1

    def copy(self, back: int) -> "Disk":
        """A second machine starts from an image of this one, some commits old."""
        return Disk(list(self.commits[: max(0, len(self.commits) - back)]))
