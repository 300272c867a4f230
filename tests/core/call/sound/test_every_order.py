"""Whatever order entries arrive in, and whatever two sides write, both stand in one state."""

from collections.abc import Callable
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from firebreak.core.base.errors import LocalError
from firebreak.core.call.book import Book
from firebreak.core.call.facts import CallKey
from firebreak.core.call.sound.bodies import Sdp
from firebreak.core.call.sound.course_bodies import Change, Consent
from firebreak.core.call.sound.views import SoundView, sound_view
from firebreak.core.envelope.learnt import Learnt
from tests.core.call.sound.speech import (
    CALLEE_KEY,
    CALLER_KEY,
    CANDIDATE,
    KEYS,
    MIDDLE,
    change,
    consent,
    handed,
    secure,
    speak,
    warm,
)
from tests.core.call.wire import Pair, Side, call_id, signed
from tests.covering import covers

SIDES = st.sampled_from([0, 1])
LEGS = st.integers(0, 2)
KEY = st.sampled_from([None, MIDDLE])


@covers("SOUND-016", "I11")
class TwoConsoles(RuleBasedStateMachine):
    """Officers and consoles of both sides, honest or not, on two wires of lists."""

    @initialize()
    def begin(self) -> None:
        self.pair = Pair()
        self.pair.place(self.pair.north, media_key=CALLER_KEY)

    def attempt(self, index: int, work: Callable[[Side], object]) -> None:
        """A refused command changes nothing."""
        side = self.pair.sides[index]
        before, count = side.calls.all(), len(side.record)
        try:
            work(side)
        except LocalError:
            assert (side.calls.all(), len(side.record)) == (before, count)

    @rule(index=SIDES, kind=st.sampled_from(Sdp), leg=LEGS, key=KEY, officer=st.booleans())
    def describe(self, index: int, kind: Sdp, leg: int, key: bytes | None, officer: bool) -> None:
        work = speak if officer else warm
        self.attempt(index, lambda side: work(self.pair, side, kind, key, leg=leg))

    @rule(key=st.sampled_from([None, CALLEE_KEY, MIDDLE]))
    def answer(self, key: bytes | None) -> None:
        def work(side: Side) -> None:
            self.pair.say(side, signed(side.calls.prepare_answer(call_id(1), media_key=key)))

        self.attempt(1, work)

    @rule(index=SIDES, leg=LEGS, ours=KEY, theirs=KEY, checks=st.sampled_from([3, 3, 3, 1]))
    def look(self, index: int, leg: int, ours: bytes | None, theirs: bytes | None, checks: int) -> None:
        def work(side: Side) -> None:
            found = {
                "ours": ours or KEYS[side.name],
                "theirs": theirs or KEYS[self.pair.other(side).name],
                "checks": checks,
            }
            secure(self.pair, side, leg=leg, **found)

        self.attempt(index, work)

    @rule(index=SIDES, leg=LEGS)
    def name_a_candidate(self, index: int, leg: int) -> None:
        def work(side: Side) -> None:
            speaking = side.calls.steering.speaking
            draft = speaking.candidates(call_id(1), leg=leg, candidates=(CANDIDATE,))
            side.write(draft, self.pair.now)

        self.attempt(index, work)

    @rule(index=SIDES, what=st.sampled_from(list(Change)[:4]))
    def steer(self, index: int, what: Change) -> None:
        who = "an interpreter" if what in (Change.JOIN, Change.LEAVE) else ""
        self.attempt(index, lambda side: change(self.pair, side, what, who=who))

    @rule(index=SIDES)
    def pass_on(self, index: int) -> None:
        def work(side: Side) -> None:
            side.write(side.calls.steering.hand_over(handed(side)), self.pair.now)

        self.attempt(index, work)

    @rule(index=SIDES, what=st.sampled_from(Consent))
    def record(self, index: int, what: Consent) -> None:
        self.attempt(index, lambda side: consent(self.pair, side, what))

    @rule(index=SIDES, media_up=st.booleans())
    def hang_up(self, index: int, media_up: bool) -> None:
        def work(side: Side) -> None:
            side.write(side.calls.hang_up(call_id(1), self.pair.now, media_up=media_up), self.pair.now)

        self.attempt(index, work)

    @rule(index=SIDES, count=st.integers(1, 4))
    def carry(self, index: int, count: int) -> None:
        self.pair.carry(self.pair.sides[index], count)

    @rule(index=SIDES)
    def tick(self, index: int) -> None:
        self.pair.sides[index].tick(self.pair.now)

    @rule(index=SIDES)
    def restart(self, index: int) -> None:
        side = self.pair.sides[index]
        before = side.calls.all()
        side.start()
        assert side.calls.all() == before

    @invariant()
    def no_leg_is_secured_but_by_the_keys_that_officers_signed(self) -> None:
        for side in self.pair.sides:
            for view in side.calls.all():
                for leg in view.sound.legs:
                    if leg.state.value in ("signed", "checked", "secured"):
                        assert all(each.signed for each in leg.ends)
                        assert len(leg.ends) == 2

    def teardown(self) -> None:
        """When all has arrived both tell the same, and a stranger who reads it in any order tells it too."""
        if not hasattr(self, "pair"):
            return
        for side in self.pair.sides:
            self.pair.carry(side)
        north, south = (each.calls.all() for each in self.pair.sides)
        ours, theirs = [each.sound for each in north], [each.sound for each in south]
        assert ours == theirs
        assert [each.evidence for each in north] == [each.evidence for each in south]
        assert folded(reversed(self.pair.north.record)) == ours[0]


def folded(record: object) -> SoundView:
    """The standing of the call as a book tells it that learnt a record in this order."""
    book = Book()
    for each in record:  # type: ignore[attr-defined]
        book.learn(each)
    return sound_view(book.sounds.standing(CallKey(ours=True, call=call_id(1))))


TestTwoConsoles = TwoConsoles.TestCase
TestTwoConsoles.settings = settings(stateful_step_count=40)


def a_call() -> list[Learnt]:
    """Everything that is said of one call, as north has it."""
    pair = Pair()
    pair.place(pair.north, media_key=CALLER_KEY)
    speak(pair, pair.north, Sdp.OFFER)
    pair.settle()
    warm(pair, pair.south, Sdp.ANSWER)
    pair.settle()
    pair.say(pair.south, signed(pair.south.calls.prepare_answer(call_id(1), media_key=CALLEE_KEY)))
    pair.settle()
    for side in pair.sides:
        secure(pair, side)
    pair.settle()
    change(pair, pair.north, Change.HOLD)
    consent(pair, pair.south, Consent.ASKED)
    pair.settle()
    consent(pair, pair.north, Consent.GIVEN)
    pair.settle()
    return pair.north.record


RECORD = a_call()


@covers("SOUND-016")
@given(st.permutations(RECORD))
@settings(deadline=None)
def test_the_standing_is_the_same_for_every_order_of_arrival(record: list[Learnt]) -> None:
    assert folded(record) == folded(RECORD)


@covers("SOUND-016")
@given(st.permutations(RECORD))
@settings(deadline=None)
def test_a_replay_gives_the_state_that_the_live_process_had(record: list[Learnt]) -> None:
    first, second = Book(), Book()
    for each in record:
        first.learn(each)
    for each in record:
        second.learn(replace(each))
    assert first.sounds == second.sounds
