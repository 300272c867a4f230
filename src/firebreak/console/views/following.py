"""Following the node: its events mark what they touched, and exactly that is asked for again.

While one answer is under way, further events only add to the marks, so that a thousand of them cost a few
questions. Nothing is asked on a timer. A node that was restarted begins another epoch.
"""

import asyncio
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from firebreak.api.client import Client
from firebreak.console.views import asking
from firebreak.console.views.board import Board
from firebreak.console.views.changes import LISTS, Change, Value
from firebreak.console.views.picture import Picture
from firebreak.console.views.questions import Questions, grouped
from firebreak.console.views.touching import Touch, touched
from firebreak.core.base.errors import LocalError

AWAY_SECONDS: Final = (0.1, 0.2, 0.5, 1.0, 2.0)  # between attempts to find the node again
AT_ONCE: Final = 64  # questions under way
GONE: Final = ("FB335", "FB336")

Told = Callable[[Value], Iterable[Change]]
"What is made of an event beside the picture: signals of calls, alerts."


def _unreported(_text: str) -> None:
    """Where troubles go before anybody looks."""


@dataclass(slots=True)
class Views:
    """The picture of one node, kept up to date while `run` runs."""

    socket: Path
    report: Callable[[str], None] = _unreported
    board: Board = field(default_factory=Board)
    told: list[Told] = field(default_factory=list[Told])
    heard: list[Callable[[], None]] = field(default_factory=list[Callable[[], None]])
    "Called after each round of changes, with the picture as it then is."
    _client: Client | None = None
    _marks: dict[Touch, None] = field(default_factory=dict[Touch, None])
    _marked: asyncio.Event = field(default_factory=asyncio.Event)
    _asking: bool = False

    async def ask(self, do: str, **arguments: Any) -> dict[str, Any]:
        """Ask the node something. Raises LocalError; FB335 while it is not there."""
        if self._client is None:
            hint = "start it, or wait until it is back"
            raise LocalError("the node does not answer", code="FB335", hint=hint)
        return await self._client.ask(do, **arguments)

    @property
    def settled(self) -> bool:
        """Whether nothing is marked and no answer is awaited."""
        return self.board.ready and not self._marks and not self._asking

    async def run(self) -> None:
        """Until cancelled."""
        failed = 0
        while True:
            try:
                async with Client.connect(self.socket) as client:
                    failed = 0
                    await self._live(client)
            except LocalError as error:
                if error.code not in GONE:
                    self.report(f"the views begin again: {error}")
            except Exception as error:  # noqa: BLE001 - a fault of ours must not leave every page blind
                self.report(f"fault in the views, they begin again: {type(error).__name__}")
            finally:
                self._away()
            await asyncio.sleep(AWAY_SECONDS[min(failed, len(AWAY_SECONDS) - 1)])
            failed += 1

    def _away(self) -> None:
        self._client, self._asking = None, False
        self._marks.clear()
        if self.board.ready:
            self.board.lose()

    async def _live(self, client: Client) -> None:
        """Begin an epoch and follow it until the node ends. Raises LocalError."""
        await client.ask("subscribe", record=True)
        self._client = client
        self.board.begin(await self._whole(client))
        self._tell_heard()
        both = [asyncio.create_task(each) for each in (self._listen(client), self._catch_up(client))]
        try:
            done, _ = await asyncio.wait(both, return_when=asyncio.FIRST_COMPLETED)
            for each in done:
                each.result()
        finally:
            for each in both:
                each.cancel()
            await asyncio.gather(*both, return_exceptions=True)

    async def _whole(self, client: Client) -> Picture:
        answer = await client.ask("status")
        self.board.clock_is(answer["now"])
        states = {name: asking.line_value(name, each) for name, each in answer["lines"].items()}
        environment = next((each["environment"] for each in states.values()), "")
        picture = Picture(party=answer["party"], environment=environment, lines=states)
        for sort, line in ((sort, line) for sort in LISTS for line in states):
            picture.lists[sort][line] = dict(await asking.every(client.ask, sort, line))
        return picture

    async def _listen(self, client: Client) -> None:
        async for event in client.events():
            self._mark(touched(event))
            for each in self.told:
                self.board.publish(each(event))

    def _mark(self, touches: Iterable[Touch]) -> None:
        lines = self.board.picture.lines
        self._marks.update((each, None) for each in touches if each.line in lines)
        if self._marks:
            self._marked.set()

    async def _catch_up(self, client: Client) -> None:
        """Ask for what is marked, round by round. Raises LocalError."""
        questions = Questions(self.board, client.ask, self._mark)
        while True:
            await self._marked.wait()
            self._marked.clear()
            marks, self._marks, self._asking = self._marks, {}, True
            asked = [questions.about(touch) for touch in grouped(marks)]
            for start in range(0, len(asked), AT_ONCE):
                for changes in await asyncio.gather(*asked[start : start + AT_ONCE]):
                    self.board.publish(changes)
            self._asking = False
            self._tell_heard()

    def _tell_heard(self) -> None:
        for each in self.heard:
            each()
