"""Nothing a node does or shows hangs on the counterpart's clock (I20)."""

import random
from dataclasses import dataclass
from functools import cache

import pytest

from firebreak.core.base.instants import HOUR, MINUTE, SECOND, Moment
from firebreak.core.envelope.header import Span
from firebreak.core.envelope.kinds import Kind, Precedence
from firebreak.core.envelope.officer import NO_ENTRY
from firebreak.core.line.timing import LineTime
from firebreak.core.watch.bodies import WatchTake
from tests.core.line.making import say
from tests.covering import covers
from tests.pair import End, Pair


@dataclass(slots=True)
class Wild(LineTime):
    """A clock that says anything at all in the headers it makes."""

    chance: random.Random | None = None

    def span(self, now: Moment) -> Span:
        assert self.chance is not None
        lo = self.chance.choice([0, now.wall, self.chance.randrange(1 << 52)])
        return Span(lo, lo + self.chance.randrange(1 << 20))


@cache
def trace(seed: int | None) -> list[object]:
    """What North writes and shows in a scripted talk, and when it wants to be woken."""
    pair, seen = Pair(), list[object]()
    if seed is not None:
        south = pair.south.line
        wild = Wild(south.time.floor, south.time._base, chance=random.Random(seed))
        south._saying.time = wild
    north = pair.north.line
    script = random.Random(7)
    for step in range(30):
        act(script.randrange(6), pair, step)
        pair.settle()
        pair.later(script.choice([SECOND, 40 * SECOND, 11 * MINUTE, HOUR]))
        seen.append((north.deadline, north.machines.checks.status(north.time.at(pair.world.moment()))))
    kinds = [(each.at, each.entry.header.kind) for each in pair.north.stored]
    return [seen, kinds, [(type(each), each.at) for each in pair.north.shown]]


def act(what: int, pair: Pair, step: int) -> None:
    end: End = pair.south if step % 3 else pair.north
    calls, at = end.line.machines.calls, end.line.time.at(pair.world.moment())
    if what < 2:
        say(end, f"message {step}", Precedence(step % 4))
    elif what == 2 and not any(each.state.value in ("placed", "ringing") for each in calls.all()):
        end.say(calls.place(desk="duty", from_desk="duty", call_id=step.to_bytes(16, "big"), now=at))
    elif what == 3:
        pair.cut()
    elif what == 4:
        pair.greet()
    elif not end.line.machines.watches.attended("duty"):
        body = end.sign(WatchTake(desk="duty"), f"{end.name} one", NO_ENTRY)
        end.say(end.line.machines.watches.take(body))


@covers("I20")
@pytest.mark.parametrize("seed", range(2))
def test_a_counterpart_with_a_wild_clock_changes_nothing_here(seed: int) -> None:
    told = trace(seed)
    assert told == trace(None)
    assert Kind.ESCALATION_MISSED in {kind for _, kind in told[1]}  # type: ignore[attr-defined]
