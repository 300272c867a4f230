"""When a node writes a receipt (R1): once a batch for what matters, seldom for the rest.

The field `seen` of *every* entry is a receipt. An explicit one is written only when nothing else that we
sign in the same step says as much; receipts themselves are covered by some later `seen` (PROTOCOL §2.5).
"""

from dataclasses import dataclass, field
from typing import Final

from firebreak.core.base.instants import MINUTE, Instant
from firebreak.core.envelope.header import Ref
from firebreak.core.envelope.kinds import RECEIPTS, Kind

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

    due: bool = False
    lazy_at: Instant | None = None
    ahead: list[Ref] = field(default_factory=list[Ref])
    said: Ref | None = None
    "The last `seen` that we signed."

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

    def take(self, tip: Ref | None, at: Instant) -> tuple[Ref, ...] | None:
        """The entries beyond gaps to name in a receipt now, or None when none is due."""
        lazy = self.lazy_at is not None and at >= self.lazy_at
        wanted = bool(self.ahead) or ((self.due or lazy) and self.said != tip)
        self.due = False
        if not wanted:
            return None
        named, self.ahead = tuple(self.ahead[:AHEAD_MAX]), self.ahead[AHEAD_MAX:]
        return named
