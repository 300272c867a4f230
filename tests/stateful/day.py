"""A bad day for two parties: nodes that crash, are restored, run twice; links that lose and mix up frames.

Everything that leaves a node, and everything that is stored, passes the oracles of this file.
"""

import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from firebreak.core.base.cbor import Value
from firebreak.core.base.dice import Dice
from firebreak.core.base.events import Event
from firebreak.core.base.instants import HOUR, Instant, Moment
from firebreak.core.base.purposes import Environment
from firebreak.core.base.shape import Body
from firebreak.core.call.bodies import CallGlare, CallNoAnswer, CallRinging, CallUnattended, CallUnreachable
from firebreak.core.envelope.card import Power
from firebreak.core.envelope.header import NOWHERE, Header, Ref
from firebreak.core.envelope.kinds import Precedence
from firebreak.core.envelope.learnt import Draft
from firebreak.core.envelope.once import Once
from firebreak.core.line.admission import read_body
from firebreak.core.line.effects import Effects, Stored
from firebreak.core.line.events import OwnEntryFailed
from firebreak.core.line.identity import Identity, Side
from firebreak.core.line.line import Line
from firebreak.core.line.machines import Machines
from firebreak.core.line.opening import Opening
from firebreak.core.line.writer import Writer
from firebreak.core.linecheck.bodies import CheckPing, CheckPong
from firebreak.core.linecheck.events import StatusChanged
from firebreak.core.linecheck.status import Colour
from firebreak.core.message.events import MessageArrived, MessageSent
from firebreak.core.message.receipts import EscalationMissed, ReceiptNode
from firebreak.core.record.bodies import Orphans
from firebreak.core.record.compact import entry_value
from firebreak.core.record.frames import EntryFrame, Frame, HaveFrame, Resend, have_value, pack, unpack
from tests.pair import LINE, START, officer_key
from tests.signing import TestSigner


@dataclass
class Clock:
    """The clocks of one machine: a steady one, and a wall clock that somebody may set."""

    steady: int = 0
    offset: int = 0

    def read(self) -> Moment:
        return Moment(Instant(START + self.steady + self.offset), self.steady, 0)


@dataclass
class Ledger:
    """What the oracles remember of the whole day."""

    left: dict[tuple[bytes, bytes, int], bytes] = field(default_factory=dict)
    "Every header that ever left a node, by writer, segment and number."
    acknowledged: dict[str, set[bytes]] = field(default_factory=lambda: defaultdict(set))
    "Per party, entries of its own for which one of its nodes has stored a receipt."
    once: Counter[tuple[object, ...]] = field(default_factory=Counter)
    "What a process shows or says of one thing, and may show or say only once."
    seen: dict[tuple[bytes, bytes], int] = field(default_factory=dict)


AUTOMATIC = (CallRinging, CallNoAnswer, CallUnattended, CallUnreachable, CallGlare)


def identity(name: str, other: str) -> Identity:
    def side(party: str) -> Side:
        officers = {each: bytes(officer_key(each).verify_key) for each in (f"{party} one", f"{party} two")}
        powers = dict.fromkeys(officers, tuple(Power))
        keys = (TestSigner(party).public,)
        return Side(hashlib.sha256(party.encode()).digest(), party, keys, officers=officers, powers=powers)

    return Identity(LINE, Environment.EXERCISE, side(name), side(other))


@dataclass(eq=False)
class Node:
    """One running process, or one that could be started again from what it has stored."""

    name: str
    other: str
    clock: Clock
    signer: TestSigner
    ledger: Ledger
    stored: list[Stored] = field(default_factory=list)
    commits: list[int] = field(default_factory=list)
    "Length of the store after each commit: the older copies that there may be."
    links: "list[Link]" = field(default_factory=list)
    line: Line | None = None
    index: dict[bytes, Header] = field(default_factory=dict)
    "What is stored, by hash."
    places: dict[tuple[bytes, int], bytes] = field(default_factory=dict)
    "Where in our own log which entry stands."
    whole: set[bytes] = field(default_factory=set)
    "Entries of the counterpart before which nothing is missing."
    crash: str = ""
    "Where the next effects end the process: before store, after store, or after send."
    process: int = 0
    started_at: Instant = Instant(0)

    # -- life -------------------------------------------------------------------------------------

    def make(self) -> Line:
        own = identity(self.name, self.other)
        dice = Dice(hashlib.sha256(f"{self.name}{self.signer.starts}".encode()).digest())
        machines = Machines(dice, own.ours.party < own.theirs.party)
        return Line(own, Writer(own, self.signer, dice), machines, Opening())

    def start(self) -> None:
        self.line = self.make()
        self.process = self.signer.starts
        self.line.replay(self.stored)
        self.started_at = self.line.time.at(self.clock.read())
        self.do(self.line.start(self.clock.read()))

    def stop(self) -> None:
        self.line, self.crash = None, ""
        for link in list(self.links):
            link.cut()

    def do(self, effects: Effects, link: "Link | None" = None) -> None:
        """Store, then send, then show; or crash in between."""
        crash, self.crash = self.crash, ""
        if crash != "before store":
            self._store(effects.entries)
        if not crash or crash == "after send":
            for frame in effects.frames:
                self._send(frame, link)
        if crash:
            self.stop()
            return
        for event in effects.events:
            self._show(event)

    def _store(self, entries: list[Stored]) -> None:
        fresh = entries
        assert not any(each.entry.hash in self.index for each in fresh), "an entry is stored twice"
        assert self.line is not None
        own = [
            each.entry.header.seq for each in fresh if each.entry.header.segment == self.line.writer.segment
        ]
        assert own == sorted(own), "entries are stored in another order than they were signed"
        self.stored += fresh
        if fresh:
            self.commits.append(len(self.stored))
        for each in fresh:
            self._note(each)
            self._check_stored(each)

    def _check_stored(self, each: Stored) -> None:
        header = each.entry.header
        ours = header.writer == self.party
        if ours and self.line is not None and header.segment == self.line.writer.segment:
            self._check_said(each)
        elif not ours:
            self.ledger.acknowledged[self.name] |= set(self._covered(each))

    @property
    def party(self) -> bytes:
        return hashlib.sha256(self.name.encode()).digest()[:16]

    def _covered(self, each: Stored) -> Iterator[bytes]:
        """Entries of ours that an entry of the counterpart receipts."""
        seen = each.entry.header.seen
        runs = [(seen.segment, 1, seen.seq)] if seen else []
        body = self.body(each)
        if isinstance(body, ReceiptNode):
            runs += [(run.segment, run.first, run.last) for run in body.runs]
            yield from (named.hash for named in body.ahead)
        for segment, first, last in runs:
            for seq in range(first, last + 1):
                if (segment, seq) in self.places:
                    yield self.places[segment, seq]

    def body(self, each: Stored) -> Body | None:
        """The body of a stored entry, if it can be read."""
        own = identity(self.name, self.other)
        side = own.side(each.entry.header.writer)
        assert side is not None
        body = read_body(each.entry, side, Once())
        return body if isinstance(body, Body) else None

    def _check_said(self, each: Stored) -> None:
        """I2, I6, I8 for an entry that this process has signed."""
        header, body = each.entry.header, self.body(each)
        if header.seen is not None:
            assert self.holds(header.seen), "I2: a receipt for what is not stored"
            self._check_whole(header.seen)
            key = (header.segment, header.seen.segment)
            assert header.seen.seq >= self.ledger.seen.get(key, 0), "I8: `seen` goes back"
            self.ledger.seen[key] = header.seen.seq
        self._check_named(header.segment, body)
        self._count(header.segment, body)

    def holds(self, ref: Ref) -> bool:
        """Whether exactly this entry is stored."""
        header = self.index.get(ref.hash)
        return header is not None and (header.segment, header.seq) == ref[:2]

    def _check_named(self, by: bytes, body: Body | None) -> None:
        if isinstance(body, ReceiptNode):
            assert all(self.holds(Ref(run.segment, run.last, run.last_hash)) for run in body.runs), "I2"
            assert all(self.holds(named.ref) for named in body.ahead), "I2"
            self.ledger.once.update(("named", by, named.hash) for named in body.ahead)

    def _count(self, by: bytes, body: Body | None) -> None:
        """What a process says by itself it says once."""
        if isinstance(body, Orphans):
            for run in body.runs:
                numbers = range(run.first, run.last + 1)
                self.ledger.once.update(("orphan", by, run.segment, seq) for seq in numbers)
        elif isinstance(body, EscalationMissed):
            self.ledger.once["missed", by, body.entry, body.level] += 1
        elif isinstance(body, AUTOMATIC):
            self.ledger.once[type(body), by, body.call] += 1

    def _check_whole(self, seen: Ref) -> None:
        """I8: nothing is missing before what `seen` names."""
        at = seen.hash
        while at != NOWHERE and at not in self.whole:
            assert at in self.index, "I8: `seen` leaves out an entry"
            self.whole.add(at)
            at = self.index[at].prev

    # -- what leaves ------------------------------------------------------------------------------

    def _send(self, frame: Frame, link: "Link | None") -> None:
        if isinstance(frame, EntryFrame):
            self._check_left(frame)
        links = [link] if link is not None else self.links
        flash = isinstance(frame, EntryFrame) and frame.precedence is Precedence.FLASH
        for each in links if flash else links[-1:]:
            each.carry(self, frame)

    def _check_left(self, frame: EntryFrame) -> None:
        header = frame.entry.header
        place = (header.writer, header.segment, header.seq)
        assert frame.entry.hash in self.index, "I4: sent before it was stored"
        assert self.ledger.left.setdefault(place, frame.entry.hash) == frame.entry.hash, "I3: two signed"

    def _show(self, event: Event) -> None:
        assert not isinstance(event, OwnEntryFailed), event
        if isinstance(event, MessageArrived | MessageSent):
            self.ledger.once[self.process, self.name, event.ref.hash] += 1
        if isinstance(event, StatusChanged) and event.status.colour is Colour.GREEN:
            self._check_green()

    def _check_green(self) -> None:
        """I19: somebody has answered a question of this very process, not long ago."""
        assert self.line is not None
        now = self.line.time.at(self.clock.read())
        asked = {
            body.nonce
            for each in self.stored
            if each.entry.header.segment == self.line.writer.segment
            and isinstance(body := self.body(each), CheckPing)
        }
        answers = [
            body.nonce
            for each in self.stored
            if each.entry.header.writer != self.party and each.at > now - HOUR
            if isinstance(body := self.body(each), CheckPong)
        ]
        assert asked & set(answers), "I19: green without a fresh answer"

    # -- what happens -----------------------------------------------------------------------------

    def hear(self, frames: list[list[Value]]) -> None:
        """A batch, as the pump makes it."""
        if self.line is not None:
            now = self.clock.read()
            self.do(self.line.receive(frames, now).add(self.line.tick(now)))
            self.check_deadline()

    def tick(self) -> None:
        if self.line is not None:
            self.do(self.line.tick(self.clock.read()))
            self.check_deadline()

    def check_deadline(self) -> None:
        """What has been done is not wanted again at once: a node that waits does not spin."""
        if self.line is not None:
            at, due = self.line.time.at(self.clock.read()), self.line.deadline
            if due is not None and due <= at:
                self.do(self.line.tick(self.clock.read()))
        if self.line is not None:
            at, due = self.line.time.at(self.clock.read()), self.line.deadline
            assert due is None or due > at, f"{self.name} never sleeps"

    def say(self, draft: Draft) -> None:
        if self.line is not None:
            now = self.clock.read()
            self.do(self.line.say(draft, now).add(self.line.settle(now)))
            self.check_deadline()

    def hold(self, stored: list[Stored]) -> None:
        """Have this on the disk."""
        self.stored = list(stored)
        self.index, self.places, self.whole = {}, {}, set()
        for each in stored:
            self._note(each)

    def _note(self, each: Stored) -> None:
        header = each.entry.header
        self.index[each.entry.hash] = header
        if header.writer == self.party:
            self.places[header.segment, header.seq] = each.entry.hash

    def restore(self, commit: int) -> None:
        """The store is replaced by an older copy, or by an empty one."""
        self.stop()
        length = self.commits[commit] if commit >= 0 else 0
        self.hold(self.stored[:length])
        self.commits = self.commits[: commit + 1]


@dataclass(eq=False)
class Link:
    """One path between two nodes. `queues` hold what travels to each."""

    north: Node
    south: Node
    queues: dict[str, list[list[Value]]] = field(default_factory=dict)
    last: dict[str, Ref | None] = field(default_factory=dict)
    up: bool = True

    def __post_init__(self) -> None:
        for node in (self.north, self.south):
            self.queues[node.name], self.last[node.name] = [], None
            node.links.append(self)
        for node in (self.north, self.south):
            if node.line is not None:
                now = node.clock.read()
                node.do(node.line.greet(now), self)
                if node.line is not None:
                    node.do(node.line.settle(now))

    def cut(self) -> None:
        """It goes down; what was on its way arrives no more."""
        self.up = False
        for node in (self.north, self.south):
            self.queues[node.name].clear()
            if self in node.links:
                node.links.remove(self)

    def carry(self, sender: Node, frame: Frame) -> None:
        other = self.south if sender is self.north else self.north
        for value in self._values(sender, frame):
            assert unpack(pack([value])) == [value], "I21"
            self.queues[other.name].append(value)

    def _values(self, sender: Node, frame: Frame) -> Iterator[list[Value]]:
        if isinstance(frame, HaveFrame):
            yield have_value(frame)  # type: ignore[misc]
        elif isinstance(frame, Resend):
            for each in sender.stored:
                header = each.entry.header
                if (header.writer, header.segment) == (frame.writer, frame.segment) and (
                    frame.first <= header.seq <= frame.last
                ):
                    sender._check_left(EntryFrame(each.entry))
                    yield entry_value(EntryFrame(each.entry, full=True), b"")  # type: ignore[misc]
        else:
            header, last = frame.entry.header, self.last[sender.name]
            follows = last is not None and last[:2] == (header.segment, header.seq - 1)
            self.last[sender.name] = frame.entry.ref
            yield entry_value(replace(frame, full=not follows), sender.signer.key_id)  # type: ignore[misc]

    def deliver(self, node: Node, count: int | None = None) -> None:
        queue = self.queues[node.name]
        frames, self.queues[node.name] = queue[:count], queue[len(queue[:count]) :]
        if frames:
            node.hear(frames)

    def exchange(self) -> None:
        """All that is on its way arrives, first there and then here."""
        self.deliver(self.north)
        self.deliver(self.south)
