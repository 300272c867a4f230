"""Two machines, one wire, and everything that people, links and restarts do between them."""

from collections.abc import Callable

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from firebreak.core.base.errors import LocalError
from firebreak.core.call.bodies import Reason
from firebreak.core.call.events import CallDoubted
from firebreak.core.call.evidence import Evidence
from firebreak.core.call.facts import FAREWELLS, WORDS
from firebreak.core.call.outcome import account
from firebreak.core.call.views import CallView
from firebreak.core.envelope.learnt import Draft
from tests.core.call.wire import Pair, Side, call_id, events_of, signed
from tests.covering import covers

DESKS = ("air", "sea")
SIDES = st.sampled_from([0, 1])
NUMBERS = st.integers(1, 12)


def essence(view: CallView) -> tuple[object, ...]:
    """What both sides have to agree on."""
    return (
        view.call,
        view.outcome,
        view.state,
        view.crossed,
        view.mutual,
        view.officer,
        view.words,
        view.refs,
    )


@covers("I11", "CALL-005")
class TwoSides(RuleBasedStateMachine):
    @initialize()
    def begin(self) -> None:
        self.pair = Pair()
        self.number = 0
        self.held: dict[tuple[int, bool, bytes], Evidence] = {}

    def side(self, index: int) -> Side:
        return self.pair.sides[index]

    def attempt(self, side: Side, make: Callable[[], Draft]) -> None:
        """A command is refused with nothing changed, or its draft is written."""
        before = side.calls.all()
        try:
            draft = make()
        except LocalError:
            assert side.calls.all() == before
        else:
            side.write(draft, self.pair.now)

    @rule(index=SIDES, desk=st.sampled_from(DESKS), from_desk=st.sampled_from(DESKS), ring=st.integers(5, 60))
    def place(self, index: int, desk: str, from_desk: str, ring: int) -> None:
        self.number += 1
        side, number, now = self.side(index), call_id(self.number), self.pair.now
        self.attempt(
            side,
            lambda: side.calls.place(
                desk=desk, from_desk=from_desk, call_id=number, now=now, ring_seconds=ring
            ),
        )

    @rule(index=SIDES, number=NUMBERS)
    def answer(self, index: int, number: int) -> None:
        calls = self.side(index).calls
        self.attempt(self.side(index), lambda: calls.answer(signed(calls.prepare_answer(call_id(number)))))

    @rule(index=SIDES, number=NUMBERS, reason=st.sampled_from([Reason.REFUSED, Reason.OFF_HOURS]))
    def decline(self, index: int, number: int, reason: Reason) -> None:
        calls = self.side(index).calls
        self.attempt(
            self.side(index),
            lambda: calls.decline(signed(calls.prepare_decline(call_id(number), reason=reason))),
        )

    @rule(index=SIDES, number=NUMBERS)
    def busy(self, index: int, number: int) -> None:
        calls = self.side(index).calls
        self.attempt(self.side(index), lambda: calls.busy(signed(calls.prepare_busy(call_id(number)))))

    @rule(index=SIDES, number=NUMBERS)
    def withdraw(self, index: int, number: int) -> None:
        self.attempt(self.side(index), lambda: self.side(index).calls.cancel(call_id(number)))

    @rule(index=SIDES, number=NUMBERS)
    def hang_up(self, index: int, number: int) -> None:
        calls = self.side(index).calls
        self.attempt(self.side(index), lambda: calls.hang_up(call_id(number), self.pair.now))

    @rule(index=SIDES, count=st.integers(1, 4))
    def carry(self, index: int, count: int) -> None:
        self.pair.carry(self.side(index), count)

    @rule(index=SIDES)
    def tick(self, index: int) -> None:
        side = self.side(index)
        side.tick(self.pair.now)
        side.tick(self.pair.now)  # a call that was given up may let the other one of a glare ring
        deadline = side.calls.deadline
        assert deadline is None or deadline > self.pair.now

    @rule(seconds=st.sampled_from([1, 10, 40, 200]))
    def pass_by(self, seconds: int) -> None:
        self.pair.pass_by(seconds)

    @rule(index=SIDES)
    def restart(self, index: int) -> None:
        side = self.side(index)
        before = side.calls.all()
        side.start()
        assert side.calls.all() == before

    @rule(index=SIDES, consoles=st.integers(0, 2), desk=st.sampled_from(DESKS))
    def watch(self, index: int, consoles: int, desk: str) -> None:
        self.side(index).watch.by_desk[desk] = consoles

    @invariant()
    def evidence_never_falls(self) -> None:
        for index, side in enumerate(self.pair.sides):
            for view in side.calls.all():
                key = (index, view.ours, view.call)
                assert view.evidence >= self.held.get(key, Evidence.NONE)
                self.held[key] = view.evidence

    @invariant()
    def an_honest_side_ends_a_call_once(self) -> None:
        for side in self.pair.sides:
            for call in side.calls.book.calls.values():
                own = [each.kind for each in call.facts if each.by_caller is call.key.ours]
                assert len([kind for kind in own if kind in WORDS | FAREWELLS]) <= 1
                assert account(reversed(call.facts)) == call.account

    def teardown(self) -> None:
        """When all has arrived and every clock has run out, both tell the same and nothing waits."""
        if not hasattr(self, "pair"):
            return
        self.pair.settle()
        self.pair.wait(400)
        north, south = self.pair.sides
        ours = {(view.ours, view.call): essence(view) for view in north.calls.all()}
        theirs = {(not view.ours, view.call): essence(view) for view in south.calls.all()}
        assert ours == theirs
        for side in self.pair.sides:
            assert not side.calls.book.waiting
            assert not events_of(side, CallDoubted)
            assert not [view for view in side.calls.all() if view.findings]


TestTwoSides = TwoSides.TestCase
TestTwoSides.settings = settings(stateful_step_count=40)
