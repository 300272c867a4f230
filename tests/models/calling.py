"""Two nodes and their calls, as a model: the production machine `Calls` at every step, on both sides.

Whatever a node has written may reach the other at any later moment, in any order, or never while anything
else happens; what was lost on the way comes by give-back, which looks the same. A node may crash and start
again, or be set back to a backup. Time jumps to the next instant at which something is due; it cannot pass
a running node by, but it passes one that is down.
"""

from collections.abc import Hashable, Iterator
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import Final, NamedTuple

from firebreak.core.base.errors import LocalError
from firebreak.core.base.instants import SECOND, Instant
from firebreak.core.base.purposes import HASH, Environment, digest
from firebreak.core.call.bodies import RING_SECONDS
from firebreak.core.call.calls import Calls
from firebreak.core.call.duties import GRACE_SECONDS, LATE_SECONDS
from firebreak.core.call.events import Outcome
from firebreak.core.call.facts import FAREWELLS, WORDS, CallKey, Fact
from firebreak.core.call.outcome import Account, account
from firebreak.core.call.table import OVER, State
from firebreak.core.envelope.header import NOWHERE, Header, Ref, Span, commit
from firebreak.core.envelope.kinds import Kind, Precedence
from firebreak.core.envelope.learnt import Draft, Learnt
from firebreak.core.message.receipts import ReceiptNode
from firebreak.core.record.log import Log
from tests.core.call.wire import SALT, START, Watch, call_id, signed

NAMES: Final = ("North", "South")
CALLS: Final = (call_id(1), call_id(2))
"What North and South would call their calls."
ONCE: Final = frozenset({Kind.CALL_OFFER, Kind.CALL_RINGING}) | WORDS | FAREWELLS
"What stands in a log once for each call, unless its writer was restored."
TIMED: Final = frozenset({Kind.CALL_OFFER, Kind.CALL_RINGING})
"Entries whose instant of arrival a clock runs from. That of the others is not told apart: no code asks it."
LATE_MS: Final = LATE_SECONDS * SECOND


class Held(NamedTuple):
    """One entry as a node holds it."""

    entry: int
    at: int
    "When it was stored, for an entry that a clock runs from."


Record = tuple[Held, ...]
Key = tuple[int, bytes]
"Who placed a call, and its id."


@dataclass(frozen=True)
class Written:
    """One entry, the same for both nodes."""

    by: int
    learnt: Learnt


class Node(NamedTuple):
    """One node: what it holds, in the order in which it learnt it."""

    record: Record = ()
    starts: int = 0
    started: int = 0
    up: bool = True
    backup: Record | None = None


class World(NamedTuple):
    """Both nodes, and how much more may go wrong."""

    now: int
    nodes: tuple[Node, Node]
    crashes: int
    idles: int
    "How many more times time may pass without anything being due."
    receipts: int
    "How many more explicit receipts may be written."


@dataclass(frozen=True, kw_only=True)
class Scene:
    """What may happen in one model."""

    callers: tuple[int, ...] = (0,)
    "The nodes that place a call, each one. No node that was restored places one: an id is drawn only once."
    at_once: bool = False
    "Whether calls are placed only before any time has passed."
    acts: frozenset[str] = frozenset({"cancel", "answer", "decline", "busy", "hang up"})
    crashes: int = 0
    "In all."
    restores: int | None = None
    "The node that may be restored, once."
    idles: int = 0
    receipts: int = 0
    attended: tuple[bool, bool] = (True, True)
    ids: tuple[bytes, bytes] = CALLS


@dataclass(slots=True)
class Seat:
    """The machine of one node after one record, with the log of the other side."""

    calls: Calls
    theirs: Log
    last: Ref | None = None
    deadline: int | None = None
    told: object = None
    "All that can be seen of it."
    refs: dict[CallKey, frozenset[Ref]] = field(default_factory=dict)
    "Per call, the entries that are held about it."

    @property
    def accounts(self) -> list[Account]:
        return [each.account for each in self.calls.book.calls.values()]

    def look(self) -> None:
        """Note what is asked again and again."""
        due, book = self.calls.deadline, self.calls.book
        self.deadline = None if due is None else due - START
        calls = {
            key: (_result(call.account), call.mutual, call.coalesced) for key, call in book.calls.items()
        }
        self.refs = {key: frozenset(each.ref for each in call.facts) for key, call in book.calls.items()}
        self.told = calls, set(book.waiting), self.deadline


@dataclass
class Calling:
    """The model: `search.explore` runs it."""

    scene: Scene
    written: list[Written] = field(default_factory=list[Written])
    _numbers: dict[bytes, int] = field(default_factory=dict[bytes, int])
    _unions: dict[tuple[Key, frozenset[Ref]], Account] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.seat = lru_cache(maxsize=30_000)(self.sit)
        self.said = lru_cache(maxsize=30_000)(self._said)

    # what the search asks

    def start(self) -> World:
        scene = self.scene
        return World(0, (Node(), Node()), scene.crashes, scene.idles, scene.receipts)

    def key(self, world: World) -> Hashable:
        nodes = tuple(
            (frozenset(node.record), self.at(world, side).theirs.tip, *node[1:4], _unordered(node.backup))
            for side, node in enumerate(world.nodes)
        )
        return world._replace(nodes=nodes)  # type: ignore[arg-type]

    def same(self, world: World, other: World) -> None:
        """The order in which entries were learnt leaves no mark."""
        for side in (0, 1):
            told = self.at(world, side).told
            assert told == self.at(other, side).told, f"{NAMES[side]} depends on the order of learning"

    def steps(self, world: World) -> Iterator[tuple[str, World]]:
        for side, node in enumerate(world.nodes):
            if node.up:
                yield from self.deliveries(world, side)
                yield from self.ticks(world, side)
                yield from self.persons(world, side)
                yield from self.receipt(world, side)
            yield from self.accidents(world, side)
        yield from self.passing(world)

    def check(self, world: World) -> None:
        for side in (0, 1):
            for each in self.at(world, side).accounts:
                _check_coherent(each)
        for key in self.keys(world):
            self.union(world, key)
            if self.share(world, key):
                one, other = (self.account(world, side, key) for side in (0, 1))
                assert _result(one) == _result(other), "both hold the same and come to different results"
        if len(self.scene.callers) > 1:
            self._check_glare(world)

    def ended(self, world: World) -> bool:
        """Everything that is held anywhere is held by both, and every call is over for both."""
        if any(not node.up for node in world.nodes) or self.waiting(world):
            return False
        accounts = [self.account(world, side, key) for key in self.keys(world) for side in (0, 1)]
        good = (
            {State.ENDED, State.IDLE} if "hang up" in self.scene.acts else {*OVER, State.IN_CALL, State.IDLE}
        )
        return all(each.state in good for each in accounts)

    # what can happen

    def deliveries(self, world: World, side: int) -> Iterator[tuple[str, World]]:
        for entry in sorted(self.lacking(world, side)):
            yield f"{NAMES[side]} learns {self.name(entry)}", self.learn(world, side, entry)

    def ticks(self, world: World, side: int) -> Iterator[tuple[str, World]]:
        if not self.due(world, side):
            return
        machine = self.sit(world.nodes[side].record, side).calls
        drafts = [each for each in machine.tick(_instant(world.now)) if isinstance(each, Draft)]
        assert drafts, f"{NAMES[side]} is due and says nothing"
        assert not machine.tick(_instant(world.now)), f"{NAMES[side]} asks twice for one entry"
        after = world
        for draft in drafts:
            self._check_timed(after, side, draft)
            after = self.write(after, side, draft)
        yield f"{NAMES[side]} writes {_kinds(drafts)}", after

    def persons(self, world: World, side: int) -> Iterator[tuple[str, World]]:
        node = world.nodes[side]
        for verb, entry in self.said(node.record, side, node.starts, world.now):
            yield f"{NAMES[side]}: {verb}", self.learn(world, side, entry)

    def _said(self, record: Record, side: int, starts: int, now: int) -> list[tuple[str, int]]:
        """What persons can have written, and the entry."""
        seat, node = self.seat(record, side), Node(record, starts)
        wishes = list(self._wishes(seat.calls, side, starts, _instant(now)))
        self._check_free({verb for verb, _ in wishes}, seat.calls, side)
        return [(verb, self.sign(node, seat, side, draft)) for verb, draft in wishes]

    def _may_place(self, side: int, starts: int, now: Instant) -> bool:
        early = now == START or not self.scene.at_once
        return side in self.scene.callers and early and (starts == 0 or self.scene.restores is None)

    def _wishes(self, calls: Calls, side: int, starts: int, now: Instant) -> Iterator[tuple[str, Draft]]:
        ours, theirs = self.scene.ids[side], self.scene.ids[1 - side]
        verbs = {
            "place": lambda: self._place(calls, side, now),
            "cancel": lambda: calls.cancel(ours),
            "answer": lambda: calls.answer(signed(calls.prepare_answer(theirs))),
            "decline": lambda: calls.decline(signed(calls.prepare_decline(theirs))),
            "busy": lambda: calls.busy(signed(calls.prepare_busy(theirs))),
        }
        for verb, wish in verbs.items():
            if verb in self.scene.acts or (verb == "place" and self._may_place(side, starts, now)):
                try:
                    yield verb, wish()
                except LocalError:
                    continue
        yield from self._hang_ups(calls)

    def _hang_ups(self, calls: Calls) -> Iterator[tuple[str, Draft]]:
        for number, call in enumerate(self.scene.ids):
            try:
                if "hang up" in self.scene.acts:
                    yield f"hang up {number + 1}", calls.hang_up(call, START)
            except LocalError:
                continue

    def receipt(self, world: World, side: int) -> Iterator[tuple[str, World]]:
        """A receipt for a waiting call of the other side: its `seen` shows that it was reached."""
        waiting = any(not key.ours for key in self.at(world, side).calls.book.waiting)
        if world.receipts and waiting:
            draft = Draft(kind=Kind.RECEIPT_NODE, body=ReceiptNode())
            after = self.write(world, side, draft)
            yield f"{NAMES[side]} receipts", after._replace(receipts=world.receipts - 1)

    def accidents(self, world: World, side: int) -> Iterator[tuple[str, World]]:
        node, name = world.nodes[side], NAMES[side]
        if not node.up:
            up = node._replace(up=True, starts=node.starts + 1, started=world.now)
            yield f"{name} starts", _with(world, side, up)
            if node.backup is not None and node.backup != node.record:
                restored = up._replace(record=node.backup, backup=None)
                yield f"{name} starts from its backup", _with(world, side, restored)
        elif world.crashes:
            down = _with(world, side, node._replace(up=False))
            yield f"{name} crashes", down._replace(crashes=world.crashes - 1)
            if self.scene.restores == side and node.backup is None and node.starts == 0:
                yield f"{name} is saved", _with(world, side, node._replace(backup=node.record))

    def passing(self, world: World) -> Iterator[tuple[str, World]]:
        """Time passes to the next instant at which something is due, or a while before that."""
        if any(node.up and self.due(world, side) for side, node in enumerate(world.nodes)):
            return
        dues = [self.deadline(world, side) for side in (0, 1)]
        down = [due + LATE_MS + 1 for due, node in zip(dues, world.nodes, strict=True) if due and not node.up]
        ahead = [each for each in (*dues, *down) if each is not None and each > world.now]
        if ahead:
            yield f"it is {min(ahead) // SECOND} s", world._replace(now=min(ahead))
        idle = world.now + RING_SECONDS * SECOND // 2
        if world.idles and all(idle < each for each in ahead) and self.keys(world):
            yield f"it is {idle // SECOND} s", world._replace(now=idle, idles=world.idles - 1)

    # how it happens

    def write(self, world: World, side: int, draft: Draft) -> World:
        """Sign, store and learn a draft; it is on its way from now on."""
        return self.learn(world, side, self.sign(world.nodes[side], self.at(world, side), side, draft))

    def sign(self, node: Node, seat: Seat, side: int, draft: Draft) -> int:
        """The number of the entry that a node makes of a draft."""
        segment = _segment(side, node.starts)
        own = [self.written[each.entry] for each in node.record]
        seq = 1 + sum(each.by == side and each.learnt.ref.segment == segment for each in own)
        header = Header(
            environment=Environment.EXERCISE,
            line=bytes(32),
            writer=_segment(side, 0),
            segment=segment,
            seq=seq,
            prev=NOWHERE if seat.last is None else seat.last.hash,
            seen=seat.theirs.tip,
            kind=draft.kind,
            precedence=draft.precedence,
            time=Span(0, 0),
            refs=draft.refs,
            commitment=commit(draft.kind, SALT, draft.body.to_bytes()),
            key_id=bytes(8),
        )
        ref = Ref(segment, seq, digest(HASH, header.to_bytes()))
        return self._number(side, Learnt(ref, header, draft.body, True, _instant(0)))

    def learn(self, world: World, side: int, entry: int) -> World:
        node = world.nodes[side]
        timed = self.written[entry].learnt.header.kind in TIMED
        held = Held(entry, world.now if timed else 0)
        return _with(world, side, node._replace(record=(*node.record, held)))

    def sit(self, record: Record, side: int) -> Seat:
        """The production machine after a record, as a start would build it."""
        watch = Watch({} if self.scene.attended[side] else {f"{NAMES[side]} desk": 0})
        seat = Seat(Calls(attendance=watch), Log(_segment(1 - side, 0)))
        for held in record:
            written = self.written[held.entry]
            ours = written.by == side
            seat.calls.learn(replace(written.learnt, ours=ours, at=_instant(held.at)))
            if ours:
                seat.last = written.learnt.ref
            else:
                seat.theirs.add(written.learnt.header, written.learnt.ref.hash)
        seat.look()
        return seat

    def _place(self, calls: Calls, side: int, now: Instant) -> Draft:
        return calls.place(
            desk=f"{NAMES[1 - side]} desk",
            from_desk=f"{NAMES[side]} desk",
            call_id=self.scene.ids[side],
            precedence=Precedence.IMMEDIATE,
            now=now,
        )

    def _number(self, side: int, learnt: Learnt) -> int:
        number = self._numbers.setdefault(learnt.ref.hash, len(self.written))
        if number == len(self.written):
            self.written.append(Written(side, learnt))
        return number

    # what is known

    def at(self, world: World, side: int) -> Seat:
        return self.seat(world.nodes[side].record, side)

    def keys(self, world: World) -> list[Key]:
        """Each call that any node holds something of, with its caller."""
        found = {
            (side if key.ours else 1 - side, key.call)
            for side in (0, 1)
            for key in self.at(world, side).calls.book.calls
        }
        return sorted(found)

    def facts(self, world: World, side: int, key: Key) -> tuple[Fact, ...]:
        call = self.at(world, side).calls.book.calls.get(CallKey(side == key[0], key[1]))
        return () if call is None else call.facts

    def account(self, world: World, side: int, key: Key) -> Account:
        call = self.at(world, side).calls.book.calls.get(CallKey(side == key[0], key[1]))
        return account(()) if call is None else call.account

    def union(self, world: World, key: Key) -> Account:
        """The account over both logs. What must hold of it is checked once for each set of entries."""
        held = (self.at(world, side).refs.get(CallKey(side == key[0], key[1])) for side in (0, 1))
        refs = frozenset[Ref]().union(*(each for each in held if each))
        if (key, refs) not in self._unions:
            facts = {each.ref: each for side in (0, 1) for each in self.facts(world, side, key)}
            self._unions[key, refs] = self._checked(list(facts.values()))
        return self._unions[key, refs]

    def share(self, world: World, key: Key) -> bool:
        one, other = (self.at(world, side).refs.get(CallKey(side == key[0], key[1])) for side in (0, 1))
        return one == other

    def lacking(self, world: World, side: int) -> set[int]:
        """Entries that may arrive: the other's, and those of one's own that only the other still holds."""
        own, other = ({each.entry for each in world.nodes[who].record} for who in (side, 1 - side))
        return other - own

    def waiting(self, world: World) -> bool:
        return any(self.lacking(world, side) or self.deadline(world, side) is not None for side in (0, 1))

    def deadline(self, world: World, side: int) -> int | None:
        return self.at(world, side).deadline

    def due(self, world: World, side: int) -> bool:
        due = self.deadline(world, side)
        return due is not None and due <= world.now

    def name(self, entry: int) -> str:
        written = self.written[entry]
        return f"{NAMES[written.by]}'s {Kind(written.learnt.header.kind).name} {written.learnt.ref.seq}"

    # what must hold

    def _check_free(self, verbs: set[str], calls: Calls, side: int) -> None:
        """While a call waits, its caller may withdraw it and an officer of the callee may say any word."""
        for key in calls.book.waiting:
            wanted = {"cancel"} if key.ours else {"answer", "decline", "busy"}
            barred = wanted & self.scene.acts - verbs
            assert not barred, f"{NAMES[side]} cannot {min(barred)} a waiting call"

    def _checked(self, facts: list[Fact]) -> Account:
        """The account of these facts, in which everything holds that must."""
        union = account(facts)
        _check_counted(union)
        _check_coherent(union)
        assert _result(account(facts[::-1])) == _result(union), "the account depends on the order"
        if self.scene.restores is None:
            assert not union.findings, f"an honest call has findings: {union.findings[0].text}"
            _check_written(facts)
            assert union.crossed is _crosses(facts), "an answer and a farewell met on their way"
        return union

    def _check_timed(self, world: World, side: int, draft: Draft) -> None:
        """What a clock says: late only after a start, unreachable only without a sign of life."""
        call: bytes = getattr(draft.body, "call")  # noqa: B009 - every body of a call has one
        key = (self.scene.ids.index(call), call)
        facts = self.facts(world, side, key)
        due = _due(draft.kind, facts)
        if due is not None:
            late = getattr(draft.body, "late", False)
            assert due <= world.now, "a timer fires before its time"
            assert late == (world.now > due + LATE_MS), "the mark of lateness is wrong"
            excused = max(world.nodes[side].started, *(each.at - START for each in facts))
            assert not late or excused == world.now, "a node that ran and knew of it is late"
        if draft.kind is Kind.CALL_UNREACHABLE:
            assert not self._signs_of_life(world, side, key), "they were reached and are called unreachable"
        if draft.kind is Kind.CALL_RINGING:
            self._check_may_ring(world, side)

    def _signs_of_life(self, world: World, side: int, key: Key) -> bool:
        """Whether anything that the caller holds shows that the callee's node had the offer."""
        offer = next(each.ref for each in self.facts(world, side, key) if each.kind is Kind.CALL_OFFER)
        held = (self.written[each.entry].learnt.header for each in world.nodes[side].record)
        seens = (each.seen for each in held if each.writer != _segment(side, 0))
        return any(each is not None and each[:1] == offer[:1] and each.seq >= offer.seq for each in seens)

    def _check_may_ring(self, world: World, side: int) -> None:
        """Our own call waits, and theirs is to be given up for it: then theirs does not ring."""
        own, other = ((who, self.scene.ids[who]) for who in (side, 1 - side))
        ours, theirs = self.account(world, side, own), self.account(world, side, other)
        if ours.is_open and ours.offer and theirs.offer and _unaware(ours.offer, theirs.offer):
            assert theirs.offer.ref.hash < ours.offer.ref.hash, "it rings for a call that gives way"

    def _check_glare(self, world: World) -> None:
        """Of two calls at most one is given up for the other: the one whose offer has the higher hash."""
        both = [self.union(world, (side, self.scene.ids[side])) for side in (0, 1)]
        given_up = [each for each in both if any(fact.kind is Kind.CALL_GLARE for fact in each.counted)]
        assert len(given_up) <= 1, "both calls are given up for each other"
        for each in given_up:
            kept = both[1 - both.index(each)]
            assert each.offer is not None
            assert kept.offer is None or kept.offer.ref.hash < each.offer.ref.hash, "the wrong call gives way"


def _check_counted(union: Account) -> None:
    for kinds in (WORDS, FAREWELLS):
        assert sum(each.kind in kinds for each in union.counted) <= 1, "two ends of one side count"


def _check_written(facts: list[Fact]) -> None:
    """Nobody was restored: what ends a call or is said by a clock stands in a log at most once."""
    said = sorted(each.kind for each in facts if each.kind in ONCE)
    assert len(said) == len(set(said)), "a node says twice what it may say once"
    for kinds in (WORDS, FAREWELLS):
        assert len(kinds & set(said)) <= 1, "one side ends a call twice"


def _crosses(facts: list[Fact]) -> bool:
    """Whether the callee answered while the caller gave up, neither knowing of the other."""
    answers = [each for each in facts if each.kind is Kind.CALL_ANSWER]
    farewells = [each for each in facts if each.kind in FAREWELLS]
    offered = any(each.kind is Kind.CALL_OFFER for each in facts)
    return offered and any(_unaware(one, other) for one in answers for other in farewells)


def _check_coherent(union: Account) -> None:
    """The name of the outcome and the state of the table say the same."""
    assert isinstance(union.outcome, Outcome)
    final = union.outcome not in (Outcome.PLACED, Outcome.RINGING, Outcome.UNOFFERED)
    assert union.is_open is (not final and union.outcome is not Outcome.UNOFFERED), (
        f"{union.outcome.name} and {union.state.name}"
    )
    if union.word is not None:
        assert union.word in union.counted, f"{union.word.kind.name} is the word and does not count"
    talking = union.outcome is Outcome.ANSWERED and not union.crossed
    ends = sum(each.kind is Kind.CALL_END for each in union.counted)
    wanted = {0: State.IN_CALL, 1: State.HUNG_UP, 2: State.ENDED}[ends] if talking else State.ENDED
    assert union.state is wanted or not final, f"{union.outcome.name}, {ends} hung up, {union.state.name}"
    assert (union.state is State.RINGING) is (union.outcome is Outcome.RINGING)


def _due(kind: Kind, facts: tuple[Fact, ...]) -> int | None:
    """When a clock may speak, reckoned from the specification."""
    if kind is Kind.CALL_NO_ANSWER:
        since = next(each.at for each in facts if each.kind is Kind.CALL_RINGING)
        return since - START + RING_SECONDS * SECOND
    if kind in (Kind.CALL_CANCEL, Kind.CALL_UNREACHABLE):
        since = next(each.at for each in facts if each.kind is Kind.CALL_OFFER)
        return since - START + (RING_SECONDS + GRACE_SECONDS) * SECOND
    return None


def _result(one: Account) -> tuple[object, ...]:
    refs = tuple(each.ref for each in one.counted)
    return one.outcome, one.state, one.crossed, refs, one.findings


def _unaware(one: Fact, other: Fact) -> bool:
    return not any(
        a.seen is not None and a.seen.segment == b.ref.segment and a.seen.seq >= b.ref.seq
        for a, b in ((one, other), (other, one))
    )


def _instant(now: int) -> Instant:
    return Instant(START + now)


def _segment(side: int, starts: int) -> bytes:
    return digest(b"segment", f"{NAMES[side]} {starts}".encode())[:16]


def _with(world: World, side: int, node: Node) -> World:
    north, south = world.nodes
    return world._replace(nodes=(node, south) if side == 0 else (north, node))


def _unordered(record: Record | None) -> frozenset[Held] | None:
    return None if record is None else frozenset(record)


def _kinds(drafts: list[Draft]) -> str:
    return ", ".join(each.kind.name for each in drafts)
