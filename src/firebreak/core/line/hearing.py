"""The counterpart's side of a line: from a frame to an entry that is verified, stored, learnt and shown.

Nothing that arrives stops the line. What is not a verified entry of it is refused and stored nowhere; what
is verified is kept, receipted and shown, whatever it says.
"""

from dataclasses import dataclass, field
from typing import Final

from firebreak.core.base.bucket import Bucket
from firebreak.core.base.cbor import Value
from firebreak.core.base.errors import CounterpartError
from firebreak.core.base.events import Event
from firebreak.core.base.instants import Instant
from firebreak.core.base.shape import Body
from firebreak.core.envelope.entry import Entry, keeps_its_commitment
from firebreak.core.envelope.header import Ref
from firebreak.core.envelope.kinds import Kind
from firebreak.core.envelope.learnt import Draft
from firebreak.core.line.admission import Bad, read_body
from firebreak.core.line.asking import Asking
from firebreak.core.line.budgets import sort_of
from firebreak.core.line.card_events import NotReleased
from firebreak.core.line.effects import Stored
from firebreak.core.line.events import (
    ChainBroken,
    Contradicted,
    EntryNoted,
    EntryUnreadable,
    FrameRefused,
    KindUnknown,
)
from firebreak.core.line.intake import Intake
from firebreak.core.line.memory import Entered, Memory
from firebreak.core.line.opening import Opening
from firebreak.core.line.rates import CounterpartFloods, CounterpartSlows, Limit, Slowed
from firebreak.core.line.reader import NotForThisLine, Reader
from firebreak.core.line.registry import BODIES
from firebreak.core.line.saying import Saying
from firebreak.core.line.step import Asked, Step
from firebreak.core.record.bodies import Equivocation, Named
from firebreak.core.record.frames import (
    ENTRY_FRAME,
    HAVE_FRAME,
    NO_SEGMENT,
    BadFrame,
    HaveFrame,
    read_have,
)
from firebreak.core.record.segment import Place

HOUSEKEEPING: Final = frozenset(
    {Kind.SEGMENT_OPEN, Kind.SESSION_UP, Kind.CHECKPOINT, Kind.STATUS, Kind.RECEIPT_NODE}
)
"Kinds by which two nodes keep their record; a desk sees them there and nowhere else."
REFUSALS_AT_ONCE: Final = 60  # frames that are no entries of this line and are told of one by one
REFUSALS_PER_MINUTE: Final = 6


@dataclass(slots=True)
class Hearing:
    """Takes in frames."""

    memory: Memory
    reader: Reader
    opening: Opening
    saying: Saying
    asking: Asking
    intake: Intake
    refusals: Bucket = field(default_factory=lambda: Bucket(REFUSALS_PER_MINUTE, REFUSALS_AT_ONCE))
    _process: bytes = NO_SEGMENT
    "The counterpart's process that said last what it holds."
    _foreign: set[bytes] = field(default_factory=set[bytes])
    "Entries of ours that came back with a body that we never wrote: once they are refused."

    def frame(self, frame: list[Value], step: Step) -> None:
        """One frame, whatever it is."""
        try:
            item = self._read(frame)
            if isinstance(item, Entry) and self._is_held(item):
                self.intake.budgets.wasted(step.at)
                return
            sort = sort_of(item, ours=isinstance(item, Entry) and self.memory.is_ours(item))
            aside = self.intake.aside
            if self.intake.offer(item, sort, step.at):
                self._take(item, step)
            elif self.intake.aside > aside:
                self.asking.missed(step.at, refused=True)
        except CounterpartError as error:
            self._refuse(error, step)

    def waiting(self, step: Step) -> None:
        """Take in what had to wait, as far as it need wait no longer, and say so where there is too much."""
        for item, _ in self.intake.take(step.at):
            try:
                self._take(item, step)
            except CounterpartError as error:
                self._refuse(error, step)
        news, self.intake.news = self.intake.news, []
        for limit in news:
            body = Slowed(limit=limit, since=step.at)
            said = [Draft(kind=Kind.STATUS, body=body), CounterpartFloods(at=step.at, limit=limit)]
            self.saying.take(said, step)

    def _read(self, frame: list[Value]) -> Entry | HaveFrame:
        if frame[0] == HAVE_FRAME:
            return read_have(frame)
        if frame[0] != ENTRY_FRAME:
            raise BadFrame("of an unknown type")
        entry = self.reader.read(frame)
        if not self.memory.is_ours(entry):
            self.intake.came(entry)
        return entry

    def _is_held(self, entry: Entry) -> bool:
        log = self.memory.log_of(entry)
        return log.place_of(entry.header, entry.hash) is Place.HELD or self.intake.holds(entry)

    def _take(self, item: Entry | HaveFrame, step: Step) -> None:
        if isinstance(item, Entry):
            self._entry(item, step)
        else:
            self._have(item, step)

    def _refuse(self, error: CounterpartError, step: Step) -> None:
        """Not an entry of this line, or one that cannot be put together here. A desk is told of so many."""
        self.asking.missed(step.at, refused=True)
        self.intake.budgets.wasted(step.at)
        if self.refusals.has(step.at):
            self.refusals.take(1, step.at)
            step.show(FrameRefused(at=step.at, code=error.code, text=error.text))

    def have(self, *, answer: bool) -> HaveFrame:
        """What we hold."""
        return self.memory.logs.have(answer=answer, current=self.saying.writer.segment)

    def _have(self, frame: HaveFrame, step: Step) -> None:
        self._look_at_process(frame.current, step)
        asked = self.memory.restoring.heard(frame, step.at)
        self.opening.heard = True
        if not frame.answer:
            step.effects.frames.append(self.have(answer=True))
        step.effects.frames += self.memory.logs.lacking(frame)
        self.saying.take(asked, step)

    def _look_at_process(self, segment: bytes, step: Step) -> None:
        """Each start of the counterpart's process opens a segment: count them."""
        if segment != self._process:
            self._process = segment
            starts = self.intake.budgets.segments
            starts.take(1, step.at)
            if starts.owes(step.at):
                self.intake.exceeded(Limit.SEGMENTS, step.at)

    def _entry(self, entry: Entry, step: Step) -> None:
        memory, ours = self.memory, self.memory.is_ours(entry)
        if memory.log_of(entry).place_of(entry.header, entry.hash) is Place.HELD:
            return
        self.reader.verify(entry)
        body = read_body(entry, memory.side_of(entry), memory.once)
        if ours and not keeps_its_commitment(entry):
            entry = self._without_body(entry)
        flag = (
            None if ours else self._not_released(entry, step)
        )  # by the cards before it, if it is one itself
        step.effects.entries.append(Stored(entry, step.at))
        entered = memory.enter(entry, body, step.at)
        if ours and entered.place is not Place.SECOND:
            memory.restoring.got_back(entry.ref, step.at)
        self.saying.take(self._found(entered, entry, step), step)
        self._act(entered, entry, body, flag, step)

    def _without_body(self, entry: Entry) -> Entry:
        """An entry of ours that came back with a body that we never wrote (RECORD-018)."""
        if entry.hash not in self._foreign:
            self._foreign.add(entry.hash)
            raise NotForThisLine("an entry of ours, given back with a body that is not ours")
        return entry.bare()

    def _act(
        self, entered: Entered, entry: Entry, body: Body | Bad | None, flag: NotReleased | None, step: Step
    ) -> None:
        """Say and show what follows from the entry itself."""
        ours, kind = entered.item.ours, entry.header.kind
        if isinstance(body, Bad):
            step.show(EntryUnreadable(at=step.at, ref=entry.ref, reason=body.reason))
            if not ours and kind != Kind.RECEIPT_BAD:  # two nodes that read neither word would never end
                self.saying.take([self._bad(entry, body)], step)
        elif kind not in BODIES:
            step.show(KindUnknown(at=step.at, ref=entry.ref, kind=kind))
        elif isinstance(body, Slowed) and not ours:
            since = Instant(body.since)
            step.show(CounterpartSlows(at=step.at, limit=body.limit, since=since, ref=entry.ref))
        elif (
            not ours and kind not in HOUSEKEEPING and not _tells(entered.said) and not self._is_hushed(entry)
        ):
            step.show(EntryNoted(at=step.at, ref=entry.ref, kind=kind))
        if flag is not None and not self._is_hushed(entry):
            step.show(flag)
        self.saying.take(entered.said, step)

    def _is_hushed(self, entry: Entry) -> bool:
        """Whether it is one of so many notices that a desk hears of them together."""
        return self.memory.machines.notices.crowd.last == entry.hash

    def _not_released(self, entry: Entry, step: Step) -> NotReleased | None:
        """What two officers should have released is flagged; it is kept and acted upon all the same."""
        header, memory = entry.header, self.memory
        if entry.body is None:
            return None
        count = memory.released_by(header.kind, header.precedence, entry.body, header.seen, ours=False)
        if count is None:
            return None
        writer = memory.side_of(entry).name
        return NotReleased(at=step.at, ref=entry.ref, writer=writer, kind=header.kind, officers=count)

    def _bad(self, entry: Entry, body: Bad) -> Draft:
        return self.memory.machines.bad(entry.ref, body.reason, entry.header.precedence)

    def _found(self, entered: Entered, entry: Entry, step: Step) -> Asked:
        """Report what the place of an entry shows about its writer."""
        memory, header, side = self.memory, entry.header, self.memory.side_of(entry)
        log = memory.log_of(entry)
        if entered.place is Place.SECOND:
            return self._contradicted(entry, step)
        if not entered.item.ours and (
            entered.place is not Place.NEXT or not log.segments[header.segment].rooted
        ):
            self.asking.missed(step.at)
        if broken := log.broken(header.segment):
            return [ChainBroken(at=step.at, writer=side.name, ref=broken)]
        return memory.restoring.branched(header.writer, header.prev, step.at)

    def _contradicted(self, entry: Entry, step: Step) -> Asked:
        header = entry.header
        hash = self.memory.log_of(entry).hash_at(header.segment, header.seq)
        assert hash is not None
        first, writer = Ref(header.segment, header.seq, hash), self.memory.side_of(entry).name
        body = Equivocation(first=_named(first), second=_named(entry.ref))
        return [
            Contradicted(at=step.at, writer=writer, first=first, second=entry.ref),
            Draft(kind=Kind.PROOF_EQUIVOCATION, body=body),
        ]


def _tells(said: Asked) -> bool:
    """Whether a desk learns anything from what the machines made of an entry."""
    return any(isinstance(each, Event) for each in said)


def _named(ref: Ref) -> Named:
    return Named(segment=ref.segment, seq=ref.seq, hash=ref.hash)
