"""Any order of issuing, replacing, cancelling and answering from both sides, and every restart."""

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from firebreak.core.base.errors import LocalError
from firebreak.core.base.instants import DAY, HOUR, MINUTE
from firebreak.core.envelope.kinds import Precedence
from firebreak.core.envelope.officer import StatedBody
from firebreak.core.notice.answers import NoticePassed, NoticeRenewed, Word
from firebreak.core.notice.life import State
from tests.core.notice.two_sides import Pair, answer, cancel, essence, firing, read_back
from tests.covering import covers

SIDES = st.sampled_from([0, 1])
PICKS = st.integers(0, 9)


@covers("NOTICE-010", "NOTICE-014")
class TwoSides(RuleBasedStateMachine):
    @initialize()
    def begin(self) -> None:
        self.pair = Pair()
        self.ended: dict[tuple[int, bytes], State] = {}

    def pick(self, index: int, pick: int) -> bytes:
        names = list(self.pair.sides[index].cases)
        return names[pick % len(names)] if names else bytes(32)

    def attempt(self, index: int, body: StatedBody, precedence: Precedence = Precedence.ROUTINE) -> None:
        """A command is refused with nothing changed, or its entry is written."""
        side = self.pair.sides[index]
        before = essence(side, self.pair.now)
        try:
            self.pair.say(side, body, precedence=precedence)
        except LocalError:
            assert essence(side, self.pair.now) == before

    @rule(index=SIDES, hours=st.sampled_from([1, 30, 100]), precedence=st.sampled_from(Precedence))
    def issue(self, index: int, hours: int, precedence: Precedence) -> None:
        self.attempt(index, firing(hours * HOUR, now=self.pair.now), precedence)

    @rule(index=SIDES, pick=PICKS)
    def replace(self, index: int, pick: int) -> None:
        self.attempt(index, firing(4 * DAY, now=self.pair.now, replaces=self.pick(index, pick)))

    @rule(index=SIDES, pick=PICKS)
    def cancel(self, index: int, pick: int) -> None:
        self.attempt(index, cancel(self.pick(index, pick)))

    @rule(index=SIDES, pick=PICKS, word=st.sampled_from([Word.ACKNOWLEDGE, Word.COMPLY, Word.REJECT]))
    def answer(self, index: int, pick: int, word: Word) -> None:
        self.attempt(index, answer(self.pick(index, pick), word))

    @rule(index=SIDES, pick=PICKS, number=st.integers(1, 4))
    def confirm(self, index: int, pick: int, number: int) -> None:
        self.attempt(index, answer(self.pick(index, pick), Word.CONFIRM, read_back=read_back(number)))

    @rule(index=SIDES, pick=PICKS)
    def pass_on(self, index: int, pick: int) -> None:
        body = NoticePassed(notice=self.pick(index, pick), to="coast guard", passed_at=self.pair.now)
        self.attempt(index, body)

    @rule(index=SIDES, pick=PICKS)
    def renew(self, index: int, pick: int) -> None:
        due = self.pair.now + DAY
        self.attempt(index, NoticeRenewed(notice=self.pick(index, pick), confirm_by=due))

    @rule(index=SIDES, count=st.integers(1, 4), late_first=st.booleans())
    def carry(self, index: int, count: int, late_first: bool) -> None:
        side = self.pair.sides[index]
        if late_first:
            side.outgoing.reverse()
        self.pair.carry(side, count)

    @rule(minutes=st.sampled_from([1, 15, 600, 6_000]))
    def pass_by(self, minutes: int) -> None:
        self.pair.pass_by(minutes * MINUTE)
        for side in self.pair.sides:
            deadline = side.notices.deadline
            assert deadline is None or deadline > self.pair.now

    @rule(index=SIDES)
    def restart(self, index: int) -> None:
        side = self.pair.sides[index]
        before = essence(side, self.pair.now)
        self.pair.restart(side)
        assert essence(side, self.pair.now) == before

    @invariant()
    def an_end_is_for_good(self) -> None:
        for index, side in enumerate(self.pair.sides):
            for name, case in side.cases.items():
                state = case.state(self.pair.now)
                if self.ended.get((index, name)) in (State.REPLACED, State.CANCELLED):
                    assert state in (State.REPLACED, State.CANCELLED)
                self.ended[index, name] = state

    def teardown(self) -> None:
        if not hasattr(self, "pair"):
            return
        self.pair.settle()
        north, south = (essence(side, self.pair.now) for side in self.pair.sides)
        assert north == south


TwoSides.TestCase.settings = settings(max_examples=60, stateful_step_count=30, deadline=None)
test_both_sides_agree_on_every_notice = TwoSides.TestCase
