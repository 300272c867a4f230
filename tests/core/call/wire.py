"""Two machines on a wire of lists: enough of a line to turn drafts into learnt entries on both sides."""

from dataclasses import dataclass, field
from typing import Any, Final, TypeVar

from firebreak.core.base.events import Event
from firebreak.core.base.instants import SECOND, Instant
from firebreak.core.base.purposes import HASH, Environment, digest
from firebreak.core.call.answering import Prepared
from firebreak.core.call.calls import Calls
from firebreak.core.call.facts import Stated
from firebreak.core.call.views import CallView
from firebreak.core.envelope.header import NOWHERE, Header, Ref, Span, commit
from firebreak.core.envelope.kinds import Kind, Precedence
from firebreak.core.envelope.learnt import Draft, Learnt
from firebreak.core.envelope.officer import StatedBody, Statement

SALT: Final = bytes(32)
START: Final = Instant(1_647_993_600_000)  # 2022-03-23T00:00Z

B = TypeVar("B", bound=StatedBody)
E = TypeVar("E", bound=Event)


def call_id(number: int) -> bytes:
    return number.to_bytes(16, "big")


def signed(prepared: Prepared[B], officer: str = "Duty Officer 4") -> B:
    """What the officer's device makes of it. Signatures are the line's matter and stay empty here."""
    body = prepared.body
    statement = Statement(
        officer=officer,
        action=body.ACTION,
        entry=prepared.entry,
        commitment=prepared.commitment,
        detail=body.detail(),
        time=START,
    )
    return body.stated(statement)


@dataclass
class Watch:
    """Who is there: consoles by desk; a desk that is not named has two."""

    by_desk: dict[str, int] = field(default_factory=dict)

    def consoles(self, desk: str) -> int:
        return self.by_desk.get(desk, 2)

    def attended(self, desk: str) -> bool:
        return self.by_desk.get(desk, 2) > 0


@dataclass
class Side:
    name: str
    watch: Watch = field(default_factory=Watch)
    calls: Calls = field(init=False)
    record: list[Learnt] = field(default_factory=list)
    outgoing: list[Learnt] = field(default_factory=list)
    shown: list[Event] = field(default_factory=list)
    segment: bytes = b""
    seq: int = 0
    starts: int = 0
    prev: bytes = NOWHERE
    seen: Ref | None = None

    def __post_init__(self) -> None:
        self.start()

    def start(self) -> None:
        """Start, or start again: a new segment, and a machine that knows what the record says."""
        self.starts += 1
        self.segment, self.seq = digest(b"segment", f"{self.name} {self.starts}".encode())[:16], 0
        self.calls = Calls(attendance=self.watch)
        for item in self.record:
            self.calls.learn(item)

    def write(self, draft: Draft, now: Instant) -> Learnt:
        """Sign and store a draft."""
        item = entry(draft, self, now)
        self.seq, self.prev = self.seq + 1, item.ref.hash
        self.outgoing.append(item)
        self.take(item)
        return item

    def take(self, item: Learnt) -> None:
        self.record.append(item)
        self.shown += [each for each in self.calls.learn(item) if isinstance(each, Event)]
        if not item.ours:
            self.seen = item.ref

    def tick(self, now: Instant) -> None:
        for each in self.calls.tick(now):
            if isinstance(each, Draft):
                self.write(each, now)
            else:
                self.shown.append(each)

    def view(self, number: int, *, ours: bool) -> CallView:
        views = (each for each in self.calls.all() if each.call == call_id(number) and each.ours is ours)
        return next(views)

    def kinds(self, *, ours: bool = True) -> list[str]:
        return [Kind(each.header.kind).name for each in self.record if each.ours is ours]


def entry(draft: Draft, side: Side, now: Instant) -> Learnt:
    """The entry a side makes of a draft, without its signature."""
    header = Header(
        environment=Environment.EXERCISE,
        line=bytes(32),
        writer=digest(b"party", side.name.encode())[:16],
        segment=side.segment,
        seq=side.seq + 1,
        prev=side.prev,
        seen=side.seen,
        kind=draft.kind,
        precedence=draft.precedence,
        time=Span(now, now),
        refs=draft.refs,
        commitment=commit(draft.kind, SALT, draft.body.to_bytes()),
        key_id=bytes(8),
    )
    ref = Ref(header.segment, header.seq, digest(HASH, header.to_bytes()))
    return Learnt(ref, header, draft.body, True, now)


def received(item: Learnt, now: Instant) -> Learnt:
    """The same entry at the other side."""
    assert item.body is not None
    return Learnt(item.ref, item.header, type(item.body).from_bytes(item.body.to_bytes()), False, now)


@dataclass
class Pair:
    north: Side = field(default_factory=lambda: Side("north"))
    south: Side = field(default_factory=lambda: Side("south"))
    now: Instant = START

    @property
    def sides(self) -> tuple[Side, Side]:
        return self.north, self.south

    def other(self, side: Side) -> Side:
        return self.south if side is self.north else self.north

    def carry(self, side: Side, count: int | None = None) -> None:
        """Bring what a side has written to the other one."""
        count = len(side.outgoing) if count is None else count
        carried, side.outgoing = side.outgoing[:count], side.outgoing[count:]
        for item in carried:
            self.other(side).take(received(item, self.now))

    def settle(self) -> None:
        """Carry and tick until nothing moves."""
        while True:
            before = [len(side.record) for side in self.sides]
            for side in self.sides:
                self.carry(side)
                side.tick(self.now)
            if before == [len(side.record) for side in self.sides]:
                return

    def wait(self, seconds: float) -> None:
        """Let time pass, a second at a time."""
        end = self.now + int(seconds * SECOND)
        while self.now < end:
            self.now = Instant(min(end, self.now + SECOND))
            self.settle()

    def pass_by(self, seconds: float) -> None:
        """Let time pass without anybody noticing: nodes down or the link cut."""
        self.now = Instant(self.now + int(seconds * SECOND))

    def place(self, side: Side, number: int = 1, **wanted: Any) -> Learnt:
        options: dict[str, Any] = {
            "desk": f"{self.other(side).name} desk",
            "from_desk": f"{side.name} desk",
            "precedence": Precedence.IMMEDIATE,
            **wanted,
        }
        return side.write(side.calls.place(call_id=call_id(number), now=self.now, **options), self.now)

    def say(self, side: Side, body: Stated) -> Learnt:
        """What an officer of the side says, already signed."""
        verbs = {
            "CallAnswer": side.calls.answer,
            "CallDecline": side.calls.decline,
            "CallBusy": side.calls.busy,
        }
        return side.write(verbs[type(body).__name__](body), self.now)

    def answer(self, side: Side, number: int = 1) -> Learnt:
        return self.say(side, signed(side.calls.prepare_answer(call_id(number))))

    def decline(self, side: Side, number: int = 1, **why: Any) -> Learnt:
        return self.say(side, signed(side.calls.prepare_decline(call_id(number), **why)))

    def busy(self, side: Side, number: int = 1) -> Learnt:
        return self.say(side, signed(side.calls.prepare_busy(call_id(number))))


def events_of(side: Side, kind: type[E]) -> list[E]:
    return [each for each in side.shown if isinstance(each, kind)]
