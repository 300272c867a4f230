"""When a node writes a receipt (R1): once a batch for what matters, seldom for the rest.

The field `seen` of *every* entry is a receipt. An explicit one is written only when nothing else that we
sign in the same step says as much; receipts themselves are covered by some later `seen` (PROTOCOL §2.5).
"""

from dataclasses import dataclass, field
from typing import Final

from firebreak.core.base.instants import MINUTE, Instant
from firebreak.core.envelope.header import Ref
from firebreak.core.envelope.kinds import RECEIPTS, Kind
from firebreak.core.record.bodies import RUNS_MAX, Run
from firebreak.core.record.log import Log

LAZY: Final = 5 * MINUTE  # half of the longest R1 clock
AHEAD_MAX: Final = 64  # entries beyond a gap named in one receipt

QUIET: Final = RECEIPTS | {
    Kind.SEGMENT_OPEN,
    Kind.SESSION_UP,
    Kind.CHECKPOINT,
    Kind.CLOCK_STEP,
    Kind.CHECK_PONG,
    Kind.ESCALATION_MISSED,
    Kind.STATUS,
}
"Kinds whose receipt can wait for the next entry."


@dataclass(slots=True)
class Receipting:
    """What of the counterpart's log is held and not yet receipted."""

    log: Log
    "The counterpart's log."
    due: bool = False
    lazy_at: Instant | None = None
    ahead: list[Ref] = field(default_factory=list[Ref])
    said: Ref | None = None
    "The last `seen` that we signed."
    receipted: dict[bytes, int] = field(default_factory=dict[bytes, int])
    "Per finished segment, up to which number we have receipted."

    def held(self, kind: int, at: Instant) -> None:
        """An entry of the counterpart is held, its predecessors too."""
        if kind not in QUIET:
            self.due = True
        elif kind not in RECEIPTS and self.lazy_at is None:
            self.lazy_at = Instant(at + LAZY)

    def held_ahead(self, ref: Ref) -> None:
        """An entry is held beyond a gap: `seen` cannot say it."""
        self.due = True
        self.ahead.append(ref)

    def signed(self, seen: Ref | None) -> None:
        """We signed an entry with this `seen`."""
        self.said = seen
        self.lazy_at = None
        if seen is not None:
            self.receipted[seen.segment] = max(seen.seq, self.receipted.get(seen.segment, 0))

    def take(self, at: Instant) -> tuple[list[Run], list[Ref]] | None:
        """Runs and single entries to name in a receipt now, or None when none is due."""
        lazy = self.lazy_at is not None and at >= self.lazy_at
        tip = self.log.tip
        if not (self.ahead or ((self.due or lazy) and self.said != tip)):
            self.due = False
            return None
        self.due = len(self.ahead) > AHEAD_MAX
        named, self.ahead = self.ahead[:AHEAD_MAX], self.ahead[AHEAD_MAX:]
        return self._runs(tip), named

    def _runs(self, tip: Ref | None) -> list[Run]:
        """Entries of other segments than the newest that no `seen` of ours has named."""
        if self.said is not None and tip is not None and self.said.segment == tip.segment:
            return []
        runs: list[Run] = []
        for segment in self.log.segments.values():
            first, last = self.receipted.get(segment.id, 0) + 1, len(segment.hashes)
            if segment.rooted and first <= last and (tip is None or segment.id != tip.segment):
                runs.append(Run(segment=segment.id, first=first, last=last, last_hash=segment.hashes[-1]))
                self.receipted[segment.id] = last
        return runs[:RUNS_MAX]
