"""Bodies of the entries by which a record speaks about itself."""

from dataclasses import dataclass
from typing import Final

from firebreak.core.base.shape import Body, Flag, Inside, Number, Octets, Several, Text, item
from firebreak.core.envelope.header import HASH_BYTES, SEGMENT_BYTES, Ref

RUNS_MAX: Final = 256  # runs of entries one body may name
RUNS_SAID_MAX: Final = (
    128  # that we put into one body: they fit beside 64 single entries, however large the numbers
)
STAMP_LINES_BYTES_MAX: Final = 14_336  # four witnesses with both forms; a fifth gets an entry of its own
NOTE_BYTES_MAX: Final = 8_192  # a checkpoint with an ML-DSA-65 signature has some 5,000


@dataclass(frozen=True, slots=True, kw_only=True)
class Run(Body):
    """Entries first..last of one segment; the hash of the last fixes them all."""

    segment: bytes = item(1, Octets(exactly=SEGMENT_BYTES))
    first: int = item(2, Number(least=1))
    last: int = item(3, Number(least=1))
    last_hash: bytes = item(4, Octets(exactly=HASH_BYTES))

    def __post_init__(self) -> None:
        if self.first > self.last:
            raise ValueError("a run ends before it begins")


@dataclass(frozen=True, slots=True, kw_only=True)
class Named(Body):
    """One entry by segment, number and hash."""

    segment: bytes = item(1, Octets(exactly=SEGMENT_BYTES))
    seq: int = item(2, Number(least=1))
    hash: bytes = item(3, Octets(exactly=HASH_BYTES))

    @property
    def ref(self) -> Ref:
        """The same as a reference."""
        return Ref(self.segment, self.seq, self.hash)


@dataclass(frozen=True, slots=True, kw_only=True)
class SegmentOpen(Body):
    """The first entry of a segment: this process starts to write."""

    software: str = item(1, Text(most=64))
    generation: int = item(2, Number(), default=0)
    "How often the writer has adopted entries it had lost."
    restored: bool = item(3, Flag(), default=False)
    "Whether the node itself noticed that its database is an older copy."


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionUp(Body):
    """A link came up: what both sides agreed to."""

    transcript: bytes = item(1, Octets(exactly=HASH_BYTES))
    version: int = item(2, Number(least=1))
    link: str = item(3, Text(most=128), default="")


@dataclass(frozen=True, slots=True, kw_only=True)
class Orphans(Body):
    """Entries of the counterpart that we hold and its node lacks: it restarted from an older state."""

    runs: tuple[Run, ...] = item(1, Several(Inside(Run), most=RUNS_MAX))


@dataclass(frozen=True, slots=True, kw_only=True)
class Adopt(Body):
    """Entries of our own that we had lost, got back, and stand by: an orphan is binding."""

    runs: tuple[Run, ...] = item(1, Several(Inside(Run), most=RUNS_MAX))


@dataclass(frozen=True, slots=True, kw_only=True)
class Equivocation(Body):
    """Two signed entries of one writer under one number: a proof by themselves."""

    first: Named = item(1, Inside(Named))
    second: Named = item(2, Inside(Named))


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckpointBody(Body):
    """A signed C2SP checkpoint of our own log."""

    note: bytes = item(1, Octets(most=NOTE_BYTES_MAX))


@dataclass(frozen=True, slots=True, kw_only=True)
class StampBody(Body):
    """Cosignatures that witnesses gave for a checkpoint of the writer's own log."""

    checkpoint: Named = item(1, Inside(Named))
    "The checkpoint entry."
    lines: bytes = item(2, Octets(most=STAMP_LINES_BYTES_MAX))
    "Signature lines as they were answered; with the checkpoint's note they make a cosigned one."


@dataclass(frozen=True, slots=True, kw_only=True)
class ClockStep(Body):
    """Our own wall clock jumped against the steady one."""

    was: int = item(1, Number())
    "Milliseconds UTC that the steady clock led us to expect."
    now: int = item(2, Number())
    "Milliseconds UTC that the wall clock says."


@dataclass(frozen=True, slots=True, kw_only=True)
class Shredded(Body):
    """We have destroyed the body of an entry after the agreed term."""

    entry: Named = item(1, Inside(Named))
    reason: str = item(2, Text(most=200), default="")
