"""Models whose worlds are short stories: lived through with production lines, each with a good end to it.

A story is told from the one before it by one step more. Where two stories come to the same, only one is gone
on from; from every other one the trouble ends, and what must hold then is checked.
"""

from collections.abc import Hashable, Iterator
from copy import deepcopy
from dataclasses import dataclass, field
from typing import Generic, Protocol, TypeVar

Story = tuple[str, ...]
Left = tuple[int, ...]


class Lived(Protocol):
    """What a story has come to."""

    def do(self, step: str) -> None:
        """One step more. Raises AssertionError where it breaks a rule."""
        ...

    def look(self) -> Hashable:
        """What tells it from others, as far as its future goes."""
        ...

    def heal(self) -> None:
        """The end of all trouble. Raises AssertionError unless everything holds then."""
        ...


D = TypeVar("D", bound=Lived)


@dataclass(kw_only=True)
class Stories(Generic[D]):
    """A model that `search.explore` runs; its heirs say where it begins and what can happen."""

    keys: dict[Story, Hashable] = field(default_factory=dict[Story, Hashable])
    days: dict[Story, D] = field(default_factory=dict[Story, D])
    "The days that are still to be gone on from."
    known: set[Hashable] = field(default_factory=set[Hashable])

    def first(self) -> D:
        """Where every story begins."""
        raise NotImplementedError

    def left(self, story: Story) -> Left:
        """How much more may happen: how many steps first, then whatever else is bounded."""
        raise NotImplementedError

    def possible(self, day: D, left: Left) -> Iterator[str]:
        """What can happen next."""
        raise NotImplementedError

    def start(self) -> Story:
        self._keep((), self.first())
        return ()

    def steps(self, world: Story) -> Iterator[tuple[str, Story]]:
        day, left = self.days.pop(world, None), self.left(world)
        for step in self.possible(day, left) if day is not None and left[0] else ():
            after = deepcopy(day)
            assert after is not None
            try:
                after.do(step)
                self._keep((*world, step), after)
            except Exception as error:
                raise AssertionError(f"{step}: {error!r}") from error
            yield step, (*world, step)

    def key(self, world: Story) -> Hashable:
        return self.keys[world]

    def check(self, world: Story) -> None:
        """What must hold is checked while a story is lived through, and at its end."""

    def same(self, world: Story, other: Story) -> None:
        """Two stories of one key are told apart by nothing."""

    def ended(self, world: Story) -> bool:
        return True

    def _keep(self, story: Story, day: D) -> None:
        left = self.left(story)
        key = self.keys[story] = (day.look(), left)
        if key in self.known:
            return
        self.known.add(key)
        if left[0]:
            self.days[story] = deepcopy(day)
        day.heal()
