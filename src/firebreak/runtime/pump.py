"""The pump: batches what comes in, lets the lines decide, then stores, sends and shows. In that order.

While one batch is being synced, the next gathers: under load one commit covers many messages. Any
storage error ends the pump; nothing is signed or acknowledged after it (I29). What is sent goes to the links
before anybody is told of it, so that the counterpart works while the desks here are served.
"""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final

from firebreak.core.base.cbor import Value
from firebreak.core.base.errors import FirebreakError, LocalError, StorageError
from firebreak.core.base.events import Event
from firebreak.core.base.instants import Instant, Moment
from firebreak.core.envelope.header import Ref
from firebreak.core.envelope.kinds import Precedence
from firebreak.core.envelope.learnt import Draft
from firebreak.core.line.effects import Effects
from firebreak.core.line.line import Line
from firebreak.core.linecheck.bodies import Trouble
from firebreak.core.record.frames import EntryFrame, Frame
from firebreak.ports import Clock, Kept, Store
from firebreak.runtime.inputs import Inputs
from firebreak.runtime.outbox import Outbox
from firebreak.runtime.reading import Reading
from firebreak.runtime.syncing import Syncing

BATCH_MAX: Final = 256  # inputs joined under one commit
IDLE_SECONDS: Final = 4.0  # an upper bound on sleeping: a clock that was moved is on the desk within five

Make = Callable[[Line, Instant], Draft | None]
Show = Callable[[str, Event], None]
Grew = Callable[[str], None]


def _nobody(_line: str, _event: Event) -> None:
    """Where events go before anybody looks."""


@dataclass(slots=True)
class Arrived:
    """Frames of one packet."""

    line: str
    frames: list[list[Value]]
    size: int = 0


@dataclass(slots=True)
class Asked:
    """A command of a desk; `made` resolves to the entry's reference once it is durable."""

    line: str
    make: Make
    made: "asyncio.Future[Ref | None]"


@dataclass(slots=True)
class Greet:
    """A link came up."""

    line: str
    outbox: Outbox


@dataclass(slots=True)
class Felt:
    """What is wrong around this node, as far as one line is concerned."""

    line: str
    trouble: Trouble


Input = Arrived | Asked | Greet | Felt | None


@dataclass(slots=True)
class Work:
    """What one batch asks for on one line."""

    effects: Effects = field(default_factory=Effects)
    answers: "list[tuple[asyncio.Future[Ref | None], Ref | None]]" = field(default_factory=list)
    greeted: list[tuple[Outbox, list[Frame]]] = field(default_factory=list[tuple[Outbox, list[Frame]]])


@dataclass(slots=True)
class Pump:
    """Drives all lines of a node."""

    lines: dict[str, Line]
    store: Store
    clock: Clock
    show: Show = _nobody
    grew: Grew = lambda _line: None
    "Entries of a line are durable."
    outboxes: dict[str, list[Outbox]] = field(default_factory=dict[str, list[Outbox]])
    failed: StorageError | None = None
    _inputs: Inputs[Input] = field(default_factory=Inputs[Input])
    _held: list[Asked] = field(default_factory=list[Asked])
    _begun: dict[bytes, Effects] = field(default_factory=dict[bytes, Effects])
    _asked: "set[asyncio.Future[Ref | None]]" = field(default_factory=set)
    _syncing: Syncing = field(default_factory=Syncing)
    _reading: Reading = field(default_factory=Reading)
    _due: dict[str, Instant | None] = field(default_factory=dict[str, Instant | None])
    "When each line wants to be looked at, as of the end of the last batch."

    async def ask(self, line: str, make: Make) -> Ref | None:
        """Have a draft signed; returns when its entry is durable. Raises LocalError, StorageError."""
        if self.failed:
            raise self.failed
        made: asyncio.Future[Ref | None] = asyncio.get_running_loop().create_future()
        self._asked.add(made)
        self._inputs.put(Asked(line, make, made))
        try:
            return await made
        finally:
            self._asked.discard(made)

    def arrived(self, line: str, frames: list[list[Value]], size: int = 0) -> None:
        """Frames came over a link, in so many bytes."""
        self._reading.came(line, size)
        self._inputs.put(Arrived(line, frames, size))

    async def may_read(self, line: str) -> None:
        """Return when the next packet of a line may be read; a counterpart that floods has to wait."""
        held, intake = self.lines[line], self.lines[line].intake
        await self._reading.turn(
            line, lambda: intake.size, lambda: intake.has_room(held.time.at(self.clock.read()))
        )

    def feel(self, line: str, trouble: Trouble) -> None:
        """Something around the node began or ended."""
        self._inputs.put(Felt(line, trouble))

    def link_up(self, line: str, outbox: Outbox) -> None:
        """A session is ready to carry frames."""
        self._inputs.put(Greet(line, outbox))

    def link_down(self, line: str, outbox: Outbox) -> None:
        """A session ended; what it did not carry is asked for at the next greeting."""
        if outbox in self.outboxes.get(line, []):
            self.outboxes[line].remove(outbox)

    def begin(self, now: Moment) -> None:
        """Once, before `run`: what became overdue while the node was down is noticed now."""
        for line in self.lines.values():
            self._begun[line.identity.line] = line.start(now)

    async def close(self) -> None:
        """After `run` has ended: close each line with a last checkpoint. Nothing is sent any more."""
        try:
            if self.failed is None:
                works = {name: Work(line.close(self.clock.read())) for name, line in self.lines.items()}
                await self._keep(works)
        finally:
            self._syncing.close()
            for made in self._asked:
                _refuse(made, _stopping())

    def wake(self) -> None:
        """Look at the clock now: it was moved."""
        self._inputs.put(None)

    async def run(self) -> None:
        """Until cancelled. Raises StorageError when the store fails."""
        while True:
            batch = await self._gather()
            try:
                works = self._decide(batch)
                await self._keep(works)
            except StorageError as error:
                self.fail(error)
                raise
            for line, work in works.items():
                self._send(line, work)
            try:
                await asyncio.sleep(0)  # the links take what they can
            finally:
                for line, work in works.items():
                    self._tell(line, work)

    async def _gather(self) -> list[Input]:
        """What has come, at most `BATCH_MAX`; nothing when a deadline came first."""
        self._due = {name: line.deadline for name, line in self.lines.items()}
        return await self._inputs.take(BATCH_MAX, self._patience())

    def _patience(self) -> float:
        """Seconds until the next deadline of any line."""
        if any(self.lines[each.line].opened for each in self._held):
            return 0.0
        now = self.clock.read()
        waits = [
            (due - self.lines[name].time.at(now)) / 1_000
            for name, due in self._due.items()
            if due is not None
        ]
        return max(0.0, min([IDLE_SECONDS, *waits]))

    def _decide(self, batch: list[Input]) -> dict[str, Work]:
        works = {
            name: Work(self._begun.pop(line.identity.line, Effects())) for name, line in self.lines.items()
        }
        held, self._held = self._held, []
        for each in (*held, *batch):
            if each is not None:
                self._apply(each, works[each.line])
        now = self.clock.read()
        for name, line in self.lines.items():
            due = self._due.get(name)
            is_due = due is not None and due <= line.time.at(now)
            works[name].effects.add(line.tick(now) if is_due else line.settle(now))
        return works

    def _apply(self, item: Arrived | Asked | Greet | Felt, work: Work) -> None:
        line, now = self.lines[item.line], self.clock.read()
        if isinstance(item, Arrived):
            self._reading.looked_at(item.line, item.size)
            work.effects.add(line.receive(item.frames, now))
        elif isinstance(item, Felt):
            work.effects.add(line.feel(item.trouble, now))
        elif isinstance(item, Greet):
            work.greeted.append((item.outbox, line.greet(now).frames))
        else:
            if not line.opened:
                work.effects.add(line.settle(now))
            if line.opened:
                self._answer(item, line, work)
            else:
                self._held.append(item)

    def _answer(self, item: Asked, line: Line, work: Work) -> None:
        now = self.clock.read()
        try:
            draft = item.make(line, line.time.at(now))
        except Exception as error:  # noqa: BLE001 - whoever asked is told; nothing was changed
            _refuse(item.made, error)
            return
        try:
            effects = line.say(draft, now) if draft else Effects()
        except FirebreakError as error:
            _refuse(item.made, error)
            return
        ref = effects.entries[0].entry.ref if effects.entries else None
        work.effects.add(effects)
        work.answers.append((item.made, ref))

    async def _keep(self, works: dict[str, Work]) -> None:
        kept = [Kept(each.entry, each.at) for work in works.values() for each in work.effects.entries]
        if kept:
            await self._syncing.append(self.store, kept)

    def _send(self, line: str, work: Work) -> None:
        boxes = self.outboxes.setdefault(line, [])
        for frame in work.effects.frames:
            flash = isinstance(frame, EntryFrame) and frame.precedence is Precedence.FLASH
            for box in boxes if flash else boxes[-1:]:
                box.put(frame)
        for box, frames in work.greeted:
            boxes.append(box)
            for frame in frames:
                box.put(frame)

    def _tell(self, line: str, work: Work) -> None:
        for made, ref in work.answers:
            if not made.done():
                made.set_result(ref)
        if work.effects.entries:
            self.grew(line)
        for event in work.effects.events:
            self.show(line, event)

    def fail(self, error: StorageError) -> None:
        """Nothing more is signed, sent or answered as done."""
        self.failed = error
        for made in self._asked:
            _refuse(made, error)


def _refuse(made: "asyncio.Future[Ref | None]", error: Exception) -> None:
    """Tell whoever asked, if they still wait."""
    if not made.done():
        made.set_exception(error)


def _stopping() -> LocalError:
    hint = "look into the record for what was stored before you ask again"
    return LocalError("the node is stopping", code="FB336", hint=hint)


def missing_line(name: str, lines: dict[str, Line]) -> LocalError:
    """The error for a line that this node does not have."""
    known = ", ".join(sorted(lines)) or "none"
    return LocalError(
        f"there is no line {name!r} here (known: {known})", code="FB332", hint="see `firebreak line show`"
    )
