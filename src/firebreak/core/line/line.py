"""A line: the lasting relation of two nodes, as one of them sees it.

Frames, drafts and instants go in; entries to store, frames to send and events to show come out. A line
signs nothing before its segment is open, and says nothing that is not among the entries it returns.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from firebreak.core.base.cbor import Value
from firebreak.core.base.errors import LocalError
from firebreak.core.base.instants import SECOND, Instant, Moment
from firebreak.core.envelope.kinds import Kind
from firebreak.core.envelope.learnt import Draft
from firebreak.core.line.admission import read_body
from firebreak.core.line.asking import Asking
from firebreak.core.line.budgets import Budgets
from firebreak.core.line.effects import Effects, Stored
from firebreak.core.line.events import ClockStepped, OwnEntryFailed
from firebreak.core.line.hearing import Hearing
from firebreak.core.line.identity import Identity, Side
from firebreak.core.line.intake import Intake
from firebreak.core.line.machines import Machines
from firebreak.core.line.memory import Memory
from firebreak.core.line.opening import Opening
from firebreak.core.line.rates import Rates
from firebreak.core.line.reader import Reader
from firebreak.core.line.saying import Saying
from firebreak.core.line.step import Step
from firebreak.core.line.timing import LineTime
from firebreak.core.line.writer import Writer
from firebreak.core.linecheck.bodies import Trouble
from firebreak.core.record.bodies import ClockStep
from firebreak.core.record.interlock import Interlock


@dataclass(slots=True)
class Line:
    """One party's end of a line."""

    identity: Identity
    writer: Writer
    machines: Machines
    opening: Opening = field(default_factory=Opening)
    time: LineTime = field(default_factory=LineTime)
    software: str = "firebreak"
    rates: Rates = field(default_factory=Rates)
    "How fast the counterpart may make us work."
    memory: Memory = field(init=False)
    intake: Intake = field(init=False)
    "What has come and waits, because it was too much at once."
    _deaf_until: Instant = Instant(0)
    "When to look again at what is due, once our key was revoked: most of it cannot be said any more."
    _asking: Asking = field(default_factory=Asking)
    _saying: Saying = field(init=False)
    _hearing: Hearing = field(init=False)

    def __post_init__(self) -> None:
        self.memory = Memory(self.identity, self.writer, self.machines)
        self.intake = Intake(Budgets(self.rates))
        memory = self.memory
        refused, lost = memory.standing_by.refuses, memory.receipting.is_lost
        reader = Reader(self.identity, memory.logs, memory.cards, self.intake, refused, lost)
        self._saying = Saying(self.memory, self.writer, self.time, self.software)
        self._hearing = Hearing(self.memory, reader, self.opening, self._saying, self._asking, self.intake)

    @property
    def opened(self) -> bool:
        """Whether this node may sign."""
        return self._saying.opened

    @property
    def logs(self) -> Interlock:
        """Both logs."""
        return self.memory.logs

    @property
    def ours(self) -> Side:
        """Our party as it stands in the next entry that we sign."""
        return self.memory.cards.writing()

    @property
    def theirs(self) -> Side:
        """The counterpart as its newest card in force says."""
        return self.memory.cards.newest(ours=False)

    def replay(self, stored: Iterable[Stored]) -> None:
        """Rebuild everything from the record; nothing is signed, sent or shown."""
        for each in stored:
            body = read_body(each.entry, self.memory.side_of(each.entry), self.memory.once)
            self.memory.enter(each.entry, body, each.at)
            self.time.floor = max(self.time.floor, each.at)

    def start(self, now: Moment) -> Effects:
        """Once, after `replay`: what became overdue while this node was down is noticed now."""
        step = self._step(now)
        self.opening.start(step.at)
        self.machines.calls.listening = not self.opened
        self._look_at_clock(step)
        self._saying.take([*self.machines.resume(step.at), *self.memory.resume(step.at)], step)
        return step.effects

    def greet(self, now: Moment) -> Effects:
        """A link came up: say what we hold. Nothing but that frame, for that link."""
        self._asking.greeted()
        self.time.at(now)
        return Effects(frames=[self._hearing.have(answer=False)])

    def receive(self, frames: Sequence[list[Value]], now: Moment) -> Effects:
        """Frames of one or more packets. Never raises for what the counterpart sent."""
        step = self._step(now)
        for frame in frames:
            self._hearing.frame(frame, step)
        return step.effects

    def say(self, draft: Draft, now: Moment) -> Effects:
        """Sign a draft (or keep it until the segment is open). Raises LocalError; then nothing changed."""
        step = self._step(now)
        self._saying.say(draft, step)
        return step.effects

    def feel(self, trouble: Trouble, now: Moment) -> Effects:
        """What is wrong around our node now: the disk's space, the clock, links, witnesses."""
        step = self._step(now)
        self.intake.budgets.reserved = Trouble.SPACE in trouble
        self._look_at_clock(step)
        self._saying.take(self.machines.checks.feel(trouble, step.at), step)
        return step.effects

    def tick(self, now: Moment) -> Effects:
        """Do what has become due."""
        step = self._step(now)
        self._deaf_until = Instant(step.at + SECOND)
        self._look_at_clock(step)
        self._saying.take(self.machines.tick(step.at), step)
        return self._settled(step)

    def settle(self, now: Moment) -> Effects:
        """Close a batch: open the segment when it is time, adopt, receipt what came in, sum up, ask."""
        step = self._step(now)
        self._look_at_clock(step)  # on a quiet line no `tick` is due for hours, and entries are written
        return self._settled(step)

    def close(self, now: Moment) -> Effects:
        """The last words before a shutdown: stand by what came back, receipt the rest, and sum up."""
        step = self._step(now)
        if self.opened and not self._saying.mute:
            awaited = self.memory.restoring.expected
            self._saying.take(self.memory.restoring.adopt(step.at, now=True), step)
            self._saying.receipt(step)
            if not awaited:  # else the next process adopts it and sums it up
                self._saying.checkpoint(step, now=True)
        return step.effects

    @property
    def deadline(self) -> Instant | None:
        """When `tick` is wanted next, in line time."""
        memory = self.memory
        last = memory.restoring.deadline or memory.checkpointing.deadline
        parts = (memory.receipting.lazy_at, last) if self.opened else (self.opening.deadline,)
        if self._saying.mute:
            parts = ()
        candidates = (self.machines.deadline, self._asking.deadline, self.intake.deadline, *parts)
        due = min((each for each in candidates if each is not None), default=None)
        return max(due, self._deaf_until) if due is not None and self._saying.mute else due

    def _step(self, now: Moment) -> Step:
        return Step(now, self.time.at(now))

    def _settled(self, step: Step) -> Effects:
        memory, saying = self.memory, self._saying
        self._hearing.waiting(step)
        if not saying.opened and self.opening.may_open(step.at, memory.restoring.expected):
            self._open(step)
        if saying.opened and not saying.mute:
            saying.take(memory.restoring.adopt(step.at), step)
            saying.receipt(step)
            if memory.restoring.whole:  # a checkpoint sums up what we stand by: adopt it first
                saying.checkpoint(step)
        if len(self.intake):
            self._asking.put_off(step.at)
        elif self._asking.take(step.at, whole=self.logs.theirs.whole):
            step.effects.frames.append(self._hearing.have(answer=False))
        return step.effects

    def _open(self, step: Step) -> None:
        try:
            self._saying.open(step)
            self.machines.calls.listening = False
        except LocalError as error:
            self.opening.postpone(step.at)
            step.show(OwnEntryFailed(at=step.at, code=error.code, text=error.text))

    def _look_at_clock(self, step: Step) -> None:
        if stepped := self.time.stepped(step.now):
            was, now = stepped
            draft = Draft(kind=Kind.CLOCK_STEP, body=ClockStep(was=was, now=now))
            self._saying.take([draft, ClockStepped(at=step.at, expected=was, found=now)], step)
