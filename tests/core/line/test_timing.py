"""Line time, and the clock it was taken from."""

from hypothesis import given
from hypothesis import strategies as st

from firebreak.core.base.instants import DAY, HOUR, Instant, Moment
from firebreak.core.envelope.kinds import Kind
from firebreak.core.line.events import ClockStepped
from firebreak.core.line.timing import STEP, LineTime
from firebreak.core.record.bodies import ClockStep
from tests.core.line.making import say, written
from tests.covering import covers
from tests.pair import START, Pair

readings = st.lists(
    st.tuples(st.integers(0, 2**42), st.integers(0, HOUR), st.integers(0, 5_000)), max_size=20
)


@covers("I18")
@given(st.integers(0, 2**42), readings)
def test_line_time_never_runs_backwards_and_runs_by_the_steady_clock(
    floor: int, readings: list[tuple[int, int, int]]
) -> None:
    time, steady, last, lower = LineTime(Instant(floor)), 0, None, 0
    for wall, passed, uncertainty in readings:
        steady += passed
        now = Moment(Instant(wall), steady, uncertainty)
        at, span = time.at(now), time.span(now)
        assert at >= floor
        assert last is None or at - last == passed
        assert lower <= span.lo <= span.hi
        last, lower = at, span.lo


def test_a_stepped_clock_is_told_once_and_moves_no_deadline() -> None:
    pair = Pair()
    say(pair.north)
    pair.settle()
    due = pair.north.line.machines.messages.deadline
    for wall in (START + DAY, START + DAY, START):
        now = Moment(Instant(wall), 1_000, 0)
        pair.north.do(pair.north.line.tick(now))
    assert [each.found - each.expected for each in pair.north.events(ClockStepped)] == [DAY - 1_000, -DAY]
    assert len(written(pair.north, Kind.CLOCK_STEP)) == 2
    assert pair.north.line.machines.messages.deadline == due


@covers("RECORD-017")
def test_a_clock_that_jumps_on_a_quiet_line_is_told_as_soon_as_the_node_does_anything() -> None:
    pair = Pair()
    pair.settle()
    line = pair.north.line
    pair.north.do(line.settle(Moment(Instant(START + 400 * DAY), 1_000, 0)))
    assert [each.found - each.expected for each in pair.north.events(ClockStepped)] == [400 * DAY - 1_000]
    assert len(written(pair.north, Kind.CLOCK_STEP)) == 1


def test_a_small_correction_is_no_step() -> None:
    time = LineTime()
    time.at(Moment(START, 0))
    assert time.stepped(Moment(Instant(START + STEP), 0)) is None
    assert time.stepped(Moment(Instant(START + STEP + 1), 0)) == (START, START + STEP + 1)


def test_a_clock_that_fell_back_while_the_node_was_down_is_told_at_the_start() -> None:
    pair = Pair()
    pair.world.now += HOUR
    say(pair.north)
    pair.settle()
    newest = pair.north.stored[-1].at
    pair.world.now -= HOUR // 2
    pair.north.start()
    assert len(pair.north.events(ClockStepped)) == 1
    assert pair.north.stored[-1].at >= newest
    (step,) = written(pair.north, Kind.CLOCK_STEP)
    body = next(each.entry.body or b"" for each in pair.north.stored if each.entry.ref == step)
    assert ClockStep.from_bytes(body) == ClockStep(was=newest, now=START + HOUR // 2)
