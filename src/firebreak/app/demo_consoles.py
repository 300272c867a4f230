"""The consoles of a demo: both sides' pages on this machine, with a one-time link for each officer.

The keys that the officers make in their browsers come onto the cards by themselves here. That is only for a
demo, where root keys lie beside the nodes and protect nothing; elsewhere a person signs the card.
"""

import asyncio
from collections.abc import AsyncGenerator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from firebreak.app.beside import Beside
from firebreak.app.cells import KEPT_IN, Cell, free_ports
from firebreak.app.console_process import console_process, settings_of
from firebreak.app.house import House, read_file, write_file
from firebreak.app.renewing import Changes, Renewal
from firebreak.app.seat import Seat
from firebreak.console.settings import Settings
from firebreak.core.base.errors import LocalError
from firebreak.core.base.instants import Instant
from firebreak.keyring.keys import NodeKeys, OfficerKey, RootKeys
from firebreak.keyring.officer_file import OfficerFile

USUAL: Final = (7401, 7402)  # the same each time, so that a browser remembers them
READY_SECONDS: Final = 30.0
LOOK_SECONDS: Final = 0.2


@dataclass(slots=True)
class DemoConsole:
    """The console of one cell."""

    cell: Cell
    seat: Seat
    link: str = field(repr=False, default="")
    "Opens the page once, for the officer on duty."
    server: Beside | None = None
    _serving: "asyncio.Task[None] | None" = None
    _taken: set[Path] = field(default_factory=set[Path])

    @property
    def officer(self) -> str:
        """Who sits at this console."""
        return f"{self.cell.name} duty officer"

    async def open(self, port: int) -> None:
        """Make the account and serve the pages. Raises LocalError."""
        root = self.cell.house.root
        table = f'\n[console]\nlisten = "127.0.0.1:{port}"\norigin = "http://localhost:{port}"\n'
        write_file(root / "firebreak.toml", read_file(root / "firebreak.toml") + table.encode())
        self.cell.house = House.at(root)
        settings = await asyncio.to_thread(self._settings)
        self.link = await asyncio.to_thread(self._account, settings.at(port))
        self.server = console_process(settings, self._report)
        self._serving = asyncio.create_task(self.server.run())
        await self._answers(port)

    def _settings(self) -> Settings:
        house = self.cell.house
        keys = NodeKeys.load(house.node_keys, self._secret, environment=house.config.environment)
        return settings_of(house, keys.console, show_link=False)

    def _report(self, _line: str, text: str) -> None:
        with self._log.open("a", encoding="utf-8") as log:
            log.write(f"{text}\n")

    @property
    def _log(self) -> Path:
        return self.cell.house.root / "console.log"

    def _account(self, settings: Settings) -> str:
        from firebreak.console.context import Console

        held = Console.open(settings)
        try:
            return held.enrolment.link(held.accounts.make(self.officer, ["duty", "releaser"], self.officer))
        finally:
            held.close()

    @property
    def _secret(self) -> str:
        return (self.cell.house.root / KEPT_IN).read_text(encoding="utf-8")

    async def _answers(self, port: int) -> None:
        hint = f"see {self._log}"
        try:
            async with asyncio.timeout(READY_SECONDS):
                while not await _listens(port):
                    self._check_runs(hint)
                    await asyncio.sleep(LOOK_SECONDS)
        except TimeoutError as error:
            text = f"the console of {self.cell.name} does not answer"
            raise LocalError(text, code="FB361", hint=hint) from error

    def _check_runs(self, hint: str) -> None:
        process = None if self.server is None else self.server.process
        if process is not None and process.returncode is not None:
            raise LocalError(f"the console of {self.cell.name} did not start", code="FB361", hint=hint)

    async def list_officers(self) -> None:
        """Until cancelled: put each key that an officer has made in the browser onto our card."""
        folder = self.cell.house.root / "console" / "officers"
        while True:
            for file in sorted({*folder.glob("*.pub")} - self._taken):
                self._taken.add(file)
                await self._list(OfficerFile.parse(file.read_text(encoding="utf-8")))
            await asyncio.sleep(LOOK_SECONDS)

    async def _list(self, made: OfficerFile) -> None:
        now = Instant((await self.seat.client.ask("status"))["now"])
        await asyncio.to_thread(self._renew, made, now)
        await self.seat.client.ask("cards.pass")

    def _renew(self, made: OfficerFile, now: Instant) -> None:
        house, secret = self.cell.house, self._secret
        environment = house.config.environment
        root = RootKeys.load(house.root / "keys" / "root.key", secret, environment=environment)
        releasing = [
            OfficerKey.load(house.officer_key(name), secret, environment=environment)
            for name in (self.cell.officer, f"{self.cell.name} relief")
        ]
        Renewal(house, root, now).renew(Changes(officer_keys=(made,)), releasing, secret)

    async def close(self) -> None:
        """End the server."""
        if self.server is not None and self._serving is not None:
            await self.server.close()
            self._serving.cancel()
            await asyncio.gather(self._serving, return_exceptions=True)


@asynccontextmanager
async def consoles(cells: Sequence[Cell], seats: Sequence[Seat]) -> AsyncGenerator[list[DemoConsole]]:
    """Both consoles while it is held, on a line that both sides have just checked. Raises LocalError."""
    opened = [DemoConsole(cell, seat) for cell, seat in zip(cells, seats, strict=True)]
    listing: list[asyncio.Task[None]] = []
    try:
        await asyncio.gather(*(each.open(port) for each, port in zip(opened, await _ports(), strict=True)))
        listing = [asyncio.create_task(each.list_officers()) for each in opened]
        await asyncio.gather(*map(_checked, seats))
        yield opened
    finally:
        for task in listing:
            task.cancel()
        await asyncio.gather(*listing, return_exceptions=True)
        await asyncio.gather(*(each.close() for each in opened))


async def _checked(seat: Seat) -> None:
    await seat.client.ask("check")
    await seat.shown("CheckAnswered")


async def _ports() -> Sequence[int]:
    taken = [each for each in USUAL if await _listens(each)]
    return free_ports(len(USUAL)) if taken else USUAL


async def _listens(port: int) -> bool:
    try:
        _, writer = await asyncio.open_connection("127.0.0.1", port)
    except OSError:
        return False
    writer.close()
    return True
