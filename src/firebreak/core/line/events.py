"""What a line reports about itself and its record."""

from dataclasses import dataclass

from firebreak.core.base.events import Event
from firebreak.core.envelope.header import Ref


@dataclass(frozen=True, slots=True, kw_only=True)
class FrameRefused(Event):
    """Something arrived that is not a verified entry of this line; nothing was stored."""

    code: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryUnreadable(Event):
    """A signed entry is stored whose body cannot be read; the counterpart is told."""

    ref: Ref
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class KindUnknown(Event):
    """A signed entry of a kind that this version does not know is stored."""

    ref: Ref
    kind: int


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryNoted(Event):
    """A signed entry of the counterpart is stored of which nothing else is reported."""

    ref: Ref
    kind: int


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnEntryFailed(Event):
    """Something that this node should have written by itself could not be signed; the line goes on."""

    code: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Contradicted(Event):
    """Two different entries are signed under one number: treat both as unreliable, confirm by voice."""

    writer: str
    first: Ref
    second: Ref


@dataclass(frozen=True, slots=True, kw_only=True)
class ChainBroken(Event):
    """A signed entry does not continue the one before it."""

    writer: str
    ref: Ref


@dataclass(frozen=True, slots=True, kw_only=True)
class Restarted(Event):
    """A party restarted from an older state; what it had signed before remains valid."""

    writer: str
    entries: int
    "How many entries it had lost."


@dataclass(frozen=True, slots=True, kw_only=True)
class Branched(Event):
    """Two segments continue the same entry: a double restore or two live nodes. Traffic goes on."""

    writer: str
    parent: bytes
    segments: tuple[bytes, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SegmentOpened(Event):
    """This node may sign again."""

    segment: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class ClockStepped(Event):
    """Our own wall clock jumped."""

    expected: int
    found: int


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordDamaged(Event):
    """Our own disk does not give back what was written; the node has to be repaired."""

    pages: int
    "Damaged pages of the database."
    entries: int
    "Entries that can be read and are not what was signed."
