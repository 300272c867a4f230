"""What is wrong around a node colours its line and travels with every answer to a line check."""

import pytest

from firebreak.core.base.instants import MINUTE
from firebreak.core.line.rates import Limit
from firebreak.core.linecheck.bodies import Trouble
from firebreak.core.linecheck.events import CheckAnswered, TroubleChanged
from firebreak.core.linecheck.status import Colour, Reason
from tests.covering import covers
from tests.pair import Pair

THEIRS = {
    Trouble.CLOCK: (Reason.OUR_CLOCK, Reason.THEIR_CLOCK),
    Trouble.LINK: (Reason.OUR_LINK, Reason.THEIR_LINK),
    Trouble.WITNESS: (Reason.OUR_WITNESS, Reason.THEIR_WITNESS),
    Trouble.SPACE: (Reason.OUR_SPACE, Reason.THEIR_SPACE),
}


def reasons(pair: Pair) -> tuple[tuple[Reason, ...], tuple[Reason, ...]]:
    """North's and South's."""
    found = [
        each.line.machines.checks.status(each.line.time.at(pair.world.moment())).reasons
        for each in pair.ends()
    ]
    return found[0], found[1]


def asked(pair: Pair) -> None:
    """South asks, and North answers."""
    pair.south.say(pair.south.line.machines.checks.check())
    pair.settle()


@covers("I30", "CHECK-023", "CHECK-024")
@pytest.mark.parametrize("trouble", THEIRS)
def test_a_trouble_is_on_our_desk_at_once_and_on_theirs_with_the_next_check_until_it_is_over(
    trouble: Trouble,
) -> None:
    pair = Pair()
    ours, theirs = THEIRS[trouble]
    asked(pair)
    pair.north.do(pair.north.line.feel(trouble, pair.world.moment()))
    assert [each.began for each in pair.north.events(TroubleChanged)] == [(trouble,)]
    assert ours in reasons(pair)[0]
    assert theirs not in reasons(pair)[1]
    asked(pair)
    assert pair.south.events(CheckAnswered)[-1].trouble == trouble
    assert theirs in reasons(pair)[1]
    status = pair.south.line.machines.checks.status(pair.south.line.time.at(pair.world.moment()))
    assert status.colour is Colour.AMBER
    pair.north.do(pair.north.line.feel(trouble, pair.world.moment()))
    pair.north.do(pair.north.line.feel(Trouble.NONE, pair.world.moment()))
    assert [(each.began, each.ended) for each in pair.north.events(TroubleChanged)] == [
        ((trouble,), ()),
        ((), (trouble,)),
    ]
    asked(pair)
    assert reasons(pair)[1] == (Reason.ANSWERED,)


@covers("CHECK-023")
def test_what_others_have_found_wrong_stays_when_the_machine_is_well() -> None:
    pair = Pair()
    answers = pair.north.line.machines.checks.answers
    answers.trouble |= Trouble.STORAGE | Trouble.CONTRADICTION
    pair.north.do(pair.north.line.feel(Trouble.LINK, pair.world.moment()))
    pair.north.do(pair.north.line.feel(Trouble.NONE, pair.world.moment()))
    assert answers.trouble == Trouble.STORAGE | Trouble.CONTRADICTION


@covers("LIMITS-007")
def test_a_disk_without_room_but_the_reserve_takes_what_is_urgent() -> None:
    pair = Pair()
    pair.north.do(pair.north.line.feel(Trouble.SPACE, pair.world.moment()))
    assert pair.north.line.intake.budgets.reserved
    pair.north.do(pair.north.line.feel(Trouble.NONE, pair.world.moment()))
    assert not pair.north.line.intake.budgets.reserved
    assert Limit.ENTRIES


@covers("CHECK-025")
def test_clocks_that_cannot_both_be_right_show_in_the_answer_and_change_no_colour() -> None:
    pair = Pair()
    asked(pair)
    assert pair.south.events(CheckAnswered)[-1].apart_ms == 0
    north = pair.north.line
    wrong = pair.world.moment()
    pair.south.say(pair.south.line.machines.checks.check())
    frames, pair.south.sent = pair.south.sent, []
    late = type(wrong)(type(wrong.wall)(wrong.wall + 3 * MINUTE), wrong.steady, 0)
    pair.north.do(north.receive(frames, late))
    pair.settle()
    assert pair.south.events(CheckAnswered)[-1].apart_ms == 3 * MINUTE
    assert reasons(pair)[1] == (Reason.ANSWERED,)
