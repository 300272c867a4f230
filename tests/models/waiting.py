"""One flash message and its clocks, as a model: the production machine `Messages` at every step.

Receipts arrive in any order and at any time; the node crashes and starts again, early or late, with the
clock where it was or set back; what it states waits for its signature until the node may sign, and a
crash loses it.
"""

from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final, NamedTuple

from firebreak.core.base.instants import SECOND, Instant
from firebreak.core.envelope.kinds import Kind, Precedence
from firebreak.core.envelope.learnt import Draft, Learnt
from firebreak.core.message.events import Overdue, OverdueMet
from firebreak.core.message.levels import Level
from firebreak.core.message.messages import Messages
from firebreak.core.message.receipts import (
    BadReason,
    EscalationMissed,
    ReceiptAcknowledge,
    ReceiptBad,
    ReceiptRead,
    ReceiptRefuse,
)
from firebreak.core.record.bodies import Named
from tests.core.message.letters import Post, T

LIMITS: Final = {Level.STORED: 10 * SECOND, Level.SHOWN: 30 * SECOND, Level.ACKNOWLEDGED: 180 * SECOND}
"The clocks of a flash, as the specification has them (MESSAGE-020)."
PROVES: Final = {
    "stored": frozenset({Level.STORED}),
    "shown": frozenset({Level.STORED, Level.SHOWN}),
    "read": frozenset({Level.STORED, Level.SHOWN}),
    "acknowledged": frozenset(LIMITS),
    "refused": frozenset(LIMITS),
    "bad": frozenset(LIMITS),
}
"What each receipt makes no longer due (MESSAGE-010, MESSAGE-021)."

Step = tuple[str, str, int]
"What is done to a machine: `start`, `learn` with a name, or `tick`; and when."


class World(NamedTuple):
    """The node, its record, and how much more may go wrong."""

    now: int = 0
    record: tuple[tuple[str, int], ...] = (("message", 0),)
    "What is stored, in order, and when."
    live: tuple[Step, ...] = ()
    "What this process has been through since it read the record."
    kept: int = 1
    "How much of the record this process read when it started."
    started: int = 0
    up: bool = True
    may_sign: bool = True
    unsigned: frozenset[Level] = frozenset()
    "Misses that are raised and wait for their signature."
    crashes: int = 0
    backs: int = 0


@dataclass
class Waiting:
    """The model: `search.explore` runs it."""

    crashes: int = 1
    backs: int = 1
    "How often the clock may be set back while the node is down."
    receipts: frozenset[str] = frozenset(PROVES)
    "Those that may come."
    items: dict[str, Learnt] = field(default_factory=dict[str, Learnt])

    def __post_init__(self) -> None:
        self.items = _items()
        self.machine = lru_cache(maxsize=20_000)(self.build)

    # what the search asks

    def start(self) -> World:
        return World(crashes=self.crashes, backs=self.backs)

    def key(self, world: World) -> Hashable:
        names = frozenset(what for what, _ in world.record)  # no clock asks when a receipt came
        return world._replace(record=names, live=self.told(world), kept=0)  # type: ignore[arg-type]

    def same(self, world: World, other: World) -> None:
        """Worlds of one key are told apart by nothing that can be seen."""

    def steps(self, world: World) -> Iterator[tuple[str, World]]:
        if not world.up:
            yield from self.starts(world)
        elif self.due(world):
            yield "the clocks speak", self.tick(world)
        else:
            yield from self.arrivals(world)
            if not world.may_sign:
                yield "it may sign", self.sign(world)
        if world.up and world.crashes:
            down = world._replace(up=False, crashes=world.crashes - 1, live=(), unsigned=frozenset())
            yield "crash", down
        yield from self.passing(world)

    def check(self, world: World) -> None:
        missed = [what for what, _ in world.record if what.startswith("missed")]
        assert len(missed) == len(set(missed)), "one miss is stated twice"
        if not world.up or self.due(world):
            return
        proven, stated = _proven(world), _stated(world)
        for level, limit in LIMITS.items():
            if world.now >= limit:
                assert level in proven | stated | world.unsigned, f"{level.name}: neither receipt nor miss"
        listed = {each.level for each in self.machine(world[1:5]).clocks.overdue}
        assert listed == (stated | world.unsigned) - proven, "the list of what is overdue is wrong"

    def ended(self, world: World) -> bool:
        settled = _proven(world) | _stated(world)
        return world.up and not world.unsigned and settled >= set(LIMITS)

    # what can happen

    def arrivals(self, world: World) -> Iterator[tuple[str, World]]:
        held = {what for what, _ in world.record}
        for what in sorted(self.receipts - held):
            overdue = {each.level for each in self.machine(world[1:5]).clocks.overdue}
            said = self.build(world[1:5]).learn(_at(self.items[what], world.now))
            met = [each.level for each in said if isinstance(each, OverdueMet)]
            assert sorted(met) == sorted(overdue & PROVES[what]), "what ends an overdue is told once"
            yield f"{what} at {world.now // SECOND} s", self.learn(world, what)

    def starts(self, world: World) -> Iterator[tuple[str, World]]:
        fresh = world._replace(up=True, may_sign=False, kept=len(world.record))
        yield f"start at {world.now // SECOND} s", self.begin(fresh)
        if world.backs:
            back = fresh._replace(now=-SECOND, backs=world.backs - 1)
            yield "start with the clock set back", self.begin(back)

    def passing(self, world: World) -> Iterator[tuple[str, World]]:
        if world.up and self.due(world):
            return
        ahead = [limit for limit in LIMITS.values() if limit > world.now]
        if world.up:
            due = self.machine(world[1:5]).clocks.deadline
            ahead = [] if due is None else [due - T]
        for now in ahead[:1]:
            yield f"it is {now // SECOND} s", world._replace(now=now)
            if not world.up or now - world.now > SECOND:
                short = now + 1 if not world.up else now - 1
                yield f"it is {short} ms", world._replace(now=short)

    # how it happens

    def begin(self, world: World) -> World:
        """The process reads its record; what became due meanwhile is raised now."""
        after = world._replace(started=world.now, live=())
        said = _read(self.items, world.record).resume(_instant(world.now))
        return self.raised(after, said)

    def tick(self, world: World) -> World:
        machine = self.build(world[1:5])
        said = machine.tick(_instant(world.now))
        assert said, "a clock is due and says nothing"
        assert not machine.tick(_instant(world.now)), "a miss is raised twice"
        return self.raised(world._replace(live=(*world.live, ("tick", "", world.now))), said)

    def raised(self, world: World, said: Sequence[object]) -> World:
        drafts = [each.body for each in said if isinstance(each, Draft)]
        shown = [each for each in said if isinstance(each, Overdue)]
        assert [each.level for each in shown] == [getattr(each, "level", None) for each in drafts]
        for each in shown:
            self._check_raised(world, each)
        after = world._replace(unsigned=world.unsigned | {each.level for each in shown})
        return self.sign(after) if after.may_sign else after

    def sign(self, world: World) -> World:
        """What waits is signed and stored."""
        after = world._replace(may_sign=True, unsigned=frozenset())
        for level in sorted(world.unsigned):
            after = self.learn(after, f"missed {level.name}")
        return after

    def learn(self, world: World, what: str) -> World:
        live = (*world.live, ("learn", what, world.now))
        return world._replace(record=(*world.record, (what, world.now)), live=live)

    def build(self, process: tuple[tuple[tuple[str, int], ...], tuple[Step, ...], int, int]) -> Messages:
        """The production machine as this process has it."""
        record, live, kept, started = process
        machine = _read(self.items, record[:kept])
        machine.resume(_instant(started))
        for step, what, now in live:
            if step == "learn":
                machine.learn(_at(self.items[what], now))
            else:
                machine.tick(_instant(now))
        return machine

    # what is known

    def due(self, world: World) -> bool:
        deadline = self.machine(world[1:5]).clocks.deadline if world.up else None
        return deadline is not None and deadline <= T + world.now

    def told(self, world: World) -> object:
        if not world.up:
            return None
        clocks = self.machine(world[1:5]).clocks
        return frozenset(clocks._running.items()), clocks.overdue

    # what must hold

    def _check_raised(self, world: World, miss: Overdue) -> None:
        due = LIMITS[miss.level]
        assert miss.level not in _proven(world), "a miss is raised although the receipt is recorded"
        assert miss.level not in _stated(world), "a miss that is on record is raised again"
        down = due <= world.started or world.started < 0
        assert miss.restart is down, "the mark of a restart is wrong"
        if not down:
            assert world.now == due, "a running node raises a miss at another instant than its limit"


def _items() -> dict[str, Learnt]:
    """Every entry that may be learnt."""
    post = Post()
    message = post.message(precedence=Precedence.FLASH)
    hash, ref = message.ref.hash, message.ref
    bad = ReceiptBad(
        entry=Named(segment=ref.segment, seq=ref.seq, hash=hash), reason=BadReason.LIMIT, text="too long"
    )
    items = {
        "message": message,
        "stored": post.seen(ref),
        "shown": post.shown(message),
        "read": post.person(Kind.RECEIPT_READ, ReceiptRead(entry=hash, desk="air"), message),
        "acknowledged": post.person(
            Kind.RECEIPT_ACKNOWLEDGE, ReceiptAcknowledge(entry=hash, desk="air"), message
        ),
        "refused": post.person(Kind.RECEIPT_REFUSE, ReceiptRefuse(entry=hash, desk="air"), message),
        "bad": post.record.note(Kind.RECEIPT_BAD, bad, at=T, ours=False),
    }
    for level in LIMITS:
        missed = EscalationMissed(entry=hash, level=level, precedence=Precedence.FLASH)
        items[f"missed {level.name}"] = post.record.note(Kind.ESCALATION_MISSED, missed, at=T)
    return items


def _read(items: dict[str, Learnt], record: tuple[tuple[str, int], ...]) -> Messages:
    machine = Messages()
    for what, at in record:
        machine.learn(_at(items[what], at))
    return machine


def _at(item: Learnt, now: int) -> Learnt:
    return Learnt(item.ref, item.header, item.body, item.ours, _instant(now))


def _proven(world: World) -> frozenset[Level]:
    return frozenset[Level]().union(*(PROVES.get(what, frozenset()) for what, _ in world.record))


def _stated(world: World) -> frozenset[Level]:
    return frozenset(
        level for level in LIMITS if any(what == f"missed {level.name}" for what, _ in world.record)
    )


def _instant(now: int) -> Instant:
    return Instant(T + now)
