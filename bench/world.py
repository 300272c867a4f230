"""Two parties founded and paired in a folder, and their nodes as processes of their own."""

import asyncio
import shutil
import socket
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

from bench.processes import NodeProcess
from firebreak.app.ceremony import Ceremony
from firebreak.app.founding import Founding, found
from firebreak.app.house import House
from firebreak.config import FILE
from firebreak.core.base.purposes import Environment
from firebreak.keyring.keys import OfficerKey
from firebreak.runtime.clocks import SystemClock

NAMES = ("north", "south")
PASSPHRASE = "nothing of worth is kept here"


@dataclass(slots=True)
class World:
    """Two houses whose line is open. South dials North."""

    folder: Path
    environment: Environment = Environment.EXERCISE
    checks_every_seconds: int = 0
    houses: dict[str, House] = field(default_factory=dict[str, House])
    port: int = 0
    "On which North listens."

    def found(self) -> "World":
        """Make both parties anew and pair them."""
        shutil.rmtree(self.folder, ignore_errors=True)
        self.folder.mkdir(parents=True)
        secret = self.folder / "passphrase"
        secret.write_text(PASSPHRASE)
        self.port = free_port()
        address = f"127.0.0.1:{self.port}"
        for name in NAMES:
            self._found(name, address if name == "north" else None, secret)
        self._pair(address)
        return self

    def other(self, name: str) -> str:
        """The counterpart, by which name a party knows the line as well."""
        return NAMES[1 - NAMES.index(name)]

    def ceremony(self, name: str) -> Ceremony:
        """The line as a party's folder has it."""
        return Ceremony(self.houses[name], self.other(name))

    def process(self, name: str) -> NodeProcess:
        """The node of a party, not yet started."""
        return NodeProcess(self.houses[name])

    @asynccontextmanager
    async def running(self) -> AsyncGenerator[tuple[NodeProcess, NodeProcess]]:
        """Both nodes while the block lasts; they are started when it begins and ready to be asked."""
        north, south = (self.process(name) for name in NAMES)
        try:
            north.start()
            south.start()
            await asyncio.gather(north.answers(), south.answers())
            yield north, south
        finally:
            await asyncio.gather(north.stop(), south.stop())

    def _found(self, name: str, listen: str | None, secret: Path) -> None:
        plan = Founding(
            directory=self.folder / name,
            party=name.title(),
            environment=self.environment,
            passphrase=PASSPHRASE,
            now=SystemClock().read().wall,
            officers=officers(name),
            listen=listen,
            passphrase_file=secret,
        )
        found(plan)

    def _pair(self, address: str) -> None:
        for name in NAMES:
            line = [f"[lines.{self.other(name)}]", f"checks_every_seconds = {self.checks_every_seconds}"]
            line += [f'dial = ["{address}"]'] if name == "south" else []
            with (self.folder / name / FILE).open("a") as stream:
                stream.write("\n".join([*line, ""]))
            self.houses[name] = House.at(self.folder / name)
        now = SystemClock().read().wall
        offers = {name: self.ceremony(name).offer().to_bytes() for name in NAMES}
        for name in NAMES:
            self.ceremony(name).take_in(offers[self.other(name)], now)
        for name in NAMES:
            digits = "".join(self.ceremony(self.other(name)).pairing(now).digits.ours)
            self.ceremony(name).compare(digits, self._officers(name), now)

    def _officers(self, name: str) -> list[OfficerKey]:
        house = self.houses[name]
        return [
            OfficerKey.load(house.officer_key(each), PASSPHRASE, environment=self.environment)
            for each in officers(name)
        ]


def officers(name: str) -> tuple[str, str]:
    """The officers of a party."""
    return (f"{name.title()} One", f"{name.title()} Two")


def free_port() -> int:
    """A port nobody listens on now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]
