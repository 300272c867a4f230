"""A line: the lasting relation of two nodes, as one of them sees it.

Frames, drafts and instants go in; entries to store, frames to send and events to show come out. A line
signs nothing before its segment is open, and says nothing that is not among the entries it returns.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from firebreak.core.base.cbor import Value
from firebreak.core.base.errors import CounterpartError
from firebreak.core.base.events import Event
from firebreak.core.base.instants import Instant, Moment
from firebreak.core.envelope.entry import Entry
from firebreak.core.envelope.header import NOWHERE, Ref
from firebreak.core.envelope.kinds import Kind, known
from firebreak.core.envelope.learnt import Draft, Learnt
from firebreak.core.line.admission import Bad, read_body
from firebreak.core.line.effects import Effects, Stored
from firebreak.core.line.events import (
    ChainBroken,
    ClockStepped,
    Contradicted,
    EntryUnreadable,
    FrameRefused,
    KindUnknown,
    SegmentOpened,
)
from firebreak.core.line.identity import Identity
from firebreak.core.line.machines import Machines
from firebreak.core.line.opening import Opening
from firebreak.core.line.reader import Reader
from firebreak.core.line.receipting import Receipting
from firebreak.core.line.restoring import Restoring
from firebreak.core.line.timing import LineTime
from firebreak.core.line.writer import Writer
from firebreak.core.record.bodies import ClockStep, Equivocation, Named, SegmentOpen
from firebreak.core.record.frames import ENTRY_FRAME, HAVE_FRAME, BadFrame, EntryFrame, HaveFrame, read_have
from firebreak.core.record.interlock import Interlock
from firebreak.core.record.log import Log, Place

Asked = Iterable[Draft | Event]


@dataclass(slots=True)
class Step:
    """One call into the line: when it is, and what it asks for."""

    now: Moment
    at: Instant
    effects: Effects = field(default_factory=Effects)


@dataclass(slots=True)
class Line:
    """One party's end of a line."""

    identity: Identity
    writer: Writer
    machines: Machines
    opening: Opening = field(default_factory=Opening)
    time: LineTime = field(default_factory=LineTime)
    software: str = "firebreak"
    opened: bool = False
    waiting: list[Draft] = field(default_factory=list[Draft])
    newest: bytes = NOWHERE
    "Hash of our own entry stored last: what a new segment continues."
    generation: int = 0
    "How often we have adopted entries we had lost."
    logs: Interlock = field(init=False)
    reader: Reader = field(init=False)
    restoring: Restoring = field(init=False)
    receipting: Receipting = field(init=False)

    def __post_init__(self) -> None:
        self.logs = Interlock(Log(self.identity.ours.writer), Log(self.identity.theirs.writer))
        self.reader = Reader(self.identity, self.logs)
        self.restoring = Restoring(self.identity, self.logs)
        self.receipting = Receipting(self.logs.theirs)

    # -- what the shell calls ---------------------------------------------------------------------

    def replay(self, stored: Iterable[Stored]) -> None:
        """Rebuild everything from the record; nothing is signed, sent or shown."""
        for each in stored:
            entry = each.entry
            ours = entry.header.writer == self.identity.ours.writer
            log = self.logs.ours if ours else self.logs.theirs
            place = log.add(entry.header, entry.hash)
            self.time.floor = max(self.time.floor, each.at)
            if ours:
                self.newest = entry.hash
                self.generation += entry.header.kind == Kind.LOG_ADOPT
                self.receipting.signed(entry.header.seen)
            else:
                self._owe_receipt(entry, place, each.at)
            body = read_body(entry, self.identity.ours if ours else self.identity.theirs)
            if not isinstance(body, Bad):
                self.machines.learn(Learnt(entry.ref, entry.header, body, ours, each.at))

    def start(self, now: Moment) -> Effects:
        """Once, after `replay`: what became overdue while this node was down is noticed now."""
        step = self._step(now)
        self._take(self.machines.resume(step.at), step)
        return step.effects

    def greet(self, now: Moment) -> Effects:
        """A link came up: say what we hold."""
        step = self._step(now)
        step.effects.frames.append(self.logs.have(answer=False, opened=self.opened))
        return self._settled(step)

    def receive(self, frames: Sequence[list[Value]], now: Moment) -> Effects:
        """Frames of one or more packets. Never raises for what the counterpart sent."""
        step = self._step(now)
        for frame in frames:
            try:
                self._frame(frame, step)
            except CounterpartError as error:
                step.effects.events.append(FrameRefused(at=step.at, code=error.code, text=error.text))
        return step.effects

    def say(self, draft: Draft, now: Moment) -> Effects:
        """Sign a draft (or keep it until the segment is open). Raises LocalError."""
        step = self._step(now)
        self._say(draft, step)
        return step.effects

    def tick(self, now: Moment) -> Effects:
        """Do what has become due."""
        step = self._step(now)
        if stepped := self.time.stepped(now):
            self._take(_clock_step(stepped, step.at), step)
        self._take(self.machines.tick(step.at), step)
        return self._settled(step)

    def settle(self, now: Moment) -> Effects:
        """Close a batch: open the segment when it is time, adopt, and receipt what came in."""
        return self._settled(self._step(now))

    @property
    def deadline(self) -> Instant | None:
        """When `tick` is wanted next, in line time."""
        opening = None if self.opened or self.opening.started_at is None else self.opening.deadline
        candidates = (opening, self.receipting.lazy_at, self.machines.deadline)
        return min((each for each in candidates if each is not None), default=None)

    # -- inside -----------------------------------------------------------------------------------

    def _step(self, now: Moment) -> Step:
        return Step(now, self.time.at(now))

    def _settled(self, step: Step) -> Effects:
        if not self.opened and self.opening.may_open(step.at):
            self._open(step)
        if self.opened:
            self._take(self.restoring.adopt(step.at), step)
            owed = self.receipting.take(step.at)
            if owed is not None:
                self._say(self.machines.receipt(*owed), step)
        return step.effects

    def _open(self, step: Step) -> None:
        self.writer.continue_from(self.newest)
        self.opened = True
        body = SegmentOpen(software=self.software, generation=self.generation)
        self._say(Draft(kind=Kind.SEGMENT_OPEN, body=body), step)
        step.effects.events.append(SegmentOpened(at=step.at, segment=self.writer.segment))
        waiting, self.waiting = self.waiting, []
        for draft in waiting:
            self._say(draft, step)

    def _say(self, draft: Draft, step: Step) -> None:
        if not self.opened:
            self.waiting.append(draft)
            return
        seen = self.logs.theirs.tip
        entry = self.writer.write(draft, self.time.span(step.now), seen)
        self.receipting.signed(seen)
        self.logs.ours.add(entry.header, entry.hash)
        self.newest = entry.hash
        self.generation += draft.kind is Kind.LOG_ADOPT
        step.effects.entries.append(Stored(entry, step.at))
        step.effects.frames.append(EntryFrame(entry))
        self._take(self.machines.learn(Learnt(entry.ref, entry.header, draft.body, True, step.at)), step)

    def _take(self, asked: Asked, step: Step) -> None:
        for each in asked:
            if isinstance(each, Draft):
                self._say(each, step)
            else:
                step.effects.events.append(each)

    def _frame(self, frame: list[Value], step: Step) -> None:
        if frame[0] == ENTRY_FRAME:
            self._entry(self.reader.read(frame), step)
        elif frame[0] == HAVE_FRAME:
            self._have(read_have(frame), step)
        else:
            raise BadFrame("of an unknown type")

    def _have(self, frame: HaveFrame, step: Step) -> None:
        frames, asked = self.restoring.heard(frame, step.at)
        self.opening.heard(self.restoring.expected)
        if not frame.answer:
            step.effects.frames.append(self.logs.have(answer=True, opened=self.opened))
        step.effects.frames += frames
        self._take(asked, step)

    def _entry(self, entry: Entry, step: Step) -> None:
        ours = entry.header.writer == self.identity.ours.writer
        log = self.logs.ours if ours else self.logs.theirs
        if log.place_of(entry.header, entry.hash) is Place.HELD:
            self.receipting.due |= not ours
            return
        self.reader.verify(entry)
        place = log.add(entry.header, entry.hash)
        if ours:
            self.restoring.got_back(entry.ref)
            self.opening.got_back()
            if not self.opened:
                self.newest = entry.hash
        self._found(entry, place, log, step)
        self._admit(entry, place, ours, step)

    def _found(self, entry: Entry, place: Place, log: Log, step: Step) -> None:
        """Report what the place of an entry shows about its writer."""
        side = self.identity.side(entry.header.writer)
        assert side is not None
        if place is Place.SECOND:
            self._contradicted(entry, log, side.name, step)
        elif place is Place.BROKEN:
            step.effects.events.append(ChainBroken(at=step.at, writer=side.name, ref=entry.ref))
        elif entry.header.seq == 1:
            self._take(self.restoring.branched(entry.header.writer, entry.header.prev, step.at), step)

    def _contradicted(self, entry: Entry, log: Log, writer: str, step: Step) -> None:
        hash = log.hash_at(entry.header.segment, entry.header.seq)
        assert hash is not None
        first = Ref(entry.header.segment, entry.header.seq, hash)
        step.effects.events.append(Contradicted(at=step.at, writer=writer, first=first, second=entry.ref))
        body = Equivocation(first=_named(first), second=_named(entry.ref))
        self._say(Draft(kind=Kind.PROOF_EQUIVOCATION, body=body), step)

    def _admit(self, entry: Entry, place: Place, ours: bool, step: Step) -> None:
        body = read_body(entry, self.identity.ours if ours else self.identity.theirs)
        bad = isinstance(body, Bad)
        step.effects.entries.append(Stored(entry, step.at))
        if not ours:
            self._owe_receipt(entry, place, step.at)
        if bad:
            step.effects.events.append(EntryUnreadable(at=step.at, ref=entry.ref, reason=body.reason))
            if not ours:
                self._say(self.machines.bad(entry.ref, body.reason, entry.header.precedence), step)
            return
        if known(entry.header.kind) is None:
            step.effects.events.append(KindUnknown(at=step.at, ref=entry.ref, kind=entry.header.kind))
        self._take(self.machines.learn(Learnt(entry.ref, entry.header, body, ours, step.at)), step)

    def _owe_receipt(self, entry: Entry, place: Place, at: Instant) -> None:
        if place is Place.NEXT and self.logs.theirs.segments[entry.header.segment].rooted:
            self.receipting.held(entry.header.kind, at)
        else:
            self.receipting.held_ahead(entry.ref)


def _named(ref: Ref) -> Named:
    return Named(segment=ref.segment, seq=ref.seq, hash=ref.hash)


def _clock_step(stepped: tuple[Instant, Instant], at: Instant) -> list[Draft | Event]:
    was, now = stepped
    event = ClockStepped(at=at, expected=was, found=now)
    return [Draft(kind=Kind.CLOCK_STEP, body=ClockStep(was=was, now=now)), event]
