"""Two parties, two disks, a hundred things that go wrong: what must hold all the same."""

from collections.abc import Callable
from dataclasses import replace
from typing import TypeVar

import hypothesis.strategies as st
from hypothesis import HealthCheck, settings
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from firebreak.core.base.errors import LocalError
from firebreak.core.base.instants import DAY, HOUR, MINUTE, SECOND
from firebreak.core.call.bodies import Reason
from firebreak.core.call.table import OVER
from firebreak.core.envelope.kinds import Precedence
from firebreak.core.envelope.learnt import Draft
from firebreak.core.envelope.officer import NO_ENTRY, StatedBody, Statement
from firebreak.core.line.line import Line
from firebreak.core.message.bodies import Message
from firebreak.core.message.receipts import ReceiptAcknowledge, ReceiptRead
from firebreak.core.watch.bodies import WatchHandOver, WatchTake
from tests.covering import covers
from tests.pair import START, officer_key
from tests.signing import TestSigner
from tests.stateful.day import Clock, Ledger, Link, Node
from tests.stateful.holding import (
    check_chains,
    check_checkpoints,
    check_clocks,
    check_origins,
    check_stands_by,
    holdings,
    outcomes,
    views,
)

B = TypeVar("B", bound=StatedBody)

DESK = "duty"
SIDES = st.sampled_from(["North", "South"])
CRASHES = ("before store", "after store", "after send")
QUIET_AFTER = 25  # exchanges; receipts for receipts would go on for ever
EXCHANGES_MAX = 3  # within which what was held at the heal is on both sides (I5)


class BadDay(RuleBasedStateMachine):
    """Every rule is something that happens; `heal` is the end of a bad time."""

    @initialize()
    def begin(self) -> None:
        self.ledger = Ledger()
        self.nodes: dict[str, Node] = {}
        self.clones: list[Node] = []
        self.signed = 0
        self.damaged = ""
        "The party one of whose disks was lost since both sides were whole."
        self.numbers = 0
        for name, other in (("North", "South"), ("South", "North")):
            node = Node(name, other, Clock(), TestSigner(name), self.ledger)
            self.nodes[name] = node
            node.start()
        self.connect()

    # -- links ------------------------------------------------------------------------------------

    def all_nodes(self) -> list[Node]:
        return [*self.nodes.values(), *self.clones]

    def links(self) -> list[Link]:
        return list(dict.fromkeys(link for node in self.all_nodes() for link in node.links))

    def running(self, name: str) -> Node | None:
        node = self.nodes[name]
        return node if node.line is not None else None

    @rule()
    def connect(self) -> None:
        """A link comes up between the two nodes."""
        north, south = self.nodes["North"], self.nodes["South"]
        if north.line is not None and south.line is not None and len(self.links()) < 3:
            Link(north, south)

    @rule(side=SIDES)
    def connect_clone(self, side: str) -> None:
        clone = next((each for each in self.clones if each.name != side and each.line is not None), None)
        node = self.running(side)
        if clone is not None and node is not None and not clone.links:
            pair = (node, clone) if side == "North" else (clone, node)
            Link(*pair)

    @rule(place=st.integers(0, 2))
    def cut(self, place: int) -> None:
        links = self.links()
        if links:
            links[place % len(links)].cut()

    @rule(side=SIDES, count=st.integers(1, 6), place=st.integers(0, 2))
    def deliver(self, side: str, count: int, place: int) -> None:
        """Some frames arrive as one batch."""
        links = self.links()
        if links:
            link = links[place % len(links)]
            link.deliver(link.north if side == "North" else link.south, count)

    @rule(times=st.integers(1, 3))
    def deliver_all(self, times: int) -> None:
        for link in self.links() * times:
            link.exchange()

    @rule(side=SIDES, mix=st.sampled_from(["drop", "double", "turn", "last first"]), place=st.integers(0, 2))
    def mix_up(self, side: str, mix: str, place: int) -> None:
        links = [each for each in self.links() if each.queues[side]]
        if not links:
            return
        queue = links[place % len(links)].queues[side]
        if mix == "drop":
            queue.pop(0)
        elif mix == "double":
            queue.append(queue[0])
        elif mix == "turn":
            queue.reverse()
        else:
            queue.insert(0, queue.pop())

    # -- processes and disks ----------------------------------------------------------------------

    @rule(side=SIDES, when=st.sampled_from(CRASHES))
    def crash_soon(self, side: str, when: str) -> None:
        self.nodes[side].crash = when

    @rule(side=SIDES)
    def kill(self, side: str) -> None:
        self.nodes[side].stop()

    @rule(side=SIDES)
    def start(self, side: str) -> None:
        if self.nodes[side].line is None:
            self.nodes[side].start()
            self.connect()

    @rule(side=SIDES)
    def shut_down(self, side: str) -> None:
        node = self.running(side)
        if node is not None and node.line is not None:
            node.do(node.line.close(node.clock.read()))
            node.stop()

    @rule(side=SIDES, back=st.integers(0, 12), empty=st.booleans())
    def restore(self, side: str, back: int, empty: bool) -> None:
        """One party loses its disk, or what came after a backup; never both before they are whole again."""
        node = self.nodes[side]
        if self.damaged in ("", side) and node.commits:
            self.damaged = side
            node.restore(-1 if empty else max(0, len(node.commits) - 1 - back))
            if not empty:
                node.start()
                self.connect()

    @rule(side=SIDES, back=st.integers(0, 5))
    @precondition(lambda self: not self.clones)
    def clone(self, side: str, back: int) -> None:
        """A second live node of one party, on a copy of its disk."""
        node = self.nodes[side]
        if not node.commits:
            return
        commit = max(0, len(node.commits) - 1 - back)
        twin = Node(node.name, node.other, Clock(node.clock.steady), node.signer, self.ledger)
        twin.hold(node.stored[: node.commits[commit]])
        twin.commits = node.commits[: commit + 1]
        self.clones.append(twin)
        twin.start()

    @rule()
    @precondition(lambda self: self.clones)
    def end_clone(self) -> None:
        self.clones.pop().stop()

    # -- time -------------------------------------------------------------------------------------

    @rule(length=st.sampled_from([SECOND, 20 * SECOND, 61 * SECOND, 10 * MINUTE, 2 * HOUR]))
    def later(self, length: int) -> None:
        """Time passes on every machine; nothing arrives meanwhile."""
        for node in self.all_nodes():
            self.wait(node, length)

    def wait(self, node: Node, length: int) -> None:
        end = node.clock.steady + length
        for _ in range(200):
            due = node.line.deadline if node.line is not None else None
            if node.line is None or due is None:
                break
            rest = due - node.line.time.at(node.clock.read())
            if node.clock.steady + rest > end:
                break
            node.clock.steady += max(rest, 0)
            node.tick()
        node.clock.steady = end
        node.tick()

    @rule(side=SIDES, offset=st.sampled_from([-DAY, -5 * SECOND, 0, SECOND, HOUR]))
    def set_clock(self, side: str, offset: int) -> None:
        self.nodes[side].clock.offset = offset

    # -- people -----------------------------------------------------------------------------------

    def someone(self, side: str, twin: bool) -> Node | None:
        clone = next((each for each in self.clones if each.name == side), None)
        return clone if twin and clone is not None else self.running(side)

    def sign(
        self, node: Node, body: B, number: int, entry: bytes = NO_ENTRY, commitment: bytes = NO_ENTRY
    ) -> B:
        name = f"{node.name} {('one', 'two')[number]}"
        self.signed += 1
        unsigned = Statement(
            officer=name,
            action=body.ACTION,
            entry=entry,
            commitment=commitment,
            detail=body.detail(),
            time=START + self.signed,
        )
        assert node.line is not None
        identity = node.line.identity
        message = unsigned.signed_bytes(identity.environment, identity.line)
        signature = officer_key(name).sign(message).signature
        return body.stated(replace(unsigned, signature=signature))

    @rule(side=SIDES, twin=st.booleans(), precedence=st.sampled_from(Precedence), count=st.integers(1, 3))
    def send(self, side: str, twin: bool, precedence: Precedence, count: int) -> None:
        for _ in range(count):
            node = self.someone(side, twin)
            if node is None or node.line is None:
                return
            self.numbers += 1
            message = Message(to=(DESK,), from_desk=DESK, text=f"message {self.numbers}")
            at = node.line.time.at(node.clock.read())
            node.say(node.line.machines.messages.send(message, precedence=precedence, now=at))

    @rule(side=SIDES, officer=st.integers(0, 1), ack=st.booleans())
    def read(self, side: str, officer: int, ack: bool) -> None:
        node = self.running(side)
        if node is None or node.line is None:
            return
        messages = node.line.machines.messages
        theirs = [each for each in messages.traces.values() if not each.ours]
        if not theirs:
            return
        trace = theirs[-1]
        body: ReceiptRead | ReceiptAcknowledge = (
            messages.prepare_acknowledge(trace.hash, DESK) if ack else messages.prepare_read(trace.hash, DESK)
        )
        signed = self.sign(node, body, officer, trace.hash, trace.commitment)
        self.attempt(node, lambda line: messages.state(signed))  # type: ignore[arg-type]

    def attempt(self, node: Node, make: Callable[[Line], Draft]) -> None:
        assert node.line is not None
        try:
            draft = make(node.line)
        except LocalError:
            return
        node.say(draft)

    @rule(side=SIDES, officer=st.integers(0, 1))
    def take_watch(self, side: str, officer: int) -> None:
        node = self.running(side)
        if node is not None:
            body = self.sign(node, WatchTake(desk=DESK), officer)
            self.attempt(node, lambda line: line.machines.watches.take(body))

    @rule(side=SIDES, officer=st.integers(0, 1))
    def leave_watch(self, side: str, officer: int) -> None:
        node = self.running(side)
        if node is not None:
            body = self.sign(node, WatchHandOver(desk=DESK), officer)
            self.attempt(node, lambda line: line.machines.watches.hand_over(body))

    @rule(side=SIDES)
    def place_call(self, side: str) -> None:
        node = self.running(side)
        if node is not None and node.line is not None:
            self.numbers += 1
            at = node.line.time.at(node.clock.read())
            self.attempt(
                node,
                lambda line: line.machines.calls.place(
                    desk=DESK, from_desk=DESK, call_id=self.numbers.to_bytes(16, "big"), now=at
                ),
            )

    @rule(side=SIDES, answer=st.booleans(), officer=st.integers(0, 1))
    def take_call(self, side: str, answer: bool, officer: int) -> None:
        node = self.running(side)
        if node is None or node.line is None:
            return
        calls = node.line.machines.calls
        open_calls = [each for each in calls.all() if not each.ours and each.state not in OVER]
        if not open_calls:
            return
        call = open_calls[-1].call
        try:
            prepared = (
                calls.prepare_answer(call)
                if answer
                else calls.prepare_decline(call, reason=Reason.NONE_GIVEN)
            )
            signed = self.sign(node, prepared.body, officer, prepared.entry, prepared.commitment)
            draft = calls.answer(signed) if answer else calls.decline(signed)  # type: ignore[arg-type]
        except LocalError:
            return
        node.say(draft)

    @rule(side=SIDES, hang_up=st.booleans())
    def end_call(self, side: str, hang_up: bool) -> None:
        node = self.running(side)
        if node is None or node.line is None:
            return
        ours = [each for each in node.line.machines.calls.all() if hang_up or each.ours]
        at = node.line.time.at(node.clock.read())
        if ours:
            name = ours[-1].call
            self.attempt(
                node,
                lambda line: (
                    line.machines.calls.hang_up(name, at) if hang_up else line.machines.calls.cancel(name)
                ),
            )

    @rule(side=SIDES)
    def check(self, side: str) -> None:
        node = self.running(side)
        if node is not None and node.line is not None:
            node.say(node.line.machines.checks.check())

    # -- what must hold ---------------------------------------------------------------------------

    @invariant()
    def each_is_shown_and_said_once(self) -> None:
        if hasattr(self, "ledger"):
            twice = [key for key, count in self.ledger.once.items() if count > 1]
            assert not twice, f"I6, I18: {twice}"

    @rule()
    def replay(self) -> None:
        """What is stored rebuilds the same line."""
        for node in self.all_nodes():
            if node.line is not None:
                again = node.make()
                again.replay(node.stored)
                assert views(again) == views(node.line)
                if node.line.opened:  # until then, what was found may wait for its signature
                    assert again.logs.reported == node.line.logs.reported

    @rule()
    def heal(self) -> None:
        """No more faults: the nodes run, one path works. Then both sides hold the same, and everything."""
        self.end_faults()
        north, south = self.nodes["North"], self.nodes["South"]
        before = {each.entry.hash for node in (north, south) for each in node.stored}
        link = Link(north, south)
        for _ in range(EXCHANGES_MAX):
            link.exchange()
        assert all(before <= holdings(node) for node in (north, south)), "I5: not within three exchanges"
        exchanges = EXCHANGES_MAX
        while any(link.queues.values()):
            exchanges += 1
            assert exchanges < QUIET_AFTER, "the two nodes never stop talking"
            link.exchange()
        self.check_whole(north, south)
        self.damaged = ""

    def end_faults(self) -> None:
        for clone in self.clones:
            clone.stop()
        self.clones.clear()
        for link in self.links():
            link.cut()
        for node in self.nodes.values():
            node.crash = ""
            if node.line is None:
                node.start()

    def check_whole(self, north: Node, south: Node) -> None:
        assert holdings(north) == holdings(south), "I5: the two stores differ"
        for node in (north, south):
            assert self.ledger.acknowledged[node.name] <= holdings(node), "I1: an acknowledged entry is lost"
            check_chains(node)
            check_stands_by(node)
            check_checkpoints(node)
            check_origins(node)
        assert outcomes(north) == outcomes(south), "I11"

    def teardown(self) -> None:
        if hasattr(self, "nodes"):
            self.heal()
            self.replay()
            for node in self.nodes.values():
                node.clock.steady += 2 * DAY
                node.tick()
                check_clocks(node)


@covers("I1", "I2", "I3", "I4", "I5", "I6", "I7", "I8", "I11", "I18", "I19", "I21")
@covers("RECORD-001", "RECORD-004", "RECORD-006", "RECORD-007", "RECORD-008")
class TestBadDays(BadDay.TestCase):  # type: ignore[misc,valid-type]
    settings = settings(
        deadline=None,
        stateful_step_count=30,
        suppress_health_check=[HealthCheck.too_slow],
    )
