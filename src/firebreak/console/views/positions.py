"""Positions: pages on which a person holds a desk, and whether they can be heard there.

While a page says that it lives, the node counts it as a console of its desk: calls ring there, and messages
that it draws count as shown. A page that is silent for 15 seconds counts no longer.
"""

import asyncio
import hashlib
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from firebreak.api.client import Client
from firebreak.console.refusals import TOO_MANY, Refused
from firebreak.console.views.board import Board
from firebreak.console.views.changes import Change, Value
from firebreak.core.base.errors import LocalError

ALIVE_SECONDS: Final = 15.0  # after the last beat; a page beats every five
OF_SESSION_MAX: Final = 32  # a page holds its desk on each of its lines
POSITIONS_MAX: Final = 256


@dataclass(frozen=True, slots=True, kw_only=True)
class Beat:
    """What a page says of itself."""

    line: str
    desk: str
    sound: bool
    "Whether the page may play sound and was not muted."
    account: str
    officer: str | None
    tab: str
    "What the page calls itself, the same for as long as it is open."


@dataclass(slots=True)
class Position:
    """One page on a desk."""

    id: str
    session: str
    beat: Beat
    client: Client
    "Its own connection: the node counts the desk as attended for as long as it lasts."
    since: int
    end: asyncio.TimerHandle | None = None

    def value(self) -> Value:
        """As pages see it."""
        beat = self.beat
        return {
            "id": self.id,
            "line": beat.line,
            "desk": beat.desk,
            "sound": beat.sound,
            "account": beat.account,
            "officer": beat.officer,
            "since": self.since,
        }


@dataclass(slots=True)
class Positions:
    """All positions of this console."""

    socket: Path
    board: Board
    now: Callable[[], int]
    alive_seconds: float = ALIVE_SECONDS
    of_session_max: int = OF_SESSION_MAX
    held: dict[str, Position] = field(default_factory=dict[str, Position])
    _turns: dict[str, asyncio.Lock] = field(default_factory=dict[str, asyncio.Lock])
    _ending: "set[asyncio.Task[None]]" = field(default_factory=set)

    async def beat(self, session: str, beat: Beat) -> str:
        """A page lives; the id of its position. Raises Refused, and LocalError for no such desk."""
        name = position_id(session, beat.tab)
        async with self._turns.setdefault(name, asyncio.Lock()):
            held = self.held.get(name)
            if held is not None and (held.client.is_open and _place(held.beat) == _place(beat)):
                held.beat = beat
            else:
                await self._take(name, session, beat)
            self._told(self.held[name])
        return name

    def holds(self, session: str, line: str, desk: str) -> bool:
        """Whether a session has a page on a desk now."""
        places = (_place(each.beat) for each in self.held.values() if each.session == session)
        return (line, desk) in places

    def ended(self, session: str) -> None:
        """A session is over, and with it every position of its pages."""
        for name in [name for name, each in self.held.items() if each.session == session]:
            self._end(name)

    async def close(self) -> None:
        """Leave every desk."""
        for name in list(self.held):
            self._end(name)
        await asyncio.gather(*self._ending)

    async def _take(self, name: str, session: str, beat: Beat) -> None:
        """Attend a desk in the place of what this page held before."""
        others = [each for each in self.held.values() if each.session == session and each.id != name]
        if len(others) >= self.of_session_max or len(self.held) >= POSITIONS_MAX:
            text, hint = "too many positions", "close pages of this console that nobody looks at"
            raise Refused(text, code="FB522", hint=hint, status=TOO_MANY, wait=int(ALIVE_SECONDS))
        client = await Client.connect(self.socket).__aenter__()
        try:
            await client.ask("attend", line=beat.line, desk=beat.desk)
        except LocalError:
            await client.__aexit__()
            raise
        self._end(name)
        self.held[name] = Position(name, session, beat, client, self.now())

    def _told(self, position: Position) -> None:
        """Tell pages, and begin the time anew after which it ends."""
        if position.end is not None:
            position.end.cancel()
        loop = asyncio.get_running_loop()
        position.end = loop.call_later(self.alive_seconds, self._end, position.id)
        self.board.publish([Change("position", None, position.id, position.value())])

    def _end(self, name: str) -> None:
        position = self.held.pop(name, None)
        if position is None:
            return
        if position.end is not None:
            position.end.cancel()
        if name in self._turns and not self._turns[name].locked():
            del self._turns[name]
        leaving = asyncio.create_task(position.client.__aexit__())
        self._ending.add(leaving)
        leaving.add_done_callback(self._ending.discard)
        self.board.publish([Change("position", None, name, None)])


def position_id(session: str, tab: str) -> str:
    """Names a position without naming its session; nobody can name that of another session."""
    return hashlib.sha256(f"{session}/{tab}".encode()).hexdigest()[:16]


def _place(beat: Beat) -> tuple[str, str]:
    return beat.line, beat.desk
