"""The real pump, driven by hand: it waits where the world says, and goes on when the world says.

Everything between two waits is the code that runs in production. There is no event loop: the pump's
coroutine is resumed directly, so that a day is the same every time.
"""

import asyncio
from collections.abc import Coroutine, Generator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from types import coroutine
from typing import Any, Final, TypeVar, cast

from firebreak.core.envelope.header import Ref
from firebreak.core.line.line import Line
from firebreak.ports import Clock, Kept, Store
from firebreak.runtime import pump
from firebreak.runtime.inputs import Inputs
from firebreak.runtime.pump import Asked, Input, Make, Pump, Show
from firebreak.runtime.syncing import Syncing

T = TypeVar("T")
SELDOM: Final = 60.0
LINE: Final = "line"
"What both nodes call the line."


@dataclass(frozen=True, slots=True)
class Patience:
    """The pump waits for something to do, for so long."""

    seconds: float


@dataclass(frozen=True, slots=True)
class Sync:
    """The pump waits for the disk."""


Waiting = Patience | Sync | None
"None: the pump lets others go first."


@coroutine
def _until(why: Patience | Sync) -> Generator[Patience | Sync, None, None]:
    yield why


class Mailbox(Inputs[Input]):
    """Hands the waiting to the world."""

    async def take(self, most: int, seconds: float) -> list[Input]:
        """What has come, when the world resumes."""
        await _until(Patience(seconds))
        return await super().take(most, 0.0)

    def __len__(self) -> int:
        return len(self._items)


class Platter(Syncing):
    """Hands the commit to the world's disk. One that has begun goes on when whoever waited for it is gone."""

    def __init__(self) -> None:
        super().__init__()
        self._begun: list[tuple[Store, Sequence[Kept]]] = []

    async def append(self, store: Store, entries: Sequence[Kept]) -> None:
        """Make entries durable, when the world resumes, after all that were given before."""
        self._begun.append((store, entries))
        await _until(Sync())
        self.settle()

    def settle(self) -> None:
        """Commit what was given."""
        while self._begun:
            disk, given = self._begun.pop(0)
            disk.append(given)


class Reply:
    """What a desk waits for: enough of a future for the pump."""

    def __init__(self) -> None:
        self.ref: Ref | None = None
        self.error: BaseException | None = None
        self._done = False

    def done(self) -> bool:
        """Whether there is an answer."""
        return self._done

    def set_result(self, ref: Ref | None) -> None:
        """It is durable."""
        self.ref, self._done = ref, True

    def set_exception(self, error: BaseException) -> None:
        """It was refused, or the store failed."""
        self.error, self._done = error, True


class Engine:
    """One process: a pump with one line."""

    def __init__(self, line: Line, store: Store, clock: Clock, show: Show) -> None:
        self.inbox, self._platter = Mailbox(), Platter()
        self.pump = Pump({LINE: line}, store, clock, show, _inputs=self.inbox, _syncing=self._platter)
        self.pump.begin(clock.read())
        self._run = cast("Coroutine[Waiting, None, None]", self.pump.run())

    def resume(self) -> Waiting:
        """Go on until the next wait. Raises whatever ends the process."""
        return self._run.send(None)

    def close(self) -> None:
        """The process ends, wherever it is."""
        self._run.close()

    def settle(self) -> None:
        """Let a commit that has begun come to its end."""
        self._platter.settle()

    def end(self) -> None:
        """The process is told to end: the pump is cancelled and closes each line."""
        self._run.close()
        last = self.pump.close()
        while _goes_on(last):
            pass

    def ask(self, make: Make) -> Reply:
        """A desk wants something signed."""
        reply = Reply()
        self.inbox.put(Asked(LINE, make, cast("asyncio.Future[Ref | None]", reply)))
        return reply


@contextmanager
def looking_every(seconds: float) -> Generator[None]:
    """Let a pump that has nothing to do look at its clocks so often, until the end.

    A real one does so every few seconds, to say that a clock was moved. On most days of the world it does so
    once a minute, which makes five days out of one.
    """
    before = pump.IDLE_SECONDS
    setattr(pump, "IDLE_SECONDS", seconds)  # noqa: B010
    try:
        yield
    finally:
        setattr(pump, "IDLE_SECONDS", before)  # noqa: B010


def _goes_on(task: Coroutine[Any, Any, None]) -> bool:
    try:
        task.send(None)
    except StopIteration:
        return False
    return True


def drive(task: Coroutine[Any, Any, T]) -> T:
    """The result of a coroutine that has nothing to wait for."""
    try:
        task.send(None)
    except StopIteration as end:
        return cast("T", end.value)
    raise AssertionError("it waits for something that nobody will bring")
