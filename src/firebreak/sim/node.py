"""One node of the world: a process on a disk, or a disk that waits for its next process."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from firebreak.core.base.dice import Dice
from firebreak.core.base.errors import CounterpartError
from firebreak.core.base.events import Event
from firebreak.core.base.instants import SECOND, Instant, Moment
from firebreak.core.envelope.kinds import known
from firebreak.core.envelope.learnt import Draft
from firebreak.core.line.agreement import Agreement, Agreements
from firebreak.core.line.effects import Stored
from firebreak.core.line.identity import Identity
from firebreak.core.line.line import Line
from firebreak.core.line.machines import Machines
from firebreak.core.line.opening import Opening
from firebreak.core.line.writer import Writer
from firebreak.core.linecheck.calendar import CheckCalendar
from firebreak.core.matching.limits import Limits
from firebreak.core.record.frames import unpack
from firebreak.ports import Kept
from firebreak.runtime.pump import Make
from firebreak.sim.clerk import Clerk
from firebreak.sim.clock import MachineClock
from firebreak.sim.disk import Disk, WatchedStore
from firebreak.sim.engine import Engine, Patience, Reply, Sync
from firebreak.sim.papers import Papers, keep_card, pass_cards, use_new_key
from firebreak.sim.signer import WorldSigner
from firebreak.sim.violation import Crashed

if TYPE_CHECKING:
    from firebreak.sim.link import Link
    from firebreak.sim.world import World

AGAIN_MS: Final = 60 * SECOND  # until somebody starts a node again whose disk failed
NEVER: Final = 1 << 60
MATCHING_ITEMS: Final = 300
WILLING: Final = Limits(enabled=True, items_max=MATCHING_ITEMS, hours_between=0)
STEPS_MAX: Final = 50  # of one node at one instant; beyond it never sleeps


@dataclass(eq=False, slots=True)
class Node:
    """A machine that runs the line of one party."""

    name: str
    other: str
    world: "World"
    identity: Identity
    clock: MachineClock
    disk: Disk = field(default_factory=Disk)
    links: "list[Link]" = field(default_factory=list)
    engine: Engine | None = None
    line: Line | None = None
    store: WatchedStore | None = None
    papers: Papers = field(default_factory=Papers)
    clerk: Clerk | None = None
    process: int = 0
    "Number of its process, unique in the world."
    started_at: int = 0
    crash_in: int = 0
    "After so many further effects the process ends."
    restart_at: int = NEVER
    paused_until: int = 0
    twin: bool = False
    "A second live node of its party."
    decided: int = 0
    "Steady time at which it began to work on what it is about to store."
    _asleep_until: int = 0
    _wake: int = NEVER
    _idle: bool = True
    _steps: tuple[int, int] = (0, 0)

    @property
    def holder(self) -> str:
        """Whose log key its signer has."""
        return self.papers.holder or self.name

    @property
    def label(self) -> str:
        """How acts and traces name it."""
        return f"{self.name}+" if self.twin else self.name

    @property
    def running(self) -> bool:
        """Whether a process runs."""
        return self.engine is not None

    @property
    def idle(self) -> bool:
        """Whether its process waits for something to do, and not for its disk."""
        return self._idle

    def read(self) -> Moment:
        """Its clocks now."""
        self.clock.move(self.world.now)
        return self.clock.read()

    def start(self) -> None:
        """A fresh process on what the disk holds."""
        world = self.world
        self.restart_at, self.process, self.started_at = NEVER, world.next_process(), world.now
        if world.now < self.disk.unreadable_until:
            self.restart_at = world.now + AGAIN_MS
            return
        self.store = WatchedStore(
            self._storing,
            self._stored,
            lambda: self.disk.fails(world.now),
            lambda: self.disk.check_readable(world.now),
        )
        self.store.load(self.disk.commits)
        use_new_key(self)
        self.line, self.clerk = self.make_line(), Clerk(self, self.process)
        world.oracles.starts(self)
        world.note(self, f"starts on {sum(map(len, self.disk.commits))} entries")
        world.guard(self, self._boot)

    @property
    def matching(self) -> Limits:
        """What the settings of the party say of private matchings."""
        return Limits() if self.name in self.world.abstaining else WILLING

    def make_line(self) -> Line:
        """The line as the record on the disk makes it."""
        own, world = self.identity, self.world
        dice = Dice(world.chance.randbytes(32))
        calendar = CheckCalendar(every_seconds=world.check_seconds)
        agreements = Agreements(in_force=Agreement(calendar=calendar))
        machines = Machines(dice, own.ours.party < own.theirs.party, agreements)
        machines.matchings.speaking.limits = self.matching
        line = Line(own, Writer(own, WorldSigner(self), dice), machines, Opening())
        line.replay(Stored(each.entry, each.at) for commit in self.disk.commits for each in commit)
        return line

    def _boot(self) -> None:
        assert self.line is not None and self.store is not None
        self.engine = Engine(self.line, self.store, self, self._show)
        self.go_on()

    def stop(self, why: str, restart_in: int = NEVER) -> None:
        """The process ends; what it held in memory is gone."""
        self.world.note(self, f"ends: {why}")
        self.vanish()
        self.wake_up()
        self.crash_in, self._wake, self._idle = 0, NEVER, True
        self.papers.passed.clear()
        self.restart_at = min(NEVER, self.world.now + restart_in)
        for link in list(self.links):
            link.cut()

    def vanish(self) -> None:
        """The process is gone at this very instant: whatever its code would still do is not done."""
        engine, self.engine = self.engine, None
        if engine is not None:
            engine.close()
        self.line = self.store = None

    # -- time -------------------------------------------------------------------------------------

    def next_at(self) -> int:
        """When it has something to do."""
        if self.engine is None:
            return max(self.restart_at, self.paused_until)
        wake = self.world.now if self._idle and len(self.engine.inbox) else self._wake
        return max(wake, self.paused_until)

    def act(self) -> None:
        """Do it."""
        if self.engine is None:
            self.start()
        else:
            self.world.guard(self, self.go_on)

    def go_on(self) -> None:
        """Let the process run until it waits for input or for the disk."""
        assert self.engine is not None
        assert self.clerk is not None
        self._count()
        if self._idle:
            self.decided = self.read().steady
            self.world.oracles.begins(self)
        while True:
            waiting = self.engine.resume()
            if isinstance(waiting, Patience):
                self._idle, self._wake = True, self.world.now + -int(-waiting.seconds * SECOND // 1)
                self.world.oracles.rested(self)
                pass_cards(self)
                self.clerk.look()
                return
            self.carry()
            if isinstance(waiting, Sync) and self.disk.sync_ms:
                self._idle, self._wake = False, self.world.now + self.disk.sync_ms
                return

    def last_words(self) -> None:
        """The process ends in good order: it stores what is left to say, and sends nothing."""
        assert self.engine is not None
        self.engine.settle()
        self.decided = self.read().steady
        self.engine.end()

    def oversleep(self, length: int) -> None:
        """Its machine sleeps: time passes without it."""
        self.read()
        self.clock.sleep(length)
        self._asleep_until = self.paused_until

    def wake_up(self) -> None:
        """It goes on before its time, or is started anew: what it would have slept on, it does not sleep."""
        self.read()
        self.clock.sleep(min(0, self.world.now - self._asleep_until))
        self.paused_until = min(self.paused_until, self.world.now)
        self._asleep_until = 0

    def carry(self) -> None:
        """Let the links take what waits for them."""
        for link in list(self.links):
            link.pull(self)

    def _count(self) -> None:
        at, count = self._steps
        self._steps = (at, count + 1) if at == self.world.now else (self.world.now, 1)
        self.world.oracles.sleeps(self, self._steps[1] <= STEPS_MAX)

    # -- what happens to it -----------------------------------------------------------------------

    def arrive(self, packet: bytes) -> None:
        """A packet has come; one that cannot be opened is dropped."""
        if self.engine is None:
            return
        try:
            self.engine.pump.arrived("line", unpack(packet))
        except CounterpartError:
            self.world.note(self, "drops a packet")

    def ask(self, make: Make) -> Reply | None:
        """An officer wants something signed."""
        return self.engine.ask(make) if self.engine is not None else None

    def draft(self, make: Make) -> Draft | None:
        """What would be signed now."""
        assert self.line is not None
        return make(self.line, self.line.time.at(self.read()))

    def line_time(self) -> Instant:
        """Line time now."""
        assert self.line is not None
        return self.line.time.at(self.read())

    # -- what it does -----------------------------------------------------------------------------

    def effect(self, what: str) -> None:
        """Something durable or visible is about to happen. Raises Crashed when the process ends before."""
        self.world.count_effect(self, what)
        if self.crash_in:
            self.crash_in -= 1
            if not self.crash_in:
                raise Crashed(what)

    def _storing(self, entries: "list[Kept] | tuple[Kept, ...] | object") -> None:
        self.effect("store")

    def _stored(self, entries: "object") -> None:
        fresh = self.world.oracles.stored(self, entries)
        self.disk.commits.append(tuple(fresh))
        for each in fresh:
            kind = known(each.entry.header.kind)
            name = kind.name if kind else str(each.entry.header.kind)
            self.world.told.add(name)
            self.world.note(self, f"stores {name} {each.entry.hash.hex()[:12]}")
        self.effect("stored")

    def _show(self, line: str, event: Event) -> None:
        if self.engine is None:
            return
        self.effect("show")
        keep_card(self, event)
        self.world.told.add(type(event).__name__)
        self.world.note(self, f"shows {type(event).__name__}")
        self.world.oracles.shown(self, event)
