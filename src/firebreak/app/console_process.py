"""The console's server beside a node: started, listened to, started again when it dies, ended with the node.

Nothing that goes wrong with it may hold up the node (decisions/0010): it is reported, and that is all.
"""

import asyncio
import sys
from asyncio.subprocess import PIPE, STDOUT, Process
from contextlib import suppress
from dataclasses import dataclass, field
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any, Final

from firebreak.app.house import House
from firebreak.app.links import Report
from firebreak.console.settings import Settings
from firebreak.core.base.errors import LocalError
from firebreak.keyring.signer_client import passed_on

if TYPE_CHECKING:
    from firebreak.console.alerts.settings import AlarmSettings
    from firebreak.console.relays import RelaySettings

PAUSE_FIRST: Final = 1.0
PAUSE_MAX: Final = 60.0
SOUND_SECONDS: Final = 60.0  # a process that lived so long begins with the first pause again
END_SECONDS: Final = 4.0
LINE_BYTES_MAX: Final = 8_192


def settings_of(house: House, key: bytes, *, show_link: bool = True) -> Settings:
    """What the configuration says of the console. Raises LocalError when it says nothing."""
    config = house.config.console
    if config is None:
        hint = "add a table [console] with `listen` to firebreak.toml"
        raise LocalError("this party has no console", code="FB518", hint=hint)
    return Settings(
        party=house.config.party,
        environment=house.config.environment.name.lower(),
        folder=house.root,
        key=key,
        listen=config.listen,
        origin=_origin(config.origin or ""),
        certificate=config.certificate,
        certificate_key=config.key,
        show_link=show_link,
        alarms=None if config.alarms is None else _alarms(config.alarms, house),
        relay=None if config.relay is None else _relay(config.relay, house),
    )


def _alarms(table: dict[str, Any], house: House) -> "AlarmSettings":
    """Only a node that has them loads what reads them."""
    from firebreak.console.alerts.settings import read_alarms

    return read_alarms(table, house.root)


def _relay(table: dict[str, Any], house: House) -> "RelaySettings":
    from firebreak.console.relays import read_relay

    return read_relay(table, house.root)


def _origin(origin: str) -> str:
    """As browsers write it: without the port that goes without saying."""
    usual = {"https": ":443", "http": ":80"}.get(origin.partition(":")[0], ":")
    return origin.removesuffix(usual)


@dataclass(slots=True)
class ConsoleProcess:
    """The process, and who hears of it."""

    settings: Settings
    report: Report
    pause_first: float = PAUSE_FIRST
    process: Process | None = None
    _ending: bool = field(default=False)

    @classmethod
    def of(cls, house: House, key: bytes, report: Report) -> "ConsoleProcess | None":
        """For a node whose configuration has a console; else None."""
        if house.config.console is None:
            return None
        return cls(settings_of(house, key, show_link=sys.stdout.isatty()), report)

    async def run(self) -> None:
        """Keep it running until `close`."""
        pause, clock = self.pause_first, asyncio.get_running_loop().time
        while not self._ending:
            begun = clock()
            told = await self._once()
            if self._ending:
                return
            pause = self.pause_first if clock() - begun > SOUND_SECONDS else pause
            self.report("", f"console: {told}; it is started again in {pause:.0f} s, the node goes on")
            await asyncio.sleep(pause)
            pause = min(2 * pause, PAUSE_MAX)

    async def close(self) -> None:
        """End it: by the end of its standard input, and if that does not help, by force."""
        self._ending = True
        process = self.process
        if process is None or process.returncode is not None:
            return
        if process.stdin is not None:
            process.stdin.close()
        try:
            async with asyncio.timeout(END_SECONDS):
                await process.wait()
        except TimeoutError:
            with suppress(ProcessLookupError):
                process.kill()

    async def _once(self) -> str:
        """From its start to its end; how it ended, for people."""
        try:
            self.process = process = await _spawned()
        except OSError as error:
            return f"it does not start: {error.strerror}"
        assert process.stdin is not None and process.stdout is not None
        with suppress(ConnectionError):
            process.stdin.write(self.settings.to_line())
            await process.stdin.drain()
        with suppress(ValueError):  # a line beyond all measure: not one of ours
            while line := await process.stdout.readline():
                self.report("", f"console: {line.decode('utf-8', 'replace').strip()}")
        code = await process.wait()
        return f"its process has ended with code {code}"


async def _spawned() -> Process:
    """Isolated from the folder and the variables of whoever started the node, and from its terminal."""
    found = find_spec("firebreak.console.start")
    assert found is not None and found.origin is not None
    return await asyncio.create_subprocess_exec(
        *(sys.executable, "-I", found.origin),
        stdin=PIPE,
        stdout=PIPE,
        stderr=STDOUT,
        cwd="/",
        env=passed_on(),
        start_new_session=True,
        limit=LINE_BYTES_MAX,
    )
