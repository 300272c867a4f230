"""Questions to the node: what it says now of something that was touched, as changes of the picture."""

from collections.abc import Awaitable, Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from firebreak.console.views import asking
from firebreak.console.views.asking import Ask
from firebreak.console.views.board import Board, clock_change
from firebreak.console.views.changes import BOUNDS, LISTS, Change
from firebreak.console.views.touching import Touch, told_by

LIST_FROM: Final = 24  # marks of one list of a line from which on the whole list is asked for
JUMP_MS: Final = 2_000  # by which a clock has to jump to be told

Mark = Callable[[Iterable[Touch]], None]


@dataclass(frozen=True, slots=True)
class Questions:
    """Asks, and compares with what the board has."""

    board: Board
    ask: Ask
    mark: Mark
    "What an answer shows to be touched as well."

    def about(self, touch: Touch) -> Awaitable[list[Change]]:
        """What the node says of it now. Raises LocalError."""
        special = {"line": self.line, "entries": self.entries, "all": self.whole, "list": self.listed}
        return special.get(touch.sort, self.single)(touch)

    async def line(self, touch: Touch) -> list[Change]:
        """The state of a line."""
        value, now = await asking.status(self.ask, touch.line)
        changes = [Change("line", touch.line, touch.line, value)]
        if abs(self.board.clock_is(now)) > JUMP_MS:
            changes.append(clock_change({"now": now}))
        return changes

    async def entries(self, touch: Touch) -> list[Change]:
        """New entries; what they speak of is marked too, and calls that wait for a word of either node."""
        held, line = self.board.picture.of("entry", touch.line), touch.line
        last = next(reversed(held.values()))["position"] if held else 0
        answer = await self.ask("entries", line=line, after=last, last=BOUNDS["entry"])
        if answer["total"] - last > BOUNDS["entry"]:
            answer = await self.ask("entries", line=line, last=BOUNDS["entry"])
        entries = answer["entries"]
        self.mark(each for entry in entries for each in told_by(line, entry))
        self.mark(self._unreceipted(line))
        return [Change("entry", line, str(each["position"]), each) for each in entries]

    def _unreceipted(self, line: str) -> Iterator[Touch]:
        """Any entry of the side that is called may say that it holds the offer: that is evidence."""
        calls = self.board.picture.of("call", line).values()
        yield from (Touch("call", line, each["call"]) for each in calls if not each["receipted"])

    async def whole(self, touch: Touch) -> list[Change]:
        """Every list of a line again."""
        found = [await self.listed(Touch("list", touch.line, each)) for each in LISTS]
        return [change for changes in found for change in changes]

    async def listed(self, touch: Touch) -> list[Change]:
        """One list of a line again; what is no longer there is removed."""
        _, line, sort = touch
        found = dict(await asking.every(self.ask, sort, line))
        gone = [key for key in self.board.picture.of(sort, line) if key not in found]
        return [Change(sort, line, key, None) for key in gone] + [
            Change(sort, line, key, value) for key, value in found.items()
        ]

    async def single(self, touch: Touch) -> list[Change]:
        """One call, request or message, unless it is older than what a page shows."""
        sort, line, key = touch
        found = await asking.one(self.ask, sort, line, key)
        picture = self.board.picture
        changes = [
            Change(sort, line, name, value)
            for name, value in found
            if picture.held(sort, line, name) is not None or not picture.is_past(sort, line, value)
        ]
        if not found and picture.held(sort, line, key) is not None:
            changes.append(Change(sort, line, key, None))
        return changes


def grouped(marks: Iterable[Touch]) -> list[Touch]:
    """What to ask for these marks: a whole list where many of it are marked, each thing once."""
    kept = list(marks)
    whole = {each.line for each in kept if each.sort == "all"}
    counts: dict[tuple[str, str], int] = {}
    for each in kept:
        counts[each.sort, each.line] = counts.get((each.sort, each.line), 0) + 1
    lists = {each for each, count in counts.items() if each[0] in LISTS and count >= LIST_FROM}
    single = [each for each in kept if (each.sort, each.line) not in lists and not _covered(each, whole)]
    return single + [Touch("list", line, sort) for sort, line in sorted(lists) if line not in whole]


def _covered(touch: Touch, whole: set[str]) -> bool:
    return touch.line in whole and touch.sort in (*LISTS, "entries")
