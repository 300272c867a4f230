"""Any order of what both sides say of matchings, with hostile entries and every restart."""

from itertools import combinations
from typing import Any

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from firebreak.core.base.errors import LocalError
from firebreak.core.base.instants import HOUR
from firebreak.core.envelope.header import Ref
from firebreak.core.matching.bodies import MatchingCommit, Role, Word
from firebreak.core.matching.case import Case
from firebreak.core.matching.life import State
from tests.core.matching.two_sides import START, Pair, Side, answer, done, essence, parts, proposal
from tests.covering import covers

SIDES = st.sampled_from([0, 1])
PICKS = st.integers(0, 9)
ROLES = st.sampled_from(Role)
DATA = st.sampled_from([b"blinded", b"other", b"x" * 13_000])


@covers("MATCHING-007", "MATCHING-012", "MATCHING-016")
class TwoSides(RuleBasedStateMachine):
    @initialize()
    def begin(self) -> None:
        self.pair = Pair()

    def pick(self, index: int, pick: int) -> bytes:
        names = list(self.pair.sides[index].cases)
        return names[pick % len(names)] if names else bytes(32)

    def attempt(self, index: int, say: Any, *arguments: Any) -> None:
        """A command is refused with nothing changed, or its entry is written."""
        side = self.pair.sides[index]
        before = essence(side, self.pair.now)
        try:
            say(side, *arguments)
        except LocalError:
            assert essence(side, self.pair.now) == before

    @rule(index=SIDES, hours=st.integers(-1, 9), items=st.sampled_from([100, 1_000]))
    def propose(self, index: int, hours: int, items: int) -> None:
        body = proposal(START + 3 * hours * HOUR, items_max=items)
        self.attempt(index, self.pair.say, body)

    @rule(index=SIDES, pick=PICKS, word=st.sampled_from([Word.ACCEPT, Word.ACCEPT, Word.DECLINE]))
    def answer(self, index: int, pick: int, word: Word) -> None:
        self.attempt(index, self.pair.say, answer(self.pick(index, pick), word))

    @rule(index=SIDES, pick=PICKS)
    def commit(self, index: int, pick: int) -> None:
        self.attempt(index, self.pair.commit, self.pick(index, pick))

    @rule(index=SIDES, pick=PICKS, role=ROLES, data=DATA)
    def send(self, index: int, pick: int, role: Role, data: bytes) -> None:
        self.attempt(index, self.pair.send, self.pick(index, pick), role, data)

    @rule(index=SIDES, pick=PICKS)
    def run(self, index: int, pick: int) -> None:
        """All that an honest program sends at once."""
        for role in Role:
            self.attempt(index, self.pair.send, self.pick(index, pick), role)

    @rule(index=SIDES, pick=PICKS, hits=st.integers(0, 2))
    def conclude(self, index: int, pick: int, hits: int) -> None:
        self.attempt(index, self.pair.say, done(self.pick(index, pick), hits))

    @rule(index=SIDES, pick=PICKS, role=ROLES, data=DATA, known=st.integers(0, 2), turned=st.booleans())
    def forge_part(self, index: int, pick: int, role: Role, data: bytes, known: int, turned: bool) -> None:
        """A node of ill will names what it knows, in whatever order."""
        side, name = self.pair.sides[index], self.pick(index, pick)
        refs = commitments(side, name)[:known]
        for each in parts(name, role, data):
            self.pair.forge(side, each, *(reversed(refs) if turned else refs))

    @rule(index=SIDES, pick=PICKS, named=st.booleans())
    def forge_commit(self, index: int, pick: int, named: bool) -> None:
        side, name = self.pair.sides[index], self.pick(index, pick)
        case = side.cases.get(name)
        accepted = case.answer.ref.hash if named and case and case.answer else bytes(32)
        self.pair.forge(side, MatchingCommit(matching=name, answer=accepted, commitment=bytes(32)))

    @rule(index=SIDES, count=st.integers(1, 4), late_first=st.booleans())
    def carry(self, index: int, count: int, late_first: bool) -> None:
        side = self.pair.sides[index]
        if late_first:
            side.outgoing.reverse()
        self.pair.carry(side, count)

    @rule(minutes=st.sampled_from([1, 60, 600, 3_000]))
    def pass_by(self, minutes: int) -> None:
        self.pair.pass_by(minutes * 60_000)

    @rule(index=SIDES)
    def restart(self, index: int) -> None:
        side = self.pair.sides[index]
        before = essence(side, self.pair.now)
        self.pair.restart(side)
        assert essence(side, self.pair.now) == before

    @invariant()
    def nothing_counts_before_both_commitments(self) -> None:
        for side in self.pair.sides:
            for case in side.cases.values():
                begun = [case.message(role, ours=ours) for role in Role for ours in (True, False)]
                assert case.committed or not any(begun)
                for ours in (True, False):
                    self.after_both(side, case, ours=ours)

    def after_both(self, side: Side, case: Case, *, ours: bool) -> None:
        """What counts of a side stands behind its own commitment in its log, and names the other's."""
        for role in Role:
            found = case.message(role, ours=ours)
            own, other = case.commitment(ours=ours), case.commitment(ours=not ours)
            for ref in found.held if found else ():
                if ref is not None:
                    (item,) = [each for each in side.record if each.ref == ref]
                    assert own is not None
                    assert other is not None
                    assert [each.hash for each in item.header.refs] == [own.ref.hash, other.ref.hash]
                    assert (item.header.time.lo, ref.segment, ref.seq) > own.order

    @invariant()
    def a_bucket_has_one_run(self) -> None:
        """Of what both our nodes wrote honestly; a forged commitment is its own side's loss."""
        for side in self.pair.sides:
            run = [each for each in side.cases.values() if each.committed and not forged(each)]
            assert not any(one.overlaps(two.body) for one, two in combinations(run, 2))

    def teardown(self) -> None:
        if not hasattr(self, "pair"):
            return
        self.pair.settle()
        north, south = (essence(side, self.pair.now) for side in self.pair.sides)
        assert north == south


def commitments(side: Side, name: bytes) -> list[Ref]:
    case = side.cases.get(name)
    found = [] if case is None else [case.commitment(ours=True), case.commitment(ours=False)]
    return [each.ref for each in found if each is not None]


def forged(case: Case) -> bool:
    both = [case.commitment(ours=ours) for ours in (True, False)]
    return sum(each is not None and each.commitment == bytes(32) for each in both) == len(both)


TwoSides.TestCase.settings = settings(max_examples=80, stateful_step_count=40, deadline=None)
test_both_sides_agree_on_every_matching = TwoSides.TestCase


@covers("MATCHING-016")
def test_every_honest_run_completes_in_every_order_of_arrival() -> None:
    for late_first in (False, True):
        pair = Pair()
        name = pair.bound()
        for side in pair.sides:
            for role in Role:
                pair.send(side, name, role, b"y" * 30_000)
            if late_first:
                side.outgoing.reverse()
        pair.settle()
        for side in pair.sides:
            assert side.cases[name].state(pair.now) is State.COMPLETE
