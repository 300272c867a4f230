"""What shells must offer to the core and to each other.

Adapters live in `store/`, `transport/` and `keyring/`.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from firebreak.core.base.instants import Instant, Moment
from firebreak.core.envelope.entry import Entry


@dataclass(frozen=True, slots=True)
class Kept:
    """An entry as the store holds it."""

    entry: Entry
    at: Instant
    "Line time when it was stored; deadlines after a restart are counted from it."


class Store(Protocol):
    """Where a node keeps both logs of each line. One writer.

    `append` returns only when everything is durable (synced), in one transaction; if it raises
    StorageError the outcome is unknown, the store refuses all further writes, and the node must stop.
    An entry already held (same hash) is ignored, so that a duplicate is recognised in the same commit.
    """

    def append(self, entries: Sequence[Kept]) -> None:
        """Make entries durable. Raises StorageError."""
        ...

    def entries(self, line: bytes, *, after: int = 0) -> Iterator[tuple[int, Kept]]:
        """All entries of a line with their position (from 1, in the order stored), bodies included."""
        ...

    def find(self, line: bytes, hash: bytes) -> Kept | None:
        """One entry by its hash."""
        ...

    def span(self, line: bytes, writer: bytes, segment: bytes, first: int, last: int) -> Iterator[Kept]:
        """Entries first..last of one segment of one writer, in order, every version held."""
        ...

    def shred(self, line: bytes, hash: bytes) -> None:
        """Destroy salt and body of an entry beyond recovery; header and signature stay (I25)."""
        ...

    def keep(self, name: str, value: bytes) -> None:
        """Keep a small named value (cards, line settings) durably."""
        ...

    def kept(self, name: str) -> bytes | None:
        """Read a named value."""
        ...

    def names(self, prefix: str) -> list[str]:
        """Names of kept values that begin so, sorted."""
        ...

    def close(self) -> None:
        """Close cleanly."""
        ...


class Clock(Protocol):
    """The shell's clocks."""

    def read(self) -> Moment:
        """Wall and steady time now."""
        ...


class Link(Protocol):
    """One path that carries sealed packets now. In order and complete while it is up."""

    @property
    def name(self) -> str:
        """For people: `tls 127.0.0.1:7401`."""
        ...

    async def send(self, packet: bytes) -> None:
        """Send one packet; returns when the link can take the next. Raises LinkDown."""
        ...

    async def receive(self) -> bytes:
        """The next packet. Raises LinkDown when the path is gone."""
        ...

    async def close(self) -> None:
        """Close the path."""
        ...


class LinkDown(Exception):
    """The path is gone; the line goes on over another or waits."""
