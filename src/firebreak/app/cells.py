"""Two exercise cells on this machine: founded, paired and running as two real node processes.

The parties of a demo are cells that play a role. No historical party ever signed anything here.
"""

import asyncio
import json
import secrets
import socket
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from firebreak.api.client import Client
from firebreak.app.ceremony import Ceremony
from firebreak.app.founding import Founding, found
from firebreak.app.house import House, file_name, write_file
from firebreak.app.seat import Seat
from firebreak.core.base.errors import LocalError
from firebreak.core.base.instants import Instant, iso
from firebreak.core.base.purposes import Environment
from firebreak.keyring.keys import OfficerKey

READY_SECONDS: Final = 30.0
STOP_SECONDS: Final = 10.0
KEPT_IN: Final = "passphrase.txt"  # a file beside the configuration; demo keys protect nothing
LISTEN_SECONDS: Final = 20  # both nodes start together; the first greeting ends the wait


@dataclass(slots=True)
class Cell:
    """One party of the demo."""

    name: str
    house: House
    officer: str
    line: str
    key: OfficerKey = field(repr=False)
    process: asyncio.subprocess.Process | None = None

    async def start(self) -> None:
        """Start the node as a process of its own; what it prints goes to `node.log`."""
        log = await asyncio.to_thread((self.house.root / "node.log").open, "ab")
        with log:
            self.process = await asyncio.create_subprocess_exec(
                sys.executable,
                "-P",  # no module from the current folder
                "-m",
                "firebreak",
                "node",
                "run",
                "--config",
                str(self.house.root),
                stdin=asyncio.subprocess.DEVNULL,
                stdout=log,
                stderr=log,
            )

    async def seat(self) -> Seat:
        """A seat at this node, once it answers and the line is open. Raises LocalError."""
        client = Client.connect(self.house.socket)
        await self._until(self._answers, client)
        await self._until(self._open, client)
        seat = Seat(client, self.key)
        await seat.open()
        return seat

    async def _answers(self, client: Client) -> bool:
        if not self.house.socket.exists():
            return False
        try:
            await client.__aenter__()
        except LocalError:
            return False
        return True

    async def _open(self, client: Client) -> bool:
        status = await client.ask("status")
        line = status["lines"][self.line]
        return bool(line["open"]) and line["links"] > 0

    async def _until(self, condition: Callable[[Client], Any], client: Client) -> None:
        """Wait for a condition of the node; a node that ended is an error at once."""
        try:
            async with asyncio.timeout(READY_SECONDS):
                while not await condition(client):
                    if self.process is not None and self.process.returncode is not None:
                        raise self._ended()
                    await asyncio.sleep(0.02)
        except TimeoutError as error:
            raise self._ended() from error

    def _ended(self) -> LocalError:
        log = self.house.root / "node.log"
        last = log.read_text(encoding="utf-8", errors="replace").strip().splitlines()[-3:]
        return LocalError(
            f"the node of {self.name} did not come up: {' / '.join(last) or 'it printed nothing'}",
            code="FB361",
            hint=f"see {log}",
        )

    async def stop(self) -> None:
        """End the node as an administrator would, and by force if it does not."""
        if self.process is None or self.process.returncode is not None:
            return
        self.process.terminate()
        try:
            await asyncio.wait_for(self.process.wait(), STOP_SECONDS)
        except TimeoutError:
            self.process.kill()
            await self.process.wait()


def make_cells(directory: Path, roles: tuple[str, str], desks: tuple[str, ...], start: Instant) -> list[Cell]:
    """Found two cells and pair them as two administrators would, with both halves of the digits."""
    ports = free_ports(2)
    names = [f"{role} cell" for role in roles]
    cells = [
        _found(directory / file_name(name), name, desks, port, start)
        for name, port in zip(names, ports, strict=True)
    ]
    for cell, other in (cells, cells[::-1]):
        cell.line = file_name(other.name)
    _write_line(cells[0], dial=None)
    _write_line(cells[1], dial=f"127.0.0.1:{ports[0]}")
    for cell in cells:
        cell.house = House.at(cell.house.root)
    _pair(cells, start)
    return cells


def _found(folder: Path, name: str, desks: tuple[str, ...], port: int, start: Instant) -> Cell:
    secret = secrets.token_urlsafe(24)
    write_file(folder / KEPT_IN, secret.encode())
    (folder / KEPT_IN).chmod(0o600)
    officer = f"{name} officer"
    house = found(
        Founding(
            directory=folder,
            party=name,
            environment=Environment.EXERCISE,
            passphrase=secret,
            now=start,
            desks=desks,
            officers=(officer, f"{name} relief"),
            listen=f"127.0.0.1:{port}",
            exercise_start=iso(start),
            passphrase_file=Path(KEPT_IN),
            listen_seconds=LISTEN_SECONDS,
        )
    )
    key = OfficerKey.load(house.officer_key(officer), secret, environment=Environment.EXERCISE)
    return Cell(name, house, officer, "", key)


def _pair(cells: list[Cell], now: Instant) -> None:
    ceremonies = [Ceremony(cell.house, cell.line) for cell in cells]
    offers = [each.offer().to_bytes() for each in ceremonies]
    for ceremony, offer in zip(ceremonies, offers[::-1], strict=True):
        ceremony.take_in(offer, now)
    for cell, ceremony, other in zip(cells, ceremonies, ceremonies[::-1], strict=True):
        heard = "".join(other.pairing(now).digits.ours)
        ceremony.compare(heard, [cell.key], now)


def _write_line(cell: Cell, dial: str | None) -> None:
    """An exercise line without automatic checks: every check of the replay is one of its rows."""
    file = cell.house.root / "firebreak.toml"
    lines = [f"[lines.{cell.line}]", "checks_every_seconds = 0"]
    if dial is not None:
        lines.append(f"dial = {json.dumps([dial])}")
    write_file(file, file.read_bytes() + "\n".join(["", *lines, ""]).encode())


def free_ports(count: int) -> list[int]:
    """Ports of the loopback address that nobody listens on now."""
    sockets = [socket.socket() for _ in range(count)]
    try:
        for each in sockets:
            each.bind(("127.0.0.1", 0))
        return [each.getsockname()[1] for each in sockets]
    finally:
        for each in sockets:
            each.close()
