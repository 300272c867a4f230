"""A process beside the node: started, listened to, started again when it dies, ended with the node.

Nothing that goes wrong with it may hold up the node (decisions/0010): it is reported, and that is all.
"""

import asyncio
import sys
from asyncio.subprocess import PIPE, STDOUT, Process
from contextlib import suppress
from dataclasses import dataclass, field
from importlib.util import find_spec
from typing import Final

from firebreak.app.links import Report
from firebreak.keyring.signer_client import passed_on

PAUSE_FIRST: Final = 1.0
PAUSE_MAX: Final = 60.0
SOUND_SECONDS: Final = 60.0  # a process that lived so long begins with the first pause again
END_SECONDS: Final = 4.0
LINE_BYTES_MAX: Final = 8_192


@dataclass(slots=True)
class Beside:
    """The process, and who hears of it."""

    name: str
    "What it is called in reports."
    module: str
    "Whose file Python runs, alone."
    told: bytes = field(repr=False)
    "The line on its standard input, which then stays open for as long as the node lives."
    report: Report
    pause_first: float = PAUSE_FIRST
    process: Process | None = None
    _ending: bool = field(default=False)

    async def run(self) -> None:
        """Keep it running until `close`."""
        pause, clock = self.pause_first, asyncio.get_running_loop().time
        while not self._ending:
            begun = clock()
            told = await self._once()
            if self._ending:
                return
            pause = self.pause_first if clock() - begun > SOUND_SECONDS else pause
            self.report("", f"{self.name}: {told}; it is started again in {pause:.0f} s, the node goes on")
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
            self.process = process = await self._spawned()
        except OSError as error:
            return f"it does not start: {error.strerror}"
        assert process.stdin is not None and process.stdout is not None
        with suppress(ConnectionError):
            process.stdin.write(self.told)
            await process.stdin.drain()
        with suppress(ValueError):  # a line beyond all measure: not one of ours
            while line := await process.stdout.readline():
                self.report("", f"{self.name}: {line.decode('utf-8', 'replace').strip()}")
        code = await process.wait()
        return f"its process has ended with code {code}"

    async def _spawned(self) -> Process:
        """Isolated from the folder and the variables of whoever started the node, and from its terminal."""
        found = find_spec(self.module)
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
