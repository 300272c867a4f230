"""Breadth-first search over every state that a model can reach, with the shortest way to a breach.

A model says where it starts, what can happen next, and what must hold. The search stops at the first state
where it does not hold, and tells the steps that led there.
"""

import os
from collections import deque
from collections.abc import Callable, Hashable, Iterator
from dataclasses import dataclass, field
from time import perf_counter
from typing import Final, Generic, Protocol, TypeVar

W = TypeVar("W")

FULL: Final = os.environ.get("FIREBREAK_MODELS") == "full"
"Whether the long exploration is wanted: `make models`."


class Breach(AssertionError):
    """A state in which something does not hold that must."""


class Model(Protocol[W]):
    """What can be explored."""

    def start(self) -> W: ...

    def steps(self, world: W) -> Iterator[tuple[str, W]]:
        """What can happen next, each with its name. Raises AssertionError where a step breaks a rule."""
        ...

    def key(self, world: W) -> Hashable:
        """Two worlds with one key have the same future."""
        ...

    def check(self, world: W) -> None:
        """Raise AssertionError unless everything holds here."""
        ...

    def same(self, world: W, other: W) -> None:
        """Raise AssertionError unless two worlds with one key look alike."""
        ...

    def ended(self, world: W) -> bool:
        """Whether this is a good place for everything to stop."""
        ...


@dataclass
class Explored(Generic[W]):
    """What a search has seen."""

    name: str
    worlds: dict[Hashable, W] = field(default_factory=dict)
    steps: int = 0
    ends: int = 0
    seconds: float = 0.0
    whole: bool = True
    "Whether every reachable state was visited."
    _came: dict[Hashable, tuple[Hashable, str]] = field(default_factory=dict)
    _before: dict[Hashable, list[Hashable]] = field(default_factory=dict)

    def __str__(self) -> str:
        rest = "" if self.whole else ", not all"
        return f"{self.name}: {len(self.worlds):,} states, {self.steps:,} steps, {self.seconds:.1f} s{rest}"

    def way_to(self, key: Hashable) -> list[str]:
        """The shortest sequence of steps to a state."""
        way: list[str] = []
        while key in self._came:
            key, step = self._came[key]
            way.append(step)
        return way[::-1]

    def traps(self, ended: Callable[[W], bool]) -> list[Hashable]:
        """The states from which no good end can be reached any more."""
        free = {key for key, world in self.worlds.items() if ended(world)}
        edge = deque(free)
        while edge:
            for key in self._before.get(edge.popleft(), ()):
                if key not in free:
                    free.add(key)
                    edge.append(key)
        return [key for key in self.worlds if key not in free]


def explore(model: Model[W], name: str, most: int = 10_000_000) -> Explored[W]:
    """Visit every state, or the first `most`. Raises Breach."""
    began, seen = perf_counter(), Explored[W](name)
    first = model.start()
    seen.worlds[model.key(first)] = first
    edge = deque([model.key(first)])
    while edge and len(seen.worlds) < most:
        _visit(model, seen, edge)
    seen.whole, seen.seconds = not edge, perf_counter() - began
    if seen.whole and (traps := seen.traps(model.ended)):
        raise _breach(seen, traps[0], "", AssertionError("nothing can end this any more"))
    print(seen)
    return seen


def _visit(model: Model[W], seen: Explored[W], edge: deque[Hashable]) -> None:
    key = edge.popleft()
    world, step, stuck = seen.worlds[key], "", True
    try:
        model.check(world)
        for step, after in model.steps(world):
            stuck, there = False, model.key(after)
            seen.steps += 1
            seen._before.setdefault(there, []).append(key)
            if there in seen.worlds:
                model.same(after, seen.worlds[there])
                continue
            seen.worlds[there], seen._came[there] = after, (key, step)
            edge.append(there)
        step = ""
        if stuck:
            seen.ends += 1
            assert model.ended(world), "nothing can happen any more, and this is no end"
    except Breach:
        raise
    except Exception as error:
        raise _breach(seen, key, step, error) from error


def _breach(seen: Explored[W], key: Hashable, step: str, error: Exception) -> Breach:
    way = [*seen.way_to(key), *([f"({step})"] if step else [])]
    told = "\n".join(f"  {number}. {each}" for number, each in enumerate(way, start=1))
    return Breach(f"{seen.name}: {type(error).__name__}: {error}\n{told}")
