"""When a node writes a receipt (R1): once a batch for what matters, seldom for the rest.

The field `seen` of *every* entry is a receipt. An explicit one is written only when nothing else that we
sign in the same step says as much; receipts themselves are covered by some later `seen` (`spec/record.md`).
"""

from dataclasses import dataclass, field
from itertools import islice
from typing import Final

from firebreak.core.base.instants import MINUTE, Instant
from firebreak.core.base.shape import Body
from firebreak.core.envelope.header import Header, Ref
from firebreak.core.envelope.kinds import RECEIPTS, Kind, Precedence
from firebreak.core.envelope.learnt import Draft, Learnt
from firebreak.core.line.receipted import Receipted
from firebreak.core.message.receipts import AHEAD_MAX, ReceiptNode
from firebreak.core.record.bodies import RUNS_SAID_MAX, Named, Run
from firebreak.core.record.interlock import run
from firebreak.core.record.log import Log
from firebreak.core.record.segment import Place

LAZY: Final = 5 * MINUTE  # half of the longest R1 clock

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
    precedence: Precedence = Precedence.ROUTINE
    "Of the most urgent entry that waits for its receipt: the receipt travels as fast."
    said: Ref | None = None
    "The last `seen` that we signed."
    receipted: Receipted = field(init=False)
    "What our entries that we hold receipt."
    _covered: dict[bytes, int] = field(default_factory=dict[bytes, int])
    "Per segment, up to which number we have ever receipted."
    _extended: dict[bytes, None] = field(default_factory=dict[bytes, None])
    "Segments that hold more than we have receipted."
    _single: dict[Ref, None] = field(default_factory=dict[Ref, None])
    "Entries beyond a gap, and second versions: only their name can say that we hold them."
    _named: dict[Ref, bytes] = field(default_factory=dict[Ref, bytes])
    "Those that a receipt has named, and under which key."

    def __post_init__(self) -> None:
        self.receipted = Receipted(self.log)

    def held(self, item: Learnt, place: Place) -> None:
        """An entry of the counterpart is held."""
        if place is Place.NEXT:
            self._extended[item.ref.segment] = None
        else:
            self._single[item.ref] = None
        if item.header.kind not in QUIET:
            self.due = True
            self.precedence = max(self.precedence, item.header.precedence)
        elif item.header.kind not in RECEIPTS and self.lazy_at is None:
            self.lazy_at = Instant(item.at + LAZY)
        self.receipted.came(item.ref)
        self._look_at(item.ref.segment)

    def signed(self, header: Header, body: Body | None, *, void: bool = False) -> None:
        """We signed an entry with this header, now or before a restart."""
        self.said, key = header.seen, header.key_id
        stretches = [] if header.seen is None else [(1, header.seen)]
        if isinstance(body, ReceiptNode):
            stretches += [(each.first, Ref(each.segment, each.last, each.last_hash)) for each in body.runs]
            for each in body.ahead:
                self._single.pop(each.ref, None)
                self._named[each.ref] = key
        for first, last in stretches:
            self._covered[last.segment] = max(last.seq, self._covered.get(last.segment, 0))
            if not void:
                self.receipted.say(first, last, key)
            self._look_at(last.segment)
        if not self._extended and not self._single:
            self.due, self.lazy_at, self.precedence = False, None, Precedence.ROUTINE

    def revoked(self, key: bytes) -> None:
        """A key of ours was revoked: what we receipted under it may be void, so it is receipted once more."""
        self.receipted.revoked(key)
        segments = self.log.segments.values()
        self._extended |= {each.id: None for each in segments if self.receipted.rest(each)}
        self._single |= {ref: None for ref, by in self._named.items() if by == key and self.log.holds(ref)}
        self.due = True

    def is_said(self, ref: Ref) -> bool:
        """Whether what we signed acknowledges an entry: by `seen`, or by a run or its name in a receipt."""
        covered = ref.seq <= self._covered.get(ref.segment, 0)
        if ref in self._named or (covered and self.log.hash_at(ref.segment, ref.seq) == ref.hash):
            return True
        return self.said is not None and self.log.leads(ref, self.said)

    def is_lost(self, ref: Ref) -> bool:
        """Whether what we signed acknowledges an entry of this number, and none is held there any more."""
        covered = ref.seq <= self._covered.get(ref.segment, 0)
        return ref in self._named or (covered and self.log.hash_at(ref.segment, ref.seq) is None)

    def take(self, at: Instant) -> Draft | None:
        """The receipt to write now. One may leave a rest: ask again until there is none."""
        if not self.due and (self.lazy_at is None or at < self.lazy_at):
            return None
        runs, single = self._runs(), self._names()
        if not runs and not single and self.said == self.log.tip:
            self.due, self.lazy_at, self.precedence = False, None, Precedence.ROUTINE
            return None
        return Draft(
            kind=Kind.RECEIPT_NODE,
            body=ReceiptNode(runs=tuple(runs), ahead=tuple(single)),
            precedence=self.precedence,
        )

    def _runs(self) -> list[Run]:
        """Entries of other segments than the newest, which `seen` names."""
        tip = None if self.log.tip is None else self.log.tip.segment
        others = (self.log.segments[each] for each in self._extended if each != tip)
        runs = (run(each, *stretch) for each in others for stretch in self.receipted.rest(each))
        return list(islice(runs, RUNS_SAID_MAX))

    def _names(self) -> list[Named]:
        """Single entries; those whose gap was closed in the meantime are covered with the rest."""
        self._single = {ref: None for ref in self._single if not self._is_joined(ref)}
        first = list(self._single)[:AHEAD_MAX]
        return [Named(segment=each.segment, seq=each.seq, hash=each.hash) for each in first]

    def _is_joined(self, ref: Ref) -> bool:
        hashes = self.log.segments[ref.segment].hashes
        return ref.seq <= len(hashes) and hashes[ref.seq - 1] == ref.hash

    def _look_at(self, segment: bytes) -> None:
        held = self.log.segments.get(segment)
        if held is not None and not self.receipted.rest(held):
            self._extended.pop(segment, None)
