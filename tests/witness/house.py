"""A witness for tests: founded in a folder, and run in this process on loopback."""

import asyncio
import threading
from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from firebreak.core.base.instants import Instant, Moment
from firebreak.core.base.purposes import Environment
from firebreak.runtime.clocks import SystemClock
from firebreak.witness.founding import Founding, found
from firebreak.witness.running import RunningWitness, build
from firebreak.witness.settings import FILE, Settings, read_settings

PASSPHRASE = "a passphrase for tests only"
NAME = "witness.example/w1"


@dataclass
class HandClock:
    """A clock that a test moves."""

    now: int = 1_700_000_000_000

    def read(self) -> Moment:
        return Moment(Instant(self.now), self.now, 0)


@dataclass
class Running:
    """A witness that answers."""

    running: RunningWitness
    address: str
    said: list[str] = field(default_factory=list[str])

    @property
    def url(self) -> str:
        return f"http://{self.address}"


def settle(folder: Path, *vkeys: str, name: str = NAME, operator: str = "Example Institute") -> Settings:
    """Found a witness that knows these logs."""
    plan = Founding(
        directory=folder,
        name=name,
        operator=operator,
        environment=Environment.EXERCISE,
        listen="127.0.0.1:0",
        passphrase=PASSPHRASE,
    )
    found(plan)
    know(folder, *vkeys)
    return read_settings(folder)


def know(folder: Path, *vkeys: str) -> None:
    if vkeys:
        with (folder / FILE).open("a") as file:
            listed = ", ".join(f'"{each}"' for each in vkeys)
            file.write(f"[logs]\nkeys = [{listed}]\n")


@contextmanager
def running(settings: Settings, clock: HandClock | SystemClock | None = None) -> Generator[Running]:
    """Run it in a thread of its own until the block ends."""
    said: list[str] = []
    witness = build(settings, PASSPHRASE, clock or SystemClock(), said.append)
    ready, loop = threading.Event(), asyncio.new_event_loop()
    address: list[str] = []

    def up(where: str) -> None:
        address.append(where)
        ready.set()

    async def main() -> None:
        task = asyncio.ensure_future(witness.run(up))
        tasks.append(task)
        await asyncio.gather(task, return_exceptions=True)

    tasks: list[asyncio.Future[None]] = []
    thread = threading.Thread(target=lambda: loop.run_until_complete(main()))
    thread.start()
    try:
        assert ready.wait(20)
        yield Running(witness, address[0], said)
    finally:
        loop.call_soon_threadsafe(tasks[0].cancel)
        thread.join(20)
        loop.close()
