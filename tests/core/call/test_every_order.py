"""Every order in which two honest sides can act on one call, explored to the end.

The sides decide with the production functions (`account`, `follows`) on what each of them knows; entries
travel in order and arrive at any later moment. A breadth-first search visits every reachable state.
"""

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import Final

from firebreak.core.call.events import Outcome
from firebreak.core.call.facts import FAREWELLS, WORDS, Fact, Position
from firebreak.core.call.outcome import Account, account
from firebreak.core.call.table import OPEN, State, follows
from firebreak.core.envelope.kinds import Kind
from tests.core.call.anything import SEGMENTS, ref_of
from tests.core.call.test_outcome import said
from tests.covering import covers

CALLERS_ACTS: Final = (*sorted(FAREWELLS), Kind.CALL_END)
CALLEES_ACTS: Final = (Kind.CALL_RINGING, *sorted(WORDS), Kind.CALL_END)


@dataclass(frozen=True)
class World:
    """What each side has written, and how much of the other's it holds."""

    caller: tuple[tuple[Kind, int], ...] = ((Kind.CALL_OFFER, 0),)
    callee: tuple[tuple[Kind, int], ...] = ()
    at_caller: int = 0
    at_callee: int = 0


@cache
def fact(kind: Kind, seq: int, knows: int, by_caller: bool) -> Fact:
    made = said(kind, seq, by_caller=by_caller)
    seen = Position(SEGMENTS[not by_caller][0], knows) if knows else None
    return replace(made, ref=ref_of(by_caller=by_caller, segment=0, seq=seq), seen=seen)


@cache
def summed(caller: tuple[tuple[Kind, int], ...], callee: tuple[tuple[Kind, int], ...]) -> Account:
    written = [fact(kind, seq, knows, True) for seq, (kind, knows) in enumerate(caller, start=1)]
    written += [fact(kind, seq, knows, False) for seq, (kind, knows) in enumerate(callee, start=1)]
    return account(written)


def next_worlds(world: World) -> Iterator[World]:
    """Everything that can happen next."""
    if world.at_callee < len(world.caller):
        yield replace(world, at_callee=world.at_callee + 1)
    if world.at_caller < len(world.callee):
        yield replace(world, at_caller=world.at_caller + 1)
    known = summed(world.caller, world.callee[: world.at_caller])
    for kind in CALLERS_ACTS:
        if follows(known.state, kind) and may(known, kind, by_caller=True):
            yield replace(world, caller=(*world.caller, (kind, world.at_caller)))
    known = summed(world.caller[: world.at_callee], world.callee)
    for kind in CALLEES_ACTS:
        if follows(known.state, kind) and may(known, kind, by_caller=False):
            yield replace(world, callee=(*world.callee, (kind, world.at_callee)))


def may(known: Account, kind: Kind, *, by_caller: bool) -> bool:
    """What the commands ask beyond the table."""
    if kind is Kind.CALL_END:
        return not any(each.kind is kind and each.by_caller is by_caller for each in known.counted)
    return kind not in FAREWELLS or known.state in OPEN


def every_world() -> set[World]:
    seen, edge = {World()}, deque([World()])
    while edge:
        for world in next_worlds(edge.popleft()):
            if world not in seen:
                seen.add(world)
                edge.append(world)
    return seen


@covers("I11", "CALL-005", "CALL-006")
def test_in_every_order_each_side_ends_once_and_both_agree() -> None:
    worlds = every_world()
    outcomes = set()
    for world in worlds:
        union = summed(world.caller, world.callee)
        assert not union.findings, world
        assert len([kind for kind, _ in world.caller if kind in FAREWELLS]) <= 1
        assert len([kind for kind, _ in world.callee if kind in WORDS]) <= 1
        outcomes.add((union.outcome, union.crossed))
        if not list(next_worlds(world)):
            assert union.state is State.ENDED, world
    assert {outcome for outcome, _ in outcomes} == set(Outcome) - {Outcome.UNOFFERED}
    assert [outcome for outcome, crossed in outcomes if crossed] == [Outcome.ANSWERED]
    assert len(worlds) == 353


def test_from_every_state_the_call_can_still_end() -> None:
    """No state is a trap: whatever happened, some order of acts and arrivals closes the call."""
    worlds = every_world()
    ends = {world for world in worlds if summed(world.caller, world.callee).state is State.ENDED}
    before: dict[World, list[World]] = {}
    for world in worlds:
        for after in next_worlds(world):
            before.setdefault(after, []).append(world)
    closed, edge = set(ends), deque(ends)
    while edge:
        for world in before.get(edge.popleft(), []):
            if world not in closed:
                closed.add(world)
                edge.append(world)
    assert closed == worlds
