"""Two nodes on a wire of lists: the default fixture.

pair = Pair()
pair.north.say(message("all quiet"))
pair.settle()
"""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import TypeVar

from nacl.signing import SigningKey

from firebreak.core.base.cbor import Value
from firebreak.core.base.dice import Dice
from firebreak.core.base.events import Event
from firebreak.core.base.instants import Instant, Moment
from firebreak.core.base.purposes import Environment
from firebreak.core.envelope.card import Power
from firebreak.core.envelope.header import Ref
from firebreak.core.envelope.learnt import Draft
from firebreak.core.envelope.officer import NO_ENTRY, StatedBody, Statement
from firebreak.core.line.effects import Effects, Stored
from firebreak.core.line.identity import Identity, Side
from firebreak.core.line.line import Line
from firebreak.core.line.machines import Machines
from firebreak.core.line.opening import Opening
from firebreak.core.line.writer import Writer
from firebreak.core.record.compact import entry_value
from firebreak.core.record.frames import EntryFrame, HaveFrame, Resend, have_value
from tests.signing import TestSigner

E = TypeVar("E", bound=Event)
B = TypeVar("B", bound=StatedBody)

START = Instant(1_646_092_800_000)  # 1 March 2022, the day the line of the report was set up
LINE = hashlib.sha256(b"a line for tests").digest()


def officer_key(name: str) -> SigningKey:
    """The key of an officer who exists in tests only."""
    return SigningKey(hashlib.sha256(f"officer {name}".encode()).digest())


@dataclass
class World:
    """Time as the tests make it."""

    now: int = 0

    def moment(self) -> Moment:
        return Moment(Instant(START + self.now), self.now, 0)


@dataclass
class End:
    """One node: a line, a store that is a list, and what was shown."""

    name: str
    other: str
    world: World
    signer: TestSigner
    environment: Environment = Environment.EXERCISE
    stored: list[Stored] = field(default_factory=list[Stored])
    sent: list[list[Value]] = field(default_factory=list[list[Value]])
    shown: list[Event] = field(default_factory=list[Event])
    line: Line = field(init=False)
    connected: bool = True
    last: Ref | None = None

    def __post_init__(self) -> None:
        self.start()

    def side(self, name: str) -> Side:
        officers = {each: bytes(officer_key(each).verify_key) for each in (f"{name} one", f"{name} two")}
        party = hashlib.sha256(name.encode()).digest()
        powers = dict.fromkeys(officers, tuple(Power))
        return Side(party, name, (TestSigner(name).public,), officers=officers, powers=powers)

    def start(self, *, listen: int = 0) -> None:
        """A fresh process on what is stored."""
        identity = Identity(LINE, self.environment, self.side(self.name), self.side(self.other))
        dice = Dice(hashlib.sha256(f"{self.name}{self.signer.starts}".encode()).digest())
        first = identity.ours.party < identity.theirs.party
        machines = Machines(dice, first)
        self.line = Line(identity, Writer(identity, self.signer, dice), machines, Opening(listen))
        self.line.replay(self.stored)
        self.last = None
        self.do(self.line.start(self.world.moment()))
        self.do(self.line.settle(self.world.moment()))

    def do(self, effects: Effects) -> None:
        """Store, then send, then show."""
        self.stored += effects.entries
        for frame in effects.frames if self.connected else []:
            self.sent += self.values(frame)
        self.shown += effects.events

    def values(self, frame: EntryFrame | HaveFrame | Resend) -> list[list[Value]]:
        if isinstance(frame, HaveFrame):
            return [have_value(frame)]  # type: ignore[list-item]
        if isinstance(frame, Resend):
            return [
                entry_value(EntryFrame(each.entry, full=True), b"")  # type: ignore[misc]
                for each in self.stored
                if each.entry.header.writer == frame.writer
                and each.entry.header.segment == frame.segment
                and frame.first <= each.entry.header.seq <= frame.last
            ]
        header = frame.entry.header
        follows = self.last is not None and self.last[:2] == (header.segment, header.seq - 1)
        self.last = frame.entry.ref
        return [entry_value(replace(frame, full=not follows), self.signer.key_id)]  # type: ignore[list-item]

    def say(self, draft: Draft) -> Ref:
        """Have a draft signed; the reference of its entry."""
        effects = self.line.say(draft, self.world.moment())
        self.do(effects)
        return effects.entries[0].entry.ref

    def hear(self, frames: list[list[Value]]) -> None:
        """Frames arrive; one batch, one settling."""
        now = self.world.moment()
        self.do(self.line.receive(frames, now).add(self.line.tick(now)))

    def sign(self, body: B, officer: str, entry: bytes = NO_ENTRY, commitment: bytes = NO_ENTRY) -> B:
        """The body with an officer's statement."""
        unsigned = Statement(
            officer=officer,
            action=body.ACTION,
            entry=entry,
            commitment=commitment,
            detail=body.detail(),
            time=self.world.moment().wall,
        )
        signature = officer_key(officer).sign(unsigned.signed_bytes(self.environment, LINE)).signature
        return body.stated(replace(unsigned, signature=signature))

    def events(self, kind: type[E]) -> list[E]:
        """What was shown of one kind."""
        return [each for each in self.shown if isinstance(each, kind)]


@dataclass
class Pair:
    """North and South."""

    world: World = field(default_factory=World)
    north: End = field(init=False)
    south: End = field(init=False)

    def __post_init__(self) -> None:
        self.north = End("North", "South", self.world, TestSigner("North"))
        self.south = End("South", "North", self.world, TestSigner("South"))
        self.greet()

    def ends(self) -> tuple[End, End]:
        return self.north, self.south

    def greet(self) -> None:
        """A link comes up."""
        for end in self.ends():
            end.connected, end.last = True, None
            end.sent.clear()
            end.do(end.line.greet(self.world.moment()))
        self.settle()

    def cut(self) -> None:
        """The link goes down; what was on its way is lost."""
        for end in self.ends():
            end.connected = False
            end.sent.clear()

    def settle(self, rounds: int = 20, pick: Callable[[list[list[Value]]], list[list[Value]]] = list) -> int:
        """Carry frames both ways until nothing moves; the number of rounds it took."""
        for count in range(rounds):
            north, south = self.north.sent[:], self.south.sent[:]
            if not north and not south:
                return count
            self.north.sent.clear()
            self.south.sent.clear()
            if north:
                self.south.hear(pick(north))
            if south:
                self.north.hear(pick(south))
        raise AssertionError("the two nodes never stop talking")

    def later(self, milliseconds: int) -> None:
        """Time passes; both nodes do what has become due."""
        end = self.world.now + milliseconds
        while self.world.now < end:
            deadlines = [each.line.deadline - START for each in self.ends() if each.line.deadline is not None]
            self.world.now = min([end, *(max(each, self.world.now + 1) for each in deadlines)])
            for each in self.ends():
                each.do(each.line.tick(self.world.moment()))
            self.settle()
