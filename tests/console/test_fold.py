"""Whatever two desks do: a snapshot of any moment and the changes after it are the picture of the end."""

import asyncio
import contextlib
import json
from collections.abc import Iterator
from contextlib import AsyncExitStack
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import httpx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from firebreak.console.views import Board, Change, Reset
from firebreak.console.views.changes import BOUNDS
from firebreak.core.base.errors import LocalError
from tests.console.folding import fold, in_order, page
from tests.console.fresh import quiet, taken
from tests.console.officers import stated
from tests.console.serving import Pair, pair

FORM = {"code": "D00", "area": {"kind": "point", "positions": [[54.5, 19.5]]}}
MESSAGE = {"text": "a word", "precedence": "priority"}


@dataclass
class Desks:
    """Two nodes that live through all examples; each example is one more stretch of their day."""

    both: Pair
    browser: httpx.AsyncClient
    runner: asyncio.Runner
    stack: AsyncExitStack
    told: list[tuple[str, dict[str, Any]]] = field(default_factory=list)
    snapshots: list[dict[str, Any]] = field(default_factory=list)
    notice: str = "00" * 32
    "One that is in force."

    async def look(self) -> None:
        live = (await self.both.north.ask("notices"))["notices"]
        self.notice = live[-1]["notice"] if live else "00" * 32

    async def act(self, act: str) -> None:
        """One thing that somebody does; what the state of the line does not allow is refused."""
        side = self.both.north if act.startswith("our ") else self.both.south
        word = act.split()[1]
        calls = (await side.ask("calls", last=1))["calls"]
        messages = (await side.ask("inbox", last=1))["messages"]
        newest = messages[0]["hash"] if messages else ""
        asked = {
            "message": ("send", MESSAGE),
            "call": ("call.place", {}),
            "withdraw": ("call.withdraw", {}),
            "hangup": ("call.hangup", {"call": calls[0]["call"] if calls else ""}),
            "check": ("check", {}),
            "answer": ("send", {**MESSAGE, "relation": "answer", "about": newest}),
        }
        with contextlib.suppress(LocalError):
            await side.ask(asked[word][0], **asked[word][1])

    async def state(self, act: str) -> None:
        """One thing that North's officer signs."""
        _, what = act.split()
        await self.look()
        calls = [each for each in (await self.both.north.ask("calls"))["calls"] if not each["ours"]]
        messages = [each for each in (await self.both.north.ask("inbox"))["messages"] if not each["ours"]]
        about: dict[str, Any] = {"desk": "duty"}
        if what in ("read", "acknowledge", "refuse"):
            about["message"] = messages[-1]["hash"] if messages else "00" * 32
        elif what in ("answer", "decline"):
            about["call"] = calls[-1]["call"] if calls else "00" * 16
        elif what == "request":
            about["text"] = "a talk"
        elif what in ("issue", "cancel"):
            what = f"notice.{what}"
            about |= {"form": FORM, "notice": self.notice}
        await stated(self.browser, self.both.folder / "north", "north one", what=what, **about)

    def listen(self) -> None:
        """Take down what is told from now on."""
        board = self.both.site.watching.views.board
        last = self.told[-1][0] if self.told else board.cursor
        self.told += [(cursor, json.loads(change)) for cursor, change in board.after(last)]

    async def play(self, acts: list[str]) -> None:
        self.snapshots = [await taken(self.browser)]
        board = self.both.site.watching.views.board
        self.told = [(board.cursor, {"type": "clock", "line": None, "key": "", "value": {}})]
        for act in acts:
            if act == "cut":
                self.snapshots.append(await taken(self.browser))
            elif act.startswith("officer "):
                await self.state(act)
            else:
                await self.act(act)
            self.listen()
        fresh = await quiet(self.both, self.browser)
        self.listen()
        for snapshot in self.snapshots:
            held = page(snapshot)
            cursors = [cursor for cursor, _ in self.told]
            start = cursors.index(snapshot["cursor"]) + 1 if snapshot["cursor"] in cursors else 0
            for _, change in self.told[start : cursors.index(fresh["cursor"]) + 1]:
                fold(held, change)
            assert in_order(held) == in_order(page(fresh))


@pytest.fixture(scope="module")
def desks(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desks]:
    folder: Path = tmp_path_factory.mktemp("desks")
    stack = AsyncExitStack()
    with asyncio.Runner() as runner:

        async def open_both() -> Desks:
            both = await stack.enter_async_context(pair(folder))
            browser = both.site.browser("ann", officer="north one")
            await stack.enter_async_context(browser)
            await stated(browser, folder / "north", "north one", what="watch.take", desk="duty")
            return Desks(both, browser, runner, stack)

        yield runner.run(open_both())
        runner.run(stack.aclose())


ACTS = [
    f"{side} {what}"
    for side in ("our", "their")
    for what in ("message", "call", "withdraw", "hangup", "check", "answer")
] + [
    f"officer {what}"
    for what in ("read", "acknowledge", "answer", "decline", "refuse", "request", "issue", "cancel")
]


@given(acts=st.lists(st.sampled_from([*ACTS, "cut", "cut"]), min_size=3, max_size=12))
@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_a_page_that_was_loaded_at_any_moment_ends_with_the_same_picture(
    desks: Desks, acts: list[str]
) -> None:
    desks.runner.run(asyncio.wait_for(desks.play(acts), 60))


NAMES = {"call": "call", "message": "hash", "request": "request", "notice": "notice", "entry": "position"}


@st.composite
def changes(draw: st.DrawFn) -> Change:
    """Any change that there could be, mostly of few keys, sometimes of more than a list keeps."""
    sort = draw(st.sampled_from([*BOUNDS, "line", "alert", "position", "clock", "media"]))
    line = draw(st.sampled_from(["south", "west"])) if sort in (*BOUNDS, "line") else None
    number = draw(st.integers(0, 130))
    value = {
        NAMES.get(sort, "id"): number if sort == "entry" else str(number),
        "ours": True,
        "n": draw(st.integers(0, 3)),
    }
    gone = sort != "line" and draw(st.booleans())
    return Change(sort, line, line if line and sort == "line" else str(number), None if gone else value)


@st.composite
def bursts(draw: st.DrawFn) -> list[Change]:
    """More of one list than it keeps, one after another."""
    sort = draw(st.sampled_from(["call", "request"]))
    first = draw(st.integers(0, 60))
    return [
        Change(sort, "south", str(number), {NAMES[sort]: str(number), "ours": True, "n": 0})
        for number in range(first, first + draw(st.integers(60, 130)))
    ]


@given(
    rounds=st.lists(st.lists(changes(), max_size=20) | bursts(), max_size=20),
    cuts=st.sets(st.integers(0, 20), max_size=6),
    reader=st.lists(st.booleans(), max_size=20),
)
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_any_changes_fold_to_the_same_from_any_cut_and_through_any_resumption(
    rounds: list[list[Change]], cuts: set[int], reader: list[bool]
) -> None:
    async def work() -> None:
        board = Board(ready=True)
        board.publish([Change("line", each, each, {"id": each}) for each in ("south", "west")])
        pages = [(board.cursor, page(_snapshot(board)))]
        for number, told in enumerate(rounds):
            board.publish(told)
            if number in cuts:
                pages.append((board.cursor, page(_snapshot(board))))
            if number < len(reader) and reader[number]:
                pages = [_read(board, *each) for each in pages]
        final = in_order(page(_snapshot(board)))
        for each in pages:
            assert in_order(_read(board, *each)[1]) == final

    asyncio.run(work())


def _snapshot(board: Board) -> dict[str, Any]:
    return json.loads(board.snapshot())


def _read(board: Board, cursor: str, held: dict[str, Any]) -> tuple[str, dict[str, Any]]:
    """Read on where it stopped, or begin anew when that is too long ago."""
    try:
        for name, change in board.after(cursor):
            fold(held, json.loads(change))
            cursor = name
    except Reset:
        return board.cursor, page(_snapshot(board))
    return cursor, held
